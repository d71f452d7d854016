package together_test

import (
	"image"
	"slices"
	"strings"
	"testing"

	"holdtheline/game/screentest"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// TestScreens compares pictures of slides with those that were looked at. The others are
// made of the same parts. To keep new ones, after looking at them:
//
//	go test ./game/teacher/together -run Screens -update
func TestScreens(t *testing.T) {
	screentest.Screens(t, walk, *update, "start", "card", "counting", "talk-shown", "shift", "reveal", "lifted", "line", "end")
}

// TestSpoken compares what a screen reader meets on slides with what is written down: a
// whole step, a board and the end. To write it down anew:
//
//	go test ./game/teacher/together -run Spoken -update
func TestSpoken(t *testing.T) {
	screentest.Spoken(t, walk, *update,
		"scene", "card", "vote", "counting", "number", "talk", "talk-shown", "revote", "shift", "reveal", "evidence", "lifted", "line", "end")
}

func TestNothingIsCutOffOnAnyScreen(t *testing.T) {
	screentest.NothingIsCutOff(t, walk, image.Pt(320, 256), image.Pt(844, 390), image.Pt(768, 1024), image.Pt(1024, 768))
}

// TestShots makes pictures of every screen for people to look at: see
// [screentest.Shots].
func TestShots(t *testing.T) { screentest.Shots(t, walk, "390x844,1366x768,1680x945") }

// The last row of a classroom can read what the class is to read: running text is at
// least a twenty-eighth of the height of a projector's window.
func TestTheLastRowCanRead(t *testing.T) {
	const least = 1.0 / 28
	lay := screentest.Layouter()
	teachers := []string{"header", "bar", "tools", "settings", "dialog"} // for the teacher alone
	walk(t, "en", func(name string, h *screentest.Hand) {
		for _, vp := range []ui.Viewport{h.Viewport(1366, 768), h.Viewport(1024, 768), h.Viewport(1680, 945)} {
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
			read(lay.Lay(h.View(vp), vp, nil).Root.Node)
		}
	})
}
