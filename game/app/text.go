package app

import (
	"holdtheline/assets/words"
	"holdtheline/game/parts"
	"holdtheline/game/sources"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/puzzle"
)

// A sayable is what a screen can say: words of the interface, or a text whose runs
// know their language. Everything that a case says is such a text.
type sayable interface{ string | words.Text }

// spans are a text as a node has it.
func spans[T sayable](text T) []ui.Span { return parts.Spans(text) }

// strong sets a text off.
func strong[T sayable](text T) []ui.Span {
	out := spans(text)
	for i := range out {
		out[i].Strong = true
	}
	return out
}

// tell and tellCount say a text of the interface into which texts of the case are
// put.
func (m *Model) tell(key string, args ...any) words.Text { return m.words.Tell(key, args...) }

func (m *Model) tellCount(key string, n int, args ...any) words.Text {
	return m.words.TellCount(key, n, args...)
}

// told is what the case says.
func (m *Model) told(text string) words.Text { return words.In(m.caseLang, text) }

// voice says what the case says, and the words of questions.
func (m *Model) voice() sources.Voice { return sources.Voice{Words: m.words, Lang: m.caseLang} }

// in says words of a question: those of the case in its language, the others in
// the interface's.
func (m *Model) in(w puzzle.Message) words.Text { return m.voice().In(w) }

// sourceTitle is the title of a source as players read it; empty for one that there
// isn't.
func (m *Model) sourceTitle(id string) words.Text { return m.told(m.titles[id]) }
