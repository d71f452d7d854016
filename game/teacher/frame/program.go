package frame

import (
	"holdtheline/assets/words"
	"holdtheline/game/settings"
	"holdtheline/game/toolkit/drive"
	"holdtheline/game/toolkit/ui"
)

// A Model is the model of a room.
type Model interface {
	Init() []Effect
	Update(msg ui.Msg) []Effect
	View(vp ui.Viewport) *ui.Node
	Settings() settings.Settings
	FirstView() settings.View
	Lang() string
	Catalogue() *words.Catalogue
	Say(key string, args ...any) string
}

// A Program is a room as a [drive.Driver] runs it. It does what the model asks of the
// driver, and hands on what the model asks of the world.
type Program struct {
	Model Model
	// Do is given what the model asks of the world; nil does nothing.
	Do func(Effect)
	// Stage is the least window that the room's screens are made for; zero for none.
	Stage drive.Stage

	focus string        // until the driver next asks
	view  settings.View // likewise
}

// NewProgram makes a program of a new model. Start has to be called once its Do is
// set.
func NewProgram(m Model) *Program { return &Program{Model: m} }

// Start carries out what the model asks for at the start.
func (p *Program) Start() { p.carryOut(p.Model.Init()) }

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
			if p.Do != nil {
				p.Do(e)
			}
		}
	}
}

// Presentation implements [drive.Program].
func (p *Program) Presentation() drive.Presentation {
	show := p.Model.Settings().Presentation()
	show.Stage, show.Focus, show.Switch = p.Stage, p.focus, drive.View(p.view)
	p.focus, p.view = "", settings.AnyView
	return show
}

// Poll implements [drive.Program].
func (p *Program) Poll() bool { return false }
