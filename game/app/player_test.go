package app_test

import (
	"encoding/json"
	"slices"
	"testing"

	"holdtheline/game/app"
	"holdtheline/game/screentest"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// A player plays through the tree alone: it finds a node by its id, and sends
// what pressing it would send. What isn't on the screen can't be pressed.
type player struct {
	t       testing.TB
	m       *app.Model
	effects []app.Effect
	focus   string                           // where the last press moved the focus; empty for nowhere
	screens func(name string, tree *ui.Node) // called after every press
	// Nothing but the player changes the model, so that what it shows need not be
	// made again before each press.
	alone bool
	shown *ui.Node // while alone: what the model shows; nil once that may have changed
	// What is on the screen, how nodes are pressed and how cards are dragged to
	// another's place, where not by the messages that do so.
	view func() *ui.Node
	hand func(id string)
	drag func(card, to string)
}

func (p *player) tree() *ui.Node {
	if p.view != nil {
		return p.view()
	}
	if p.shown != nil {
		return p.shown
	}
	tree := p.m.View(ui.Viewport{Width: 1366, Height: 768, Text: 1})
	if p.alone {
		p.shown = tree
	}
	return tree
}

// update gives the model a message that isn't of a node.
func (p *player) update(msg ui.Msg) {
	p.m.Update(msg)
	p.shown = nil
}

// press presses a node that must be there and enabled.
func (p *player) press(id string) {
	p.t.Helper()
	tree := p.tree()
	n := screentest.Find(tree, id)
	switch {
	case n == nil:
		p.t.Fatalf("on %s there is no %q", tree.ID, id)
	case n.Do == nil || n.Disabled:
		p.t.Fatalf("on %s, %q can't be pressed", tree.ID, id)
	}
	if p.hand != nil {
		p.hand(id)
	} else {
		effects, focus := send(p.m, n.Do)
		p.effects, p.focus = append(p.effects, effects...), focus
	}
	p.shown = nil
	if p.screens != nil {
		tree = p.tree()
		p.screens(tree.ID, tree)
	}
}

func (p *player) has(id string) bool { return screentest.Find(p.tree(), id) != nil }

// answers chooses the answer to an item; the right one for Best.
type answers func(puzzle.Item) json.RawMessage

func best(i puzzle.Item) json.RawMessage { return i.Best() }

// play goes from the briefing to the debrief, opening the first tab of every
// beat.
func (p *player) play(set *puzzle.Set, choose answers) {
	p.t.Helper()
	p.press("begin")
	p.finish(set, choose)
}

// finish goes on to the debrief.
func (p *player) finish(set *puzzle.Set, choose answers) {
	p.t.Helper()
	for range 200 {
		s := p.m.Session()
		step := s.Step()
		if step.Kind == session.DebriefStep {
			return
		}
		if step.Tabs != "" {
			if tabs, ok := set.Item(step.Tabs); ok {
				p.press("open." + tabs.(*puzzle.Tabs).Offered()[0])
				p.press("reading.done")
			}
		}
		for _, id := range step.Items {
			item, _ := set.Item(id)
			p.answer(item, choose(item))
			p.press("submit")
			if !s.Answered(id) {
				p.press("keep-order")
			}
			p.press("next")
		}
	}
	p.t.Fatal("the debrief was not reached")
}

func decode[A any](t testing.TB, raw json.RawMessage) A {
	t.Helper()
	var a A
	if err := json.Unmarshal(raw, &a); err != nil {
		t.Fatal(err)
	}
	return a
}

// answer fills in an answer by pressing what stands for its parts, as the form of
// the question has them.
func (p *player) answer(item puzzle.Item, raw json.RawMessage) {
	p.t.Helper()
	form := p.m.Session().Form(item.ID())
	wanted := form.Draft(raw)
	if !wanted.Complete() {
		p.t.Fatalf("%s is no answer to %s", raw, item.ID())
	}
	for i := range form.Fields {
		field := &form.Fields[i]
		if field.Pick == puzzle.PickOrder {
			p.arrange(wanted.Value(field.Name))
			continue
		}
		if field.Pick == puzzle.PickLinks {
			p.link(field, wanted.Links(field.Name))
			continue
		}
		for _, o := range field.Options {
			if wanted.Has(field.Name, o.ID) {
				p.press(p.choice(field.Name, o.ID).ID)
			}
		}
	}
}

// choice finds what chooses an option of a field.
func (p *player) choice(field, option string) *ui.Node {
	p.t.Helper()
	var found *ui.Node
	var walk func(n *ui.Node)
	walk = func(n *ui.Node) {
		if n.Do == (app.Fill{Field: field, Option: option}) {
			found = n
		}
		for _, c := range n.Children {
			walk(c)
		}
	}
	tree := p.tree()
	walk(tree)
	if found == nil {
		p.t.Fatalf("on %s nothing chooses %q at %q", tree.ID, option, field)
	}
	return found
}

// arrange brings the cards into an order with their buttons.
func (p *player) arrange(order []string) {
	p.t.Helper()
	for place, id := range order {
		for range len(order) {
			now := p.order()
			if now[place] == id {
				break
			}
			if p.drag != nil {
				p.drag(id, "item."+now[place])
				continue
			}
			p.press("earlier." + id)
		}
	}
}

// link hangs cards up and pulls their cords.
func (p *player) link(field *puzzle.Field, wanted []puzzle.Link) {
	p.t.Helper()
	hung := func() []string {
		var ids []string
		for _, item := range screentest.Find(p.tree(), "cord").Children {
			ids = append(ids, item.Value)
		}
		return ids
	}
	for at := hung(); len(at) > 1; at = hung() {
		card := at[0]
		if card == field.Root {
			card = at[1]
		}
		p.press("card." + card)
		p.press("take-down")
	}
	for len(wanted) > 0 {
		next := slices.IndexFunc(wanted, func(l puzzle.Link) bool { return l.To != "" && slices.Contains(hung(), l.From) })
		if next < 0 { // nothing hangs that a cord is to be pulled from
			p.join(wanted[0].From, "claim.press")
			if wanted[0].To == "" {
				wanted = wanted[1:]
			}
			continue
		}
		p.join(wanted[next].From, "card."+wanted[next].To)
		wanted = slices.Delete(slices.Clone(wanted), next, next+1)
	}
}

// join lifts a card, or the end of its cord, and puts it somewhere.
func (p *player) join(card, target string) {
	p.t.Helper()
	if p.drag != nil {
		p.drag(card, target)
		return
	}
	p.press("card." + card)
	p.press(target)
}

// order reads the cards' order off the screen.
func (p *player) order() []string {
	p.t.Helper()
	list := screentest.Find(p.tree(), "cards")
	if list == nil {
		p.t.Fatal("there are no cards on the screen")
	}
	var ids []string
	for _, item := range list.Children {
		ids = append(ids, item.ID[len("item."):])
	}
	return ids
}

// clear takes marks off that a first try left: a retry begins with its answer.
func (p *player) clear(item puzzle.Item) {
	p.t.Helper()
	form := p.m.Session().Form(item.ID())
	for _, field := range form.Fields {
		for _, o := range field.Options {
			if field.Pick == puzzle.PickMany {
				if n := p.choice(field.Name, o.ID); n.Checked {
					p.press(n.ID)
				}
			}
		}
	}
}
