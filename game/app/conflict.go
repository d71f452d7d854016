package app

import (
	"holdtheline/game/classroom"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/session"
)

// conflict resolves a conflict: a game was continued in another tab or window. If
// it is the one being played here, the player decides; any other is loaded anew
// without a word.
func (m *Model) conflict(variant Variant) []Effect {
	if m.session == nil || variant != m.variant() {
		return []Effect{LoadSession{Variant: variant}}
	}
	m.open(conflictDialog)
	return nil
}

// loaded continues a game that was saved in another tab. If it was given up there,
// the briefing begins a new one.
func (m *Model) loaded(msg Loaded) {
	var s *session.Session
	if len(msg.Data) > 0 {
		var err error
		if s, err = session.Read(m.set, msg.Data); s == nil {
			m.notice = m.say("trouble.foreign", "why", err)
			return
		}
	}
	delete(m.saved, msg.Variant)
	if s != nil {
		m.saved[msg.Variant] = s
	}
	if m.session == nil || msg.Variant != m.variant() {
		return
	}
	m.restoreOwn()
	m.session, m.dialog, m.reading = s, noDialog, ""
	m.item, m.lifted, m.asked, m.said = "", "", false, ""
	m.focus = headingID
	if m.phase() == classroom.Revote {
		m.askAgain()
	}
}

// conflictBox lets the player choose between the two.
func (m *Model) conflictBox(f frame) *ui.Node {
	buttons := wrap("elsewhere.buttons", space3,
		plain("elsewhere.here", m.say("elsewhere.here"), KeepThisGame{}),
		primary("elsewhere.there", m.say("elsewhere.there"), LoadOtherGame{}),
	)
	return m.box(f, "elsewhere.box", m.say("elsewhere.title"),
		paragraph("elsewhere.text", m.say("elsewhere.text"), bodyFont),
		softly(paragraph("elsewhere.note", m.say("elsewhere.note"), smallFont)),
		buttons)
}
