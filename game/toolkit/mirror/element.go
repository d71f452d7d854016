package mirror

import "holdtheline/game/toolkit/ui"

// An Element is one HTML element to be.
type Element struct {
	// Key is unique in its tree and stays the same from one tree to the next:
	// a node's ID, or one made from it for the parts that a node needs more of,
	// such as a fieldset's legend.
	Key string
	Tag string
	// Attributes has the custom properties of the element's style too, under
	// their names: these begin with "--".
	Attributes map[string]string
	// Text is what a leaf says; an element has text or children, never both.
	Text []ui.Span
	// Picture is the SVG of an element that is a drawing; it has nothing else.
	Picture string
	// Figure is what a drawing for paper shows, Wide by High CSS pixels; it is
	// drawn only when it has changed.
	Figure     ui.Figure
	Wide, High float64
	measurer   ui.Measurer // of the words in it
	// Box is where the element lies over the canvas; in the plain page nowhere:
	// there the style sheet has its say.
	Box      Box
	Children []*Element
}

// A Box is where an element lies, in CSS pixels from the top left corner of
// the element it stands in.
type Box struct{ X, Y, W, H float64 }

// NodeAttribute holds the ID of the node that an element mirrors. Only the one
// element of a node that takes focus and presses has it.
const NodeAttribute = "data-node"

// Node returns the ID of the node that the element mirrors, or "".
func (e *Element) Node() string { return e.Attributes[NodeAttribute] }

// Find returns the element with the given key in the tree, or nil.
func (e *Element) Find(key string) *Element {
	if e == nil || e.Key == key {
		return e
	}
	for _, child := range e.Children {
		if found := child.Find(key); found != nil {
			return found
		}
	}
	return nil
}
