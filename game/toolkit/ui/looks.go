package ui

import "holdtheline/game/theme"

// A fit is what a look needs of the layout: room inside it, a least size, text
// in the middle. The room is used only where the node's style gives none.
type fit struct {
	pad     Edges
	least   float64 // height and, for a square, width
	square  bool
	center  bool // text stands in the middle, both ways
	bold    bool // where the style names no font
	size    theme.Size
	mark    float64 // room kept at the left for a mark, in addition to the padding
	control bool
}

var fits = map[Look]fit{
	PrimaryButton: {pad: Sides(10, 22), least: theme.Target, center: true, bold: true, control: true},
	PlainButton:   {pad: Sides(10, 20), least: theme.Target, center: true, bold: true, control: true},
	QuietButton:   {pad: Sides(10, 12), least: theme.Target, center: true, bold: true, control: true},
	IconButton:    {pad: All(10), least: theme.Target, square: true, center: true, control: true},
	Segment:       {pad: Sides(8, 8), least: theme.Target, center: true, bold: true, control: true},
	Choice:        {pad: Sides(10, 14), least: theme.Target, mark: 32, control: true},
	TagGood:       {pad: Sides(2, 8), bold: true, size: theme.SmallSize, center: true},
	TagBad:        {pad: Sides(2, 8), bold: true, size: theme.SmallSize, center: true},
	TagNeutral:    {pad: Sides(2, 8), bold: true, size: theme.SmallSize, center: true},
}

// ChoiceMark is where the mark of a [Choice] stands: the distance of its middle
// from the left edge of the node's padding, and its diameter, in CSS pixels at
// 100 % text.
const (
	ChoiceMarkAt   = 11
	ChoiceMarkSize = 22
)

// TextFont is the font in which the node's text is set: its style's, or where
// that names none the one that its look has.
func (n *Node) TextFont() theme.Font {
	f := n.Style.Font
	if look := fits[n.Style.Look]; f == (theme.Font{}) {
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
