package settings

import (
	"encoding/json"
	"slices"

	"holdtheline/assets/words"
	"holdtheline/game/theme"
)

// The keys of a page's link that all programs know: the language and the view, which
// go before the settings, and what package launch says of debug.
const (
	ViewKey  = "view"
	LangKey  = "lang"
	DebugKey = "debug"
)

// Settings are what can be chosen.
type Settings struct {
	Theme  theme.Name `json:"theme"`  // auto follows the device
	Text   int        `json:"text"`   // size of text in percent, one of TextSizes
	Motion Motion     `json:"motion"` // auto follows the device
	Sound  bool       `json:"sound"`
	Lang   string     `json:"lang"` // BCP 47; empty follows the device
	View   View       `json:"view"` // empty: drawn where it can be
	Keys   bool       `json:"keys"` // single keys are shortcuts
}

// Motion tells whether things move.
type Motion string

// The choices of motion.
const (
	MotionAuto Motion = "auto" // as the device has it
	MotionOn   Motion = "on"   // even if the device asks for less
	MotionOff  Motion = "off"
)

// TextSizes lists the sizes of text to choose from, in percent.
func TextSizes() []int { return []int{100, 125, 150, 175, 200} }

// Themes are the themes to choose from.
func Themes() []theme.Name {
	return []theme.Name{theme.Auto, theme.Light, theme.Dark, theme.Contrast}
}

// Languages are the languages to choose from; the empty one is the device's.
func Languages() []string { return append([]string{""}, words.Languages()...) }

// Motions are the choices of motion.
func Motions() []Motion { return []Motion{MotionAuto, MotionOn, MotionOff} }

// Default settings follow the device.
func Default() Settings {
	return Settings{Theme: theme.Auto, Text: TextSizes()[0], Motion: MotionAuto, Keys: true}
}

// Read reads saved settings, of any version of the game. Values that are
// missing or unknown become the defaults.
func Read(data []byte) Settings {
	d := Default()
	s := d
	// A value of the wrong type, or text that isn't JSON, is an error and leaves
	// the default.
	_ = json.Unmarshal(data, &s)
	s.Theme = Known(Themes(), s.Theme, d.Theme)
	s.Text = Known(TextSizes(), s.Text, d.Text)
	s.Motion = Known(Motions(), s.Motion, d.Motion)
	s.Lang = Known(Languages(), s.Lang, d.Lang)
	s.View = Known(Views(), s.View, d.View)
	return s
}

// Known is the value if it is one of the known ones, else another.
func Known[T comparable](there []T, value, other T) T {
	if slices.Contains(there, value) {
		return value
	}
	return other
}

// View is how a program is shown in a browser: drawn, or as a plain page. A
// desktop program has only the one.
type View string

// The views. Links and saved settings use these names; AnyView is the drawn one
// where the browser can draw.
const (
	AnyView   View = ""
	Canvas    View = "canvas"
	PlainPage View = "plain"
)

// Views are those to choose from.
func Views() []View { return []View{Canvas, PlainPage} }
