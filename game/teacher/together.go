package main

import (
	"errors"
	"math/rand/v2"
	"strconv"
	"time"

	"holdtheline/assets"
	"holdtheline/assets/words"
	"holdtheline/game/settings"
	"holdtheline/game/store"
	"holdtheline/game/teacher/together"
	"holdtheline/game/toolkit/drive"
	"holdtheline/game/toolkit/host"
	"holdtheline/game/toolkit/run"
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

// A classroom connects the model of a class on one screen to the platform: it performs
// the model's effects.
type classroom struct {
	*together.Program
	start start
	saves *store.Guard
	seed  uint64 // deals the cards of a new class
	lang  string // last set on the page
	came  chan arrived
}

// An arrived case is one that was asked for, or why it can't be had.
type arrived struct {
	asked together.OpenClass
	c     *casefile.Case
	err   error
}

// openTogether makes the room of a class on one screen.
func openTogether(s start) *classroom {
	p := &classroom{start: s, saves: store.NewGuard(s.saves), seed: rand.Uint64N(1_000_000), came: make(chan arrived, 1)}
	if seed, err := strconv.ParseUint(s.link[seedKey], 10, 64); err == nil {
		p.seed = seed
	}
	model := together.New(together.Options{
		Words: s.words, Unset: s.unset(), Notice: s.notice, Settings: s.chosen, Spoken: s.spoken, View: s.view, Home: true,
		Case: s.link[caseKey], Length: casefile.Length(s.link[lengthKey]), Statement: host.Address(assets.Statement),
		Saved: func(id string, length casefile.Length) bool {
			_, err := s.saves.Load(classKey(id, length))
			return err == nil
		},
	})
	p.Program = together.NewProgram(model, p.do)
	// Where the browser can't keep the screen on, the teacher touches it now and then.
	_ = host.KeepAwake(true)
	_ = host.KeepPage() // the next classroom may have no network
	return p
}

func (p *classroom) words() *words.Catalogue { return p.Model.Catalogue() }

func (p *classroom) hear(h heard) {
	p.Update(together.WordsCame{Lang: h.lang, Words: h.words, Unset: h.unset, Why: h.why})
}

func (p *classroom) settings() settings.Settings { return p.Model.Settings() }

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

// Presentation implements [run.Program].
func (p *classroom) Presentation() drive.Presentation {
	if lang := p.Model.Lang(); lang != p.lang {
		p.lang = lang
		host.SetLanguage(lang)
	}
	return p.Program.Presentation()
}

// ViewChanged implements [run.Program].
func (p *classroom) ViewChanged(plain bool, why run.ViewReason) {
	view := settings.Canvas
	if plain {
		view = settings.PlainPage
	}
	p.Update(together.ViewChanged{View: view, Reason: roomReasons[why]})
}

var roomReasons = map[run.ViewReason]together.ViewReason{run.Chosen: together.Chosen, run.CanvasUnsupported: together.CanvasUnsupported, run.ContextLost: together.ContextLost}

// Failed implements [run.Program].
func (p *classroom) Failed(err error) { p.Update(together.ShowNotice{Text: err.Error()}) }

// Poll implements [run.Program]: a case may have arrived.
func (p *classroom) Poll() bool {
	select {
	case a := <-p.came:
		p.Update(p.opened(a))
		return true
	default:
		return false
	}
}

// do performs an effect. The teacher is told of a failure, and the class goes on.
func (p *classroom) do(e together.Effect) {
	switch e := e.(type) {
	case together.LoadWords:
		p.start.speak(e.Lang)
	case together.OpenClass:
		go p.fetch(e)
	case together.SaveClass:
		err := p.saves.Save(classKey(e.Case, e.Length), e.Data)
		if errors.Is(err, store.ErrConflict) {
			p.Update(together.ShowNotice{Text: p.Model.Say("together.conflict")})
			return
		}
		p.tell("trouble.save", err)
	case together.SaveSettings:
		p.tell("teacher.settings", p.saves.Save(store.SettingsKey, e.Data))
	case together.GoHome:
		p.start.home()
	case together.PrintPage:
		p.tell("trouble.print", host.Print())
	}
}

func (p *classroom) tell(key string, err error) {
	if err != nil {
		p.Update(together.ShowNotice{Text: p.Model.Say(key, "why", store.Reason(p.Model, err))})
	}
}

// fetch gets a case, which may wait for the network.
func (p *classroom) fetch(asked together.OpenClass) {
	a := arrived{asked: asked}
	if file := assets.File(asked.Case); file == "" {
		a.c, a.err = assets.Load(asked.Case)
	} else if data, err := host.FetchFile(file); err != nil {
		a.err = err
	} else {
		a.c, a.err = assets.Read(asked.Case, data)
	}
	p.came <- a
	p.start.poke()
}

// opened is the class of a case that has arrived: the saved one, or a new one. A saved
// one that can't be used is put aside; the valid start of a damaged one is kept.
func (p *classroom) opened(a arrived) together.Opened {
	if a.err != nil {
		return together.Opened{Why: store.Reason(p.Model, a.err)}
	}
	// So that the page goes on there when it is loaded again. A link that can't be
	// changed, as in some frames, leaves the choice.
	_ = host.SetLink(playKey, playTogether, caseKey, a.asked.Case, lengthKey, string(a.asked.Length))
	set, key := puzzle.New(a.c), classKey(a.asked.Case, a.asked.Length)
	data, err := p.saves.Load(key)
	switch {
	case errors.Is(err, store.ErrAbsent):
		return together.Opened{Class: p.begun(set, a.asked.Length)}
	case err != nil:
		return together.Opened{Class: p.begun(set, a.asked.Length), Notice: p.Model.Say("trouble.save", "why", store.Reason(p.Model, err))}
	}
	out := together.Opened{}
	if !a.asked.Anew {
		if out.Class, err = hands.Read(set, data); err == nil {
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
		out.Class = p.begun(set, a.asked.Length)
	}
	return out
}

func (p *classroom) begun(set *puzzle.Set, length casefile.Length) *hands.Class {
	return hands.Start(set, hands.Config{Length: length, Seed: p.seed, Began: time.Now()})
}
