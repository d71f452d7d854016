package classroom

import (
	"bytes"
	"encoding/json"
	"time"
)

const (
	// MostNames is how many other names a pupil may ask for.
	MostNames = 7

	// quiet is how long the server may be out of reach before anything is said, and how
	// long a stream may be silent until it isn't relied on: it sends a beat every 5 s.
	quiet = 10 * time.Second
	// again is how long a stream that was silent isn't tried.
	again = time.Minute

	leastWait = 500 * time.Millisecond
	mostWait  = 20 * time.Second
	// pollEvery is how often the state is asked for without a stream.
	pollEvery = 2 * time.Second
	// callLimit is how long a call may take. Its answer may be lost then, not the
	// events: they are sent again, which does no harm.
	callLimit = 20 * time.Second
	// mostSent is how much of a log is sent at once, in bytes.
	mostSent = 64 << 10
)

// An action is what a call does.
type action int8

const (
	put action = iota
	second
	fetch
	join
	rename
	look
	listen
)

// A Call is one to make of the server.
type Call struct {
	Method, Path      string
	Bearer            string
	ContentType, Body string
	Limit             time.Duration // how long to wait for the answer; 0 for a stream, which has no end

	do   action
	item string // of a second answer
	from int    // of events that are sent
	sent int
}

// Stream reports whether the answer is a stream of events; see [Sync.Heard].
func (c Call) Stream() bool { return c.do == listen }

// An Answer is a server's answer to a call.
type Answer struct {
	Status     int // 0 if there was none
	RetryAfter time.Duration
	Body       []byte
}

// What the game has to do.
type (
	// Adopt says to go on with the server's log, which continues the device's own.
	Adopt struct{ Log []byte }
	// Part says that another device has played on with this seat, so that its game and
	// the one on this device are no longer the same. Nothing more is sent until Write is
	// called with the server's log, or Leave.
	Part struct{ Log []byte }
	// Drop says that the server has refused an event: its number in the log, and the
	// event as a line. The game goes on without it.
	Drop struct {
		Event int
		Line  []byte
	}
	// Keep says that the record has changed and should be saved.
	Keep struct{ Record Record }
)

// A lane is a sort of calls of which one is made at a time.
type lane struct {
	busy      bool
	failures  int       // since the last success
	notBefore time.Time // of the next call
}

// A Sync keeps a game in step with a class. It belongs to one goroutine.
type Sync struct {
	record Record
	random func() float64 // at least 0 and less than 1, so that a class doesn't call at once

	raw   []byte   // the log on the device
	log   [][]byte // its lines
	acked int      // the server has so many of them
	held  bool     // the game has to do something first
	// dropped is what the game last had to drop.
	dropped Drop
	// differs says that the server's log isn't the beginning of the device's.
	differs bool

	joining, renaming bool
	lang              string
	trouble           Trouble

	pace    Pace
	hidden  bool // nobody looks at the page
	lookNow bool // what is known may be old

	send, ask, stream lane
	heard             time.Time // the last event of the open stream
	cut, cutting      bool      // the open stream is to be closed; it was said
	failing           time.Time // since when the server hasn't been reached; zero if it has
	todo              []any
}

// New makes a Sync from what the device has kept: the record, and the log.
func New(r Record, log []byte, random func() float64) *Sync {
	s := &Sync{record: r, random: random, lookNow: true}
	s.setLog(log)
	return s
}

// Record returns what the device has to keep.
func (s *Sync) Record() Record { return s.record }

// Write says what the log on the device is now.
func (s *Sync) Write(log []byte) {
	if s.held {
		s.held = false
		s.setLog(log)
		return
	}
	if bytes.HasPrefix(log, s.raw) {
		s.log = append(s.log, lines(log[len(s.raw):])...)
		s.raw = log
		return
	}
	s.setLog(log)
}

// setLog takes another log. What it has in common with the one before stays sent.
func (s *Sync) setLog(log []byte) {
	before := s.log
	s.raw, s.log = log, lines(log)
	same := 0
	for same < min(len(before), len(s.log)) && bytes.Equal(before[same], s.log[same]) {
		same++
	}
	s.acked = min(s.acked, same)
}

func lines(log []byte) (out [][]byte) {
	for line := range bytes.Lines(log) {
		if len(bytes.TrimSpace(line)) > 0 {
			out = append(out, line)
		}
	}
	return out
}

// Join asks for a seat, with a name in a language.
func (s *Sync) Join(lang string) {
	if s.record.Seat == "" {
		s.joining, s.lang, s.trouble = true, lang, ""
	}
}

