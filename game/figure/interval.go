package figure

import (
	"math"

	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// An Interval shows a change with its interval on a scale around no change.
type Interval struct {
	Value, Low, High float64
	// Reach is how far the scale goes on either side of no change. What lies
	// beyond it ends in an arrowhead.
	Reach float64
	// Sure fills the change's mark; without it the mark is hollow.
	Sure bool
	// Less, None and More are the words below the scale's ends and its middle.
	Less, None, More string
}

// How an interval is drawn, in CSS pixels at 100 % text.
const (
	intervalAt     = 17 // the scale, from the top
	intervalScale  = 32 // its height, without words
	intervalWords  = 18 // the line of words
	intervalMargin = 9  // left and right of the scale
	intervalBead   = 6.5
)

// Size implements [ui.Figure].
func (f Interval) Size(width float64) (w, h float64) { return width, intervalScale + intervalWords }

// Draw implements [ui.Figure].
func (f Interval) Draw(c ui.Canvas, w, h float64, _ ui.State) {
	left, right := float64(intervalMargin), w-intervalMargin
	middle := (left + right) / 2
	at := func(v float64) float64 {
		return middle + (right-left)/2*math.Max(-1, math.Min(1, v/f.Reach))
	}
	c.Stroke(segment(left, intervalAt, right, intervalAt), 1.5, theme.Rule)
	for i := -4; i <= 4; i++ {
		x := middle + (right-left)/8*float64(i)
		c.Stroke(segment(x, intervalAt-4, x, intervalAt+4), 1, theme.Rule)
	}
	c.Stroke(segment(middle, intervalAt-13, middle, intervalAt+14), 2, theme.Ink)

	color := theme.Soft
	if f.Sure {
		color = theme.Cord
	}
	from, to := at(f.Low), at(f.High)
	c.Stroke(segment(from, intervalAt, to, intervalAt), 4, color)
	limit(c, from, -1, f.Low < -f.Reach, color)
	limit(c, to, 1, f.High > f.Reach, color)
	x := at(f.Value)
	if f.Sure {
		c.Fill(circle(x, intervalAt, intervalBead), color)
	} else {
		c.Fill(circle(x, intervalAt, intervalBead), theme.Paper)
		c.Stroke(circle(x, intervalAt, intervalBead-1.2), 2.4, color)
	}
	f.words(c, w, middle, h-4)
}

// limit draws an end of the interval: a bar, or an arrowhead where it goes on beyond
// the scale.
func limit(c ui.Canvas, x, way float64, beyond bool, color theme.Color) {
	if beyond {
		c.Fill(ui.Path{move(x+way*8, intervalAt), line(x-way*2, intervalAt-7), line(x-way*2, intervalAt+7), shut()}, color)
		return
	}
	c.Stroke(segment(x, intervalAt-7, x, intervalAt+7), 2.5, color)
}

// words writes what the ends and the middle mean: the middle only where there is
// room.
func (f Interval) words(c ui.Canvas, w, middle, y float64) {
	font := theme.Font{Size: theme.LabelSize}
	less, none, more := c.Advance(f.Less, font), c.Advance(f.None, font), c.Advance(f.More, font)
	c.Text(f.Less, 0, y, font, theme.Soft)
	c.Text(f.More, w-more, y, font, theme.Soft)
	const apart = 10
	if middle-none/2 > less+apart && middle+none/2 < w-more-apart {
		c.Text(f.None, middle-none/2, y, font, theme.Ink)
	}
}
