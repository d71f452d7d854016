package casefile

import "holdtheline/quiz/edtf"

// A Chronology is what is certain about the order of the events of a case on
// one axis: by their dates, by what the author recorded with after or
// known_after, and by what follows from both.
type Chronology struct {
	index  map[string]int
	before [][]bool // before[i][j]: event i certainly comes before event j
}

// Chronology derives the order of all events on an axis.
func (c *Case) Chronology(axis Axis) Chronology {
	n := len(c.Events)
	ch := Chronology{index: map[string]int{}, before: make([][]bool, n)}
	for i := range c.Events {
		ch.before[i] = make([]bool, n)
		ch.index[c.Events[i].ID] = i
	}
	for i := range c.Events {
		for j := range i {
			switch edtf.Compare(c.Events[i].On(axis), c.Events[j].On(axis)) {
			case edtf.Before:
				ch.before[i][j] = true
			case edtf.After:
				ch.before[j][i] = true
			case edtf.Undecided:
			}
		}
		for _, earlier := range c.Events[i].AfterOn(axis) {
			if j, ok := ch.index[earlier]; ok {
				ch.before[j][i] = true
			}
		}
	}
	// Warshall's algorithm: whatever comes before via comes before all that
	// comes after it.
	for via := range n {
		for i := range n {
			if !ch.before[i][via] {
				continue
			}
			for j := range n {
				ch.before[i][j] = ch.before[i][j] || ch.before[via][j]
			}
		}
	}
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
	pairs := 0
	for i, a := range events {
		for _, b := range events[i+1:] {
			if ch.Before(a, b) || ch.Before(b, a) {
				pairs++
			}
		}
	}
	return pairs
}

// On is the event's date on an axis.
func (e *Event) On(axis Axis) edtf.Date {
	if axis == Known {
		return e.Known
	}
	return e.Happened
}

// AfterOn lists the events that the author recorded as earlier than this one on
// an axis.
func (e *Event) AfterOn(axis Axis) []string {
	if axis == Known {
		return e.KnownAfter
	}
	return e.After
}
