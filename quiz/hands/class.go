package hands

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"time"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/internal/quote"
	"holdtheline/quiz/puzzle"
)

// The rounds of a vote: before the class talks, and after.
const (
	First  = 1
	Second = 2
)

// A Class is one lesson on one screen: its log, and the state folded from it. It
// belongs to one goroutine.
type Class struct {
	set    *puzzle.Set
	config Config
	deck   []Slide
	log    []byte // as JSON Lines; only ever appended to

	at, furthest int
	pupils       int
	counts       map[string]*[2]Tally // by item
	shown        map[string]bool      // by item
	orders       map[string][]string  // by item
	notes        map[string]map[string]bool
}

// A Tally is how many hands there were for each verdict.
type Tally map[casefile.Verdict]int

// Sum is how many hands there were in all.
func (t Tally) Sum() int {
	n := 0
	for _, hands := range t {
		n += hands
	}
	return n
}

// Most returns the verdict with the most hands. ok is false if there were none, or as
// many for two.
func (t Tally) Most() (v casefile.Verdict, ok bool) {
	most := 0
	for _, one := range casefile.Verdicts() {
		switch n := t[one]; {
		case n > most:
			v, most, ok = one, n, true
		case n == most:
			ok = false
		}
	}
	return v, ok && most > 0
}

// Share is the part of all hands that a verdict had, from 0 to 1.
func (t Tally) Share(v casefile.Verdict) float64 {
	if sum := t.Sum(); sum > 0 {
		return float64(t[v]) / float64(sum)
	}
	return 0
}

// Start begins a lesson. Case, fingerprint and format are filled in from the set;
// Began is taken in UTC, whole seconds.
func Start(set *puzzle.Set, cfg Config) *Class {
	cfg.Format, cfg.Case, cfg.Fingerprint = Format, set.Case().ID, set.Fingerprint()
	cfg.Began = cfg.Began.UTC().Truncate(time.Second)
	if !slices.Contains(lengths, cfg.Length) {
		cfg.Length = casefile.Lesson
	}
	return &Class{
		set: set, config: cfg, deck: Deck(set, cfg.Length), log: encode(Event{Kind: Started, Config: &cfg}),
		counts: map[string]*[2]Tally{}, shown: map[string]bool{}, orders: map[string][]string{}, notes: map[string]map[string]bool{},
	}
}

var lengths = []casefile.Length{casefile.Quick, casefile.Lesson, casefile.Full}

// Set returns the items that the class is asked.
func (c *Class) Set() *puzzle.Set { return c.set }

// Config returns what the class began with.
func (c *Class) Config() Config { return c.config }

// Deck returns the slides, which must not be changed.
func (c *Class) Deck() []Slide { return c.deck }

// At returns the index of the slide on the screen, and Furthest that of the last one
// that was seen.
func (c *Class) At() int { return c.at }

// Furthest is explained at [Class.At].
func (c *Class) Furthest() int { return c.furthest }

// Slide returns the slide on the screen.
func (c *Class) Slide() Slide { return c.deck[c.at] }

// Seen reports whether the slide of an item was on the screen.
func (c *Class) Seen(item string, part Part) bool {
	i := c.find(item, part)
	return i >= 0 && i <= c.furthest
}

func (c *Class) find(item string, part Part) int {
	return slices.IndexFunc(c.deck, func(s Slide) bool { return s.Item == item && s.Part == part })
}

// Pupils returns how many pupils there are; 0 is not known.
func (c *Class) Pupils() int { return c.pupils }

// Count returns the hands counted for an item in a round.
func (c *Class) Count(item string, round int) Tally {
	if both := c.counts[item]; both != nil && (round == First || round == Second) {
		return maps.Clone(both[round-1])
	}
	return Tally{}
}

// Open reports whether the hands of a round can be counted, or a count be corrected.
// The first round is open until its count is shown or the second begins, the second
// until both are shown.
func (c *Class) Open(item string, round int) bool {
	from, until := Vote, Revote
	if round == Second {
		from, until = Revote, Shift
	}
	return c.Seen(item, from) && !c.Seen(item, until) && !(round == First && c.shown[item])
}

// Shown reports whether the class was shown the first count before the second.
func (c *Class) Shown(item string) bool { return c.shown[item] }

// Order returns the cards of a board as they are now: as dealt until one is moved.
func (c *Class) Order(item string) []string {
	if order := c.orders[item]; order != nil {
		return slices.Clone(order)
	}
	if o, ok := c.order(item); ok {
		return o.Deal(c.config.Seed)
	}
	return nil
}

// Touched reports whether a card of a board was moved.
func (c *Class) Touched(item string) bool { return c.orders[item] != nil }

// Disagreed reports whether it is noted that the class doesn't agree on a card.
func (c *Class) Disagreed(item, card string) bool { return c.notes[item][card] }

func (c *Class) order(item string) (*puzzle.Order, bool) {
	it, _ := c.set.Item(item)
	o, ok := it.(*puzzle.Order)
	return o, ok
}

// Encode returns the log as JSON Lines.
func (c *Class) Encode() []byte { return bytes.Clone(c.log) }

// A RefusedError says why an event was refused. The class is unchanged.
type RefusedError struct {
	Event   Kind
	Problem string // why it was refused
	Next    string // what to do instead
}

