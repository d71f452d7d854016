package live

import (
	"net/netip"
	"net/url"
	"time"

	"holdtheline/game/parts"
	"holdtheline/game/qr"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// doorScreen shows how to join, and who has come.
func (m *Model) doorScreen(f frame.Frame) frame.Screen {
	c := m.class
	addressFont, side := parts.DisplayFont, float64(qrWidth)
	if f.Wide {
		addressFont, side = parts.HeroFont, qrWide
	}
	address := parts.Paragraph("door.address", m.host(), addressFont)
	codeFont := theme.Font{Family: theme.Serif, Size: theme.BoardSize, Bold: true}
	if f.Width < theme.RoomyFrom {
		codeFont = parts.HeroFont
	}
	letters := parts.Paragraph("door.code", spaced(c.Code), codeFont)
	letters.Style.Color = theme.Cord
	var local *ui.Node
	if m.local() {
		local = parts.Panel("door.local", kindly(parts.Paragraph("door.local.text", m.Say("teacher.live.door.local"), parts.BodyFont)))
	}
	steps := parts.Column("door.steps", parts.Space4,
		parts.Eyebrow("door.playing", m.playing()),
		parts.Heading(frame.HeadingID, 1, m.Say("teacher.live.door.title"), parts.DisplayFont),
		local,
		parts.Column("door.where", parts.Space1, parts.Softly(parts.Paragraph("door.where.text", m.Say("teacher.live.door.where"), parts.BodyFont)), address),
		parts.Column("door.what", parts.Space1, parts.Softly(parts.Paragraph("door.what.text", m.Say("teacher.live.door.code"), parts.BodyFont)), letters),
		parts.Softly(parts.Paragraph("door.note", m.Say("teacher.live.door.note"), parts.SmallFont)))
	image := m.code("door.qr", side, m.link(c.Code), m.Say("teacher.live.door.qr", "address", m.host(), "code", spaced(c.Code)))

	join := parts.Column("door", parts.Space5, steps, image)
	if f.Wide {
		join = &ui.Node{ID: "door", Style: ui.Style{Flow: ui.Row, Gap: parts.Space10}, Children: parts.Kids(parts.Grow(steps), image)}
	}
	here := m.here()
	s := frame.Screen{Title: m.Say("teacher.live.title"), Main: []*ui.Node{join, here}}
	var elsewhere *ui.Node
	if m.leadLink() != "" {
		elsewhere = parts.Plain("elsewhere", m.Say("teacher.live.elsewhere"), Elsewhere{})
	}
	leave := parts.Plain("leave", m.Say("teacher.live.leave"), LeaveClass{})
	begin := parts.Primary("begin", m.Say("teacher.live.begin"), Show{Screen: Question})
	begin.Key = ui.PageDown
	if f.Narrow {
		s.Main = append(s.Main, parts.Wrap("more", parts.Space3, m.hideNode(), elsewhere, leave))
		s.Bar = []*ui.Node{begin}
		return s
	}
	s.Note = leave
	s.Bar = parts.Kids(elsewhere, m.hideNode(), begin)
	return s
}

// local tells whether the page was opened at an address that only this machine
// understands.
func (m *Model) local() bool {
	at, err := url.Parse(m.o.Address)
	if err != nil {
		return false
	}
	ip, err := netip.ParseAddr(at.Hostname())
	return at.Hostname() == "localhost" || err == nil && ip.IsLoopback()
}

// qrWidth is how wide a QR code is on the screen, and qrWide where there is much room,
// in CSS pixels at 100 % text.
const (
	qrWidth = 300
	qrWide  = 360
)

// code is the QR code of a link.
func (m *Model) code(id string, side float64, link, name string) *ui.Node {
	fig, err := qr.Of(link)
	if err != nil {
		return nil // an address of thousands of letters: it is typed then
	}
	return &ui.Node{
		ID: id, Role: ui.Image, Name: name, Figure: fig, PrintWidth: qrWidth,
		Style: ui.Style{Width: side, Height: side, Self: ui.Start},
	}
}

// here is who has come.
func (m *Model) here() *ui.Node {
	c := m.class
	title := m.Count("teacher.live.here", len(c.seats))
	var names *ui.Node
	if len(c.seats) > 0 {
		names = parts.Wrap("here.list", parts.Space2)
		names.Role, names.Name = ui.List, title
		for _, s := range c.seats {
			names.Children = append(names.Children, m.tag("here", s))
		}
	}
	return parts.Section(parts.Column("here", parts.Space3, parts.Heading("here.title", 2, title, parts.TitleFont), names), title)
}

// clock is a time of day, as the device has it.
func (m *Model) clock(t time.Time) string { return t.In(m.now.Location()).Format("15:04") }
