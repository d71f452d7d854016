package app_test

import (
	"bytes"
	"testing"

	"holdtheline/game/app"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/session"
)

var quickPractice = app.Variant{Length: casefile.Quick, Mode: session.Practice}

// twoTabs are the same game in two tabs, of which the second has answered a
// question that the first knows nothing of.
func twoTabs(t *testing.T) (here, there *player) {
	t.Helper()
	start := func(saved map[app.Variant]*session.Session) *player {
		m := newGame(t, app.Options{Length: casefile.Quick, Mode: session.Practice, Seed: 4, Saved: saved, Resume: saved != nil})
		return &player{t: t, m: m}
	}
	here = start(nil)
	here.press("begin")
	same, err := session.Read(setOf(t), here.m.Session().Encode())
	if err != nil {
		t.Fatal(err)
	}
	there = start(map[app.Variant]*session.Session{quickPractice: same})
	for _, id := range []string{"verdict.denied", "certainty.2", "submit"} {
		there.press(id)
	}
	return here, there
}

func TestGoingOnFromTheOtherTab(t *testing.T) {
	here, there := twoTabs(t)
	if effects := here.m.Update(app.Conflict{Variant: quickPractice}); len(effects) > 0 || !here.has("elsewhere.there") {
		t.Fatalf("the player isn't asked; effects %v", effects)
	}
	here.press("elsewhere.there")
	if got := here.effects[len(here.effects)-1]; got != (app.LoadSession{Variant: quickPractice}) {
		t.Fatalf("the other game isn't asked for but %v", got)
	}
	data := there.m.Session().Encode()
	_, focus := send(here.m, app.Loaded{Variant: quickPractice, Data: data})
	if !bytes.Equal(here.m.Session().Encode(), data) || here.has("dialog") {
		t.Error("the other game isn't taken up")
	}
	if focus != "heading" {
		t.Errorf("the focus goes to %q, want the heading", focus)
	}
}

func TestGoingOnFromHere(t *testing.T) {
	here, _ := twoTabs(t)
	here.m.Update(app.Conflict{Variant: quickPractice})
	mine := here.m.Session().Encode()
	here.press("elsewhere.here")
	last, ok := here.effects[len(here.effects)-1].(app.ReplaceSession)
	if !ok || last.Variant != quickPractice || !bytes.Equal(last.Data, mine) || here.has("dialog") {
		t.Errorf("this game doesn't replace the other: %+v", last)
	}
}

// At the briefing, and for other ways to play, there is nothing to decide.
func TestWhatIsNotBeingPlayedIsBroughtUpToDate(t *testing.T) {
	here, there := twoTabs(t)
	other := app.Variant{Length: casefile.Full, Mode: session.Practice}
	if effects := here.m.Update(app.Conflict{Variant: other}); len(effects) != 1 || effects[0] != (app.LoadSession{Variant: other}) || here.has("dialog") {
		t.Errorf("another way to play gives %v", effects)
	}
	briefing := &player{t: t, m: newGame(t, app.Options{Length: casefile.Quick, Mode: session.Practice, Seed: 4})}
	for _, e := range briefing.m.Update(app.Conflict{Variant: quickPractice}) {
		briefing.m.Update(app.Loaded{Variant: e.(app.LoadSession).Variant, Data: there.m.Session().Encode()})
	}
	if !briefing.has("go-on") {
		t.Error("the briefing doesn't offer the game begun in another tab")
	}
	briefing.m.Update(app.Loaded{Variant: quickPractice})
	if briefing.has("go-on") {
		t.Error("it offers a game that was put aside in another tab")
	}
}

func TestAGamePutAsideElsewhereEndsHere(t *testing.T) {
	here, _ := twoTabs(t)
	here.m.Update(app.Conflict{Variant: quickPractice})
	here.m.Update(app.Loaded{Variant: quickPractice})
	if here.m.Session() != nil {
		t.Error("the game goes on")
	}
	here, _ = twoTabs(t)
	here.m.Update(app.Loaded{Variant: quickPractice, Data: []byte("broken")})
	if here.m.Session() == nil || !here.has("trouble") {
		t.Error("what can't be read ends this game, or nothing is said about it")
	}
}
