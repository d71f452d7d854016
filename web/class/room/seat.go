package room

import (
	"bytes"
	"crypto/cipher"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"holdtheline/quiz/session"
	"holdtheline/web/class/store"
)

// A Seat is one pupil of a class.
type Seat struct {
	ID, Name, Language string

	key    Hash
	seal   cipher.AEAD
	record uint64 // the number of the record that has its secrets
	seq    uint64 // of its last message
	number uint64 // of its last change
	names  int    // how many it has had

	session *session.Session // nil before the first event
	next    int              // events in the log
	size    int              // of the log in bytes
	damaged bool             // a message could not be folded
	second  map[string]json.RawMessage

	answered    int       // items with an answer
	since, last time.Time // when it came to its step, and sent the last event
}

// Seq returns the number of the seat's last message.
func (s *Seat) Seq() uint64 { return s.seq }

// RecordSeq returns the number of the record that has the seat's secrets.
func (s *Seat) RecordSeq() uint64 { return s.record }

// Next returns how many events the seat's log has: the number of the next one.
func (s *Seat) Next() int { return s.next }

// MayRename reports whether the pupil may ask for another name.
func (s *Seat) MayRename() bool { return s.names < maxNames }

// Log returns the seat's log as JSON Lines. It is empty before the game is begun. The
// error is ErrVersion if not all of it can be read.
func (s *Seat) Log() ([]byte, error) {
	switch {
	case s.damaged:
		return nil, ErrVersion
	case s.session == nil:
		return nil, nil
	}
	return s.session.Encode(), nil
}

// A MismatchError means that a client's log and the seat's are not the same: events
// are missing between them, or one is another.
type MismatchError struct {
	Next int  // the number of the next event that the seat takes
	Gap  bool // events are missing
}

func (e *MismatchError) Error() string {
	if e.Gap {
		return fmt.Sprintf("There are events missing before these: send them from number %d on.", e.Next)
	}
	return "Another device has played on with this seat, or the log was changed: fetch the log and go on from there."
}

// A RefusedError says why an event is refused. The events before it are taken.
type RefusedError struct {
	Problem string // a sentence
	Large   bool   // the log would be too large
	Late    bool   // the vote is closed
}

func (e *RefusedError) Error() string { return e.Problem }

// A Proposal is a message that a seat's client has made, ready for the store.
type Proposal struct {
	Data     []byte // sealed; nil if there is nothing to store
	Expected uint64 // the last message of the seat
	Kept     int    // how many of the events that were sent are taken, with those that were there before
	Refusal  *RefusedError

	events []session.Event // the new ones
	size   int
	second *second
}

// Propose checks events that a client sends, numbered from a number on, and folds them
// into the seat. Once the message is in the store it has to be settled ([Room.Settle]);
// if it isn't stored the room must be given up, and folded anew. The error is a
// *MismatchError, and then nothing has changed. Refused events are no error: those
// before them are proposed.
func (r *Room) Propose(s *Seat, from int, body []byte) (*Proposal, error) {
	if s.damaged {
		return nil, ErrVersion
	}
	if from > s.next {
		return nil, &MismatchError{Next: s.next, Gap: true}
	}
	p := &Proposal{Expected: s.seq}
	var known []session.Event
	if from < s.next {
		known = s.session.Log()[from:]
	}
	var plain bytes.Buffer
	sent := 0
	for line := range bytes.Lines(body) {
		line = bytes.TrimSpace(line)
		if len(line) == 0 {
			continue
		}
		e, err := session.DecodeEvent(line)
		if sent < len(known) {
			if err != nil || !bytes.Equal(session.EncodeEvent(e), session.EncodeEvent(known[sent])) {
				return nil, &MismatchError{Next: s.next}
			}
			sent++
			continue
		}
		if err != nil {
			p.Refusal = &RefusedError{Problem: "An event can't be read: " + err.Error() + "."}
			break
		}
		before := plain.Len()
		plain.Write(session.EncodeEvent(e))
		if s.size+plain.Len() > MaxLog {
			plain.Truncate(before)
			p.Refusal = &RefusedError{Large: true, Problem: fmt.Sprintf("The log of a game can't be larger than %d KB here.", MaxLog>>10)}
			break
		}
		if err := r.fold(s, e, now); err != nil {
			plain.Truncate(before)
			p.Refusal = err
			break
		}
		p.events = append(p.events, e)
		sent++
	}
	p.Kept = sent
	if plain.Len() > 0 {
		p.Data = s.seal.Seal(nil, nil, plain.Bytes(), nil)
		p.size = plain.Len()
	}
	return p, nil
}

