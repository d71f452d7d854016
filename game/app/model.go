package app

import (
	"strings"

	"holdtheline/assets/words"
	"holdtheline/game/classroom"
	"holdtheline/game/sources"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// A Model is everything that a screen is made from: the case, the session so
// far, and a little that is not saved, such as which dialog is open. All that a
// player would miss is in the session's log.
type Model struct {
	set    *puzzle.Set
	words  *words.Catalogue
	locale edtf.Locale

	session  *session.Session // nil until a game has begun
	written  written          // the session as it was last saved
	handed   handed           // the finished session as a code
	reported reported         // the report on it

	settings Settings
	canPlay  bool              // sounds can be played here
	canCopy  bool              // text can be copied
	spoken   []string          // the languages that the device prefers
	awaited  string            // the language whose texts are on their way
	caseLang string            // the case's language, where it is another than the interface's
	titles   map[string]string // of the case's sources, as players read them
	showing  showing           // canvas or plain page

	// The choices of the briefing.
	length casefile.Length
	mode   session.Mode
	seed   uint64
	saved  map[Variant]*session.Session // saved games to continue
	shelf  []Shelved                    // the cases to choose from
	test   Test                         // what the link says of a test

	class    *class // that the game is played in; nil at home
	joinable bool   // the site's server lets classes play
	code     string // of a class, as far as it is entered

	item         string // the question that is shown; "" for the first unanswered
	lifted       string // the card that was picked up by a press
	dialog       dialog
	reading      string  // the source that the reading dialog shows
	review       bool    // the debrief shows every answer
	sharing      sharing // whether the device can share a picture
	asked        bool    // the player tried to hand in an untouched deal
	sheet        string  // address of the case on paper
	access       string  // address of the accessibility statement
	notice       string  // a message about something outside that went wrong
	upgrade      upgrade
	upgradeCases []string // the fingerprints of the new version's cases
	said         string   // the last announcement
	focus        string   // where the update that is under way sends the focus; else empty
}

// sharing tells whether the device can share pictures. The question is asked when
// the answer is first needed, since some browsers take a while to give it.
type sharing int8

const (
	sharingUnasked sharing = iota
	sharingImpossible
	sharingPossible
)

// dialog is which dialog is open.
type dialog int8

const (
	noDialog dialog = iota
	readingDialog
	menuDialog
	saveDialog
	markingDialog
	settingsDialog
	restartDialog
	helpDialog
	wordsDialog
	legendDialog
	halvesDialog
	shelfDialog
	conflictDialog
	giveDialog
	joinDialog
	partedDialog
)

// Options are what a game starts with.
type Options struct {
	Words  *words.Catalogue
	Length casefile.Length // chosen at the briefing at first; lesson when empty
	Mode   session.Mode    // likewise; practice when empty
	Seed   uint64          // deals the cards; the same seed deals the same
	Notice string          // a message to show at once, such as a damaged save

	Settings Settings // DefaultSettings where the player has chosen none
	Spoken   []string // the languages that the device prefers, as BCP 47 tags
	// The canvas can't set what the interface says, or the case: that is a plain page.
	WordsUnset, CaseUnset bool
	CanPlay               bool // sounds can be played here: the player may switch them on
	CanCopy               bool // text can be copied here
	View                  View // asked for by the link; goes before the settings

	Worksheet string // address of the case on paper; empty where there is none
	Statement string // address of the accessibility statement; likewise

	Shelf []Shelved // the cases that there are, this one among them

	Test Test // for a case that is a form of a test

	Class *Classmate // for a game in a class

	Saved  map[Variant]*session.Session // saved games of this case, by how they are played
	Resume bool                         // go on with the saved game of Length and Mode at once
}

// A Variant is how a case is played. There is one saved game for each. In a class only
// Class is set: the class has one way to play.
type Variant struct {
	Length casefile.Length
	Mode   session.Mode
	When   session.When // of a test
	Class  string       // the code of the class that it is played in; empty at home
}

// New makes the model of a game at its briefing, or of a saved game where the
// player left it.
func New(set *puzzle.Set, o Options) *Model {
	m := &Model{
		set: set, titles: sources.Titles(set.Case()),
		length: o.Length, mode: o.Mode, seed: o.Seed, notice: o.Notice, shelf: o.Shelf, test: o.Test,
		settings: o.Settings, canPlay: o.CanPlay, canCopy: o.CanCopy, spoken: o.Spoken, saved: map[Variant]*session.Session{},
	}
	m.setWords(o.Words)
	if m.settings == (Settings{}) {
		m.settings = DefaultSettings()
	}
	m.class = newClass(o.Class)
	m.showing.asked, m.sheet, m.access = o.View, o.Worksheet, o.Statement
	m.showing.wordsUnset, m.showing.caseUnset = o.WordsUnset, o.CaseUnset
	if m.unset() && m.chosenView() != PlainPage {
		m.showing.forced = true
		m.notice = strings.TrimSpace(m.notice + " " + m.say("view.script"))
	}
	for variant, s := range o.Saved {
		m.saved[variant] = s
	}
	if m.length == "" {
		m.length = casefile.Lesson
	}
	if m.mode == "" {
		m.mode = session.Practice
	}
	if set.Case().Form != "" {
		m.length, m.mode = casefile.Lesson, session.Test
	} else {
		m.test = Test{}
	}
	if o.Resume {
		m.session = m.saved[m.variant()]
	}
	m.handed.of(m.session)
	m.keepReport()
	return m
}

// Init returns the effects of the start, before the first message.
func (m *Model) Init() []Effect { return []Effect{Focus{Node: headingID}} }

// Prepare makes what later screens need and the first one doesn't, so that no press
// has to wait for it.
func (m *Model) Prepare() { m.set.Items() }

// variant is the one chosen at the briefing.
func (m *Model) variant() Variant {
	if m.class != nil {
		return Variant{Class: m.class.Class.Code}
	}
	v := Variant{Length: m.length, Mode: m.mode}
	if m.mode == session.Test {
		v.When = m.test.When
	}
	return v
}

// Saved is the saved game of how the case is to be played, or nil.
func (m *Model) Saved() *session.Session { return m.saved[m.variant()] }

// Session is the game being played, or nil at the briefing of a new one.
func (m *Model) Session() *session.Session { return m.played() }

// Case is the case that is played.
func (m *Model) Case() *casefile.Case { return m.caseFile() }

func (m *Model) caseFile() *casefile.Case { return m.set.Case() }

// step is where the player is.
func (m *Model) step() session.Step { return m.session.Step() }

// current is the question of this step that is shown: the one chosen, or the
// first that is not answered yet, or the last.
func (m *Model) current() puzzle.Item {
	items := m.step().Items
	id := ""
	for _, candidate := range items {
		if candidate == m.item {
			id = candidate
		}
	}
	if id == "" {
		for _, candidate := range items {
			if !m.session.Answered(candidate) {
				id = candidate
				break
			}
		}
	}
	if id == "" && len(items) > 0 {
		id = items[len(items)-1]
	}
	item, _ := m.set.Item(id)
	return item
}

// screen names the screen: it changes exactly when a player would say that
// something else is shown now.
func (m *Model) screen() string {
	switch {
	case m.session == nil || m.step().Kind == session.BriefingStep:
		return "briefing"
	case m.step().Kind == session.DebriefStep && m.review:
		return "review"
	case m.step().Kind == session.DebriefStep:
		return "debrief"
	case m.phase() == classroom.Discuss:
		return m.step().ID + discussing
	}
	return m.step().ID
}
