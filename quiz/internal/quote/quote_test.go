package quote_test

import (
	"fmt"
	"strings"
	"testing"

	"holdtheline/quiz/internal/quote"
)

func TestShort(t *testing.T) {
	for s, want := range map[string]string{
		"":                        "",
		"photo":                   "photo",
		strings.Repeat("é", 80):   strings.Repeat("é", 80),
		strings.Repeat("é", 81):   strings.Repeat("é", 80) + "…",
		strings.Repeat("x", 9999): strings.Repeat("x", 80) + "…",
	} {
		if got := quote.Short(s); got != want {
			t.Errorf("%.90q is shown as %q", s, got)
		}
	}
}

func TestArgsShortensTextOfEveryType(t *testing.T) {
	type word string
	long := strings.Repeat("x", 100)
	got := fmt.Sprintf("%q %q %d", quote.Args([]any{long, word(long), 7})...)
	short := `"` + strings.Repeat("x", 80) + `…"`
	if want := short + " " + short + " 7"; got != want {
		t.Errorf("got %s", got)
	}
}

func TestSentence(t *testing.T) {
	for s, want := range map[string]string{
		"plain – “text”, 日本": "plain – “text”, 日本",
		"a\u00a0space":       "a\u00a0space",
		"red \x1b[31m":       `red \x1b[31m`,
		"a\tb\nc":            `a\tb\nc`,
		"turned \u202eabc":   `turned \u202eabc`,
		"\u009b31m":          `\u009b31m`,
		"broken \xff":        "broken \uFFFD",
	} {
		if got := quote.Sentence(s); got != want {
			t.Errorf("%q is shown as %q, want %q", s, got, want)
		}
	}
	if n := len(quote.Sentence(strings.Repeat("x", 1<<20))); n > 1000 {
		t.Errorf("a sentence of %d bytes", n)
	}
}

func TestRuneKeepsColumns(t *testing.T) {
	got := strings.Map(quote.Rune, "a\tb\x1b[0m\u2028é")
	if want := "a\tb\uFFFD[0m\uFFFDé"; got != want {
		t.Errorf("got %q", got)
	}
}
