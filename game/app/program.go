package app

import (
	"time"

	"holdtheline/game/toolkit/drive"
	"holdtheline/game/toolkit/ui"
)

// A Program is a game as a [drive.Driver] runs it. It does what the model asks of
// the driver and of the clock, and hands on what the model asks of the world.
type Program struct {
	Model *Model
	// Do is given what the model asks of the world; nil does nothing.
	Do func(Effect)

	now   func() time.Time
	focus string // until the driver next asks
	view  View   // likewise
}

// NewProgram makes a program of a new model. The clock is read when a game begins.
func NewProgram(m *Model, now func() time.Time) *Program {
	p := &Program{Model: m, now: now}
	p.carryOut(m.Init())
	return p
}

// View implements [drive.Program].
func (p *Program) View(vp ui.Viewport) *ui.Node { return p.Model.View(vp) }

// Update implements [drive.Program].
func (p *Program) Update(msg ui.Msg) { p.carryOut(p.Model.Update(msg)) }

func (p *Program) carryOut(effects []Effect) {
	for _, e := range effects {
		switch e := e.(type) {
		case Focus:
			p.focus = e.Node
		case SwitchView:
			p.view = e.View
		case ReadClock:
			p.Update(Began{At: p.now()})
		default:
			if p.Do != nil {
				p.Do(e)
			}
		}
	}
}

// Presentation implements [drive.Program].
func (p *Program) Presentation() drive.Presentation {
	show := p.Model.Settings().Presentation()
	show.Focus, show.Switch = p.focus, drive.View(p.view)
	p.focus, p.view = "", AnyView
	return show
}

// Poll implements [drive.Program]: a game changes by messages alone.
func (p *Program) Poll() bool { return false }
