// Package fonts carries the two typefaces of the game: a sans for the desk and
// a serif for what is news, each regular and bold. It never draws and never
// measures; package typeface does.
//
// The files are subsets (Latin with the accents of Europe, Greek, Cyrillic,
// punctuation) of IBM Plex Sans and Source Serif 4, cut by the script in the
// folder build and renamed, as their licence asks. The licence texts lie beside
// them.
package fonts

import (
	_ "embed"
	"slices"
	"sync"
	"unicode"

	"holdtheline/game/toolkit/typeface/truetype"
)

var (
	//go:embed desk-sans-400.ttf
	sansRegular []byte
	//go:embed desk-sans-600.ttf
	sansBold []byte
	//go:embed news-serif-400.ttf
	serifRegular []byte
	//go:embed news-serif-600.ttf
	serifBold []byte
)

// SansRegular is the desk's typeface, weight 400, as TrueType.
func SansRegular() []byte { return sansRegular }

// SansBold is the desk's typeface, weight 600, as TrueType.
func SansBold() []byte { return sansBold }

// SerifRegular is the typeface of the news, weight 400, as TrueType.
func SerifRegular() []byte { return serifRegular }

// SerifBold is the typeface of the news, weight 600, as TrueType.
func SerifBold() []byte { return serifBold }

// parsed are the four fonts, each parsed on first use. The files are part of
// the program and the tests parse them, so an error here is a broken build.
var parsed = sync.OnceValue(func() []*truetype.Font {
	var all []*truetype.Font
	for _, data := range [][]byte{sansRegular, sansBold, serifRegular, serifBold} {
		f, err := truetype.Parse(data)
		if err != nil {
			panic("fonts: an embedded font can't be read: " + err.Error())
		}
		all = append(all, f)
	}
	return all
})

// Missing returns the characters of the text for which some weight has no glyph
// in either typeface, each once, in order of their code points. Control
// characters, such as line breaks, are never missing.
func Missing(text string) []rune {
	all := parsed()
	var missing []rune
	for _, r := range text {
		if unicode.IsControl(r) || slices.Contains(missing, r) {
			continue
		}
		regular := all[0].Glyph(r) != 0 || all[2].Glyph(r) != 0
		bold := all[1].Glyph(r) != 0 || all[3].Glyph(r) != 0
		if !regular || !bold {
			missing = append(missing, r)
		}
	}
	slices.Sort(missing)
	return missing
}
