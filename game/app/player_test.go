package app_test

import (
	"encoding/json"
	"slices"
	"strconv"
	"testing"

	"holdtheline/game/app"
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
}

func (p *player) tree() *ui.Node { return p.m.View(ui.Viewport{Width: 1366, Height: 768, Text: 1}) }

func find(n *ui.Node, id string) *ui.Node {
	if n.ID == id {
		return n
	}
	for _, c := range n.Children {
		if found := find(c, id); found != nil {
			return found
		}
	}
	return nil
}

// press presses a node that must be there and enabled.
func (p *player) press(id string) {
	p.t.Helper()
	tree := p.tree()
	n := find(tree, id)
	switch {
	case n == nil:
		p.t.Fatalf("on %s there is no %q", tree.ID, id)
	case n.Do == nil || n.Disabled:
		p.t.Fatalf("on %s, %q can't be pressed", tree.ID, id)
	}
	effects, focus := send(p.m, n.Do)
	p.effects, p.focus = append(p.effects, effects...), focus
	if p.screens != nil {
		tree = p.tree()
		p.screens(tree.ID, tree)
	}
}

func (p *player) has(id string) bool { return find(p.tree(), id) != nil }

// answers chooses the answer to an item; the right one for Best.
type answers func(puzzle.Item) json.RawMessage

func best(i puzzle.Item) json.RawMessage { return i.Best() }

// play goes from the briefing to the debrief, opening the first tab of every
// beat.
func (p *player) play(set *puzzle.Set, choose answers) {
	p.t.Helper()
	p.press("begin")
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

// answer fills in an answer by pressing what stands for its parts.
func (p *player) answer(item puzzle.Item, raw json.RawMessage) {
	p.t.Helper()
	switch item := item.(type) {
	case *puzzle.Verdict:
		a := decode[puzzle.VerdictAnswer](p.t, raw)
		p.press("verdict." + string(a.Is))
		p.press("certainty." + strconv.Itoa(a.Certainty))
	case *puzzle.Order:
		p.arrange(item, decode[[]string](p.t, raw))
	case *puzzle.Date:
		a := decode[puzzle.DateAnswer](p.t, raw)
		for i, w := range item.Windows() {
			if w.String() == a.Window {
				p.press("window." + strconv.Itoa(i))
			}
		}
		for i, phrase := range item.Phrases(p.m.Session().Config().Seed) {
			if slices.Contains(a.Phrases, phrase.ID) || slices.Contains(a.Phrases, phrase.Phrase) {
				p.press("phrase." + strconv.Itoa(i))
			}
		}
	case *puzzle.Trace:
		a := decode[puzzle.TraceAnswer](p.t, raw)
		p.press("origin." + strconv.Itoa(slices.Index(p.m.Session().Deal(item.ID()), a.Origin)))
		p.press("witness." + strconv.Itoa(a.Witnesses))
	case *puzzle.Spot:
		a := decode[puzzle.SpotAnswer](p.t, raw)
		accounts := item.Accounts()
		p.press("place." + strconv.Itoa(slices.Index(p.m.Session().Deal(item.ID()), a.Place)))
		p.press("better." + strconv.Itoa(slices.Index(accounts[:], a.Account)))
	case *puzzle.Slips:
		for _, id := range decode[[]string](p.t, raw) {
			p.press("point." + strconv.Itoa(slices.Index(p.m.Session().Deal(item.ID()), id)))
		}
	default:
		p.t.Fatalf("no way to answer %T", item)
	}
}

// arrange brings the cards into an order with their buttons.
func (p *player) arrange(o *puzzle.Order, order []string) {
	p.t.Helper()
	for place, id := range order {
		for range len(order) {
			now := p.order()
			if now[place] == id {
				break
			}
			p.press("earlier." + id)
		}
	}
}

// order reads the cards' order off the screen.
func (p *player) order() []string {
	p.t.Helper()
	list := find(p.tree(), "cards")
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
	for i := range p.m.Session().Deal(item.ID()) {
		for _, id := range []string{"phrase." + strconv.Itoa(i), "point." + strconv.Itoa(i)} {
			if n := find(p.tree(), id); n != nil && n.Checked {
				p.press(id)
			}
		}
	}
}
