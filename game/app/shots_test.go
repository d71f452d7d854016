package app_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"holdtheline/game/app"
	"holdtheline/game/screentest"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// TestShots makes a picture of every screen of a full game, before and after its answer,
// for people to look at: see [screentest.Shots].
func TestShots(t *testing.T) { screentest.Shots(t, fullGame, "390x844,1366x768,1920x1080") }

// fullGame plays a full game, and stops at every screen before and after its answer.
func fullGame(t testing.TB, lang string, stop func(name string, h *screentest.Hand)) {
	t.Helper()
	set := screentest.Told(t, setOf(t), lang)
	m := app.New(set, app.Options{Words: screentest.In(t, lang), Length: casefile.Full, Mode: session.Practice, Seed: 4})
	p := &player{t: t, m: m}
	n := 0
	shoot := func(name string) {
		n++
		stop(fmt.Sprintf("%02d-%s", n, name), &screentest.Hand{T: t, View: m.View})
	}
	shoot("briefing")
	last := ""
	p.screens = func(name string, tree *ui.Node) {
		key := name
		switch {
		case screentest.Find(tree, "dialog") != nil:
			key += "." + screentest.Find(tree, "dialog").Children[1].ID
		case screentest.Find(tree, "outcome") != nil:
			key += ".answered"
		}
		if key != last {
			last = key
			shoot(strings.TrimPrefix(key, "screen."))
		}
	}
	answered := 0
	p.play(set, func(i puzzle.Item) json.RawMessage {
		if answered++; answered%3 == 0 {
			return wrong(i)
		}
		return best(i)
	})
	for _, id := range []string{"menu", "menu.settings", "dialog.close", "menu", "menu.marking", "dialog.close", "save", "dialog.close", "review"} {
		p.press(id)
	}
}
