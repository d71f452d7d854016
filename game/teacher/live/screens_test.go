package live_test

import (
	"errors"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"holdtheline/assets/words"
	"holdtheline/game/snapshot"
	"holdtheline/game/snapshot/contact"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/mirror"
	"holdtheline/game/toolkit/ui"
)

func viewport(w, h, text float64) ui.Viewport { return ui.Viewport{Width: w, Height: h, Text: text} }

// Where pictures of the main screens are kept.
const (
	pictured = "testdata/screens"
	looked   = "../../../build/screens"
)

// few are the screens whose pictures are kept; the others are laid out alike.
var few = []string{"classes", "door", "vote", "reveal", "kind-order", "pupils", "picture"}

// TestScreens compares pictures of the main screens with those that were looked at. To
// keep new ones, after looking at them:
//
//	go test ./game/teacher/live -run Screens -update
func TestScreens(t *testing.T) {
	if testing.Short() {
		t.Skip("comparing takes a while")
	}
	team := contact.NewTeam()
	there := 0
	walk(t, "en", func(name string, w *teacher) {
		if slices.Contains(few, name) {
			there++
			contact.Compare(t, team, filepath.Join(pictured, name+".png"), looked, *update, w.m.View)
		}
	})
	files, err := filepath.Glob(filepath.Join(pictured, "*.png"))
	if err != nil || there != len(few) || len(files) != len(few) {
		t.Errorf("%d of %d screens were met, and %d pictures are kept (%v)", there, len(few), len(files), err)
	}
}

// Nothing is cut off, overlaps, lies outside or is too small to press, on any screen,
// at any size, with text up to twice as large, in any language. Of the plain page the
// same is heard as over the canvas.
func TestNothingIsCutOffOnAnyScreen(t *testing.T) {
	lay := layouter()
	draw := func(ui.Figure, float64, float64, ui.State, bool) string { return "<svg/>" }
	for _, lang := range words.Languages() {
		walk(t, lang, func(name string, w *teacher) {
			for _, problem := range contact.Lint(lay, w.m.View) {
				t.Errorf("%s, %s %s", lang, name, problem)
			}
			for _, vp := range []ui.Viewport{viewport(320, 256, 1), viewport(844, 390, 1), viewport(768, 1024, 1), viewport(390, 844, 1), viewport(1366, 768, 1), viewport(1920, 1080, 1)} {
				for _, problem := range ui.Lint(lay.Lay(w.m.View(vp), vp, nil)) {
					t.Errorf("%s, %s at %v × %v: %s", lang, name, vp.Width, vp.Height, problem)
				}
			}
			if lang != "en" {
				return // over the canvas a button has one language
			}
			layout := lay.Lay(w.tree(), viewport(1366, 768, 1), nil)
			if a, b := mirror.Dump(mirror.From(layout)), mirror.Dump(mirror.Page(layout, draw)); a != b {
				t.Errorf("%s: of the plain page of %s something else is heard:\n%s\nthan over the canvas:\n%s", lang, name, b, a)
			}
		})
	}
}

// TestShots makes pictures of the screens, for people to look at:
// SHOTS=folder go test -run Shots ./game/teacher/live. SIZES, THEME, TEXT, LANGUAGE and
// ONLY pick among them.
func TestShots(t *testing.T) {
	folder := os.Getenv("SHOTS")
	if folder == "" {
		t.Skip("set SHOTS to a folder to get pictures of every screen")
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	sizes, text, lang := os.Getenv("SIZES"), 1.0, os.Getenv("LANGUAGE")
	if sizes == "" {
		sizes = "390x844,1366x768"
	}
	if lang == "" {
		lang = "en"
	}
	if scale := os.Getenv("TEXT"); scale != "" {
		if _, err := fmt.Sscan(scale, &text); err != nil {
			t.Fatalf("TEXT: %q is not a scale like 1.5", scale)
		}
	}
	camera := snapshot.NewCamera()
	for _, size := range strings.Split(sizes, ",") {
		var width, height float64
		if _, err := fmt.Sscanf(size, "%fx%f", &width, &height); err != nil {
			t.Fatalf("SIZES: %q is not a size like 390x844", size)
		}
		walk(t, lang, func(name string, w *teacher) {
			if only := os.Getenv("ONLY"); only != "" && !strings.Contains(" "+only+" ", " "+name+" ") {
				return
			}
			o := snapshot.Options{Width: width, Height: height, Text: text, Theme: theme.Name(os.Getenv("THEME"))}
			img, _ := camera.Take(w.m.View(o.Viewport()), o)
			out, err := os.Create(filepath.Join(folder, size+"-"+name+".png"))
			if err != nil {
				t.Fatal(err)
			}
			if err := errors.Join(png.Encode(out, img), out.Close()); err != nil {
				t.Fatal(err)
			}
		})
	}
}
