package figure

import (
	"math"

	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// A Dial shows a leaning from -1 (towards the left word) to 1 (the right one).
type Dial struct {
	Lean                float64
	Rough               bool // too little data: the needle is drawn faintly
	Left, Middle, Right string
}

// How the dial is drawn, in CSS pixels at 100 % text.
const (
	dialRadius = 84
	dialTop    = 22 // for the word above
	dialFoot   = 28 // for the words below
)

// Size implements [ui.Figure].
func (f Dial) Size(width float64) (w, h float64) {
	return width, dialTop + math.Min(dialRadius, width*0.4) + dialFoot
}

// Draw implements [ui.Figure].
func (f Dial) Draw(c ui.Canvas, w, h float64, _ ui.State) {
	r := math.Min(h-dialTop-dialFoot, w*0.4)
	cx, cy := w/2, dialTop+r
	for i := 0; i <= 32; i++ {
		t := math.Pi + math.Pi*float64(i)/32
		inner, width := r-6, 1.2
		if i%8 == 0 {
			inner, width = r-12, 2.4
		}
		c.Stroke(segment(cx+inner*math.Cos(t), cy+inner*math.Sin(t), cx+r*math.Cos(t), cy+r*math.Sin(t)), width, theme.Soft)
	}
	lean := math.Max(-1, math.Min(1, f.Lean))
	t := 1.5*math.Pi + lean*math.Pi*0.45
	x, y := cx+(r-14)*math.Cos(t), cy+(r-14)*math.Sin(t)
	if f.Rough {
		c.Stroke(dashes(cx, cy, x, y, 5, 7), 3, theme.Soft)
		c.Fill(circle(cx, cy, 8), theme.Soft)
	} else {
		c.Stroke(segment(cx, cy, x, y), 4, theme.Cord)
		c.Fill(circle(cx, cy, 9), theme.Cord)
	}
	small := theme.Font{Size: theme.SmallSize}
	c.Text(f.Left, math.Max(0, cx-r-c.Advance(f.Left, small)/2), cy+23, small, theme.Ink)
	c.Text(f.Right, math.Min(w-c.Advance(f.Right, small), cx+r-c.Advance(f.Right, small)/2), cy+23, small, theme.Ink)
	c.Text(f.Middle, cx-c.Advance(f.Middle, small)/2, cy-r-8, small, theme.Ink)
}
