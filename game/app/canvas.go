package app

import (
	"holdtheline/game/settings"
	"holdtheline/game/toolkit/ui"
)

// View is how the game is shown: see [settings.View].
type View = settings.View

// The views.
const (
	AnyView   = settings.AnyView
	Canvas    = settings.Canvas
	PlainPage = settings.PlainPage
)

func views() []View { return settings.Views() }

// ViewReason is the reason for the current view.
type ViewReason int8

// The reasons.
const (
	Chosen            ViewReason = iota // by the player, or there was no reason for another
	CanvasUnsupported                   // the browser can't draw
	ContextLost                         // it could, and can't any more
)

// showing is what the model knows of the view.
type showing struct {
	view  View // the current one; empty on a desktop
	lost  bool // the drawing was lost a moment ago
	asked View // by the link; goes before the settings

	// The canvas can't set what the interface says, or the case.
	wordsUnset, caseUnset bool
	forced                bool // so there is a plain page that nobody chose
}

// unset tells whether the canvas can't set what is said.
func (m *Model) unset() bool { return m.showing.wordsUnset || m.showing.caseUnset }

// FirstView is the view at the start: the link's, or else the one in the settings, and
// the plain page where the canvas can't set what is said.
func (m *Model) FirstView() View {
	if m.unset() {
		return PlainPage
	}
	return m.chosenView()
}

// fitView changes to the plain page when the canvas can't set what is said now, and
// back when it can.
func (m *Model) fitView() []Effect {
	switch now := &m.showing; {
	case now.view == AnyView: // a desktop has no other
	case m.unset() && now.view == Canvas:
		now.forced = true
		m.notice = m.say("view.script")
		m.announce(m.notice)
		return []Effect{SwitchView{View: PlainPage}}
	case !m.unset() && now.forced:
		now.forced, m.notice = false, ""
		if m.chosenView() != PlainPage {
			return []Effect{SwitchView{View: Canvas}}
		}
	}
	return nil
}

// chooseView asks for a view, even if it was chosen before: it may have failed then. It
// returns the one that is chosen from now on.
func (m *Model) chooseView(v View) (chosen View, effects []Effect) {
	v = known(views(), v, m.settings.View)
	if v == Canvas && m.unset() {
		m.notice = m.say("view.script")
		m.announce(m.notice)
		return m.settings.View, nil
	}
	m.showing.forced = false
	return v, []Effect{SwitchView{View: v}}
}

// chosenView is the view that the link or the player asks for.
func (m *Model) chosenView() View {
	if m.showing.asked != AnyView {
		return m.showing.asked
	}
	return m.settings.View
}

// viewChanged notes the current view, and says why it is that one where the player
// didn't choose it.
func (m *Model) viewChanged(now ViewChanged) {
	m.showing.view, m.showing.lost = now.View, now.Reason == ContextLost
	switch now.Reason {
	case CanvasUnsupported:
		m.notice = m.say("view.no-drawing")
	case ContextLost:
		m.notice = m.say("view.lost")
	default:
		return
	}
	m.announce(m.notice)
}

// drawAgain is the way back from a plain page that the player didn't choose.
func (m *Model) drawAgain() *ui.Node {
	if !m.showing.lost {
		return nil
	}
	return plain("view.again", m.say("view.again"), SetView{View: Canvas})
}

// viewSetting is the choice between the views, in a browser.
func (m *Model) viewSetting(f frame) *ui.Node {
	if m.showing.view == AnyView {
		return nil
	}
	var options []option
	for _, v := range views() {
		options = append(options, option{
			id: "view." + string(v), text: m.say("settings.view." + string(v)),
			chosen: m.showing.view == v, do: SetView{View: v},
		})
	}
	return setting(f, "views", m.say("settings.view"), options)
}
