package evidence

import (
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
)

// A Chronology is the certain order of the events of a case on one axis: by their
// dates, by after or known_after, and by what follows from both.
type Chronology struct {
	index  map[string]int
	before [][]bool // before[i][j]: event i certainly comes before event j
}

// Chronology returns the certain order of all events on an axis.
func (x *Index) Chronology(axis casefile.Axis) Chronology {
	if axis == casefile.Known {
		return x.known()
	}
	return x.happened()
}

func newChronology(events []casefile.Event, axis casefile.Axis) Chronology {
	n := len(events)
	ch := Chronology{index: map[string]int{}, before: make([][]bool, n)}
	for i := range events {
		ch.before[i] = make([]bool, n)
		ch.index[events[i].ID] = i
	}
	for i := range events {
		for j := range i {
			switch edtf.Compare(events[i].On(axis), events[j].On(axis)) {
			case edtf.Before:
				ch.before[i][j] = true
			case edtf.After:
				ch.before[j][i] = true
			case edtf.Undecided:
			}
		}
		for _, earlier := range events[i].AfterOn(axis) {
			if j, ok := ch.index[earlier]; ok {
				ch.before[j][i] = true
			}
		}
	}
	TransitiveClosure(ch.before)
	return ch
}

// Before reports whether event a certainly comes before event b. In a checked
// case this is a strict partial order.
func (ch Chronology) Before(a, b string) bool {
	i, okA := ch.index[a]
	j, okB := ch.index[b]
	return okA && okB && ch.before[i][j]
}

// Decidable counts the pairs among the events whose order is certain.
func (ch Chronology) Decidable(events []string) int {
	var places []int
	for _, id := range events {
		if i, ok := ch.index[id]; ok {
			places = append(places, i)
		}
	}
	pairs := 0
	for i, a := range places {
		for _, b := range places[i+1:] {
			if ch.before[a][b] || ch.before[b][a] {
				pairs++
			}
		}
	}
	return pairs
}
