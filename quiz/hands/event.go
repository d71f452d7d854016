package hands

import (
	"time"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/internal/jsonline"
)

// Format is the version of the log that this package writes and reads.
const Format = 1

// Config is what a class began with. It never changes.
type Config struct {
	Format      int             `json:"format"`      // Format; set by Start
	Case        string          `json:"case"`        // the case's id; set by Start
	Fingerprint string          `json:"fingerprint"` // the case's fingerprint; set by Start
	Length      casefile.Length `json:"length"`      // lesson where empty or unknown
	Seed        uint64          `json:"seed"`        // deals the cards of the boards
	Began       time.Time       `json:"began"`       // UTC
}

// Kind is what an event does.
type Kind string

// What an event can do.
const (
	Started Kind = "started" // Config: first, and only once
	Went    Kind = "went"    // Slide: to the next one, or back to one seen
	Sized   Kind = "sized"   // N: how many pupils there are; 0 is not known
	Counted Kind = "counted" // Item, Round, Option, N: so many hands for a verdict
	Shown   Kind = "shown"   // Item: the class was shown its first count before the second
	Placed  Kind = "placed"  // Item, Order: how the cards are on the board
	Noted   Kind = "noted"   // Item, Card, On: the class doesn't agree on a card, or does again
)

// An Event is one line of the log. Which fields it needs depends on Kind; the others
// stay empty.
type Event struct {
	Kind   Kind             `json:"do"`
	Config *Config          `json:"config,omitempty"`
	Slide  string           `json:"slide,omitempty"`
	Item   string           `json:"item,omitempty"`
	Round  int              `json:"round,omitempty"` // 1 or 2
	Option casefile.Verdict `json:"option,omitempty"`
	N      int              `json:"n,omitempty"`
	Order  []string         `json:"order,omitempty"`
	Card   string           `json:"card,omitempty"`
	On     bool             `json:"on,omitempty"`
}

// The bounds of a log. A long lesson with every hand counted by one press has 200 KB.
const (
	// MaxBytes is the largest size of a log in bytes. A larger one is not read, and an
	// event that would make a class's log larger is refused.
	MaxBytes = 1 << 20
	// MostHands is the largest count, and the largest class.
	MostHands = 999
	// mostCards is the most cards of an order, and longestName the longest id, in bytes,
	// in an event. Every case has less.
	mostCards   = 100
	longestName = 200
)

// encode returns an event as one line, with its newline.
func encode(e Event) []byte { return jsonline.Encode(e) }

// decode reads one line of a log. It is strict: unknown, repeated and wrongly written
// keys are errors, in words for a person.
func decode(line []byte) (e Event, err error) {
	if err := jsonline.Decode(line, &e, "an event of a class"); err != nil {
		return Event{}, err
	}
	return e, nil
}
