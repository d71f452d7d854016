package app_test

import (
	"fmt"
	"testing"

	"holdtheline/game/app"
	"holdtheline/game/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/session"
)

// Nothing is cut off, overlaps, lies outside or is too small to press, on any
// screen, at any size that a school has, with text up to twice as large.
func TestNothingIsCutOffOnAnyScreen(t *testing.T) {
	lay := layouter()
	seen := map[string]bool{}
	for name, choose := range map[string]answers{"right": best, "wrong": wrong} {
		m := newGame(t, app.Options{Length: casefile.Full, Mode: session.Practice, Seed: 4, CanPlay: true})
		p := &player{t: t, m: m}
		check := func(screen string, tree *ui.Node) {
			state := fmt.Sprint(screen, find(tree, "outcome") != nil, find(tree, "dialog") != nil, m.Session() != nil)
			if seen[name+state] {
				return
			}
			seen[name+state] = true
			for _, vp := range sizes {
				for _, problem := range ui.Lint(lay.Lay(m.View(vp), vp, nil)) {
					t.Errorf("%s (%s) at %v × %v, text %v: %s", screen, name, vp.Width, vp.Height, vp.Text, problem)
				}
			}
		}
		p.screens = check
		check("screen.briefing", m.View(sizes[0]))
		p.press("settings")
		p.press("dialog.close")
		p.play(setOf(t), choose)
		for _, id := range []string{"menu", "menu.settings", "dialog.close", "menu", "menu.marking", "dialog.close", "save", "dialog.close", "review"} {
			p.press(id)
		}
		again := newGame(t, app.Options{
			Length: casefile.Full, CanPlay: true,
			Saved: map[app.Way]*session.Session{{Length: casefile.Full, Mode: session.Practice}: m.Session()},
		})
		check("screen.briefing, with a saved game", again.View(sizes[0]))
		m = again
		check("screen.briefing, with a saved game", again.View(sizes[0]))
	}
}
