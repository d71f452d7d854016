package figure

import (
	"math"

	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// The small drawings at the head of a news card, which show the kind of source.

// An Avatar is the anonymous round picture beside a post.
type Avatar struct{ Pixels float64 }

// Size implements [ui.Figure].
func (f Avatar) Size(float64) (w, h float64) { return f.Pixels, f.Pixels }

// Draw implements [ui.Figure].
func (f Avatar) Draw(c ui.Canvas, w, h float64, _ ui.State) {
	r := math.Min(w, h) / 2
	cx, cy := w/2, h/2
	c.Fill(circle(cx, cy, r), theme.Track)
	c.Fill(circle(cx, cy-0.22*r, 0.34*r), theme.Soft)
	// The shoulders: the part of an ellipse within the circle.
	c.Fill(ui.Path{
		move(cx-0.62*r, cy+0.78*r),
		cubic(cx-0.56*r, cy+0.26*r, cx-0.3*r, cy+0.22*r, cx, cy+0.22*r),
		cubic(cx+0.3*r, cy+0.22*r, cx+0.56*r, cy+0.26*r, cx+0.62*r, cy+0.78*r),
		cubic(cx+0.3*r, cy+1.06*r, cx-0.3*r, cy+1.06*r, cx-0.62*r, cy+0.78*r),
		shut(),
	}, theme.Soft)
	c.Stroke(circle(cx, cy, r-1), 1.6, theme.Cord)
}

// WindowDots are the three buttons of a browser's window.
type WindowDots struct{}

// Size implements [ui.Figure].
func (WindowDots) Size(float64) (w, h float64) { return 46, 14 }

// Draw implements [ui.Figure].
func (WindowDots) Draw(c ui.Canvas, _, h float64, _ ui.State) {
	for i := range 3 {
		c.Stroke(circle(7+16*float64(i), h/2, 4.6), 1.5, theme.Soft)
	}
}

// A Tape is the paper tape of a teleprinter: rows of holes across its width.
type Tape struct{}

// Size implements [ui.Figure].
func (Tape) Size(width float64) (w, h float64) { return math.Min(width, 60), 14 }

// Draw implements [ui.Figure].
func (Tape) Draw(c ui.Canvas, w, h float64, _ ui.State) {
	// Five rows of holes, as a letter's code has; the pattern repeats.
	code := [...]byte{0b10011, 0b00100, 0b01110, 0b10101, 0b00101, 0b11010, 0b00110}
	const pitch = 6.0
	for i := 0; float64(i+1)*pitch <= w; i++ {
		for bit := range 3 {
			if code[i%len(code)]>>bit&1 == 1 {
				c.Fill(circle(3+float64(i)*pitch, h/2+float64(bit-1)*4.6, 1.5), theme.None)
			}
		}
	}
}

// A Wave is sound drawn as bars.
type Wave struct{}

// Size implements [ui.Figure].
func (Wave) Size(width float64) (w, h float64) { return math.Min(width, 84), 22 }

// Draw implements [ui.Figure].
func (Wave) Draw(c ui.Canvas, w, h float64, _ ui.State) {
	const pitch = 5.0
	n := int(w / pitch)
	for i := range n {
		t := float64(i) / float64(max(1, n-1))
		// Two beats of a voice, louder in the middle.
		long := 2 + (h/2-3)*math.Abs(math.Sin(7*t)*math.Cos(17*t))*math.Sin(math.Pi*t)*1.3
		x := 2.5 + float64(i)*pitch
		c.Stroke(segment(x, h/2-long/2, x, h/2+long/2), 2.2, theme.None)
	}
}

// OnAir is the red light of a studio.
type OnAir struct{}

// Size implements [ui.Figure].
func (OnAir) Size(float64) (w, h float64) { return 14, 14 }

// Draw implements [ui.Figure].
func (OnAir) Draw(c ui.Canvas, w, h float64, _ ui.State) {
	c.Fill(circle(w/2, h/2, 6), theme.Cord)
	c.Fill(circle(w/2-1.6, h/2-1.8, 1.6), theme.OnCord)
}

// A Letterhead is the double rule below a letter's head.
type Letterhead struct{}

// Size implements [ui.Figure].
func (Letterhead) Size(width float64) (w, h float64) { return width, 7 }

// Draw implements [ui.Figure].
func (Letterhead) Draw(c ui.Canvas, w, _ float64, _ ui.State) {
	c.Stroke(segment(0, 1.5, w, 1.5), 2, theme.Ink)
	c.Stroke(segment(0, 5.5, w, 5.5), 0.8, theme.Ink)
}

// A QuoteMark is a large opening quotation mark.
type QuoteMark struct{ Pixels float64 }

// Size implements [ui.Figure].
func (f QuoteMark) Size(float64) (w, h float64) { return f.Pixels, f.Pixels * 0.8 }

// Draw implements [ui.Figure].
func (f QuoteMark) Draw(c ui.Canvas, w, h float64, _ ui.State) {
	r := w * 0.19
	for _, x := range [...]float64{w * 0.27, w * 0.75} {
		y := h * 0.66
		c.Fill(circle(x, y, r), theme.Cord)
		c.Fill(ui.Path{
			move(x-r, y),
			cubic(x-r, y-1.7*r, x-0.1*r, y-2.6*r, x+1.05*r, y-2.75*r),
			line(x+1.05*r, y-2.2*r),
			cubic(x+0.4*r, y-2*r, x, y-1.5*r, x, y-0.95*r),
			shut(),
		}, theme.Cord)
	}
}

// A Fold is the folded corner of an old page.
type Fold struct{ Pixels float64 }

// Size implements [ui.Figure].
func (f Fold) Size(float64) (w, h float64) { return f.Pixels, f.Pixels }

// Draw implements [ui.Figure].
func (f Fold) Draw(c ui.Canvas, w, h float64, _ ui.State) {
	c.Fill(ui.Path{move(0, 0), line(w, h), line(w, 0), shut()}, theme.DeskColor)
	c.Fill(ui.Path{move(0, 0), line(0, h), line(w, h), shut()}, theme.Track)
	c.Stroke(ui.Path{move(0, 0), line(0, h), line(w, h)}, 1, theme.Rule)
}

// Reactions are the symbols below a post: a heart, a bubble, an arrow.
type Reactions struct{}

// Size implements [ui.Figure].
func (Reactions) Size(float64) (w, h float64) { return 84, 20 }

// Draw implements [ui.Figure].
func (Reactions) Draw(c ui.Canvas, _, h float64, _ ui.State) {
	y := h / 2
	const line1 = 1.5
	c.Stroke(ui.Path{
		move(10, y+7.5),
		cubic(4, y+3, 1.5, y-0.5, 1.5, y-3),
		cubic(1.5, y-8, 8, y-8.5, 10, y-4),
		cubic(12, y-8.5, 18.5, y-8, 18.5, y-3),
		cubic(18.5, y-0.5, 16, y+3, 10, y+7.5),
		shut(),
	}, line1, theme.Soft)
	c.Stroke(ui.Path{
		move(36, y+7.5),
		line(37.5, y+3.5),
		cubic(34, y+0.5, 33.5, y-7.5, 42, y-7.5),
		cubic(51, y-7.5, 50.5, y+5.5, 42, y+5.5),
		cubic(40.5, y+5.5, 39.5, y+5.2, 38.8, y+5),
		shut(),
	}, line1, theme.Soft)
	c.Stroke(polyline(66, y-6.5, 83, y-7, 74, y+7.5, 71.5, y-0.5, 66, y-6.5), line1, theme.Soft)
	c.Stroke(segment(71.5, y-0.5, 83, y-7), line1, theme.Soft)
}
