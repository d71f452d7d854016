package desk_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"holdtheline/assets/words"
	"holdtheline/game/snapshot/contact"
	"holdtheline/game/toolkit/mirror"
	"holdtheline/game/toolkit/ui"
)

// Where pictures and words of every screen are kept, in each of its states.
const (
	pictured = "testdata/screens"
	spoken   = "testdata/spoken"
	looked   = "../../../build/screens"
)

// TestScreens compares pictures of every screen with those that were looked at. To
// keep new ones, after looking at them:
//
//	go test ./game/teacher/desk -run Screens -update
func TestScreens(t *testing.T) {
	if testing.Short() {
		t.Skip("comparing takes a while")
	}
	team := contact.NewTeam()
	there := map[string]bool{}
	walk(t, "en", func(name string, w *teacher) {
		there[name] = true
		contact.Compare(t, team, filepath.Join(pictured, name+".png"), looked, *update, w.m.View)
	})
	others(t, pictured, ".png", there)
}

// Nothing is cut off, overlaps, lies outside or is too small to press, on any screen,
// at any size, with text up to twice as large, in any language.
func TestNothingIsCutOffOnAnyScreen(t *testing.T) {
	lay := layouter()
	for _, lang := range words.Languages() {
		walk(t, lang, func(name string, w *teacher) {
			for _, problem := range contact.Lint(lay, w.m.View) {
				t.Errorf("%s, %s %s", lang, name, problem)
			}
			for _, vp := range []ui.Viewport{{Width: 320, Height: 256, Text: 1}, {Width: 844, Height: 390, Text: 1}, {Width: 768, Height: 1024, Text: 1}} {
				for _, problem := range ui.Lint(lay.Lay(w.m.View(vp), vp, nil)) {
					t.Errorf("%s, %s at %v × %v: %s", lang, name, vp.Width, vp.Height, problem)
				}
			}
		})
	}
}

// TestSpoken compares what a screen reader meets on every screen with what is written
// down; of the plain page the same must be heard. To write it down anew:
//
//	go test ./game/teacher/desk -run Spoken -update
func TestSpoken(t *testing.T) {
	there := map[string]bool{}
	draw := func(ui.Figure, float64, float64, ui.State, bool) string { return "<svg/>" }
	walk(t, "en", func(name string, w *teacher) {
		there[name] = true
		layout := layouter().Lay(w.tree(), ui.Viewport{Width: 1366, Height: 768, Text: 1}, nil)
		dump := mirror.Dump(mirror.From(layout))
		if plain := mirror.Dump(mirror.Page(layout, draw)); plain != dump {
			t.Errorf("of the plain page of %s something else is heard:\n%s\nthan over the canvas:\n%s", name, plain, dump)
		}
		got := fmt.Sprintf("title %q\nfocus %s\nstatus %q\n\n%s", w.tree().Name, w.focus, w.text("status"), dump)
		file := filepath.Join(spoken, name+".txt")
		want, err := os.ReadFile(file)
		switch {
		case string(want) == got:
		case *update:
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		case err != nil:
			t.Errorf("%v: run go test ./game/teacher/desk -run Spoken -update, and read the file", err)
		default:
			t.Errorf("%s sounds different; if that is meant, run go test ./game/teacher/desk -run Spoken -update and read the difference. It is now:\n%s", name, got)
		}
	})
	others(t, spoken, ".txt", there)
}

// others removes the recordings of screens that aren't there any more, or complains.
func others(t *testing.T, folder, ext string, there map[string]bool) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*"+ext))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if there[strings.TrimSuffix(filepath.Base(file), ext)] {
			continue
		}
		if !*update {
			t.Errorf("%s is of a screen that isn't there any more", file)
		} else if err := os.Remove(file); err != nil {
			t.Fatal(err)
		}
	}
}
