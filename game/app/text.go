package app

import (
	"strings"

	"holdtheline/assets/words"
	"holdtheline/game/parts"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
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

// in says words of a question: those of the case in its language, the others in
// the interface's.
func (m *Model) in(w puzzle.Message) words.Text {
	all := make([]words.Text, len(w))
	for i, piece := range w {
		switch {
		case piece.Key != "" && piece.Count:
			all[i] = m.tellCount(piece.Key, piece.N, m.args(piece.Args)...)
		case piece.Key != "":
			all[i] = m.tell(piece.Key, m.args(piece.Args)...)
		case !piece.Date.IsZero():
			all[i] = words.In("", m.date(piece.Date))
		default:
			all[i] = m.told(piece.Text)
		}
	}
	return words.Join("", all...)
}

// args says the words and dates among the arguments of a text. Every second
// argument is a value, and a string there is words of the case.
func (m *Model) args(given []any) []any {
	out := make([]any, len(given))
	for i, arg := range given {
		switch arg := arg.(type) {
		case puzzle.Message:
			out[i] = m.in(arg)
		case edtf.Date:
			out[i] = m.date(arg)
		case string:
			out[i] = arg
			if i%2 == 1 {
				out[i] = m.told(arg)
			}
		default:
			out[i] = arg
		}
	}
	return out
}

// titlesOf are the titles of all sources as players read them, by the sources' IDs.
// A case puts square brackets around those it had to make itself, for pages that
// have none; players read them without.
func titlesOf(c *casefile.Case) map[string]string {
	titles := map[string]string{}
	for _, src := range c.Sources {
		title := src.Title
		if inside, ok := strings.CutPrefix(title, "["); ok && strings.HasSuffix(inside, "]") {
			title = strings.TrimSuffix(inside, "]")
		}
		titles[src.ID] = title
	}
	return titles
}

// sourceTitle is the title of a source as players read it; empty for one that there
// isn't.
func (m *Model) sourceTitle(id string) words.Text { return m.told(m.titles[id]) }

// markLanguages gives every node below n whose words are all in one other language
// that language as a whole.
func markLanguages(n *ui.Node) {
	if lang := onlyLang(n.Text); lang != "" && n.Name == "" {
		n.Lang = lang
		for i := range n.Text {
			n.Text[i].Lang = ""
		}
	}
	for _, c := range n.Children {
		markLanguages(c)
	}
}

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

// onlyLang is the one language that all of the spans name, or empty.
func onlyLang(spans []ui.Span) string {
	lang := ""
	for _, s := range spans {
		if s.Lang == "" || lang != "" && s.Lang != lang {
			return ""
		}
		lang = s.Lang
	}
	return lang
}
