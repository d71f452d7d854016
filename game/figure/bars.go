package figure

import (
	"math"

	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// A Gauge is a bar filled to a share, with a labelled mark at the share needed.
type Gauge struct {
	Share  float64 // 0 to 1
	Needed float64 // 0 to 1; 0 draws no mark
	Label  string  // of the mark, below it; may be empty
}

// Size implements [ui.Figure].
func (f Gauge) Size(width float64) (w, h float64) {
	if f.Label == "" {
		return width, 26
	}
	return width, 40
}

// Draw implements [ui.Figure].
func (f Gauge) Draw(c ui.Canvas, w, _ float64, _ ui.State) {
	const top, bottom, over = 4, 22, 4
	c.Fill(rect(0, top, w, bottom-top, 3), theme.Track)
	color := theme.RealColor
	if f.Share < f.Needed {
		color = theme.DeniedColor
	}
	if f.Share > 0 {
		c.Fill(rect(0, top, math.Max(3, w*math.Min(1, f.Share)), bottom-top, 3), color)
	}
	if f.Needed <= 0 {
		return
	}
	// A gap on either side, so that the mark is visible on the bar too.
	x := w * f.Needed
	c.Fill(rect(x-2.6, top-over, 5.2, bottom-top+2*over, 0), theme.Paper)
	c.Stroke(segment(x, top-over+1.2, x, bottom+over-1.2), 2.4, theme.Ink)
	if f.Label != "" {
		font := theme.Font{Size: theme.LabelSize}
		width := c.Advance(f.Label, font)
		c.Text(f.Label, math.Max(0, math.Min(x-width/2, w-width)), bottom+over+12.5, font, theme.Soft)
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
