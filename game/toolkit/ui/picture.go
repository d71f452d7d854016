package ui

import "math"

// A Picture is one made of pixels, as a file has it. A node with the role [Image] shows
// it. The node's Name says what it shows; its Text, usually the same, stands in the
// picture's place as long as there are no pixels, in a box of the same size, so that
// nothing moves when they arrive.
//
// It is shown whole, from the top left corner of the node, and never larger than its own
// pixels: one of them is at most one CSS pixel, whatever the scale of text.
type Picture struct {
	Key           string  // the same for the same content, as long as the program runs
	Type          string  // media type, such as image/png
	Data          []byte  // the file; whoever makes the node has checked how large it is
	Width, Height int     // of the file, in pixels
	Tallest       float64 // the greatest height it is shown with, in CSS pixels; 0 for any
}

// leastPictureText is the least width of the text in a picture's place, in CSS pixels at
// 100 % text.
const leastPictureText = 200

// Within returns the size at which the picture is shown where so much width is free, in
// CSS pixels.
func (p *Picture) Within(width float64) (w, h float64) {
	if p.Width <= 0 || p.Height <= 0 || width <= 0 {
		return 0, 0
	}
	shape := float64(p.Width) / float64(p.Height)
	w = min(width, float64(p.Width))
	if p.Tallest > 0 {
		w = min(w, p.Tallest*shape)
	}
	w = max(1, math.Floor(w))
	return w, max(1, math.Round(w/shape))
}

// Natural is the size at which the picture is shown where there is room, in CSS pixels.
func (p *Picture) Natural() (w, h float64) { return p.Within(float64(p.Width)) }

// PictureRect returns the part of a node's box that its picture takes.
func (p *Box) PictureRect() Rect {
	w, h := p.Node.Picture.Within(p.W)
	return Rect{X: p.X, Y: p.Y, W: w, H: h}
}
