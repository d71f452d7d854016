package main

import (
	"context"
	"sync"
	"time"

	"holdtheline/game/teacher/frame"
	"holdtheline/game/teacher/live"
	"holdtheline/game/toolkit/host"
	"holdtheline/game/toolkit/ui"
)

// The keys of what this browser keeps of classes.
const (
	classesKey = "classes"
	notesKey   = "class-notes"
)

// A leading is the room from which a class is led. It speaks with the class server in
// the background; what comes back waits until the program is polled.
type leading struct {
	framed
	model *live.Model
	ctx   context.Context // of the room
	stop  func()
	hush  func() // ends the stream; nil without one

	mu   sync.Mutex
	came []ui.Msg
}

// How long calls may take, and how long the page may sleep before it asks anew.
const (
	callLimit = 20 * time.Second
	tickEvery = time.Second
	longSleep = 15 * time.Second
)

// lead makes the room.
func lead(s start) *leading {
	classes, _ := s.saves.Load(classesKey) // what can't be loaded is as good as none
	notes, _ := s.saves.Load(notesKey)
	m := live.New(live.Options{
		Options: s.frame(), Address: host.Address("./"), Code: s.code, Secret: s.secret,
		Classes: classes, Notes: notes, Now: time.Now(),
	})
	p := &leading{framed: newFramed(s, m), model: m}
	p.ctx, p.stop = context.WithCancel(context.Background())
	p.Do = p.perform
	p.Program.Start()
	go p.tick()
	return p
}

// leave ends the stream and the ticking; the class goes on.
func (p *leading) leave() {
	for _, e := range p.model.Leave() {
		p.perform(e)
	}
	p.stop()
}

// tick tells the model the time.
func (p *leading) tick() {
	ticker := time.NewTicker(tickEvery)
	defer ticker.Stop()
	last := time.Now()
	for {
		select {
		case <-p.ctx.Done():
			return
		case <-ticker.C:
			// A tab that was hidden, or a laptop that slept, gets no ticks.
			now := time.Now()
			p.take(live.Tick{Now: now})
			if now.Sub(last) > longSleep {
				p.take(live.Woke{})
			}
			last = now
		}
	}
}

// take keeps a message until the program is polled.
func (p *leading) take(msg ui.Msg) {
	p.mu.Lock()
	p.came = append(p.came, msg)
	p.mu.Unlock()
	p.start.poke()
}

// Poll implements [run.Program].
func (p *leading) Poll() (changed bool) {
	for p.takeCase() {
		changed = true
	}
	p.mu.Lock()
	came := p.came
	p.came = nil
	p.mu.Unlock()
	for _, msg := range came {
		if p.ctx.Err() != nil {
			return changed // the room was left
		}
		tick, ok := msg.(live.Tick)
		if !ok {
			p.Update(msg)
			changed = true
			continue
		}
		effects, visible := p.model.Tick(tick)
		for _, e := range effects {
			p.perform(e)
		}
		changed = changed || visible
	}
	return changed
}

// perform performs an effect.
func (p *leading) perform(e frame.Effect) {
	switch e := e.(type) {
	case live.Call:
		go p.call(e)
	case live.Listen:
		p.listen(e)
	case live.Hush:
		if p.hush != nil {
			p.hush()
			p.hush = nil
		}
	case live.KeepAwake:
		_ = host.KeepAwake(e.On) // where the browser can't, the screen goes dark as ever
	case live.PutLink:
		_ = host.SetFragment("class", e.Code)
	case live.KeepClasses:
		p.tell("teacher.settings", p.start.saves.Save(classesKey, e.Data))
	case live.KeepNotes:
		p.tell("teacher.settings", p.start.saves.Save(notesKey, e.Data))
	case live.AskNote:
		if text, ok := host.AskText(e.Question, e.Text); ok {
			p.Update(live.Noted{Code: e.Code, Seat: e.Seat, Text: text})
		}
	default:
		p.do(e)
	}
}

// call makes a call.
func (p *leading) call(e live.Call) {
	ctx, stop := context.WithTimeout(p.ctx, callLimit)
	defer stop()
	q := host.Request{Method: e.Method, Path: e.Path, Bearer: e.Secret, Body: e.Body}
	if e.Body != nil {
		q.ContentType = "application/json"
	}
	r, err := host.Call(ctx, q)
	p.take(live.Answered{To: e.To, Status: r.Status, Body: r.Body, Wait: r.RetryAfter, Failed: err != nil})
}

// listen listens to a class's stream in the place of any other.
func (p *leading) listen(e live.Listen) {
	if p.hush != nil {
		p.hush()
	}
	ctx, stop := context.WithCancel(p.ctx)
	p.hush = stop
	go func() {
		_ = host.Listen(ctx, live.StreamPath(e), "", func(event host.Event) {
			p.take(live.Heard{Code: e.Code, Name: event.Name, Data: event.Data})
		})
		if ctx.Err() == nil {
			p.take(live.StreamEnded{Code: e.Code})
		}
	}()
}
