package main

import (
	"holdtheline/assets/words"
	"holdtheline/game/languages"
	"holdtheline/game/settings"
	"holdtheline/game/teacher/begin"
	"holdtheline/game/toolkit/host"
	"holdtheline/game/toolkit/run"
)

// A front is the program: the room that is open, and the way from one to another.
type front struct {
	room
	start start
	wake  func()

	arrived chan heard // texts of languages that were asked for

	known bool // which view is on the screen
	plain bool
}

// newFront opens the room of the link: a class, a choice by name, files that were given,
// or else the first screen.
func newFront(s start) *front {
	f := &front{start: s, arrived: make(chan heard, len(words.Languages()))}
	f.start.speak = func(lang string) { go f.fetch(lang) }
	f.start.poke, f.start.choose, f.start.home = f.poke, f.choose, f.home
	link := host.Fragment()
	first := f.start
	first.code, first.secret = link["class"], link["teacher"]
	_, named := rooms[begin.Choice(s.link[begin.Key])]
	switch {
	case first.code != "":
		f.room = lead(first)
	case s.link[playKey] == playTogether:
		f.room = openTogether(first)
	case len(s.given) > 0:
		f.room = compare(first)
	case named:
		f.room = rooms[begin.Choice(s.link[begin.Key])](first)
	default:
		f.room = beginning(first)
	}
	f.start.given, f.start.notice = nil, ""
	_ = host.OnFragment(func() { // without a page there are no links
		if link := host.Fragment(); link["class"] != "" {
			to := f.fresh()
			to.code, to.secret = link["class"], link["teacher"]
			f.open(lead(to))
			f.poke()
		}
	})
	return f
}

// A heard is the texts of a language that were asked for, or why they can't be had.
type heard struct {
	lang  string
	words *words.Catalogue
	unset bool // the canvas can't set them
	why   string
}

// fetch gets the texts of a language, which may wait for the network.
func (f *front) fetch(lang string) {
	h := heard{lang: lang}
	w, err := languages.Load(lang)
	if err != nil {
		h.why = err.Error()
	} else {
		h.words = w
	}
	f.arrived <- h
	f.poke()
}

// Poll implements [run.Program]: the texts of a language may have arrived.
func (f *front) Poll() (changed bool) {
	select {
	case h := <-f.arrived:
		h.unset = h.words != nil && !h.words.Fits(f.start.canSet)
		f.room.hear(h)
		changed = true
	default:
	}
	return f.room.Poll() || changed
}

func (f *front) poke() {
	if f.wake != nil {
		f.wake()
	}
}

// firstView is the view at the start: the link's, or else the one in the settings, and
// the plain page where the canvas can't set the language.
func (f *front) firstView() settings.View {
	if f.start.unset() {
		return settings.PlainPage
	}
	if f.start.view != settings.AnyView {
		return f.start.view
	}
	return f.start.chosen.View
}

// fresh is what a room starts with now: in the settings and the language that were
// chosen meanwhile.
func (f *front) fresh() start {
	s := f.start
	s.chosen = f.settings()
	s.view = settings.AnyView
	s.words = f.room.words()
	return s
}

// open goes into a room, and leaves the one before.
func (f *front) open(r room) {
	f.leave()
	f.room = r
	if f.known {
		f.room.ViewChanged(f.plain, run.Chosen)
	}
}

func (f *front) choose(c begin.Choice) {
	if room, ok := rooms[c]; ok {
		_ = host.SetLink(begin.Key, string(c)) // the address is a convenience
		f.open(room(f.fresh()))
	}
}

func (f *front) home() {
	_ = host.SetLink(begin.Key, "")
	f.open(beginning(f.fresh()))
}

// ViewChanged implements [run.Program].
func (f *front) ViewChanged(plain bool, why run.ViewReason) {
	f.known, f.plain = true, plain
	f.room.ViewChanged(plain, why)
}
