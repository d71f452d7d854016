//go:build !alone

package main

import (
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"sync"
	"time"

	"holdtheline/assets"
	"holdtheline/game/app"
	"holdtheline/game/classroom"
	"holdtheline/game/launch"
	"holdtheline/game/store"
	"holdtheline/game/toolkit/host"
	"holdtheline/quiz/casefile"
)

// A room connects the game to the class that it is played in.
type room struct {
	sync *classroom.Sync
	told classroom.Status
	wake func() // has the program polled; nil before it runs

	mu       sync.Mutex
	happened []func(now time.Time) // since the last poll

	leave context.CancelFunc // of the open stream
	timer *time.Timer
}

// describeLimit is how long the start of the game waits to hear what a class plays.
const describeLimit = 10 * time.Second

// findClass sets the class that the link names, if it can be joined or was before.
func findClass(link map[string]string, params *launch.Params, saves *store.Guard) {
	typed, asked := link[launch.ClassKey]
	if !asked || typed == "" {
		return
	}
	notice := func(key string, args ...any) {
		params.Notices = append(params.Notices, params.Words.Say(key, args...))
	}
	code, ok := classroom.ParseCode(typed)
	if !ok {
		notice("class.no-code", "code", launch.Shorten(typed))
		return
	}
	record := kept(code, saves)
	if reenter(&record, host.TakeFragment()) {
		// Another pupil has played here: that game is put aside.
		if err := saves.Archive(launch.Key(record.Class.Case, app.Variant{Class: code})); err != nil && !errors.Is(err, store.ErrAbsent) {
			notice("trouble.save", "why", store.Reason(params.Words, err))
		}
	}
	if record.Class.Code == "" || record.Seat == "" {
		class, trouble := describe(code)
		if trouble != "" {
			notice(trouble, "code", code)
			return
		}
		record.Class = class
	}
	if !slices.Contains(assets.Cases(), record.Class.Case) {
		notice("class.other-version", "code", code)
		return
	}
	params.Case, params.File, params.Class = record.Class.Case, "", &record
	_ = saves.Save(classroom.Key(code), record.Encode()) // the game goes on without, and says so at its first save
}

// kept is what this device has kept of a class.
func kept(code string, saves *store.Guard) classroom.Record {
	data, err := saves.Load(classroom.Key(code))
	if err != nil {
		return classroom.Record{}
	}
	record, ok := classroom.ReadRecord(data)
	if !ok || record.Class.Code != code {
		return classroom.Record{}
	}
	if record.Left == classroom.Removed {
		// The pupil may take another seat.
		return classroom.Record{Class: record.Class}
	}
	return record
}

// reenter takes the seat and the key of a link from the teacher. It returns whether the
// game on this device was of another seat.
func reenter(r *classroom.Record, fragment map[string]string) (other bool) {
	seat, key := fragment["seat"], fragment["key"]
	if seat == "" || key == "" {
		return false
	}
	if other = r.Seat != seat; other {
		*r = classroom.Record{Class: r.Class, Seat: seat}
	}
	r.Key, r.Left = key, ""
	return other
}

// describe asks what a class plays. trouble is the key of what to tell the player if
// that can't be had.
func describe(code string) (c classroom.Class, trouble string) {
	ctx, stop := context.WithTimeout(context.Background(), describeLimit)
	defer stop()
	ask := classroom.Describe(code)
	answer, err := host.Call(ctx, host.Request{Method: ask.Method, Path: ask.Path})
	switch {
	case err == nil && answer.Status == 404:
		return c, "class.none"
	case err != nil || answer.Status != 200:
		return c, "class.unreachable"
	}
	c, ok := classroom.ReadClass(code, answer.Body)
	if !ok {
		return c, "class.unreachable"
	}
	return c, ""
}

// checkClass leaves the class if this device has another version of its case, whose
// answers the class couldn't mark.
func checkClass(c *casefile.Case, params *launch.Params) {
	if class := params.Class; class != nil && (c.ID != class.Class.Case || c.Fingerprint() != class.Class.Fingerprint) {
		params.Class = nil
		params.Notices = append(params.Notices, params.Words.Say("class.other-version", "code", class.Class.Code))
	}
}

