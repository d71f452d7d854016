package live

import (
	"container/list"
	"context"
	"sync"

	"holdtheline/web/class/room"
	"holdtheline/web/class/store"
)

// A class is one that is in memory.
type class struct {
	hub     *Hub
	code    string
	loaded  chan struct{} // closed when it is folded, or err is set
	element *list.Element // of the hub
	weight  int           // as the hub knows it

	records chan struct{} // holds a token while nobody appends a record

	mu      sync.Mutex
	room    *room.Room
	err     error
	loading bool
	through uint64          // the number of the last message that it was loaded with
	queue   []store.Message // that came while it was loading
	gone    bool            // no longer the hub's
	inUse   int             // appends and watchers
	seats   map[string]*seatLock
	changed chan struct{} // closed at any change
	paced   chan struct{} // closed at a change of the class's records
}

// A seatLock keeps the appends to one seat apart.
type seatLock struct {
	token   chan struct{}
	pending bool            // a proposal is folded that isn't known to be stored
	since   uint64          // the number of the class's state before that
	queue   []store.Message // that came meanwhile
}

func newClass(h *Hub, code string) *class {
	c := &class{
		hub: h, code: code, loading: true, room: room.New(code), seats: map[string]*seatLock{},
		loaded: make(chan struct{}), changed: make(chan struct{}), paced: make(chan struct{}), records: make(chan struct{}, 1),
	}
	c.records <- struct{}{}
	return c
}

// load folds the class from the store.
func (c *class) load() {
	// Others wait for it too, so it doesn't end with the request that began it.
	ctx, cancel := context.WithTimeout(context.Background(), loadLimit)
	defer cancel()
	messages, err := c.read(ctx)
	c.mu.Lock()
	for _, m := range append(messages, c.queue...) {
		if err == nil {
			err = c.room.Apply(c.hub.cases, m)
		}
	}
	c.queue, c.loading = nil, false
	deleted, leftovers := c.room.Deleted()
	created, last := c.room.CreatedSeq(), c.room.RecordSeq()
	if err == nil || deleted {
		if open := c.room.Open(c.hub.clock.Now()); open != nil {
			err = open
		}
	}
	c.err = err
	if len(messages) > 0 {
		c.through = messages[len(messages)-1].Seq
	}
	if number := c.hub.doubted(c.code); number > 0 {
		c.room.Touch(number)
	}
	weight := c.room.Weight()
	c.mu.Unlock()
	if deleted && leftovers {
		// Whoever deleted it was interrupted. If this fails, the next one tries it.
		_ = c.hub.erase(ctx, c.code, created, last)
	}
	c.hub.weigh(c, weight)
	close(c.loaded)
}

// read returns the class's messages, with all that this server knows to be there.
func (c *class) read(ctx context.Context) ([]store.Message, error) {
	p := &c.hub.parts[store.Partition(c.code)]
	for attempt := 1; ; attempt++ {
		messages, err := c.hub.store.Read(ctx, c.code)
		if err == nil {
			last := uint64(0)
			if len(messages) > 0 {
				last = messages[len(messages)-1].Seq
			}
			// What is missing may also be past its time.
			if last >= p.last(c.code) || attempt >= readAttempts {
				return messages, nil
			}
		}
		if !c.hub.wait(ctx) {
			return nil, store.ErrUnavailable
		}
	}
}

// idle reports whether nobody uses the class.
func (c *class) idle() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.inUse == 0 && !c.loading
}

// use adds to those who use the class.
func (c *class) use(n int) {
	c.mu.Lock()
	c.inUse += n
	c.mu.Unlock()
}

// leave tells the watchers of a class that the hub lets go of it.
func (c *class) leave() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.leaveLocked()
}

func (c *class) leaveLocked() {
	if !c.gone {
		c.gone = true
		close(c.changed)
		close(c.paced)
	}
}

// notify wakes the watchers. The class is locked.
func (c *class) notify(records bool) {
	if c.gone {
		return
	}
	close(c.changed)
	c.changed = make(chan struct{})
	if records {
		close(c.paced)
		c.paced = make(chan struct{})
	}
}

// view calls look with the class.
func (c *class) view(look func(r *room.Room, number uint64) error) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.gone {
		return errGone
	}
	if err := c.room.Open(c.hub.clock.Now()); err != nil {
		return err
	}
	return look(c.room, c.number())
}

// at returns up to which number the class surely has all of its messages.
func (c *class) at() uint64 {
	return max(c.through, c.hub.parts[store.Partition(c.code)].delivered())
}

// current returns nil if the store has no messages of the class after a number. The
// error is errBehind if it has, as when a pupil's last call went to another server, or
// store.ErrUnavailable if the store can't tell.
func (c *class) current(ctx context.Context, at uint64) error {
	switch last, err := c.hub.store.Last(ctx, c.code); {
	case err != nil:
		return err
	case last > at:
		return errBehind
	default:
		return nil
	}
}

// doubt returns why a failure may not be one: the class, as it was at a number, lacks
// what the store has, or that can't be told. It is nil if the failure stands.
func (c *class) doubt(ctx context.Context, at uint64, failure error) error {
	if failure == nil || isFinal(failure) {
		return nil
	}
	return c.current(ctx, at)
}

