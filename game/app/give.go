package app

import (
	"fmt"

	"holdtheline/game/figure"
	"holdtheline/game/qr"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/code"
	"holdtheline/quiz/session"
)

// A handed is a finished game as the code that a pupil gives to a teacher. Packing
// it and making the QR code take some milliseconds, so it is made once.
type handed struct {
	session *session.Session
	events  int

	text  string   // to copy; empty if there is no code
	lines []string // in groups
	qr    figure.QR
}

// of makes the code anew if the game has gone on.
func (h *handed) of(s *session.Session) {
	if s == nil || !s.Done() {
		*h = handed{}
		return
	}
	if events := len(s.Log()); h.session != s || h.events != events {
		*h = handed{session: s, events: events}
		c, err := code.Of(s)
		if err != nil {
			return // the file remains
		}
		if picture, err := qr.Of(c.String()); err == nil {
			h.text, h.lines, h.qr = c.String(), c.Lines(), picture
		}
	}
}

// qrWidth is how wide the QR code is on the screen, in CSS pixels at 100 % text: each
// module of a whole game's has six. lineWidth is the room for a line of the code.
const (
	qrWidth   = 320
	lineWidth = 236
	qrPaper   = 220 // likewise on paper
)

// giveBox offers the finished game as a code and a file.
func (m *Model) giveBox(f frame) *ui.Node {
	file := plain("give.log", m.say("give.file"), Save{Format: "log"})
	file.Style.Self = ui.Start
	if m.handed.text == "" {
		return m.box(f, "give.box", m.say("give.title"), paragraph("give.long", m.say("give.long"), bodyFont), file)
	}
	return m.box(f, "give.box", m.say("give.title"), m.give(f.boxWidth(), file)...)
}

// give is a finished game for the teacher: a QR code, the same as text, and a button
// for the file, if there isn't one elsewhere. There is so much room for it.
func (m *Model) give(room float64, file *ui.Node) []*ui.Node {
	h := &m.handed
	picture := &ui.Node{
		ID: "give.qr", Role: ui.Image, Name: m.say("give.qr"), Figure: h.qr, PrintWidth: qrPaper,
		Style: ui.Style{Width: min(qrWidth, room), Self: ui.Start},
	}
	title := label("give.code.title", 2, m.say("give.code"))
	lines := list("give.code", m.say("give.code"))
	lines.Style.Gap, lines.Style.Width = 2, min(lineWidth, room)
	for i, line := range h.lines {
		lines.Children = append(lines.Children, &ui.Node{ID: fmt.Sprint("give.line.", i+1), Role: ui.ListItem, Text: ui.Plain(line), Style: ui.Style{Font: bodyFont}})
	}
	var copy *ui.Node
	if m.canCopy {
		copy = plain("give.copy", m.say("give.copy"), CopyCode{})
		copy.Style.Self = ui.Start
	}
	text := column("give.text", space2, title, lines, copy, file)
	both := column("give.both", space4, picture, text)
	if room >= qrWidth+space5+lineWidth {
		both = row("give.both", space5, picture, text)
		both.Style.Align = ui.Start
	}
	return []*ui.Node{paragraph("give.what", m.say("give.what"), bodyFont), both}
}

// How wide the QR code of a debrief is on paper, in CSS pixels that print a little
// smaller, and the room for it in millimetres.
const (
	giveWidth = 84
	giveSheet = 23
)

// givePaper is the QR code on paper, beside the score. On the screen, where a button
// leads to it, it isn't.
func (m *Model) givePaper() *ui.Node {
	h := &m.handed
	if h.text == "" {
		return nil
	}
	n := drawing("give.paper", h.qr, giveWidth)
	n.VisuallyHidden = true
	return n
}
