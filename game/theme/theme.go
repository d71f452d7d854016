package theme

import (
	"holdtheline/assets/fonts"
	"holdtheline/game/toolkit/style"
	"holdtheline/game/toolkit/typeface"
)

// The toolkit's types.
type (
	Color   = style.Color
	Family  = style.Family
	Size    = style.Size
	Font    = style.Font
	Palette = style.Palette
)

// The colours. None, the zero value, means "inherit" for text and "nothing"
// for drawing.
const (
	None        = style.None
	DeskColor   = style.Ground
	Paper       = style.Surface
	Ink         = style.Ink
	Soft        = style.Soft
	Rule        = style.Rule
	Cord        = style.Accent
	OnCord      = style.OnAccent
	RealColor   = style.Good
	DeniedColor = style.Bad
	GoodTint    = style.GoodTint  // behind TagGood
	BadTint     = style.BadTint   // behind TagBad
	Shade       = style.Shade     // a quiet tint of the desk, for bars and panels
	Track       = style.Track     // the empty part of a bar
	Highlight   = style.Highlight // behind marked text
	Focus       = style.Focus
	Scrim       = style.Scrim // over the screen, below a dialog
)

// The colours that only the game has.
const (
	PrankColor Color = style.OwnColor + iota
	UnknownColor
	CodeInk   // the modules of a QR code: dark in every theme, since some readers take nothing else
	CodePaper // and its ground

	count // the number of colours, None included
)

// Sans is for the interface, Serif for news.
const (
	Sans Family = iota
	Serif
)

// The sizes. BodySize, the zero value, is 16 CSS pixels at 100 %. HeroSize is
// for a name or a number that a whole screen is about, BoardSize for what is read from
// the last row of a classroom.
const (
	BodySize  = style.Body
	LabelSize = style.Label // letter-spaced capitals for labels
	SmallSize = style.Small
)

// The sizes that only the game has.
const (
	LeadSize Size = style.OwnSize + iota
	TitleSize
	DisplaySize
	HeroSize
	BoardSize
)

// Tokens is the toolkit's theme.
var Tokens = &style.Theme{
	Colors: []string{
		None: "none", DeskColor: "desk", Paper: "paper", Ink: "ink", Soft: "soft", Rule: "rule", Cord: "cord", OnCord: "on-cord",
		RealColor: "real", PrankColor: "prank", DeniedColor: "denied", UnknownColor: "unknown",
		CodeInk: "code-ink", CodePaper: "code-paper",
		Focus: "focus", Highlight: "highlight", Shade: "shade", GoodTint: "good-tint", BadTint: "bad-tint",
		Track: "track", Scrim: "scrim",
	},
	Faces: []style.Face{
		Sans:  {Name: "sans", Family: "Desk Sans", Regular: fonts.SansRegular(), Bold: fonts.SansBold()},
		Serif: {Name: "serif", Family: "News Serif", Regular: fonts.SerifRegular(), Bold: fonts.SerifBold(), Hang: true},
	},
	// Larger sizes are set tighter, as headlines are.
	Sizes: []style.Step{
		BodySize:    {Name: "body", Pixels: 16, Line: 23},
		LabelSize:   {Name: "label", Pixels: 12.5, Line: 18},
		SmallSize:   {Name: "small", Pixels: 14, Line: 20},
		LeadSize:    {Name: "lead", Pixels: 18, Line: 25},
		TitleSize:   {Name: "title", Pixels: 23, Line: 29},
		DisplaySize: {Name: "display", Pixels: 28, Line: 35},
		HeroSize:    {Name: "hero", Pixels: 52, Line: 56},
		BoardSize:   {Name: "board", Pixels: 92, Line: 100},
	},
	CapsSpacing: 0.07,
	Target:      target,
	Radius:      style.Radii{Card: cardRadius, Control: controlRadius, Sheet: sheetRadius, Button: buttonRadius},
	Ring:        style.Ring{Width: focusWidth, Gap: focusGap},
	Slide:       slide,
	Land:        land,
	Palette: func(name string, p style.Preference) *Palette {
		return Of(Name(name).Resolve(p))
	},
}

// Faces returns the game's typefaces, ready to measure and to draw with. The
// files are embedded and tested, so Faces panics if one can't be parsed.
func Faces() *typeface.Set {
	faces, err := typeface.New(Tokens)
	if err != nil {
		panic("theme: " + err.Error())
	}
	return faces
}
