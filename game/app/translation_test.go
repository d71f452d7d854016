package app_test

import (
	"bytes"
	"strings"
	"testing"

	"holdtheline/assets"
	"holdtheline/game/app"
	"holdtheline/game/screentest"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/casetest"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// inGerman is the message with the case in German.
func inGerman(t testing.TB) app.CaseTold {
	set := screentest.Told(t, setOf(t), "de")
	return app.CaseTold{Set: set, Worksheet: "worksheet-de.html", Shelf: []app.Shelved{{Case: set.Case().Head()}}}
}

// marked counts what is marked as in another language than the interface's.
func marked(root *ui.Node) (count int) {
	var walk func(*ui.Node)
	walk = func(n *ui.Node) {
		if n.Lang != "" {
			count++
		}
		for _, s := range n.Text {
			if s.Lang != "" {
				count++
			}
		}
		for _, c := range n.Children {
			walk(c)
		}
	}
	walk(root)
	return count
}

func TestTheCaseFollowsTheLanguageInTheMiddleOfAGame(t *testing.T) {
	m := newGame(t, app.Options{Length: casefile.Full, Seed: 4})
	p := &player{t: t, m: m}
	p.press("begin")
	item := m.Session().Step().Items[0]
	first, _ := setOf(t).Item(item)
	p.answer(first, first.Best())
	log := m.Session().Encode()

	p.press("menu")
	p.press("menu.settings")
	p.press("language.de")
	if last, ok := p.effects[len(p.effects)-2].(app.TellCase); !ok || last.Lang != "de" {
		t.Fatalf("the effects are %+v, want one that asks for the case in German", p.effects)
	}
	if n := marked(p.tree()); n == 0 {
		t.Error("until it comes the case is in English, and isn't marked so")
	}
	send(m, inGerman(t))
	if box := screentest.Find(p.tree(), "dialog"); box == nil || box.Name != "Einstellungen" {
		t.Error("the dialog has closed")
	}
	send(m, app.CloseDialog{})
	if m.Case().Title != "Der Anruf" {
		t.Errorf("the case is called %q", m.Case().Title)
	}
	if !bytes.Equal(m.Session().Encode(), log) {
		t.Error("what was played has changed")
	}
	scene, claim := screentest.Find(p.tree(), "scene"), screentest.Find(p.tree(), "question")
	if scene == nil || !strings.HasPrefix(scene.PlainText(), "Du hast die Spätschicht") {
		t.Error("the scene isn't in German")
	}
	if claim == nil || !strings.Contains(claim.PlainText(), "Wladimir Putin") {
		t.Error("the claim isn't in German")
	}
	if n := marked(p.tree()); n > 0 {
		t.Errorf("%d passages are still marked as in another language", n)
	}
	if !p.has("submit") {
		t.Fatal("the answer that was filled in is gone")
	}
	p.press("submit")
	if !m.Session().Answered(item) {
		t.Error("it can't be handed in")
	}

	// And on to the end, whose review stays open when the language changes again.
	p.press("next")
	second, _ := m.Session().Set().Item(m.Session().Step().Items[1])
	p.answer(second, second.Best())
	p.press("submit")
	p.press("next")
	p.finish(screentest.Told(t, setOf(t), "de"), best)
	send(m, app.Review{Show: true})
	send(m, app.CaseTold{Set: setOf(t)})
	if !p.has("review.back") {
		t.Error("the review has closed")
	}
	if m.Case().Title != "The Call" {
		t.Errorf("back in English the case is called %q", m.Case().Title)
	}
}

func TestTheShelfAndTheBriefingFollowTheLanguage(t *testing.T) {
	m := newGame(t, app.Options{Words: screentest.In(t, "de"), Shelf: shelfOfAll(t), Worksheet: "worksheet.html"})
	p := &player{t: t, m: m}
	message := inGerman(t)
	message.Shelf = nil
	for _, head := range assets.HeadsIn("de") {
		if head.Form == "" {
			message.Shelf = append(message.Shelf, app.Shelved{Case: head})
		}
	}
	send(m, message)
	if n := screentest.Find(p.tree(), "summary"); n.Lang != "" || !strings.Contains(n.PlainText(), "ein") {
		t.Errorf("the summary is %q, marked as %q", n.PlainText(), n.Lang)
	}
	p.press("shelf.choose")
	title, other := screentest.Find(p.tree(), "shelf.the-call.title"), screentest.Find(p.tree(), "shelf.the-armistice-cable.title")
	if title.PlainText() != "Der Anruf" || title.Lang != "" {
		t.Errorf("on the shelf it is called %q, marked as %q", title.PlainText(), title.Lang)
	}
	if other.Lang != "en" {
		t.Errorf("a case that isn't translated is marked as %q", other.Lang)
	}
}

// A game that was saved in one language is there when another is chosen, and what comes
// for another case, or too late, changes nothing.
func TestSavedGamesGoOnInTheOtherLanguage(t *testing.T) {
	variant := app.Variant{Length: casefile.Quick, Mode: session.Practice}
	s := session.Start(setOf(t), session.Config{Length: variant.Length, Mode: variant.Mode, Seed: 3, Began: began()})
	if err := s.Apply(session.Event{Kind: session.Went, Step: s.Steps()[1].ID}); err != nil {
		t.Fatal(err)
	}
	m := newGame(t, app.Options{Length: variant.Length, Mode: variant.Mode, Saved: map[app.Variant]*session.Session{variant: s}})
	p := &player{t: t, m: m}
	send(m, app.CaseTold{Set: puzzle.New(casetest.LostCat(t))})
	if m.Case().ID != assets.DefaultCase {
		t.Fatal("another case has taken the place of this one")
	}
	send(m, inGerman(t))
	send(m, app.Next{})
	if m.Session() == nil || !bytes.Equal(m.Session().Encode(), s.Encode()) {
		t.Fatal("the saved game doesn't go on")
	}
	if scene := screentest.Find(p.tree(), "scene"); scene == nil || !strings.Contains(scene.PlainText(), "Redaktion") {
		t.Error("it goes on in the other language")
	}
}