// deliver folds a message that the store has.
func (c *class) deliver(m store.Message) {
	c.mu.Lock()
	switch lock := c.seats[m.Seat]; {
	case c.loading:
		c.queue = append(c.queue, m)
	case lock != nil && lock.pending:
		lock.queue = append(lock.queue, m)
	default:
		before := c.room.Number()
		if err := c.room.Apply(c.hub.cases, m); err != nil {
			c.err = err
		}
		if c.room.Number() != before {
			c.notify(m.Seat == store.ClassSeat)
		}
	}
	weight := c.room.Weight()
	c.mu.Unlock()
	c.hub.weigh(c, weight)
}

// number returns the number of a state of the class: of the last change up to which
// nothing is missing in it, and nothing in doubt. The class is locked.
func (c *class) number() uint64 {
	n := min(c.room.Number(), c.hub.parts[store.Partition(c.code)].delivered())
	for _, lock := range c.seats {
		if lock.pending {
			n = min(n, lock.since)
		}
	}
	return n
}

// record appends a record. If it is not done, the class has to be folded anew.
func (c *class) record(ctx context.Context, decide func(*room.Room) (room.Record, bool, error)) (seq uint64, done bool, err error) {
	select {
	case <-c.records:
		defer func() { c.records <- struct{}{} }()
	case <-ctx.Done():
		return 0, true, store.ErrUnavailable
	}
	c.use(1)
	defer c.use(-1)
	c.mu.Lock()
	if c.gone {
		c.mu.Unlock()
		return 0, false, errGone
	}
	if err := c.room.Open(c.hub.clock.Now()); err != nil {
		c.mu.Unlock()
		return 0, true, err
	}
	record, nothing, err := decide(c.room)
	expected := c.room.RecordSeq()
	c.mu.Unlock()
	if err != nil || nothing {
		return 0, true, err
	}
	data := record.Encode()
	seq, err = c.hub.append(ctx, c.code, store.ClassSeat, data, expected)
	if err != nil {
		return 0, false, err
	}
	c.hub.parts[store.Partition(c.code)].note(store.Message{Code: c.code, Seq: seq})
	c.deliver(store.Message{Code: c.code, Seat: store.ClassSeat, Seq: seq, At: c.hub.clock.Now(), Data: data})
	return seq, true, nil
}

// append appends what a seat's client has sent. If it is not done, the class has to be
// folded anew.
func (c *class) append(ctx context.Context, pick func(*room.Room) (*room.Seat, error), propose func(*room.Room, *room.Seat) (*room.Proposal, error)) (outcome Outcome, done bool, err error) {
	c.use(1)
	defer c.use(-1)
	c.mu.Lock()
	seat, err := c.pick(pick)
	if err != nil {
		c.mu.Unlock()
		return Outcome{}, true, err
	}
	lock := c.seats[seat.ID]
	if lock == nil {
		lock = &seatLock{token: make(chan struct{}, 1)}
		lock.token <- struct{}{}
		c.seats[seat.ID] = lock
	}
	c.mu.Unlock()
	select {
	case <-lock.token:
		defer func() { lock.token <- struct{}{} }()
	case <-ctx.Done():
		return Outcome{}, true, store.ErrUnavailable
	}

	c.mu.Lock()
	if c.gone { // it may not be what the store has
		c.mu.Unlock()
		return Outcome{}, false, nil
	}
	at, since := c.at(), c.number()
	seat, err = c.pick(pick)
	if err != nil {
		c.mu.Unlock()
		return Outcome{}, true, err
	}
	p, err := propose(c.room, seat)
	if err != nil {
		c.mu.Unlock()
		return Outcome{}, true, err
	}
	outcome = Outcome{Kept: p.Kept, Next: seat.Next(), Refusal: p.Refusal}
	if p.Data == nil && p.Refusal == nil {
		c.mu.Unlock()
		return outcome, true, nil
	}
	lock.pending, lock.since = true, since
	together := c.room.Settings().Pace == room.Together
	c.mu.Unlock()

	if p.Refusal != nil {
		err = c.current(ctx, at) // another server may know what makes it right
	}
	var seq uint64
	if err == nil && p.Data != nil {
		seq, err = c.hub.append(ctx, c.code, seat.ID, p.Data, p.Expected)
	}
	if err == nil && seq != 0 {
		part := &c.hub.parts[store.Partition(c.code)]
		part.note(store.Message{Code: c.code, Seq: seq})
		// Whether it came before the vote was closed is decided by the messages
		// before it, so these have to be here.
		if together && !part.await(ctx, c.hub.clock, seq) {
			err = store.ErrUnavailable
		}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	lock.pending = false
	queue := lock.queue
	lock.queue = nil
	stored := err == nil && !c.gone && (seq == 0 || c.room.Settle(seat, p, seq, c.hub.clock.Now()))
	if !stored {
		// Somebody may have seen what is not going to be.
		c.hub.doubt(c.code, lock.since+1)
		c.leaveLocked()
		return Outcome{}, false, err
	}
	for _, m := range queue {
		if err := c.room.Apply(c.hub.cases, m); err != nil {
			c.err = err
		}
	}
	c.notify(false)
	return outcome, true, nil
}

// pick finds a seat of a class that is open. The class is locked.
func (c *class) pick(pick func(*room.Room) (*room.Seat, error)) (*room.Seat, error) {
	if err := c.room.Open(c.hub.clock.Now()); err != nil {
		return nil, err
	}
	return pick(c.room)
}
