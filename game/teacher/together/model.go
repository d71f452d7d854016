package together

import (
	"slices"

	"holdtheline/assets"
	"holdtheline/assets/words"
	"holdtheline/game/settings"
	"holdtheline/game/sources"
	"holdtheline/game/teacher/frame"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/evidence"
	"holdtheline/quiz/hands"
	"holdtheline/quiz/puzzle"
)

// A Model is everything that a screen is made from: the class, and a little that is not
// saved, such as which dialog is open.
type Model struct {
	frame.Base
	o Options

	// The choices of the first screen.
	caseID string
	length casefile.Length

	class  *hands.Class // nil until one has begun
	titles map[string]string
	voice  sources.Voice

	inHand  casefile.Verdict // that was counted last on this slide; empty for none
	lifted  string           // the card that was picked up by a press
	dialog  dialog
	reading string // the source that the dialog of the desk shows; empty for the list
	number  int    // what was typed so far; -1 for nothing
	waiting bool   // for the case
}

// dialog is which dialog is open.
type dialog int8

const (
	noDialog dialog = iota
	deskDialog
	handsDialog  // a number of hands
	pupilsDialog // a number of pupils
	keysDialog
	anewDialog
)

// Options are what the page starts with.
type Options struct {
	frame.Options

	Case   string          // chosen by the link; empty leaves the choice to the teacher
	Length casefile.Length // likewise; lesson where empty
	// Saved tells of which classes something is saved.
	Saved func(id string, length casefile.Length) bool
}

// New makes the model of a page where no class has begun.
func New(o Options) *Model {
	o.FixedText = true // it is as large as the window allows
	m := &Model{
		Base: frame.NewBase(o.Options), o: o, caseID: assets.DefaultCase,
		length: settings.Known(lengths(), o.Length, casefile.Lesson), number: noNumber,
	}
	if slices.Contains(m.stories(), o.Case) {
		m.caseID = o.Case
	}
	return m
}

func lengths() []casefile.Length {
	return []casefile.Length{casefile.Quick, casefile.Lesson, casefile.Full}
}

// stories are the ids of the cases that a class can play; a test is for pupils alone.
func (m *Model) stories() []string {
	ids := []string{assets.DefaultCase}
	for _, head := range m.Heads() {
		if head.Form == "" && head.ID != assets.DefaultCase {
			ids = append(ids, head.ID)
		}
	}
	return ids
}

// Init returns the effects of the start.
func (m *Model) Init() []Effect {
	effects := []Effect{frame.Focus{Node: frame.HeadingID}}
	if slices.Contains(m.stories(), m.o.Case) {
		m.waiting = true
		effects = append(effects, m.open(false))
	}
	return effects
}

func (m *Model) open(anew bool) Effect {
	return OpenClass{Case: m.caseID, Length: m.length, Anew: anew, Lang: m.Lang()}
}

// Class returns the class, or nil while none has begun.
func (m *Model) Class() *hands.Class { return m.class }

// screen names the screen. Every slide is one, so that reading begins at its top.
func (m *Model) screen() string {
	if m.class == nil {
		return "start"
	}
	return m.class.Slide().ID
}

// take takes on a class.
func (m *Model) take(c *hands.Class) {
	m.class, m.titles = c, sources.Titles(c.Set().Case())
	m.caseID, m.length = c.Config().Case, c.Config().Length
	m.setVoice()
}

func (m *Model) setVoice() {
	m.voice = sources.Voice{Words: m.Words}
	if m.class != nil && m.caseFile().Language != m.Words.Lang() {
		m.voice.Lang = m.caseFile().Language
	}
}

func (m *Model) caseFile() *casefile.Case { return m.class.Set().Case() }

// desk makes the cards of sources.
func (m *Model) desk() sources.Desk {
	return sources.Desk{Voice: m.voice, Case: m.caseFile(), Titles: m.titles, Public: m.public, Asks: m.asksLater, Rests: true}
}

func (m *Model) public(ref string, at edtf.Date) bool {
	return at.IsZero() || m.class.Set().Evidence().PublicBy(ref, at)
}

// asksLater tells whether a board that the class hasn't done yet asks something of a
// source.
func (m *Model) asksLater(source string, what puzzle.Aspect) bool {
	for _, s := range m.class.Deck() {
		if s.Part != hands.Line || m.class.Seen(s.Item, hands.Line) {
			continue
		}
		if item, ok := m.class.Set().Item(s.Item); ok && slices.Contains(item.Asks(), puzzle.Asked{Source: source, What: what}) {
			return true
		}
	}
	return false
}

// beat is the moment that a slide belongs to, or nil.
func (m *Model) beat(s hands.Slide) *casefile.Beat {
	for r := range m.caseFile().Rooms {
		beats := m.caseFile().Rooms[r].Beats
		for b := range beats {
			if beats[b].ID == s.Step {
				return &beats[b]
			}
		}
	}
	return nil
}

// verdict is what a slide asks, if it asks for a verdict.
func (m *Model) verdict(s hands.Slide) (*puzzle.Verdict, bool) {
	r, ok := m.class.Result(s.Item)
	return r.Verdict, ok
}

func (m *Model) board(s hands.Slide) (*puzzle.Order, bool) {
	item, _ := m.class.Set().Item(s.Item)
	o, ok := item.(*puzzle.Order)
	return o, ok
}

// round is which count a slide makes, or 0.
func round(s hands.Slide) int {
	switch s.Part {
	case hands.Vote:
		return hands.First
	case hands.Revote:
		return hands.Second
	}
	return 0
}

// onDesk lists the sources that have come in by a moment, whether the class's length
// passes through their beats or not, and the tabs of the moment itself; the latest
// first.
func (m *Model) onDesk(beat *casefile.Beat) (came, tabs []string) {
	for _, room := range m.caseFile().Rooms {
		for i := range room.Beats {
			came = append(came, room.Beats[i].Arrivals...)
			if beat != nil && room.Beats[i].ID == beat.ID {
				slices.Reverse(came)
				return came, beat.Tabs
			}
		}
	}
	slices.Reverse(came)
	return came, nil
}

func sourceOf(ref string) string { return evidence.SourceOf(ref) }

func (m *Model) told(text string) words.Text { return m.voice.Told(text) }

// stampName is what a verdict is called on its stamp, and means what it means.
func (m *Model) stampName(v casefile.Verdict) words.Text {
	return m.voice.In(puzzle.Stamp(m.caseFile(), v))
}

func (m *Model) means(v casefile.Verdict) words.Text {
	return m.voice.In(puzzle.Means(m.caseFile(), v))
}

// The ids that other files refer to.
const (
	cardHeadingID = "news.title" // of the card that is a slide
	enterID       = "number.enter"
	bodyID        = "body"
)

// noNumber is that no digit was typed.
const noNumber = -1
