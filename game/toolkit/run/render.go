package run

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"

	"holdtheline/game/toolkit/paint"
)

// A renderer draws frames with the graphics card.
type renderer struct {
	textures map[*paint.Page]*texture
	vertices []ebiten.Vertex
	indices  []uint32
	pixels   []byte
	frame    int
}

// A texture is a page's copy on the graphics card.
type texture struct {
	image *ebiten.Image
	used  int // the last frame that needed it
}

// idleTextures is the number of frames after which an unused page's texture is
// freed.
const idleTextures = 240

func (r *renderer) draw(screen *ebiten.Image, f *paint.Frame) {
	r.frame++
	for _, b := range f.Batches {
		tex := r.texture(b.Page)
		r.vertices, r.indices = r.vertices[:0], r.indices[:0]
		for _, q := range b.Quads {
			r.quad(q)
		}
		target := screen
		if !screen.Bounds().In(b.Clip) {
			target = screen.SubImage(b.Clip).(*ebiten.Image)
		}
		target.DrawTriangles32(r.vertices, r.indices, tex, &ebiten.DrawTrianglesOptions{
			ColorScaleMode: ebiten.ColorScaleModePremultipliedAlpha,
			DisableMipmaps: true,
		})
	}
	for page, t := range r.textures {
		if r.frame-t.used > idleTextures {
			t.image.Deallocate()
			delete(r.textures, page)
		}
	}
}

func (r *renderer) quad(q paint.Quad) {
	n := uint32(len(r.vertices))
	r.indices = append(r.indices, n, n+1, n+2, n+1, n+2, n+3)
	top := [4]float32{float32(q.Top.R) / 255, float32(q.Top.G) / 255, float32(q.Top.B) / 255, float32(q.Top.A) / 255}
	bottom := [4]float32{float32(q.Bottom.R) / 255, float32(q.Bottom.G) / 255, float32(q.Bottom.B) / 255, float32(q.Bottom.A) / 255}
	corner := func(d, s image.Point, c [4]float32) {
		r.vertices = append(r.vertices, ebiten.Vertex{
			DstX: float32(d.X), DstY: float32(d.Y), SrcX: float32(s.X), SrcY: float32(s.Y),
			ColorR: c[0], ColorG: c[1], ColorB: c[2], ColorA: c[3],
		})
	}
	corner(q.D.Min, q.S.Min, top)
	corner(image.Pt(q.D.Max.X, q.D.Min.Y), image.Pt(q.S.Max.X, q.S.Min.Y), top)
	corner(image.Pt(q.D.Min.X, q.D.Max.Y), image.Pt(q.S.Min.X, q.S.Max.Y), bottom)
	corner(q.D.Max, q.S.Max, bottom)
}

// texture returns a page's up-to-date copy on the graphics card.
func (r *renderer) texture(p *paint.Page) *ebiten.Image {
	t := r.textures[p]
	anew := t == nil
	if anew {
		if r.textures == nil {
			r.textures = map[*paint.Page]*texture{}
		}
		t = &texture{image: ebiten.NewImageWithOptions(p.Bounds(), &ebiten.NewImageOptions{Unmanaged: true})}
		r.textures[p] = t
	}
	t.used = r.frame
	for part := range p.Take(anew) {
		if p.Picture != nil { // always whole
			t.image.WritePixels(p.Picture.Pix)
			continue
		}
		t.image.SubImage(part).(*ebiten.Image).WritePixels(r.unfold(p.Image, part))
	}
	return t.image
}

// unfold expands a page's opacities to premultiplied white pixels, valid until
// the next call.
func (r *renderer) unfold(page *image.Alpha, part image.Rectangle) []byte {
	if n := 4 * part.Dx() * part.Dy(); n > cap(r.pixels) {
		r.pixels = make([]byte, n)
	} else {
		r.pixels = r.pixels[:n]
		clear(r.pixels)
	}
	to := 0
	for y := part.Min.Y; y < part.Max.Y; y++ {
		at := page.PixOffset(part.Min.X, y)
		for _, v := range page.Pix[at : at+part.Dx()] {
			if v != 0 { // most are
				pixel := r.pixels[to : to+4 : to+4]
				pixel[0], pixel[1], pixel[2], pixel[3] = v, v, v, v
			}
			to += 4
		}
	}
	return r.pixels
}
