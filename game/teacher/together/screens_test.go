package together_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"holdtheline/assets/words"
	"holdtheline/game/snapshot/contact"
	"holdtheline/game/teacher/together"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/mirror"
	"holdtheline/game/toolkit/ui"
)

// Where pictures and words of every screen are kept, in each of its states.
const (
	pictured = "testdata/screens"
	spoken   = "testdata/spoken"
	looked   = "../../../build/screens"
)

// sheets are the slides of which pictures are kept. The others are made of the same
// parts.
var sheets = []string{"start", "card", "counting", "talk-shown", "shift", "reveal", "lifted", "line", "end"}

// heard are the slides of which is kept what a screen reader meets: a whole step, a
// board and the end.
var heard = []string{"scene", "card", "vote", "counting", "number", "talk", "talk-shown", "revote", "shift", "reveal", "evidence", "lifted", "line", "end"}

// TestScreens compares pictures of slides with those that were looked at. To
// keep new ones, after looking at them:
//
//	go test ./game/teacher/together -run Screens -update
func TestScreens(t *testing.T) {
	if testing.Short() {
		t.Skip("comparing takes a while")
	}
	team := contact.NewTeam()
	there := map[string]bool{}
	walk(t, "en", func(name string, w *teacher) {
		if !slices.Contains(sheets, name) {
			return
		}
		there[name] = true
		contact.Compare(t, team, filepath.Join(pictured, name+".png"), looked, *update, w.m.View, together.Stage)
	})
	others(t, pictured, ".png", there)
}

// Nothing is cut off, overlaps, lies outside or is too small to press, on any screen,
// at any size, with text up to twice as large, in any language.
func TestNothingIsCutOffOnAnyScreen(t *testing.T) {
	lay := layouter()
	for _, lang := range words.Languages() {
		walk(t, lang, func(name string, w *teacher) {
			for _, problem := range contact.Lint(lay, w.m.View, together.Stage) {
				t.Errorf("%s, %s %s", lang, name, problem)
			}
			for _, vp := range []ui.Viewport{viewport(320, 256), viewport(844, 390), viewport(768, 1024), viewport(1024, 768)} {
				for _, problem := range ui.Lint(lay.Lay(w.m.View(vp), vp, nil)) {
					t.Errorf("%s, %s at %v × %v: %s", lang, name, vp.Width, vp.Height, problem)
				}
			}
		})
	}
}

// TestSpoken compares what a screen reader meets on slides with what is written
// down; of the plain page the same must be heard. To write it down anew:
//
//	go test ./game/teacher/together -run Spoken -update
func TestSpoken(t *testing.T) {
	there := map[string]bool{}
	draw := func(ui.Figure, float64, float64, ui.State, bool) string { return "<svg/>" }
	walk(t, "en", func(name string, w *teacher) {
		if !slices.Contains(heard, name) {
			return
		}
		there[name] = true
		layout := layouter().Lay(w.tree(), viewport(1366, 768), nil)
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
			t.Errorf("%v: run go test ./game/teacher/together -run Spoken -update, and read the file", err)
		default:
			t.Errorf("%s sounds different; if that is meant, run go test ./game/teacher/together -run Spoken -update and read the difference. It is now:\n%s", name, got)
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

// The last row of a classroom can read what the class is to read: running text is at
// least a twenty-eighth of the height of a projector's window.
func TestTheLastRowCanRead(t *testing.T) {
	const least = 1.0 / 28
	lay := layouter()
	teachers := []string{"header", "bar", "tools", "settings", "dialog"} // for the teacher alone
	walk(t, "en", func(name string, w *teacher) {
		for _, vp := range []ui.Viewport{viewport(1366, 768), viewport(1024, 768), viewport(1680, 945)} {
			var read func(n *ui.Node)
			read = func(n *ui.Node) {
				if slices.Contains(teachers, n.ID) || strings.HasPrefix(n.ID, "disagree.") {
					return
				}
				font := n.TextFont()
				if n.PlainText() != "" && !n.VisuallyHidden && !n.Decorative && !font.Caps {
					if share := theme.Tokens.Step(font.Size).Pixels * vp.Text / vp.Height; share < least {
						t.Errorf("%s at %v × %v: %q is %.4f of the height", name, vp.Width, vp.Height, n.PlainText(), share)
					}
				}
				for _, c := range n.Children {
					read(c)
				}
			}
			read(lay.Lay(w.m.View(vp), vp, nil).Root.Node)
		}
	})
}
