package frame

import (
	"encoding/json"
	"errors"
	"strings"

	"holdtheline/assets/words"
	"holdtheline/game/settings"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/puzzle"
)

// HeadingID is the id that every screen's heading has.
const HeadingID = "heading"

// Options are what a room starts with.
type Options struct {
	Words     *words.Catalogue
	Settings  settings.Settings
	Spoken    []string      // the languages that the device prefers, as BCP 47 tags
	View      settings.View // asked for by the link; goes before the settings
	Unset     bool          // the canvas can't set the language: it is a plain page
	Notice    string        // a message to show at once
	Home      bool          // there is a first screen to go back to
	CanPrint  bool
	FixedText bool   // the room sets the size of its text itself
	Statement string // address of the accessibility statement, or empty
	Privacy   string // and of the page about what is kept where
	Lessons   string // and of the folder that has the lessons, with a slash at its end
}

// A Base is the part of a room's model that is the same in all of them.
type Base struct {
	Words  *words.Catalogue
	O      Options
	Chosen settings.Settings
	View   settings.View // the current one; empty on a desktop
	Notice string
	Said   string // by the status, once
	Focus  string // where the update that is under way sends the focus; else empty

	InSettings bool // their dialog is open

	awaited string // the language whose texts are on their way
	unset   bool   // the canvas can't set the language

	lost bool // the drawing was lost a moment ago

	heads   []*casefile.Case // in the language headsIn
	headsIn string
}

// NewBase returns the base of a new model.
func NewBase(o Options) Base {
	b := Base{Words: o.Words, O: o, Chosen: o.Settings, Notice: o.Notice, unset: o.Unset}
	if b.unset {
		b.Notice = strings.TrimSpace(b.Notice + " " + b.Say("view.script"))
	}
	return b
}

// Lang is the page's language, as a BCP 47 tag.
func (b *Base) Lang() string { return b.Words.Lang() }

// Catalogue is the texts of the page's language.
func (b *Base) Catalogue() *words.Catalogue { return b.Words }

// Say says a text of the page.
func (b *Base) Say(key string, args ...any) string { return b.Words.Say(key, args...) }

// Count says a text of the page about a number of things.
func (b *Base) Count(key string, n int, args ...any) string { return b.Words.Count(key, n, args...) }

// Tell says a text into which texts in other languages are put.
func (b *Base) Tell(key string, args ...any) words.Text { return b.Words.Tell(key, args...) }

// Title is a case's title in its own language, with the letter of a form.
func (b *Base) Title(c *casefile.Case) words.Text {
	lang := ""
	if c.Language != b.Lang() {
		lang = c.Language
	}
	title := words.In(lang, c.Title)
	if c.Form == "" {
		return title
	}
	return b.Tell("teacher.form", "title", title, "form", b.Say("teacher.form."+string(c.Form)))
}

// Settings returns the settings as they are chosen now.
func (b *Base) Settings() settings.Settings { return b.Chosen }

// FirstView is the view at the start: the link's, or else the one in the settings.
func (b *Base) FirstView() settings.View {
	if b.unset {
		return settings.PlainPage
	}
	if b.O.View != settings.AnyView {
		return b.O.View
	}
	return b.Chosen.View
}

// In says words of a question: those of the case in its language, the others in the
// page's.
func (b *Base) In(caseLang string, w puzzle.Message) words.Text {
	if caseLang == b.Lang() {
		caseLang = ""
	}
	all := make([]words.Text, len(w))
	for i, piece := range w {
		switch {
		case piece.Key != "" && piece.Count:
			all[i] = b.Words.TellCount(piece.Key, piece.N, b.args(caseLang, piece.Args)...)
		case piece.Key != "":
			all[i] = b.Tell(piece.Key, b.args(caseLang, piece.Args)...)
		case !piece.Date.IsZero():
			all[i] = words.In("", b.Words.Date(piece.Date))
		default:
			all[i] = words.In(caseLang, piece.Text)
		}
	}
	return words.Join("", all...)
}

// args says the words and dates among the arguments of a text. Every second argument
// is a value, and a string there is words of the case.
func (b *Base) args(caseLang string, given []any) []any {
	out := make([]any, len(given))
	for i, arg := range given {
		switch arg := arg.(type) {
		case puzzle.Message:
			out[i] = b.In(caseLang, arg)
		case edtf.Date:
			out[i] = b.Words.Date(arg)
		case string:
			out[i] = arg
			if i%2 == 1 {
				out[i] = words.In(caseLang, arg)
			}
		default:
			out[i] = arg
		}
	}
	return out
}

// Moved adds the effect that moves the focus, where the update that is under way does.
func (b *Base) Moved(effects []Effect) []Effect {
	if b.Focus == "" {
		return effects
	}
	effects, b.Focus = append(effects, Focus{Node: b.Focus}), ""
	return effects
}

// Answer answers the messages that every room takes. known is false for all others.
func (b *Base) Answer(msg ui.Msg) (effects []Effect, known bool) {
	switch msg := msg.(type) {
	case OpenSettings:
		b.InSettings, b.Focus = true, DialogHeadingID
	case CloseSettings:
		b.InSettings = false
	case GoHome:
		return []Effect{Leave{}}, true
	case ShowNotice:
		b.Notice = msg.Text
	case DismissNotice:
		b.Notice, b.lost = "", false
	case ViewChanged:
		b.viewChanged(msg)
	case WordsCame:
		return b.wordsCame(msg), true
	case SetTheme, SetText, SetMotion, SetView, SetLanguage:
		return b.adjust(msg), true
	default:
		return nil, false
	}
	return nil, true
}

