package app

import (
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
)

func (m *Model) say(key string, args ...any) string { return m.words.Say(key, args...) }

func (m *Model) count(key string, n int, args ...any) string {
	return m.words.Count(key, n, args...)
}

func (m *Model) date(d edtf.Date) string { return d.Human(m.locale) }

// verdictName is what a verdict is called on its stamp.
func (m *Model) verdictName(v casefile.Verdict) string { return m.say("verdict." + string(v)) }

// certaintyName is what a certainty from 1 to 3 is called.
func (m *Model) certaintyName(n int) string { return m.say("certainty." + string(rune('0'+n))) }
