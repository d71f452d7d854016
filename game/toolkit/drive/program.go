package drive

import "holdtheline/game/toolkit/ui"

// A Program is what is driven. No two of its methods are ever called at a time.
type Program interface {
	// View makes the tree for a viewport. Its root's id names the screen: when
	// that changes, scrolling starts at the top again.
	View(vp ui.Viewport) *ui.Node
	// Update answers a message that a node of the tree carries. A [ui.Follow]
	// for a pressed link goes to [Driver.Open] and never comes.
	Update(msg ui.Msg)
	// Show says how the tree is to be shown. It is asked before every View.
	Show() Show
	// Poll tells whether the tree has changed without a message. It is asked in
	// every frame.
	Poll() bool
}

// Show is how a program wants to be shown.
type Show struct {
	Theme string  // by name; what the theme makes of others, such as "auto", is up to it
	Text  float64 // scale of text that the player chose, 1 to 2; the system's own setting comes on top
	// Still is no motion, and Moving is motion, whatever the system says.
	Still, Moving bool
	// Focus is the id of the node that takes the focus now, or empty. It is
	// asked for once for each change.
	Focus string
	// Switch is the view to change over to, or empty. It too is asked for once.
	Switch View
}

// A View is one of the two ways to show the tree in a page.
type View string

// The views: drawn on a canvas, or as the page itself.
const (
	Canvas    View = "canvas"
	PlainPage View = "plain"
)
