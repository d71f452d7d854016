package app

import (
	"slices"
	"strings"
	"testing"

	"holdtheline/assets/words"
	"holdtheline/game/screentest"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/authoring"
	"holdtheline/quiz/casefile/casetest"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// A disagreement that the record leaves open can be answered as that, and the screen
// says so in whole sentences.
func TestAnOpenDisagreement(t *testing.T) {
	c := casetest.LostCat(t)
	c.Points = append(c.Points, casefile.Point{ID: "collar", Question: "Did she wear her collar?", Answers: []casefile.Answer{
		{Text: "yes", By: []string{"notice#gone"}}, {Text: "no", By: []string{"photo#found"}},
	}})
	c.Rooms[2].Puzzles = append(c.Rooms[2].Puzzles, casefile.Puzzle{
		ID: "spot-collar", Kind: puzzle.KindSpot, Title: "With or without", Prompt: "Where do the two differ, and is one of them better supported there?",
		Why: "One against one.", Sources: []string{"notice", "photo"}, Points: []string{"collar", "seen-last"}, Open: true,
	})
	if problems := authoring.Check(c); len(problems) > 0 {
		t.Fatal(problems)
	}
	set := puzzle.New(c)
	for _, lang := range words.Languages() {
		w := screentest.In(t, lang)
		s := session.Start(set, session.Config{Length: casefile.Full, Mode: session.Practice, Seed: 4})
		for _, step := range s.Steps()[1:] {
			if err := s.Apply(session.Event{Kind: session.Went, Step: step.ID}); err != nil {
				t.Fatal(err)
			}
			if step.Puzzle == "spot-collar" {
				break
			}
			for _, id := range step.Items {
				item, _ := set.Item(id)
				if err := s.Apply(session.Event{Kind: session.Answered, Item: id, Answer: item.Best()}); err != nil {
					t.Fatal(err)
				}
			}
		}
		m := New(set, Options{Words: w, Length: casefile.Full, Mode: session.Practice, Resume: true, Saved: map[Variant]*session.Session{
			{Length: casefile.Full, Mode: session.Practice}: s,
		}})
		view := func() *ui.Node { return m.View(ui.Viewport{Width: 1366, Height: 768, Text: 1}) }
		places := m.session.Form("spot-collar").Fields[0].IDs()
		press(t, m, view(), numbered("place.", slices.Index(places, "collar")))
		press(t, m, view(), "better.2") // after the two accounts
		press(t, m, view(), "submit")
		said := ""
		each(view(), func(n *ui.Node) { said += n.PlainText() + "\n" })
		for _, key := range []string{"spot.unsettled.result", "spot.unsettled.detail"} {
			if !strings.Contains(said, w.Say(key)) {
				t.Errorf("%s: the feedback lacks %q:\n%s", lang, w.Say(key), said)
			}
		}
		if mark, ok := m.session.Mark("spot-collar"); !ok || mark.Value != 1 {
			t.Errorf("%s: it marks %v", lang, mark.Value)
		}
	}
}
