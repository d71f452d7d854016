package figure

import (
	"math"

	"holdtheline/game/theme"
	"holdtheline/game/ui"
)

// A BeliefPoint is one moment on a [Belief] line. Rows count from the top.
type BeliefPoint struct {
	Label     string
	Supported int // row of what the evidence supported
	Given     int // row of the player's answer; -1 when there was none
	Certainty int // 1 to 3; a bigger bead is a surer answer
}

// A Belief draws what the player believed, moment by moment, as the cord, over
// what the evidence supported, as a broad band.
type Belief struct {
	Rows   []string // the verdicts' names, from the top
	Colors []theme.Color
	Points []BeliefPoint
	Narrow bool
}

// Size implements [ui.Figure].
func (f Belief) Size(width float64) (w, h float64) {
	return width, float64(len(f.Rows)-1)*f.rowHeight() + 68
}

func (f Belief) rowHeight() float64 {
	if f.Narrow {
		return 46
	}
	return 54
}

// Draw implements [ui.Figure].
func (f Belief) Draw(c ui.Canvas, w, _ float64, _ ui.State) {
	label := theme.Font{Size: theme.LabelSize, Bold: true, Caps: true}
	small := theme.Font{Size: theme.LabelSize}
	left := 0.0
	for _, r := range f.Rows {
		left = math.Max(left, c.Advance(r, label))
	}
	left += 18
	y := func(row int) float64 { return 24 + float64(row)*f.rowHeight() }
	for i, r := range f.Rows {
		c.Text(r, 0, y(i)+4, label, f.Colors[i])
		c.Stroke(segment(left, y(i), w-6, y(i)), 1, theme.Rule)
	}
	n := len(f.Points)
	if n == 0 {
		return
	}
	step := (w - 6 - left) / float64(n)
	x := func(i int) float64 { return left + step*(float64(i)+0.5) }

	// The band of what the evidence supported: level until half-way to the
	// next moment, then down or up to the next level.
	const band = 13
	for i, p := range f.Points {
		from, to := x(i)-step/2, x(i)+step/2
		c.Fill(rect(from-band/2, y(p.Supported)-band/2, to-from+band, band, 0), theme.Track)
		if i+1 < n {
			a, b := y(p.Supported), y(f.Points[i+1].Supported)
			c.Fill(rect(to-band/2, math.Min(a, b)-band/2, band, math.Abs(a-b)+band, 0), theme.Track)
		}
	}
	prev := -1
	for i, p := range f.Points {
		if p.Given < 0 {
			continue
		}
		if prev >= 0 {
			x1, y1, x2, y2 := x(prev), y(f.Points[prev].Given), x(i), y(p.Given)
			length := math.Hypot(x2-x1, y2-y1)
			if pad := 14 / length; length > 40 {
				c.Stroke(coil(x1+(x2-x1)*pad, y1+(y2-y1)*pad, x2-(x2-x1)*pad, y2-(y2-y1)*pad), 1.9, theme.Cord)
			} else {
				c.Stroke(segment(x1, y1, x2, y2), 1.9, theme.Cord)
			}
		}
		prev = i
	}
	for i, p := range f.Points {
		if p.Given >= 0 {
			r := 4.5 + 3*float64(p.Certainty-1)
			if p.Given == p.Supported {
				c.Fill(circle(x(i), y(p.Given), r), theme.Cord)
			} else {
				c.Fill(circle(x(i), y(p.Given), r), theme.Paper)
				c.Stroke(circle(x(i), y(p.Given), r-1), 2.6, theme.Cord)
			}
		}
		width := c.Advance(p.Label, small)
		if width > step-4 && i%2 == 1 {
			continue // every other label where they would touch
		}
		at := math.Min(math.Max(left, x(i)-width/2), w-width)
		c.Text(p.Label, at, y(len(f.Rows)-1)+34, small, theme.Soft)
	}
}
