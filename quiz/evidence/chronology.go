package evidence

import (
	"cmp"
	"math"
	"slices"

	"holdtheline/quiz/casefile"
)

// A Chronology is the certain order of the events of a case on one axis: by their
// dates, by after or known_after, and by what follows from both.
type Chronology struct {
	places map[string]int
	before []places // by the place of an event: those that it certainly comes before
}

// Chronology returns the certain order of all events on an axis.
func (x *Index) Chronology(axis casefile.Axis) Chronology {
	if axis == casefile.Known {
		return x.known()
	}
	return x.happened()
}

// dated is the time in which one event lies, in seconds since 1970. An open end is
// infinitely far away.
type dated struct{ first, last int64 }

func newChronology(events []casefile.Event, axis casefile.Axis) Chronology {
	n := len(events)
	ch := Chronology{places: make(map[string]int, n), before: make([]places, n)}
	times := make([]dated, n)
	for i := range events {
		ch.places[events[i].ID] = i
		ch.before[i] = newPlaces(n)
		times[i] = dated{math.MinInt64, math.MaxInt64}
		on := events[i].On(axis)
		if first, ok := on.Earliest(); ok {
			times[i].first = first.Unix()
		}
		if last, ok := on.Latest(); ok {
			times[i].last = last.Unix()
		}
	}
	// What is certain by the dates, as in edtf.Compare: an event comes before all that
	// begin after its last second. Going by their last seconds, each comes before those
	// that the next does, and the ones between.
	byLast, byFirst := inOrder(n, func(i int) int64 { return times[i].last }), inOrder(n, func(i int) int64 { return times[i].first })
	later, left := newPlaces(n), n
	for _, i := range slices.Backward(byLast) {
		for ; left > 0 && times[byFirst[left-1]].first > times[i].last; left-- {
			later.add(byFirst[left-1])
		}
		ch.before[i].addAll(later)
	}
	for i := range events {
		for _, earlier := range events[i].AfterOn(axis) {
			if j, ok := ch.places[earlier]; ok {
				ch.before[j].add(i)
			}
		}
	}
	for via := range ch.before {
		for i := range ch.before {
			if ch.before[i].has(via) {
				ch.before[i].addAll(ch.before[via])
			}
		}
	}
	return ch
}

// inOrder returns the places from 0 to n by their values.
func inOrder(n int, value func(int) int64) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	slices.SortFunc(list, func(a, b int) int { return cmp.Compare(value(a), value(b)) })
	return list
}

// Before reports whether event a certainly comes before event b. In a checked
// case this is a strict partial order.
func (ch Chronology) Before(a, b string) bool {
	i, okA := ch.places[a]
	j, okB := ch.places[b]
	return okA && okB && ch.before[i].has(j)
}

// Decidable counts the pairs among the events whose order is certain.
func (ch Chronology) Decidable(events []string) int {
	var found []int
	for _, id := range events {
		if i, ok := ch.places[id]; ok {
			found = append(found, i)
		}
	}
	pairs := 0
	for i, a := range found {
		for _, b := range found[i+1:] {
			if ch.before[a].has(b) || ch.before[b].has(a) {
				pairs++
			}
		}
	}
	return pairs
}
