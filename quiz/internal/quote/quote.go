package quote

import (
	"reflect"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The longest that a message shows, in characters.
const (
	longestValue    = 80
	longestSentence = 400
)

// Short is the beginning of a value, for the verb %q, which makes the rest of
// it harmless.
func Short(s string) string { return cut(s, longestValue) }

// Args are the arguments of a format with every text among them shortened.
func Args(args []any) []any {
	out := make([]any, len(args))
	for i, a := range args {
		out[i] = a
		if v := reflect.ValueOf(a); v.Kind() == reflect.String {
			out[i] = Short(v.String())
		}
	}
	return out
}

// Sentence is a finished sentence as it can be printed: what has no shape on
// the screen is written as an escape, and it ends at some length.
func Sentence(s string) string {
	s = cut(s, longestSentence)
	if strings.IndexFunc(s, hidden) < 0 && utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if hidden(r) {
			escaped := strconv.QuoteRune(r)
			b.WriteString(escaped[1 : len(escaped)-1])
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Rune is a character of an excerpt as it can be printed, one for one so that
// the columns stay. A tab stays a tab.
func Rune(r rune) rune {
	if r != '\t' && hidden(r) {
		return utf8.RuneError
	}
	return r
}

// hidden reports a character that has no shape of its own: a control
// character, or a mark such as the one that turns the direction of writing.
// Spaces have their width.
func hidden(r rune) bool { return !unicode.IsPrint(r) && !unicode.Is(unicode.Zs, r) }

// cut keeps the first characters of a text, and says with … that there were
// more.
func cut(s string, most int) string {
	n := 0
	for i := range s {
		if n == most {
			return strings.ToValidUTF8(s[:i], "\uFFFD") + "…"
		}
		n++
	}
	return s
}
