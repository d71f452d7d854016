package sources

import (
	"strings"

	"holdtheline/assets/words"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/puzzle"
)

// A Voice says what a case says beside what the interface says, each in its own
// language.
type Voice struct {
	Words *words.Catalogue
	Lang  string // the case's language, where it is another than the interface's
}

// Told is what the case says.
func (v Voice) Told(text string) words.Text { return words.In(v.Lang, text) }

// In says words of a question: those of the case in its language, the others in
// the interface's.
func (v Voice) In(w puzzle.Message) words.Text {
	all := make([]words.Text, len(w))
	for i, piece := range w {
		switch {
		case piece.Key != "" && piece.Count:
			all[i] = v.Words.TellCount(piece.Key, piece.N, v.args(piece.Args)...)
		case piece.Key != "":
			all[i] = v.Words.Tell(piece.Key, v.args(piece.Args)...)
		case !piece.Date.IsZero():
			all[i] = words.In("", v.Words.Date(piece.Date))
		default:
			all[i] = v.Told(piece.Text)
		}
	}
	return words.Join("", all...)
}

// args says the words and dates among the arguments of a text. Every second
// argument is a value, and a string there is words of the case.
func (v Voice) args(given []any) []any {
	out := make([]any, len(given))
	for i, arg := range given {
		switch arg := arg.(type) {
		case puzzle.Message:
			out[i] = v.In(arg)
		case edtf.Date:
			out[i] = v.Words.Date(arg)
		case string:
			out[i] = arg
			if i%2 == 1 {
				out[i] = v.Told(arg)
			}
		default:
			out[i] = arg
		}
	}
	return out
}

// Titles are the titles of all sources as players read them, by the sources' IDs.
// A case puts square brackets around those it had to make itself, for pages that
// have none; players read them without.
func Titles(c *casefile.Case) map[string]string {
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

// MarkLanguages gives every node below n whose words are all in one other language
// that language as a whole.
func MarkLanguages(n *ui.Node) {
	if lang := onlyLang(n.Text); lang != "" && n.Name == "" {
		n.Lang = lang
		for i := range n.Text {
			n.Text[i].Lang = ""
		}
	}
	for _, c := range n.Children {
		MarkLanguages(c)
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
