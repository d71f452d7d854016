package evidence

import (
	"time"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
)

// A Span is when something can have been written according to one of its phrases,
// from the first second to the last, in UTC. A zero time is an open end.
type Span struct{ From, To time.Time }

// RulesOut reports whether a window is wholly outside the span.
func (s Span) RulesOut(window edtf.Date) bool {
	if first, ok := window.Earliest(); ok && !s.To.IsZero() && first.After(s.To) {
		return true
	}
	last, ok := window.Latest()
	return ok && !s.From.IsZero() && last.Before(s.From)
}

// Tells returns when a phrase can have been written, by the event it refers to and
// how. A writer who knows of an event wrote after it became known, one who does not
// wrote no later than that day, and a word such as “last week” counts from the day
// on which it happened. ok is false if the case does not have the event, or the
// event has no beginning or end to count from.
func (x *Index) Tells(clue casefile.Clue) (span Span, ok bool) {
	event, found := x.Event(clue.Tells)
	if !found {
		return Span{}, false
	}
	switch clue.How {
	case casefile.Knows:
		from, ok := event.Known.Earliest()
		return Span{From: from}, ok
	case casefile.KnowsNot:
		to, ok := event.Known.EndOfDay()
		return Span{To: to}, ok
	}
	first, okFirst := event.Happened.Earliest()
	last, okLast := event.Happened.Latest()
	if !okFirst || !okLast {
		return Span{}, false
	}
	switch clue.How {
	case casefile.Today:
		return spanOf(day, first, last, 0), true
	case casefile.Yesterday:
		return spanOf(day, first, last, 1), true
	case casefile.WithinWeek:
		return Span{From: first, To: day.of(last, daysInWeek).Add(-time.Second)}, true
	case casefile.ComingDays:
		return Span{From: day.of(first, -daysInWeek), To: day.of(last, 0).Add(-time.Second)}, true
	case casefile.NextWeek:
		return Span{From: week.of(first, -1), To: week.of(last, 0).Add(-time.Second)}, true
	case casefile.LastWeek:
		return spanOf(week, first, last, 1), true
	case casefile.ThisMonth:
		return spanOf(month, first, last, 0), true
	case casefile.LastMonth:
		return spanOf(month, first, last, 1), true
	case casefile.ThisYear:
		return spanOf(year, first, last, 0), true
	case casefile.LastYear:
		return spanOf(year, first, last, 1), true
	case casefile.Knows, casefile.KnowsNot:
	}
	return Span{}, false
}

const daysInWeek = 7

// A unit is a calendar unit.
type unit int

const (
	day unit = iota
	week
	month
	year
)

// of returns the beginning of the unit that contains t, moved on by after units. A
// week begins on Monday.
func (u unit) of(t time.Time, after int) time.Time {
	y, m, d := t.UTC().Date()
	switch u {
	case week:
		sinceMonday := (int(t.UTC().Weekday()) + daysInWeek - 1) % daysInWeek
		d += after*daysInWeek - sinceMonday
	case month:
		m, d = m+time.Month(after), 1
	case year:
		y, m, d = y+after, time.January, 1
	case day:
		d += after
	}
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// spanOf returns the unit that comes after units later than one in which something
// happened between first and last, without the time before it happened.
func spanOf(u unit, first, last time.Time, after int) Span {
	from := u.of(first, after)
	if from.Before(first) {
		from = first
	}
	return Span{From: from, To: u.of(last, after+1).Add(-time.Second)}
}
