package figure

import (
	"math"

	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// A TrueLine is the cord as a time axis, with leaders to the cards around it. A
// bar on the cord shows the interval of a card's date. Positions on the scale
// run from 0 to 1.
type TrueLine struct {
	Stretches []Stretch // one for each card, in the cards' order
	Ticks     []Tick
	Breaks    []float64 // where time is left out
	Upright   bool      // the cord is vertical, left of the cards, else between two rows of them
}

// A Stretch is an interval on the scale. With an open end its end isn't known.
type Stretch struct {
	From, To           float64
	OpenStart, OpenEnd bool
	Good               bool // its card was placed correctly
}

// With returns the stretch that covers both.
func (s Stretch) With(t Stretch) Stretch {
	return Stretch{
		From: math.Min(s.From, t.From), To: math.Max(s.To, t.To),
		OpenStart: s.OpenStart || t.OpenStart, OpenEnd: s.OpenEnd || t.OpenEnd,
		Good: s.Good && t.Good,
	}
}

// A Tick is a labelled date on the line.
type Tick struct {
	At    float64
	Label string
}

// The room for the cord, in CSS pixels: left of the cards, and between two rows
// of them.
const (
	TrueLineWidth = 112
	TrueLineSplit = 108
)

const (
	lineEnds = 28 // from the ends of the scale to those of the figure
	lineAt   = 70 // of an upright cord, from the left
	barApart = 9  // of the bars from the cord's middle
	barThick = 7
	barLeast = 10 // shortest bar: a moment is a dot
)

// Size implements [ui.Figure].
func (f TrueLine) Size(float64) (w, h float64) { return 0, 0 }

// Draw implements [ui.Figure], without cards.
func (f TrueLine) Draw(c ui.Canvas, w, h float64, s ui.State) { f.Around(c, w, h, s, nil) }

// Around implements [ui.Surround].
func (f TrueLine) Around(c ui.Canvas, w, h float64, _ ui.State, joints []ui.Joint) {
	l := line2D{TrueLine: f, canvas: c}
	if f.Upright {
		l.from, l.to, l.across = lineEnds, h-lineEnds, lineAt
	} else {
		l.from, l.to, l.across = lineEnds, w-lineEnds, between(joints, h)
	}
	for i, j := range joints {
		if i < len(f.Stretches) {
			l.leader(f.Stretches[i], j)
		}
	}
	l.cord()
	l.ticks(joints)
	for i, j := range joints {
		if i < len(f.Stretches) {
			l.bar(f.Stretches[i], l.side(j))
		}
	}
}

// between returns the y coordinate half-way between two rows of cards.
func between(joints []ui.Joint, h float64) float64 {
	lower := 0.0
	for _, j := range joints {
		lower = math.Max(lower, j.Y)
	}
	upper := 0.0
	for _, j := range joints {
		if j.Y+j.H <= lower {
			upper = math.Max(upper, j.Y+j.H)
		}
	}
	if upper == 0 {
		return h / 2
	}
	return (upper + lower) / 2
}

// A line2D is a line being drawn. Along is the direction of the scale, across
// the perpendicular one.
type line2D struct {
	TrueLine
	canvas   ui.Canvas
	from, to float64 // along
	across   float64
}

func (l line2D) at(t float64) float64 { return l.from + (l.to-l.from)*t }

// point converts a position along and across the line to x and y.
func (l line2D) point(along, across float64) (x, y float64) {
	if l.Upright {
		return across, along
	}
	return along, across
}

// side tells on which side of the cord a card is: 1 right or below, −1 above.
func (l line2D) side(j ui.Joint) float64 {
	if !l.Upright && j.Y < l.across {
		return -1
	}
	return 1
}

func color(good bool) theme.Color {
	if good {
		return theme.RealColor
	}
	return theme.DeniedColor
}

// leader joins a card to its date, straight across where the card allows it.
func (l line2D) leader(s Stretch, j ui.Joint) {
	date, foot, edge := l.ends(s, j)
	x1, y1 := l.point(date, l.across+l.side(j)*barApart)
	x2, y2 := l.point(foot, edge)
	l.canvas.Stroke(segment(x1, y1, x2, y2), 1.8, color(s.Good))
}

// ends returns a leader's positions along the line, at the cord and at the
// card, and the card's edge across it.
func (l line2D) ends(s Stretch, j ui.Joint) (date, foot, edge float64) {
	const inset = 18 // from a card's corner
	date = (l.at(s.From) + l.at(s.To)) / 2
	first, last, edge := j.X, j.X+j.W, j.Y
	switch {
	case l.Upright:
		first, last, edge = j.Y, j.Y+j.H, j.X
	case l.side(j) < 0:
		edge = j.Y + j.H
	}
	inner := math.Min(inset, (last-first)/2)
	return date, math.Max(first+inner, math.Min(last-inner, date)), edge
}

// crossed tells whether a leader crosses an interval of the line at a distance
// from the cord.
func (l line2D) crossed(joints []ui.Joint, from, to, distance float64) bool {
	for i, j := range joints {
		if i >= len(l.Stretches) || l.side(j)*distance < 0 {
			continue
		}
		date, foot, edge := l.ends(l.Stretches[i], j)
		part := 0.0
		if long := math.Abs(edge-l.across) - barApart; long > 0 {
			part = math.Min(1, (math.Abs(distance)-barApart)/long)
		}
		if at := date + (foot-date)*part; at > from && at < to {
			return true
		}
	}
	return false
}

// cord draws the curled line, straight and cut where time is left out.
func (l line2D) cord() {
	const half = 15 // of the cut
	start := l.from - lineEnds + 6
	for _, b := range l.Breaks {
		l.piece(start, l.at(b)-half)
		for _, d := range [...]float64{-4, 4} {
			x1, y1 := l.point(l.at(b)+d-3, l.across+11)
			x2, y2 := l.point(l.at(b)+d+3, l.across-11)
			l.canvas.Stroke(segment(x1, y1, x2, y2), 1.8, theme.Soft)
		}
		start = l.at(b) + half
	}
	l.piece(start, l.to+lineEnds-6)
}

func (l line2D) piece(from, to float64) {
	x1, y1 := l.point(from, l.across)
	x2, y2 := l.point(to, l.across)
	drawCoil(l.canvas, x1, y1, x2, y2, cordWidth-0.4, theme.Cord)
}

// ticks draws the dates, leaving out those that would touch another or a
// leader.
func (l line2D) ticks(joints []ui.Joint) {
	font := theme.Font{Size: theme.LabelSize}
	const (
		apart = 12
		size  = 15 // of a line of writing
		below = 30 // from the cord to the foot of the writing
		above = 19
	)
	free := math.Inf(-1)
	for _, t := range l.Ticks {
		width := l.canvas.Advance(t.Label, font)
		long := width
		if l.Upright {
			long = size
		}
		middle := l.at(t.At)
		if middle-long/2 < free+apart {
			continue
		}
		if l.Upright {
			free = middle + long/2
			l.canvas.Stroke(segment(l.across-12, middle, l.across-8, middle), 1.4, theme.Soft)
			l.canvas.Text(t.Label, l.across-17-width, middle+4.5, font, theme.Soft)
			continue
		}
		x := math.Max(2, math.Min(middle-width/2, l.to+lineEnds-width-2))
		y, side := l.across+below, 1.0
		if l.crossed(joints, x-5, x+width+5, below-4) {
			y, side = l.across-above, -1
			if l.crossed(joints, x-5, x+width+5, -above-4) {
				continue
			}
		}
		free = middle + long/2
		l.canvas.Stroke(segment(middle, l.across+side*9, middle, l.across+side*15), 1.4, theme.Soft)
		l.canvas.Text(t.Label, x, y, font, theme.Soft)
	}
}

// bar draws the interval of a date.
func (l line2D) bar(s Stretch, side float64) {
	from, to := l.at(s.From), l.at(s.To)
	if to-from < barLeast {
		middle := (from + to) / 2
		from, to = middle-barLeast/2, middle+barLeast/2
	}
	across := l.across + side*barApart
	x1, y1 := l.point(from, across-barThick/2)
	x2, y2 := l.point(to, across+barThick/2)
	l.canvas.Fill(rect(x1, y1, x2-x1, y2-y1, barThick/2), color(s.Good))
	fade := func(a, b float64) {
		x1, y1 := l.point(a, across)
		x2, y2 := l.point(b, across)
		l.canvas.Stroke(dashes(x1, y1, x2, y2, 3, 5), 2.5, color(s.Good))
	}
	if s.OpenStart {
		fade(l.from-lineEnds+6, from)
	}
	if s.OpenEnd {
		fade(to, l.to+lineEnds-6)
	}
}
