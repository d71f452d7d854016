package drive

import (
	"time"

	"holdtheline/game/toolkit/ui"
)

// Kind is what an [Event] is about.
type Kind string

// The kinds. Positions and lengths are CSS pixels.
const (
	Resize Kind = "resize" // the viewport is Width by Height now, clear of Insets
	Prefer Kind = "prefer" // the system has text at the scale Text, and motion or, Still, none

	Down   Kind = "down"   // the mouse's button, or the first finger, at X, Y
	Move   Kind = "move"   //
	Up     Kind = "up"     //
	Cancel Kind = "cancel" // the system took the touch away, or a second finger came
	Wheel  Kind = "wheel"  // at X, Y, to scroll by Wheel

	Key   Kind = "key"   // one that the tree may know what to do with, Key
	Typed Kind = "typed" // a letter, digit or sign, Text

	Press Kind = "press" // a node, by the page's own means
	Focus Kind = "focus" // the page's focus went to a node
	Blur  Kind = "blur"  // or out of the page
)

// An Event is something that happened to a program from outside.
type Event struct {
	At    time.Duration // on a clock that only goes forward
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
	Still         bool
}

var pointerKinds = map[Kind]ui.PointerKind{
	Down: ui.PointerDown, Move: ui.PointerMove, Up: ui.PointerUp, Cancel: ui.PointerCancel, Wheel: ui.PointerWheel,
}
