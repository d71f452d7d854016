package tree

// The bounds of a case. The largest one so far has 85 KB, 2 500 values, lists of 44
// items and texts of 364 characters; one ten times as large is within them. They keep
// every check fast, since some compare all pairs of a list, and every answer to an
// author within about a second: what a file may hold is what can be drawn and checked
// while somebody writes.
const (
	MaxBytes  = 8 << 20 // of the file
	MaxDepth  = 50      // of values within values; a case needs about eight
	MaxValues = 40_000  // in the whole file, keys not counted
	MaxItems  = 500     // in one list, or keys in one group
	MaxText   = 10_000  // characters in one text
)

// The bounds of a weight. Only the ratio of weights matters, so no case needs
// others, and sums of weights can't overflow.
const (
	MinWeight = 0.01
	MaxWeight = 100
)

// MaxFaults is how many faults of one file are reported. Every line may have
// one, and an author who has fixed the first hundred checks again.
const MaxFaults = 100
