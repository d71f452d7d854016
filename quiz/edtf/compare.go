package edtf

// Order is what is certain about the order of two dates.
type Order int

// Undecided is the zero value: where two dates overlap, or one has no bound on
// the side that matters, neither certainly comes first.
const (
	Undecided Order = iota
	Before          // the first is certainly before the second
	After           // the first is certainly after the second
)

// String names the order, for tests and messages.
func (o Order) String() string {
	switch o {
	case Before:
		return "before"
	case After:
		return "after"
	}
	return "undecided"
}

// Compare returns whether a is certainly before b, certainly after it, or
// neither: a is before b when the latest second of a is earlier than the
// earliest second of b.
func Compare(a, b Date) Order {
	if certainlyBefore(a, b) {
		return Before
	}
	if certainlyBefore(b, a) {
		return After
	}
	return Undecided
}

func certainlyBefore(a, b Date) bool {
	last, ok := a.Latest()
	if !ok {
		return false
	}
	first, ok := b.Earliest()
	return ok && last.Before(first)
}
