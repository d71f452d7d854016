package ui

import "holdtheline/game/toolkit/style"

// A Directed figure has a direction that follows reading: of time, of progress, of a
// quantity. A figure without one, such as a picture, looks the same in every language.
type Directed interface {
	Figure
	// Directed does nothing; a figure that has it is drawn mirrored where the screen
	// runs from right to left.
	Directed()
}

// Toward returns the figure as it is drawn where the screen runs from right to left, if
// it has a direction; otherwise the figure itself. Texts are moved, not mirrored.
func Toward(f Figure, rightToLeft bool) Figure {
	if d, ok := f.(Directed); ok && rightToLeft {
		return turned{d}
	}
	return f
}

// turned is a figure drawn mirrored.
type turned struct{ Directed }

// Draw implements [Figure].
func (f turned) Draw(c Canvas, w, h float64, s State) {
	f.Directed.Draw(turnedCanvas{c, w}, w, h, s)
}

// A turnedCanvas mirrors what is drawn on it within a width.
type turnedCanvas struct {
	Canvas
	w float64
}

// turn mirrors a path within a width.
func turn(p Path, w float64) Path {
	out := make(Path, len(p))
	for i, s := range p {
		s.X1, s.X2, s.X3 = w-s.X1, w-s.X2, w-s.X3
		out[i] = s
	}
	return out
}

func (c turnedCanvas) Fill(p Path, color style.Color) { c.Canvas.Fill(turn(p, c.w), color) }

func (c turnedCanvas) Stroke(p Path, width float64, color style.Color) {
	c.Canvas.Stroke(turn(p, c.w), width, color)
}

func (c turnedCanvas) Repeat(p Path, at []Point, width float64, color style.Color) {
	out := make([]Point, len(at))
	for i, o := range at {
		out[i] = Point{X: c.w - o.X, Y: o.Y}
	}
	c.Canvas.Repeat(turn(p, 0), out, width, color)
}

func (c turnedCanvas) Text(s string, x, y float64, font style.Font, color style.Color) {
	c.Canvas.Text(s, c.w-x-c.Advance(s, font), y, font, color)
}
