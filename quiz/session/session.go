package session

import (
	"bytes"
	"encoding/json"
	"slices"
	"time"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
)

// Format is the version of the log that this package writes and reads.
const Format = 1

// Mode is the mode of a session.
type Mode string

// The modes.
const (
	Practice   Mode = "practice"   // hints, and answering again; first answers count for the skills
	Assessment Mode = "assessment" // one go
	Test       Mode = "test"       // one go from first to last, and nothing explained before the end: a case that is a form
)

// When tells whether a test is taken before or after the game.
type When string

// A test is taken before or after the game, or who knows when.
const (
	Before When = "before"
	After  When = "after"
)

// Config is the configuration of a session. It never changes.
type Config struct {
	Format      int             `json:"format"`         // Format; set by Start
	Case        string          `json:"case"`           // the case's id; set by Start
	Fingerprint string          `json:"fingerprint"`    // the case's fingerprint; set by Start
	Length      casefile.Length `json:"length"`         // lesson where empty or unknown
	Mode        Mode            `json:"mode"`           // practice where empty or unknown; of a form, always test
	When        When            `json:"when,omitempty"` // of a test
	Seed        uint64          `json:"seed"`           // deals every item; the same for a whole class
	Began       time.Time       `json:"began"`          // UTC
	// Led says that a teacher leads a class through the steps: the player may go to
	// any of them, whatever is unanswered, to join late or after missing a question.
	Led bool `json:"led,omitempty"`
}

// EventKind is what an event does.
type EventKind string

// What an event can do.
const (
	Started  EventKind = "started"  // Config: first, and only once
	Went     EventKind = "went"     // Step: to the next step, or back to one visited
	Opened   EventKind = "opened"   // Step, Source: a tab, before the step's first verdict
	Drafted  EventKind = "drafted"  // Item, Answer: an answer in the making, kept for resuming
	Answered EventKind = "answered" // Item, Answer: an item of the current step
	Hinted   EventKind = "hinted"   // Item: in practice, while it can be answered
	Retried  EventKind = "retried"  // Item: in practice, opens an answered item again
)

// An Event is one line of the log. Which fields it needs depends on Kind; the
// others stay empty.
type Event struct {
	Kind   EventKind       `json:"do"`
	Config *Config         `json:"config,omitempty"`
	Step   string          `json:"step,omitempty"`
	Item   string          `json:"item,omitempty"`
	Source string          `json:"source,omitempty"`
	Answer json.RawMessage `json:"answer,omitempty"`
}

// A Session is one play-through: its log, and the state folded from it. It
// belongs to one goroutine.
type Session struct {
	set    *puzzle.Set
	config Config
	steps  []Step
	log    []Event
	size   int // of the log in bytes, as Encode gives it

	at, furthest int
	items        map[string]*progress   // by item id, those of the plan
	opened       map[string][]string    // by step id
	forms        map[string]puzzle.Form // by item id, as far as asked for
}

// progress is the state of one item.
type progress struct {
	step     int               // where it is asked
	answers  []json.RawMessage // in the order given; those of a retry follow
	open     bool              // can be answered now
	hinted   bool
	draft    json.RawMessage
	saidAsIs bool // the player confirmed the order as dealt, by drafting it
}

// Start begins a session. Case, fingerprint and format of the configuration are
// filled in from the set; Began is taken in UTC, whole seconds.
func Start(set *puzzle.Set, cfg Config) *Session {
	cfg.Format = Format
	cfg.Case = set.Case().ID
	cfg.Fingerprint = set.Fingerprint()
	cfg = cfg.normal(set.Case().Form != "")
	s := &Session{
		set: set, config: cfg, steps: Plan(set, cfg.Length),
		items: map[string]*progress{}, opened: map[string][]string{}, forms: map[string]puzzle.Form{},
	}
	s.log = []Event{{Kind: Started, Config: &cfg}}
	s.size = len(EncodeEvent(s.log[0]))
	for i, step := range s.steps {
		for _, id := range step.Items {
			s.items[id] = &progress{step: i, open: true}
		}
	}
	return s
}

// normal replaces unusable values by defaults.
func (c Config) normal(form bool) Config {
	if !knownLength(c.Length) {
		c.Length = casefile.Lesson
	}
	switch {
	case form:
		c.Mode = Test
	case c.Mode == Test:
		c.Mode = Assessment
	case c.Mode != Assessment:
		c.Mode = Practice
	}
	if !form || c.When != Before && c.When != After {
		c.When = ""
	}
	c.Began = c.Began.UTC().Truncate(time.Second)
	if year := c.Began.Year(); year < 0 || year > 9999 {
		c.Began = time.Time{} // JSON can't encode this year
	}
	return c
}

func knownLength(l casefile.Length) bool {
	return l == casefile.Quick || l == casefile.Lesson || l == casefile.Full
}

// Set returns the items that are played.
func (s *Session) Set() *puzzle.Set { return s.set }

// Config returns what the session was started with.
func (s *Session) Config() Config { return s.config }

// Steps returns the plan of the session.
func (s *Session) Steps() []Step { return slices.Clone(s.steps) }

// At returns the index in Steps of the current step.
func (s *Session) At() int { return s.at }

// Step returns the current step.
func (s *Session) Step() Step { return s.steps[s.at] }

// Furthest returns the index in Steps of the last step reached so far.
func (s *Session) Furthest() int { return s.furthest }

// Done reports whether the debrief has been reached.
func (s *Session) Done() bool { return s.furthest == len(s.steps)-1 }

