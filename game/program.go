package main

import (
	"errors"

	"holdtheline/assets"
	"holdtheline/game/app"
	"holdtheline/game/launch"
	"holdtheline/game/store"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/drive"
	"holdtheline/game/toolkit/host"
	"holdtheline/game/toolkit/paint"
	"holdtheline/game/toolkit/run"
)

// Presentation implements [run.Program].
func (p *program) Presentation() drive.Presentation {
	if lang := p.Model.Lang(); lang != p.lang {
		p.lang = lang
		host.SetLanguage(lang)
	}
	return p.Program.Presentation()
}

// ViewChanged implements [run.Program].
func (p *program) ViewChanged(plain bool, why run.ViewReason) {
	view := app.Canvas
	if plain {
		view = app.PlainPage
	}
	p.view = view
	p.Update(app.ViewChanged{View: view, Reason: viewReasons[why]})
}

var viewReasons = map[run.ViewReason]app.ViewReason{run.Chosen: app.Chosen, run.CanvasUnsupported: app.CanvasUnsupported, run.ContextLost: app.ContextLost}

// Poll implements [run.Program]: without messages, the game changes when an
// update has arrived and when another tab has gone on with it.
func (p *program) Poll() bool {
	if p.polls++; p.polls == afterFirstFrame {
		p.Model.Prepare()
	}
	if p.polls == afterFirstFrame {
		p.lookForClasses()
	}
	changed := p.takeWords()
	changed = p.takeCase() || changed
	changed = p.takeTelling() || changed
	changed = p.takeOffer() || changed
	changed = p.playInClass() || changed
	changed = p.reportConflicts() || changed
	if r := host.TakeUpgrade(); r != nil {
		p.Update(app.UpgradeReady{Cases: r.Cases})
		changed = true
	}
	return changed
}

// afterFirstFrame is the first poll after the first frame: each frame is polled
// before it is drawn.
const afterFirstFrame = 2

// Failed implements [run.Program].
func (p *program) Failed(err error) { p.Update(app.ShowNotice{Text: err.Error()}) }

// do performs an effect. The player is told of a failure, and the game goes on.
func (p *program) do(e app.Effect) {
	switch e := e.(type) {
	case app.AskSharing:
		p.Update(app.Sharing{Possible: host.CanShare()})
	case app.SaveSession:
		p.tell("trouble.save", p.save(e))
	case app.LoadSession:
		p.tell("trouble.save", p.load(e.Variant))
	case app.ReplaceSession:
		p.tell("trouble.save", p.replace(e))
	case app.ArchiveSession:
		p.tell("trouble.save", p.saves.Archive(launch.Key(p.caseID, e.Variant)))
	case app.LoadWords:
		p.loadWords(e.Lang)
	case app.OpenCase:
		p.openCase(e.Case)
	case app.TellCase:
		p.tellCase(e.Lang)
	case app.OpenForm:
		if id, ok := assets.FormCase(e.Form); ok {
			p.openCase(id)
		}
	case app.SaveSettings:
		p.tell("trouble.save", p.saves.Save(store.SettingsKey, e.Data))
	case app.PlaySound:
		_ = host.Play(string(e.Sound)) // a missing sound isn't worth a message
	case app.SaveFile:
		place, err := host.SaveFile(e.Name, e.MIME, e.Data)
		p.tell("trouble.file", err)
		p.saved(place, err)
	case app.ApplyUpgrade:
		if e.First != nil {
			if err := p.save(*e.First); err != nil {
				p.tell("trouble.save", err)
				return
			}
		}
		p.tell("trouble.renewal", host.ApplyUpgrade())
	case app.MakePicture:
		place, err := p.picture(e)
		p.tell("trouble.file", err)
		p.saved(place, err)
	case app.CopyText:
		p.tell("trouble.copy", host.CopyText(e.Text))
	case app.OpenClass:
		p.tell("class.no-page", p.openClass(e.Code))
	case app.TakeSeat, app.AskName, app.AnswerAgain, app.TakeLog, app.LeaveTheClass:
		p.room.do(e)
	case app.PrintPage:
		p.tell("trouble.print", host.Print())
	}
}

// picture paints a picture and saves or shares it.
func (p *program) picture(e app.MakePicture) (place string, err error) {
	asked := host.CurrentPreferences()
	palette := theme.Of(p.Model.Settings().Theme.Resolve(theme.Preference{
		Dark: asked.Dark, MoreContrast: asked.MoreContrast || asked.ForcedColors,
	}))
	img := paint.Picture(p.faces, e.Tree, e.Viewport, palette, e.Scale)
	if e.Share {
		return "", host.SharePicture(e.Name, e.Title, img)
	}
	return host.SavePicture(e.Name, img)
}

// saved tells the player where a file was saved, if that is known.
func (p *program) saved(place string, err error) {
	if err == nil && place != "" {
		p.Update(app.ShowNotice{Text: p.Model.Say("save.done", "place", place)})
	}
}

func (p *program) tell(key string, err error) {
	if err != nil && !errors.Is(err, store.ErrConflict) {
		p.Update(app.ShowNotice{Text: p.Model.Say(key, "why", store.Reason(p.Model, err))})
	}
}
