package app

import (
	"errors"
	"strings"

	"holdtheline/assets/words"
	"holdtheline/game/sources"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// Lang is the interface's language, as a BCP 47 tag. The case has its own.
func (m *Model) Lang() string { return m.words.Lang() }

// Words are the texts of the interface.
func (m *Model) Words() *words.Catalogue { return m.words }

// Say says a text of the interface.
func (m *Model) Say(key string, args ...any) string { return m.words.Say(key, args...) }

// speak changes the language of the interface. One whose texts aren't part of the
// program is asked for first.
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

// speakIn takes on the words of a language, and asks for the case in it. Unset words
// can't be set on the canvas.
func (m *Model) speakIn(w *words.Catalogue, unset bool) []Effect {
	before := m.Lang()
	m.awaited, m.showing.wordsUnset = "", unset
	m.setWords(w)
	m.said = "" // it was said in the other one
	effects := m.fitView()
	if m.Lang() != before {
		effects = append(effects, TellCase{Lang: m.Lang()})
	}
	return effects
}

// wordsCame takes on the words that were asked for, or says why they can't be had.
// Those of a language that is no longer wanted are left.
func (m *Model) wordsCame(came WordsCame) []Effect {
	switch {
	case came.Lang != m.awaited:
		return nil
	case came.Words == nil:
		m.awaited = ""
		m.notice = m.say("trouble.language", "language", words.Name(came.Lang, m.showing.view != PlainPage), "why", came.Why)
		m.announce(m.notice)
		return nil
	}
	return m.speakIn(came.Words, came.Unset)
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
func (m *Model) retell(told CaseTold) []Effect {
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
		return nil
	}
	m.set, m.titles, m.shelf, m.sheet = told.Set, sources.Titles(told.Set.Case()), told.Shelf, told.Worksheet
	m.showing.caseUnset = told.Unset
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
	return m.fitView()
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
