package figure

import (
	"math"

	"holdtheline/game/theme"
	"holdtheline/game/ui"
)

// A Gauge is a bar filled to a share, with a mark at the share that was needed.
type Gauge struct {
	Share  float64 // 0 to 1; below 0 there is nothing to show
	Needed float64 // 0 to 1; 0 draws no mark
}

// Size implements [ui.Figure].
func (f Gauge) Size(width float64) (w, h float64) { return width, 32 }

// Draw implements [ui.Figure].
func (f Gauge) Draw(c ui.Canvas, w, h float64, _ ui.State) {
	c.Fill(rect(0, 5, w, h-10, 3), theme.Track)
	if f.Share > 0 {
		c.Fill(rect(0, 5, math.Max(3, w*math.Min(1, f.Share)), h-10, 3), theme.RealColor)
	}
	if f.Needed > 0 {
		c.Stroke(segment(w*f.Needed, 0, w*f.Needed, h), 2.4, theme.Ink)
	}
}

// A CordBar is a share drawn as the cord, dotted beyond its end.
type CordBar struct{ Share float64 }

// Size implements [ui.Figure].
func (f CordBar) Size(width float64) (w, h float64) { return width, 24 }

// Draw implements [ui.Figure].
func (f CordBar) Draw(c ui.Canvas, w, h float64, _ ui.State) {
	share := math.Max(0, math.Min(1, f.Share))
	end := w * share
	if end >= cordPitch {
		drawCoil(c, 4, h/2, math.Max(4+cordPitch, end), h/2, 1.7, theme.Cord)
	}
	if end < w-8 {
		c.Stroke(dashes(math.Max(4, end+6), h/2, w, h/2, 3, 4), 2, theme.Rule)
	}
}