func (b *Base) viewChanged(now ViewChanged) {
	b.View, b.lost = now.View, now.Reason == ContextLost
	switch now.Reason {
	case CanvasUnsupported:
		b.Notice = b.Say("teacher.no-drawing")
	case ContextLost:
		b.Notice = b.Say("teacher.lost")
	default:
		return
	}
	b.Said = b.Notice
}

// speak changes the language. One whose texts aren't part of the program is asked for
// first.
func (b *Base) speak(lang string) []Effect {
	w, err := words.Load(lang)
	switch {
	case errors.Is(err, words.ErrElsewhere):
		b.awaited = lang
		return []Effect{LoadWords{Lang: lang}}
	case err != nil:
		b.Notice = err.Error()
		return nil
	}
	return b.speakIn(w, false) // what comes with a program can be set, or there is no other view
}

// speakIn takes on the words of a language. Where the canvas can't set them, it goes on
// as a plain page.
func (b *Base) speakIn(w *words.Catalogue, unset bool) []Effect {
	b.awaited, b.Words, b.Said, b.unset = "", w, "", unset
	if b.View != settings.Canvas || !unset {
		return nil
	}
	b.Notice = b.Say("view.script")
	b.Said = b.Notice
	return []Effect{SwitchView{View: settings.PlainPage}}
}

// wordsCame takes on the words that were asked for, or says why they can't be had.
// Those of a language that is no longer wanted are left.
func (b *Base) wordsCame(came WordsCame) []Effect {
	switch {
	case came.Lang != b.awaited:
		return nil
	case came.Words == nil:
		b.awaited = ""
		b.Untranslated(came.Lang, came.Why)
		return nil
	}
	return b.speakIn(came.Words, came.Unset)
}

// adjust answers the messages that change a setting. An unknown value changes nothing.
func (b *Base) adjust(change ui.Msg) []Effect {
	s := b.Chosen
	var effects []Effect
	switch c := change.(type) {
	case SetTheme:
		s.Theme = settings.Known(settings.Themes(), c.Theme, s.Theme)
	case SetText:
		s.Text = settings.Known(settings.TextSizes(), c.Percent, s.Text)
	case SetMotion:
		s.Motion = settings.Known(settings.Motions(), c.Motion, s.Motion)
	case SetView:
		s.View = settings.Known(settings.Views(), c.View, s.View)
		effects = []Effect{SwitchView{View: s.View}} // even if it was chosen before: it may have failed then
	case SetLanguage:
		s.Lang = settings.Known(settings.Languages(), c.Lang, s.Lang)
		effects = b.speak(words.Match(append([]string{s.Lang}, b.O.Spoken...)...))
	}
	if s == b.Chosen {
		return effects
	}
	b.Chosen = s
	data, err := json.Marshal(s)
	if err != nil {
		b.Notice = err.Error()
		return effects
	}
	return append(effects, SaveSettings{Data: data})
}

// The messages that every room takes.
type (
	// OpenSettings opens the settings, and CloseSettings closes them.
	OpenSettings  struct{}
	CloseSettings struct{}
	// The others change one of them.
	SetTheme    struct{ Theme theme.Name }
	SetText     struct{ Percent int }
	SetMotion   struct{ Motion settings.Motion }
	SetLanguage struct{ Lang string }
	// WordsCame brings the texts that LoadWords asked for; no words, and why, where they
	// can't be had.
	WordsCame struct {
		Lang  string
		Words *words.Catalogue
		Unset bool // the canvas can't set them
		Why   string
	}
	// SetView asks for the other view; ViewChanged tells which one is on the screen.
	SetView     struct{ View settings.View }
	ViewChanged struct {
		View   settings.View
		Reason ViewReason
	}
	// GoHome goes back to the first screen of the program.
	GoHome struct{}
	// ShowNotice shows a message about a failure outside, and DismissNotice hides it.
	ShowNotice    struct{ Text string }
	DismissNotice struct{}
)

// ViewReason is the reason for a change of view.
type ViewReason int8

// The reasons.
const (
	Chosen            ViewReason = iota // by the teacher, or there was no reason for another
	CanvasUnsupported                   // the browser can't draw
	ContextLost                         // it could, and can't any more
)

// An Effect asks the program to do something outside.
type Effect any

// The effects that every room has.
type (
	// Focus moves the focus to a node of the screen that there is now.
	Focus struct{ Node string }
	// SwitchView changes to the other view.
	SwitchView struct{ View settings.View }
	// LoadWords asks for the texts of a language, which come as WordsCame.
	LoadWords struct{ Lang string }
	// SaveSettings keeps the settings.
	SaveSettings struct{ Data []byte }
	// Leave goes back to the first screen.
	Leave struct{}
	// PrintPage prints the screen.
	PrintPage struct{}
	// SaveFile hands a file to the teacher.
	SaveFile struct {
		Name, MIME string
		Data       []byte
	}
)
