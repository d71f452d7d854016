package figure

import (
	"math"
	"strings"

	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// A BeliefPoint is one moment of a [Belief]. Rows count from the top.
type BeliefPoint struct {
	Label     string
	Supported int // row of what the evidence supported; -1 when that isn't known yet
	Given     int // row of the player's answer; -1 when there was none
	Certainty int // 1 to 3; a bigger bead is a surer answer
}

// A Belief draws what the player believed, moment by moment, as the cord, over
// what the evidence supported, as a broad band. Time goes to the right; where
// there are too many moments for the width it goes down, with the verdicts side
// by side.
type Belief struct {
	Rows   []string // the verdicts' names, from the top
	Colors []theme.Color
	Points []BeliefPoint
}

// How a belief line is laid out, in CSS pixels at 100 % text.
const (
	bandWidth     = 14
	beliefRow     = 48 // from one verdict to the next
	beliefMoment  = 42 // from one moment to the next, where time goes down
	beliefStep    = 52 // the least room for a moment, where time goes to the right
	beliefNames   = 120
	beliefCramped = 200 // below this width the names don't fit side by side
	labelLine     = 15  // from one line of a label to the next
	beadSmallest  = 4.5
	beadGrowth    = 3.0 // of the radius, for each further certainty
)

// upright tells whether time goes down.
func (f Belief) upright(width float64) bool {
	return width < beliefNames+beliefStep*float64(len(f.Points))
}

// Size implements [ui.Figure].
func (f Belief) Size(width float64) (w, h float64) {
	if f.upright(width) {
		head := 84.0 // for the names
		if width < beliefCramped {
			head = 132 // each name on a level of its own
		}
		return width, head + beliefMoment*float64(len(f.Points))
	}
	return width, 66 + beliefRow*float64(len(f.Rows)-1)
}

var (
	beliefName  = theme.Font{Size: theme.LabelSize, Bold: true, Caps: true}
	beliefLabel = theme.Font{Size: theme.LabelSize}
)

// Draw implements [ui.Figure].
func (f Belief) Draw(c ui.Canvas, w, h float64, _ ui.State) {
	if len(f.Points) == 0 || len(f.Rows) == 0 {
		return
	}
	if f.upright(w) {
		f.drawDown(c, w, h)
		return
	}
	f.drawAcross(c, w, h)
}

// drawAcross draws with time going to the right.
func (f Belief) drawAcross(c ui.Canvas, w, h float64) {
	left := 0.0
	for _, r := range f.Rows {
		left = math.Max(left, c.Advance(r, beliefName))
	}
	left += 16
	n := float64(len(f.Points))
	step := (w - left) / n
	const top = 16
	foot := 36.0
	labels := make([][]string, len(f.Points))
	for i, p := range f.Points {
		labels[i] = broken(c, p.Label, step-8)
		foot = math.Max(foot, 21+labelLine*float64(len(labels[i])))
	}
	gap := (h - top - foot) / math.Max(1, float64(len(f.Rows)-1))
	at := func(i float64, row int) (x, y float64) {
		return left + step*(i+0.5), top + gap*float64(row)
	}
	for i, r := range f.Rows {
		_, y := at(0, i)
		c.Text(r, 0, y+4.5, beliefName, f.Colors[i])
		c.Stroke(segment(left, y, w, y), 1, theme.Rule)
	}
	f.line(c, at)
	for i, lines := range labels {
		x, _ := at(float64(i), 0)
		for j, line := range lines {
			width := c.Advance(line, beliefLabel)
			c.Text(line, math.Min(x-width/2, w-width), h-foot+32+labelLine*float64(j), beliefLabel, theme.Soft)
		}
	}
}

// drawDown draws with time going down.
func (f Belief) drawDown(c ui.Canvas, w, h float64) {
	left := 0.0
	for _, p := range f.Points {
		for _, line := range broken(c, p.Label, w/4) {
			left = math.Max(left, c.Advance(line, beliefLabel))
		}
	}
	left += 8
	n := float64(len(f.Points))
	column := (w - left) / float64(len(f.Rows))
	// The names are above their columns, on several levels where they would
	// touch.
	names := make([][]string, len(f.Rows))
	widest := 0.0
	for i, r := range f.Rows {
		names[i] = strings.Fields(r)
		for _, word := range names[i] {
			widest = math.Max(widest, c.Advance(word, beliefName)+6)
		}
	}
	levels := max(1, min(len(names), int(math.Ceil(widest/column))))
	if levels == 3 {
		levels = len(names) // or the fourth would be beside the first
	}
	high := make([]int, levels+1) // lines up to the top of each level, from the lowest
	for i, words := range names {
		k := levels - 1 - i%levels
		high[k+1] = max(high[k+1], len(words))
	}
	for k := range levels {
		high[k+1] += high[k]
	}
	head := 14 + labelLine*float64(high[levels])
	gap := (h - head) / n
	at := func(i float64, row int) (x, y float64) {
		return left + column*(float64(row)+0.5), head + gap*(i+0.5)
	}
	for i, words := range names {
		x, _ := at(0, i)
		bottom := head - 14 - labelLine*float64(high[levels-1-i%levels])
		for j, word := range words {
			width := c.Advance(word, beliefName)
			y := bottom - labelLine*float64(len(words)-1-j)
			c.Text(word, math.Max(0, math.Min(x-width/2, w-width)), y, beliefName, f.Colors[i])
		}
		c.Stroke(segment(x, bottom+6, x, h), 1, theme.Rule)
	}
	f.line(c, at)
	for i, p := range f.Points {
		_, y := at(float64(i), 0)
		lines := broken(c, p.Label, w/4)
		y += 4.5 - labelLine*float64(len(lines)-1)/2
		for j, line := range lines {
			c.Text(line, 0, y+labelLine*float64(j), beliefLabel, theme.Soft)
		}
	}
}

// line draws the band, the cord over it and the beads on that. The function
// returns the position of a moment, counted from 0, on a verdict's row; halves
// are between two moments.
func (f Belief) line(c ui.Canvas, at func(moment float64, row int) (x, y float64)) {
	for _, path := range f.bands(at) {
		c.Fill(path, theme.Track)
		c.Stroke(path, 1, theme.Soft)
	}
	before := -1
	for i, p := range f.Points {
		if p.Given < 0 {
			continue
		}
		if before >= 0 {
			q := f.Points[before]
			x1, y1 := at(float64(before), q.Given)
			x2, y2 := at(float64(i), p.Given)
			length := math.Hypot(x2-x1, y2-y1)
			from, to := (q.radius()+2.5)/length, 1-(p.radius()+2.5)/length
			x1, y1, x2, y2 = x1+(x2-x1)*from, y1+(y2-y1)*from, x1+(x2-x1)*to, y1+(y2-y1)*to
			if length*(to-from) >= 2*cordPitch {
				c.Stroke(coil(x1, y1, x2, y2), 1.9, theme.Cord)
			} else if to > from {
				c.Stroke(segment(x1, y1, x2, y2), 1.9, theme.Cord)
			}
		}
		before = i
	}
	for i, p := range f.Points {
		if p.Given >= 0 {
			x, y := at(float64(i), p.Given)
			bead(c, x, y, p.radius(), p.Given != p.Supported)
		}
	}
}

func (p BeliefPoint) radius() float64 {
	return beadSmallest + beadGrowth*float64(max(p.Certainty, 1)-1)
}

// bead draws an answer on the line; one off the band is hollow.
func bead(c ui.Canvas, x, y, r float64, hollow bool) {
	if !hollow {
		c.Fill(circle(x, y, r), theme.Cord)
		return
	}
	c.Fill(circle(x, y, r), theme.Paper)
	c.Stroke(circle(x, y, r-1.2), 2.4, theme.Cord)
}

// bands outlines what the evidence supported: level until half-way to the next
// moment, then straight to the next level. Unknown moments leave a gap.
func (f Belief) bands(at func(float64, int) (float64, float64)) []ui.Path {
	var all []ui.Path
	for i := 0; i < len(f.Points); {
		if f.Points[i].Supported < 0 {
			i++
			continue
		}
		x, y := at(float64(i)-0.5, f.Points[i].Supported)
		xy := []float64{x, y}
		for ; i < len(f.Points) && f.Points[i].Supported >= 0; i++ {
			half := float64(i) + 0.5
			x, y := at(half, f.Points[i].Supported)
			xy = append(xy, x, y)
			if i+1 < len(f.Points) && f.Points[i+1].Supported >= 0 {
				x, y = at(half, f.Points[i+1].Supported)
				xy = append(xy, x, y)
			}
		}
		all = append(all, broad(xy, bandWidth))
	}
	return all
}

// broad outlines a line of the given width along points x, y, x, y, …, with
// right-angled turns only.
func broad(xy []float64, width float64) ui.Path {
	type point struct{ x, y float64 }
	var pts []point
	for i := 0; i+1 < len(xy); i += 2 {
		p := point{xy[i], xy[i+1]}
		n := len(pts)
		if n > 0 && math.Hypot(p.x-pts[n-1].x, p.y-pts[n-1].y) < 0.01 {
			continue
		}
		// Leave out points along a straight line.
		if n > 1 && math.Abs((p.x-pts[n-1].x)*(pts[n-1].y-pts[n-2].y)-(p.y-pts[n-1].y)*(pts[n-1].x-pts[n-2].x)) < 0.01 {
			pts[n-1] = p
			continue
		}
		pts = append(pts, p)
	}
	if len(pts) < 2 {
		return nil
	}
	normal := func(a, b point) point {
		d := math.Hypot(b.x-a.x, b.y-a.y)
		return point{-(b.y - a.y) / d * width / 2, (b.x - a.x) / d * width / 2}
	}
	path := make(ui.Path, 0, 2*len(pts)+1)
	add := func(x, y float64) {
		if len(path) == 0 {
			path = append(path, move(x, y))
		} else {
			path = append(path, line(x, y))
		}
	}
	corner := func(i int) point {
		var sum point
		if i > 0 {
			m := normal(pts[i-1], pts[i])
			sum = point{sum.x + m.x, sum.y + m.y}
		}
		if i+1 < len(pts) {
			m := normal(pts[i], pts[i+1])
			sum = point{sum.x + m.x, sum.y + m.y}
		}
		return sum
	}
	for i, p := range pts {
		m := corner(i)
		add(p.x+m.x, p.y+m.y)
	}
	for i := len(pts) - 1; i >= 0; i-- {
		m := corner(i)
		add(pts[i].x-m.x, pts[i].y-m.y)
	}
	return append(path, shut())
}

// broken breaks a label wider than the room into two lines, at the space that
// makes the wider line shortest.
func broken(c ui.Canvas, label string, room float64) []string {
	if c.Advance(label, beliefLabel) <= room {
		return []string{label}
	}
	best, out := math.Inf(1), []string{label}
	for i, r := range label {
		if r != ' ' {
			continue
		}
		a, b := label[:i], label[i+1:]
		if wider := math.Max(c.Advance(a, beliefLabel), c.Advance(b, beliefLabel)); wider < best {
			best, out = wider, []string{a, b}
		}
	}
	return out
}

// KeyMark is one of the marks that the legend of a [Belief] explains.
type KeyMark int8

// The marks.
const (
	BandMark   KeyMark = iota // what the evidence supported
	BeadMark                  // beads from a guess to certain
	HollowMark                // an answer off the band
)

// A BeliefKey is one mark of a [Belief], for its legend.
type BeliefKey struct{ Mark KeyMark }

// Size implements [ui.Figure].
func (f BeliefKey) Size(float64) (w, h float64) {
	switch f.Mark {
	case BeadMark:
		return 54, 22
	case HollowMark:
		return 18, 22
	}
	return 28, 22
}

// Draw implements [ui.Figure].
func (f BeliefKey) Draw(c ui.Canvas, w, h float64, _ ui.State) {
	switch f.Mark {
	case BandMark:
		path := rect(0.5, (h-bandWidth)/2, w-1, bandWidth, 0)
		c.Fill(path, theme.Track)
		c.Stroke(path, 1, theme.Soft)
	case BeadMark:
		x := 0.0
		for certainty := 1; certainty <= 3; certainty++ {
			r := BeliefPoint{Certainty: certainty}.radius()
			bead(c, x+r, h/2, r, false)
			x += 2*r + 4.5
		}
	case HollowMark:
		bead(c, w/2, h/2, BeliefPoint{Certainty: 2}.radius(), true)
	}
}
