package ui

import "holdtheline/game/toolkit/style"

// A fit is a look's layout defaults: padding, a least size, centred text. The
// padding is used only where the node's style gives none.
type fit struct {
	pad     Edges
	square  bool // at least as wide as a control is high
	center  bool // text is centred, both ways
	bold    bool // where the style names no font
	size    style.Size
	mark    float64 // additional padding at the left for a mark
	control bool    // at least as high as the theme has controls
}

var fits = map[Look]fit{
	PrimaryButton: {pad: Sides(10, 22), center: true, bold: true, control: true},
	PlainButton:   {pad: Sides(10, 20), center: true, bold: true, control: true},
	QuietButton:   {pad: Sides(10, 12), center: true, bold: true, control: true},
	IconButton:    {pad: All(10), square: true, center: true, control: true},
	Segment:       {pad: Sides(8, 8), center: true, bold: true, control: true},
	Choice:        {pad: Sides(10, 14), mark: 32, control: true},
	TagGood:       {pad: Sides(2, 8), bold: true, size: style.Small, center: true},
	TagBad:        {pad: Sides(2, 8), bold: true, size: style.Small, center: true},
	TagNeutral:    {pad: Sides(2, 8), bold: true, size: style.Small, center: true},
}

// The mark of a [Choice]: the distance of its middle from the left edge of the
// room kept for it, and its diameter, in CSS pixels at 100 % text.
const (
	ChoiceMarkAt   = 11
	ChoiceMarkSize = 22
)

// TextFont is the font of the node's text: its style's, or else its look's.
func (n *Node) TextFont() style.Font {
	f := n.Style.Font
	if look := fits[n.Style.Look]; f == (style.Font{}) {
		f.Bold, f.Size = look.bold, look.size
	}
	return f
}

// Pressable tells whether pressing the node does anything.
func (n *Node) Pressable() bool {
	return !n.Disabled && (n.Do != nil || n.Role == Link && n.Href != "")
}

// control tells whether the node is something to press, enabled or not.
func (n *Node) control() bool {
	switch n.Role {
	case Button, Link, Radio, Checkbox:
		return true
	}
	return n.Do != nil
}

// PlainText is the node's own visible text.
func (n *Node) PlainText() string {
	if len(n.Text) == 1 {
		return n.Text[0].Text
	}
	s := ""
	for _, span := range n.Text {
		s += span.Text
	}
	return s
}
