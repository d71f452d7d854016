package main

import (
	"holdtheline/assets"
	"holdtheline/assets/words"
	"holdtheline/game/settings"
	"holdtheline/game/store"
	"holdtheline/game/teacher/begin"
	"holdtheline/game/teacher/desk"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/toolkit/host"
	"holdtheline/game/toolkit/run"
)

// rooms make the room of each choice of the first screen.
var rooms = map[begin.Choice]func(start) room{
	begin.Lead:     func(s start) room { return lead(s) },
	begin.Together: func(s start) room { return openTogether(s) },
	begin.Compare:  func(s start) room { return compare(s) },
}

// A room is a part of the program with a screen, or several, of its own.
type room interface {
	run.Program
	// settings are what is chosen now.
	settings() settings.Settings
	// leave ends what the room does in the background.
	leave()
}

// A start is what a room starts with.
type start struct {
	words  *words.Catalogue
	chosen settings.Settings
	spoken []string
	view   settings.View // asked for by the link
	saves  store.Store
	link   map[string]string
	given  []batch
	poke   func()             // has the program polled
	choose func(begin.Choice) // goes into another room
	home   func()             // goes back to the first screen
	// code and secret are of the class that the link names; either may be empty.
	code, secret string
}

// frame are the options of a room that is built on package frame.
func (s start) frame() frame.Options {
	return frame.Options{
		Words: s.words, Settings: s.chosen, Spoken: s.spoken, View: s.view, Home: true,
		CanPrint: host.CanChooseFiles(), Statement: host.Address(assets.Statement), Privacy: host.Address(assets.Privacy),
	}
}

// compare makes the room that sets results from before and after side by side.
func compare(s start) *program {
	model := desk.New(desk.Options{
		Words: s.words, Settings: s.chosen, Spoken: s.spoken, View: s.view, Home: true,
		CanChoose: host.CanChooseFiles(), CanPrint: host.CanChooseFiles(), Statement: host.Address(assets.Statement),
	})
	p := &program{
		Program: desk.NewProgram(model), saves: s.saves, queue: s.given, wake: s.poke, home: s.home,
		cases: make(chan caseLoaded, len(assets.Cases())),
	}
	p.Do = p.do
	return p
}

func (p *program) settings() settings.Settings { return p.Model.Settings() }

// leave does nothing: what is still to be read of files goes with the room.
func (p *program) leave() {}
