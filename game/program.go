package main

import (
	"holdtheline/game/app"
	"holdtheline/game/host"
	"holdtheline/game/launch"
	"holdtheline/game/run"
	"holdtheline/game/store"
	"holdtheline/game/ui"
)

// sayer says interface texts by their keys.
type sayer interface {
	Say(key string, args ...any) string
}

// View implements [run.Program].
func (p *program) View(vp ui.Viewport) *ui.Node { return p.model.View(vp) }

// Update implements [run.Program].
func (p *program) Update(msg ui.Msg) {
	for _, e := range p.model.Update(msg) {
		p.do(e)
	}
}

// Show implements [run.Program].
func (p *program) Show() run.Show {
	s := p.model.Settings()
	return run.Show{Theme: s.Theme, Text: float64(s.Text) / 100, Focus: p.model.TakeFocus()}
}

// Poll implements [run.Program]: the game changes by messages alone.
func (p *program) Poll() bool { return false }

// Failed implements [run.Program].
func (p *program) Failed(err error) { p.model.Update(app.Trouble{Text: err.Error()}) }

// do does what the model asks for. What can't be done is told to the player,
// and the game goes on.
func (p *program) do(e app.Effect) {
	switch e := e.(type) {
	case app.SaveSession:
		p.tell("trouble.save", p.saves.Save(launch.Key(p.caseID, e.Way), e.Data))
	case app.DropSession:
		p.tell("trouble.save", p.saves.SetAside(launch.Key(p.caseID, e.Way)))
	case app.SaveSettings:
		p.tell("trouble.save", p.saves.Save(store.SettingsKey, e.Data))
	case app.SaveFile:
		place, err := host.SaveFile(e.Name, e.MIME, e.Data)
		p.tell("trouble.file", err)
		if err == nil && place != "" {
			p.model.Update(app.Trouble{Text: p.words.Say("save.done", "place", place)})
		}
	case app.PrintPage:
		p.tell("trouble.print", host.Print())
	}
}

func (p *program) tell(key string, err error) {
	if err != nil {
		p.model.Update(app.Trouble{Text: p.words.Say(key, "why", err)})
	}
}
