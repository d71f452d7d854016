package figure

import (
	"math"

	"holdtheline/game/theme"
	"holdtheline/game/ui"
)

// A Dial shows a leaning from -1 (towards the left word) to 1 (the right one).
type Dial struct {
	Lean                float64
	Left, Middle, Right string
}

// Size implements [ui.Figure].
func (f Dial) Size(width float64) (w, h float64) { return width, 156 }

// Draw implements [ui.Figure].
func (f Dial) Draw(c ui.Canvas, w, _ float64, _ ui.State) {
	const r = 100
	cx, cy := w/2, 124.0
	for i := 0; i <= 32; i++ {
		t := math.Pi + math.Pi*float64(i)/32
		inner, width := float64(r-7), 1.2
		if i%8 == 0 {
			inner, width = r-13, 2.4
		}
		c.Stroke(segment(cx+inner*math.Cos(t), cy+inner*math.Sin(t), cx+r*math.Cos(t), cy+r*math.Sin(t)), width, theme.Soft)
	}
	lean := math.Max(-1, math.Min(1, f.Lean))
	t := 1.5*math.Pi + lean*math.Pi*0.45
	c.Stroke(segment(cx, cy, cx+(r-14)*math.Cos(t), cy+(r-14)*math.Sin(t)), 4, theme.Cord)
	c.Fill(circle(cx, cy, 10), theme.Cord)
	small := theme.Font{Size: theme.SmallSize}
	c.Text(f.Left, math.Max(0, cx-r-c.Advance(f.Left, small)/2), cy+22, small, theme.Ink)
	c.Text(f.Right, math.Min(w-c.Advance(f.Right, small), cx+r-c.Advance(f.Right, small)/2), cy+22, small, theme.Ink)
	c.Text(f.Middle, cx-c.Advance(f.Middle, small)/2, cy-r-8, small, theme.Ink)
}
