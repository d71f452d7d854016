package main

import (
	"slices"

	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// arrow is the outline of the pointer, from its tip, in CSS pixels.
var arrow = [...]ui.Point{{X: 0, Y: 0}, {X: 0, Y: 23}, {X: 5.3, Y: 18}, {X: 8.9, Y: 26.4}, {X: 12.5, Y: 24.9}, {X: 8.9, Y: 16.7}, {X: 16.1, Y: 16.1}}

// A cursor is a picture of the pointer: ink with a paper edge that keeps it apart
// from whatever it is on.
type cursor struct{}

// Size implements [ui.Figure].
func (cursor) Size(float64) (w, h float64) { return 20, 30 }

// Draw implements [ui.Figure].
func (cursor) Draw(c ui.Canvas, _, _ float64, _ ui.State) {
	var p ui.Path
	for i, at := range arrow {
		op := ui.LineTo
		if i == 0 {
			op = ui.MoveTo
		}
		p = append(p, ui.Segment2D{Op: op, X3: at.X, Y3: at.Y})
	}
	p = append(p, ui.Segment2D{Op: ui.Close})
	c.Stroke(p, 3.6, theme.Paper)
	c.Fill(p, theme.Ink)
}

// withCursor is a layout with the pointer above it, its tip at x, y.
func withCursor(l *ui.Layout, x, y float64) *ui.Layout {
	w, h := cursor{}.Size(0)
	root, with := *l.Root, *l
	root.Children = append(slices.Clone(root.Children), &ui.Box{
		Node: &ui.Node{Figure: cursor{}}, X: x, Y: y, W: w, H: h, Clip: ui.Rect{W: l.Viewport.Width, H: l.Viewport.Height},
	})
	with.Root = &root
	return &with
}
