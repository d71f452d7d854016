package live

import (
	"slices"
	"strconv"
	"time"

	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// A class is one that is led, as far as this page knows.
type class struct {
	about
	set   *puzzle.Set // nil until the case is there
	steps []session.Step
	why   string // the case can't be had

	number uint64 // of the last state
	seats  []seat // in the order in which they were taken
	items  map[string]item
	pace   *pace         // nil at one's own pace
	since  time.Time     // when the phase began, as far as was seen here
	skew   time.Duration // from this clock to the server's

	line    line
	pending *pace // it was asked for and is not answered yet

	deleting bool // the server was asked to delete it

	seen   string // the step that is looked at; empty for where the class is
	index  int    // of the item that is shown
	shown  bool   // the answers are
	hidden bool   // pseudonyms are

	reports  []pupilReport
	reported uint64 // the number of the state that the reports are of; 0 for none
	asking   bool   // they are on their way
	failed   string // or why they can't be had
}

// A line is the connection to the server.
type line struct {
	heard    time.Time // when something last came, from the stream or asked for
	stream   time.Time // when something last came from the stream
	listened time.Time // when the stream was last begun
	broken   bool      // the stream has ended
	tries    int       // to begin it since it last brought something
	polled   time.Time // when the state was last asked for
	polling  bool      // and the answer is on its way
}

// How patient the page is with the server.
const (
	silence   = 10 * time.Second // without a heartbeat: ask from time to time
	pollEvery = 3 * time.Second
	anew      = 30 * time.Second // begin a silent stream again
	mostWait  = 15 * time.Second // between tries to begin a broken stream
	lostAfter = 10 * time.Second // say that there is no connection
	slowPoll  = 12 * time.Second // an answer that doesn't come is given up
)

// lost tells whether nothing has come for a while.
func (c *class) lost(now time.Time) bool { return now.Sub(c.line.heard) >= lostAfter }

// wait is how long to wait before the stream is begun again.
func (l line) wait() time.Duration {
	return min(mostWait, time.Second<<min(l.tries, 4))
}

// tick does what it is time for.
func (c *class) tick(now time.Time) []Effect {
	l := &c.line
	var effects []Effect
	switch {
	case l.broken && now.Sub(l.listened) >= l.wait(),
		!l.broken && now.Sub(l.stream) >= silence && now.Sub(l.listened) >= anew:
		l.listened, l.broken = now, false
		l.tries++
		effects = append(effects, Listen{Code: c.Code, After: c.number})
	}
	if l.polling && now.Sub(l.polled) >= slowPoll {
		l.polling = false
	}
	if now.Sub(l.stream) >= silence && now.Sub(l.polled) >= pollEvery && !l.polling {
		effects = append(effects, c.poll(now))
	}
	return effects
}

// poll asks for the state.
func (c *class) poll(now time.Time) Effect {
	c.line.polled, c.line.polling = now, true
	return get(Purpose{What: Polling, Code: c.Code}, "/state?after="+strconv.FormatUint(c.number, 10))
}

// fold takes a state over. It reports whether anything has changed.
func (c *class) fold(st state, now time.Time) bool {
	if st.Number < c.number && !st.Full {
		return false // an answer that was overtaken
	}
	changed := st.Full || st.Pace != nil || len(st.Seats)+len(st.Items)+len(st.Removed) > 0
	c.number = st.Number
	if !st.Now.IsZero() {
		c.skew = st.Now.Sub(now)
	}
	if st.Full {
		c.seats, c.items = nil, map[string]item{}
	}
	for _, s := range st.Seats {
		if i := c.seatIndex(s.Seat); i >= 0 {
			c.seats[i] = s
		} else if s.Seat != "" {
			c.seats = append(c.seats, s)
		}
	}
	for _, id := range st.Removed {
		c.seats = slices.DeleteFunc(c.seats, func(s seat) bool { return s.Seat == id })
	}
	for _, it := range st.Items {
		c.items[it.Item] = it
	}
	if st.Pace != nil && c.Pace == together {
		c.follow(*st.Pace, now)
	}
	return changed
}

// follow goes where the class is.
func (c *class) follow(to pace, now time.Time) {
	if c.pace != nil && to.Version < c.pace.Version {
		return
	}
	moved := c.pace == nil || c.pace.Step != to.Step
	if moved || c.pace.Phase != to.Phase {
		c.since = now
	}
	if moved {
		c.seen, c.index, c.shown = "", 0, false
	} else if c.pace.Phase != to.Phase && to.Phase.polled() {
		c.shown = false // what is on the screen would tell others what to say
	}
	c.pace = &to
	if c.pending != nil && to.Version >= c.pending.Version {
		c.pending = nil
	}
}

func (c *class) seatIndex(id string) int {
	return slices.IndexFunc(c.seats, func(s seat) bool { return s.Seat == id })
}

// step is the one that is looked at.
func (c *class) step() (session.Step, bool) {
	id := c.seen
	if id == "" && c.pace != nil {
		id = c.pace.Step
	}
	if id == "" && len(c.steps) > 1 {
		id = c.steps[1].ID // at one's own pace, the first with something to see
	}
	for _, s := range c.steps {
		if s.ID == id {
			return s, true
		}
	}
	return session.Step{}, false
}

// here tells whether the class is at the step that is looked at.
func (c *class) here() bool { return c.pace != nil && (c.seen == "" || c.seen == c.pace.Step) }

// stepIndex is the index of a step, or -1.
func (c *class) stepIndex(id string) int {
	return slices.IndexFunc(c.steps, func(s session.Step) bool { return s.ID == id })
}

// open tells whether a vote on the step that is looked at is open.
func (c *class) open() bool { return c.here() && c.pace.Phase.polled() }

// revealed tells whether it may be seen what was right: at one's own pace when the
// teacher shows the answers, and else once the class has come that far.
func (c *class) revealed() bool {
	if c.pace == nil {
		return c.shown
	}
	if c.here() {
		return c.pace.Phase == revealing
	}
	return c.stepIndex(c.seen) < c.stepIndex(c.pace.Step)
}

// standing is how a pupil is getting on.
type standing string

// The standings, those that need the teacher first.
const (
	standsIdle    standing = "idle"    // nothing has come for a while
	standsStuck   standing = "stuck"   // has been at the same step for long
	standsMissing standing = "missing" // has not answered, and the vote is open
	standsAway    standing = "away"    // the device is not where the class is
	standsNew     standing = "new"     // has not begun
	standsIn      standing = "in"      // has answered
	standsOn      standing = "on"      // is at it
	standsDone    standing = "done"    // has finished
)

// When a pupil counts as idle or stuck.
const (
	idleAfter  = 3 * time.Minute // without anything from the device, at one's own pace
	stuckAfter = 6 * time.Minute // at one step, at one's own pace
	slowAfter  = time.Minute     // in an open vote
	awayAfter  = 15 * time.Second
)

// standing tells how a pupil is getting on at a time.
func (c *class) standing(s seat, now time.Time) standing {
	server := now.Add(c.skew)
	if c.pace != nil {
		step := c.stepIndex(c.pace.Step)
		switch {
		case s.Done && step == len(c.steps)-1:
			return standsDone
		case c.pace.Phase.polled() && s.Current:
			return standsIn
		case c.pace.Phase.polled() && now.Sub(c.since) >= slowAfter:
			return standsStuck
		case s.Step != c.pace.Step && now.Sub(c.since) >= awayAfter:
			return standsAway
		case c.pace.Phase.polled():
			return standsMissing
		}
		return standsOn
	}
	switch {
	case s.Done:
		return standsDone
	case server.Sub(s.Last) >= idleAfter:
		return standsIdle
	case s.Step == "":
		return standsNew
	case server.Sub(s.Since) >= stuckAfter:
		return standsStuck
	}
	return standsOn
}

// waiting are the pupils that the teacher may want to look after.
func (c *class) waiting(now time.Time) (idle, stuck []seat) {
	for _, s := range c.seats {
		switch c.standing(s, now) {
		case standsIdle, standsAway:
			idle = append(idle, s)
		case standsStuck:
			stuck = append(stuck, s)
		}
	}
	return idle, stuck
}

// answered counts who has answered everything that the class votes on, or, looking at
// another step, how many have answered the question that is shown.
func (c *class) answered() int {
	n := 0
	if c.open() {
		for _, s := range c.seats {
			if s.Current {
				n++
			}
		}
		return n
	}
	it, ok := c.shownItem()
	if !ok {
		return 0
	}
	counted := c.items[it]
	if c.here() && c.pace.Phase == revoting && counted.Second != nil {
		return counted.Second.Answered
	}
	return counted.First.Answered
}

// shownItem is the id of the question that is shown.
func (c *class) shownItem() (string, bool) {
	step, ok := c.step()
	if !ok || len(step.Items) == 0 {
		return "", false
	}
	return step.Items[min(c.index, len(step.Items)-1)], true
}

// numberOf is a pupil's number in the class, from 1, in the place of the pseudonym.
func (c *class) numberOf(id string) int { return c.seatIndex(id) + 1 }
