package screentest

import (
	"image"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"holdtheline/assets/words"
	"holdtheline/game/snapshot/contact"
	"holdtheline/game/toolkit/ui"
)

// A Walk leads through the screens of a program in a language, in each of their states,
// and stops at each. A name is that of one state of one screen.
type Walk func(t testing.TB, lang string, stop func(name string, h *Hand))

// Where the recordings of a package are, beside its tests.
const (
	pictured = "testdata/screens"
	spoken   = "testdata/spoken"
)

// Screens compares pictures of screens with those that are kept in testdata/screens: of
// those that are named, or of all. With update it keeps those that differ; look at them
// first. In short tests it is skipped.
func Screens(t *testing.T, walk Walk, update bool, only ...string) {
	t.Helper()
	if testing.Short() {
		t.Skip("comparing takes a while")
	}
	team := contact.NewTeam()
	looked := filepath.Join(top(t), "build", "screens")
	recorded(t, walk, update, pictured, ".png", only, func(file string, h *Hand) {
		contact.Compare(t, team, file, looked, update, h.View, h.Stage)
	})
}

// recorded has the screens that are named compared, or all, and sees that each of them
// was met. Recordings of other screens are removed, or are an error.
func recorded(t *testing.T, walk Walk, update bool, folder, ext string, only []string, compare func(file string, h *Hand)) {
	t.Helper()
	there := map[string]bool{}
	walk(t, words.Default, func(name string, h *Hand) {
		if len(only) == 0 || slices.Contains(only, name) {
			there[name] = true
			compare(filepath.Join(folder, name+ext), h)
		}
	})
	for _, name := range only {
		if !there[name] {
			t.Errorf("no screen is called %s", name)
		}
	}
	files, err := filepath.Glob(filepath.Join(folder, "*"+ext))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if there[strings.TrimSuffix(filepath.Base(file), ext)] {
			continue
		}
		if !update {
			t.Errorf("%s is of a screen that isn't there any more", file)
		} else if err := os.Remove(file); err != nil {
			t.Fatal(err)
		}
	}
}

// top is the folder of the project.
func top(t *testing.T) string {
	t.Helper()
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil {
			return folder
		}
		if filepath.Dir(folder) == folder {
			t.Fatal("the test doesn't run in the project")
		}
		folder = filepath.Dir(folder)
	}
}

// NothingIsCutOff sees that on no screen anything is cut off, overlaps, lies outside or is
// too small to press, in any language, in the sizes and looks of a contact sheet and in
// windows of the given sizes.
func NothingIsCutOff(t *testing.T, walk Walk, sizes ...image.Point) {
	t.Helper()
	lay := Layouter()
	for _, lang := range words.Languages() {
		walk(t, lang, func(name string, h *Hand) {
			for _, problem := range contact.Lint(lay, h.View, h.Stage) {
				t.Errorf("%s, %s %s", lang, name, problem)
			}
			for _, size := range sizes {
				vp := h.Viewport(float64(size.X), float64(size.Y))
				for _, problem := range ui.Lint(lay.Lay(h.View(vp), vp, nil)) {
					t.Errorf("%s, %s at %v: %s", lang, name, size, problem)
				}
			}
		})
	}
}
