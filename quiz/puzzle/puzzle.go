package puzzle

import (
	"encoding/json"
	"slices"
	"sync"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/evidence"
)

// Skill is what an item measures.
type Skill string

// The five skills. No item belongs to Calibration or Discernment: both are
// computed from all verdicts together.
const (
	Chronology  Skill = "chronology"
	Verdicts    Skill = "verdicts"
	Sources     Skill = "sources"
	Calibration Skill = "calibration"
	Discernment Skill = "discernment"
)

// Skills lists the five skills in the order in which they are shown.
func Skills() []Skill { return []Skill{Chronology, Verdicts, Sources, Calibration, Discernment} }

// An Item is one question that can be marked. Its concrete type has more methods,
// for a screen of its kind's own.
type Item interface {
	// ID identifies the item in its case: the puzzle's id, the id of a verdict's
	// ask, or for tabs the beat's id and ".tabs".
	ID() string
	Kind() Kind
	Skill() Skill
	// Title is the item's heading: a puzzle's title, the claim of a verdict,
	// the beat's title for tabs.
	Title() string
	// Weight is how much the item counts, 1 unless the case says otherwise.
	Weight() float64
	// Hint is a hint for practice, empty for tabs.
	Hint() string
	// Asks returns what of which sources the item asks, so that nothing shown before
	// gives it away.
	Asks() []Asked
	// Form returns what to fill in, dealt from a seed.
	Form(seed uint64) Form
	// Deal returns the ids of what the item lays out, in the order dealt from a
	// seed: cards, phrases, statements, points, people or tabs. It is nil for a
	// verdict, whose choices are always in the same order.
	Deal(seed uint64) []string
	// Mark marks an answer. For a malformed one it returns an *AnswerError with
	// the shape that is expected.
	Mark(answer json.RawMessage) (Mark, error)
	// Explain returns what was right and why, with its evidence, and how the
	// answer compares. It returns an error whenever Mark does.
	Explain(answer json.RawMessage) (Explanation, error)
	// Best returns an answer that marks 1.
	Best() json.RawMessage
	// Worst returns an answer that is wrong wherever possible, for tests and tours.
	Worst() json.RawMessage
	// Chance returns the mark that guessing earns on average, with all answers
	// equally likely.
	Chance() float64
}

// Asked is something about a source that an item asks for.
type Asked struct {
	Source string
	What   Aspect
}

// An Aspect is what can be asked about a source as a whole.
type Aspect int8

// The aspects.
const (
	Nothing    Aspect = iota
	Provenance        // what a source rests on
	Closeness         // how close it is to what it tells
	Dating            // when an undated page was written, which is never shown
)

// A Set is all items of one case. It is immutable and safe for concurrent use.
type Set struct {
	c           *casefile.Case
	contents    func() contents
	fingerprint func() string
}

// contents is built on first use: building takes a while, and the game shows its
// first screen without it.
type contents struct {
	x     *evidence.Index
	items []Item
	byID  map[string]Item
	tabs  map[string]*Tabs // by the beat's id; of every beat that offers some
}

// New returns the items of a case that passed check.Case. The case must not change
// afterwards. For an unsound case the set leaves out items that can't be asked.
func New(c *casefile.Case) *Set {
	return &Set{c: c, contents: sync.OnceValue(func() contents { return newContents(c, c) }), fingerprint: sync.OnceValue(c.Fingerprint)}
}

// In returns the items in the language of a translation of their case. Ids, answers,
// marks, deals and the fingerprint are the same, so a session that was begun with one
// of the sets goes on with the other. The error for a translation that isn't of this
// case says what to do.
func (s *Set) In(t *casefile.Translation) (*Set, error) {
	c, err := t.Apply(s.c)
	if err != nil {
		return nil, err
	}
	return &Set{c: c, contents: sync.OnceValue(func() contents { return newContents(c, s.c) }), fingerprint: s.fingerprint}, nil
}

// newContents makes the items of a case. The original is the case that it is a
// translation of, or the case itself.
func newContents(c, original *casefile.Case) contents {
	s := contents{x: evidence.New(c), byID: map[string]Item{}, tabs: map[string]*Tabs{}}
	on := &desk{since: map[string]int{}}
	for r := range c.Rooms {
		room := &c.Rooms[r]
		for b := range room.Beats {
			beat := &room.Beats[b]
			on.next(s.x, beat.Arrivals)
			if tabs, ok := newTabs(s.x, beat, on); ok {
				s.tabs[beat.ID] = tabs
				if tabs.marked() {
					s.add(tabs)
				}
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
				if d, ok := it.(*Date); ok {
					d.name(&original.Rooms[r].Puzzles[p])
				}
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

// Fingerprint returns the fingerprint of the case, which takes a while to compute and
// is kept.
func (s *Set) Fingerprint() string { return s.fingerprint() }

// Evidence returns the index that the items use.
func (s *Set) Evidence() *evidence.Index { return s.contents().x }

// Item returns the item with an id.
func (s *Set) Item(id string) (Item, bool) {
	it, ok := s.contents().byID[id]
	return it, ok
}

// Tabs returns the tabs of a beat. They are an item only where one adds something:
// elsewhere there is nothing to mark.
func (s *Set) Tabs(beat string) (*Tabs, bool) {
	t, ok := s.contents().tabs[beat]
	return t, ok
}

// Items returns all items in playing order, for all lengths of play: at each beat
// its tabs and then its verdicts, in each other room its puzzles.
func (s *Set) Items() []Item { return slices.Clone(s.contents().items) }

// TabsID returns the id of a beat's tabs item.
func TabsID(beat string) string { return beat + ".tabs" }

// entry is what all items have in common.
type entry struct {
	id     string
	kind   Kind
	skill  Skill
	title  string
	weight float64
	hint   string
	asks   []Asked
	x      *evidence.Index
}

// asking is the entry of an item that asks the same of every source.
func (e entry) asking(what Aspect, sources ...string) entry {
	for _, id := range sources {
		e.asks = append(e.asks, Asked{id, what})
	}
	return e
}

func (e *entry) ID() string      { return e.id }
func (e *entry) Kind() Kind      { return e.kind }
func (e *entry) Skill() Skill    { return e.skill }
func (e *entry) Title() string   { return e.title }
func (e *entry) Weight() float64 { return e.weight }
func (e *entry) Hint() string    { return e.hint }
func (e *entry) Asks() []Asked   { return slices.Clone(e.asks) }

// weight returns a weight of the case file; a missing one is 0 there and means 1.
func weight(w float64) float64 {
	if w == 0 {
		return 1
	}
	return w
}

// distinct returns the references that keep accepts, each once.
func distinct(refs []string, keep func(string) bool) []string {
	var out []string
	for _, ref := range refs {
		if keep(ref) && !slices.Contains(out, ref) {
			out = append(out, ref)
		}
	}
	return out
}

// mustJSON encodes values made by this package, which always encode.
func mustJSON(v any) json.RawMessage {
	data, err := json.Marshal(v)
	if err != nil {
		panic("puzzle: own answer does not encode: " + err.Error())
	}
	return data
}
