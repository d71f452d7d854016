package desk

import (
	"encoding/json"
	"slices"

	"holdtheline/assets/words"
	"holdtheline/game/settings"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/compare"
	"holdtheline/quiz/session"
)

// Update answers a message: it changes the model and returns what is to be done
// outside. A message that makes no sense now changes nothing.
func (m *Model) Update(msg ui.Msg) []Effect {
	before := m.screen()
	effects := m.answer(msg)
	if m.screen() != before {
		m.dialog, m.said, m.focus = noDialog, "", headingID
	}
	if m.focus != "" {
		effects, m.focus = append(effects, Focus{Node: m.focus}), ""
	}
	return effects
}

func (m *Model) answer(msg ui.Msg) []Effect {
	switch msg := msg.(type) {
	case Choose:
		return []Effect{ChooseFiles(msg)}
	case Came:
		m.comparing = false
		return m.come(msg)
	case CaseCame:
		m.caseCame(msg)
	case Remove:
		m.remove(msg.File)
	case Clear:
		m.files, m.comparing, m.focus = nil, false, headingID
		m.said = m.say("teacher.cleared")
	case Compare:
		if m.ready() {
			m.compare()
		}
	case Back:
		m.comparing = false
	case HideNames:
		m.hidden = msg.On
		m.said = m.say("teacher.names.shown")
		if msg.On {
			m.said = m.say("teacher.names.hidden")
		}
	case OpenSave:
		if m.comparing {
			m.open(saveDialog)
		}
	case Save:
		return m.save(msg.Format)
	case Print:
		return []Effect{PrintPage{}}
	case GoHome:
		return []Effect{Leave{}}
	case OpenSettings:
		m.open(settingsDialog)
	case CloseDialog:
		m.dialog = noDialog
	case ShowNotice:
		m.notice = msg.Text
	case DismissNotice:
		m.notice, m.lost = "", false
	case ViewChanged:
		m.viewChanged(msg)
	default:
		return m.adjust(msg)
	}
	return nil
}

func (m *Model) open(d dialog) { m.dialog, m.focus = d, dialogHeadingID }

// remove takes a file away. The focus goes to the one after it, or to the heading of
// its side.
func (m *Model) remove(number int) {
	i := slices.IndexFunc(m.files, func(f file) bool { return f.number == number })
	if i < 0 {
		return
	}
	gone := m.files[i]
	m.files = slices.Delete(slices.Clone(m.files), i, i+1)
	m.focus = sideID(gone.side) + ".title"
	for _, f := range m.files[i:] {
		if f.side == gone.side {
			m.focus = fileID(f) + ".remove"
			break
		}
	}
	m.said = m.say("teacher.removed", "name", gone.name)
}

// compare sets the results side by side.
func (m *Model) compare() {
	before, after := m.results(session.Before), m.results(session.After)
	m.compared = compare.Of(before, after, compare.Options{})
	m.places = placesOf(m.compared, before, after)
	m.comparing = true
}

func (m *Model) viewChanged(now ViewChanged) {
	m.view, m.lost = now.View, now.Reason == ContextLost
	switch now.Reason {
	case CanvasUnsupported:
		m.notice = m.say("teacher.no-drawing")
	case ContextLost:
		m.notice = m.say("teacher.lost")
	default:
		return
	}
	m.said = m.notice
}

// adjust answers the messages that change a setting. An unknown value changes
// nothing.
func (m *Model) adjust(change ui.Msg) []Effect {
	s := m.settings
	var effects []Effect
	switch c := change.(type) {
	case SetTheme:
		s.Theme = settings.Known(settings.Themes(), c.Theme, s.Theme)
	case SetText:
		s.Text = settings.Known(settings.TextSizes(), c.Percent, s.Text)
	case SetMotion:
		s.Motion = settings.Known(settings.Motions(), c.Motion, s.Motion)
	case SetView:
		s.View = settings.Known(settings.Views(), c.View, s.View)
		effects = []Effect{SwitchView{View: s.View}} // even if it was chosen before: it may have failed then
	case SetLanguage:
		s.Lang = settings.Known(settings.Languages(), c.Lang, s.Lang)
		w, err := words.Load(words.Match(append([]string{s.Lang}, m.o.Spoken...)...))
		if err != nil {
			m.notice = err.Error()
			return nil
		}
		m.words, m.said = w, ""
	}
	if s == m.settings {
		return effects
	}
	m.settings = s
	data, err := json.Marshal(s)
	if err != nil {
		m.notice = err.Error()
		return effects
	}
	return append(effects, SaveSettings{Data: data})
}
