package figure

import (
	"math"

	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// Outline is the shape of a stamp. Every verdict has its own, so that no
// meaning depends on colour.
type Outline int8

// The four outlines: a double ring, a jagged star, bars, a dotted box.
const (
	Ring Outline = iota
	Star
	Bars
	Dots
)

// A Stamp is the outline of a rubber stamp around its node's text.
type Stamp struct {
	Outline Outline
	Color   theme.Color
	Tint    theme.Color // behind the stamp when it is the chosen one
}

// The greatest size of a stamp, in CSS pixels.
const (
	stampWidth  = 232
	stampHeight = 72
)

// Size implements [ui.Figure].
func (f Stamp) Size(width float64) (w, h float64) { return math.Min(width, stampWidth), stampHeight }

// Draw implements [ui.Figure].
func (f Stamp) Draw(c ui.Canvas, w, h float64, s ui.State) {
	if s.Checked {
		c.Fill(rect(2, 2, w-4, h-4, 10), f.Tint)
		c.Stroke(rect(2, 2, w-4, h-4, 10), 2.5, theme.Ink)
	} else if s.Hover || s.Pressed {
		c.Fill(rect(2, 2, w-4, h-4, 10), theme.Shade)
	}
	width := 2.6
	if s.Pressed {
		width = 3.4
	}
	cx, cy := w/2, h/2
	rx, ry := math.Min(w, stampWidth)/2-8, h/2-9
	switch f.Outline {
	case Ring:
		c.Stroke(ellipse(cx, cy, rx, ry), width+0.6, f.Color)
		c.Stroke(ellipse(cx, cy, rx-7, ry-6), 1.1, f.Color)
	case Star:
		c.Stroke(jagged(cx, cy, rx, ry), width, f.Color)
	case Bars:
		x, bw := cx-rx, 2*rx
		c.Stroke(rect(x, cy-ry+7, bw, 2*ry-14, 0), width, f.Color)
		c.Stroke(segment(x, cy-ry, x+bw, cy-ry), width, f.Color)
		c.Stroke(segment(x, cy+ry, x+bw, cy+ry), width, f.Color)
	case Dots:
		c.Stroke(dotted(cx-rx, cy-ry, 2*rx, 2*ry), width, f.Color)
	}
}

// jagged is a star of many short points around an ellipse.
func jagged(cx, cy, rx, ry float64) ui.Path {
	const points = 22
	var p ui.Path
	for i := range points * 2 {
		t := math.Pi * float64(i) / points
		k := 1.0
		if i%2 == 1 {
			k = 0.86
		}
		x, y := cx+rx*k*math.Cos(t), cy+ry*(1-(1-k)*1.4)*math.Sin(t)
		if k == 1 {
			y = cy + ry*math.Sin(t)
		}
		if i == 0 {
			p = append(p, move(x, y))
		} else {
			p = append(p, line(x, y))
		}
	}
	return append(p, shut())
}

// dotted is a box drawn in short dashes.
func dotted(x, y, w, h float64) ui.Path {
	var p ui.Path
	p = append(p, dashes(x+5, y, x+w-5, y, 3, 5)...)
	p = append(p, dashes(x+w, y+5, x+w, y+h-5, 3, 5)...)
	p = append(p, dashes(x+w-5, y+h, x+5, y+h, 3, 5)...)
	p = append(p, dashes(x, y+h-5, x, y+5, 3, 5)...)
	return p
}
