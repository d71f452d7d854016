package app

import (
	"encoding/json"
	"fmt"
	"slices"

	"holdtheline/game/theme"
	"holdtheline/game/ui"
)

// Settings are how the player wants the game to look. They belong to the
// player and not to a game, so they are kept apart from the sessions.
type Settings struct {
	Theme theme.Name `json:"theme"` // auto follows the device
	Text  int        `json:"text"`  // size of text in percent, one of TextSizes
}

// TextSizes lists the sizes of text to choose from, in percent.
func TextSizes() []int { return []int{100, 125, 150, 175, 200} }

// themes are the themes to choose from.
func themes() []theme.Name {
	return []theme.Name{theme.Auto, theme.Light, theme.Dark, theme.Contrast}
}

// DefaultSettings follow the device.
func DefaultSettings() Settings { return Settings{Theme: theme.Auto, Text: TextSizes()[0]} }

// ReadSettings reads settings that were saved. What can't be used counts as
// never chosen.
func ReadSettings(data []byte) Settings {
	s, d := Settings{}, DefaultSettings()
	if json.Unmarshal(data, &s) != nil {
		return d
	}
	if !slices.Contains(themes(), s.Theme) {
		s.Theme = d.Theme
	}
	if !slices.Contains(TextSizes(), s.Text) {
		s.Text = d.Text
	}
	return s
}

// Settings returns the settings as they are chosen now.
func (m *Model) Settings() Settings { return m.settings }

// choose changes the settings and has them kept.
func (m *Model) choose(s Settings) []Effect {
	m.settings = s
	data, err := json.Marshal(s)
	if err != nil {
		m.trouble = err.Error()
		return nil
	}
	return []Effect{SaveSettings{Data: data}}
}

// settingsBox is the dialog of the settings. They hold at once: there is
// nothing to confirm.
func (m *Model) settingsBox(f frame) *ui.Node {
	looks := radios("themes", m.say("settings.theme"))
	for _, name := range themes() {
		looks.Children = append(looks.Children, choice("theme."+string(name), ui.Radio,
			m.say("settings.theme."+string(name)), m.settings.Theme == name, SetTheme{Theme: name}))
	}
	sizes := &ui.Node{
		ID: "sizes", Role: ui.RadioGroup, Name: m.say("settings.text"),
		Style: ui.Style{Flow: ui.Grid, Columns: len(TextSizes())},
	}
	for _, size := range TextSizes() {
		sizes.Children = append(sizes.Children, &ui.Node{
			ID: fmt.Sprintf("size.%d", size), Role: ui.Radio, Text: ui.Plain(m.say("settings.percent", "n", size)),
			Checked: m.settings.Text == size, Do: SetText{Percent: size},
			Style: ui.Style{
				Look: ui.Segment, Font: smallBold, MinHeight: 48, TextAlign: ui.Center,
				Align: ui.Center, Justify: ui.Center, Pad: ui.Sides(space2, 2),
			},
		})
	}
	return m.box(f, "settings.box", m.say("settings.title"),
		label("settings.theme", 2, m.say("settings.theme")), looks,
		label("settings.text", 2, m.say("settings.text")), sizes,
	)
}
