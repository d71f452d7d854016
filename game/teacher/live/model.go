package live

import (
	"encoding/json"
	"net/url"
	"slices"
	"strings"
	"time"

	"holdtheline/assets"
	"holdtheline/game/teacher/frame"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
	"holdtheline/web/class/code"
)

// A Screen is one of those of an open class.
type Screen string

// The screens.
const (
	Door     Screen = "door"
	Question Screen = "question"
	Pupils   Screen = "pupils"
	Picture  Screen = "picture"
)

// screens are those of a class, in their order.
func screens() []Screen { return []Screen{Door, Question, Pupils, Picture} }

// A Model is everything that a screen is made from.
type Model struct {
	frame.Base
	o Options

	server server // whether there is a class server
	asked  plan   // for a new class
	busy   bool   // it is being opened
	kept   []kept // classes that this browser has opened
	notes  notes  // who is behind the pseudonyms, by class and seat
	now    time.Time

	class   *class // the one that is led, or nil
	entered string // the code of the class that is being entered
	secret  string // of that class or the one that is led, until it is left; may be empty
	at      Screen
	dialog  dialog
	subject string // the seat that a dialog is about
	ticket  ticket // of a new key
	sets    map[string]*puzzle.Set
}

// server is whether the page's server lets classes play.
type server int8

const (
	unknown server = iota
	present
	absent
	unreachable
)

// plan is what a new class is to play.
type plan struct {
	Case   string          `json:"case"`
	Length casefile.Length `json:"length"`
	Mode   session.Mode    `json:"mode"`
	Pace   string          `json:"pace"`
}

// kept is a class that this browser has opened. Nothing secret is in it.
type kept struct {
	Code string    `json:"code"`
	End  time.Time `json:"end"`
}

// notes are who is behind the pseudonyms: by code, by seat.
type notes map[string]map[string]string

type dialog int8

const (
	noDialog dialog = iota
	keyDialog
	removeDialog
	deleteDialog
	saveDialog
	elsewhereDialog
)

// Options are what the page starts with.
type Options struct {
	frame.Options
	// Address is that of the pupils' page, such as http://192.168.1.20:8081/.
	Address string
	// Code and Secret are of the class that the link names; either may be empty.
	Code, Secret string
	// Classes and Notes are what this browser has kept: see KeepClasses and KeepNotes.
	Classes, Notes []byte
	Now            time.Time
}

// New makes the model of a page before it knows anything of a server.
func New(o Options) *Model {
	m := &Model{
		Base: frame.NewBase(o.Options), o: o, now: o.Now, notes: notes{}, sets: map[string]*puzzle.Set{},
		asked: plan{Case: assets.DefaultCase, Length: casefile.Lesson, Mode: session.Practice, Pace: together},
	}
	// What can't be read is as good as nothing: it is written anew with the next class.
	_ = json.Unmarshal(o.Classes, &m.kept)
	_ = json.Unmarshal(o.Notes, &m.notes)
	if m.notes == nil {
		m.notes = notes{}
	}
	m.kept = slices.DeleteFunc(m.kept, func(k kept) bool {
		parsed, ok := code.Parse(k.Code)
		return !ok || parsed != k.Code || !k.End.After(m.now)
	})
	for class := range m.notes {
		if !slices.ContainsFunc(m.kept, func(k kept) bool { return k.Code == class }) {
			delete(m.notes, class)
		}
	}
	return m
}

// Init returns the effects of the start: the class of the link is entered, or else the
// page finds out whether there is a server for one.
func (m *Model) Init() []Effect {
	effects := []Effect{frame.Focus{Node: frame.HeadingID}}
	parsed, ok := code.Parse(m.o.Code)
	if !ok {
		return append(effects, look(), PutLink{})
	}
	m.entered, m.secret = parsed, m.o.Secret
	m.o.Secret = ""
	if m.secret == "" {
		return append(effects, m.enter(parsed)...)
	}
	// The address loses the secret before anything else happens.
	return append(effects, PutLink{Code: parsed}, signIn(parsed, m.secret))
}

// Leave returns the effects that end what the page does in the background.
func (m *Model) Leave() []Effect { return []Effect{Hush{}, KeepAwake{}, PutLink{}} }

// screen names the screen that is shown.
func (m *Model) screen() string {
	switch {
	case m.class != nil:
		return string(m.at)
	case m.entered != "":
		return "entering"
	}
	return "classes"
}

// Code is that of the class that is led, or empty.
func (m *Model) Code() string {
	if m.class == nil {
		return ""
	}
	return m.class.Code
}

// link is the address at which a pupil joins.
func (m *Model) link(codeOf string) string { return m.o.Address + "?class=" + codeOf }

// leadLink is the address at which another device leads the class, or empty where this
// page doesn't know the secret any more.
func (m *Model) leadLink() string {
	if m.secret == "" || m.o.Address == "" {
		return ""
	}
	return m.o.Address + "teacher.html#class=" + m.Code() + "&teacher=" + url.QueryEscape(m.secret)
}

// host is the address as it is typed.
func (m *Model) host() string {
	short := strings.TrimPrefix(strings.TrimPrefix(m.o.Address, "https://"), "http://")
	return strings.TrimSuffix(short, "/")
}
