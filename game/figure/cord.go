package figure

import (
	"math"

	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// How the cord is curled, in CSS pixels.
const (
	cordRadius = 5.5 // of a loop
	cordPitch  = 8.5 // from one loop to the next
	cordEase   = 14  // over which the loops flatten at either end
	cordWidth  = 2.2 // of the line
	cordSteps  = 12  // straight pieces to a loop
)

// coil is the curly cord from one point to another: a trochoid, the path of a
// point inside a rolling wheel, whose loops flatten towards both ends.
func coil(x1, y1, x2, y2 float64) ui.Path { return curl(x1, y1, x2, y2, cordRadius, cordPitch) }

// curl is coil with loops of another radius and pitch.
func curl(x1, y1, x2, y2, radius, pitch float64) ui.Path {
	length := math.Hypot(x2-x1, y2-y1)
	if length < 1 {
		return nil
	}
	dx, dy := (x2-x1)/length, (y2-y1)/length
	loops := math.Max(1, math.Round(length/pitch))
	steps := int(loops) * cordSteps
	ease := math.Min(cordEase*radius/cordRadius, length/3)
	p := make(ui.Path, 0, steps+1)
	for i := 0; i <= steps; i++ {
		along := length * float64(i) / float64(steps)
		turn := 2 * math.Pi * loops * float64(i) / float64(steps)
		r := radius * math.Min(1, math.Min(along, length-along)/ease)
		u := along - r*math.Sin(turn)
		v := r * math.Cos(turn) * 0.9
		x, y := x1+dx*u-dy*v, y1+dy*u+dx*v
		if i == 0 {
			p = append(p, move(x, y))
		} else {
			p = append(p, line(x, y))
		}
	}
	return p
}

// wheel is where a point of a wheel with radius 1 is after each step of a turn.
var wheel = func() (turn [cordSteps]ui.Point) {
	for i := range turn {
		angle := 2 * math.Pi * float64(i) / cordSteps
		turn[i] = ui.Point{X: math.Cos(angle), Y: math.Sin(angle)}
	}
	return turn
}()

// drawCoil draws the coil from one point to within half a pixel of another. All
// loops except those near the ends are the same stroke, so it is rasterised
// once, whatever the cord's length. The length is rounded to pixels, so the
// last loops have few shapes, too.
func drawCoil(c ui.Canvas, x1, y1, x2, y2, width float64, color theme.Color) {
	length := math.Hypot(x2-x1, y2-y1)
	const end = cordEase + cordPitch // of the parts whose loops flatten
	loops := math.Floor((length - 2*end) / cordPitch)
	if loops < 1 {
		c.Stroke(coil(x1, y1, x2, y2), width, color)
		return
	}
	dx, dy := (x2-x1)/length, (y2-y1)/length
	length = math.Round(length)
	piece := func(from, to, turns float64, flat func(along float64) float64) ui.Path {
		steps := int(turns) * cordSteps
		p := make(ui.Path, 0, steps+1)
		for i := range steps + 1 {
			along := from + (to-from)*float64(i)/float64(steps)
			r, at := cordRadius*flat(along), wheel[i%cordSteps]
			u, v := along-r*at.Y, 0.9*r*at.X
			x, y := x1+dx*u-dy*v, y1+dy*u+dx*v
			if i == 0 {
				p = append(p, move(x, y))
			} else {
				p = append(p, line(x, y))
			}
		}
		return p
	}
	turns := math.Round(end / cordPitch)
	c.Stroke(piece(0, end, turns, func(along float64) float64 { return math.Min(1, along/cordEase) }), width, color)
	at := make([]ui.Point, int(loops))
	for i := range at {
		at[i] = ui.Point{X: dx * cordPitch * float64(i), Y: dy * cordPitch * float64(i)}
	}
	c.Repeat(piece(end, end+cordPitch, 1, func(float64) float64 { return 1 }), at, width, color)
	rest := end + loops*cordPitch
	c.Stroke(piece(rest, length, math.Max(1, math.Round((length-rest)/cordPitch)), func(along float64) float64 {
		return math.Max(0, math.Min(1, (length-along)/cordEase))
	}), width, color)
}

// A Cord is the progress line: the telephone at its start, a bead for every
// step, curled up to the player's position and dotted beyond.
type Cord struct {
	Labels []string // one for each bead; may be empty strings
	At     int      // index of the current bead
	Done   int      // number of beads behind the player
	Narrow bool     // no labels: a phone's width

	on    bool    // it is being animated
	along float64 // the animated position, in beads
}

// Between implements [ui.Tween]: the cord grows from one bead to the next.
func (f Cord) Between(from ui.Figure, t float64) ui.Figure {
	was, ok := from.(Cord)
	if !ok || was.At == f.At || len(was.Labels) != len(f.Labels) {
		return nil
	}
	f.on, f.along = true, float64(was.At)+float64(f.At-was.At)*t
	return f
}

// come is the length of the curled part, in beads.
func (f Cord) come() float64 {
	if f.on {
		return f.along
	}
	return float64(f.At)
}

const (
	phoneWidth = 80
	phoneSmall = 42
)

func (f Cord) phone() float64 {
	if f.Narrow {
		return phoneSmall
	}
	return phoneWidth
}

// Size implements [ui.Figure]. There is room for the telephone at least.
func (f Cord) Size(width float64) (w, h float64) {
	w = math.Max(width, f.phone())
	if f.Narrow {
		return w, 48
	}
	return w, 84
}

// leastApart is the least distance between beads, in CSS pixels.
const leastApart = 12

// Draw implements [ui.Figure].
func (f Cord) Draw(c ui.Canvas, w, h float64, _ ui.State) {
	phone := f.phone()
	y := h * 0.5
	if !f.Narrow {
		y = h * 0.55
	}
	drawPhone(c, 0, y-phone*0.5, phone)
	n := len(f.Labels)
	if n == 0 {
		return
	}
	first, last := phone+64, w-44
	if f.Narrow {
		first, last = phone+24, w-12
	}
	if last-first < leastApart*float64(n-1) || last < first {
		return // the cord's accessible name and the screen give the position
	}
	along := func(beads float64) float64 {
		if n == 1 {
			return first
		}
		return first + (last-first)*beads/float64(n-1)
	}
	at := func(i int) float64 { return along(float64(i)) }
	here := along(math.Min(f.come(), float64(n-1)))
	drawCoil(c, phone*0.86, y-phone*0.06, here-12, y, cordWidth, theme.Cord)
	if f.At < n-1 {
		c.Stroke(dashes(here+14, y, at(n-1), y, 4, 5), 2.5, theme.Rule)
	}
	r := 8.0
	if f.Narrow {
		r = 5.5
	}
	for i := range n {
		x := at(i)
		switch {
		case i == f.At: // it is drawn at the end of the curled part
		case i < f.Done:
			c.Fill(circle(x, y, r), theme.Cord)
			if !f.Narrow {
				c.Stroke(polyline(x-3.5, y+0.2, x-1, y+2.8, x+3.8, y-3), 1.8, theme.OnCord)
			}
		default:
			c.Fill(circle(x, y, r-1), theme.DeskColor)
			c.Stroke(circle(x, y, r-1), 2, theme.Soft)
		}
		if f.Narrow || f.Labels[i] == "" {
			continue
		}
		font := theme.Font{Size: theme.SmallSize, Bold: i == f.At}
		color := theme.Soft
		if i == f.At {
			color = theme.Ink
		}
		// Neighbouring labels must not touch: skip one that would.
		room := (last - first) / math.Max(1, float64(n-1))
		width := c.Advance(f.Labels[i], font)
		if width > room-6 && i != f.At && i != 0 && i != n-1 {
			continue
		}
		x = math.Max(phone+12, math.Min(x-width/2, w-width))
		c.Text(f.Labels[i], x, y+30, font, color)
	}
	c.Fill(circle(here, y, r+3), theme.Paper)
	c.Stroke(circle(here, y, r+2.5), 3.2, theme.Cord)
}
