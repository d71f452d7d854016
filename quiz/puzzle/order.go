package puzzle

import (
	"encoding/json"
	"fmt"
	"slices"
	"sync"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/evidence"
)

// An Order asks to put cards in order: events by when they happened or became
// known (KindOrder), or sources from the strongest to the weakest (KindWeigh).
//
// An event comes before another if their dates on the axis are certainly in that
// order (edtf.Compare), or the case says so by after or known_after; the union is
// closed transitively over all events of the case. A source comes before another
// if the tier of its written directness is better ([evidence.Tier]). The answer is
// the list of all cards' ids.
type Order struct {
	entry
	puzzle   *casefile.Puzzle
	cards    []string
	relation relation
	chance   func() float64 // computed once, when first asked for
}

// KindOrder is putting events in order.
const KindOrder Kind = "order"

// PartPairs is the part of a mark for pairs in the right order.
const PartPairs PartName = "pairs"

var order Spec = orderSpec{about{KindOrder, Chronology, "axis events", Nothing}}

type orderSpec struct{ about }

func (s orderSpec) New(x *evidence.Index, p *casefile.Puzzle) (Item, bool) {
	chronology := x.Chronology(p.Axis)
	cards := distinct(p.Events, func(id string) bool { _, ok := x.Event(id); return ok })
	r := newRelation(len(cards), func(a, b int) bool { return chronology.Before(cards[a], cards[b]) })
	return arrange(s.entry(x, p), p, cards, r)
}

// fewestOrderCards is how many cards make an order worth playing.
const fewestOrderCards = 5

func (orderSpec) Check(f Reporter, x *evidence.Index, p *casefile.Puzzle, path string) {
	atLeast(f, path+".events", "cards", len(p.Events), fewestOrderCards)
	pairs := len(p.Events) * (len(p.Events) - 1) / 2
	decidable := x.Chronology(p.Axis).Decidable(p.Events)
	if decidable*2 < pairs {
		f.Report(path+".events", "choose events that lie further apart, or record known orders with after or known_after",
			"only %d of %d pairs of cards are certainly in order, less than half", decidable, pairs)
	}
}

func arrange(e entry, p *casefile.Puzzle, cards []string, r relation) (Item, bool) {
	if len(cards) == 0 {
		return nil, false
	}
	return &Order{entry: e, puzzle: p, cards: cards, relation: r, chance: sync.OnceValue(r.chanceMean)}, true
}

// Puzzle returns the puzzle as the case defines it.
func (o *Order) Puzzle() *casefile.Puzzle { return o.puzzle }

// Axis returns the axis on which events are ordered, or "" for a weigh.
func (o *Order) Axis() casefile.Axis { return o.puzzle.Axis }

// Cards returns the cards' ids in the puzzle's order.
func (o *Order) Cards() []string { return slices.Clone(o.cards) }

// Before reports whether card a certainly comes before card b.
func (o *Order) Before(a, b string) bool {
	i, j := slices.Index(o.cards, a), slices.Index(o.cards, b)
	return i >= 0 && j >= 0 && o.relation.before[i][j]
}

// Decidable returns the number of pairs whose order is certain; only these are
// marked.
func (o *Order) Decidable() int { return o.relation.decidable }

// Layers returns the true line: no order is certain between cards of one layer.
// Two cards of different layers may still be undecided; see Before.
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

// Deal returns the cards shuffled from a seed. Unless no pair is decidable, the
// deal is never solved and marks at most 0.5.
func (o *Order) Deal(seed uint64) []string {
	return o.ids(o.relation.deal(generator(seed, o.id)))
}

// Form asks for all the cards in order.
func (o *Order) Form(seed uint64) Form {
	f := Form{Bare: true, Fields: []Field{{
		Name: "cards", Pick: PickOrder, Label: say("order.list"), Top: say("order.first"), Bottom: say("order.last"),
		Options: options(o.Deal(seed), o.title),
	}}}
	if o.kind == KindWeigh {
		f.Claim, f.Term = o.puzzle.Claim, "firsthand"
		f.Fields[0].Top, f.Fields[0].Bottom = say("weigh.first"), say("weigh.last")
	}
	return f
}

