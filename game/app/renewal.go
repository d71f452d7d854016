package app

import (
	"slices"

	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/session"
)

// A renewal is how a new version of the game stands that has arrived while this
// one runs. It is never put in the place of a running one: the player is asked,
// and only where no question lies open and the game can go on in it. Whoever
// says later isn't asked again; the new version is there when the game is next
// opened.
type renewal int8

const (
	noRenewal renewal = iota
	renewalReady
	renewalPostponed
)

type (
	// RenewalReady says that a new version of the game has arrived, and by their
	// fingerprints which cases it has.
	RenewalReady struct{ Cases []string }
	// UseRenewal changes to it now; PostponeRenewal doesn't.
	UseRenewal      struct{}
	PostponeRenewal struct{}

	// Renew is the effect that changes to the new version. What isn't saved is
	// lost then: the session, if there is one, is saved first, and where that
	// fails the version stays.
	Renew struct{ First *SaveSession }
)

// renew answers the messages about a new version.
func (m *Model) renew(msg ui.Msg) []Effect {
	switch msg := msg.(type) {
	case RenewalReady:
		m.renewed = msg.Cases
		if m.renewal == noRenewal {
			m.renewal = renewalReady
			if m.offersRenewal() {
				m.announce(m.say("renewal.ready"))
			}
		}
	case PostponeRenewal:
		m.renewal = renewalPostponed
	case UseRenewal:
		if m.session == nil {
			return []Effect{Renew{}}
		}
		return []Effect{Renew{First: &SaveSession{Way: m.way(), Data: m.session.Encode()}}}
	}
	return nil
}

// offersRenewal tells whether there is a new version to offer and this is a
// moment for it: the briefing, the debrief, or a step whose questions are all
// answered. A game belongs to exactly its version of the case, so one that has
// begun isn't given up for another.
func (m *Model) offersRenewal() bool {
	if m.renewal != renewalReady {
		return false
	}
	if m.session == nil {
		return true
	}
	if !slices.Contains(m.renewed, m.caseFile().Fingerprint()) {
		return false
	}
	step := m.step()
	if step.Kind == session.BriefingStep || step.Kind == session.DebriefStep {
		return true
	}
	for _, id := range step.Items {
		if !m.session.Answered(id) {
			return false
		}
	}
	return true
}

// renewalBar offers the new version.
func (m *Model) renewalBar(f frame) *ui.Node {
	if !m.offersRenewal() {
		return nil
	}
	text := paragraph("renewal.text", m.say("renewal.ready"), smallFont)
	buttons := row("renewal.buttons", space2,
		plain("renewal.later", m.say("renewal.later"), PostponeRenewal{}),
		plain("renewal.use", m.say("renewal.use"), UseRenewal{}),
	)
	style := ui.Style{Look: ui.Panel, Flow: ui.Row, Gap: space3, Align: ui.Center, Pad: ui.Sides(space2, f.margin)}
	style.Page, style.Print = &ui.Page{Band: true}, &ui.Print{Hidden: true}
	if f.narrow {
		style.Flow, style.Gap, style.Align = ui.Column, space2, ui.Stretch
	} else {
		text.Style.Grow, text.Style.MaxWidth = 1, 0 // the buttons stand at the right
	}
	return &ui.Node{
		ID: "renewal", Role: ui.Region, Name: m.say("renewal.title"), Style: style,
		Children: []*ui.Node{text, buttons},
	}
}
