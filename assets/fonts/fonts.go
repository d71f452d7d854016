package fonts

import _ "embed"

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