// CanGo reports whether the player may go to a step: any visited one, or the next
// one once every item of the furthest step is answered. A test has no way back
// before its end. Where a class is led, it is any step.
func (s *Session) CanGo(step string) bool {
	i := s.find(step)
	if s.config.Mode == Test && !s.Done() && i < s.at {
		return false
	}
	return i >= 0 && (s.config.Led || i <= s.furthest || i == s.furthest+1 && s.Complete(s.steps[s.furthest].ID))
}

// Complete reports whether every item of a step has been answered at least once. A
// retry does not make it incomplete.
func (s *Session) Complete(step string) bool {
	i := s.find(step)
	return i >= 0 && !slices.ContainsFunc(s.steps[i].Items, func(id string) bool { return s.Tries(id) == 0 })
}

func (s *Session) find(step string) int {
	return slices.IndexFunc(s.steps, func(st Step) bool { return st.ID == step })
}

// Deal returns what an item lays out, in the order dealt from the session's
// seed; see puzzle.Item. It is nil for an item that the case does not have.
func (s *Session) Deal(item string) []string {
	it, ok := s.set.Item(item)
	if !ok {
		return nil
	}
	return it.Deal(s.config.Seed)
}

// Form returns the form of an item, dealt from the session's seed. For an item that
// the case does not have it is empty and can't be handed in.
func (s *Session) Form(item string) puzzle.Form {
	form, done := s.forms[item]
	if it, ok := s.set.Item(item); ok && !done {
		form = it.Form(s.config.Seed)
		s.forms[item] = form
	}
	return form
}

// Answer returns the latest answer to an item. For a beat's tabs it is the list of
// those opened, once the step's first verdict is answered.
func (s *Session) Answer(item string) (json.RawMessage, bool) {
	if opened, ok := s.tabs(item); ok {
		return opened, true
	}
	p := s.items[item]
	if p == nil || len(p.answers) == 0 {
		return nil, false
	}
	return slices.Clone(p.answers[len(p.answers)-1]), true
}

// First returns the first answer to an item: the one that counts.
func (s *Session) First(item string) (json.RawMessage, bool) {
	if opened, ok := s.tabs(item); ok {
		return opened, true
	}
	p := s.items[item]
	if p == nil || len(p.answers) == 0 {
		return nil, false
	}
	return slices.Clone(p.answers[0]), true
}

// tabs returns the answer to a beat's tabs item, which is settled when the step's
// first verdict is answered.
func (s *Session) tabs(item string) (json.RawMessage, bool) {
	for _, step := range s.steps {
		if step.Tabs == item && item != "" && s.settled(step) {
			data, err := json.Marshal(append([]string{}, s.opened[step.ID]...))
			return data, err == nil
		}
	}
	return nil, false
}

// settled reports whether a first item of the step has been answered, after
// which no more tabs can be opened.
func (s *Session) settled(step Step) bool {
	return slices.ContainsFunc(step.Items, func(id string) bool { return s.Tries(id) > 0 })
}

// Mark returns the mark of the latest answer to an item.
func (s *Session) Mark(item string) (puzzle.Mark, bool) { return s.marked(item, s.Answer) }

// FirstMark returns the mark of the first answer to an item: the one that
// counts.
func (s *Session) FirstMark(item string) (puzzle.Mark, bool) { return s.marked(item, s.First) }

func (s *Session) marked(item string, answer func(string) (json.RawMessage, bool)) (puzzle.Mark, bool) {
	it, ok := s.set.Item(item)
	if !ok {
		return puzzle.Mark{}, false
	}
	given, ok := answer(item)
	if !ok {
		return puzzle.Mark{}, false
	}
	mark, err := it.Mark(given)
	return mark, err == nil
}

// Answered reports whether an item has been answered and, in practice, was not
// reopened since: whether its feedback can be shown. A beat's tabs count as answered
// once the step's first verdict is.
func (s *Session) Answered(item string) bool {
	if p := s.items[item]; p != nil {
		return !p.open
	}
	_, settled := s.tabs(item)
	return settled
}

// Tries returns how many times an item was answered.
func (s *Session) Tries(item string) int {
	if p := s.items[item]; p != nil {
		return len(p.answers)
	}
	return 0
}

// Hinted reports whether the hint of an item was asked for.
func (s *Session) Hinted(item string) bool {
	p := s.items[item]
	return p != nil && p.hinted
}

// Draft returns the latest draft of an item that can be answered, or nil.
func (s *Session) Draft(item string) json.RawMessage {
	if p := s.items[item]; p != nil && p.open {
		return slices.Clone(p.draft)
	}
	return nil
}

// SaidAsIs reports whether the player confirmed an order as it was dealt, so that
// it may be answered untouched.
func (s *Session) SaidAsIs(item string) bool {
	p := s.items[item]
	return p != nil && p.saidAsIs
}

// Opened returns the tabs opened at a step, by source, in the order opened.
func (s *Session) Opened(step string) []string { return slices.Clone(s.opened[step]) }

// CanOpen reports whether tabs can still be opened at a step: while the player
// is there and has answered nothing yet.
func (s *Session) CanOpen(step string) bool {
	i := s.find(step)
	return i >= 0 && i == s.at && !s.settled(s.steps[i])
}

// Log returns all events so far. Feeding them to Replay gives the same session.
func (s *Session) Log() []Event { return slices.Clone(s.log) }

// Encode returns the log as JSON Lines.
func (s *Session) Encode() []byte {
	var out bytes.Buffer
	for _, e := range s.log {
		out.Write(EncodeEvent(e))
	}
	return out.Bytes()
}
