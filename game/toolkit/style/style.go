package style

import (
	"image/color"
	"math"
	"time"
)

// A Color names a colour of the theme; a [Palette] gives its value. A program's
// own colours start at [OwnColor].
type Color int8

// The colours that the toolkit's own looks are painted in. None, the zero
// value, means "inherit" for text and "nothing" for drawing.
const (
	None      Color = iota
	Ground          // the background of the screen
	Surface         // cards, sheets and controls; text on Ink
	Ink             // text, and the edges of controls
	Soft            // secondary text
	Rule            // thin lines
	Accent          // the main button, and what is selected
	OnAccent        // text on Accent
	Good            // right
	Bad             // wrong
	GoodTint        // behind text in Good
	BadTint         // behind text in Bad
	Shade           // bars and panels
	Track           // the empty part of a bar; a disabled button
	Highlight       // behind marked text
	Focus           // the focus ring
	Scrim           // over the screen, below a dialog

	OwnColor // the first that is the program's own
)

// A Family is a typeface, as an index into [Theme.Faces]. The zero value is the
// one for controls.
type Family int8

// A Size is a step of the type scale, as an index into [Theme.Sizes]. A
// program's own sizes start at [OwnSize].
type Size int8

// The sizes that the toolkit's own looks are set in.
const (
	Body  Size = iota // running text; the default
	Label             // the smallest
	Small             // tags

	OwnSize // the first that is the program's own
)

// A Font is a typeface at a size.
type Font struct {
	Family Family
	Size   Size
	Bold   bool
	Caps   bool // drawn as letter-spaced capitals; the text itself is not changed
}

// A Theme is every design token except colour values, which are in a [Palette].
// Don't change it once it is in use.
type Theme struct {
	Colors []string // by Color: its name in the page's style sheet, without dashes
	Faces  []Face   // by Family; at least one
	Sizes  []Step   // by Size; at least OwnSize

	// CapsSpacing is the letter spacing of a font in capitals, as a share of
	// its size.
	CapsSpacing float64
	// Target is the least height of a control, in CSS pixels.
	Target float64
	Radius Radii
	Ring   Ring
	// Slide is the duration of an entrance, and Land of gliding to a new
	// position or changing form.
	Slide, Land time.Duration

	// Palette returns the palette with the name the player chose, or the one
	// the system prefers.
	Palette func(name string, p Preference) *Palette
}

// A Face is a typeface in its two weights.
type Face struct {
	Name          string // in the page's style sheet: the custom property --Name
	Family        string // the page's font-family
	Regular, Bold []byte // TrueType
	// Hang makes an opening quotation mark hang in the margin, so that the
	// letters of the lines are aligned.
	Hang bool
}

// A Step is a step of the type scale. Lengths are CSS pixels at 100 % text.
type Step struct {
	Name   string  // in the page's style sheet
	Pixels float64 // per em
	Line   float64 // from one baseline to the next
}

// Radii are corner radii, in CSS pixels, limited to half the height.
type Radii struct{ Card, Control, Sheet, Button float64 }

// A Ring is the focus ring: its width and its distance from the control, in CSS
// pixels.
type Ring struct{ Width, Gap float64 }

// Step returns a step of the type scale, or that of running text for one that
// the theme doesn't have.
func (t *Theme) Step(s Size) Step {
	if s < 0 || int(s) >= len(t.Sizes) {
		s = Body
	}
	return t.Sizes[s]
}

// Color returns the name of a colour, or "none".
func (t *Theme) Color(c Color) string {
	if c <= None || int(c) >= len(t.Colors) {
		return "none"
	}
	return t.Colors[c]
}

// Face returns a typeface, or the first for one that the theme doesn't have.
func (t *Theme) Face(f Family) Face {
	if f < 0 || int(f) >= len(t.Faces) {
		f = 0
	}
	return t.Faces[f]
}

// A Preference is the system's colour preferences.
type Preference struct {
	Dark, MoreContrast bool
}

// A Palette gives every [Color] its value.
type Palette struct {
	Name   string
	Colors []color.RGBA // by Color, premultiplied
	// Shadow is the opacity of shadows, from 0 to 1.
	Shadow float64
	// Lamp is the share of Surface mixed into Ground at the top of the screen,
	// from 0 to 1; it is 0 at the bottom.
	Lamp float64
	// Edges tells whether every card and panel gets a drawn edge.
	Edges bool
}

// RGBA returns the value of a colour, premultiplied. None is transparent.
func (p *Palette) RGBA(c Color) color.RGBA {
	if c < 0 || int(c) >= len(p.Colors) {
		return color.RGBA{}
	}
	return p.Colors[c]
}

// Mix interpolates from a to b by t. Hover colours are mixed from the palette,
// so that it needs no more entries.
func Mix(a, b color.RGBA, t float64) color.RGBA {
	part := func(x, y uint8) uint8 { return uint8(math.Round(float64(x) + (float64(y)-float64(x))*t)) }
	return color.RGBA{R: part(a.R, b.R), G: part(a.G, b.G), B: part(a.B, b.B), A: part(a.A, b.A)}
}
