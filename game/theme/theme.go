// Package theme holds every token of the design: colours, type, space, radius,
// duration. Nothing else in the program names a colour or a size. The page's
// style sheet is generated from the same tokens.
package theme

// Color names a colour of the design; a [Palette] gives its value.
type Color int8

// The colours. None, the zero value, means "inherit" for text and "nothing"
// for drawing.
const (
	None Color = iota
	DeskColor
	Paper
	Ink
	Soft
	Rule
	Cord
	OnCord
	RealColor
	PrankColor
	DeniedColor
	UnknownColor
	Focus
	Highlight
	Shade    // a quiet tint of the desk, for bars and panels
	GoodTint // behind TagGood
	BadTint  // behind TagBad
	Track    // the empty part of a bar
	Scrim    // over the screen, below a dialog

	count // how many there are, None included
)

// Family is a typeface.
type Family int8

// Sans is for the desk, Serif for what is news.
const (
	Sans Family = iota
	Serif
)

// Size is a step of the type scale.
type Size int8

// The sizes. BodySize, the zero value, is 16 CSS pixels at 100 %. HeroSize is
// for a name or a number that a whole screen is about.
const (
	BodySize    Size = iota // 16
	LabelSize               // 12.5, letter-spaced capitals for labels
	SmallSize               // 14
	LeadSize                // 18
	TitleSize               // 23
	DisplaySize             // 28
	HeroSize                // 52
)

// Font is a typeface at a size.
type Font struct {
	Family Family
	Size   Size
	Bold   bool
	Caps   bool // drawn as letter-spaced capitals; the text itself is not changed
}
