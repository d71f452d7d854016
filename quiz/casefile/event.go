package casefile

import "holdtheline/quiz/edtf"

// On returns the event's date on an axis.
func (e *Event) On(axis Axis) edtf.Date {
	if axis == Known {
		return e.Known
	}
	return e.Happened
}

// AfterOn returns the events that the author recorded as earlier than this one
// on an axis.
func (e *Event) AfterOn(axis Axis) []string {
	if axis == Known {
		return e.KnownAfter
	}
	return e.After
}
