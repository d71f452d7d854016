package snapshot

import (
	"image"

	"holdtheline/game/theme"
	"holdtheline/game/toolkit/paint"
	"holdtheline/game/toolkit/ui"
)

// Options are how a screen is shown. The defaults are 1366 × 768 CSS pixels,
// one device pixel each, the light theme, text at 100 %.
type Options struct {
	Width, Height float64 // CSS pixels
	Scale         float64 // device pixels per CSS pixel
	Text          float64 // scale of text, 1 to 2
	Theme         theme.Name
	Insets        ui.Edges
	Scroll        map[string]float64

	// The ids of the nodes under the pointer, held down, and with the focus.
	Hover, Pressed, Focus string

	// Change, if given, may replace the layout before it is painted, for
	// example by one with a dragged item.
	Change func(*ui.Layout) *ui.Layout
}

// Viewport is the viewport of the options.
func (o Options) Viewport() ui.Viewport {
	vp := ui.Viewport{Width: o.Width, Height: o.Height, Text: o.Text, Insets: o.Insets}
	if vp.Width == 0 {
		vp.Width = 1366
	}
	if vp.Height == 0 {
		vp.Height = 768
	}
	if vp.Text == 0 {
		vp.Text = 1
	}
	return vp
}

// A Camera makes pictures. It caches measurements and glyphs between pictures.
type Camera struct {
	layouter *ui.Layouter
	painter  *paint.Painter
}

// NewCamera returns a camera with the game's typefaces.
func NewCamera() *Camera {
	faces := theme.Faces()
	return &Camera{layouter: ui.NewLayouter(faces), painter: paint.New(faces)}
}

// Lay lays a tree out as the options say.
func (c *Camera) Lay(root *ui.Node, o Options) *ui.Layout {
	l := c.layouter.Lay(root, o.Viewport(), o.Scroll)
	if o.Change != nil {
		l = o.Change(l)
	}
	return l
}

// Take returns the picture of a tree and its layout.
func (c *Camera) Take(root *ui.Node, o Options) (*image.RGBA, *ui.Layout) {
	frame, l := c.paint(root, o)
	return frame.Compose(), l
}

// TakeOver is Take into a picture that is no longer needed, if it has the size.
func (c *Camera) TakeOver(old *image.RGBA, root *ui.Node, o Options) (*image.RGBA, *ui.Layout) {
	frame, l := c.paint(root, o)
	if old == nil || old.Rect != image.Rect(0, 0, frame.Width, frame.Height) {
		return frame.Compose(), l
	}
	frame.ComposeOver(old)
	return old, l
}

func (c *Camera) paint(root *ui.Node, o Options) (*paint.Frame, *ui.Layout) {
	l := c.Lay(root, o)
	scale := o.Scale
	if scale == 0 {
		scale = 1
	}
	return c.painter.Paint(paint.Scene{
		Layout: l, Palette: theme.Of(o.Theme), Scale: scale,
		Hover: o.Hover, Pressed: o.Pressed, Focus: o.Focus,
	}), l
}

// Render returns the picture of a tree.
func Render(root *ui.Node, o Options) *image.RGBA {
	img, _ := NewCamera().Take(root, o)
	return img
}
