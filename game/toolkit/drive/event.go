package drive

import (
	"time"

	"holdtheline/game/toolkit/ui"
)

// Kind is the kind of an [Event].
type Kind string

// The kinds. Positions and lengths are CSS pixels.
const (
	Resize Kind = "resize" // the viewport is Width by Height now, with Insets
	Prefer Kind = "prefer" // the system's text scale is Text, and with ReducedMotion it wants less motion

	Down   Kind = "down"   // the mouse's button, or the first finger, at X, Y
	Move   Kind = "move"   //
	Up     Kind = "up"     //
	Cancel Kind = "cancel" // the system took the touch away, or a second finger came
	Wheel  Kind = "wheel"  // at X, Y, to scroll by Wheel

	Key   Kind = "key"   // a key that the toolkit may handle, Key
	Typed Kind = "typed" // a letter, digit or sign, Typed

	Press Kind = "press" // a node was pressed in the page
	Focus Kind = "focus" // the page's focus went to a node
	Blur  Kind = "blur"  // or out of the page

	TakeFiles Kind = "files" // Files were dropped at X, Y, or in the plain page on a Node
)

// An Event is an input to a program.
type Event struct {
	At    time.Duration // on a monotonic clock
	Kind  Kind
	X, Y  float64
	Touch bool
	Wheel float64
	Key   ui.Key
	Typed string
	Node  string

	Width, Height float64
	Insets        ui.Edges
	Text          float64
	ReducedMotion bool

	Files ui.Files
}

var pointerKinds = map[Kind]ui.PointerKind{
	Down: ui.PointerDown, Move: ui.PointerMove, Up: ui.PointerUp, Cancel: ui.PointerCancel, Wheel: ui.PointerWheel,
}
