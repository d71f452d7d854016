package main

import (
	"fmt"
	"html"
	"html/template"
	"math"
	"strconv"
	"strings"

	"holdtheline/game/figure"
	"holdtheline/game/theme"
	"holdtheline/game/ui"
)

// An svg is a canvas that writes SVG, so that the page shows the very drawings
// of the game. Colours are classes of the page's style sheet, which follow the
// theme; in a file of its own, which has no style sheet, they are values.
type svg struct {
	palette *theme.Palette // nil: classes
	b       strings.Builder
}

// Fill implements [ui.Canvas].
func (s *svg) Fill(p ui.Path, color theme.Color) {
	fmt.Fprintf(&s.b, `<path %s d="%s"/>`, s.paint("fill", color), commands(p))
}

// Stroke implements [ui.Canvas].
func (s *svg) Stroke(p ui.Path, width float64, color theme.Color) {
	fmt.Fprintf(&s.b, `<path %s stroke-width="%s" d="%s"/>`, s.paint("line", color), number(width), commands(p))
}

// Text implements [ui.Canvas]. The page sets its own type, so only the size and
// the words count.
func (s *svg) Text(text string, x, y float64, font theme.Font, color theme.Color) {
	fmt.Fprintf(&s.b, `<text %s x="%s" y="%s" font-size="%s">%s</text>`,
		s.paint("fill", color), number(x), number(y), number(font.Size.Pixels()), html.EscapeString(text))
}

// Advance implements [ui.Canvas]. What the width of a letter will be in the
// reader's own font can't be known here: half its height is the usual guess.
func (s *svg) Advance(text string, font theme.Font) float64 {
	return font.Size.Pixels() / 2 * float64(len([]rune(text)))
}

func (s *svg) paint(how string, color theme.Color) string {
	if s.palette == nil {
		return fmt.Sprintf(`class="%s-%s"`, how, color)
	}
	value := s.palette.Hex(color)
	if how == "line" {
		return fmt.Sprintf(`fill="none" stroke="%s"`, value)
	}
	return fmt.Sprintf(`fill="%s"`, value)
}

// commands writes a path's commands, each letter once for a run of the same.
func commands(p ui.Path) string {
	var b strings.Builder
	for _, c := range p {
		switch c.Op {
		case ui.MoveTo:
			fmt.Fprintf(&b, "M%s %s", number(c.X3), number(c.Y3))
		case ui.LineTo:
			fmt.Fprintf(&b, "L%s %s", number(c.X3), number(c.Y3))
		case ui.CubicTo:
			fmt.Fprintf(&b, "C%s %s %s %s %s %s", number(c.X1), number(c.Y1), number(c.X2), number(c.Y2), number(c.X3), number(c.Y3))
		case ui.Close:
			b.WriteString("Z")
		}
	}
	return b.String()
}

// number writes a length to a tenth of a pixel.
func number(n float64) string {
	return strconv.FormatFloat(math.Round(n*10)/10, 'f', -1, 64)
}

// drawing draws a figure into the page's text. The width counts for figures
// that take what they get.
func drawing(f ui.Figure, width float64) template.HTML {
	w, h := f.Size(width)
	s := &svg{}
	f.Draw(s, w, h, ui.State{})
	return template.HTML(fmt.Sprintf(`<svg aria-hidden="true" width="%s" height="%s" viewBox="0 0 %[1]s %[2]s">%s</svg>`,
		number(w), number(h), s.b.String()))
}

// icon is the picture in the browser's tab: the telephone.
func icon() []byte {
	const size = 64
	f := figure.Phone{Height: size * 0.8}
	w, h := f.Size(size)
	s := &svg{palette: theme.Of(theme.Light)}
	f.Draw(s, w, h, ui.State{})
	return fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="%s %s %d %d">%s</svg>`+"\n",
		number((w-size)/2), number((h-size)/2), size, size, s.b.String())
}
