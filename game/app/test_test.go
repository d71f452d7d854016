package app_test

import (
	"slices"
	"strings"
	"testing"

	"holdtheline/assets"
	"holdtheline/game/app"
	"holdtheline/game/screentest"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// formSet is a form of the test.
func formSet(t testing.TB, form casefile.Form) *puzzle.Set {
	t.Helper()
	id, ok := assets.FormCase(form)
	if !ok {
		t.Fatalf("there is no form %s", form)
	}
	c, err := assets.Load(id)
	if err != nil {
		t.Fatal(err)
	}
	return puzzle.New(c)
}

func newTest(t *testing.T, form casefile.Form, test app.Test) *player {
	t.Helper()
	return &player{t: t, m: app.New(formSet(t, form), app.Options{Words: screentest.In(t, "en"), Seed: 3, Test: test, Shelf: shelfOfAll(t)})}
}

// takeTest answers everything wrong and looks at every screen on the way.
func takeTest(t *testing.T, p *player, form casefile.Form, look func(tree *ui.Node)) {
	t.Helper()
	set := formSet(t, form)
	p.press("begin")
	for range 40 {
		look(p.tree())
		step := p.m.Session().Step()
		if step.Kind == session.DebriefStep {
			return
		}
		for _, id := range step.Items {
			item, _ := set.Item(id)
			p.answer(item, wrong(item))
			look(p.tree())
			p.press("submit")
		}
	}
	t.Fatal("the test has no end")
}

func TestATestTellsNothingBeforeItIsHandedIn(t *testing.T) {
	for _, form := range []casefile.Form{casefile.FormA, casefile.FormB} {
		p := newTest(t, form, app.Test{When: session.Before})
		if p.has("lengths") || p.has("shelf.choose") || !p.has("test.what") {
			t.Error("the briefing offers what a test hasn't got")
		}
		reasons := map[string]bool{}
		for _, claim := range formSet(t, form).Case().Claims {
			for _, s := range claim.Status {
				reasons[s.Why] = true
			}
		}
		takeTest(t, p, form, func(tree *ui.Node) {
			for _, id := range []string{"outcome", "compare", "feedback.why", "lesson", "hint", "retry", "score"} {
				if screentest.Find(tree, id) != nil {
					t.Errorf("%s: %s shows %q", form, tree.ID, id)
				}
			}
			text := textOf(tree)
			for why := range reasons {
				if strings.Contains(text, why) {
					t.Errorf("%s: %s gives a reason: %s", form, tree.ID, why)
				}
			}
			if status := screentest.Find(tree, "status").PlainText(); strings.Contains(status, "%") || strings.Contains(status, "right") {
				t.Errorf("%s announces %q", tree.ID, status)
			}
		})
		if !p.has("save.log") || p.has("review") || p.has("score") {
			t.Error("the end of a test shows more than that it is handed in")
		}
		cfg := p.m.Session().Config()
		if cfg.Mode != session.Test || cfg.When != session.Before {
			t.Errorf("the session is %+v", cfg)
		}
	}
}

// Nobody gets back to an answer by the menu, or starts over.
func TestATestHasNoWayBack(t *testing.T) {
	p := newTest(t, casefile.FormA, app.Test{})
	p.press("begin")
	first := p.m.Session().Step()
	set := formSet(t, casefile.FormA)
	for _, id := range first.Items {
		item, _ := set.Item(id)
		p.answer(item, item.Best())
		p.press("submit")
	}
	p.press("menu")
	if p.has("menu.restart") || p.has("goto."+first.ID) {
		t.Error("the menu leads back")
	}
	p.m.Update(app.GoTo{Step: first.ID})
	if p.m.Session().Step().ID == first.ID {
		t.Error("a message leads back")
	}
	// After a reload in between, an answered question shows no feedback either.
	s, err := session.Read(set, p.m.Session().Encode())
	if err != nil {
		t.Fatal(err)
	}
	again := app.New(set, app.Options{Words: screentest.In(t, "en"), Resume: true, Saved: map[app.Variant]*session.Session{{Length: casefile.Lesson, Mode: session.Test}: s}})
	if again.Session() == nil || screentest.Find((&player{t: t, m: again}).tree(), "compare") != nil {
		t.Error("it doesn't go on where it was")
	}
}

func TestTheReasonsOfATestAreShownOnlyIfTheLinkAsks(t *testing.T) {
	p := newTest(t, casefile.FormB, app.Test{When: session.After, Reasons: true})
	takeTest(t, p, casefile.FormB, func(*ui.Node) {})
	p.press("review")
	if !strings.Contains(textOf(p.tree()), formSet(t, casefile.FormB).Case().Claims[0].Status[0].Why) {
		t.Error("the reasons aren't there")
	}
}

func TestHalvesOfAClassBeginWithDifferentForms(t *testing.T) {
	for _, c := range []struct {
		when session.When
		even bool
		form casefile.Form
	}{
		{session.Before, false, casefile.FormA},
		{session.Before, true, casefile.FormB},
		{session.After, false, casefile.FormB},
		{session.After, true, casefile.FormA},
		{"", false, casefile.FormA},
		{"", true, casefile.FormB},
	} {
		p := newTest(t, casefile.FormA, app.Test{When: c.when, Halves: true})
		p.press("begin")
		if p.m.Session() != nil || !p.has("halves.even") {
			t.Fatal("the test begins without asking for the number")
		}
		p.press(map[bool]string{false: "halves.odd", true: "halves.even"}[c.even])
		asked := slices.Contains(p.effects, app.Effect(app.OpenForm{Form: c.form}))
		if c.form == casefile.FormA && p.m.Session() == nil || c.form == casefile.FormB && !asked {
			t.Errorf("%q, even %t: begun %t, the effects are %v", c.when, c.even, p.m.Session() != nil, p.effects)
		}
		if c.form == casefile.FormB { // which can't be had, say: nobody begins with the wrong one
			p.press("begin")
			if p.m.Session() != nil || !p.has("halves.even") {
				t.Error("the form that the link opened is begun instead")
			}
		}
	}
}

// A story to play is no test, whatever the link says.
func TestAStoryIsNoTest(t *testing.T) {
	p := &player{t: t, m: newGame(t, app.Options{Test: app.Test{When: session.After, Halves: true}})}
	p.press("begin")
	if s := p.m.Session(); s == nil || s.Config().Mode != session.Practice || s.Config().When != "" {
		t.Error("the story isn't begun as usual")
	}
}