// title returns the text of a card.
func (o *Order) title(card string) Message {
	if o.kind == KindWeigh {
		return titleOf(o.x, card)
	}
	event, _ := o.x.Event(card) // New keeps no other cards
	return text(event.Title)
}

// Chance returns the mark that guessing earns on average over all orders of the
// cards: exact up to 12 cards, beyond that a normal approximation with an error
// below 0.001. Neither uses randomness.
func (o *Order) Chance() float64 { return o.chance() }

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

// Worst returns the true line with its layers reversed.
func (o *Order) Worst() json.RawMessage {
	layers := o.Layers()
	slices.Reverse(layers)
	return mustJSON(slices.Concat(layers...))
}

// OrderParts counts the decidable pairs of an order.
type OrderParts struct {
	Right      int         `json:"right"`
	Wrong      int         `json:"wrong"`
	Decidable  int         `json:"decidable"`
	ToMove     int         `json:"to_move"`     // the fewest cards to move so that no pair is wrong
	WrongPairs [][2]string `json:"wrong_pairs"` // in each, the card that truly comes first is first
	Move       []string    `json:"move"`        // one smallest choice of cards to move, in the order given
}

// OrderExplanation describes the true line.
type OrderExplanation struct {
	Layers [][]OrderCard `json:"layers"` // no order is certain within a layer
	Chance float64       `json:"chance"` // the mark that guessing earns on average
}

// An OrderCard is one card on the true line.
type OrderCard struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	// Date is the event's date on the puzzle's axis; for a weighed source it is
	// the date of publication.
	Date       edtf.Date           `json:"date"`
	Directness casefile.Directness `json:"directness,omitempty"` // of a weighed source
	Note       string              `json:"note,omitempty"`
	Because    []evidence.Citation `json:"because"`
	Move       bool                `json:"move"`         // one of the fewest cards that had to be moved
	TooEarly   []string            `json:"too_early_of"` // cards that truly come before it but were put after it
	TooLate    []string            `json:"too_late_of"`  // cards that truly come after it but were put before it
}

// Explain describes the true line and says which cards were in the wrong place.
func (o *Order) Explain(answer json.RawMessage) (Explanation, error) {
	mark, err := o.Mark(answer)
	if err != nil {
		return Explanation{}, err
	}
	e := &OrderExplanation{Chance: o.Chance()}
	for _, layer := range o.Layers() {
		cards := make([]OrderCard, len(layer))
		for i, id := range layer {
			card := o.card(id)
			card.Move = slices.Contains(mark.Order.Move, id)
			for _, pair := range mark.Order.WrongPairs {
				switch id {
				case pair[0]:
					card.TooLate = append(card.TooLate, pair[1])
				case pair[1]:
					card.TooEarly = append(card.TooEarly, pair[0])
				}
			}
			cards[i] = card
		}
		e.Layers = append(e.Layers, cards)
	}
	return Explanation{Why: o.puzzle.Why, Mark: mark, Lines: o.lines(e), Order: e}, nil
}

// lines describes the true line, one line for each layer.
func (o *Order) lines(e *OrderExplanation) []Line {
	var lines []Line
	for _, layer := range e.Layers {
		line := Line{Right: true}
		for i, card := range layer {
			if i > 0 {
				line.Text = together(line.Text, text(" = "))
			}
			when := dated(card.Date)
			if o.kind == KindWeigh {
				when = say("weigh.tier." + string(card.Directness))
			}
			line.Text = together(line.Text, o.title(card.ID), text(" ("), when, text(")"))
			line.Right = line.Right && !card.Move
		}
		lines = append(lines, line)
	}
	return lines
}

func (o *Order) card(id string) OrderCard {
	if src, ok := o.x.Source(id); ok && o.kind == KindWeigh {
		return OrderCard{
			ID: id, Title: src.Title, Date: src.Published, Directness: src.Directness,
			Because: o.x.Cite(id),
		}
	}
	event, _ := o.x.Event(id) // New keeps no other cards
	return OrderCard{
		ID: id, Title: event.Title, Date: event.On(o.puzzle.Axis), Note: event.Note,
		Because: o.x.Cite(event.Because...),
	}
}
