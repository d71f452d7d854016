package mirror

import "holdtheline/game/toolkit/ui"

// An Element is a virtual HTML element.
type Element struct {
	// Key is unique in its tree and stays the same from one tree to the next: a
	// node's ID, or one made from it for a node's further elements, such as a
	// fieldset's legend.
	Key string
	Tag string
	// Attributes includes the element's custom properties, whose names begin
	// with "--".
	Attributes map[string]string
	// Text is a leaf's text; an element has text or children, never both.
	Text []ui.Span
	// Drawing is what an element shows that has neither text nor children.
	Drawing *Drawing
	// Box is the element's position over the canvas. It is zero in the plain
	// page, which the style sheet lays out.
	Box      Box
	Children []*Element
}

// A Box is an element's position and size, in CSS pixels from the top left
// corner of its parent.
type Box struct{ X, Y, W, H float64 }

// NodeAttribute holds the ID of the node that an element mirrors. Of a node's
// elements only the one that takes focus and presses has it.
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
