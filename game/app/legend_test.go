package app_test

import (
	"strings"
	"testing"

	"holdtheline/game/app"
	"holdtheline/game/screentest"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/session"
)

// The legend shows by itself at the first verdict, and is a press away from every
// other screen with a stamp.
func TestTheStampsAreExplained(t *testing.T) {
	set := setOf(t)
	m := newGame(t, app.Options{Length: casefile.Quick, Mode: session.Practice, Seed: 3})
	p := &player{t: t, m: m}
	p.press("begin")
	for _, v := range casefile.Verdicts() {
		if screentest.Find(p.tree(), "legend.lines."+string(v)) == nil {
			t.Errorf("at the first verdict nothing says what %s means", v)
		}
	}
	if screentest.Find(p.tree(), "legend") != nil {
		t.Error("the way to what is shown already is offered as well")
	}
	seen := 0
	look := func(where string) {
		stamps := false
		for _, n := range controls(p.tree()) {
			stamps = stamps || n.ID == "verdict.real"
		}
		if !stamps && screentest.Find(p.tree(), "supported.stamp") == nil && screentest.Find(p.tree(), "belief") == nil {
			return
		}
		if screentest.Find(p.tree(), "legend") == nil {
			if screentest.Find(p.tree(), "legend.lines.real") == nil {
				t.Errorf("%s shows a stamp and no way to what it means", where)
			}
			return
		}
		seen++
		p.press("legend")
		if n := screentest.Find(p.tree(), "dialog"); n == nil || screentest.Find(n, "legend.lines.unconfirmed") == nil {
			t.Errorf("%s: the legend does not open", where)
		}
		p.press("dialog.close")
	}
	for m.Session().Step().Kind != session.DebriefStep {
		for _, id := range m.Session().Step().Items {
			item, _ := set.Item(id)
			if m.Session().Answered(id) {
				continue
			}
			look(id)
			p.answer(item, item.Best())
			p.press("submit")
			if !m.Session().Answered(id) {
				p.press("keep-order")
			}
			look(id + ", answered")
			p.press("next")
		}
	}
	look("the debrief")
	if seen < 10 {
		t.Errorf("looked at %d screens", seen)
	}
}

// Nobody is introduced before they enter the story.
func TestPeopleAreIntroducedWhenTheyEnter(t *testing.T) {
	m := newGame(t, app.Options{Length: casefile.Full, Mode: session.Practice, Seed: 3})
	p := &player{t: t, m: m}
	introduced := map[string]int{}
	count := func() {
		var walk func(n *ui.Node)
		walk = func(n *ui.Node) {
			for _, person := range setOf(t).Case().People {
				if n.ID == "person."+person.ID {
					introduced[person.ID]++
				}
			}
			for _, c := range n.Children {
				walk(c)
			}
		}
		walk(p.tree())
	}
	count()
	if introduced["john"] != 1 || introduced["krasnov"] != 0 || introduced["peskov"] != 0 {
		t.Errorf("at the briefing: %v", introduced)
	}
	p.press("begin")
	set := setOf(t)
	for m.Session().Step().Kind == session.BeatStep {
		count()
		for _, id := range m.Session().Step().Items {
			if item, _ := set.Item(id); !m.Session().Answered(id) {
				p.answer(item, item.Best())
				p.press("submit")
				p.press("next")
			}
		}
	}
	for _, id := range []string{"john", "putin", "peskov", "curtis", "krasnov", "stolyarov"} {
		if introduced[id] != 1 {
			t.Errorf("%s is introduced %d times", id, introduced[id])
		}
	}
}

// The desk does not say what a question that is still to come asks: how close the
// confession is, which the Lab weighs, and that the agency rests on the announcement,
// which it traces.
func TestTheDeskKeepsWhatTheLabAsks(t *testing.T) {
	set := setOf(t)
	m := newGame(t, app.Options{Length: casefile.Full, Mode: session.Practice, Seed: 3})
	p := &player{t: t, m: m}
	p.press("begin")
	cards := map[string]string{}
	for m.Session().Step().Kind == session.BeatStep {
		for _, n := range controls(p.tree()) {
			if strings.HasPrefix(n.ID, "open.") {
				p.press(n.ID)
				p.press("reading.done")
			}
		}
		for _, c := range set.Case().Sources {
			for _, id := range []string{"card." + c.ID, "tab." + c.ID} {
				if card := screentest.Find(p.tree(), id); card != nil {
					cards[c.ID] = textOf(card)
				}
			}
		}
		for _, id := range m.Session().Step().Items {
			if item, _ := set.Item(id); !m.Session().Answered(id) {
				p.answer(item, item.Best())
				p.press("submit")
				p.press("next")
			}
		}
	}
	for source, told := range map[string]string{"denial": "official", "original": "rests on", "spokesperson": "second-hand"} {
		if !strings.Contains(cards[source], told) {
			t.Errorf("the card of %s does not say %q: %s", source, told, cards[source])
		}
	}
	for source, kept := range map[string]string{"confession": "first-hand", "announcement": "official", "afp": "rests on", "tpm": "rests on"} {
		if cards[source] == "" || strings.Contains(cards[source], kept) {
			t.Errorf("the card of %s says %q: %s", source, kept, cards[source])
		}
	}
}

// textOf is all the text of a node and those in it.
func textOf(n *ui.Node) string {
	text := ""
	for _, span := range n.Text {
		text += span.Text
	}
	for _, c := range n.Children {
		text += "\n" + textOf(c)
	}
	return text
}
