package app

import (
	"encoding/json"
	"slices"

	"holdtheline/assets/words"
	"holdtheline/game/theme"
)

// Settings are how the player wants the game to look, sound and be used. They
// belong to the player and not to a game, so they are kept apart from the
// sessions.
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

// themes are the themes to choose from.
func themes() []theme.Name {
	return []theme.Name{theme.Auto, theme.Light, theme.Dark, theme.Contrast}
}

// languages are the languages to choose from; the empty one is the device's.
func languages() []string { return append([]string{""}, words.Languages()...) }

func motions() []Motion { return []Motion{MotionAuto, MotionOn, MotionOff} }

// DefaultSettings follow the device.
func DefaultSettings() Settings {
	return Settings{Theme: theme.Auto, Text: TextSizes()[0], Motion: MotionAuto, Keys: true}
}

// ReadSettings reads saved settings, of any version of the game. Values that are
// missing or unknown become the defaults.
func ReadSettings(data []byte) Settings {
	d := DefaultSettings()
	s := d
	// A value of the wrong type, or text that isn't JSON, is an error and leaves
	// the default.
	_ = json.Unmarshal(data, &s)
	s.Theme = known(themes(), s.Theme, d.Theme)
	s.Text = known(TextSizes(), s.Text, d.Text)
	s.Motion = known(motions(), s.Motion, d.Motion)
	s.Lang = known(languages(), s.Lang, d.Lang)
	s.View = known(views(), s.View, d.View)
	return s
}

// known is the value if it is one of the known ones, else another.
func known[T comparable](there []T, value, other T) T {
	if slices.Contains(there, value) {
		return value
	}
	return other
}

// Settings returns the settings as they are chosen now.
func (m *Model) Settings() Settings { return m.settings }

// adjust answers the messages that change a setting. An unknown value changes
// nothing.
func (m *Model) adjust(change any) []Effect {
	s := m.settings
	var effects []Effect
	switch c := change.(type) {
	case SetTheme:
		s.Theme = known(themes(), c.Theme, s.Theme)
	case SetText:
		s.Text = known(TextSizes(), c.Percent, s.Text)
	case SetMotion:
		s.Motion = known(motions(), c.Motion, s.Motion)
	case SetSound:
		s.Sound = c.On
	case SetView:
		s.View = known(views(), c.View, s.View)
		effects = []Effect{SwitchView{View: s.View}} // even if it was chosen before: it may have failed then
	case SetKeys:
		s.Keys = c.On
	case SetLanguage:
		s.Lang = known(languages(), c.Lang, s.Lang)
		m.speak(words.Match(append([]string{s.Lang}, m.spoken...)...))
	}
	if s == m.settings {
		return effects
	}
	m.settings = s
	data, err := json.Marshal(s)
	if err != nil {
		m.notice = err.Error()
		return effects
	}
	return append(effects, SaveSettings{Data: data})
}
