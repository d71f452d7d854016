package app

import (
	"fmt"
	"unicode/utf8"

	"holdtheline/game/ui"
)

// settingsBox is the dialog of the settings: one labelled group for each. They
// hold at once, so there is nothing to confirm.
func (m *Model) settingsBox(f frame) *ui.Node {
	s := m.settings
	var looks, sizes, motion []option
	for _, name := range themes() {
		looks = append(looks, option{"theme." + string(name), m.say("settings.theme." + string(name)), s.Theme == name, SetTheme{Theme: name}})
	}
	for _, size := range TextSizes() {
		sizes = append(sizes, option{fmt.Sprintf("size.%d", size), m.say("settings.percent", "n", size), s.Text == size, SetText{Percent: size}})
	}
	for _, name := range motions() {
		motion = append(motion, option{"motion." + string(name), m.say("settings.motion." + string(name)), s.Motion == name, SetMotion{Motion: name}})
	}
	return m.box(f, "settings.box", m.say("settings.title"),
		softly(paragraph("settings.note", m.say("settings.note"), smallFont)),
		setting(f, "themes", m.say("settings.theme"), looks),
		setting(f, "sizes", m.say("settings.text"), sizes),
		setting(f, "motions", m.say("settings.motion"), motion),
		m.soundSetting(f),
	)
}

func (m *Model) soundSetting(f frame) *ui.Node {
	if !m.canPlay {
		return nil
	}
	return setting(f, "sounds", m.say("settings.sound"), []option{
		{"sound.off", m.say("settings.sound.off"), !m.settings.Sound, SetSound{On: false}},
		{"sound.on", m.say("settings.sound.on"), m.settings.Sound, SetSound{On: true}},
	})
}

// An option is one value of a setting.
type option struct {
	id, text string
	chosen   bool
	do       ui.Msg
}

// About how wide a letter of a segment's text is, and the room beside the text,
// in CSS pixels at 100 % text.
const (
	letterWidth = 7.7
	segmentPad  = 14
)

// setting is a labelled group of options: side by side as one control where
// they fit, else one below the other.
func setting(f frame, id, name string, options []option) *ui.Node {
	widest := 0.0
	for _, o := range options {
		widest = max(widest, segmentPad+letterWidth*float64(utf8.RuneCountInString(o.text)))
	}
	abreast := widest*float64(len(options)) <= f.boxWidth()
	values := &ui.Node{ID: id + ".values", Style: ui.Style{Gap: space2}}
	if abreast {
		values.Style = ui.Style{Flow: ui.Grid, Columns: len(options)}
	}
	for _, o := range options {
		n := choice(o.id, ui.Radio, o.text, o.chosen, o.do)
		if abreast {
			n.Style = ui.Style{
				Look: ui.Segment, Font: smallBold, MinHeight: 48, TextAlign: ui.Center,
				Align: ui.Center, Justify: ui.Center, Pad: ui.Sides(space2, 2),
			}
		}
		values.Children = append(values.Children, n)
	}
	return &ui.Node{
		ID: id, Role: ui.RadioGroup, Text: ui.Plain(name),
		Style:    ui.Style{Font: boldFont, Gap: space2, Pad: ui.Edges{Top: space2}},
		Children: []*ui.Node{values},
	}
}
