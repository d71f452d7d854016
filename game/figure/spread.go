package figure

import (
	"math"

	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// A Spread is the interval of one card's date on a straight piece of the
// [TrueLine], for pages where the cord can't run around the cards. All have the
// same scale and width, so that they can be compared down the page.
type Spread struct {
	Stretch
	Breaks []float64
}

const (
	spreadHeight = 14
	scaleHeight  = 44
	scaleAt      = 13 // of the cord, from the top of a scale
)

// Size implements [ui.Figure].
func (f Spread) Size(width float64) (w, h float64) { return width, spreadHeight }

// Draw implements [ui.Figure].
func (f Spread) Draw(c ui.Canvas, w, h float64, _ ui.State) {
	const (
		thin = 1.4
		half = 6 // of the cut
		lean = 2
	)
	l := lying(TrueLine{Breaks: f.Breaks}, c, w, h/2)
	start := l.from - lineEnds + 6
	for _, b := range l.Breaks {
		c.Stroke(segment(start, l.across, l.at(b)-half, l.across), thin, theme.Soft)
		for _, d := range [...]float64{-3, 3} {
			c.Stroke(segment(l.at(b)+d-lean, h-2, l.at(b)+d+lean, 2), thin, theme.Soft)
		}
		start = l.at(b) + half
	}
	c.Stroke(segment(start, l.across, l.to+lineEnds-6, l.across), thin, theme.Soft)
	l.bar(f.Stretch, 0)
}

// A Scale is the dated cord without cards, shown above the spreads.
type Scale struct {
	Ticks  []Tick
	Breaks []float64
}

// Size implements [ui.Figure].
func (f Scale) Size(width float64) (w, h float64) { return width, scaleHeight }

// Draw implements [ui.Figure].
func (f Scale) Draw(c ui.Canvas, w, _ float64, _ ui.State) {
	l := lying(TrueLine{Ticks: f.Ticks, Breaks: f.Breaks}, c, w, scaleAt)
	l.cord()
	l.ticks(nil)
}

// lying is a horizontal line, across pixels from the top.
func lying(f TrueLine, c ui.Canvas, w, across float64) line2D {
	return line2D{TrueLine: f, canvas: c, from: lineEnds, to: math.Max(lineEnds, w-lineEnds), across: across}
}
