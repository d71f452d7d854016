package desk

import (
	"holdtheline/game/teacher/frame"
	"holdtheline/quiz/compare"
	"holdtheline/quiz/puzzle"
)

// A Model is everything that a screen is made from.
type Model struct {
	frame.Base
	o Options

	files   []file // in the order in which they came
	numbers int    // files that there have been
	coming  int    // files that are still to be read
	coded   int    // codes that there have been
	sets    map[string]*puzzle.Set
	asked   map[string]bool // cases that are on their way

	comparing bool // the second screen is shown
	compared  compare.Comparison
	places    []places // of the compared pupils
	alone     *group   // the screen of one side's results is shown
	hidden    bool     // names are
	dialog    dialog
}

// dialog is which dialog is open.
type dialog int8

const (
	noDialog dialog = iota
	saveDialog
)

// Options are what the page starts with.
type Options struct {
	frame.Options
	CanChoose bool // there is a dialogue to choose files with
	CanEnter  bool // and ones to type codes and to photograph them
}

// New makes the model of a page without results.
func New(o Options) *Model {
	m := &Model{
		Base: frame.NewBase(o.Options), o: o,
		sets: map[string]*puzzle.Set{}, asked: map[string]bool{},
	}
	return m
}

// Init returns the effects of the start.
func (m *Model) Init() []Effect { return []Effect{frame.Focus{Node: frame.HeadingID}} }

// Heard is what was last announced.
func (m *Model) Heard() string { return m.Said }

// screen names the screen.
func (m *Model) screen() string {
	switch {
	case m.comparing:
		return "compared"
	case m.alone != nil:
		return "group"
	}
	return "results"
}

func (m *Model) in(w puzzle.Message) string { return w.In(m.Words) }
