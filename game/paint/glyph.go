package paint

import (
	"image"
	"math"

	"golang.org/x/image/font/sfnt"

	"holdtheline/game/typeface"
)

// A glyphKey names a rasterised glyph.
type glyphKey struct {
	face  int
	index uint16
	size  float32 // pixels per em
	shift uint8   // of the position right of a whole pixel, in steps
}

// A glyph is a rasterised glyph and where it lies from its origin.
type glyph struct {
	sprite
	x, y  int
	empty bool
}

// shifts is in how many positions within a pixel glyphs are rasterised. Fine
// screens need none.
func shifts(scale float64) int {
	switch {
	case scale < 1.5:
		return 4
	case scale < 2.5:
		return 2
	}
	return 1
}

// glyph returns a glyph with its origin at x pixels, and the whole pixel from
// which its offset counts.
func (p *Painter) glyph(g typeface.Glyph, size, x float64) (glyph, int) {
	n := p.shifts
	steps := int(math.Floor(x*float64(n) + 0.5))
	whole := int(math.Floor(float64(steps) / float64(n)))
	key := glyphKey{g.Face.ID, g.Index, float32(size), uint8(steps - whole*n)}
	out, ok := p.glyphs[key]
	if !ok {
		out = p.rasterGlyph(g, size, float64(key.shift)/float64(n))
		p.glyphs[key] = out
	}
	return out, whole
}

func (p *Painter) rasterGlyph(g typeface.Glyph, size, shift float64) glyph {
	segments, err := g.Face.Outline(g.Index, size)
	if err != nil || len(segments) == 0 {
		return glyph{empty: true} // a space, or an outline that can't be read
	}
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	at := func(s sfnt.Segment, i int) (float64, float64) {
		return float64(s.Args[i].X)/64 + shift, float64(s.Args[i].Y) / 64
	}
	count := func(op sfnt.SegmentOp) int {
		switch op {
		case sfnt.SegmentOpQuadTo:
			return 2
		case sfnt.SegmentOpCubeTo:
			return 3
		}
		return 1
	}
	for _, s := range segments {
		for i := range count(s.Op) {
			x, y := at(s, i)
			x0, y0, x1, y1 = math.Min(x0, x), math.Min(y0, y), math.Max(x1, x), math.Max(y1, y)
		}
	}
	left, top := int(math.Floor(x0)), int(math.Floor(y0))
	w, h := int(math.Ceil(x1))-left, int(math.Ceil(y1))-top
	if w <= 0 || h <= 0 {
		return glyph{empty: true}
	}
	z := &p.raster
	z.r.Reset(w, h)
	move := func(x, y float64) (float32, float32) { return float32(x - float64(left)), float32(y - float64(top)) }
	for _, s := range segments {
		x, y := move(at(s, 0))
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			z.r.ClosePath()
			z.r.MoveTo(x, y)
		case sfnt.SegmentOpLineTo:
			z.r.LineTo(x, y)
		case sfnt.SegmentOpQuadTo:
			x2, y2 := move(at(s, 1))
			z.r.QuadTo(x, y, x2, y2)
		case sfnt.SegmentOpCubeTo:
			x2, y2 := move(at(s, 1))
			x3, y3 := move(at(s, 2))
			z.r.CubeTo(x, y, x2, y2, x3, y3)
		}
	}
	z.r.ClosePath()
	return glyph{sprite: p.atlas.put(z.draw(w, h)), x: left, y: top}
}

// spriteSize is a sprite's size as a point.
func (s sprite) size() image.Point { return s.at.Size() }