// fold applies an event of a message with a number to the seat's session.
func (r *Room) fold(s *Seat, e session.Event, seq uint64) *RefusedError {
	if s.session == nil {
		return r.start(s, e)
	}
	if refused := r.inTime(s, e, seq); refused != nil {
		return refused
	}
	if err := s.session.Apply(e); err != nil {
		return &RefusedError{Problem: "The event does not fit the log: " + err.Error() + "."}
	}
	if e.Kind == session.Answered && s.session.Tries(e.Item) == 1 {
		s.answered++
	}
	s.next++
	return nil
}

// start begins a seat's session, which has to be the class's game.
func (r *Room) start(s *Seat, e session.Event) *RefusedError {
	begun, err := session.Replay(r.set, []session.Event{e})
	if err != nil {
		problem := err.Error()
		var damage *session.CorruptError
		if errors.As(err, &damage) {
			problem = damage.Problem
		}
		return &RefusedError{Problem: "The log can't be begun: " + problem + "."}
	}
	cfg, want := begun.Config(), r.settings
	if cfg.Length != want.Length || cfg.Mode != want.Mode || cfg.Seed != want.Seed || cfg.Led != (want.Pace == Together) {
		return &RefusedError{Problem: fmt.Sprintf("The log is of another game: this class plays length %q, mode %q, seed %d, led %v.", want.Length, want.Mode, want.Seed, want.Pace == Together)}
	}
	s.session = begun
	s.next++
	return nil
}

// inTime refuses events that a class that plays together isn't ready for.
func (r *Room) inTime(s *Seat, e session.Event, seq uint64) *RefusedError {
	if r.settings.Pace != Together {
		return nil
	}
	switch e.Kind {
	case session.Went:
		if r.stepIndex(e.Step) > r.stepIndex(r.pace.Step) {
			return &RefusedError{Problem: "The class is not at this step yet."}
		}
	case session.Retried:
		return &RefusedError{Problem: "A class that plays together answers again when the teacher asks for it, not in the log."}
	case session.Answered:
		if !r.votes[r.stepOf[e.Item]].first.open(seq) {
			return &RefusedError{Late: true, Problem: "The vote on this question is not open."}
		}
	}
	return nil
}

// Settle notes that a proposal is in the store under a number, at a time. The records
// of the class before that number have to be folded if the class plays together. It
// returns false if the proposal came too late for a vote: then it isn't what the
// store's messages fold to, and the room must be given up.
func (r *Room) Settle(s *Seat, p *Proposal, seq uint64, at time.Time) bool {
	if r.settings.Pace == Together {
		for _, e := range p.events {
			if e.Kind == session.Answered && !r.votes[r.stepOf[e.Item]].first.open(seq) {
				return false
			}
		}
		if p.second != nil && !r.votes[r.stepOf[p.second.Item]].second.open(seq) {
			return false
		}
	}
	r.number = max(r.number, seq)
	r.settled(s, p.events, p.second, p.size, seq, at)
	return true
}

// settled notes the consequences of events that are folded and stored.
func (r *Room) settled(s *Seat, events []session.Event, second *second, size int, seq uint64, at time.Time) {
	s.seq, s.number, s.last = seq, seq, at
	s.size += size
	for _, e := range events {
		switch e.Kind {
		case session.Started, session.Went:
			s.since = at
		case session.Answered:
			r.changed(e.Item, seq)
			if step := r.tabsOf(e.Item); step != "" {
				r.changed(step, seq)
			}
		}
	}
	if second != nil {
		r.changed(second.Item, seq)
	}
}

// tabsOf returns the tabs item that an answer settles, if there is one.
func (r *Room) tabsOf(item string) string {
	if i := r.stepIndex(r.stepOf[item]); i >= 0 {
		return r.plan[i].Tabs
	}
	return ""
}

// applySeat folds a message of a seat that comes from the store.
func (r *Room) applySeat(s *Seat, m store.Message) {
	plain, err := unseal(s.seal, m.Data)
	if err != nil {
		s.damaged, s.seq = true, m.Seq
		return
	}
	if again, ok := readSecond(plain); ok {
		if r.inTimeAgain(again.Item, m.Seq) == nil {
			s.setSecond(again)
		} else {
			again = nil
		}
		r.settled(s, nil, again, 0, m.Seq, m.At)
		return
	}
	var events []session.Event
	size := 0
	for line := range bytes.Lines(plain) {
		e, err := session.DecodeEvent(line)
		if err != nil || s.damaged {
			s.damaged = true
			break
		}
		if refused := r.fold(s, e, m.Seq); refused != nil {
			s.damaged = s.damaged || !refused.Late
			break
		}
		events = append(events, e)
		size += len(line)
	}
	r.settled(s, events, nil, size, m.Seq, m.At)
}
