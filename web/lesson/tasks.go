package lesson

import (
	"html/template"
	"slices"
	"strings"

	"holdtheline/game/figure"
	"holdtheline/quiz/puzzle"
)

// An Order is the story's events on strips to cut out, which have letters in the order
// in which they are shuffled. No strip has a date.
type Order struct {
	Title, Prompt, Why string
	Strips             []*Strip
	Layers             [][]*Strip // in the true order; within a layer any order is right
	Lines              []string   // the same with the dates, a line for each layer
}

// A Strip is an event to cut out.
type Strip struct{ Letter, Text string }

func (l *Lesson) order(item *puzzle.Order) error {
	e, err := item.Explain(item.Best())
	if err != nil {
		return err
	}
	p := item.Puzzle()
	o := &Order{Title: item.Title(), Prompt: p.Prompt, Why: p.Why}
	byID := map[string]*Strip{}
	for i, id := range item.Deal(seed) {
		event, _ := l.Case.Event(id) // an item has no unknown events
		byID[id] = &Strip{Letter: string(rune('A' + i)), Text: event.Title}
		o.Strips = append(o.Strips, byID[id])
	}
	for _, layer := range item.Layers() {
		var strips []*Strip
		for _, id := range layer {
			strips = append(strips, byID[id])
		}
		slices.SortFunc(strips, func(a, b *Strip) int { return strings.Compare(a.Letter, b.Letter) })
		o.Layers = append(o.Layers, strips)
	}
	for _, line := range e.Lines {
		o.Lines = append(o.Lines, line.Text.In(l.game))
	}
	l.Order = o
	return nil
}

// A Trace asks what a report rests on: for each card whether it says so, and from
// which card it has that.
type Trace struct {
	Title, Prompt, Claim, Why string
	Root                      *Card   // the report to begin with
	Cards                     []*Card // the others
	Lines                     []string
	Spread                    template.HTML // who has it from whom
}

// spreadWidth is the width of the drawing in the key, in CSS pixels.
const spreadWidth = 340

func (l *Lesson) trace(d *dealer, item *puzzle.Trace) error {
	e, err := item.Explain(item.Best())
	if err != nil {
		return err
	}
	p := item.Puzzle()
	t := &Trace{Title: item.Title(), Prompt: p.Prompt, Why: p.Why}
	if claim, ok := l.Case.Claim(p.Claim); ok {
		t.Claim = claim.Text
	}
	for _, id := range append([]string{item.Report()}, item.Options(seed)...) {
		c, ok := d.dealt(id)
		if !ok {
			c = d.deal(id, p.At, false)
			l.Extra = append(l.Extra, c)
		}
		if id == item.Report() {
			t.Root = c
		} else {
			t.Cards = append(t.Cards, c)
		}
	}
	slices.SortFunc(t.Cards, func(a, b *Card) int { return a.N - b.N })
	for _, line := range e.Lines {
		t.Lines = append(t.Lines, line.Text.In(l.game))
	}
	if e.Trace != nil {
		t.Spread = draw(l.spread(e.Trace), spreadWidth)
	}
	l.Trace = t
	return nil
}

// spread draws who has it from whom.
func (l *Lesson) spread(e *puzzle.TraceExplanation) figure.Provenance {
	var f figure.Provenance
	index := map[string]int{}
	for _, h := range e.Spread {
		if _, ok := l.Case.Source(h.Source); ok {
			index[h.Source] = len(index)
		}
	}
	for _, h := range e.Spread {
		src, ok := l.Case.Source(h.Source)
		if !ok {
			continue
		}
		how := "provenance.copy"
		if len(h.From) == 0 {
			how = "provenance.own"
		}
		told := figure.Told{Head: l.game.Date(src.Published) + l.game.Say("list.dot") + l.game.Say(how), Title: plainTitle(src.Title)}
		for _, on := range h.From {
			if i, ok := index[on]; ok {
				told.From = append(told.From, i)
			}
		}
		f.Cards = append(f.Cards, told)
	}
	return f
}
