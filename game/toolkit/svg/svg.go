// Package svg draws a figure as SVG: for the plain page, for paper, and for
// reports. It paints with the custom properties of the page's style sheet (see
// theme.CSS), so a picture follows the page's theme. It never touches a
// browser.
//
// Start reading at [Render].
package svg

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"holdtheline/game/theme"
	"holdtheline/game/toolkit/typeface"
	"holdtheline/game/toolkit/ui"
)

// Render returns the figure as an SVG element of w by h CSS pixels, hidden from
// screen readers: whatever shows it names it. Colours are custom properties;
// the figure's own colour, theme.None, is currentColor.
func Render(f ui.Figure, w, h float64) string { return With(typeface.New(), f, w, h) }

// With is Render with typefaces that have been read already.
func With(faces *typeface.Set, f ui.Figure, w, h float64) string {
	return Draw(faces, f, w, h, ui.State{}, 1, false)
}

// Draw is Render of a figure in a state, enlarged by a scale. A backdrop has no
// size of its own and fills the box it stands in, however that is stretched.
func Draw(faces *typeface.Set, f ui.Figure, w, h float64, s ui.State, scale float64, backdrop bool) string {
	c := canvas{faces: faces}
	c.out.WriteString(`<svg xmlns="http://www.w3.org/2000/svg"`)
	if backdrop {
		c.out.WriteString(` width="100%" height="100%" preserveAspectRatio="none"`)
	} else {
		fmt.Fprintf(&c.out, ` width="%s" height="%s"`, number(w*scale), number(h*scale))
	}
	fmt.Fprintf(&c.out, ` viewBox="0 0 %s %s" aria-hidden="true">`, number(w), number(h))
	f.Draw(&c, w, h, s)
	c.out.WriteString("</svg>")
	return c.out.String()
}

// A canvas writes what is drawn on it.
type canvas struct {
	faces *typeface.Set
	out   strings.Builder
}

// Fill implements [ui.Canvas].
func (c *canvas) Fill(p ui.Path, color theme.Color) {
	fmt.Fprintf(&c.out, `<path d="%s" fill="%s"/>`, data(p), paint(color))
}

// Stroke implements [ui.Canvas].
func (c *canvas) Stroke(p ui.Path, width float64, color theme.Color) {
	fmt.Fprintf(&c.out, `<path d="%s" fill="none" stroke-linecap="round" stroke-linejoin="round" stroke-width="%s" stroke="%s"/>`,
		data(p), number(width), paint(color))
}

// Repeat implements [ui.Canvas].
func (c *canvas) Repeat(p ui.Path, at []ui.Point, width float64, color theme.Color) {
	var all ui.Path
	for _, o := range at {
		for _, s := range p {
			s.X1, s.X2, s.X3 = s.X1+o.X, s.X2+o.X, s.X3+o.X
			s.Y1, s.Y2, s.Y3 = s.Y1+o.Y, s.Y2+o.Y, s.Y3+o.Y
			all = append(all, s)
		}
	}
	c.Stroke(all, width, color)
}

// Text implements [ui.Canvas]. The text is made as wide as the program draws
// it, whatever typeface the page has.
func (c *canvas) Text(s string, x, y float64, font theme.Font, color theme.Color) {
	if s == "" {
		return
	}
	family := "var(--sans)"
	if font.Family == theme.Serif {
		family = "var(--serif)"
	}
	weight := 400
	if font.Bold {
		weight = 600
	}
	length := number(c.Advance(s, font))
	if font.Caps {
		s = strings.ToUpper(s) // no attribute does it, and style attributes are against the page's policy
	}
	fmt.Fprintf(&c.out, `<text x="%s" y="%s" textLength="%s" lengthAdjust="spacingAndGlyphs" fill="%s" font-family="%s" font-size="%s" font-weight="%d">`,
		number(x), number(y), length, paint(color), family, number(font.Size.Pixels()), weight)
	c.out.WriteString(escape.Replace(s))
	c.out.WriteString("</text>")
}

// Advance implements [ui.Canvas].
func (c *canvas) Advance(s string, font theme.Font) float64 { return c.faces.Advance(s, font, 1) }

// escape writes text as XML has it. The program has no other use for a package
// that reads XML, which would be a part of its download.
var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;")

func paint(color theme.Color) string {
	if color == theme.None {
		return "currentColor"
	}
	return "var(--" + color.String() + ")"
}

// data is a path as the attribute d writes it.
func data(p ui.Path) string {
	var b strings.Builder
	for _, s := range p {
		switch s.Op {
		case ui.MoveTo:
			b.WriteString("M" + pair(s.X3, s.Y3))
		case ui.LineTo:
			b.WriteString("L" + pair(s.X3, s.Y3))
		case ui.CubicTo:
			b.WriteString("C" + pair(s.X1, s.Y1) + " " + pair(s.X2, s.Y2) + " " + pair(s.X3, s.Y3))
		case ui.Close:
			b.WriteString("Z")
		}
	}
	return b.String()
}

func pair(x, y float64) string { return number(x) + " " + number(y) }

// number rounds to a hundredth of a pixel. What is no number is 0.
func number(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "0"
	}
	return strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64)
}
