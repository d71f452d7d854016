package live

import (
	"strings"

	"holdtheline/game/parts"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/toolkit/ui"
)

// dialogNode is the open dialog, or nil.
func (m *Model) dialogNode(f frame.Frame) *ui.Node {
	c := m.class
	switch m.dialog {
	case keyDialog:
		return m.keyBox(f)
	case removeDialog:
		i := c.seatIndex(m.subject)
		if i < 0 {
			return nil
		}
		return m.Box(f, "remove.box", m.Say("teacher.live.remove.title"), CloseDialog{},
			parts.Paragraph("remove.text", m.Say("teacher.live.remove.text", "name", m.nameOf(c.seats[i])), parts.BodyFont),
			parts.Plain("remove.surely", m.Say("teacher.live.remove.surely"), RemoveSurely{Seat: m.subject}),
			parts.Plain("remove.not", m.Say("teacher.live.remove.not"), CloseDialog{}))
	case elsewhereDialog:
		return m.Box(f, "elsewhere.box", m.Say("teacher.live.elsewhere.title"), CloseDialog{},
			parts.Paragraph("elsewhere.text", m.Say("teacher.live.elsewhere.text"), parts.BoldFont),
			m.code("elsewhere.qr", qrWidth, m.leadLink(), m.Say("teacher.live.elsewhere.qr")),
			parts.Softly(parts.Paragraph("elsewhere.note", m.Say("teacher.live.elsewhere.note"), parts.SmallFont)))
	case deleteDialog:
		return m.Box(f, "delete.box", m.Say("teacher.live.delete.title"), CloseDialog{},
			parts.Paragraph("delete.text", m.Say("teacher.live.delete.text"), parts.BodyFont),
			parts.Plain("delete.surely", m.Say("teacher.live.delete.surely"), DeleteSurely{}),
			parts.Plain("delete.not", m.Say("teacher.live.delete.not"), CloseDialog{}))
	case saveDialog:
		return m.Box(f, "save.box", m.Say("teacher.live.save.title"), CloseDialog{},
			parts.Paragraph("save.note", m.Say("teacher.live.save.note"), parts.BodyFont),
			parts.Plain("save.csv", m.Say("save.csv"), Export{Format: "csv"}),
			parts.Plain("save.json", m.Say("save.json"), Export{Format: "json"}))
	}
	return nil
}

// keyBox shows the new key of a pupil: a link, and a code to point a camera at.
func (m *Model) keyBox(f frame.Frame) *ui.Node {
	link := strings.TrimSuffix(m.o.Address, "/") + m.ticket.Link
	i := m.class.seatIndex(m.subject)
	name := shortened(m.ticket.Name)
	if i >= 0 {
		name = m.nameOf(m.class.seats[i])
	}
	return m.Box(f, "key.box", m.Say("teacher.live.key.title", "name", name), CloseDialog{},
		parts.Paragraph("key.text", m.Say("teacher.live.key.text"), parts.BodyFont),
		m.code("key.qr", qrWidth, link, m.Say("teacher.live.key.qr")),
		parts.Softly(parts.Paragraph("key.or", m.Say("teacher.live.key.or"), parts.SmallFont)),
		parts.Paragraph("key.link", link, parts.SmallBold))
}
