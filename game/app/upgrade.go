package app

import (
	"slices"

	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/session"
)

// An upgrade is the state of a new version of the program that has arrived while
// this one runs. It never replaces a running program by itself: the player is
// asked, and only when no question is open and the game can continue in it. A
// player who chooses later isn't asked again; the new version starts when the game
// is next opened.
type upgrade int8

const (
	noUpgrade upgrade = iota
	upgradeReady
	upgradePostponed
)

type (
	// UpgradeReady says that a new version has arrived, and the fingerprints of
	// its cases.
	UpgradeReady struct{ Cases []string }
	// UseUpgrade starts the new version now; PostponeUpgrade leaves it for later.
	UseUpgrade      struct{}
	PostponeUpgrade struct{}

	// ApplyUpgrade is the effect that starts the new version. That loses what isn't
	// saved, so the session is saved first, and if that fails the old version
	// stays.
	ApplyUpgrade struct{ First *SaveSession }
)

// handleUpgrade answers the messages about a new version.
func (m *Model) handleUpgrade(msg ui.Msg) []Effect {
	switch msg := msg.(type) {
	case UpgradeReady:
		m.upgradeCases = msg.Cases
		if m.upgrade == noUpgrade {
			m.upgrade = upgradeReady
			if m.offersUpgrade() {
				m.announce(m.say("renewal.ready"))
			}
		}
	case PostponeUpgrade:
		m.upgrade = upgradePostponed
	case UseUpgrade:
		if m.session == nil {
			return []Effect{ApplyUpgrade{}}
		}
		return []Effect{ApplyUpgrade{First: &SaveSession{Variant: m.variant(), Data: m.played().Encode()}}}
	}
	return nil
}

// offersUpgrade tells whether a new version is to be offered now: at the briefing,
// in the debrief, or after the last question of a step. A session belongs to one
// version of its case, so a game that has begun isn't given up for another.
func (m *Model) offersUpgrade() bool {
	if m.upgrade != upgradeReady {
		return false
	}
	if m.session == nil {
		return true
	}
	if !slices.Contains(m.upgradeCases, m.set.Fingerprint()) {
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

// upgradeBar offers the new version.
func (m *Model) upgradeBar(f frame) *ui.Node {
	if !m.offersUpgrade() {
		return nil
	}
	text := paragraph("renewal.text", m.say("renewal.ready"), smallFont)
	buttons := row("renewal.buttons", space2,
		plain("renewal.later", m.say("renewal.later"), PostponeUpgrade{}),
		plain("renewal.use", m.say("renewal.use"), UseUpgrade{}),
	)
	style := ui.Style{Look: ui.Panel, Flow: ui.Row, Gap: space3, Align: ui.Center, Pad: ui.Sides(space2, f.margin)}
	style.Page, style.Print = &ui.Page{FullBleed: true}, &ui.Print{Hidden: true}
	if f.narrow {
		style.Flow, style.Gap, style.Align = ui.Column, space2, ui.Stretch
	} else {
		text.Style.Grow, text.Style.MaxWidth = 1, 0 // the buttons are at the right
	}
	return &ui.Node{
		ID: "renewal", Role: ui.Region, Name: m.say("renewal.title"), Style: style,
		Children: []*ui.Node{text, buttons},
	}
}
