package desk

import (
	"holdtheline/game/parts"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/toolkit/ui"
)

// dialogNode is the open dialog, or nil.
func (m *Model) dialogNode(f frame.Frame) *ui.Node {
	if m.dialog == saveDialog {
		return m.saveBox(f)
	}
	return nil
}

// saveBox offers the comparison as files.
func (m *Model) saveBox(f frame.Frame) *ui.Node {
	names := "teacher.save.names"
	if m.hidden {
		names = "teacher.save.numbers"
	}
	title := "teacher.save.title"
	if m.alone != nil {
		title = "teacher.save.group"
	}
	return m.Box(f, "save.box", m.Say(title), CloseDialog{},
		parts.Paragraph("save.note", m.Say(names), parts.BodyFont),
		parts.Plain("save.csv", m.Say("save.csv"), Save{Format: "csv"}),
		parts.Plain("save.json", m.Say("save.json"), Save{Format: "json"}),
	)
}
