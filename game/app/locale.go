package app

import (
	"strings"

	"holdtheline/assets/words"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// Lang is the interface's language, as a BCP 47 tag. The case has its own.
func (m *Model) Lang() string { return m.words.Lang() }

// Say says a text of the interface.
func (m *Model) Say(key string, args ...any) string { return m.words.Say(key, args...) }

// speak changes the language of the interface.
func (m *Model) speak(lang string) {
	w, err := words.Load(lang)
	if err != nil {
		m.notice = err.Error()
		return
	}
	m.setWords(w)
	m.said = "" // it was said in the other one
}

// setWords takes on the words of a language.
func (m *Model) setWords(w *words.Catalogue) {
	m.words, m.locale, m.caseLang = w, w.Dates(), ""
	if c := m.caseFile(); c.Language != w.Lang() {
		m.caseLang = c.Language
	}
}

// retell goes on in the language of the case that has come. One of another case comes
// too late.
func (m *Model) retell(told CaseTold) {
	in := func(s *session.Session) *session.Session {
		if s == nil {
			return nil
		}
		again, err := s.In(told.Set)
		if err != nil {
			m.notice = err.Error()
			return s
		}
		return again
	}
	if told.Set.Case().ID != m.caseFile().ID || told.Set.Fingerprint() != m.set.Fingerprint() {
		return
	}
	m.set, m.titles, m.shelf, m.sheet = told.Set, titlesOf(told.Set.Case()), told.Shelf, told.Worksheet
	m.setWords(m.words)
	played := m.session
	m.session = in(played)
	for variant, s := range m.saved {
		if s == played {
			m.saved[variant] = m.session
			continue
		}
		m.saved[variant] = in(s)
	}
	m.said = "" // it was said in the other one
}

// number writes a number's decimal point as the language has it.
func (m *Model) number(text string) string {
	return strings.Replace(text, ".", m.say("number.point"), 1)
}

func (m *Model) say(key string, args ...any) string { return m.words.Say(key, args...) }

func (m *Model) count(key string, n int, args ...any) string {
	return m.words.Count(key, n, args...)
}

func (m *Model) date(d edtf.Date) string { return d.Human(m.locale) }

// verdictName is what a verdict is called on its stamp.
func (m *Model) verdictName(v casefile.Verdict) words.Text {
	return m.in(puzzle.Stamp(m.caseFile(), v))
}

// certaintyName is what a certainty from 1 to 3 is called.
func (m *Model) certaintyName(n int) string { return m.say("certainty." + string(rune('0'+n))) }
