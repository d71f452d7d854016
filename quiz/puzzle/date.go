package puzzle

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/evidence"
	"holdtheline/quiz/internal/quote"
)

// A Date asks when an undated source, or a later layer of one, was written:
// choose the time window, and mark the phrases that give it away. The right window
// holds the date on which it came out; a clue rules out another window by the event
// that it tells of, a decoy none ([evidence.Index.Tells]).
//
// The answer is {"window": "2015-09-14/2015-09-15", "phrases": ["…", …]}: a
// window as the case writes it, and the phrases either by their exact words or
// by their ids. The mark is the mean of two parts. The window earns 1, the one
// next to it 0.5; the phrases earn max(0, (hits − false alarms) / clues).
type Date struct {
	entry
	puzzle  *casefile.Puzzle
	right   int
	phrases []Phrase
	clues   []string // ids of the phrases that are clues
}

// A Phrase is a piece of the source's text that a player can mark. Its id, "p1"
// and so on, follows the case's order, clues first; it is for telling phrases
// apart and must not be shown.
type Phrase struct {
	ID string
	casefile.Clue
	GivesAway bool // a clue, not a decoy
}

func newDate(x *evidence.Index, p *casefile.Puzzle) (Item, bool) {
	d := &Date{entry: puzzleEntry(x, p, KindDate, Chronology), puzzle: p}
	published := x.Published(p.Source)
	d.right = slices.IndexFunc(p.Windows, func(w edtf.Date) bool { return !published.IsZero() && w.Contains(published) })
	if d.right < 0 {
		return nil, false
	}
	add := func(clues []casefile.Clue, givesAway bool) {
		for _, clue := range clues {
			id := "p" + strconv.Itoa(len(d.phrases)+1)
			d.phrases = append(d.phrases, Phrase{ID: id, Clue: clue, GivesAway: givesAway})
			if givesAway {
				d.clues = append(d.clues, id)
			}
		}
	}
	add(p.Clues, true)
	add(p.Decoys, false)
	return d, true
}

// DateAnswer is the answer to a [Date].
type DateAnswer struct {
	Window  string   `json:"window"`
	Phrases []string `json:"phrases"`
}

// Puzzle returns the puzzle as the case tells it.
func (d *Date) Puzzle() *casefile.Puzzle { return d.puzzle }

// Windows returns the time windows on offer, in time order.
func (d *Date) Windows() []edtf.Date { return slices.Clone(d.puzzle.Windows) }

// Right returns the place of the right window in Windows.
func (d *Date) Right() int { return d.right }

// Phrases returns clues and decoys shuffled together.
func (d *Date) Phrases(seed uint64) []Phrase { return dealt(seed, d.id, d.phrases) }

// Deal returns the phrases' ids, shuffled.
func (d *Date) Deal(seed uint64) []string { return dealt(seed, d.id, d.phraseIDs()) }

func (d *Date) phraseIDs() []string {
	ids := make([]string, len(d.phrases))
	for i, p := range d.phrases {
		ids[i] = p.ID
	}
	return ids
}

// identify turns a phrase's words, or its id, into its id.
func (d *Date) identify(given string) string {
	for _, p := range d.phrases {
		if p.Phrase == given {
			return p.ID
		}
	}
	return given
}

// read decodes an answer: the place of the window and the phrases' ids.
func (d *Date) read(answer json.RawMessage) (window int, phrases []string, err error) {
	var a struct {
		Window  *string    `json:"window"`
		Phrases *[]*string `json:"phrases"`
	}
	if err := decode(answer, &a); err != nil {
		return 0, nil, d.malformed(err.Error())
	}
	if a.Window == nil {
		return 0, nil, d.malformed(`it has no "window"`)
	}
	if a.Phrases == nil {
		return 0, nil, d.malformed(`it has no "phrases"`)
	}
	window = slices.IndexFunc(d.puzzle.Windows, func(w edtf.Date) bool { return w.String() == *a.Window })
	if window < 0 {
		return 0, nil, d.malformed(fmt.Sprintf("%q is not one of the windows", quote.Short(*a.Window)))
	}
	if phrases, err = texts(*a.Phrases); err != nil {
		return 0, nil, d.malformed(err.Error())
	}
	for i, given := range phrases {
		phrases[i] = d.identify(given)
	}
	if err := subset(phrases, d.phraseIDs(), "phrases"); err != nil {
		return 0, nil, d.malformed(err.Error())
	}
	return window, phrases, nil
}

// Mark marks an answer {"window": …, "phrases": […]}.
func (d *Date) Mark(answer json.RawMessage) (Mark, error) {
	window, phrases, err := d.read(answer)
	if err != nil {
		return Mark{}, err
	}
	return d.mark(window, phrases), nil
}

func (d *Date) mark(window int, phrases []string) Mark {
	found := choice(phrases, d.clues, d.phraseIDs())
	mark := newMark(
		Part{Name: PartWindow, Value: windowMark(d.right, window) / 2, Max: 0.5},
		Part{Name: PartPhrases, Value: found.value() / 2, Max: 0.5},
	)
	mark.Date = &DateParts{
		Right: d.puzzle.Windows[d.right].String(), Given: d.puzzle.Windows[window].String(),
		Beside: beside(d.right, window), ChoiceParts: found,
	}
	return mark
}

// windowMark is 1 for the right window, 0.5 for one next to it, else 0.
func windowMark(right, given int) float64 {
	switch {
	case right == given:
		return 1
	case beside(right, given):
		return 0.5
	default:
		return 0
	}
}

func beside(a, b int) bool { return a-b == 1 || b-a == 1 }

func (d *Date) malformed(problem string) error {
	windows := make([]string, len(d.puzzle.Windows))
	for i, w := range d.puzzle.Windows {
		windows[i] = w.String()
	}
	return &AnswerError{
		Item: d.id, Problem: problem,
		Expected: fmt.Sprintf(`one of the windows %s, and the phrases that give it away, each once, like {"window": %q, "phrases": ["p1"]}`,
			quoted(windows), windows[0]),
	}
}

// Best returns the right window with all clues.
func (d *Date) Best() json.RawMessage {
	phrases := []string{}
	phrases = append(phrases, d.clues...)
	return mustJSON(DateAnswer{Window: d.puzzle.Windows[d.right].String(), Phrases: phrases})
}
