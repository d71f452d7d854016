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

// Short returns the beginning of a value for the verb %q, which escapes it.
func Short(s string) string { return cut(s, longestValue) }

// Args returns the arguments of a format with every text among them shortened.
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

// Sentence makes a finished sentence printable: it escapes invisible characters
// and cuts the sentence at a maximum length.
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

// Rune makes a character of an excerpt printable, one for one so that the columns
// stay. A tab stays a tab.
func Rune(r rune) rune {
	if r != '\t' && hidden(r) {
		return utf8.RuneError
	}
	return r
}

// hidden reports whether a character is invisible: a control character, or a mark
// such as one that changes the direction of writing. Spaces are not.
func hidden(r rune) bool { return !unicode.IsPrint(r) && !unicode.Is(unicode.Zs, r) }

// cut keeps the first characters of a text and marks a cut with ….
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
