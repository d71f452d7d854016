package desk

import (
	"encoding/json"
	"errors"
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
		m.comparing, m.alone = false, nil
		return m.come(msg)
	case EnterCodes:
		return []Effect{OpenEntry(msg)}
	case ScanCodes:
		return []Effect{OpenCamera(msg)}
	case CodesCame:
		m.comparing, m.alone = false, nil
		return m.codesCame(msg)
	case AskName:
		for i := range m.files {
			if f := &m.files[i]; f.number == msg.File && f.code {
				return []Effect{OpenNaming{File: msg.File, Name: f.name}}
			}
		}
	case Named:
		m.rename(msg.File, msg.Name)
	case CaseCame:
		m.caseCame(msg)
	case Remove:
		m.remove(msg.File)
	case Clear:
		m.files, m.comparing, m.alone, m.coded, m.focus = nil, false, nil, 0, headingID
		m.said = m.say("teacher.cleared")
	case Compare:
		if m.ready() {
			m.compare()
		}
	case Back:
		m.comparing, m.alone = false, nil
	case HideNames:
		m.hidden = msg.On
		m.said = m.say("teacher.names.shown")
		if msg.On {
			m.said = m.say("teacher.names.hidden")
		}
	case OpenSave:
		if m.comparing || m.alone != nil {
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
	case WordsCame:
		return m.wordsCame(msg)
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
	m.said = m.say("teacher.removed", "name", m.called(&gone))
}

// compare sets the results side by side, or those of one side together.
func (m *Model) compare() {
	if side := m.oneSide(); side != "" {
		m.alone = groupOf(side, m.results(side))
		return
	}
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

// speak changes the language. One whose texts aren't part of the program is asked for
// first.
func (m *Model) speak(lang string) []Effect {
	w, err := words.Load(lang)
	switch {
	case errors.Is(err, words.ErrElsewhere):
		m.awaited = lang
		return []Effect{LoadWords{Lang: lang}}
	case err != nil:
		m.notice = err.Error()
		return nil
	}
	return m.speakIn(w, false) // what comes with a program can be set, or there is no other view
}

// speakIn takes on the words of a language. Where the canvas can't set them, it goes on
// as a plain page.
func (m *Model) speakIn(w *words.Catalogue, unset bool) []Effect {
	m.awaited, m.words, m.said, m.unset = "", w, "", unset
	if m.view != settings.Canvas || !unset {
		return nil
	}
	m.notice = m.say("view.script")
	m.said = m.notice
	return []Effect{SwitchView{View: settings.PlainPage}}
}

// wordsCame takes on the words that were asked for, or says why they can't be had.
// Those of a language that is no longer wanted are left.
func (m *Model) wordsCame(came WordsCame) []Effect {
	switch {
	case came.Lang != m.awaited:
		return nil
	case came.Words == nil:
		m.awaited = ""
		m.notice = m.say("trouble.language", "language", words.Name(came.Lang, m.view != settings.PlainPage), "why", came.Why)
		m.said = m.notice
		return nil
	}
	return m.speakIn(came.Words, came.Unset)
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
		effects = m.speak(words.Match(append([]string{s.Lang}, m.o.Spoken...)...))
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
