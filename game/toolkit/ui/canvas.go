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

// A Surround is a figure around its node's children: a cord with a bead beside
// every card. Joints are the boxes of its descendants with Style.Joint, in
// reading order, in the figure's own pixels. A gliding one has its final box,
// and a dragged one none, so that the figure needn't be redrawn at every move.
type Surround interface {
	Figure
	Around(c Canvas, w, h float64, s State, joints []Joint)
}

// A Joint is the box of a node that a [Surround] connects.
type Joint struct {
	Rect
	Lifted bool // it is being dragged; the rectangle is empty
}

// A Tween is a figure that can be animated from nothing or from another of its
// kind.
type Tween interface {
	Figure
	// Between returns the figure between an earlier one, or nothing when that
	// is nil, and this one; t runs from 0 to 1. It returns nil where there is
	// nothing to animate.
	Between(from Figure, t float64) Figure
}

// State is the state of a node that its figure or look may show.
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
