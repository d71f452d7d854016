package figure

import (
	"fmt"
	"math"

	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// A Placed shows in which places of an order a class put one card: a bar for each
// place, numbered from 1. Several of them below one another are timelines overlaid.
type Placed struct {
	Counts []int // by place
	Most   int   // the count of the highest bar, the same for all cards
	// From and To are the first and last place where the card is right, from 0; nothing
	// is marked unless Known.
	From, To int
	Known    bool
}

// How the places of a card are drawn, in CSS pixels at 100 % text.
const (
	placedHigh = 30 // the highest bar
	placedTop  = 16 // above it, for its count
	placedFoot = 18 // below the bars, for their numbers
)

// Size implements [ui.Figure].
func (f Placed) Size(width float64) (w, h float64) {
	return math.Min(width, 56*float64(max(1, len(f.Counts)))), placedTop + placedHigh + placedFoot
}

// Draw implements [ui.Figure].
func (f Placed) Draw(c ui.Canvas, w, _ float64, _ ui.State) {
	if len(f.Counts) == 0 {
		return
	}
	font := theme.Font{Size: theme.LabelSize}
	bold := theme.Font{Size: theme.LabelSize, Bold: true}
	cell := w / float64(len(f.Counts))
	const floor = placedTop + placedHigh
	if f.Known {
		from, to := cell*float64(f.From), cell*float64(f.To+1)
		c.Fill(rect(from, 0, to-from, floor+placedFoot, 4), theme.GoodTint)
	}
	c.Stroke(segment(0, floor, w, floor), 1.5, theme.Rule)
	middle := func(text string, i int, y float64, font theme.Font, color theme.Color) {
		c.Text(text, cell*(float64(i)+0.5)-c.Advance(text, font)/2, y, font, color)
	}
	for i, n := range f.Counts {
		middle(fmt.Sprint(i+1), i, floor+placedFoot-5, font, theme.Soft)
		if n <= 0 || f.Most <= 0 {
			continue
		}
		high := math.Max(2, placedHigh*math.Min(1, float64(n)/float64(f.Most)))
		wide := math.Min(cell-4, 30)
		color := theme.Ink
		if f.Known && i >= f.From && i <= f.To {
			color = theme.RealColor
		}
		c.Fill(rect(cell*(float64(i)+0.5)-wide/2, floor-high, wide, high, 2), color)
		middle(fmt.Sprint(n), i, floor-high-4, bold, theme.Ink)
	}
}
