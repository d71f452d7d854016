package words

import (
	"slices"
	"strings"
)

// A Text is words with the language that each run of them is in. The interface and
// a case often speak different ones, side by side and within one sentence, and a
// screen reader must know which to read how.
type Text []Run

// A Run is words in one language, a BCP 47 tag; empty is the interface's own.
type Run struct{ Words, Lang string }

// In is a text that is all in one language.
func In(lang, words string) Text {
	if words == "" {
		return nil
	}
	return Text{{Words: words, Lang: lang}}
}

// String is the text without its languages.
func (t Text) String() string {
	if len(t) == 1 {
		return t[0].Words
	}
	var b strings.Builder
	for _, r := range t {
		b.WriteString(r.Words)
	}
	return b.String()
}

// and appends a run, which goes on with the one before where that is in the same
// language.
func (t Text) and(r Run) Text {
	switch last := len(t) - 1; {
	case r.Words == "":
	case last >= 0 && t[last].Lang == r.Lang:
		t[last].Words += r.Words
	default:
		t = append(t, r)
	}
	return t
}

// Join is all the texts in a row, with words of the interface's language between
// them. Beside a text that runs from right to left, one that doesn't, such as a name, is
// isolated: otherwise a number after it would be drawn as a part of it.
func Join(between string, texts ...Text) Text {
	leftward := func(t Text) bool { return strings.ContainsFunc(t.String(), rightToLeft) }
	mixed := slices.ContainsFunc(texts, leftward)
	var all Text
	for i, t := range texts {
		if i > 0 {
			all = all.and(Run{Words: between})
		}
		isolated := mixed && len(t) == 1 && t[0].Lang == "" && !leftward(t)
		for _, r := range t {
			if isolated {
				r.Words = firstStrongIsolate + r.Words + popDirectionalIsolate
			}
			all = all.and(r)
		}
	}
	return all
}

// The control characters around an isolated text: its direction is that of its first
// letter, and what is around it doesn't see it.
const (
	firstStrongIsolate    = "\u2068"
	popDirectionalIsolate = "\u2069"
)

// rightToLeft tells whether a letter is of a script that runs from right to left.
func rightToLeft(r rune) bool {
	return r >= 0x590 && r <= 0x8ff || r >= 0xfb1d && r <= 0xfdff || r >= 0xfe70 && r <= 0xfefe
}

// Map changes the words of a text, run by run.
func (t Text) Map(change func(string) string) Text {
	var all Text
	for _, r := range t {
		all = all.and(Run{Words: change(r.Words), Lang: r.Lang})
	}
	return all
}

// Tell is [Catalogue.Say] where arguments may be a [Text] and keep their languages.
func (c *Catalogue) Tell(key string, args ...any) Text {
	text, ok := c.texts[key]
	if !ok {
		return Text{{Words: "[" + key + "]"}}
	}
	return fill(text, args)
}

// TellCount is [Catalogue.Count] in the same way.
func (c *Catalogue) TellCount(key string, n int, args ...any) Text {
	return c.Tell(c.form(key, n), append([]any{"n", n}, args...)...)
}
