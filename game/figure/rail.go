package figure

import (
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// A Rail is the cord that runs down beside a column of cards, with a bead for
// each. It is interrupted where a card is picked up.
type Rail struct {
	Out int // index of a card that was picked up without being dragged; -1 for none
}

// RailWidth is the room for the cord, left of the cards, in CSS pixels.
const RailWidth = 36

const (
	railAt    = 15 // of the cord's middle
	railEnd   = 22 // from the last bead to the end of the cord
	railApart = 40 // least gap between two cards that interrupts the cord
)

// Size implements [ui.Figure].
func (f Rail) Size(float64) (w, h float64) { return 0, 0 }

// Draw implements [ui.Figure]: without cards there is only a cord.
func (f Rail) Draw(c ui.Canvas, _, h float64, _ ui.State) {
	drawCoil(c, railAt, 0, railAt, h, cordWidth, theme.Cord)
}

// Around implements [ui.Surround].
func (f Rail) Around(c ui.Canvas, _, _ float64, _ ui.State, joints []ui.Joint) {
	var beads []float64
	var ends []ui.Joint // the first and the last card of each piece of cord
	for i, j := range joints {
		if j.Lifted || i == f.Out {
			continue
		}
		beads = append(beads, j.Y+j.H/2)
		if n := len(ends); n > 0 && j.Y-ends[n-1].Y-ends[n-1].H < railApart {
			ends[n-1] = j
			continue
		}
		ends = append(ends, j, j)
	}
	for i := 0; i < len(ends); i += 2 {
		from, to := ends[i], ends[i+1]
		drawCoil(c, railAt, from.Y+from.H/2-railEnd, railAt, to.Y+to.H/2+railEnd, cordWidth, theme.Cord)
	}
	for _, y := range beads {
		c.Fill(circle(railAt, y, 6.5), theme.DeskColor)
		c.Stroke(circle(railAt, y, 6), 2.6, theme.Cord)
	}
}
