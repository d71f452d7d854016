package main

import (
	"holdtheline/assets"
	"holdtheline/game/settings"
	"holdtheline/game/store"
	"holdtheline/game/teacher/desk"
	"holdtheline/game/toolkit/drive"
	"holdtheline/game/toolkit/host"
	"holdtheline/game/toolkit/run"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// A program connects the model of the room that compares to the platform: it performs
// the model's effects.
type program struct {
	*desk.Program
	saves store.Store
	lang  string // last set on the page
	wake  func() // has the program polled
	home  func() // goes back to the first screen

	queue []batch           // files that are still to be read
	came  []desk.CodesCame  // codes that are still to be read
	scans bool              // the camera's dialogue waits to be told what became of its code
	cases chan caseLoaded   // those that have arrived
	speak func(lang string) // asks for the texts of a language
}

// A batch is files for one side, or for none.
type batch struct {
	side  session.When
	files ui.Files
}

type caseLoaded struct {
	id  string
	c   *casefile.Case
	err error
}

// atOnce is how many files are read in one frame: a session takes some milliseconds.
const atOnce = 16

// Update implements [run.Program]. Dropped files are read a few at a time, as chosen
// ones are.
func (p *program) Update(msg ui.Msg) {
	if came, ok := msg.(desk.Came); ok {
		p.enqueue(batch{side: came.Side, files: came.Files})
		return
	}
	p.Program.Update(msg)
}

func (p *program) enqueue(b batch) {
	p.queue = append(p.queue, b)
	p.poke()
}

func (p *program) poke() {
	if p.wake != nil {
		p.wake()
	}
}

// Poll implements [run.Program].
func (p *program) Poll() (changed bool) {
	for p.arrived() {
		changed = true
	}
	for _, msg := range p.came {
		p.Program.Update(msg)
		changed = true
	}
	p.came = nil
	if changed && p.scans {
		_ = host.Scanned(p.Model.Heard()) // there may be no dialogue any more
	}
	if len(p.queue) == 0 {
		return changed
	}
	p.readSome()
	if len(p.queue) > 0 {
		p.poke()
	}
	return true
}

// arrived hands a case that has arrived to the model, if one has.
func (p *program) arrived() bool {
	select {
	case arrived := <-p.cases:
		msg := desk.CaseCame{ID: arrived.id}
		if arrived.err != nil {
			msg.Why = store.Reason(p.Model, arrived.err)
		} else {
			msg.Set = puzzle.New(arrived.c)
		}
		p.Program.Update(msg)
		return true
	default:
		return false
	}
}

// readSome hands the next files to the model.
func (p *program) readSome() {
	b := &p.queue[0]
	n := min(atOnce, len(b.files.List))
	some := desk.Came{Side: b.side, Files: ui.Files{List: b.files.List[:n]}}
	b.files.List = b.files.List[n:]
	if len(b.files.List) == 0 {
		some.Files.Left = b.files.Left
		p.queue = p.queue[1:]
	}
	for _, rest := range p.queue {
		some.Coming += len(rest.files.List)
	}
	p.Program.Update(some)
}

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
	view := settings.Canvas
	if plain {
		view = settings.PlainPage
	}
	p.Program.Update(desk.ViewChanged{View: view, Reason: viewReasons[why]})
}

var viewReasons = map[run.ViewReason]desk.ViewReason{run.Chosen: desk.Chosen, run.CanvasUnsupported: desk.CanvasUnsupported, run.ContextLost: desk.ContextLost}

// Failed implements [run.Program].
func (p *program) Failed(err error) { p.Program.Update(desk.ShowNotice{Text: err.Error()}) }

// do performs an effect. The teacher is told of a failure, and the page goes on.
func (p *program) do(e desk.Effect) {
	switch e := e.(type) {
	case desk.ChooseFiles:
		p.tell("trouble.file", host.ChooseFiles(desk.Limits, func(files ui.Files) {
			p.enqueue(batch{side: e.Side, files: files})
		}))
	case desk.OpenEntry:
		p.enter(e.Side)
	case desk.OpenCamera:
		p.scan(e.Side)
	case desk.OpenNaming:
		if name, ok := host.AskText(p.Model.Say("teacher.rename.ask"), e.Name); ok {
			p.Program.Update(desk.Named{File: e.File, Name: name})
		}
	case desk.LoadCase:
		go p.load(e.ID)
	case desk.LoadWords:
		p.speak(e.Lang)
	case desk.SaveFile:
		place, err := host.SaveFile(e.Name, e.MIME, e.Data)
		p.tell("trouble.file", err)
		if err == nil && place != "" {
			p.Program.Update(desk.ShowNotice{Text: p.Model.Say("save.done", "place", place)})
		}
	case desk.SaveSettings:
		p.tell("teacher.settings", p.saves.Save(store.SettingsKey, e.Data))
	case desk.Leave:
		p.home()
	case desk.PrintPage:
		p.tell("trouble.print", host.Print())
	}
}

// enter asks for codes that are typed or pasted.
func (p *program) enter(side session.When) {
	say := p.Model.Say
	p.tell("trouble.file", host.AskLines(host.Lines{
		Title: say("teacher.enter"), What: say("teacher.enter.what"), Label: say("teacher.enter.label"),
		Do: say("teacher.enter.do"), Cancel: say("teacher.dialog.cancel"),
	}, func(text string) { p.code(desk.CodesCame{Side: side, Text: text}) }))
}

// scan reads codes with the camera.
func (p *program) scan(side session.When) {
	say := p.Model.Say
	p.scans = true
	p.tell("trouble.file", host.Scan(host.Scanner{
		Title: say("teacher.scan"), What: say("teacher.scan.what"), Name: say("teacher.scan.name"), Done: say("teacher.scan.done"),
		Starting: say("teacher.scan.starting"), Looking: say("teacher.scan.looking"), Denied: say("teacher.scan.denied"),
		Absent: say("teacher.scan.absent"), Insecure: say("teacher.scan.insecure"), Unread: say("teacher.scan.reader"),
	}, func(text, name string) { p.code(desk.CodesCame{Side: side, Text: text, Name: name}) }))
}

func (p *program) code(msg desk.CodesCame) {
	p.came = append(p.came, msg)
	p.poke()
}

// load gets a case, which may wait for the network.
func (p *program) load(id string) {
	arrived := caseLoaded{id: id}
	if file := assets.File(id); file == "" {
		arrived.c, arrived.err = assets.Load(id)
	} else if data, err := host.FetchFile(file); err != nil {
		arrived.err = err
	} else {
		arrived.c, arrived.err = assets.Read(id, data)
	}
	p.cases <- arrived
	p.poke()
}

func (p *program) tell(key string, err error) {
	if err != nil {
		p.Program.Update(desk.ShowNotice{Text: p.Model.Say(key, "why", store.Reason(p.Model, err))})
	}
}
