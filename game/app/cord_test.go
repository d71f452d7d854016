//go:build !js

package app_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"holdtheline/assets"
	"holdtheline/assets/words"
	"holdtheline/game/app"
	"holdtheline/game/launch"
	"holdtheline/game/screentest"
	"holdtheline/game/toolkit/drive"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
)

// The cord is pulled with the mouse, a finger and by keys, and leads to the answer
// that was meant.
func TestTheCordIsPulled(t *testing.T) {
	set := setOf(t)
	for _, how := range []string{"mouse", "touch", "keys"} {
		t.Run(how, func(t *testing.T) {
			g := open(t, map[string]string{launch.LengthKey: "lesson", launch.ModeKey: "practice", launch.SeedKey: "4"})
			h := &hand{driven: g, how: how}
			h.resize(1366, 1400)
			w := &tour{set: setOf(t), player: &player{t: t, m: g.model}, stops: map[string]bool{}}
			w.press("begin")
			w.through("trace-a1")
			g.driver.Invalidate()
			h.rest()
			h.player = &player{t: t, m: g.model, hand: h.take, view: func() *ui.Node { return h.driver.Layout().Root.Node }}
			if how != "keys" {
				h.player.drag = h.dragTo
			}
			item, _ := set.Item("trace-a1")
			h.answer(item, item.Best())
			h.press("submit")
			mark, ok := g.model.Session().Mark("trace-a1")
			if !ok || mark.Value != 1 {
				t.Errorf("it marks %v: %s", mark.Value, g.model.Session().Draft("trace-a1"))
			}
			if g.driver.NeedsFrames() {
				t.Error("something goes on moving")
			}
		})
	}
}

// Escape lets go of what was lifted, and nothing is lost.
func TestEscapeLetsGoOfTheCord(t *testing.T) {
	g := open(t, map[string]string{launch.LengthKey: "lesson", launch.ModeKey: "practice", launch.SeedKey: "4"})
	h := &hand{driven: g, how: "keys"}
	h.resize(1366, 768)
	w := &tour{set: setOf(t), player: &player{t: t, m: g.model}, stops: map[string]bool{}}
	w.press("begin")
	w.through("trace-a1")
	g.driver.Invalidate()
	h.rest()
	h.take("card.a1")
	if g.driver.Layout().Find("let-go") == nil {
		t.Fatal("nothing was lifted")
	}
	h.do(drive.Event{Kind: drive.Key, Key: ui.Escape})
	h.rest()
	if g.driver.Layout().Find("let-go") != nil || g.driver.Focused() != "card.a1" {
		t.Errorf("after Escape the focus is on %q", g.driver.Focused())
	}
	if g.model.Session().Draft("trace-a1") != nil {
		t.Error("something was pulled")
	}
}

// Messages that come too late, or make no sense, change nothing.
func TestLateMessagesToTheCord(t *testing.T) {
	g := open(t, map[string]string{launch.LengthKey: "lesson", launch.ModeKey: "practice", launch.SeedKey: "4"})
	w := &tour{set: setOf(t), player: &player{t: t, m: g.model}, stops: map[string]bool{}}
	w.press("begin")
	late := []ui.Msg{
		app.Hang{Card: "post", To: "bbc"},
		app.TakeDown{Card: "post"},
		app.Hang{Card: "x"},
		app.Hang{Card: "post", To: "post"},
		app.Hang{To: "post"},
		app.TakeDown{},
		app.LiftCard{Card: "x"},
	}
	for _, msg := range late {
		send(g.model, msg) // at the desk
	}
	w.through("trace-a1")
	for _, msg := range late[2:] {
		send(g.model, msg)
	}
	if draft := g.model.Session().Draft("trace-a1"); draft != nil && string(draft) != "{}" {
		t.Errorf("what is filled in is %s", draft)
	}
	send(g.model, app.Hang{Card: "a1", To: "post"})
	send(g.model, app.Hang{Card: "post", To: "a1"}) // round in a circle
	if draft := g.model.Session().Draft("trace-a1"); string(draft) != `{"a1":"post"}` {
		t.Errorf("what is filled in is %s", draft)
	}
	w.press("submit")
	answer, _ := g.model.Session().Answer("trace-a1")
	send(g.model, app.Hang{Card: "a1", To: "bbc"})
	if again, _ := g.model.Session().Answer("trace-a1"); string(again) != string(answer) {
		t.Error("an answer was changed after it was handed in")
	}
}

