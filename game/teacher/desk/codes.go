package desk

import (
	"errors"
	"strings"

	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/code"
	"holdtheline/quiz/compare"
	"holdtheline/quiz/packed"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// codesCame takes in the codes of a text: typed or pasted, from the camera or from a
// file.
func (m *Model) codesCame(msg CodesCame) []Effect {
	found, left := code.Find(msg.Text)
	if len(found) == 0 {
		m.note("teacher.codes.none")
		return nil
	}
	if msg.Name != "" && len(found) == 1 {
		found[0].Name = msg.Name
	}
	in := intake{}
	effects := m.takeCodes(msg.Side, found, &in)
	if left {
		in.many++
	}
	m.sum(&in)
	if f := len(m.files) - 1; len(found) == 1 && in == (intake{}) {
		// Of a single one, such as from the camera, it is said what it is.
		m.Said = m.Say("teacher.codes.one", "name", m.called(&m.files[f]), "about", m.about(&m.files[f]).String()) + " " + m.tally()
	}
	return effects
}

// note shows and says a sentence.
func (m *Model) note(key string) {
	m.Notice = m.Say(key)
	m.Said = m.Notice
}

// takeCodes makes a file of each code.
func (m *Model) takeCodes(side session.When, found []code.Found, in *intake) []Effect {
	var effects []Effect
	for _, one := range found {
		if len(m.files) >= mostFiles {
			in.many++
			continue
		}
		f := file{number: m.numbers, name: one.Name, side: side, code: true}
		if one.Err != nil {
			m.refuse(&f, one.Err)
		} else {
			effects = append(effects, m.readCode(&f, one.Code)...)
		}
		m.take(f, in)
	}
	return effects
}

// readCode finds out which case a code is of and reads it. If the case is missing it
// waits for it.
func (m *Model) readCode(f *file, c code.Code) []Effect {
	for _, head := range m.Heads() {
		if c.Of(head.ID) {
			f.caseID = head.ID
		}
	}
	if f.caseID == "" {
		f.state = foreign
		return nil
	}
	f.given = c
	set, there := m.sets[f.caseID]
	if !there {
		f.state = waiting
		return m.ask(f.caseID)
	}
	m.openCode(f, set)
	return nil
}

// openCode reads a code of a case that is there.
func (m *Model) openCode(f *file, set *puzzle.Set) {
	s, err := f.given.Session(set)
	if err != nil {
		m.refuse(f, err)
		return
	}
	if when := s.Config().When; when == session.Before || when == session.After {
		f.side, f.itself = when, true
	}
	m.result(f, set, s)
	if !s.Done() {
		f.state = unfinished
	}
}

// mistakes are the states of codes with a line that is wrong.
var mistakes = map[code.Mistake]state{code.Mistyped: mistyped, code.TooShort: tooShort, code.TooLong: tooLong, code.Missing: cutShort}

// refuse says why a code can't be read.
func (m *Model) refuse(f *file, err error) {
	var wrong *code.LineError
	switch {
	case errors.As(err, &wrong):
		f.state, f.line = mistakes[wrong.What], wrong.Line
	case errors.Is(err, packed.ErrOtherCase):
		f.state = otherCase
	case errors.Is(err, packed.ErrVersion):
		f.state = otherFormat
	case errors.Is(err, packed.ErrDamaged):
		f.state = changed
	default:
		f.state = forged
	}
}

// codesIn are the codes in a file that is no session, if there are any.
func codesIn(given ui.File) []code.Found {
	if len(given.Data) > code.MaxText {
		return nil
	}
	found, _ := code.Find(strings.ToValidUTF8(string(given.Data), "?"))
	if len(found) == 1 && found[0].Name == "" {
		found[0].Name = compare.Name(given.Name)
	}
	return found
}

// rename gives a code's pupil a name. Without one it has its number again.
func (m *Model) rename(number int, name string) {
	for i := range m.files {
		f := &m.files[i]
		if f.number != number || !f.code {
			continue
		}
		f.name = tidy(name)
		for j := range f.entries {
			f.entries[j].Who = m.who(f)
		}
		m.Focus = fileID(*f) + ".rename"
		m.Said = m.Say("teacher.renamed", "name", m.called(f))
	}
}

// longestTyped is the most letters of a name.
const longestTyped = 60

// tidy takes a name as it was typed.
func tidy(name string) string {
	name = strings.Join(strings.Fields(name), " ")
	if r := []rune(name); len(r) > longestTyped {
		name = string(r[:longestTyped])
	}
	return name
}

// called is what a file is called: a code has its pupil's name, or a number. Numbers
// differ on both sides: nothing says that the first code from before is of the same
// pupil as the first from after.
func (m *Model) called(f *file) string {
	if f.code && f.name == "" {
		return m.Say("teacher.pupil", "n", f.pupil)
	}
	return f.name
}

// who is whose result a file has.
func (m *Model) who(f *file) string { return compare.Name(m.called(f)) }
