package desk

import (
	"slices"

	"holdtheline/game/teacher/frame"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/compare"
	"holdtheline/quiz/session"
)

// Update answers a message: it changes the model and returns what is to be done
// outside. A message that makes no sense now changes nothing.
func (m *Model) Update(msg ui.Msg) []Effect {
	before, lang := m.screen(), m.Lang()
	effects, known := m.Answer(msg)
	if !known {
		effects = m.answer(msg)
	} else if m.Lang() != lang {
		for _, head := range m.Heads() { // in an order that is always the same
			if set := m.sets[head.ID]; set != nil {
				effects = append(effects, m.Retell(set.Case())...)
			}
		}
	}
	if m.screen() != before {
		m.InSettings, m.dialog, m.Said, m.Focus = false, noDialog, "", frame.HeadingID
	}
	return m.Moved(effects)
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
	case frame.CaseCame:
		return m.caseCame(msg)
	case Remove:
		m.remove(msg.File)
	case Clear:
		m.files, m.comparing, m.alone, m.coded, m.Focus = nil, false, nil, 0, frame.HeadingID
		m.Said = m.Say("teacher.cleared")
	case Compare:
		if m.ready() {
			m.compare()
		}
	case Back:
		m.comparing, m.alone = false, nil
	case HideNames:
		m.hidden = msg.On
		m.Said = m.Say("teacher.names.shown")
		if msg.On {
			m.Said = m.Say("teacher.names.hidden")
		}
	case OpenSave:
		if m.comparing || m.alone != nil {
			m.dialog, m.Focus = saveDialog, frame.DialogHeadingID
		}
	case Save:
		return m.save(msg.Format)
	case Print:
		return []Effect{frame.PrintPage{}}
	case CloseDialog:
		m.dialog = noDialog
	}
	return nil
}

// remove takes a file away. The focus goes to the one after it, or to the heading of
// its side.
func (m *Model) remove(number int) {
	i := slices.IndexFunc(m.files, func(f file) bool { return f.number == number })
	if i < 0 {
		return
	}
	gone := m.files[i]
	m.files = slices.Delete(slices.Clone(m.files), i, i+1)
	m.Focus = sideID(gone.side) + ".title"
	for _, f := range m.files[i:] {
		if f.side == gone.side {
			m.Focus = fileID(f) + ".remove"
			break
		}
	}
	m.Said = m.Say("teacher.removed", "name", m.called(&gone))
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
