package room

import (
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"time"

	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
	"holdtheline/web/class/store"
)

// The bounds of a class.
const (
	MaxSeats = 60        // at a time
	maxEver  = 4 * 60    // seats, with those that the teacher took away
	MaxLog   = 256 << 10 // bytes of a seat's log; a whole game with many tries has 25 KB
	maxNames = 8         // names that a pupil may ask for
)

var (
	// ErrNone means that there is no such class: it never was, is deleted, or its time
	// is over.
	ErrNone = errors.New("there is no such class")
	// ErrVersion means that the class was begun with another version of its case, so
	// that this server can't mark it.
	ErrVersion = errors.New("the class was begun with another version of the case")
)

// A Room is the state of one class, folded from its messages. It belongs to whoever
// holds its lock.
type Room struct {
	code     string
	set      *puzzle.Set
	plan     []session.Step
	stepOf   map[string]string // by item
	settings Settings
	teacher  Hash
	seal     []byte

	created   uint64 // the number of the first record
	recordSeq uint64 // of the last record
	number    uint64 // of the last message
	deleted   bool
	leftovers bool // there are messages besides the record that the class is deleted

	pace       Pace
	paceNumber uint64
	votes      map[string]votes // by step
	seats      map[string]*Seat
	order      []string           // of seats, as they joined
	removed    map[string]removal // by seat
	ever       int                // seats that there have been
	items      map[string]uint64  // by item: the number of its last change
}

// New returns a class without any messages.
func New(code string) *Room {
	return &Room{
		code: code, votes: map[string]votes{}, seats: map[string]*Seat{},
		removed: map[string]removal{}, items: map[string]uint64{}, stepOf: map[string]string{},
	}
}

// Apply folds a message. Messages come in the order of the store; one that was folded
// before changes nothing. The error says that the class can't be played on this server
// (ErrVersion, or that of the cases); a message that makes no sense is left out.
func (r *Room) Apply(cases *Cases, m store.Message) error {
	if m.Seat == store.ClassSeat {
		if m.Seq <= r.recordSeq {
			return nil
		}
		r.recordSeq = m.Seq
		r.number = max(r.number, m.Seq)
		var record Record
		if json.Unmarshal(m.Data, &record) != nil {
			return nil
		}
		return r.applyRecord(cases, record, m.Seq, m.At)
	}
	r.leftovers = true
	s := r.seats[m.Seat]
	if s == nil || m.Seq <= s.seq || r.set == nil {
		return nil
	}
	r.number = max(r.number, m.Seq)
	r.applySeat(s, m)
	return nil
}

func (r *Room) applyRecord(cases *Cases, record Record, seq uint64, at time.Time) error {
	if record.Do == Created && record.Settings != nil {
		r.settings, r.teacher, r.seal, r.created = *record.Settings, record.Key, record.Seal, seq
		set, err := cases.Set(r.settings.Case)
		switch {
		case err != nil:
			return err
		case set.Fingerprint() != r.settings.Fingerprint:
			return ErrVersion
		}
		r.set, r.plan = set, session.Plan(set, r.settings.Length)
		for _, step := range r.plan {
			for _, item := range step.Items {
				r.stepOf[item] = step.ID
			}
		}
		r.pace, r.paceNumber = Pace{Step: r.plan[0].ID, Phase: Read}, seq
		return nil
	}
	if record.Do == Deleted {
		r.deleted = true
		return nil
	}
	if r.created == 0 {
		r.leftovers = true
		return nil
	}
	s := r.seats[record.Seat]
	switch record.Do {
	case Seated:
		with, err := sealer(r.seal, record.Seal)
		if err != nil || s != nil {
			return nil
		}
		r.seats[record.Seat] = &Seat{
			ID: record.Seat, Name: record.Name, Language: record.Language, key: record.Key,
			seal: with, record: seq, number: seq, names: 1, since: at, last: at,
		}
		r.order = append(r.order, record.Seat)
		r.ever++
	case Named:
		if s != nil {
			s.Name, s.number = record.Name, seq
			s.names++
		}
	case Keyed:
		if s != nil {
			s.key, s.number = record.Key, seq
		}
	case Removed:
		r.ever = max(r.ever, number(record.Seat))
		gone := removal{at: seq}
		if s != nil {
			gone.record = s.record
			delete(r.seats, record.Seat)
			for i, id := range r.order {
				if id == record.Seat {
					r.order = append(r.order[:i:i], r.order[i+1:]...)
					break
				}
			}
			for item := range r.items {
				r.changed(item, seq)
			}
		}
		if r.removed[record.Seat].at == 0 {
			r.removed[record.Seat] = gone
		}
	case Paced:
		if record.Pace != nil {
			r.setPace(*record.Pace, seq)
		}
	}
	return nil
}

