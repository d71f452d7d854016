package puzzle

import "holdtheline/quiz/casefile"

// A Mark is what an answer earned. Value lies in [0, 1]; Parts say what it is
// made of. Of the pointers exactly one is set, by the kind of the item.
type Mark struct {
	Value float64 `json:"mark"`
	Parts []Part  `json:"parts"`

	Order   *OrderParts   `json:"order,omitempty"` // order and weigh
	Verdict *VerdictParts `json:"verdict,omitempty"`
	Date    *DateParts    `json:"date,omitempty"`
	Trace   *TraceParts   `json:"trace,omitempty"`
	Spot    *SpotParts    `json:"spot,omitempty"`
	Slips   *ChoiceParts  `json:"slips,omitempty"`
	Tabs    *TabsParts    `json:"tabs,omitempty"`
}

// A Part is one of the things an answer is marked on: Value out of Max. The
// mark is the sum of the values.
type Part struct {
	Name  PartName `json:"name"`
	Value float64  `json:"value"`
	Max   float64  `json:"max"`
}

// PartName names a part of a mark.
type PartName string

// The parts of marks.
const (
	PartPairs     PartName = "pairs"     // order, weigh: pairs in the right order
	PartVerdict   PartName = "verdict"   // verdict: what the evidence supported
	PartWindow    PartName = "window"    // date: the time window
	PartPhrases   PartName = "phrases"   // date: the phrases that give it away
	PartOrigin    PartName = "origin"    // trace: the statement it rests on
	PartWitnesses PartName = "witnesses" // trace: how many independent witnesses
	PartPlace     PartName = "place"     // spot: where the accounts disagree
	PartAccount   PartName = "account"   // spot: which is better supported
	PartSlips     PartName = "slips"     // slips: the slips found
	PartTabs      PartName = "tabs"      // tabs: how many of those opened add something
)

// OrderParts counts the decidable pairs of an order.
type OrderParts struct {
	Right      int         `json:"right"`
	Wrong      int         `json:"wrong"`
	Decidable  int         `json:"decidable"`
	ToMove     int         `json:"to_move"`     // the fewest cards whose moving leaves no wrong pair
	WrongPairs [][2]string `json:"wrong_pairs"` // each with the card that truly comes first in front
	Move       []string    `json:"move"`        // one smallest choice of cards to move, as they lie
}

// VerdictParts compares a verdict with what the evidence supported.
type VerdictParts struct {
	Supported  casefile.Verdict `json:"supported"`
	Given      casefile.Verdict `json:"given"`
	Certainty  int              `json:"certainty"` // 1 guess, 2 fairly sure, 3 certain
	CBM        float64          `json:"cbm"`       // certainty-based mark, −6 to 3
	Right      bool             `json:"right"`
	Defensible bool             `json:"defensible"` // not what was best supported, but a careful reader could say so
}

// DateParts compares a chosen time window with the right one, and counts
// phrases.
type DateParts struct {
	Right  string `json:"right"` // the right window, as EDTF
	Given  string `json:"given"`
	Beside bool   `json:"beside"` // the one next to the right one
	ChoiceParts
}

// ChoiceParts counts a choice of some things out of many.
type ChoiceParts struct {
	Hits        int      `json:"hits"`
	FalseAlarms int      `json:"false_alarms"`
	Of          int      `json:"of"`     // how many there were to find
	Missed      []string `json:"missed"` // by id
	False       []string `json:"false"`  // by id
}

// TraceParts compares a traced origin and a count of witnesses.
type TraceParts struct {
	Origin         string `json:"origin"`
	GivenOrigin    string `json:"given_origin"`
	Witnesses      int    `json:"witnesses"`
	GivenWitnesses int    `json:"given_witnesses"`
}

// SpotParts compares where two accounts were said to disagree.
type SpotParts struct {
	Place        string `json:"place"`
	GivenPlace   string `json:"given_place"`
	Account      string `json:"account"`
	GivenAccount string `json:"given_account"`
}

// TabsParts counts the tabs opened that add something: a source independent of
// what was on the desk, or a first-hand one.
type TabsParts struct {
	Opened int `json:"opened"`
	Good   int `json:"good"`
}

func newMark(parts ...Part) Mark {
	m := Mark{Parts: parts}
	for _, p := range parts {
		m.Value += p.Value
	}
	m.Value = min(1, max(0, m.Value))
	return m
}

// yes is the mark of a thing that is either right or wrong.
func yes(right bool, full float64) float64 {
	if right {
		return full
	}
	return 0
}
