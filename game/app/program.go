package app

import (
	"holdtheline/game/toolkit/drive"
	"holdtheline/game/toolkit/ui"
)

// A Program is a game as a [drive.Driver] runs it.
type Program struct {
	Model *Model
	// Do is given what the model asks of the world; nil does nothing.
	Do func(Effect)
}

// View implements [drive.Program].
func (p *Program) View(vp ui.Viewport) *ui.Node { return p.Model.View(vp) }

// Update implements [drive.Program].
func (p *Program) Update(msg ui.Msg) {
	for _, e := range p.Model.Update(msg) {
		if p.Do != nil {
			p.Do(e)
		}
	}
}

// Show implements [drive.Program].
func (p *Program) Show() drive.Show {
	s := p.Model.Settings()
	return drive.Show{
		Theme: string(s.Theme), Text: float64(s.Text) / 100, Focus: p.Model.TakeFocus(), Switch: drive.View(p.Model.TakeView()),
		Still: s.Motion == MotionOff, Moving: s.Motion == MotionOn,
	}
}

// Poll implements [drive.Program]: a game changes by messages alone.
func (p *Program) Poll() bool { return false }
