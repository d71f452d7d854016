package paint

import (
	"encoding/binary"
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
	if b.Page.Picture != nil {
		composePicture(out, b.Page.Picture, part, q)
		return
	}
	src := b.Page.Image
	w, h, left := q.D.Dx(), q.D.Dy(), part.Min.X-q.D.Min.X
	for y := part.Min.Y; y < part.Max.Y; y++ {
		tint := q.Top
		if q.Top != q.Bottom {
			tint = style.Mix(q.Top, q.Bottom, (float64(y-q.D.Min.Y)+0.5)/float64(h))
		}
		sy := q.S.Min.Y + nearest(y-q.D.Min.Y, h, q.S.Dy())
		from := src.Pix[src.PixOffset(q.S.Min.X, sy):][:q.S.Dx()]
		to := out.Pix[out.PixOffset(part.Min.X, y):][:4*part.Dx()]
		switch len(from) {
		case 1: // the inside of a box
			fill(to, from[0], tint)
		case w: // a glyph
			for i, opacity := range from[left : left+part.Dx()] {
				if opacity != 0 {
					over(to[4*i:4*i+4:4*i+4], opacity, tint)
				}
			}
		default:
			for i := range part.Dx() {
				over(to[4*i:4*i+4:4*i+4], from[nearest(left+i, w, len(from))], tint)
			}
		}
	}
}

// composePicture draws the part of a quad with a picture's pixels.
func composePicture(out, src *image.RGBA, part image.Rectangle, q Quad) {
	w, h := q.D.Dx(), q.D.Dy()
	for y := part.Min.Y; y < part.Max.Y; y++ {
		sy := q.S.Min.Y + nearest(y-q.D.Min.Y, h, q.S.Dy())
		for x := part.Min.X; x < part.Max.X; x++ {
			c := src.RGBAAt(q.S.Min.X+nearest(x-q.D.Min.X, w, q.S.Dx()), sy)
			tinted := func(v, by uint8) uint8 { return uint8(mul(v, by)) }
			c = color.RGBA{tinted(c.R, q.Top.R), tinted(c.G, q.Top.G), tinted(c.B, q.Top.B), tinted(c.A, q.Top.A)}
			at := out.PixOffset(x, y)
			over(out.Pix[at:at+4:at+4], 255, c)
		}
	}
}

// fill composites a tint, at one opacity, over a row of pixels.
func fill(row []uint8, opacity uint8, tint color.RGBA) {
	if opacity == 0 {
		return
	}
	if opacity == 255 && tint.A == 255 {
		over(row, opacity, tint)
		for n := 4; n < len(row); n *= 2 {
			copy(row[n:], row[:n])
		}
		return
	}
	// What is under it is mostly of one colour: a pixel like the last becomes the same.
	var before, after uint32
	for x := 0; x < len(row); x += 4 {
		pixel := row[x : x+4 : x+4]
		if now := binary.LittleEndian.Uint32(pixel); x == 0 || now != before {
			over(pixel, opacity, tint)
			before, after = now, binary.LittleEndian.Uint32(pixel)
			continue
		}
		binary.LittleEndian.PutUint32(pixel, after)
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
	if opacity == 0 {
		return
	}
	if opacity == 255 && tint.A == 255 {
		d[0], d[1], d[2], d[3] = tint.R, tint.G, tint.B, 255
		return
	}
	rest := 255 - mul(opacity, tint.A)
	d[0] = uint8(min(255, mul(opacity, tint.R)+mul(d[0], uint8(rest))))
	d[1] = uint8(min(255, mul(opacity, tint.G)+mul(d[1], uint8(rest))))
	d[2] = uint8(min(255, mul(opacity, tint.B)+mul(d[2], uint8(rest))))
	d[3] = uint8(min(255, mul(opacity, tint.A)+mul(d[3], uint8(rest))))
}

// mul multiplies two shares of 255.
func mul(a, b uint8) uint32 { return (uint32(a)*uint32(b) + 127) / 255 }