// number returns the number of a seat, which is its id.
func number(seat string) int {
	n, err := strconv.Atoi(seat)
	if err != nil {
		return 0
	}
	return n
}

// changed notes that what was answered to an item has changed.
func (r *Room) changed(item string, seq uint64) { r.items[item] = max(r.items[item], seq) }

// Touch notes that everything may have changed at a number, so that it is shown anew.
func (r *Room) Touch(number uint64) {
	for _, s := range r.seats {
		s.number = max(s.number, number)
	}
	for _, step := range r.plan {
		for _, item := range append(slices.Clone(step.Items), step.Tabs) {
			if item != "" {
				r.changed(item, number)
			}
		}
	}
}

// Open returns nil if the class can be played at a time, and else ErrNone.
func (r *Room) Open(at time.Time) error {
	if r.created == 0 || r.deleted || !at.Before(r.settings.Expires) {
		return ErrNone
	}
	return nil
}

// Deleted reports whether the class was deleted, and whether there are messages left
// to remove.
func (r *Room) Deleted() (deleted, leftovers bool) {
	return r.deleted, r.leftovers || r.created != 0
}

// Settings returns what the class plays.
func (r *Room) Settings() Settings { return r.settings }

// Pace returns where the class is.
func (r *Room) Pace() Pace { return r.pace }

// Number returns the number of the last message, which is that of the state.
func (r *Room) Number() uint64 { return r.number }

// RecordSeq returns the number of the class's last record.
func (r *Room) RecordSeq() uint64 { return r.recordSeq }

// CreatedSeq returns the number of the class's first record.
func (r *Room) CreatedSeq() uint64 { return r.created }

// IsTeacher reports whether a secret is the teacher's.
func (r *Room) IsTeacher(secret string) bool {
	return secret != "" && r.teacher == HashOf(secret)
}

// ByKey returns the seat of a pupil's key.
func (r *Room) ByKey(key string) (*Seat, bool) {
	if key == "" {
		return nil, false
	}
	hash := HashOf(key)
	for _, s := range r.seats {
		if s.key == hash {
			return s, true
		}
	}
	return nil, false
}

// Seat returns a seat.
func (r *Room) Seat(id string) (*Seat, bool) {
	s, ok := r.seats[id]
	return s, ok
}

// A removal is a seat that the teacher took away.
type removal struct {
	at     uint64 // the number of the record that says so
	record uint64 // the number of the record that had its secrets, if that is still there
}

// WasRemoved reports whether the teacher has taken a seat away, and the number of the
// record that had its secrets, which is 0 if that is erased.
func (r *Room) WasRemoved(seat string) (record uint64, ok bool) {
	gone, ok := r.removed[seat]
	return gone.record, ok
}

// Full reports whether nobody else can join.
func (r *Room) Full() bool { return len(r.seats) >= MaxSeats || r.ever >= maxEver }

// NextSeat returns the id of the next seat.
func (r *Room) NextSeat() string { return strconv.Itoa(r.ever + 1) }

// Names returns the names that are taken.
func (r *Room) Names() []string {
	var names []string
	for _, s := range r.seats {
		names = append(names, s.Name)
	}
	return names
}

// Weight estimates the memory of the state in bytes.
func (r *Room) Weight() int {
	weight := 4 << 10
	for _, s := range r.seats {
		weight += 1<<10 + 5*s.size
	}
	return weight
}
