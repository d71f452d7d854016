package app

import (
	"encoding/json"

	"holdtheline/assets/words"
	"holdtheline/game/settings"
	"holdtheline/game/theme"
)

// Settings are how the player wants the game to look, sound and be used: see
// package settings.
type Settings = settings.Settings

// Motion tells whether things move.
type Motion = settings.Motion

// The choices of motion.
const (
	MotionAuto = settings.MotionAuto
	MotionOn   = settings.MotionOn
	MotionOff  = settings.MotionOff
)

// TextSizes lists the sizes of text to choose from, in percent.
func TextSizes() []int { return settings.TextSizes() }

func themes() []theme.Name { return settings.Themes() }
func languages() []string  { return settings.Languages() }
func motions() []Motion    { return settings.Motions() }

// DefaultSettings follow the device.
func DefaultSettings() Settings { return settings.Default() }

// ReadSettings reads saved settings: see [settings.Read].
func ReadSettings(data []byte) Settings { return settings.Read(data) }

func known[T comparable](there []T, value, other T) T { return settings.Known(there, value, other) }

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
		s.View, effects = m.chooseView(c.View)
	case SetKeys:
		s.Keys = c.On
	case SetLanguage:
		s.Lang = known(languages(), c.Lang, s.Lang)
		effects = m.speak(words.Match(append([]string{s.Lang}, m.spoken...)...))
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
