package main

import (
	"errors"

	"holdtheline/game/app"
	"holdtheline/game/launch"
	"holdtheline/game/store"
)

// save saves a session. If another tab or window has gone on with it, nothing
// is overwritten: the player is asked, and the error is [store.ErrConflict].
func (p *program) save(e app.SaveSession) error {
	err := p.saves.Save(launch.Key(p.caseID, e.Variant), e.Data)
	if errors.Is(err, store.ErrConflict) {
		p.Update(app.Conflict{Variant: e.Variant})
		return err
	}
	p.room.write(e.Data)
	if trouble := p.platform.tell(e.Data); trouble != "" {
		p.Update(app.ShowNotice{Text: trouble})
	}
	return err
}

// load sends the model the saved session of a variant.
func (p *program) load(variant app.Variant) error {
	data, err := p.saves.Load(launch.Key(p.caseID, variant))
	if err != nil && !errors.Is(err, store.ErrAbsent) {
		return err
	}
	p.Update(app.Loaded{Variant: variant, Data: data})
	if s := p.Model.Session(); s != nil && p.room != nil {
		p.room.write(s.Encode())
	}
	return nil
}

// replace archives the saved session and saves this one.
func (p *program) replace(e app.ReplaceSession) error {
	key := launch.Key(p.caseID, e.Variant)
	if err := p.saves.Archive(key); err != nil && !errors.Is(err, store.ErrAbsent) {
		return err
	}
	err := p.saves.Save(key, e.Data)
	p.room.write(e.Data)
	return err
}

// watch has the program check its saved games when another tab writes.
func (p *program) watch(poll func()) {
	p.wake = poll
	store.Watch(func(string) {
		p.stale = true
		poll()
	})
}

// reportConflicts tells the model which saved games another tab has changed, and
// whether there are any.
func (p *program) reportConflicts() (changed bool) {
	if !p.stale {
		return false
	}
	p.stale = false
	for _, variant := range p.params.Variants(p.Model.Case()) {
		if p.saves.Changed(launch.Key(p.caseID, variant)) {
			p.Update(app.Conflict{Variant: variant})
			changed = true
		}
	}
	return changed
}
