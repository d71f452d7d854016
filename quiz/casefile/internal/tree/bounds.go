package tree

// The bounds of a case. The longest one so far has 85 KB, 3 400 values, lists
// of 42 items and texts of 364 characters. They keep every check quick: some
// compare each item of a list with each other one, and each reference is
// looked for in its list.
const (
	MaxBytes  = 8 << 20 // of the file
	MaxDepth  = 50      // of values within values; a case needs about eight
	MaxValues = 20_000  // in the whole file, keys not counted
	MaxItems  = 200     // in one list, or keys in one group
	MaxText   = 10_000  // characters in one text
)

// A weight is a share of the score beside the others, so larger and smaller
// ones say nothing more. With them, adding up stays far from what a number can
// hold.
const (
	MinWeight = 0.01
	MaxWeight = 100
)

// MaxFaults is how many things wrong with one file are told. There may be one
// in each line, and whoever mends the first hundred checks again.
const MaxFaults = 100
