package desk

import (
	"fmt"

	"holdtheline/assets/words"
	"holdtheline/game/parts"
	"holdtheline/game/settings"
	"holdtheline/game/toolkit/ui"
)

// dialogNode is the open dialog, or nil.
func (m *Model) dialogNode(f frame) *ui.Node {
	switch m.dialog {
	case settingsDialog:
		return m.settingsBox(f)
	case saveDialog:
		return m.saveBox(f)
	}
	return nil
}

func (m *Model) box(f frame, id, title string, children ...*ui.Node) *ui.Node {
	return parts.Dialog(f.width, id, words.In("", title), parts.Way{Name: m.say("dialog.close"), Do: CloseDialog{}}, children...)
}

// saveBox offers the comparison as files.
func (m *Model) saveBox(f frame) *ui.Node {
	names := "teacher.save.names"
	if m.hidden {
		names = "teacher.save.numbers"
	}
	title := "teacher.save.title"
	if m.alone != nil {
		title = "teacher.save.group"
	}
	return m.box(f, "save.box", m.say(title),
		parts.Paragraph("save.note", m.say(names), parts.BodyFont),
		parts.Plain("save.csv", m.say("save.csv"), Save{Format: "csv"}),
		parts.Plain("save.json", m.say("save.json"), Save{Format: "json"}),
	)
}

// settingsBox is the dialog of the settings, which all programs of the site share.
func (m *Model) settingsBox(f frame) *ui.Node {
	s, room := m.settings, parts.DialogRoom(f.width)
	var looks, sizes, motions, views, languages []parts.Option
	for _, name := range settings.Themes() {
		looks = append(looks, parts.Option{ID: "theme." + string(name), Text: m.say("settings.theme." + string(name)), Chosen: s.Theme == name, Do: SetTheme{Theme: name}})
	}
	for _, size := range settings.TextSizes() {
		sizes = append(sizes, parts.Option{ID: fmt.Sprint("size.", size), Text: m.say("settings.percent", "n", size), Chosen: s.Text == size, Do: SetText{Percent: size}})
	}
	for _, name := range settings.Motions() {
		motions = append(motions, parts.Option{ID: "motion." + string(name), Text: m.say("settings.motion." + string(name)), Chosen: s.Motion == name, Do: SetMotion{Motion: name}})
	}
	for _, v := range settings.Views() {
		views = append(views, parts.Option{ID: "view." + string(v), Text: m.say("settings.view." + string(v)), Chosen: m.view == v, Do: SetView{View: v}})
	}
	for _, tag := range settings.Languages() {
		o := parts.Option{ID: "language." + tag, Text: words.Name(tag, m.view != settings.PlainPage), Chosen: s.Lang == tag, Do: SetLanguage{Lang: tag}, Lang: tag}
		if tag == "" {
			o.ID, o.Text = "language.auto", m.say("settings.language.auto")
		}
		languages = append(languages, o)
	}
	children := []*ui.Node{
		parts.Softly(parts.Paragraph("settings.note", m.say("settings.note"), parts.SmallFont)),
		parts.Setting(room, "themes", m.say("settings.theme"), looks),
		parts.Setting(room, "sizes", m.say("settings.text"), sizes),
		parts.Setting(room, "motions", m.say("settings.motion"), motions),
	}
	if m.view != settings.AnyView {
		children = append(children, parts.Setting(room, "views", m.say("settings.view"), views))
	}
	children = append(children, parts.Setting(room, "languages", m.say("settings.language"), languages))
	return m.box(f, "settings.box", m.say("settings.title"), children...)
}
