package paint

import (
	"image"
	"image/color"
	"math"

	"holdtheline/game/toolkit/style"
	"holdtheline/game/toolkit/typeface"
	"holdtheline/game/toolkit/ui"
)

// Picture lays a tree out and paints it into an image. The scale is device
// pixels per CSS pixel.
func Picture(faces *typeface.Set, root *ui.Node, vp ui.Viewport, palette *style.Palette, scale float64) *image.RGBA {
	layout := ui.NewLayouter(faces).Lay(root, vp, nil)
	return New(faces).Paint(Scene{Layout: layout, Palette: palette, Scale: scale}).Compose()
}

// Compose draws a whole frame into a new image, as the graphics card does.
func (f *Frame) Compose() *image.RGBA {
	out := image.NewRGBA(image.Rect(0, 0, f.Width, f.Height))
	f.ComposeOver(out)
	return out
}

// ComposeOver draws a frame over an image of the previous one.
func (f *Frame) ComposeOver(out *image.RGBA) {
	for _, b := range f.Batches {
		for _, q := range b.Quads {
			compose(out, b, q)
		}
	}
}

func compose(out *image.RGBA, b Batch, q Quad) {
	part := q.D.Intersect(b.Clip).Intersect(out.Rect)
	if part.Empty() {
		return
	}
	src := b.Page.Image
	w, h := q.D.Dx(), q.D.Dy()
	for y := part.Min.Y; y < part.Max.Y; y++ {
		tint := q.Top
		if q.Top != q.Bottom {
			tint = style.Mix(q.Top, q.Bottom, (float64(y-q.D.Min.Y)+0.5)/float64(h))
		}
		sy := q.S.Min.Y + nearest(y-q.D.Min.Y, h, q.S.Dy())
		for x := part.Min.X; x < part.Max.X; x++ {
			sx := q.S.Min.X + nearest(x-q.D.Min.X, w, q.S.Dx())
			over(out.Pix[out.PixOffset(x, y):], src.Pix[src.PixOffset(sx, sy)], tint)
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

// over composites a tint, at the opacity of a page's pixel, over a pixel.
func over(d []uint8, opacity uint8, tint color.RGBA) {
	mul := func(a, b uint8) uint32 { return (uint32(a)*uint32(b) + 127) / 255 }
	a := mul(opacity, tint.A)
	if a == 0 {
		return
	}
	rest := 255 - a
	for i, t := range [4]uint8{tint.R, tint.G, tint.B, tint.A} {
		d[i] = uint8(min(255, mul(opacity, t)+(uint32(d[i])*rest+127)/255))
	}
}
