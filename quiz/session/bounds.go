package session

// The bounds of a log. A whole game with many tries has 25 KB so far; browsers
// store about five million characters for a page.
const (
	// MaxBytes is the largest size of a log in bytes. A larger one is not read, and
	// an event that would make a session's log larger is refused.
	MaxBytes = 4 << 20

	// mostAnswer is the largest size of an answer or a draft in bytes. A real one is
	// far smaller; the bound keeps a broken caller from filling a player's storage.
	mostAnswer = 16 << 10
)
