package main

import (
	"holdtheline/assets"
	"holdtheline/assets/words"
	"holdtheline/game/app"
	"holdtheline/game/launch"
	"holdtheline/game/toolkit/host"
	"holdtheline/quiz/casefile"
)

// loadCase returns a case. One that isn't part of the program is fetched, which
// waits for the network.
func loadCase(id string) (*casefile.Case, error) {
	file := assets.File(id)
	if file == "" {
		return assets.Load(id)
	}
	data, err := host.FetchFile(file)
	if err != nil {
		return nil, err
	}
	return assets.Read(id, data)
}

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
	c, err := loadCase(params.Case)
	if err != nil && params.Case != assets.DefaultCase {
		params.Notices = append(params.Notices, params.Words.Say("trouble.case", "why", err))
		return loadCase(assets.DefaultCase)
	}
	return c, err
}

// An arrival is a case that was asked for, or why it can't be had.
type arrival struct {
	id  string
	c   *casefile.Case
	err error
}

// openCase asks for another case. takeCase opens it once it has arrived.
func (p *program) openCase(id string) {
	arrived := make(chan arrival, 1)
	p.arrived = arrived // an earlier one isn't waited for any more
	go func() {
		c, err := loadCase(id)
		arrived <- arrival{id, c, err}
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
	params.Worksheet = host.Address(assets.Worksheet(a.id))
	params.Device.Settings = p.Model.Settings()
	if w, err := words.Load(p.Model.Lang()); err == nil {
		params.Words = w
	}
	set, o := launch.Options(a.c, params, p.saves)
	o.Resume = false // the player sees which case it is, and goes on from there
	p.caseID, p.polls = a.id, 0
	p.Update(app.CaseOpened{Set: set, Options: o})
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
