package launch_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"holdtheline/assets"
	"holdtheline/game/app"
	"holdtheline/game/launch"
	"holdtheline/game/store"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/session"
)

func now() time.Time { return time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC) }

// memory is a store in memory that records what was archived.
type memory struct {
	kept  map[string][]byte
	aside map[string][]byte
	err   error
}

func newMemory() *memory { return &memory{kept: map[string][]byte{}, aside: map[string][]byte{}} }

func (m *memory) Load(key string) ([]byte, error) {
	if m.err != nil {
		return nil, m.err
	}
	data, ok := m.kept[key]
	if !ok {
		return nil, store.ErrAbsent
	}
	return data, nil
}

func (m *memory) Save(key string, data []byte) error {
	if m.err == nil {
		m.kept[key] = data
	}
	return m.err
}

func (m *memory) Archive(key string) error {
	if m.err == nil {
		m.aside[key] = m.kept[key]
		delete(m.kept, key)
	}
	return m.err
}

func TestRead(t *testing.T) {
	tests := []struct {
		name   string
		link   map[string]string
		length casefile.Length
		mode   session.Mode
		seed   uint64
		notice string // a word of the notice; empty when there is none
	}{
		{"nothing asked for", nil, "", "", 99, ""},
		{"everything", map[string]string{"case": "the-call", "length": "full", "mode": "assessment", "seed": "12", "view": "canvas", "lang": "en"}, "full", "assessment", 12, ""},
		{"an unknown case", map[string]string{"case": "nothing"}, "", "", 99, "nothing"},
		{"an unknown length", map[string]string{"length": "endless", "seed": "3"}, "", "", 3, "endless"},
		{"an unknown mode", map[string]string{"mode": "hard"}, "", "", 99, "hard"},
		{"a seed that is no number", map[string]string{"seed": "-1"}, "", "", 99, "-1"},
		{"a seed too large", map[string]string{"seed": "99999999999999999999"}, "", "", 99, "9999"},
		{"an unknown view", map[string]string{"view": "3d"}, "", "", 99, "3d"},
		{"an unknown language", map[string]string{"lang": "../en"}, "", "", 99, "../en"},
		{"keys of others", map[string]string{"utm_source": "x"}, "", "", 99, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			w, err := launch.Read(test.link, 99, launch.Device{})
			if err != nil {
				t.Fatal(err)
			}
			if w.Case != "the-call" || w.Length != test.length || w.Mode != test.mode || w.Seed != test.seed {
				t.Errorf("Read = %+v", w)
			}
			notices := strings.Join(w.Notices, " ")
			if test.notice == "" && notices != "" {
				t.Errorf("there is a notice: %s", notices)
			}
			if !strings.Contains(notices, test.notice) {
				t.Errorf("the notice %q does not name %q", notices, test.notice)
			}
		})
	}
}

func openCase(t *testing.T, params launch.Params, saves store.Store) *app.Model {
	t.Helper()
	c, err := assets.Load(params.Case)
	if err != nil {
		t.Fatal(err)
	}
	return launch.Open(c, params, saves)
}

func open(t *testing.T, link map[string]string, saves store.Store) *app.Model {
	t.Helper()
	w, err := launch.Read(link, 1, launch.Device{})
	if err != nil {
		t.Fatal(err)
	}
	return openCase(t, w, saves)
}

// saved begins a game and returns the store with it.
func saved(t *testing.T) *memory {
	t.Helper()
	saves := newMemory()
	m := open(t, map[string]string{"length": "quick", "seed": "5"}, saves)
	for _, e := range m.Update(app.Began{At: now()}) {
		if s, ok := e.(app.SaveSession); ok {
			saves.kept[launch.Key("the-call", s.Variant)] = s.Data
		}
	}
	return saves
}

func screen(m *app.Model) string {
	return m.View(ui.Viewport{Width: 1366, Height: 768, Text: 1}).ID
}

func texts(n *ui.Node) string {
	out := ""
	for _, s := range n.Text {
		out += s.Text + " "
	}
	for _, c := range n.Children {
		out += texts(c)
	}
	return out
}

func TestAGameUnderWayIsResumed(t *testing.T) {
	saves := saved(t)
	if got := screen(open(t, nil, saves)); got == "screen.briefing" {
		t.Error("the saved game was not gone on with")
	}
	if got := screen(open(t, map[string]string{"seed": "6"}, saves)); got != "screen.briefing" {
		t.Errorf("a link with another seed went on with the saved game: %s", got)
	}
	if got := screen(open(t, map[string]string{"length": "full"}, saves)); got != "screen.briefing" {
		t.Errorf("a link with another length went on with the saved game: %s", got)
	}
}

