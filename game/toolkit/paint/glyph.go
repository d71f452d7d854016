package paint

import (
	"image"
	"math"

	"holdtheline/game/toolkit/style"
	"holdtheline/game/toolkit/typeface"
	"holdtheline/game/toolkit/typeface/truetype"
)

// A glyphKey is the cache key of a rasterised glyph.
type glyphKey struct {
	face  int
	index uint16
	size  float32 // pixels per em
	shift uint8   // of the position right of a whole pixel, in quarters of one
}

// A glyph is a rasterised glyph and its offset from its origin.
type glyph struct {
	sprite
	x, y  int
	empty bool
}

// mostShifts is the greatest number of subpixel positions.
const mostShifts = 4

// shifts is the number of subpixel positions at which glyphs are rasterised.
// Fine screens need only one.
func shifts(scale float64) int {
	switch {
	case scale < 1.5:
		return mostShifts
	case scale < 2.5:
		return 2
	}
	return 1
}

// glyph returns a glyph with its origin at x pixels, and the whole pixel from
// which its offset counts.
func (p *Painter) glyph(g typeface.Glyph, size, x float64) (*glyph, int) {
	n := p.shifts
	steps := int(math.Floor(x*float64(n) + 0.5))
	whole := int(math.Floor(float64(steps) / float64(n)))
	key := glyphKey{g.Face.ID, g.Index, float32(size), uint8((steps - whole*n) * mostShifts / n)}
	out, ok := p.glyphs[key]
	if !ok {
		drawn := p.rasterGlyph(g, size, float64(key.shift)/mostShifts)
		out = &drawn
		p.glyphs[key] = out
	}
	return out, whole
}

// A runKey is the cache key of a run of text at a subpixel position.
type runKey struct {
	text   string
	font   style.Font
	size   float64 // pixels per em
	shift  float64 // of its beginning right of a whole pixel
	shifts int     // see shifts
}

// A set is a glyph of a run, x pixels right of the whole pixel at which the run
// begins.
type set struct {
	glyph *glyph
	x     int
}

// runs is a cache of text runs, most of which are the same in the next frame
// and the next tree. It has two generations: when the newer is full it becomes
// the older, and what was in that and not used since is dropped.
type runs struct {
	newer, older map[runKey][]set
	glyphs       int // in the newer generation
}

// mostSet is about how many glyphs each generation holds.
const mostSet = 12000

// set lays out a run that begins at left pixels, and returns its glyphs except
// empty ones and the whole pixel they are relative to.
func (p *Painter) set(text string, f style.Font, size, left float64) ([]set, int) {
	whole := math.Floor(left)
	key := runKey{text, f, size, left - whole, p.shifts}
	out, ok := p.runs.newer[key]
	if ok {
		return out, int(whole)
	}
	if out, ok = p.runs.older[key]; !ok {
		out = make([]set, 0, len(text))
		p.faces.Each(text, f, size, func(g typeface.Glyph) {
			if art, x := p.glyph(g, size, key.shift+g.X); !art.empty {
				out = append(out, set{art, x})
			}
		})
	}
	if p.runs.newer == nil || p.runs.glyphs > mostSet {
		p.runs = runs{newer: map[runKey][]set{}, older: p.runs.newer}
	}
	p.runs.newer[key] = out
	p.runs.glyphs += len(out) + 1
	return out, int(whole)
}

// rasterGlyph rasterises a glyph. A space, or an unreadable outline, is empty.
func (p *Painter) rasterGlyph(g typeface.Glyph, size, shift float64) glyph {
	pen := glyphPen{scale: size / g.Face.EM(), shift: shift}
	g.Face.Outline(g.Index, &pen)
	box := pen.shape.bounds()
	if box.Empty() {
		return glyph{empty: true}
	}
	return glyph{sprite: p.atlas.put(p.raster.fill(pen.shape, box)), x: box.Min.X, y: box.Min.Y}
}

// A glyphPen turns an outline in font units into a shape in pixels.
type glyphPen struct {
	scale, shift float64
	shape        shape
}

func (p *glyphPen) at(q truetype.Point) point {
	return point{q.X*p.scale + p.shift, -q.Y * p.scale}
}

// MoveTo implements [truetype.Pen].
func (p *glyphPen) MoveTo(q truetype.Point) { p.shape = append(p.shape, []point{p.at(q)}) }

// LineTo implements [truetype.Pen].
func (p *glyphPen) LineTo(q truetype.Point) {
	last := len(p.shape) - 1
	p.shape[last] = append(p.shape[last], p.at(q))
}

// QuadTo implements [truetype.Pen].
func (p *glyphPen) QuadTo(control, q truetype.Point) {
	last := len(p.shape) - 1
	a, b, c := p.shape[last][len(p.shape[last])-1], p.at(control), p.at(q)
	bend := math.Hypot(a.x-2*b.x+c.x, a.y-2*b.y+c.y)
	steps := int(math.Min(32, math.Max(1, math.Ceil(math.Sqrt(0.25*bend/flatness)))))
	for i := 1; i <= steps; i++ {
		t := float64(i) / float64(steps)
		u := 1 - t
		p.shape[last] = append(p.shape[last], point{u*u*a.x + 2*u*t*b.x + t*t*c.x, u*u*a.y + 2*u*t*b.y + t*t*c.y})
	}
}

// size is a sprite's width and height.
func (s sprite) size() image.Point { return s.at.Size() }
