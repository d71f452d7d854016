package main

import (
	"strings"

	"holdtheline/assets"
	"holdtheline/assets/words"
	"holdtheline/game/settings"
	"holdtheline/game/store"
	"holdtheline/game/teacher/begin"
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
	// words are those of the language that is spoken now, and hear brings those that
	// were asked for.
	words() *words.Catalogue
	hear(heard)
	// leave ends what the room does in the background.
	leave()
}

// A start is what a room starts with.
type start struct {
	words  *words.Catalogue
	notice string                 // why they aren't those that were asked for
	speak  func(lang string)      // asks for the texts of a language
	canSet func(text string) bool // what the canvas can set
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
		Words: s.words, Unset: s.unset(), Notice: s.notice, Settings: s.chosen, Spoken: s.spoken, View: s.view, Home: true,
		CanPrint: host.CanChooseFiles(), Statement: host.Address(assets.Statement), Privacy: host.Address(assets.Privacy),
		Lessons: strings.TrimSuffix(host.Address(assets.Privacy), assets.Privacy),
	}
}

// unset tells whether the canvas can't set the language.
func (s start) unset() bool { return !s.words.Fits(s.canSet) }
