package app

import (
	"sort"
	"time"

	"holdtheline/game/figure"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/puzzle"
)

// A scale maps dates to 0…1 in proportion to time. A gap that is most of the time
// is cut out.
type scale struct {
	first, last time.Time
	// The gap that is cut out.
	cutFrom, cutTo time.Time
}

const (
	cutFrom  = 0.6  // a gap is cut out from this share of the time on
	cutMark  = 0.07 // share of the scale that the mark of the cut takes
	mostTick = 16
)

// newScale spans all dates of a line.
func newScale(layers [][]puzzle.OrderCard) scale {
	type span struct{ from, to time.Time }
	var spans []span
	for _, layer := range layers {
		for _, c := range layer {
			from, begins := c.Date.Earliest()
			to, ends := c.Date.Latest()
			switch {
			case !begins && !ends:
				continue
			case !begins:
				from = to
			case !ends:
				to = from
			}
			spans = append(spans, span{from, to})
		}
	}
	if len(spans) == 0 {
		return scale{}
	}
	// Another instance of slices.SortFunc would add 20 KB to the program.
	sort.Slice(spans, func(i, j int) bool { return spans[i].from.Before(spans[j].from) })
	s := scale{first: spans[0].from, last: spans[0].to}
	var gap time.Duration
	for _, p := range spans[1:] {
		if empty := p.from.Sub(s.last); empty > gap {
			gap, s.cutFrom, s.cutTo = empty, s.last, p.from
		}
		if p.to.After(s.last) {
			s.last = p.to
		}
	}
	if gap.Seconds() < cutFrom*s.last.Sub(s.first).Seconds() {
		s.cutFrom, s.cutTo = time.Time{}, time.Time{}
	}
	return s
}

func (s scale) cut() bool { return !s.cutTo.IsZero() }

// at is the place of a moment on the scale.
func (s scale) at(t time.Time) float64 {
	drawn := s.last.Sub(s.first).Seconds()
	if drawn <= 0 {
		return 0.5
	}
	along := t.Sub(s.first).Seconds()
	if !s.cut() {
		return min(1, max(0, along/drawn))
	}
	drawn -= s.cutTo.Sub(s.cutFrom).Seconds()
	part := 1 - cutMark
	if drawn <= 0 {
		// Two moments and the time between them.
		drawn = 1
	}
	switch {
	case !t.After(s.cutFrom):
		return max(0, along/drawn*part)
	case !t.Before(s.cutTo):
		return min(1, 1-s.last.Sub(t).Seconds()/drawn*part)
	}
	return s.cutAt()
}

// cutAt is the place of the mark of the cut.
func (s scale) cutAt() float64 { return s.at(s.cutFrom) + cutMark/2 }

func (s scale) breaks() []float64 {
	if !s.cut() {
		return nil
	}
	return []float64{s.cutAt()}
}

// stretch is a card's date on the scale.
func (s scale) stretch(c puzzle.OrderCard) figure.Stretch {
	out := figure.Stretch{To: 1, OpenStart: true, OpenEnd: true, Good: !c.Move}
	if t, ok := c.Date.Earliest(); ok {
		out.From, out.OpenStart = s.at(t), false
	}
	if t, ok := c.Date.Latest(); ok {
		out.To, out.OpenEnd = s.at(t), false
	}
	return out
}

// steps are the possible distances between the dates at the line.
var steps = []struct{ years, months, days int }{
	{days: 1},
	{days: 2},
	{days: 7},
	{months: 1},
	{months: 3},
	{years: 1},
	{years: 2},
	{years: 5},
	{years: 10},
}

// ticks are the dates at the line: days, months or years, by how far apart they
// are.
func (s scale) ticks(l edtf.Locale) []figure.Tick {
	if s.first.IsZero() {
		return nil
	}
	var out []figure.Tick
	for _, step := range steps {
		out = out[:0]
		t := s.first.UTC().Truncate(24 * time.Hour)
		say := l.DayLabel
		switch {
		case step.years > 0:
			t, say = time.Date(t.Year(), 1, 1, 0, 0, 0, 0, time.UTC), l.YearLabel
		case step.months > 0:
			t, say = time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC), l.MonthLabel
		}
		for ; !t.After(s.last); t = t.AddDate(step.years, step.months, step.days) {
			if t.Before(s.first) || s.cut() && t.After(s.cutFrom) && t.Before(s.cutTo) {
				continue
			}
			if out = append(out, figure.Tick{At: s.at(t), Label: say(t)}); len(out) > mostTick {
				break
			}
		}
		if len(out) <= mostTick {
			break
		}
	}
	return out
}
