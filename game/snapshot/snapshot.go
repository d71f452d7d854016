// Package snapshot makes pictures of screens without a window, a display or a
// graphics card: it lays a tree out, paints it and composes the frame in
// memory. Tests compare such pictures, and people look at them; the pixels are
// those that the window shows.
//
// Start reading at [Render].
package snapshot

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"

	"holdtheline/game/paint"
	"holdtheline/game/theme"
	"holdtheline/game/typeface"
	"holdtheline/game/ui"
)

// Options say how a screen is shown. The zero value of each field has a use:
// 1366 × 768 CSS pixels, one device pixel each, the light theme, text at 100 %.
type Options struct {
	Width, Height float64 // CSS pixels
	Scale         float64 // device pixels per CSS pixel
	Text          float64 // scale of text, 1 to 2
	Theme         theme.Name
	Insets        ui.Edges
	Scroll        map[string]float64

	// The ids of the nodes under the pointer, held down, and with the focus.
	Hover, Pressed, Focus string

	// Change, if given, may replace the layout before it is painted, such as by
	// one with a dragged item.
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

// A Camera makes pictures. It keeps what it has measured and rasterised from
// one picture to the next.
type Camera struct {
	layouter *ui.Layouter
	painter  *paint.Painter
}

// NewCamera returns a camera with the game's typefaces.
func NewCamera() *Camera {
	faces := typeface.New()
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
	l := c.Lay(root, o)
	scale := o.Scale
	if scale == 0 {
		scale = 1
	}
	frame := c.painter.Paint(paint.Scene{
		Layout: l, Palette: theme.Of(o.Theme), Scale: scale,
		Hover: o.Hover, Pressed: o.Pressed, Focus: o.Focus,
	})
	return Compose(frame), l
}

// Save writes the picture of a tree to a PNG file.
func (c *Camera) Save(file string, root *ui.Node, o Options) error {
	img, _ := c.Take(root, o)
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		return fmt.Errorf("snapshot: %w", err)
	}
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		return fmt.Errorf("snapshot: %w; choose a file in a folder that exists", err)
	}
	return nil
}

// Render returns the picture of a tree.
func Render(root *ui.Node, o Options) *image.RGBA {
	img, _ := NewCamera().Take(root, o)
	return img
}

// Save writes the picture of a tree to a PNG file.
func Save(file string, root *ui.Node, o Options) error { return NewCamera().Save(file, root, o) }

// Compose draws a frame into a picture, the way the graphics card does.
func Compose(f *paint.Frame) *image.RGBA {
	out := image.NewRGBA(image.Rect(0, 0, f.Width, f.Height))
	for _, b := range f.Batches {
		for _, q := range b.Quads {
			compose(out, b, q)
		}
	}
	return out
}

func compose(out *image.RGBA, b paint.Batch, q paint.Quad) {
	part := q.D.Intersect(b.Clip).Intersect(out.Rect)
	if part.Empty() {
		return
	}
	src := b.Page.Image
	w, h := q.D.Dx(), q.D.Dy()
	for y := part.Min.Y; y < part.Max.Y; y++ {
		tint := q.Top
		if q.Top != q.Bottom {
			tint = theme.Mix(q.Top, q.Bottom, (float64(y-q.D.Min.Y)+0.5)/float64(h))
		}
		sy := q.S.Min.Y + nearest(y-q.D.Min.Y, h, q.S.Dy())
		for x := part.Min.X; x < part.Max.X; x++ {
			sx := q.S.Min.X + nearest(x-q.D.Min.X, w, q.S.Dx())
			s := src.Pix[src.PixOffset(sx, sy):]
			d := out.Pix[out.PixOffset(x, y):]
			over(d, s, tint)
		}
	}
}

// nearest is the source pixel for one of n target pixels.
func nearest(i, n, source int) int {
	if n == source {
		return i
	}
	return min(source-1, int(math.Floor((float64(i)+0.5)*float64(source)/float64(n))))
}

func over(d, s []uint8, tint color.RGBA) {
	mul := func(a, b uint8) uint32 { return (uint32(a)*uint32(b) + 127) / 255 }
	a := mul(s[3], tint.A)
	if a == 0 {
		return
	}
	rest := 255 - a
	for i, t := range [4]uint8{tint.R, tint.G, tint.B, tint.A} {
		d[i] = uint8(min(255, mul(s[i], t)+(uint32(d[i])*rest+127)/255))
	}
}
