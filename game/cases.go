package main

import (
	"slices"

	"holdtheline/assets"
	"holdtheline/assets/words"
	"holdtheline/game/app"
	"holdtheline/game/launch"
	"holdtheline/game/shelf"
	"holdtheline/game/toolkit/host"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
)

// openFirst returns the case that a link or the command line asks for. If that can't be
// had the player is told, and it is the default one.
func openFirst(params *launch.Params) (*casefile.Case, error) {
	if params.File != "" {
		c, err := loadFile(params.File)
		if err == nil {
			return c, nil
		}
		why := params.Words.Say("link.story", "value", params.File, "why", err)
		params.Notices = append(params.Notices, params.Words.Say("trouble.link", "why", why))
		params.File, params.Alone = "", false
	}
	c, err := shelf.Case(params.Case)
	if err != nil && params.Case != assets.DefaultCase {
		params.Notices = append(params.Notices, params.Words.Say("trouble.case", "why", err))
		return shelf.Case(assets.DefaultCase)
	}
	return c, err
}

// An arrival is a case that was asked for, or why it can't be had.
type arrival struct {
	id    string
	c     *casefile.Case
	texts *casefile.Translation
	err   error
}

// openCase asks for another case. takeCase opens it once it has arrived.
func (p *program) openCase(id string) {
	arrived := make(chan arrival, 1)
	p.arrived = arrived // an earlier one isn't waited for any more
	lang := p.Model.Lang()
	go func() {
		a := arrival{id: id}
		if a.c, a.err = shelf.Case(id); a.err == nil {
			a.texts, a.err = shelf.Texts(id, lang)
		}
		arrived <- a
		if p.wake != nil {
			p.wake()
		}
	}()
}

// takeCase opens the case that has arrived, if one has.
func (p *program) takeCase() (changed bool) {
	var a arrival
	select {
	case a = <-p.arrived:
		p.arrived = nil
	default:
		return false
	}
	if a.err != nil {
		p.tell("trouble.case", a.err)
		return true
	}
	// What the link asked for was about the first case.
	params := p.params
	p.params.Test.Halves = false
	params.Length, params.Mode, params.Notices, params.Test.Halves = "", "", nil, false
	params.Worksheet = host.Address(assets.Worksheet(a.id, p.Model.Lang()))
	params.Texts = a.texts
	params.Device.Settings = p.Model.Settings()
	params.Words = p.Model.Words()
	set, o := launch.Options(a.c, params, p.saves)
	o.Resume = false // the player sees which case it is, and goes on from there
	p.caseID, p.original, p.foreign, p.polls = a.id, a.c, false, 0
	p.told = nil // it was of the case before
	p.Update(app.CaseOpened{Set: set, Options: o})
	p.tellCase(p.Model.Lang()) // it may have changed while the case was fetched
	caseID := a.id
	if a.c.Form != "" {
		caseID = ""
	}
	// A link that can't be changed, as in some frames, only matters if the page is
	// loaded again.
	_ = host.SetLink(
		launch.CaseKey, caseID, launch.FormKey, string(a.c.Form), launch.LengthKey, "", launch.ModeKey, "", launch.SeedKey, "")
	return true
}

// A telling is the case that is played in another language, or why it can't be had.
type telling struct {
	lang  string
	texts *casefile.Translation // nil for the case's own language
	err   error
}

// tellCase tells the case in a language, or in its own where it hasn't been translated
// into that. takeTelling does it once the texts have arrived.
func (p *program) tellCase(lang string) {
	p.told = nil // an earlier language isn't waited for any more
	id := p.original.ID
	if p.foreign || !slices.Contains(assets.Translated(id), lang) {
		lang = p.original.Language
	}
	if p.Model.Case().Language == lang {
		return
	}
	told := make(chan telling, 1)
	p.told = told
	if lang == p.original.Language {
		told <- telling{lang: lang}
		p.takeTelling()
		return
	}
	go func() {
		t := telling{lang: lang}
		t.texts, t.err = shelf.Texts(id, lang)
		told <- t
		if p.wake != nil {
			p.wake()
		}
	}()
}

// takeTelling goes on in the language whose texts have arrived, if some have.
func (p *program) takeTelling() (changed bool) {
	var t telling
	select {
	case t = <-p.told:
		p.told = nil
	default:
		return false
	}
	set, sheet := puzzle.New(p.original), ""
	if !p.foreign {
		sheet = host.Address(assets.Worksheet(p.original.ID, t.lang))
	}
	if t.err == nil && t.texts != nil {
		set, t.err = set.In(t.texts)
	}
	if t.err != nil {
		p.Update(app.ShowNotice{Text: p.Model.Say("trouble.language", "language", words.Name(t.lang, true), "why", t.err)})
		return true
	}
	p.polls = 0
	told := set.Case()
	p.Update(app.CaseTold{
		Set: set, Shelf: launch.Shelf(p.params, p.Model.Lang(), p.saves), Worksheet: sheet,
		Unset: !p.faces.CanSet(told.Title + told.Summary + told.ContentNote),
	})
	return true
}
