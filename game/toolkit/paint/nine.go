package paint

import (
	"image"
	"math"
)

// A nineKey is the cache key of a rounded rectangle as a nine-patch.
type nineKey struct {
	radius  float32 // pixels
	line    float32 // width of the outline; 0 is filled
	blur    float32 // reach of the softened edge; 0 is sharp
	corners corners
	w, h    int // where the shape is too narrow or too low to be stretched; else 0
}

// corners says which corners are round.
type corners uint8

const (
	topLeft corners = 1 << iota
	topRight
	bottomRight
	bottomLeft

	allCorners = topLeft | topRight | bottomRight | bottomLeft
	leftOnes   = topLeft | bottomLeft
	rightOnes  = topRight | bottomRight
	topOnes    = topLeft | topRight
)

// A nine is a nine-patch: a sprite with fixed corners, and edges and a middle
// that stretch.
type nine struct {
	sprite
	// Size of a corner part; 0 across where the sprite is as wide as the shape, and
	// down where it is as high.
	border image.Point
	out    int // how far the sprite reaches beyond the shape
}

// nine returns the sprite for a rounded rectangle of w by h pixels.
func (p *Painter) nine(key nineKey, w, h int) nine {
	out := int(math.Ceil(float64(key.blur)))
	border := int(math.Ceil(float64(max(key.radius, key.line)))) + 1 + 2*out
	side := 2*border + 1 - 2*out
	size, borders := image.Pt(side, side), image.Pt(border, border)
	if w < side {
		key.w, size.X, borders.X = w, w, 0
	}
	if h < side {
		key.h, size.Y, borders.Y = h, h, 0
	}
	n, ok := p.nines[key]
	if !ok {
		n = nine{sprite: p.rasterNine(key, size.X, size.Y, out), border: borders, out: out}
		p.nines[key] = n
	}
	return n
}

// rasterNine rasterises a rounded rectangle of w by h pixels with a margin of
// out.
func (p *Painter) rasterNine(key nineKey, w, h, out int) sprite {
	box := image.Rect(-out, -out, w+out, h+out)
	outer := roundRect(0, 0, float64(w), float64(h), float64(key.radius), key.corners)
	s := shape{outer}
	if l := float64(key.line); l > 0 {
		inner := roundRect(l, l, float64(w)-2*l, float64(h)-2*l, math.Max(0, float64(key.radius)-l), key.corners)
		for i, j := 0, len(inner)-1; i < j; i, j = i+1, j-1 {
			inner[i], inner[j] = inner[j], inner[i]
		}
		s = append(s, inner)
	}
	mask := p.raster.fill(s, box)
	if key.blur > 0 {
		soften(mask, float64(key.blur)/2)
	}
	return p.atlas.put(mask)
}

func roundRect(x, y, w, h, r float64, c corners) []point {
	r = math.Min(r, math.Min(w, h)/2)
	var out []point
	corner := func(which corners, cx, cy, px, py, from float64) {
		if c&which == 0 || r <= 0 {
			out = append(out, point{px, py})
			return
		}
		out = append(out, arc(point{cx, cy}, r, from, from+math.Pi/2)...)
	}
	corner(topLeft, x+r, y+r, x, y, math.Pi)
	corner(topRight, x+w-r, y+r, x+w, y, 1.5*math.Pi)
	corner(bottomRight, x+w-r, y+h-r, x+w, y+h, 0)
	corner(bottomLeft, x+r, y+h-r, x, y+h, math.Pi/2)
	return out
}

// soften blurs a mask by about the given standard deviation: three box blurs
// come close to a Gaussian.
func soften(m *image.Alpha, sigma float64) {
	w, h := m.Rect.Dx(), m.Rect.Dy()
	r := int(math.Max(1, math.Floor(sigma*0.94+0.5))) // box of 2r+1 with the deviation shared by three
	line := make([]int, max(w, h))
	blur := func(offset, stride, n int) {
		sum := 0
		for i := range n {
			line[i] = int(m.Pix[offset+i*stride])
		}
		for i := 0; i < min(r, n); i++ {
			sum += line[i]
		}
		for i := range n {
			if i+r < n {
				sum += line[i+r]
			}
			if i-r-1 >= 0 {
				sum -= line[i-r-1]
			}
			m.Pix[offset+i*stride] = uint8((sum + r) / (2*r + 1))
		}
	}
	for range 3 {
		for y := range h {
			blur(y*m.Stride, 1, w)
		}
		for x := range w {
			blur(x, m.Stride, h)
		}
	}
}
