package fontstest

import (
	"slices"
	"sync"
	"unicode"

	"holdtheline/assets/fonts"
	"holdtheline/game/toolkit/typeface/truetype"
)

// parsed are the four fonts, each parsed on first use. The files are part of
// the program and the tests parse them, so an error here is a broken build.
var parsed = sync.OnceValue(func() []*truetype.Font {
	var all []*truetype.Font
	for _, data := range [][]byte{fonts.SansRegular(), fonts.SansBold(), fonts.SerifRegular(), fonts.SerifBold()} {
		f, err := truetype.Parse(data)
		if err != nil {
			panic("fontstest: an embedded font can't be read: " + err.Error())
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
