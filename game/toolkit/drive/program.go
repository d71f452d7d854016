package drive

import "holdtheline/game/toolkit/ui"

// A Program is what a [Driver] runs. Its methods are never called concurrently.
type Program interface {
	// View returns the tree for a viewport. Its root's id is the screen's: when
	// it changes, scroll offsets are reset.
	View(vp ui.Viewport) *ui.Node
	// Update handles a message of one of the tree's nodes. A [ui.Follow] goes
	// to [Driver.Open] instead.
	Update(msg ui.Msg)
	// Presentation returns how the tree is to be shown. It is called before every
	// View.
	Presentation() Presentation
	// Poll tells whether the tree has changed without a message. It is called
	// in every frame.
	Poll() bool
}

// Presentation is how a program wants to be shown.
type Presentation struct {
	Theme string  // its name, resolved by the theme's Palette
	Text  float64 // the player's text scale, 1 to 2; it is combined with the system's
	// Stage is the least window that the screens are made for at 100 % text, for
	// programs that are looked at from the back of a room. The zero Stage is none.
	Stage Stage
	// ReducedMotion turns motion off, and FullMotion on, whatever the system's
	// setting.
	ReducedMotion, FullMotion bool
	// Focus is the id of the node to focus, or empty. It is read once for each
	// View.
	Focus string
	// Switch is the view to switch to, or empty. It too is read once.
	Switch View
}

// A Stage is the size of a window, in CSS pixels. In a larger window text grows with
// it, unless the player's is larger still.
type Stage struct{ Width, Height float64 }

// Scale is the text scale in a window.
func (s Stage) Scale(width, height float64) float64 {
	if s.Width <= 0 || s.Height <= 0 {
		return 1
	}
	return max(1, min(width/s.Width, height/s.Height))
}

// A View is one of the two ways to show the tree in a page.
type View string

// The views: drawn on a canvas, or as the page itself.
const (
	Canvas    View = "canvas"
	PlainPage View = "plain"
)
