package theme

import "time"

// Radii of corners, in CSS pixels.
const (
	cardRadius    = 3  // paper
	controlRadius = 10 // segments, choices, panels
	sheetRadius   = 18 // the phone's question, dialogs
	buttonRadius  = 22 // round ends; never more than half the height
)

// The focus ring, in CSS pixels.
const (
	focusWidth = 3
	focusGap   = 2
)

// target is the least height of a control, in CSS pixels: the size of a thumb.
const target = 44

// Measure is the greatest width of running text in CSS pixels at 100 % text:
// about 70 characters of body size.
const Measure = 540

// The widths of a page, in CSS pixels at 100 % text.
const (
	PageWidth = 1290 // the most that a screen's content takes
	SideWidth = 440  // the narrower of two columns in the plain page
	WideFrom  = 960  // windows at least this wide have two columns
	RoomyFrom = 600  // narrower ones are a phone held upright
)

// Durations of motion. All of them are zero under reduced motion.
const (
	quick = 120 * time.Millisecond // a press, a hover
	slide = 180 * time.Millisecond // a card making room
	land  = 240 * time.Millisecond // a card or a stamp landing
)
