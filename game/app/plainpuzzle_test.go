package app

import (
	"regexp"
	"testing"

	"holdtheline/assets"
	"holdtheline/assets/words"
	"holdtheline/game/screentest"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// Any kind of puzzle can be played on the plain screen that is made from its form
// alone: everything on offer can be chosen, nothing lacks its words or is cut off,
// and the feedback tells what is right.
func TestThePlainScreenOfEveryKind(t *testing.T) {
	c, err := assets.Load(assets.DefaultCase)
	if err != nil {
		t.Fatal(err)
	}
	set := puzzle.New(c)
	for _, lang := range words.Languages() {
		w := screentest.In(t, lang)
		s := session.Start(set, session.Config{Length: casefile.Full, Mode: session.Practice, Seed: 4})
		m := New(set, Options{Words: w, Length: casefile.Full, Mode: session.Practice, Resume: true, Saved: map[Variant]*session.Session{
			{Length: casefile.Full, Mode: session.Practice}: s,
		}})
		for _, step := range s.Steps()[1:] {
			if err := s.Apply(session.Event{Kind: session.Went, Step: step.ID}); err != nil {
				t.Fatal(err)
			}
			for _, id := range step.Items {
				item, _ := set.Item(id)
				if step.Kind != session.PuzzleStep {
					if err := s.Apply(session.Event{Kind: session.Answered, Item: id, Answer: item.Best()}); err != nil {
						t.Fatal(err)
					}
					continue
				}
				playPlain(t, m, item)
			}
		}
	}
}

// plainTree is the plain screen of an item.
func plainTree(t *testing.T, m *Model, item puzzle.Item) *ui.Node {
	t.Helper()
	lacking := regexp.MustCompile(`\[[a-z0-9.-]+\]|\{[a-z-]+\}`)
	var tree *ui.Node
	lay := ui.NewLayouter(theme.Faces())
	for _, vp := range []ui.Viewport{{Width: 320, Height: 640, Text: 1}, {Width: 1366, Height: 768, Text: 2}, {Width: 1366, Height: 768, Text: 1}} {
		var s screen
		m.plainPuzzle(newFrame(vp), item, &s, m.session.Answered(item.ID()))
		s.right = m.handIn(item, m.say("puzzle.submit"))
		s.title, s.main = item.Title(), append([]*ui.Node{heading(questionID, 2, item.Title(), leadFont)}, s.main...)
		tree = m.assemble(newFrame(vp), s)
		for _, problem := range ui.Lint(lay.Lay(tree, vp, nil)) {
			t.Errorf("%s at %v: %s", item.ID(), vp, problem)
		}
	}
	each(tree, func(n *ui.Node) {
		if text := n.Name + n.PlainText(); lacking.MatchString(text) {
			t.Errorf("%s: %s says %q", item.ID(), n.ID, text)
		}
	})
	return tree
}

func each(n *ui.Node, visit func(*ui.Node)) {
	visit(n)
	for _, c := range n.Children {
		each(c, visit)
	}
}

// playPlain fills in the right answer by what can be pressed on the plain screen.
func playPlain(t *testing.T, m *Model, item puzzle.Item) {
	t.Helper()
	form := m.session.Form(item.ID())
	best := form.Draft(item.Best())
	for _, field := range form.Fields {
		if field.Pick == puzzle.PickOrder {
			for place, id := range best.Value(field.Name) {
				for now := m.arrangement(item); now[place] != id; now = m.arrangement(item) {
					press(t, m, plainTree(t, m, item), "earlier."+id)
				}
			}
			continue
		}
		if field.Pick == puzzle.PickLinks {
			hung := map[string]bool{field.Root: true}
			links := best.Links(field.Name)
			for len(links) > 0 {
				l := links[0]
				links = links[1:]
				for i := 0; !hung[l.From] && i < len(links); i++ {
					if hung[links[i].From] {
						l, links[i] = links[i], l
					}
				}
				if !hung[l.From] {
					press(t, m, plainTree(t, m, item), "card."+l.From)
					press(t, m, plainTree(t, m, item), "claim.press")
				}
				if l.To != "" {
					press(t, m, plainTree(t, m, item), "card."+l.From)
					press(t, m, plainTree(t, m, item), "card."+l.To)
				}
				hung[l.From], hung[l.To] = true, true
			}
			continue
		}
		for _, o := range field.Options {
			pressed := ""
			each(plainTree(t, m, item), func(n *ui.Node) {
				if n.Do == (Fill{Field: field.Name, Option: o.ID}) {
					pressed = n.ID
				}
			})
			if pressed == "" {
				t.Errorf("%s: nothing chooses %q", item.ID(), o.ID)
			}
			if best.Has(field.Name, o.ID) {
				press(t, m, plainTree(t, m, item), pressed)
			}
		}
	}
	if !m.filled(item).Complete() {
		t.Fatalf("%s isn't filled in", item.ID())
	}
	m.Update(Submit{})
	if mark, ok := m.session.Mark(item.ID()); !ok || mark.Value != 1 {
		t.Fatalf("%s marks %v", item.ID(), mark.Value)
	}
	lines := 0
	each(plainTree(t, m, item), func(n *ui.Node) {
		if n.Role == ui.ListItem && n.Style.Flow == ui.Row {
			lines++
		}
	})
	if e, _ := m.session.Explain(item.ID()); lines != len(e.Lines) {
		t.Errorf("%s: the feedback has %d lines of %d", item.ID(), lines, len(e.Lines))
	}
}

func press(t *testing.T, m *Model, tree *ui.Node, id string) {
	t.Helper()
	done := false
	each(tree, func(n *ui.Node) {
		if n.ID == id && n.Do != nil && !n.Disabled && !done {
			done = true
			m.Update(n.Do)
		}
	})
	if !done {
		t.Fatalf("%s can't be pressed", id)
	}
}

// Whatever word of the trade a question rests on is explained.
func TestTheWordsOfEveryQuestionAreExplained(t *testing.T) {
	c, err := assets.Load(assets.DefaultCase)
	if err != nil {
		t.Fatal(err)
	}
	for _, item := range puzzle.New(c).Items() {
		if form := item.Form(0); form.Term != "" && !isTerm(form.Term) {
			t.Errorf("%s rests on the word %q, which the glossary lacks", item.ID(), form.Term)
		}
	}
}
