package main

import (
	"holdtheline/game/teacher/desk"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/toolkit/host"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/session"
)

// A comparing is the room that sets results from before and after side by side.
type comparing struct {
	framed
	model *desk.Model

	queue []batch          // files that are still to be read
	came  []desk.CodesCame // codes that are still to be read
	scans bool             // the camera's dialogue waits to be told what became of its code
}

// A batch is files for one side, or for none.
type batch struct {
	side  session.When
	files ui.Files
}

// atOnce is how many files are read in one frame: a session takes some milliseconds.
const atOnce = 16

// compare makes the room.
func compare(s start) *comparing {
	m := desk.New(desk.Options{Options: s.frame(), CanChoose: host.CanChooseFiles(), CanEnter: host.CanEnter()})
	p := &comparing{framed: newFramed(s, m), model: m, queue: s.given}
	p.Do = p.perform
	p.Start()
	return p
}

// leave does nothing: what is still to be read of files goes with the room.
func (p *comparing) leave() {}

// Update implements [run.Program]. Dropped files are read a few at a time, as chosen
// ones are.
func (p *comparing) Update(msg ui.Msg) {
	if came, ok := msg.(desk.Came); ok {
		p.enqueue(batch{side: came.Side, files: came.Files})
		return
	}
	p.Program.Update(msg)
}

func (p *comparing) enqueue(b batch) {
	p.queue = append(p.queue, b)
	p.start.poke()
}

// Poll implements [run.Program].
func (p *comparing) Poll() (changed bool) {
	for p.takeCase() {
		changed = true
	}
	for _, msg := range p.came {
		p.Program.Update(msg)
		changed = true
	}
	p.came = nil
	if changed && p.scans {
		_ = host.Scanned(p.model.Heard()) // there may be no dialogue any more
	}
	if len(p.queue) == 0 {
		return changed
	}
	p.readSome()
	if len(p.queue) > 0 {
		p.start.poke()
	}
	return true
}

// readSome hands the next files to the model.
func (p *comparing) readSome() {
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

// perform performs an effect.
func (p *comparing) perform(e frame.Effect) {
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
	default:
		p.do(e)
	}
}

// enter asks for codes that are typed or pasted.
func (p *comparing) enter(side session.When) {
	say := p.Model.Say
	p.tell("trouble.file", host.AskLines(host.Lines{
		Title: say("teacher.enter"), What: say("teacher.enter.what"), Label: say("teacher.enter.label"),
		Do: say("teacher.enter.do"), Cancel: say("teacher.dialog.cancel"),
	}, func(text string) { p.code(desk.CodesCame{Side: side, Text: text}) }))
}

// scan reads codes with the camera.
func (p *comparing) scan(side session.When) {
	say := p.Model.Say
	p.scans = true
	p.tell("trouble.file", host.Scan(host.Scanner{
		Title: say("teacher.scan"), What: say("teacher.scan.what"), Name: say("teacher.scan.name"), Done: say("teacher.scan.done"),
		Starting: say("teacher.scan.starting"), Looking: say("teacher.scan.looking"), Denied: say("teacher.scan.denied"),
		Absent: say("teacher.scan.absent"), Insecure: say("teacher.scan.insecure"), Unread: say("teacher.scan.reader"),
	}, func(text, name string) { p.code(desk.CodesCame{Side: side, Text: text, Name: name}) }))
}

func (p *comparing) code(msg desk.CodesCame) {
	p.came = append(p.came, msg)
	p.start.poke()
}
