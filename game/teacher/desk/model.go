package desk

import (
	"strings"

	"holdtheline/assets"
	"holdtheline/assets/words"
	"holdtheline/game/parts"
	"holdtheline/game/settings"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/compare"
	"holdtheline/quiz/puzzle"
)

// A Model is everything that a screen is made from.
type Model struct {
	words *words.Catalogue
	o     Options

	awaited  string // the language whose texts are on their way
	unset    bool   // the canvas can't set the language
	settings settings.Settings
	view     settings.View // the current one; empty on a desktop
	lost     bool          // the drawing was lost a moment ago

	files   []file // in the order in which they came
	numbers int    // files that there have been
	coming  int    // files that are still to be read
	coded   int    // codes that there have been
	heads   map[string]*casefile.Case
	sets    map[string]*puzzle.Set
	asked   map[string]bool // cases that are on their way

	comparing bool // the second screen is shown
	compared  compare.Comparison
	places    []places // of the compared pupils
	alone     *group   // the screen of one side's results is shown
	hidden    bool     // names are
	dialog    dialog

	notice string
	said   string
	focus  string // where the update that is under way sends the focus; else empty
}

// dialog is which dialog is open.
type dialog int8

const (
	noDialog dialog = iota
	settingsDialog
	saveDialog
)

// Options are what the page starts with.
type Options struct {
	Words     *words.Catalogue
	Settings  settings.Settings
	Spoken    []string      // the languages that the device prefers, as BCP 47 tags
	View      settings.View // asked for by the link; goes before the settings
	Notice    string        // a message to show at once
	Unset     bool          // the canvas can't set the language: it is a plain page
	CanChoose bool          // there is a dialogue to choose files with
	CanEnter  bool          // and ones to type codes and to photograph them
	CanPrint  bool          // and one to print
	Home      bool          // there is a first screen to go back to
	Statement string        // address of the accessibility statement, or empty
}

// New makes the model of a page without results.
func New(o Options) *Model {
	m := &Model{
		words: o.Words, o: o, settings: o.Settings, notice: o.Notice,
		heads: map[string]*casefile.Case{}, sets: map[string]*puzzle.Set{}, asked: map[string]bool{},
	}
	if m.unset = o.Unset; m.unset {
		m.notice = strings.TrimSpace(m.notice + " " + m.say("view.script"))
	}
	for _, head := range assets.Heads() {
		m.heads[head.ID] = head
	}
	return m
}

// Init returns the effects of the start.
func (m *Model) Init() []Effect { return []Effect{Focus{Node: headingID}} }

// Lang is the page's language, as a BCP 47 tag.
func (m *Model) Lang() string { return m.words.Lang() }

// Catalogue is the texts of the page's language.
func (m *Model) Catalogue() *words.Catalogue { return m.words }

// Say says a text of the page.
func (m *Model) Say(key string, args ...any) string { return m.words.Say(key, args...) }

// Heard is what was last announced.
func (m *Model) Heard() string { return m.said }

// Settings returns the settings as they are chosen now.
func (m *Model) Settings() settings.Settings { return m.settings }

// FirstView is the view at the start: the link's, or else the one in the settings,
// and the plain page where the canvas can't set the language.
func (m *Model) FirstView() settings.View {
	if m.unset {
		return settings.PlainPage
	}
	if m.o.View != settings.AnyView {
		return m.o.View
	}
	return m.settings.View
}

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

func (m *Model) say(key string, args ...any) string { return m.words.Say(key, args...) }

func (m *Model) count(key string, n int, args ...any) string {
	return m.words.Count(key, n, args...)
}

// tell says a text into which texts in other languages are put.
func (m *Model) tell(key string, args ...any) words.Text { return m.words.Tell(key, args...) }

func (m *Model) in(w puzzle.Message) string { return w.In(m.words) }

// The ids that other files refer to.
const (
	headingID       = "heading"
	dialogHeadingID = parts.DialogHeading
)
