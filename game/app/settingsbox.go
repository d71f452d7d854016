package app

import (
	"fmt"

	"holdtheline/assets"
	"holdtheline/assets/words"
	"holdtheline/game/parts"
	"holdtheline/game/toolkit/ui"
)

// settingsBox is the dialog of the settings: one labelled group for each. They
// hold at once, so there is nothing to confirm.
func (m *Model) settingsBox(f frame) *ui.Node {
	s := m.settings
	var looks, sizes, motion []option
	for _, name := range themes() {
		looks = append(looks, option{id: "theme." + string(name), text: m.say("settings.theme." + string(name)), chosen: s.Theme == name, do: SetTheme{Theme: name}})
	}
	for _, size := range TextSizes() {
		sizes = append(sizes, option{id: fmt.Sprintf("size.%d", size), text: m.say("settings.percent", "n", size), chosen: s.Text == size, do: SetText{Percent: size}})
	}
	for _, name := range motions() {
		motion = append(motion, option{id: "motion." + string(name), text: m.say("settings.motion." + string(name)), chosen: s.Motion == name, do: SetMotion{Motion: name}})
	}
	var tongues []option
	for _, tag := range languages() {
		o := option{id: "language." + tag, text: words.Name(tag, m.showing.view != PlainPage), chosen: s.Lang == tag, do: SetLanguage{Lang: tag}, lang: tag}
		if tag == "" {
			o.id, o.text = "language.auto", m.say("settings.language.auto")
		}
		tongues = append(tongues, o)
	}
	return m.box(f, "settings.box", m.say("settings.title"),
		softly(paragraph("settings.note", m.say("settings.note"), smallFont)),
		setting(f, "themes", m.say("settings.theme"), looks),
		setting(f, "sizes", m.say("settings.text"), sizes),
		setting(f, "motions", m.say("settings.motion"), motion),
		m.soundSetting(f),
		m.viewSetting(f),
		setting(f, "keys", m.say("settings.keys"), []option{
			{id: "keys.on", text: m.say("settings.keys.on"), chosen: s.Keys, do: SetKeys{On: true}},
			{id: "keys.off", text: m.say("settings.keys.off"), chosen: !s.Keys, do: SetKeys{On: false}},
		}),
		setting(f, "languages", m.say("settings.language"), tongues),
		outside("settings.access", m.say("menu.access"), assets.StatementIn(m.Lang(), m.access)),
	)
}

func (m *Model) soundSetting(f frame) *ui.Node {
	if !m.canPlay {
		return nil
	}
	return setting(f, "sounds", m.say("settings.sound"), []option{
		{id: "sound.off", text: m.say("settings.sound.off"), chosen: !m.settings.Sound, do: SetSound{On: false}},
		{id: "sound.on", text: m.say("settings.sound.on"), chosen: m.settings.Sound, do: SetSound{On: true}},
	})
}

// An option is one value of a setting.
type option struct {
	id, text string
	chosen   bool
	do       ui.Msg
	lang     string // of the text, where it is another
}

// setting is a labelled group of options.
func setting(f frame, id, name string, options []option) *ui.Node {
	all := make([]parts.Option, len(options))
	for i, o := range options {
		all[i] = parts.Option{ID: o.id, Text: o.text, Chosen: o.chosen, Do: o.do, Lang: o.lang}
	}
	return parts.Setting(f.boxWidth(), id, name, all)
}