// Rename asks for another name.
func (s *Sync) Rename() {
	if s.inClass() && s.record.Names < MostNames {
		s.renaming, s.trouble = true, ""
	}
}

// Answer keeps the answer in the second vote on an item, to be sent. The first one
// that is given stays.
func (s *Sync) Answer(item string, answer []byte) {
	if _, given := s.record.Second[item]; given || !json.Valid(answer) {
		return
	}
	all := map[string]Second{item: {Answer: bytes.Clone(answer)}}
	for other, given := range s.record.Second {
		all[other] = given
	}
	s.record.Second = all
	s.keep()
}

// Leave goes on without the class.
func (s *Sync) Leave(why Reason) {
	if s.record.Left == "" {
		s.record.Left = why
		s.held, s.joining, s.renaming, s.cut, s.failing = false, false, false, s.stream.busy, time.Time{}
		s.keep()
	}
}

// Look says whether somebody looks at the page now. What was missed meanwhile is asked
// for at once.
func (s *Sync) Look(visible bool) {
	s.hidden = !visible
	if visible {
		s.lookNow = true
		s.Hurry()
		return
	}
	s.cut = s.stream.busy
}

// Hurry makes waiting calls at once: the network is back, or somebody looks.
func (s *Sync) Hurry() {
	for _, l := range []*lane{&s.send, &s.ask, &s.stream} {
		l.failures, l.notBefore = 0, time.Time{}
	}
}

// Todo returns what the game has to do: Adopt, Part, Drop or Keep.
func (s *Sync) Todo() []any {
	todo := s.todo
	s.todo = nil
	return todo
}

func (s *Sync) keep() { s.todo = append(s.todo, Keep{Record: s.record}) }

// Cut reports whether the open stream has to be closed. It is then [Sync.Answered]
// without an answer.
func (s *Sync) Cut(now time.Time) bool {
	if s.stream.busy && now.Sub(s.heard) >= quiet && !s.cut {
		s.cut = true
		s.stream.notBefore = now.Add(again)
	}
	if !s.cut || s.cutting {
		return false
	}
	s.cutting = true
	return true
}

// Next returns the calls to make now. Each of them has to be answered with
// [Sync.Answered]. wake is when to ask again if nothing happens before; zero for never.
func (s *Sync) Next(now time.Time) (calls []Call, wake time.Time) {
	sooner := func(t time.Time) {
		if wake.IsZero() || t.Before(wake) {
			wake = t
		}
	}
	begin := func(l *lane, c Call, wanted bool) {
		switch {
		case l.busy || !wanted:
		case now.Before(l.notBefore):
			sooner(l.notBefore)
		default:
			l.busy = true
			calls = append(calls, c)
		}
	}
	c, wanted := s.toSend()
	begin(&s.send, c, wanted)
	if s.inClass() && !s.hidden {
		together := s.record.Class.Together()
		if together && !s.stream.busy {
			stream := s.call(listen, "GET", "/stream")
			begin(&s.stream, stream, true)
			if s.stream.busy {
				s.heard = now
			}
		}
		// At one's own pace only the name is asked for, where a link has led to the seat.
		wanted := s.lookNow && s.record.Name == ""
		if together {
			wanted = s.lookNow || !s.stream.busy
		}
		begin(&s.ask, s.call(look, "GET", "/state?after=0"), wanted)
	}
	if s.stream.busy && !s.cut {
		sooner(s.heard.Add(quiet))
	}
	if !s.failing.IsZero() && now.Sub(s.failing) < quiet {
		sooner(s.failing.Add(quiet))
	}
	return calls, wake
}

func (s *Sync) call(do action, method, rest string) Call {
	c := Call{Method: method, Path: path(s.record.Class.Code, rest), Bearer: s.record.Key, Limit: callLimit, do: do}
	if do == listen {
		c.Limit = 0
	}
	return c
}

// seatCall is a call about the pupil's own seat.
func (s *Sync) seatCall(do action, method, rest string) Call {
	return s.call(do, method, "/seats/"+s.record.Seat+rest)
}

// wait returns when to try again after so many failures.
func (s *Sync) wait(failures int, asked time.Duration) time.Duration {
	wait := leastWait << min(failures-1, 10)
	wait = min(wait, mostWait)
	wait = wait/2 + time.Duration(s.random()*float64(wait))
	return max(wait, asked+time.Duration(s.random()*float64(leastWait)))
}