// Where a source comes from is shown once it was judged, and at the desk nothing of
// it that comes in later.
func TestWhereASourceComesFrom(t *testing.T) {
	m := newGame(t, app.Options{Length: "full", Mode: "practice", Seed: 3})
	w := &tour{set: setOf(t), player: &player{t: t, m: m}, stops: map[string]bool{}}
	shown := func(source string) []string {
		send(m, app.OpenSource{Source: source})
		defer send(m, app.CloseDialog{})
		var ids []string
		if list := screentest.Find(w.tree(), "lineage.list"); list != nil {
			for _, line := range list.Children {
				ids = append(ids, line.ID[len("lineage.list."):])
			}
		}
		return ids
	}
	w.press("begin")
	w.through("b3")
	if got := shown("publicist"); got != nil {
		t.Errorf("before the Lab has asked, the publicist rests on %v", got)
	}
	w.through("b4-early")
	for !m.Session().Answered(m.Session().Step().Items[len(m.Session().Step().Items)-1]) {
		w.solve(true)
		w.press("submit")
		if w.has("next") && !m.Session().Answered(m.Session().Step().Items[len(m.Session().Step().Items)-1]) {
			w.press("next")
		}
	}
	if got := shown("a2"); slices.Contains(got, "confession") {
		t.Errorf("on the morning before the confession a2 rests on %v", got)
	}
	w.press("next")
	w.through("trace-a1")
	w.answer(w.item(), w.item().Best())
	w.press("submit")
	for source, want := range map[string][]string{"publicist": {"post", "publicist"}, "post": nil, "tpm": nil} {
		if got := shown(source); !slices.Equal(got, want) {
			t.Errorf("the lineage of %s is %v, want %v", source, got, want)
		}
	}
	w.press("next")
	w.through("trace-afp")
	if got := shown("tpm"); len(got) < 3 || got[len(got)-1] != "tpm" {
		t.Errorf("once it was traced, the lineage of tpm is %v", got)
	}
}

// The answer draws everybody who says so, the independent ones first in their order
// of time, and tells the same as a list.
func TestTheAnswerDrawsTheWholeProvenance(t *testing.T) {
	m := newGame(t, app.Options{Length: "full", Mode: "practice", Seed: 3})
	w := &tour{set: setOf(t), player: &player{t: t, m: m}, stops: map[string]bool{}}
	w.press("begin")
	w.through("trace-november")
	item := w.item().(*puzzle.Trace)
	w.answer(item, json.RawMessage(`{"armradio": "huffpost", "huffpost": "radio", "post2": null}`))
	w.press("submit")
	list := screentest.Find(w.tree(), "spread.list")
	if list == nil || screentest.Find(w.tree(), "spread.picture") == nil {
		t.Fatal("the provenance is not there")
	}
	var told []string
	for _, line := range list.Children {
		told = append(told, line.ID[len("spread.list."):])
	}
	if want := []string{"announcement", "kremlin-text", "afp", "radio", "huffpost", "armradio"}; !slices.Equal(slices.DeleteFunc(told, func(id string) bool { return id == "a3" }), want) {
		t.Errorf("it tells of %v, want %v", told, want)
	}
	for card, word := range map[string]string{"armradio": "springs back", "huffpost": "has it from", "post2": "does not say so"} {
		if got := textOf(screentest.Find(w.tree(), "item."+card)); !strings.Contains(got, word) {
			t.Errorf("of %s it is said %q", card, got)
		}
	}
	w.press("next")
	w.through("debrief")
	w.press("review")
	if screentest.Find(w.tree(), "review.trace-november.spread.list") == nil {
		t.Error("the review doesn't show where the claim came from")
	}
}

// Two people in one interview are two witnesses at one end.
func TestTheAnswerOfATraceCountsPeople(t *testing.T) {
	data, err := assets.Case(assets.DefaultCase)
	if err != nil {
		t.Fatal(err)
	}
	c, err := casefile.Load(data)
	if err != nil {
		t.Fatal(err)
	}
	radio, _ := c.Source("radio")
	radio.Digest = append(radio.Digest, casefile.Paragraph{ID: "asks", Text: "Bridget Kendall was in the room when the phone rang.", Speaker: "kendall"})
	claim, _ := c.Claim("call-real")
	claim.AssertedBy = append(claim.AssertedBy, "radio#asks")
	set := puzzle.New(c)
	m := app.New(set, app.Options{Length: "full", Mode: "practice", Seed: 3, Words: screentest.In(t, words.Default)})
	w := &tour{set: set, player: &player{t: t, m: m}, stops: map[string]bool{}}
	w.press("begin")
	w.through("trace-november")
	w.answer(w.item(), w.item().Best())
	w.press("submit")
	page := textOf(w.tree())
	for _, want := range []string{
		"You built 2 ends; there should be 2 ends (3 independent witnesses).",
		"nothing is behind it. Witnesses: Elton John, Bridget Kendall.",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
}
