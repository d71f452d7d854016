package puzzle

import (
	"encoding/json"
	"fmt"
	"slices"
	"sync"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/evidence"
)

// An Order asks to put cards in order: events by when they happened or became
// known (KindOrder), or sources from the strongest to the weakest (KindWeigh).
//
// Events come before one another when their dates on the axis say so with
// certainty (edtf.Compare), or where the case says so by after or known_after,
// both closed transitively together over all events of the case. Sources come
// before one another when their tier is better ([evidence.Tier]), which follows from
// their kind, who speaks and what they rely on ([evidence.Index.Directness]). The
// answer is a list of all cards' ids.
type Order struct {
	entry
	puzzle   *casefile.Puzzle
	cards    []string
	relation relation
	chance   func() float64 // computed once, when first asked for
}

func newOrder(x *evidence.Index, p *casefile.Puzzle) (Item, bool) {
	chronology := x.Chronology(p.Axis)
	cards := distinct(p.Events, func(id string) bool { _, ok := x.Case().Event(id); return ok })
	r := newRelation(len(cards), func(a, b int) bool { return chronology.Before(cards[a], cards[b]) })
	return arrange(puzzleEntry(x, p, KindOrder, Chronology), p, cards, r)
}

func newWeigh(x *evidence.Index, p *casefile.Puzzle) (Item, bool) {
	tiers := make(map[string]int)
	for i := range x.Case().Sources {
		src := &x.Case().Sources[i]
		tiers[src.ID] = evidence.Tier(src.Directness)
	}
	cards := distinct(p.Sources, func(id string) bool { _, ok := tiers[id]; return ok })
	r := newRelation(len(cards), func(a, b int) bool { return tiers[cards[a]] < tiers[cards[b]] })
	return arrange(puzzleEntry(x, p, KindWeigh, Sources), p, cards, r)
}

func arrange(e entry, p *casefile.Puzzle, cards []string, r relation) (Item, bool) {
	if len(cards) == 0 {
		return nil, false
	}
	return &Order{entry: e, puzzle: p, cards: cards, relation: r, chance: sync.OnceValue(r.chanceMean)}, true
}

// Puzzle returns the puzzle as the case tells it.
func (o *Order) Puzzle() *casefile.Puzzle { return o.puzzle }

// Axis returns the date by which events are ordered, and "" for a weigh.
func (o *Order) Axis() casefile.Axis { return o.puzzle.Axis }

// Cards returns the cards' ids as the case lists them.
func (o *Order) Cards() []string { return slices.Clone(o.cards) }

// Before reports whether card a certainly comes before card b.
func (o *Order) Before(a, b string) bool {
	i, j := slices.Index(o.cards, a), slices.Index(o.cards, b)
	return i >= 0 && j >= 0 && o.relation.before[i][j]
}

// Decidable returns the number of pairs whose order is certain; only these are
// marked.
func (o *Order) Decidable() int { return o.relation.decidable }

// Layers returns the true line: cards of one layer can't be told apart and
// stand side by side. Two cards of different layers may still be undecided;
// Before tells.
func (o *Order) Layers() [][]string {
	var layers [][]string
	for _, layer := range o.relation.layers() {
		layers = append(layers, o.ids(layer))
	}
	return layers
}

func (o *Order) ids(cards []int) []string {
	ids := make([]string, len(cards))
	for i, card := range cards {
		ids[i] = o.cards[card]
	}
	return ids
}

// Deal returns the cards shuffled from a seed: never already solved, and marked
// at most 0.5. Only where no pair is decidable can it not be.
func (o *Order) Deal(seed uint64) []string {
	return o.ids(o.relation.deal(generator(seed, o.id)))
}

// ChanceMean returns the mark that guessing earns on average over all orders of
// the cards: exact up to 12 cards, beyond that a normal approximation whose
// error is below 0.001. Neither uses randomness.
func (o *Order) ChanceMean() float64 { return o.chance() }

// MarkOrder marks an order of all the cards.
func (o *Order) MarkOrder(order []string) (Mark, error) {
	m, err := o.markOrder(order)
	if err != nil {
		return Mark{}, err
	}
	parts := &OrderParts{
		Right: m.right, Wrong: m.wrong, Decidable: m.right + m.wrong, ToMove: len(m.move),
		WrongPairs: make([][2]string, len(m.wrongPairs)), Move: o.ids(m.move),
	}
	for i, pair := range m.wrongPairs {
		parts.WrongPairs[i] = [2]string{o.cards[pair[0]], o.cards[pair[1]]}
	}
	mark := newMark(Part{Name: PartPairs, Value: m.value(), Max: 1})
	mark.Order = parts
	return mark, nil
}

func (o *Order) markOrder(order []string) (orderMark, error) {
	places := make([]int, len(order))
	for i, id := range order {
		places[i] = slices.Index(o.cards, id)
	}
	if err := subset(order, o.cards, "cards"); err != nil {
		return orderMark{}, o.malformed(err.Error())
	}
	if missing := distinct(o.cards, func(id string) bool { return !slices.Contains(order, id) }); len(missing) > 0 {
		return orderMark{}, o.malformed("it leaves out " + quoted(missing))
	}
	return o.relation.mark(places), nil
}

func (o *Order) malformed(problem string) error {
	return &AnswerError{
		Item: o.id, Problem: problem,
		Expected: fmt.Sprintf("a list of all %d cards, each once, like [%s]", len(o.cards), quoted(o.cards)),
	}
}

// Mark marks an answer ["card", …].
func (o *Order) Mark(answer json.RawMessage) (Mark, error) {
	order, err := decodeList(answer)
	if err != nil {
		return Mark{}, o.malformed(err.Error())
	}
	return o.MarkOrder(order)
}

// Best returns the true line.
func (o *Order) Best() json.RawMessage {
	return mustJSON(slices.Concat(o.Layers()...))
}