// enterClass connects the game to its class, if it has one.
func enterClass(p *program) *room {
	class := p.params.Class
	if class == nil {
		return nil
	}
	var log []byte
	if s := p.Model.Saved(); s != nil {
		log = s.Encode()
	}
	r := &room{sync: classroom.New(*class, log, rand.Float64)}
	r.told = r.sync.Status(time.Now())
	_ = host.OnVisible(func(visible bool) { // without it the class is followed all the same
		r.later(func(time.Time) { r.sync.Look(visible) })
	})
	return r
}

// later has something done at the next poll.
func (r *room) later(do func(now time.Time)) {
	r.mu.Lock()
	r.happened = append(r.happened, do)
	r.mu.Unlock()
	if r.wake != nil {
		r.wake()
	}
}

func (r *room) take() []func(time.Time) {
	r.mu.Lock()
	defer r.mu.Unlock()
	happened := r.happened
	r.happened = nil
	return happened
}

// playInClass hands on what has happened in the class, and whether the game has changed.
func (p *program) playInClass() (changed bool) {
	r := p.room
	if r == nil {
		return false
	}
	r.wake = p.wake
	now := time.Now()
	for _, do := range r.take() {
		do(now)
	}
	for again := true; again; {
		again = false
		for _, todo := range r.sync.Todo() {
			again = true
			p.doForClass(todo)
		}
		if st := r.sync.Status(now); st != r.told {
			r.told, again = st, true
			p.Update(app.ClassChanged{Status: st})
		}
		changed = changed || again
	}
	r.call(now)
	return changed
}

func (p *program) doForClass(todo any) {
	switch todo := todo.(type) {
	case classroom.Keep:
		p.tell("trouble.save", p.saves.Save(classroom.Key(todo.Record.Class.Code), todo.Record.Encode()))
	case classroom.Adopt:
		p.Update(app.ClassLog{Log: todo.Log})
	case classroom.Part:
		p.Update(app.ClassParted{Log: todo.Log})
	case classroom.Drop:
		p.Update(app.ClassDropped{Drop: todo})
	}
}

// write says that the game's log has changed.
func (r *room) write(log []byte) {
	if r != nil {
		r.sync.Write(log)
		r.call(time.Now())
	}
}

// do performs an effect of the game in the class.
func (r *room) do(e app.Effect) {
	if r == nil {
		return
	}
	switch e := e.(type) {
	case app.TakeSeat:
		r.sync.Join(e.Lang)
	case app.AskName:
		r.sync.Rename()
	case app.AnswerAgain:
		r.sync.Answer(e.Item, e.Answer)
	case app.TakeLog:
		r.sync.Take(e.Log)
	case app.LeaveTheClass:
		r.sync.Leave(classroom.Parted)
	}
	r.later(func(time.Time) {}) // what follows from it is shown at the next poll
}

// call makes the calls that are due.
func (r *room) call(now time.Time) {
	if r.sync.Cut(now) && r.leave != nil {
		r.leave()
	}
	calls, due := r.sync.Next(now)
	for _, c := range calls {
		if c.Stream() {
			var ctx context.Context
			ctx, r.leave = context.WithCancel(context.Background())
			go r.listen(ctx, c)
		} else {
			go r.ask(c)
		}
	}
	if r.timer != nil {
		r.timer.Stop()
		r.timer = nil
	}
	if !due.IsZero() {
		r.timer = time.AfterFunc(time.Until(due), func() { r.later(func(time.Time) {}) })
	}
}

func (r *room) ask(c classroom.Call) {
	ctx, stop := context.WithTimeout(context.Background(), c.Limit)
	defer stop()
	q := host.Request{Method: c.Method, Path: c.Path, Bearer: c.Bearer, ContentType: c.ContentType}
	if c.Body != "" {
		q.Body = []byte(c.Body)
	}
	answer, err := host.Call(ctx, q)
	r.later(func(now time.Time) {
		if err != nil {
			answer = host.Response{}
		}
		r.sync.Answered(c, classroom.Answer{Status: answer.Status, RetryAfter: answer.RetryAfter, Body: answer.Body}, now)
	})
}

func (r *room) listen(ctx context.Context, c classroom.Call) {
	err := host.Listen(ctx, c.Path, c.Bearer, func(e host.Event) {
		r.later(func(now time.Time) { r.sync.Heard(e.Name, e.Data, now) })
	})
	var refused host.StatusError
	errors.As(err, &refused)
	r.later(func(now time.Time) { r.sync.Answered(c, classroom.Answer{Status: int(refused)}, now) })
}
