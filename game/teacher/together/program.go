package together

import (
	"holdtheline/game/settings"
	"holdtheline/game/toolkit/drive"
	"holdtheline/game/toolkit/ui"
)

// A Program is the page as a [drive.Driver] runs it. It does what the model asks of
// the driver, and hands on what the model asks of the world.
type Program struct {
	Model *Model

	do func(Effect) // is given what the model asks of the world

	focus string        // until the driver next asks
	view  settings.View // likewise
}

// NewProgram makes a program of a new model. do is given what the model asks of the
// world.
func NewProgram(m *Model, do func(Effect)) *Program {
	p := &Program{Model: m, do: do}
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
		default:
			p.do(e)
		}
	}
}

// Presentation implements [drive.Program].
func (p *Program) Presentation() drive.Presentation {
	s := p.Model.Settings()
	show := drive.Presentation{
		Theme: string(s.Theme), Text: float64(s.Text) / 100, Stage: Stage, Focus: p.focus, Switch: drive.View(p.view),
		ReducedMotion: s.Motion == settings.MotionOff, FullMotion: s.Motion == settings.MotionOn,
	}
	p.focus, p.view = "", settings.AnyView
	return show
}

// Poll implements [drive.Program].
func (p *Program) Poll() bool { return false }