func (e *RefusedError) Error() string {
	return fmt.Sprintf("%q was refused: %s; %s", quote.Short(string(e.Event)), e.Problem, e.Next)
}

// Apply checks an event, appends it to the log and folds it into the state. A refused
// event changes nothing; the error is a *RefusedError.
func (c *Class) Apply(e Event) error {
	if err := c.check(e); err != nil {
		return err
	}
	line := encode(e)
	if len(c.log)+len(line) > MaxBytes {
		return &RefusedError{Event: e.Kind, Problem: fmt.Sprintf("the log of this class would be larger than %d MB", MaxBytes>>20), Next: "begin anew"}
	}
	c.log = append(c.log, line...)
	c.fold(e)
	return nil
}

// only is the event with no other fields than those that its kind has.
func only(e Event) Event {
	switch e.Kind {
	case Went:
		return Event{Kind: e.Kind, Slide: e.Slide}
	case Sized:
		return Event{Kind: e.Kind, N: e.N}
	case Counted:
		return Event{Kind: e.Kind, Item: e.Item, Round: e.Round, Option: e.Option, N: e.N}
	case Shown:
		return Event{Kind: e.Kind, Item: e.Item}
	case Placed:
		return Event{Kind: e.Kind, Item: e.Item, Order: e.Order}
	case Noted:
		return Event{Kind: e.Kind, Item: e.Item, Card: e.Card, On: e.On}
	}
	return Event{Kind: e.Kind}
}

func (c *Class) check(e Event) error {
	refuse := func(next, problem string, args ...any) error {
		return &RefusedError{Event: e.Kind, Problem: fmt.Sprintf(problem, quote.Args(args)...), Next: next}
	}
	switch e.Kind {
	case Started:
		return refuse("begin a new class instead", "the class has already started")
	case Went, Sized, Counted, Shown, Placed, Noted:
	default:
		return refuse("use an event of this version", "there is no such event")
	}
	if o := only(e); e.Config != nil || !bytes.Equal(encode(o), encode(e)) {
		return refuse("leave them out", "it carries fields that this event doesn't have")
	}
	if len(e.Order) > mostCards || slices.ContainsFunc([]string{e.Slide, e.Item, e.Card, string(e.Option)}, func(s string) bool { return len(s) > longestName }) {
		return refuse("name what the case has", "it is larger than an event can be")
	}
	switch e.Kind {
	case Went:
		to := slices.IndexFunc(c.deck, func(s Slide) bool { return s.ID == e.Slide })
		switch {
		case to < 0:
			return refuse("name a slide of this length of play", "there is no slide %q", e.Slide)
		case to > c.furthest+1:
			return refuse("go on one by one", "the slide %q comes later", e.Slide)
		}
	case Sized:
		if e.N < 0 || e.N > MostHands {
			return refuse(fmt.Sprintf("give a number from 0 to %d", MostHands), "a class has not %d pupils", e.N)
		}
	case Counted:
		switch {
		case e.Round != First && e.Round != Second:
			return refuse("give round 1 or 2", "there is no round %d", e.Round)
		case !slices.Contains(casefile.Verdicts(), e.Option):
			return refuse("give real, prank, denied or unconfirmed", "there is no verdict %q", string(e.Option))
		case e.N < 0 || e.N > MostHands:
			return refuse(fmt.Sprintf("give a number from 0 to %d", MostHands), "there can't be %d hands", e.N)
		case !c.Open(e.Item, e.Round):
			return refuse("count while its slide is the last", "round %d of %q is not open", e.Round, e.Item)
		}
	case Shown:
		if !c.Seen(e.Item, Talk) || c.Seen(e.Item, Revote) {
			return refuse("show it while the class talks", "the first count of %q can't be shown now", e.Item)
		}
	case Placed, Noted:
		return c.checkBoard(e, refuse)
	}
	return nil
}

func (c *Class) checkBoard(e Event, refuse func(next, problem string, args ...any) error) error {
	o, ok := c.order(e.Item)
	if !ok || !c.Seen(e.Item, Board) || c.Seen(e.Item, Line) {
		return refuse("do it while the board is on the screen", "the board %q is not open", e.Item)
	}
	if e.Kind == Noted {
		if !slices.Contains(o.Cards(), e.Card) {
			return refuse("name a card of the board", "there is no card %q", e.Card)
		}
		return nil
	}
	if _, err := o.MarkOrder(e.Order); err != nil {
		return refuse("give every card once", "the order can't be: %s", err.Error())
	}
	return nil
}

func (c *Class) fold(e Event) {
	switch e.Kind {
	case Went:
		c.at = slices.IndexFunc(c.deck, func(s Slide) bool { return s.ID == e.Slide })
		c.furthest = max(c.furthest, c.at)
	case Sized:
		c.pupils = e.N
	case Counted:
		both := c.counts[e.Item]
		if both == nil {
			both = &[2]Tally{{}, {}}
			c.counts[e.Item] = both
		}
		both[e.Round-1][e.Option] = e.N
	case Shown:
		c.shown[e.Item] = true
	case Placed:
		c.orders[e.Item] = slices.Clone(e.Order)
	case Noted:
		if c.notes[e.Item] == nil {
			c.notes[e.Item] = map[string]bool{}
		}
		c.notes[e.Item][e.Card] = e.On
	}
}
