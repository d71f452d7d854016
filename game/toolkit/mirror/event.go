package mirror

// Kind is what the player did in the mirror.
type Kind string

// What a player does in the mirror.
const (
	Press Kind = "press" // pressed, chose or checked the node
	Focus Kind = "focus" // moved the focus to the node
	Blur  Kind = "blur"  // moved the focus out of the mirror
	Key   Kind = "key"   // pressed a key that the focused element doesn't handle
)

// An Event is something the player did in the mirror.
type Event struct {
	Kind Kind
	// Node is the ID of the node it happened on; for a key the focused one, or
	// "".
	Node string
	// Key is a key's name as the browser's KeyboardEvent.key gives it, such as
	// "Escape", "PageDown" or "ArrowUp". Keys held together with Ctrl, Alt or
	// the system's key belong to the browser and are not reported.
	Key string
}

// Options are sent to the page with a screen.
type Options struct {
	// Title is the page's title.
	Title string
	// Focus is the ID of the node to focus now, or "" to leave the focus alone;
	// see [ui.NextFocus].
	Focus string
	// Zoom is the number of CSS pixels to one of the layout's; 0 counts as 1.
	Zoom float64
	// Plain shows the mirror as the page itself instead of over a canvas: nil
	// for the canvas.
	Plain *Plain
}

// Plain is how the plain page looks.
type Plain struct {
	Theme string  // of the style sheet; "auto" follows the system
	Text  float64 // scale of text that the player chose
}
