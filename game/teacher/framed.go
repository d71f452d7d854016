package main

import (
	"holdtheline/assets/words"
	"holdtheline/game/settings"
	"holdtheline/game/shelf"
	"holdtheline/game/store"
	"holdtheline/game/teacher/begin"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/toolkit/drive"
	"holdtheline/game/toolkit/host"
	"holdtheline/game/toolkit/run"
	"holdtheline/quiz/puzzle"
)

// framed connects a room that is built on package frame to the platform: it performs
// the effects that all of them have.
type framed struct {
	*frame.Program
	start start
	lang  string      // last set on the page
	cases chan loaded // that have arrived
}

// loaded is a case that was asked for, or why it can't be had.
type loaded struct {
	asked             frame.LoadCase
	set               *puzzle.Set
	untranslated, err error // see [shelf.Told]
}

// mostUnread is how many cases may arrive while nobody takes them, as when the room was
// left.
const mostUnread = 8

func newFramed(s start, m frame.Model) framed {
	return framed{Program: frame.NewProgram(m), start: s, cases: make(chan loaded, mostUnread)}
}

func (p *framed) words() *words.Catalogue { return p.Model.Catalogue() }

func (p *framed) hear(h heard) {
	p.Update(frame.WordsCame{Lang: h.lang, Words: h.words, Unset: h.unset, Why: h.why})
}

func (p *framed) settings() settings.Settings { return p.Model.Settings() }

// Presentation implements [run.Program].
func (p *framed) Presentation() drive.Presentation {
	if lang := p.Model.Lang(); lang != p.lang {
		p.lang = lang
		host.SetLanguage(lang)
	}
	return p.Program.Presentation()
}

// ViewChanged implements [run.Program].
func (p *framed) ViewChanged(plain bool, why run.ViewReason) {
	view := settings.Canvas
	if plain {
		view = settings.PlainPage
	}
	reasons := map[run.ViewReason]frame.ViewReason{run.Chosen: frame.Chosen, run.CanvasUnsupported: frame.CanvasUnsupported, run.ContextLost: frame.ContextLost}
	p.Update(frame.ViewChanged{View: view, Reason: reasons[why]})
}

// Failed implements [run.Program].
func (p *framed) Failed(err error) { p.Update(frame.ShowNotice{Text: err.Error()}) }

// load gets a case, which may wait for the network.
func (p *framed) load(asked frame.LoadCase) {
	set, untranslated, err := shelf.Told(asked.ID, asked.Lang)
	p.cases <- loaded{asked, set, untranslated, err}
	p.start.poke()
}

// takeCase hands a case that has arrived to the model, if one has.
func (p *framed) takeCase() bool {
	select {
	case l := <-p.cases:
		came := frame.CaseCame{ID: l.asked.ID, Lang: l.asked.Lang, Set: l.set}
		if l.err != nil {
			came.Why = store.Reason(p.Model, l.err)
		}
		if l.untranslated != nil {
			came.Untranslated = store.Reason(p.Model, l.untranslated)
		}
		p.Update(came)
		return true
	default:
		return false
	}
}

// do performs an effect that every room has. The teacher is told of a failure, and the
// page goes on.
func (p *framed) do(e frame.Effect) {
	switch e := e.(type) {
	case frame.LoadWords:
		p.start.speak(e.Lang)
	case frame.LoadCase:
		go p.load(e)
	case frame.Leave:
		p.start.home()
	case frame.SaveSettings:
		p.tell("teacher.settings", p.start.saves.Save(store.SettingsKey, e.Data))
	case frame.PrintPage:
		p.tell("trouble.print", host.Print())
	case frame.SaveFile:
		place, err := host.SaveFile(e.Name, e.MIME, e.Data)
		p.tell("trouble.file", err)
		if err == nil && place != "" {
			p.Update(frame.ShowNotice{Text: p.Model.Say("save.done", "place", place)})
		}
	}
}

func (p *framed) tell(key string, err error) {
	if err != nil {
		p.Update(frame.ShowNotice{Text: p.Model.Say(key, "why", store.Reason(p.Model, err))})
	}
}

// first is the room with the first screen.
type first struct{ framed }

// beginning makes the room with the first screen.
func beginning(s start) *first {
	p := &first{newFramed(s, begin.New(s.frame()))}
	p.Do = func(e frame.Effect) {
		if chosen, ok := e.(begin.Choose); ok {
			s.choose(chosen.Choice)
			return
		}
		p.do(e)
	}
	p.Start()
	return p
}

func (p *first) leave() {}
