package desk

import (
	"holdtheline/assets/words"
	"holdtheline/game/parts"
	"holdtheline/game/settings"
	"holdtheline/game/theme"
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
	return m.box(f, "settings.box", m.say("settings.title"),
		parts.Settings(parts.DialogRoom(f.width), m.say, m.settings, m.view, parts.Chooser{
			Theme:    func(t theme.Name) ui.Msg { return SetTheme{Theme: t} },
			Text:     func(percent int) ui.Msg { return SetText{Percent: percent} },
			Motion:   func(motion settings.Motion) ui.Msg { return SetMotion{Motion: motion} },
			View:     func(v settings.View) ui.Msg { return SetView{View: v} },
			Language: func(tag string) ui.Msg { return SetLanguage{Lang: tag} },
		})...)
}
