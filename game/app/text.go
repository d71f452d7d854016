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

// told is what the case says. Between words that run from right to left, it must not
// turn what is around it, such as a number after a name in Latin letters.
func (m *Model) told(text string) words.Text {
	if text != "" && ui.RightToLeft(m.Lang()) {
		text = isolated(text, m.caseFile().Language)
	}
	return words.In(m.caseLang, text)
}

// isolated puts a text into the marks of Unicode by which its direction, that of a
// language, holds within it alone.
func isolated(text, lang string) string {
	if ui.RightToLeft(lang) {
		return "\u2067" + text + "\u2069"
	}
	return "\u2066" + text + "\u2069"
}

// voice says what the case says, and the words of questions.
func (m *Model) voice() sources.Voice { return sources.Voice{Words: m.words, Lang: m.caseLang} }

// in says words of a question: those of the case in its language, the others in
// the interface's.
func (m *Model) in(w puzzle.Message) words.Text { return m.voice().In(w) }

// sourceTitle is the title of a source as players read it; empty for one that there
// isn't.
func (m *Model) sourceTitle(id string) words.Text { return m.told(m.titles[id]) }

// markLent marks every text below n that is in English because the interface's language
// lacks it.
func (m *Model) markLent(n *ui.Node) {
	own := ""
	for _, s := range n.Text {
		own += s.Text
	}
	switch {
	case m.words.Lent(own):
		for i := range n.Text {
			if n.Text[i].Lang == "" {
				n.Text[i].Lang = words.Default
			}
		}
	case own == "" && m.words.Lent(n.Name):
		n.Lang = words.Default
	}
	for _, c := range n.Children {
		m.markLent(c)
	}
}
