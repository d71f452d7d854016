package session

// The bounds of a log. A whole game played with many tries has 25 KB so far;
// what browsers keep for a page ends at about five million characters.
const (
	// MaxBytes is the largest log. A longer one is not read, and an event that
	// would make a session's log longer is refused.
	MaxBytes = 4 << 20

	// mostAnswer is the greatest size of an answer or a draft in bytes. A real
	// one is far smaller; the bound keeps a broken caller from filling a
	// player's storage.
	mostAnswer = 16 << 10
)
