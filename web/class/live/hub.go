package live

import (
	"container/list"
	"context"
	"errors"
	"sync"
	"time"

	"holdtheline/web/class/room"
	"holdtheline/web/class/store"
)

// The limits of waiting for the store.
const (
	loadLimit  = 5 * time.Second
	retryWait  = 100 * time.Millisecond
	followWait = 2 * time.Second // for what was stored to be delivered
	attempts   = 40

	// appendLimit is how long one attempt to store a message may take. A node that
	// dies never answers.
	appendLimit = 2 * time.Second
	// readAttempts is how often a class is read that lacks what this server has seen.
	readAttempts = 10
)

// A Hub has the classes that are being played. It may be used by many goroutines.
type Hub struct {
	store  *store.Store
	cases  *room.Cases
	clock  Clock
	memory int // bound of the classes' weight in bytes
	stop   func()

	parts [store.Partitions]part

	mu      sync.Mutex
	classes map[string]*class
	used    *list.List // of *class, the latest in front
	weight  int

	doubtsMu sync.Mutex        // apart, because a class is locked when doubts arise
	doubts   map[string]uint64 // by code
}

// New returns a hub that follows a store. Memory bounds what it keeps of the classes,
// in bytes, by estimate; classes that somebody watches are kept in any case.
func New(ctx context.Context, s *store.Store, cases *room.Cases, clock Clock, memory int) (*Hub, error) {
	h := &Hub{store: s, cases: cases, clock: clock, memory: memory, classes: map[string]*class{}, used: list.New(), doubts: map[string]uint64{}}
	for i := range h.parts {
		h.parts[i].moved = make(chan struct{})
		h.parts[i].mu.Lock() // until it is known where the follower begins
	}
	from, stop, err := s.Follow(ctx, h.receive)
	for i := range h.parts {
		h.parts[i].at = max(h.parts[i].at, from[i])
		h.parts[i].mu.Unlock()
	}
	if err != nil {
		return nil, err
	}
	h.stop = stop
	return h, nil
}

// Close stops following the store.
func (h *Hub) Close() { h.stop() }

// Size returns how many classes are in memory and their weight in bytes.
func (h *Hub) Size() (classes, weight int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return len(h.classes), h.weight
}

// receive is called for every message of the store, in the order of its partition.
func (h *Hub) receive(partition int, m store.Message) {
	p := &h.parts[partition]
	p.note(m)
	h.mu.Lock()
	c := h.classes[m.Code]
	h.mu.Unlock()
	if c != nil {
		c.deliver(m)
	}
	p.advance(m.Seq)
}

// get returns a class, from memory or the store.
func (h *Hub) get(ctx context.Context, code string) (*class, error) {
	h.mu.Lock()
	c := h.classes[code]
	if c != nil {
		h.used.MoveToFront(c.element)
		h.mu.Unlock()
		select {
		case <-c.loaded:
		case <-ctx.Done():
			return nil, store.ErrUnavailable
		}
	} else {
		c = newClass(h, code)
		c.element = h.used.PushFront(c)
		h.classes[code] = c
		h.mu.Unlock()
		c.load()
	}
	c.mu.Lock()
	err := c.err
	c.mu.Unlock()
	if err != nil {
		h.drop(c)
		return nil, err
	}
	return c, nil
}

// drop lets go of a class, because memory is short or because it may not be what the
// store has.
func (h *Hub) drop(c *class) {
	h.mu.Lock()
	h.dropLocked(c)
	h.mu.Unlock()
	c.leave()
}

func (h *Hub) dropLocked(c *class) {
	if h.classes[c.code] == c {
		delete(h.classes, c.code)
		h.used.Remove(c.element)
		h.weight -= c.weight
	}
}

// weigh notes the weight of a class and lets go of those used least while they are
// too heavy together.
func (h *Hub) weigh(c *class, weight int) {
	var gone []*class
	h.mu.Lock()
	if h.classes[c.code] == c {
		h.weight += weight - c.weight
		c.weight = weight
	}
	for e := h.used.Back(); e != nil && h.weight > h.memory; {
		old := e.Value.(*class)
		e = e.Prev()
		if old != c && old.idle() {
			h.dropLocked(old)
			gone = append(gone, old)
		}
	}
	h.mu.Unlock()
	for _, old := range gone {
		old.leave()
	}
}

