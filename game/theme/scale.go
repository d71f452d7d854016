package theme

import "time"

// Pixels is the size of the step in CSS pixels at 100 % text.
func (s Size) Pixels() float64 {
	switch s {
	case LabelSize:
		return 12.5
	case SmallSize:
		return 14
	case LeadSize:
		return 18
	case TitleSize:
		return 23
	case DisplaySize:
		return 28
	case HeroSize:
		return 52
	}
	return 16
}

// LineHeight is the distance from one baseline to the next in CSS pixels at
// 100 % text. Larger sizes are set tighter, as headlines are.
func (s Size) LineHeight() float64 {
	switch s {
	case LabelSize:
		return 18
	case SmallSize:
		return 20
	case LeadSize:
		return 25
	case TitleSize:
		return 29
	case DisplaySize:
		return 35
	case HeroSize:
		return 56
	}
	return 23
}

// Sizes lists the type scale from the smallest step to the largest.
func Sizes() []Size {
	return []Size{LabelSize, SmallSize, BodySize, LeadSize, TitleSize, DisplaySize, HeroSize}
}

// CapsSpacing is the room added after every letter of a label in capitals, as a
// share of its size.
const CapsSpacing = 0.07

// The steps of space, in CSS pixels.
const (
	Space1  = 4
	Space2  = 8
	Space3  = 12
	Space4  = 16
	Space5  = 20
	Space6  = 24
	Space8  = 32
	Space10 = 40
	Space12 = 48
)

// Radii of corners, in CSS pixels.
const (
	CardRadius    = 3  // paper
	ControlRadius = 10 // segments, choices, panels
	SheetRadius   = 18 // the phone's question, dialogs
	ButtonRadius  = 22 // round ends; never more than half the height
)

// The focus ring, in CSS pixels.
const (
	FocusWidth = 3
	FocusGap   = 2
)

// Target is the least height of a control, in CSS pixels: the size of a thumb.
const Target = 44

// Measure is the greatest width of running text in CSS pixels at 100 % text:
// about 70 characters of body size.
const Measure = 540

// The widths of a page, in CSS pixels at 100 % text.
const (
	PageWidth = 1290 // the most that a screen's content takes
	SideWidth = 440  // the narrow one of two columns, where the browser lays out
	WideFrom  = 960  // windows from here on have two columns
	RoomyFrom = 600  // narrower ones are a phone held upright
)

// Durations of motion. All of them are zero under reduced motion.
const (
	Quick = 120 * time.Millisecond // a press, a hover
	Slide = 180 * time.Millisecond // a card making room
	Land  = 240 * time.Millisecond // a card or a stamp landing
)
