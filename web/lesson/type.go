package lesson

import (
	"bytes"
	"fmt"

	"holdtheline/assets/fonts"
	"holdtheline/game/theme"
)

// A Typeface is a file that the style sheet names.
type Typeface struct {
	Name   string // of the file
	Data   []byte // TrueType
	family string
	weight int
}

// Typefaces are the game's own.
func Typefaces() []Typeface {
	return []Typeface{
		{"desk-sans-400.ttf", fonts.SansRegular(), "Desk Sans", 400},
		{"desk-sans-600.ttf", fonts.SansBold(), "Desk Sans", 600},
		{"news-serif-400.ttf", fonts.SerifRegular(), "News Serif", 400},
		{"news-serif-600.ttf", fonts.SerifBold(), "News Serif", 600},
	}
}

// StyleSheet is the style sheet of all pages, with the tokens of package theme. The
// typefaces are at the addresses that at gives them.
func StyleSheet(at func(Typeface) string) []byte {
	var b bytes.Buffer
	b.WriteString(theme.CSS())
	for _, t := range Typefaces() {
		fmt.Fprintf(&b, "@font-face { font-family: %q; font-weight: %d; font-display: swap; src: url(%q); }\n", t.family, t.weight, at(t))
	}
	b.Write(style)
	return b.Bytes()
}
