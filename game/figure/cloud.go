package figure

import (
	"math"

	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// A Cloud shows how pupils judge: across, the share of the false claims that each
// believed, and upwards, the share of the true ones. Who tells them apart stands at
// the top left, and on the diagonal who doesn't. Before is hollow, after is filled,
// and a line joins the two of one pupil. Where several stand the mark is larger.
type Cloud struct {
	Pupils []CloudPupil
	// Apart, All and Nothing are the words in the corners: at the top left and
	// right, and at the bottom left. Up and Across name the axes.
	Apart, All, Nothing, Up, Across string
}

// A CloudPupil is where a pupil stands. Shares are from 0 to 1.
type CloudPupil struct {
	Before, After *CloudPlace // nil where there is no result
}

// A CloudPlace is one result.
type CloudPlace struct{ False, True float64 }

// How a cloud is drawn, in CSS pixels at 100 % text.
const (
	cloudMost   = 420 // its greatest width
	cloudTop    = 44  // above the field, for the name of an axis and two corners
	cloudFoot   = 26
	cloudMargin = 14 // inside the field, so that marks at its edge are whole
	cloudBead   = 5.5
	cloudLarge  = 13 // the largest radius of a mark
)

// Size implements [ui.Figure].
func (f Cloud) Size(width float64) (w, h float64) {
	w = math.Min(width, cloudMost)
	return w, w + cloudTop + cloudFoot
}

// Draw implements [ui.Figure].
func (f Cloud) Draw(c ui.Canvas, w, h float64, _ ui.State) {
	side := math.Min(w, h-cloudTop-cloudFoot)
	font := theme.Font{Size: theme.LabelSize}
	c.Stroke(rect(0.5, cloudTop+0.5, side-1, side-1, 4), 1.5, theme.Rule)
	inner := side - 2*cloudMargin
	place := func(p CloudPlace) (x, y float64) {
		return cloudMargin + inner*p.False, cloudTop + cloudMargin + inner*(1-p.True)
	}
	c.Stroke(dashes(cloudMargin, cloudTop+side-cloudMargin, side-cloudMargin, cloudTop+cloudMargin, 5, 5), 1.5, theme.Soft)

	// Outside the field, where no mark covers them.
	const lift, drop, between = 8, 18, 12
	top, foot := float64(cloudTop-lift), cloudTop+side+drop
	all, nothing := c.Advance(f.All, font), c.Advance(f.Nothing, font)
	across := math.Max(0, side-c.Advance(f.Across, font))
	c.Text(f.Up, 0, top-20, font, theme.Ink)
	c.Text(f.Apart, 0, top, font, theme.Soft)
	if c.Advance(f.Apart, font)+all+between <= side {
		c.Text(f.All, side-all, top, font, theme.Soft)
	}
	c.Text(f.Across, across, foot, font, theme.Ink)
	if nothing+between <= across {
		c.Text(f.Nothing, 0, foot, font, theme.Soft)
	}

	for _, p := range f.Pupils {
		if p.Before != nil && p.After != nil && *p.Before != *p.After {
			x1, y1 := place(*p.Before)
			x2, y2 := place(*p.After)
			c.Stroke(segment(x1, y1, x2, y2), 1.6, theme.Rule)
		}
	}
	f.marks(func(p CloudPupil) *CloudPlace { return p.Before }, place, func(x, y, r float64) {
		c.Fill(circle(x, y, r), theme.Paper)
		c.Stroke(circle(x, y, r-1), 2, theme.Soft)
	})
	f.marks(func(p CloudPupil) *CloudPlace { return p.After }, place, func(x, y, r float64) {
		c.Fill(circle(x, y, r), theme.Cord)
		c.Stroke(circle(x, y, r), 1, theme.Paper)
	})
}

// marks draws one mark for each place where pupils stand, in the order of the first
// of them.
func (f Cloud) marks(of func(CloudPupil) *CloudPlace, place func(CloudPlace) (x, y float64), mark func(x, y, r float64)) {
	count := map[CloudPlace]int{}
	var order []CloudPlace
	for _, p := range f.Pupils {
		at := of(p)
		if at == nil {
			continue
		}
		if count[*at]++; count[*at] == 1 {
			order = append(order, *at)
		}
	}
	for _, at := range order {
		x, y := place(at)
		mark(x, y, math.Min(cloudLarge, cloudBead*math.Sqrt(float64(count[at]))))
	}
}

// A CloudKey is a mark of a [Cloud], for its legend.
type CloudKey struct{ After bool }

// Size implements [ui.Figure].
func (f CloudKey) Size(float64) (w, h float64) { return 2*cloudBead + 2, 2*cloudBead + 2 }

// Draw implements [ui.Figure].
func (f CloudKey) Draw(c ui.Canvas, w, h float64, _ ui.State) {
	if f.After {
		c.Fill(circle(w/2, h/2, cloudBead), theme.Cord)
		return
	}
	c.Fill(circle(w/2, h/2, cloudBead), theme.Paper)
	c.Stroke(circle(w/2, h/2, cloudBead-1), 2, theme.Soft)
}