func TestADamagedGameKeepsItsValidStart(t *testing.T) {
	saves := saved(t)
	key := launch.Key("the-call", app.Variant{Length: casefile.Quick, Mode: session.Practice})
	whole := string(saves.kept[key])
	saves.kept[key] = []byte(whole + `{"do":"answ`)
	m := open(t, nil, saves)
	if screen(m) == "screen.briefing" {
		t.Error("the good start was not gone on with")
	}
	if string(saves.kept[key]) != whole {
		t.Error("the good start was not saved again")
	}
	if len(saves.aside) != 1 {
		t.Error("the damaged game was not put aside")
	}
	if !strings.Contains(texts(m.View(ui.Viewport{Width: 1366, Height: 768})), "damaged") {
		t.Error("the player is not told")
	}
}

func TestAnUnreadableGameIsArchivedWithANotice(t *testing.T) {
	key := launch.Key("the-call", app.Variant{Length: casefile.Full, Mode: session.Assessment})
	for _, garbage := range []string{"", "\x00\x01", "{}", "[]", `{"do":"started","config":{"format":1,"case":"other"}}` + "\n", strings.Repeat("x", 1<<20)} {
		saves := newMemory()
		saves.kept[key] = []byte(garbage)
		m := open(t, nil, saves)
		if screen(m) != "screen.briefing" {
			t.Errorf("%.20q: the game does not begin at its briefing", garbage)
		}
		if string(saves.aside[key]) != garbage {
			t.Errorf("%.20q was not put aside", garbage)
		}
		if len(m.View(ui.Viewport{Width: 400, Height: 800}).Children) == 0 {
			t.Error("the screen is blank")
		}
	}
}

func TestWithoutStorageTheGamePlaysOn(t *testing.T) {
	for _, err := range []error{store.ErrForbidden, store.ErrFull} {
		m := open(t, nil, &memory{err: err})
		if !strings.Contains(texts(m.View(ui.Viewport{Width: 1366, Height: 768})), "can’t be saved") {
			t.Errorf("with %v the player is not told", err)
		}
		m.Update(app.Began{At: now()})
		if screen(m) == "screen.briefing" {
			t.Errorf("with %v the game does not begin", err)
		}
	}
}

func TestLanguagePrecedence(t *testing.T) {
	chosen := func(lang string) app.Settings {
		s := app.DefaultSettings()
		s.Lang = lang
		return s
	}
	for _, test := range []struct {
		name   string
		link   string
		device launch.Device
		want   string
		notice bool
	}{
		{"nothing known", "", launch.Device{}, "en", false},
		{"the device's", "", launch.Device{Spoken: []string{"fr", "de-CH"}}, "de", false},
		{"the player's choice before the device's", "", launch.Device{Settings: chosen("en"), Spoken: []string{"de"}}, "en", false},
		{"the link before both", "de", launch.Device{Settings: chosen("en"), Spoken: []string{"en"}}, "de", false},
		{"a kind of one that there is", "de-AT", launch.Device{}, "de", false},
		{"one that isn't there leaves the others", "tlh", launch.Device{Settings: chosen("de")}, "de", true},
	} {
		params, err := launch.Read(map[string]string{"lang": test.link}, 1, test.device)
		if err != nil {
			t.Fatal(err)
		}
		if got := params.Words.Lang(); got != test.want {
			t.Errorf("%s: the game speaks %s, want %s", test.name, got, test.want)
		}
		if got := len(params.Notices) > 0; got != test.notice {
			t.Errorf("%s: notices %q", test.name, params.Notices)
		}
	}
}

// The link's language is for the visit only and changes no setting.
func TestTheLinksLanguageChangesNoSetting(t *testing.T) {
	saves := newMemory()
	m := open(t, map[string]string{"lang": "de"}, saves)
	if m.Lang() != "de" || m.Settings().Lang != "" {
		t.Errorf("the game speaks %s with the setting %q", m.Lang(), m.Settings().Lang)
	}
}

