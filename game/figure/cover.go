package figure

import (
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// Scene is what a [Cover] shows.
type Scene int8

// The scenes.
const (
	PhoneScene     Scene = iota // the telephone on the desk
	TelegraphScene              // a telegraph key
	BiplaneScene                // a flying machine above dunes
	FlagScene                   // a flag planted in snow
	PageScene                   // a printed page
)

// A Cover is the picture that stands for a case: one thing in red.
type Cover struct {
	Scene  Scene
	Height float64
}

// Size implements [ui.Figure].
func (f Cover) Size(float64) (w, h float64) { return Phone{Height: f.Height}.Size(0) }

// Draw implements [ui.Figure]. The drawings are on a field of 80 by 70.
func (f Cover) Draw(c ui.Canvas, w, h float64, s ui.State) {
	d := drawing{c: c, k: w / 80}
	switch f.Scene {
	case PhoneScene:
		Phone{Height: f.Height}.Draw(c, w, h, s)
	case TelegraphScene:
		d.telegraph()
	case BiplaneScene:
		d.biplane()
	case FlagScene:
		d.flag()
	case PageScene:
		d.page()
	}
}

// A drawing has lengths of its own: k of them are a pixel.
type drawing struct {
	c ui.Canvas
	k float64
}

func (d drawing) scaled(p ui.Path) ui.Path {
	for i := range p {
		s := &p[i]
		s.X1, s.Y1, s.X2, s.Y2, s.X3, s.Y3 = s.X1*d.k, s.Y1*d.k, s.X2*d.k, s.Y2*d.k, s.X3*d.k, s.Y3*d.k
	}
	return p
}

func (d drawing) fill(p ui.Path, color theme.Color) { d.c.Fill(d.scaled(p), color) }

func (d drawing) stroke(p ui.Path, width float64, color theme.Color) {
	d.c.Stroke(d.scaled(p), width*d.k, color)
}

func (d drawing) telegraph() {
	d.fill(rect(4, 56, 72, 9, 3), theme.Cord)
	d.fill(rect(12, 44, 7, 13, 1), theme.Ink) // the contact, and the pillar of the lever
	d.fill(rect(52, 36, 9, 21, 1.5), theme.Ink)
	d.stroke(segment(10, 37.5, 72, 42), 5, theme.Cord)
	d.fill(circle(56.5, 40.8, 3), theme.OnCord)
	d.stroke(segment(14, 38, 14, 27), 4, theme.Ink)
	d.fill(ellipse(14, 23, 12, 5), theme.Cord)
	d.stroke(ui.Path{move(6, 22), cubic(9, 19.4, 14, 18.9, 18, 19.6)}, 1.4, theme.OnCord)
	// What it sends.
	x := 30.0
	for _, long := range [...]float64{2, 8, 2, 2, 8} {
		d.stroke(segment(x, 12, x+long, 12), 3.4, theme.Ink)
		x += long + 5.5
	}
}

func (d drawing) biplane() {
	d.stroke(ui.Path{move(2, 64), cubic(18, 57, 30, 68, 46, 61), cubic(58, 56, 68, 64, 78, 60)}, 2, theme.Ink)
	for _, y := range [...]float64{14, 36} {
		d.fill(rect(6, y, 68, 5.5, 2.7), theme.Cord)
	}
	for _, x := range [...]float64{14, 29, 51, 66} {
		d.stroke(segment(x, 19, x, 36), 1.6, theme.Ink)
	}
	d.stroke(polyline(14, 19, 29, 36, 14, 36), 0.8, theme.Ink)
	d.stroke(polyline(66, 19, 51, 36, 66, 36), 0.8, theme.Ink)
	d.stroke(segment(33, 47, 47, 47), 1.8, theme.Ink) // the skids
	d.stroke(polyline(35, 41, 34, 47), 1.4, theme.Ink)
	d.stroke(polyline(45, 41, 46, 47), 1.4, theme.Ink)
	for _, x := range [...]float64{24, 56} {
		d.stroke(segment(x-4, 21, x+4, 34), 2.4, theme.Cord) // the propellers
		d.fill(circle(x, 27.5, 1.8), theme.Ink)
	}
	d.fill(ellipse(40, 33, 5, 2.6), theme.Ink) // who flies it lies down
	d.fill(circle(46.5, 32, 2.2), theme.Ink)
}

func (d drawing) flag() {
	d.fill(ui.Path{move(0, 66), cubic(16, 50, 30, 48, 42, 52), cubic(56, 57, 68, 52, 80, 60), line(80, 66), shut()}, theme.Track)
	d.stroke(ui.Path{move(0, 66), cubic(16, 50, 30, 48, 42, 52), cubic(56, 57, 68, 52, 80, 60)}, 2, theme.Ink)
	d.stroke(segment(36, 55, 36, 6), 2.6, theme.Ink)
	d.fill(ui.Path{move(36, 7), cubic(46, 2, 54, 13, 68, 7), line(68, 27), cubic(54, 33, 46, 22, 36, 28), shut()}, theme.Cord)
	d.stroke(ui.Path{move(40, 12), cubic(47, 9, 54, 17, 63, 13.5)}, 1.4, theme.OnCord)
	d.stroke(dashes(6, 69, 74, 69, 3, 4), 1.4, theme.Soft)
}

func (d drawing) page() {
	d.fill(rect(14, 3, 52, 64, 2), theme.Paper)
	d.stroke(rect(14, 3, 52, 64, 2), 1.8, theme.Ink)
	d.fill(rect(20, 9, 40, 7, 0), theme.Cord)
	d.stroke(segment(20, 20, 60, 20), 1.6, theme.Ink)
	for i := range 7 {
		y := 26 + 5.4*float64(i)
		d.stroke(segment(20, y, 37.5, y), 1.6, theme.Soft)
		if i > 3 {
			d.stroke(segment(42.5, y, 60, y), 1.6, theme.Soft)
		}
	}
	d.fill(rect(42.5, 24, 17.5, 16, 1), theme.Track)
}
