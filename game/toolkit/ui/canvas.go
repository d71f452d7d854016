package ui

import "holdtheline/game/toolkit/style"

// A Figure draws itself: a stamp, the cord, the belief line. It is data, so
// that a screen stays a pure value, and it draws on any [Canvas]: the window,
// a picture to save, an SVG for the plain page.
type Figure interface {
	// Size returns how large the figure wants to be within the given width,
	// in CSS pixels at 100 % text.
	Size(width float64) (w, h float64)
	// Draw draws the figure into a box of w by h CSS pixels whose top left
	// corner is the canvas's origin.
	Draw(c Canvas, w, h float64, s State)
}

// A Surround is a figure that runs around what stands in its node: a cord with
// a bead beside every card. Joints are where the nodes below it with Style.Joint
// stand, in reading order, within the figure's own box and in its pixels; of one
// that glides it is where it is going to stand, and of one that is dragged
// nothing but that it is: the figure needn't be drawn anew at every move.
type Surround interface {
	Figure
	Around(c Canvas, w, h float64, s State, joints []Joint)
}

// A Joint is where something stands within a [Surround].
type Joint struct {
	Rect
	Lifted bool // it is being dragged, and the rectangle empty
}

// A Tween is a figure that can come into being gradually, or turn into another
// of its kind.
type Tween interface {
	Figure
	// Between returns the figure on the way from an earlier one, or from
	// nothing when that is nil; t runs from 0 to 1. It returns nil where
	// nothing is to be seen of the way.
	Between(from Figure, t float64) Figure
}

// State is what a figure or a look may show of how its node stands.
type State struct {
	Hover, Pressed, Focused, Checked, Disabled bool
}

// A Canvas takes vector drawings in CSS pixels.
type Canvas interface {
	Fill(p Path, color style.Color)
	Stroke(p Path, width float64, color style.Color)
	// Repeat strokes the same path once from each of the points.
	Repeat(p Path, at []Point, width float64, color style.Color)
	// Text draws one line with its baseline starting at x, y.
	Text(s string, x, y float64, font style.Font, color style.Color)
	// Advance returns the width of one line of text in CSS pixels.
	Advance(s string, font style.Font) float64
}

// A Point is a place on a [Canvas].
type Point struct{ X, Y float64 }

// A Path is a list of drawing commands.
type Path []Segment2D

// A Segment2D is one command of a [Path]. A cubic uses all three points, a
// line or move only the last.
type Segment2D struct {
	Op                     Op
	X1, Y1, X2, Y2, X3, Y3 float64
}

// Op is what a path command does.
type Op int8

// The commands.
const (
	MoveTo Op = iota
	LineTo
	CubicTo
	Close
)