func TestWhyNothingIsKeptIsSaidInThePlayersLanguage(t *testing.T) {
	saves := newMemory()
	saves.err = fmt.Errorf("%w: SecurityError", store.ErrForbidden)
	params, err := launch.Read(map[string]string{"lang": "de"}, 1, launch.Device{Settings: launch.Settings(saves)})
	if err != nil {
		t.Fatal(err)
	}
	m := openCase(t, params, saves)
	said := ""
	var walk func(*ui.Node)
	walk = func(n *ui.Node) {
		said += n.PlainText() + "\n"
		for _, c := range n.Children {
			walk(c)
		}
	}
	walk(m.View(ui.Viewport{Width: 1366, Height: 768, Text: 1}))
	if !strings.Contains(said, "ausgeschaltet oder verboten") || strings.Contains(said, "forbidden") {
		t.Errorf("the notice isn't German:\n%s", said)
	}
}

// A game of a case that is previewed goes on in the next version of it, and one of
// another case doesn't.
func TestAPreviewKeepsItsPlace(t *testing.T) {
	data, err := os.ReadFile("../../quiz/casefile/testdata/lost-cat.json")
	if err != nil {
		t.Fatal(err)
	}
	for id, kept := range map[string]bool{casefile.PreviewID: true, "lost-cat": false} {
		version := func(title string) *casefile.Case {
			c, err := launch.ReadFile([]byte(strings.Replace(string(data), `"id": "lost-cat"`, `"id": "`+id+`"`, 1)))
			if err != nil {
				t.Fatal(err)
			}
			c.Title = title
			return c
		}
		params, err := launch.Read(map[string]string{"case": "preview.json", "length": "full"}, 1, launch.Device{})
		if err != nil || params.File != "preview.json" || !params.Alone {
			t.Fatalf("%+v, %v", params, err)
		}
		saves := newMemory()
		first := launch.Open(version("One"), params, saves)
		for _, e := range first.Update(app.Began{At: now()}) {
			if s, ok := e.(app.SaveSession); ok {
				saves.kept[launch.Key(id, s.Variant)] = s.Data
			}
		}
		second := launch.Open(version("Another"), params, saves)
		if got := screen(second) != "screen.briefing"; got != kept {
			t.Errorf("%s: the next version goes on with the game: %t", id, got)
		}
	}
}

// A game that was begun in English is resumed in German, where the story is told in it.
func TestAGameIsResumedInAnotherLanguage(t *testing.T) {
	saves := saved(t)
	params, err := launch.Read(map[string]string{"lang": "de", "length": "quick"}, 1, launch.Device{})
	if err != nil {
		t.Fatal(err)
	}
	if params.Texts, err = assets.Translation(params.Case, "de"); err != nil {
		t.Fatal(err)
	}
	m := openCase(t, params, saves)
	if m.Session() == nil {
		t.Fatal("the game isn't resumed")
	}
	if m.Case().Title != "Der Anruf" || m.Case().Language != "de" {
		t.Errorf("it is about %q, in the language %q", m.Case().Title, m.Case().Language)
	}
	titles := map[string]bool{}
	for _, one := range launch.Shelf(params, "de", saves) {
		titles[one.Title] = true
		if one.ID == params.Case && !one.Saved {
			t.Error("on the shelf it isn't saved")
		}
	}
	if !titles["Der Anruf"] || !titles["The Armistice Cable"] {
		t.Errorf("on the shelf are %v", titles)
	}
	params.Texts = &casefile.Translation{Format: 1, Case: params.Case, Language: "de", Of: "older"}
	if m := openCase(t, params, saves); m.Case().Language != "en" || m.Session() == nil {
		t.Error("with a translation of older texts it isn't in its own language")
	}
}

// A story in a script that the canvas can't set begins as a plain page by itself, and one
// in another alphabet that it can set doesn't.
func TestAStoryInAnyScriptIsShown(t *testing.T) {
	for title, plain := range map[string]bool{
		"The Lost Cat": false, "Потерянная кошка": false,
		"החתול האבוד": true, "खोई हुई बिल्ली": true, "แมวที่หายไป": true,
	} {
		loaded, err := assets.Load(assets.DefaultCase)
		if err != nil {
			t.Fatal(err)
		}
		c := *loaded
		c.Title = title
		params, err := launch.Read(map[string]string{}, 1, launch.Device{CanSet: theme.Faces().CanSet})
		if err != nil {
			t.Fatal(err)
		}
		if view := launch.Open(&c, params, newMemory()).FirstView(); (view == app.PlainPage) != plain {
			t.Errorf("%s begins as %q", title, view)
		}
	}
}
