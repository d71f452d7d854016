package svg

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"holdtheline/game/toolkit/style"
	"holdtheline/game/toolkit/ui"
)

// Render returns the figure as an SVG element of w by h CSS pixels, hidden from
// screen readers; the caller names it. Text is as wide as m measures it, and
// colours are custom properties named in its theme; style.None is currentColor.
func Render(m ui.Measurer, f ui.Figure, w, h float64) string {
	return Draw(m, f, w, h, ui.State{}, 1, false)
}

// Draw is Render of a figure in a state, enlarged by a scale. A backdrop is
// stretched to fill its parent.
func Draw(m ui.Measurer, f ui.Figure, w, h float64, s ui.State, scale float64, backdrop bool) string {
	c := canvas{m: m, theme: m.Theme()}
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

// A canvas writes SVG.
type canvas struct {
	m     ui.Measurer
	theme *style.Theme
	out   strings.Builder
}

// Fill implements [ui.Canvas].
func (c *canvas) Fill(p ui.Path, color style.Color) {
	fmt.Fprintf(&c.out, `<path d="%s" fill="%s"/>`, data(p), c.paint(color))
}

// Stroke implements [ui.Canvas].
func (c *canvas) Stroke(p ui.Path, width float64, color style.Color) {
	fmt.Fprintf(&c.out, `<path d="%s" fill="none" stroke-linecap="round" stroke-linejoin="round" stroke-width="%s" stroke="%s"/>`,
		data(p), number(width), c.paint(color))
}

// Repeat implements [ui.Canvas].
func (c *canvas) Repeat(p ui.Path, at []ui.Point, width float64, color style.Color) {
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

// A setter knows which texts its typefaces can set.
type setter interface{ CanSet(text string) bool }

// rightToLeft tells whether a letter is of a script that runs from right to left.
func rightToLeft(r rune) bool {
	return r >= 0x590 && r <= 0x8ff || r >= 0xfb1d && r <= 0xfdff || r >= 0xfe70 && r <= 0xfefe
}

// Text implements [ui.Canvas]. Its width is the measured one, whatever typeface
// the page has, if the text can be measured.
func (c *canvas) Text(s string, x, y float64, font style.Font, color style.Color) {
	if s == "" {
		return
	}
	weight := 400
	if font.Bold {
		weight = 600
	}
	advance := c.Advance(s, font)
	fit := fmt.Sprintf(`x="%s" y="%s" textLength="%s" lengthAdjust="spacingAndGlyphs"`, number(x), number(y), number(advance))
	if setter, knows := c.m.(setter); knows && !setter.CanSet(s) {
		// Nobody knows how wide it is: it stands in the middle of its place.
		fit = fmt.Sprintf(`x="%s" y="%s" text-anchor="middle"`, number(x+advance/2), number(y))
		if strings.ContainsFunc(s, rightToLeft) {
			fit += ` direction="rtl"`
		}
	}
	if font.Caps {
		s = strings.ToUpper(s) // SVG has no attribute for it, and the page's CSP forbids style attributes
	}
	fmt.Fprintf(&c.out, `<text %s fill="%s" font-family="var(--%s)" font-size="%s" font-weight="%d">`,
		fit, c.paint(color), c.theme.Face(font.Family).Name, number(c.theme.Step(font.Size).Pixels), weight)
	c.out.WriteString(escape.Replace(s))
	c.out.WriteString("</text>")
}

// Advance implements [ui.Canvas].
func (c *canvas) Advance(s string, font style.Font) float64 { return c.m.Advance(s, font, 1) }

// escape escapes text for XML. The package encoding/xml would add to the
// program's download.
var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;")

func (c *canvas) paint(color style.Color) string {
	if color == style.None {
		return "currentColor"
	}
	return "var(--" + c.theme.Color(color) + ")"
}

// data is a path as the attribute d.
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

// number rounds to a hundredth of a pixel. NaN and infinities become 0.
func number(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "0"
	}
	return strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64)
}
