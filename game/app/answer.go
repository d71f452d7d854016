package app

import (
	"encoding/json"
	"slices"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
)

// The answers as they are being filled in. They are kept in the session's log
// as drafts, so that a closed lid costs nothing; a field left empty is one the
// player has not come to. The finished ones have the shapes that package
// puzzle marks.
type (
	verdictAnswer struct {
		Is        casefile.Verdict `json:"is,omitempty"`
		Certainty int              `json:"certainty,omitempty"`
	}
	dateAnswer struct {
		Window  string   `json:"window,omitempty"`
		Phrases []string `json:"phrases"`
	}
	traceAnswer struct {
		Origin    string `json:"origin,omitempty"`
		Witnesses *int   `json:"witnesses,omitempty"`
	}
	spotAnswer struct {
		Place   string `json:"place,omitempty"`
		Account string `json:"account,omitempty"`
	}
)

func (a verdictAnswer) full() bool { return a.Is != "" && a.Certainty != 0 }
func (a dateAnswer) full() bool    { return a.Window != "" }
func (a traceAnswer) full() bool   { return a.Origin != "" && a.Witnesses != nil }
func (a spotAnswer) full() bool    { return a.Place != "" && a.Account != "" }

// read decodes an answer or a draft; what can't be read counts as not begun.
func read[A any](raw json.RawMessage) A {
	var a A
	if len(raw) > 0 && json.Unmarshal(raw, &a) != nil {
		var none A
		return none
	}
	return a
}

// given is what the player has answered or filled in so far.
func given[A any](m *Model, item string) A {
	if raw, ok := m.session.Answer(item); ok && m.session.Answered(item) {
		return read[A](raw)
	}
	return read[A](m.session.Draft(item))
}

// arrangement is the order of the cards as they lie now: as answered, as moved,
// or as dealt.
func (m *Model) arrangement(o *puzzle.Order) []string {
	if order := given[[]string](m, o.ID()); sameCards(order, o.Cards()) {
		return order
	}
	return m.session.Deal(o.ID())
}

// sameCards tells whether the two hold the same ids, in whatever order.
func sameCards(a, b []string) bool {
	x, y := slices.Clone(a), slices.Clone(b)
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}

// complete tells whether there is enough of an answer to hand it in.
func (m *Model) complete(item puzzle.Item) bool {
	switch item.(type) {
	case *puzzle.Verdict:
		return given[verdictAnswer](m, item.ID()).full()
	case *puzzle.Date:
		return given[dateAnswer](m, item.ID()).full()
	case *puzzle.Trace:
		return given[traceAnswer](m, item.ID()).full()
	case *puzzle.Spot:
		return given[spotAnswer](m, item.ID()).full()
	}
	return true
}

// finished is the answer to hand in.
func (m *Model) finished(item puzzle.Item) any {
	switch item := item.(type) {
	case *puzzle.Order:
		return m.arrangement(item)
	case *puzzle.Verdict:
		return given[verdictAnswer](m, item.ID())
	case *puzzle.Date:
		a := given[dateAnswer](m, item.ID())
		if a.Phrases == nil {
			a.Phrases = []string{}
		}
		return a
	case *puzzle.Trace:
		return given[traceAnswer](m, item.ID())
	case *puzzle.Spot:
		return given[spotAnswer](m, item.ID())
	case *puzzle.Slips:
		points := given[[]string](m, item.ID())
		if points == nil {
			points = []string{}
		}
		return points
	}
	return nil
}

// toggled adds an entry that is missing and removes one that is there.
func toggled(list []string, entry string) []string {
	if i := slices.Index(list, entry); i >= 0 {
		return slices.Delete(slices.Clone(list), i, i+1)
	}
	return append(slices.Clone(list), entry)
}

// moved takes the entry at from out and puts it in at to.
func moved(list []string, from, to int) []string {
	if from < 0 || from >= len(list) || to < 0 || to >= len(list) {
		return list
	}
	out := slices.Clone(list)
	entry := out[from]
	out = slices.Delete(out, from, from+1)
	return slices.Insert(out, to, entry)
}
