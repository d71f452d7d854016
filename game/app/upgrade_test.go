package app_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"holdtheline/game/app"
	"holdtheline/game/screentest"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// A new version is offered exactly where no question lies open, at every size
// without anything being cut off.
func TestANewVersionIsOfferedOnlyBetweenQuestions(t *testing.T) {
	lay := screentest.Layouter()
	m := newGame(t, app.Options{Length: casefile.Quick, Mode: session.Practice, Seed: 4})
	p := &player{t: t, m: m}
	if p.has("renewal") {
		t.Error("a new version is offered though there is none")
	}
	m.Update(ready(t))
	offered := map[bool]int{}
	linted := map[string]bool{}
	check := func(screen string, tree *ui.Node) {
		open := false
		if s := m.Session(); s != nil {
			for _, id := range s.Step().Items {
				open = open || !s.Answered(id)
			}
		}
		got := screentest.Find(tree, "renewal") != nil
		offered[got]++
		if got == open {
			t.Errorf("%s: a new version is offered: %v, a question lies open: %v", screen, got, open)
		}
		if !got || linted[screen] {
			return
		}
		linted[screen] = true
		for _, vp := range sizes {
			for _, problem := range ui.Lint(lay.Lay(m.View(vp), vp, nil)) {
				t.Errorf("%s at %v × %v, text %v: %s", screen, vp.Width, vp.Height, vp.Text, problem)
			}
		}
	}
	p.screens = check
	check("screen.briefing", p.tree())
	p.play(setOf(t), best)
	if offered[true] == 0 || offered[false] == 0 || !linted["screen.debrief"] || !linted["screen.briefing"] {
		t.Errorf("offered %d times and not %d times, on %v", offered[true], offered[false], linted)
	}
}

// ready is the message of a new version that has the same case.
func ready(t *testing.T) app.UpgradeReady {
	return app.UpgradeReady{Cases: []string{"another case's", setOf(t).Case().Fingerprint()}}
}

func TestAGameIsNotGivenUpForANewVersionOfItsCase(t *testing.T) {
	m := newGame(t, app.Options{Length: casefile.Quick, Seed: 4})
	p := &player{t: t, m: m}
	m.Update(app.UpgradeReady{Cases: []string{"another case's"}})
	if !p.has("renewal") {
		t.Error("where no game has begun the new version isn't offered")
	}
	p.screens = func(screen string, tree *ui.Node) {
		if screentest.Find(tree, "renewal") != nil {
			t.Errorf("%s: a version is offered in which the game can't go on", screen)
		}
	}
	p.play(setOf(t), best)
	m.Update(ready(t))
	if !p.has("renewal") {
		t.Error("one in which it can isn't offered")
	}
}

func TestWhoSaysLaterIsNotAskedAgain(t *testing.T) {
	m := newGame(t, app.Options{Length: casefile.Quick, Seed: 4})
	p := &player{t: t, m: m}
	m.Update(ready(t))
	p.press("renewal.later")
	m.Update(ready(t)) // such as when yet another version comes
	p.play(setOf(t), func(i puzzle.Item) json.RawMessage {
		if p.has("renewal") {
			t.Errorf("at %s the player is asked again", i.ID())
		}
		return i.Best()
	})
	if p.has("renewal") {
		t.Error("at the debrief the player is asked again")
	}
}

func TestANewVersionIsUsedOnlyWithTheGameSaved(t *testing.T) {
	m := newGame(t, app.Options{Length: casefile.Quick, Mode: session.Practice, Seed: 4})
	p := &player{t: t, m: m}
	m.Update(ready(t))
	p.press("renewal.use")
	if got, ok := p.effects[len(p.effects)-1].(app.ApplyUpgrade); !ok || got.First != nil {
		t.Errorf("at the briefing of a new game the effect is %+v, want an upgrade with nothing to save", p.effects)
	}
	p.play(setOf(t), best)
	p.press("renewal.use")
	got, ok := p.effects[len(p.effects)-1].(app.ApplyUpgrade)
	if !ok || got.First == nil {
		t.Fatalf("at the debrief the effect is %+v, want an upgrade with the session to save first", p.effects[len(p.effects)-1])
	}
	variant := app.Variant{Length: casefile.Quick, Mode: session.Practice}
	if got.First.Variant != variant || !bytes.Equal(got.First.Data, m.Session().Encode()) {
		t.Error("what is saved first is not the session that is being played")
	}
}
