package main

import (
	"holdtheline/game/app"
	"holdtheline/game/languages"
)

// loadWords asks for the texts of a language. takeWords hands them on once they have
// arrived.
func (p *program) loadWords(lang string) {
	heard := make(chan app.WordsCame, 1)
	p.heard = heard // an earlier one isn't waited for any more
	go func() {
		came := app.WordsCame{Lang: lang}
		w, err := languages.Load(lang)
		if err != nil {
			came.Why = err.Error()
		} else {
			came.Words = w
		}
		heard <- came
		if p.wake != nil {
			p.wake()
		}
	}()
}

// takeWords hands on the texts that have arrived, if some have.
func (p *program) takeWords() (changed bool) {
	select {
	case came := <-p.heard:
		p.heard = nil
		came.Unset = came.Words != nil && !came.Words.Fits(p.faces.CanSet)
		p.Update(came)
		return true
	default:
		return false
	}
}
