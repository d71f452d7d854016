package figure_test

import (
	"testing"

	"holdtheline/game/figure"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// A canvas records the bounding boxes of what is drawn on it.
type canvas struct {
	strokes, fills []ui.Rect
	texts          []string
}

func box(p ui.Path) ui.Rect {
	x1, y1, x2, y2 := 1e9, 1e9, -1e9, -1e9
	for _, s := range p {
		if s.Op != ui.Close {
			x1, y1, x2, y2 = min(x1, s.X3), min(y1, s.Y3), max(x2, s.X3), max(y2, s.Y3)
		}
	}
	return ui.Rect{X: x1, Y: y1, W: x2 - x1, H: y2 - y1}
}

func (c *canvas) Fill(p ui.Path, _ theme.Color)              { c.fills = append(c.fills, box(p)) }
func (c *canvas) Stroke(p ui.Path, _ float64, _ theme.Color) { c.strokes = append(c.strokes, box(p)) }

func (c *canvas) Repeat(p ui.Path, at []ui.Point, _ float64, _ theme.Color) {
	for _, o := range at {
		r := box(p)
		r.X, r.Y = r.X+o.X, r.Y+o.Y
		c.strokes = append(c.strokes, r)
	}
}

func (c *canvas) Text(s string, _, _ float64, _ theme.Font, _ theme.Color) {
	c.texts = append(c.texts, s)
}

func (c *canvas) Advance(s string, f theme.Font) float64 {
	return float64(len(s)) * theme.Tokens.Step(f.Size).Pixels / 2
}

// covered tells whether anything is drawn at a height.
func (c *canvas) covered(y float64) bool {
	for _, r := range c.strokes {
		if r.Y <= y && y <= r.Y+r.H {
			return true
		}
	}
	return false
}

func cards(n int) []ui.Joint {
	var out []ui.Joint
	for i := range n {
		out = append(out, ui.Joint{Rect: ui.Rect{X: figure.RailWidth, Y: 70 * float64(i), W: 300, H: 60}})
	}
	return out
}

// The cord runs past every card, and is interrupted at one that is picked up.
func TestRail(t *testing.T) {
	var c canvas
	figure.Rail{Out: -1}.Around(&c, 336, 350, ui.State{}, cards(5))
	for y := 30.0; y < 310; y += 2 {
		if !c.covered(y) {
			t.Errorf("there is no cord at %v", y)
		}
	}
	if len(c.fills) != 5 {
		t.Errorf("%d beads for 5 cards", len(c.fills))
	}

	dragged := cards(5)
	dragged[2].Lifted = true
	for name, draw := range map[string]func(*canvas){
		"dragged":   func(c *canvas) { figure.Rail{Out: -1}.Around(c, 336, 350, ui.State{}, dragged) },
		"picked up": func(c *canvas) { figure.Rail{Out: 2}.Around(c, 336, 350, ui.State{}, cards(5)) },
	} {
		c := canvas{}
		draw(&c)
		if c.covered(170) || !c.covered(105) || !c.covered(235) {
			t.Errorf("%s: the cord doesn't part there, or elsewhere too", name)
		}
		if len(c.fills) != 4 {
			t.Errorf("%s: %d beads for the 4 cards that are left", name, len(c.fills))
		}
	}
}

// A rail of no cards or one is drawn, too.
func TestRailOfFew(t *testing.T) {
	for n := range 3 {
		var c canvas
		figure.Rail{Out: 0}.Around(&c, 336, 60, ui.State{}, cards(n))
		figure.TrueLine{}.Around(&c, 800, 400, ui.State{}, cards(n))
		figure.TrueLine{Upright: true}.Around(&c, 800, 400, ui.State{}, cards(n))
	}
}

// A leader goes from every card to its date, and no date is written across one.
func TestTrueLine(t *testing.T) {
	line := figure.TrueLine{
		Stretches: []figure.Stretch{{From: 0, To: 0.1, Good: true}, {From: 0.5, To: 0.5}, {From: 0.9, To: 1, OpenEnd: true}},
		Ticks:     []figure.Tick{{At: 0, Label: "first"}, {At: 0.01, Label: "too close"}, {At: 0.3, Label: "free"}, {At: 0.5, Label: "crossed"}},
		Breaks:    []float64{0.7},
	}
	joints := []ui.Joint{
		{Rect: ui.Rect{X: 0, Y: 0, W: 200, H: 80}},
		{Rect: ui.Rect{X: 300, Y: 190, W: 200, H: 80}},
		{Rect: ui.Rect{X: 600, Y: 0, W: 200, H: 80}},
	}
	var c canvas
	line.Around(&c, 800, 270, ui.State{}, joints)
	const cord = 135 // half-way between the rows
	for i, j := range joints {
		found := false
		for _, s := range c.strokes {
			top, bottom := s.Y, s.Y+s.H
			upper := j.Y < cord && top == j.Y+j.H && bottom < cord && bottom > cord-20
			lower := j.Y > cord && bottom == j.Y && top > cord && top < cord+20
			if (upper || lower) && s.X >= j.X && s.X+s.W <= j.X+j.W {
				found = true
			}
		}
		if !found {
			t.Errorf("card %d has no leader", i)
		}
	}
	for _, text := range c.texts {
		if text == "too close" {
			t.Errorf("%q is written over another date", text)
		}
	}
	if len(c.texts) != 3 {
		t.Errorf("written: %q", c.texts)
	}
}
