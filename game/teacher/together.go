package main

import (
	"errors"
	"math/rand/v2"
	"strconv"
	"time"

	"holdtheline/game/shelf"
	"holdtheline/game/store"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/teacher/together"
	"holdtheline/game/toolkit/host"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/hands"
	"holdtheline/quiz/puzzle"
)

// The keys of a link to a class on one screen. The others are those of the game.
const (
	playKey   = "play"
	caseKey   = "case"
	lengthKey = "length"
	seedKey   = "seed"
)

// playTogether is the value of play in such a link.
const playTogether = "together"

// A classroom is the room of a class on one screen.
type classroom struct {
	framed
	saves *store.Guard // for classes
	seed  uint64       // deals the cards of a new class
	came  chan classLoaded
}

// A classLoaded is the case of a class that was asked for, or why it can't be had.
type classLoaded struct {
	asked together.OpenClass
	set   *puzzle.Set
	// See [shelf.Told].
	untranslated, err error
}

// openTogether makes the room.
func openTogether(s start) *classroom {
	model := together.New(together.Options{
		Options: s.frame(), Case: s.link[caseKey], Length: casefile.Length(s.link[lengthKey]),
		Saved: func(id string, length casefile.Length) bool {
			_, err := s.saves.Load(classKey(id, length))
			return err == nil
		},
	})
	p := &classroom{framed: newFramed(s, model), saves: store.NewGuard(s.saves), seed: rand.Uint64N(1_000_000), came: make(chan classLoaded, 1)}
	if seed, err := strconv.ParseUint(s.link[seedKey], 10, 64); err == nil {
		p.seed = seed
	}
	p.Stage, p.Do = together.Stage, p.perform
	p.Program.Start()
	// Where the browser can't keep the screen on, the teacher touches it now and then.
	_ = host.KeepAwake(true)
	_ = host.KeepPage() // the next classroom may have no network
	return p
}

// leave lets the screen go off, and forgets what the link says of the class: the class
// is kept.
func (p *classroom) leave() {
	_ = host.KeepAwake(false)
	_ = host.SetLink(playKey, "", caseKey, "", lengthKey, "", seedKey, "")
}

// classKey is the store's key of a class.
func classKey(id string, length casefile.Length) string {
	return store.SessionKey(id, string(length), playTogether)
}

// Poll implements [run.Program]: a case may have arrived.
func (p *classroom) Poll() (changed bool) {
	for p.takeCase() {
		changed = true
	}
	select {
	case a := <-p.came:
		p.Update(p.opened(a))
		return true
	default:
		return changed
	}
}

// perform performs an effect.
func (p *classroom) perform(e frame.Effect) {
	switch e := e.(type) {
	case together.OpenClass:
		go p.fetch(e)
	case together.SaveClass:
		err := p.saves.Save(classKey(e.Case, e.Length), e.Data)
		if errors.Is(err, store.ErrConflict) {
			p.Update(frame.ShowNotice{Text: p.Model.Say("together.conflict")})
			return
		}
		p.tell("trouble.save", err)
	default:
		p.do(e)
	}
}

// fetch gets a case, which may wait for the network.
func (p *classroom) fetch(asked together.OpenClass) {
	set, untranslated, err := shelf.Told(asked.Case, asked.Lang)
	p.came <- classLoaded{asked, set, untranslated, err}
	p.start.poke()
}

// opened is the class of a case that has arrived: the saved one, or a new one. A saved
// one that can't be used is put aside; the valid start of a damaged one is kept.
func (p *classroom) opened(a classLoaded) together.Opened {
	if a.err != nil {
		return together.Opened{Why: store.Reason(p.Model, a.err)}
	}
	// So that the page goes on there when it is loaded again. A link that can't be
	// changed, as in some frames, leaves the choice.
	_ = host.SetLink(playKey, playTogether, caseKey, a.asked.Case, lengthKey, string(a.asked.Length))
	key, out := classKey(a.asked.Case, a.asked.Length), together.Opened{Lang: a.asked.Lang}
	if a.untranslated != nil {
		out.Untranslated = store.Reason(p.Model, a.untranslated)
	}
	data, err := p.saves.Load(key)
	switch {
	case errors.Is(err, store.ErrAbsent):
		out.Class = p.begun(a.set, a.asked.Length)
		return out
	case err != nil:
		out.Class, out.Notice = p.begun(a.set, a.asked.Length), p.Model.Say("trouble.save", "why", store.Reason(p.Model, err))
		return out
	}
	if !a.asked.Anew {
		if out.Class, err = hands.Read(a.set, data); err == nil {
			return out
		}
		out.Notice = p.Model.Say("together.damaged", "why", err)
		if out.Class == nil {
			out.Notice = p.Model.Say("together.foreign", "why", err)
		}
	}
	if err := p.saves.Archive(key); err != nil {
		out.Notice = p.Model.Say("trouble.save", "why", store.Reason(p.Model, err))
	}
	if out.Class == nil {
		out.Class = p.begun(a.set, a.asked.Length)
	}
	return out
}

func (p *classroom) begun(set *puzzle.Set, length casefile.Length) *hands.Class {
	return hands.Start(set, hands.Config{Length: length, Seed: p.seed, Began: time.Now()})
}