// View calls look with a class as it is now, and the number of its state. The error
// is that of look, room.ErrNone, room.ErrVersion or store.ErrUnavailable. If look fails
// and another server has stored something that isn't here yet, it is called again, unless
// its error is [Final].
func (h *Hub) View(ctx context.Context, code string, look func(r *room.Room, number uint64) error) error {
	for n := range attempts {
		c, err := h.get(ctx, code)
		if err != nil {
			return err
		}
		at := c.at()
		err = c.view(look)
		doubt := err
		if !errors.Is(err, errGone) {
			doubt = c.doubt(ctx, at, err)
		}
		if doubt == nil {
			return err
		}
		h.drop(c)
		if !h.retry(ctx, n, doubt) {
			return store.ErrUnavailable
		}
	}
	return store.ErrUnavailable
}

// Create stores the first record of a class. A code that was used before is
// store.ErrConflict.
func (h *Hub) Create(ctx context.Context, code string, first room.Record) error {
	messages, err := h.store.Read(ctx, code)
	switch {
	case err != nil:
		return err
	case len(messages) > 0:
		return store.ErrConflict
	}
	seq, err := h.store.Append(ctx, code, store.ClassSeat, first.Encode(), 0)
	if err == nil {
		h.parts[store.Partition(code)].note(store.Message{Code: code, Seq: seq})
	}
	return err
}

// retry reports whether there is time for another attempt, and waits before it if the
// store doesn't answer, or is still ahead of what was read from it: from a node that is
// behind.
func (h *Hub) retry(ctx context.Context, attempt int, why error) bool {
	if errors.Is(why, store.ErrUnavailable) || attempt > 0 && errors.Is(why, errBehind) {
		return h.wait(ctx)
	}
	return true
}

// wait waits before another attempt and reports whether there is time for one.
func (h *Hub) wait(ctx context.Context) bool {
	select {
	case <-h.clock.After(retryWait):
		return true
	case <-ctx.Done():
		return false
	}
}

// Record appends a record to a class. Decide makes it from the class as it is; it is
// asked again if another record came first. If done, nothing has to be stored, and the
// number of the record is 0.
func (h *Hub) Record(ctx context.Context, code string, decide func(*room.Room) (record room.Record, done bool, err error)) (seq uint64, err error) {
	for n := range attempts {
		c, err := h.get(ctx, code)
		if err != nil {
			return 0, err
		}
		at := c.at()
		seq, done, err := c.record(ctx, decide)
		if done {
			doubt := c.doubt(ctx, at, err)
			if doubt == nil {
				return seq, err
			}
			err = doubt
		}
		h.drop(c)
		if !h.retry(ctx, n, err) {
			return 0, store.ErrUnavailable
		}
	}
	return 0, store.ErrUnavailable
}

// append stores a message.
func (h *Hub) append(ctx context.Context, code, seat string, data []byte, expected uint64) (uint64, error) {
	ctx, cancel := context.WithTimeout(ctx, appendLimit)
	defer cancel()
	return h.store.Append(ctx, code, seat, data, expected)
}

var (
	// errBehind means that the store has more of the class than is here: what is refused
	// may be right on another server.
	errBehind = errors.New("the class is behind the store")
	// errGone means that a class has to be folded anew.
	errGone = errors.New("the class is no longer in memory")
)

// doubt notes that the states of a class from a number on may have shown what was not
// stored after all, so that it is shown anew.
func (h *Hub) doubt(code string, number uint64) {
	h.doubtsMu.Lock()
	defer h.doubtsMu.Unlock()
	h.doubts[code] = max(h.doubts[code], number)
}

// doubted returns the number that was noted, 0 if there is none, and forgets it.
func (h *Hub) doubted(code string) uint64 {
	h.doubtsMu.Lock()
	defer h.doubtsMu.Unlock()
	number := h.doubts[code]
	delete(h.doubts, code)
	return number
}

// An Outcome is what became of what a seat's client sent.
type Outcome struct {
	Kept    int // events of those sent that the log has
	Next    int // the number of the next event
	Refusal *room.RefusedError
}

// Append appends what a seat's client has sent. Pick finds the seat and decides
// whether the client may write there; propose checks what was sent. Both are asked
// again if anything is in doubt.
func (h *Hub) Append(ctx context.Context, code string, pick func(*room.Room) (*room.Seat, error), propose func(*room.Room, *room.Seat) (*room.Proposal, error)) (Outcome, error) {
	for n := range attempts {
		c, err := h.get(ctx, code)
		if err != nil {
			return Outcome{}, err
		}
		at := c.at()
		outcome, done, err := c.append(ctx, pick, propose)
		if done {
			doubt := c.doubt(ctx, at, err)
			if doubt == nil {
				return outcome, err
			}
			err = doubt
		}
		h.drop(c)
		if !h.retry(ctx, n, err) {
			return Outcome{}, store.ErrUnavailable
		}
	}
	return Outcome{}, store.ErrUnavailable
}
