package puzzle

import (
	"encoding/json"
	"slices"
	"sync"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/evidence"
)

// Skill is what an item says something about.
type Skill string

// The five skills. No item belongs to Calibration or Discernment: both are
// read off all verdicts together.
const (
	Chronology  Skill = "chronology"
	Verdicts    Skill = "verdicts"
	Sources     Skill = "sources"
	Calibration Skill = "calibration"
	Discernment Skill = "discernment"
)

// Skills lists the five skills in the order in which they are shown.
func Skills() []Skill { return []Skill{Chronology, Verdicts, Sources, Calibration, Discernment} }

// An Item is one question that can be marked. Its concrete type tells more about
// its kind, for a screen of its own.
type Item interface {
	// ID names the item in its case: a puzzle by its own id, a verdict by the
	// id of its ask, tabs by the beat's id and ".tabs".
	ID() string
	Kind() Kind
	Skill() Skill
	// Title is the item's heading: a puzzle's title, the claim of a verdict,
	// the beat's title for tabs.
	Title() string
	// Weight is how much the item counts, 1 where the case says nothing.
	Weight() float64
	// Hint is a nudge for practice, empty for tabs.
	Hint() string
	// Form returns what there is to fill in, dealt from a seed.
	Form(seed uint64) Form
	// Deal returns what the item lays out, by id, in the order that the seed
	// deals: cards, phrases, statements or points. It is nil for a verdict,
	// whose choices always stand in the same order.
	Deal(seed uint64) []string
	// Mark marks an answer. A malformed one gets an *AnswerError that says
	// which shape is expected, and no mark.
	Mark(answer json.RawMessage) (Mark, error)
	// Explain says what was right and why, with its evidence, and how the
	// answer compares. It refuses what Mark refuses.
	Explain(answer json.RawMessage) (Explanation, error)
	// Best returns an answer that marks 1.
	Best() json.RawMessage
	// Worst returns an answer that is wrong wherever it can be, for tests and tours.
	Worst() json.RawMessage
	// Chance returns the mark that guessing earns on average: taking one of the
	// options, each of many or not, and any order of them, all equally likely.
	Chance() float64
}

// A Set is all items of one case. It never changes and may be used from several
// goroutines.
type Set struct {
	c        *casefile.Case
	contents func() contents
}

// contents are what a set makes of its case when it is first asked for any of it:
// that takes a while, and a game is shown before anything is asked in it.
type contents struct {
	x     *evidence.Index
	items []Item
	byID  map[string]Item
}

// New returns the items of a case that passed check.Case. The case must not
// change afterwards. Of a case that would not pass, what cannot be asked, since
// something it names is missing, is left out.
func New(c *casefile.Case) *Set {
	return &Set{c: c, contents: sync.OnceValue(func() contents { return newContents(c) })}
}

func newContents(c *casefile.Case) contents {
	s := contents{x: evidence.New(c), byID: map[string]Item{}}
	var desk []string // what has arrived so far
	for r := range c.Rooms {
		room := &c.Rooms[r]
		for b := range room.Beats {
			beat := &room.Beats[b]
			desk = append(desk, beat.Arrivals...)
			if tabs, ok := newTabs(s.x, beat, slices.Clone(desk)); ok {
				s.add(tabs)
			}
			for a := range beat.Ask {
				if v, ok := newVerdict(s.x, beat, &beat.Ask[a]); ok {
					s.add(v)
				}
			}
		}
		for p := range room.Puzzles {
			spec, known := SpecOf(room.Puzzles[p].Kind)
			if !known {
				continue
			}
			if it, ok := spec.New(s.x, &room.Puzzles[p]); ok {
				s.add(it)
			}
		}
	}
	return s
}

func (s *contents) add(it Item) {
	if _, taken := s.byID[it.ID()]; taken {
		return
	}
	s.items = append(s.items, it)
	s.byID[it.ID()] = it
}

// Case returns the case that the items belong to.
func (s *Set) Case() *casefile.Case { return s.c }

// Evidence returns the index from which the items derive what is right.
func (s *Set) Evidence() *evidence.Index { return s.contents().x }

// Item returns the item with an id.
func (s *Set) Item(id string) (Item, bool) {
	it, ok := s.contents().byID[id]
	return it, ok
}

// Items returns all items in playing order, whatever the length of play: at
// each beat its tabs and then its verdicts, in each other room its puzzles.
func (s *Set) Items() []Item { return slices.Clone(s.contents().items) }

// TabsID is the id of a beat's tabs item.
func TabsID(beat string) string { return beat + ".tabs" }

// entry is what all items have in common.
type entry struct {
	id     string
	kind   Kind
	skill  Skill
	title  string
	weight float64
	hint   string
	x      *evidence.Index
}

func (e *entry) ID() string      { return e.id }
func (e *entry) Kind() Kind      { return e.kind }
func (e *entry) Skill() Skill    { return e.skill }
func (e *entry) Title() string   { return e.title }
func (e *entry) Weight() float64 { return e.weight }
func (e *entry) Hint() string    { return e.hint }

// weight reads a weight of the case file, where a missing one is 0 and means 1.
func weight(w float64) float64 {
	if w == 0 {
		return 1
	}
	return w
}

// distinct returns the references that keep finds in the case, each once.
func distinct(refs []string, keep func(string) bool) []string {
	var out []string
	for _, ref := range refs {
		if keep(ref) && !slices.Contains(out, ref) {
			out = append(out, ref)
		}
	}
	return out
}

// mustJSON encodes values of this package's own making, which always encode.
func mustJSON(v any) json.RawMessage {
	data, err := json.Marshal(v)
	if err != nil {
		panic("puzzle: own answer does not encode: " + err.Error())
	}
	return data
}
