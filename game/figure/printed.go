package figure

import (
	"math"

	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// The drawings on news cards of the time before the browser.

// Morse is a row of dots and dashes, as a telegraph writes them.
type Morse struct{}

// Size implements [ui.Figure].
func (Morse) Size(width float64) (w, h float64) { return math.Min(width, 92), 14 }

// Draw implements [ui.Figure].
func (Morse) Draw(c ui.Canvas, w, h float64, _ ui.State) {
	const dot, pitch = 3.0, 6.0
	x := dot / 2
	for i := 0; ; i++ {
		long := dot
		if i%3 == 1 || i%7 == 2 {
			long = 3 * dot
		}
		if x+long > w {
			return
		}
		c.Stroke(segment(x, h/2, x+long-dot, h/2), dot, theme.Soft)
		x += long + pitch - dot
	}
}

// A Masthead is the rule between the name of a paper and its page: thick, and thin
// above and below.
type Masthead struct{}

// Size implements [ui.Figure].
func (Masthead) Size(width float64) (w, h float64) { return width, 11 }

// Draw implements [ui.Figure].
func (Masthead) Draw(c ui.Canvas, w, _ float64, _ ui.State) {
	c.Stroke(segment(0, 1, w, 1), 0.8, theme.Ink)
	c.Stroke(segment(0, 5.5, w, 5.5), 3, theme.Ink)
	c.Stroke(segment(0, 10, w, 10), 0.8, theme.Ink)
}

// A Seal is an office's seal: a ring of teeth around a star.
type Seal struct{ Pixels float64 }

// Size implements [ui.Figure].
func (f Seal) Size(float64) (w, h float64) { return f.Pixels, f.Pixels }

// Draw implements [ui.Figure].
func (f Seal) Draw(c ui.Canvas, w, h float64, _ ui.State) {
	r := math.Min(w, h)/2 - 1
	spiked := func(points int, outer, inner float64) ui.Path {
		var p ui.Path
		for i := range 2 * points {
			reach := outer
			if i%2 == 1 {
				reach = inner
			}
			turn := math.Pi*float64(i)/float64(points) - math.Pi/2
			x, y := w/2+reach*math.Cos(turn), h/2+reach*math.Sin(turn)
			if i == 0 {
				p = append(p, move(x, y))
				continue
			}
			p = append(p, line(x, y))
		}
		return append(p, shut())
	}
	c.Stroke(spiked(18, r, 0.87*r), 1.2, theme.Cord)
	c.Stroke(circle(w/2, h/2, 0.68*r), 1, theme.Cord)
	c.Fill(spiked(5, 0.48*r, 0.2*r), theme.Cord)
}

// A Postmark is the round mark on a letter, and the waves that cancel its stamp.
type Postmark struct{}

// Size implements [ui.Figure].
func (Postmark) Size(width float64) (w, h float64) { return math.Min(width, 92), 34 }

// Draw implements [ui.Figure].
func (Postmark) Draw(c ui.Canvas, w, h float64, _ ui.State) {
	r := h/2 - 1
	c.Stroke(circle(w-r-1, h/2, r), 1.2, theme.Soft)
	c.Stroke(circle(w-r-1, h/2, 0.66*r), 0.9, theme.Soft)
	c.Stroke(segment(w-1.5*r-1, h/2, w-0.5*r-1, h/2), 1.2, theme.Soft)
	const waves, long = 4, 12.0
	for i := range waves {
		y := h/2 + (float64(i)-1.5)*6
		var p ui.Path
		for x := 0.0; x+long <= w-2*r-4; x += long {
			if p == nil {
				p = ui.Path{move(x, y)}
			}
			p = append(p, cubic(x+long/3, y-4, x+2*long/3, y+4, x+long, y))
		}
		c.Stroke(p, 1.1, theme.Soft)
	}
}

// A Tailpiece is the ornament at the foot of a book's page.
type Tailpiece struct{}

// Size implements [ui.Figure].
func (Tailpiece) Size(width float64) (w, h float64) { return math.Min(width, 120), 10 }

// Draw implements [ui.Figure].
func (Tailpiece) Draw(c ui.Canvas, w, h float64, _ ui.State) {
	const half = 4.0
	m := w / 2
	c.Fill(ui.Path{move(m-2*half, h/2), line(m, h/2-half), line(m+2*half, h/2), line(m, h/2+half), shut()}, theme.Ink)
	c.Stroke(segment(0, h/2, m-3*half, h/2), 1, theme.Ink)
	c.Stroke(segment(m+3*half, h/2, w, h/2), 1, theme.Ink)
}

// A ClockFace is a station clock that shows a time of day.
type ClockFace struct {
	Hour, Minute int
	Pixels       float64
}

// Size implements [ui.Figure].
func (f ClockFace) Size(float64) (w, h float64) { return f.Pixels, f.Pixels }

// Draw implements [ui.Figure].
func (f ClockFace) Draw(c ui.Canvas, w, h float64, _ ui.State) {
	r := math.Min(w, h)/2 - 1
	at := func(turn, reach float64) (x, y float64) {
		a := 2*math.Pi*turn - math.Pi/2
		return w/2 + reach*math.Cos(a), h/2 + reach*math.Sin(a)
	}
	c.Fill(circle(w/2, h/2, r), theme.Paper)
	c.Stroke(circle(w/2, h/2, r), 1.8, theme.Ink)
	for i := range 12 {
		from := 0.84
		if i%3 == 0 {
			from = 0.74
		}
		x1, y1 := at(float64(i)/12, from*r)
		x2, y2 := at(float64(i)/12, 0.9*r)
		c.Stroke(segment(x1, y1, x2, y2), 1, theme.Soft)
	}
	minute := float64(f.Minute) / 60
	hx, hy := at((float64(f.Hour%12)+minute)/12, 0.5*r)
	mx, my := at(minute, 0.74*r)
	c.Stroke(segment(w/2, h/2, hx, hy), 2.2, theme.Ink)
	c.Stroke(segment(w/2, h/2, mx, my), 1.5, theme.Ink)
	c.Fill(circle(w/2, h/2, 1.9), theme.Cord)
}
