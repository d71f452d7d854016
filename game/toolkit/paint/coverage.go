package paint

import (
	"image"
	"math"
)

// A rasterizer turns shapes into coverage masks: the exact share of every pixel
// that the shape covers.
//
// It accumulates signed areas: each edge adds, pixel by pixel, its change to
// the coverage of everything to its right, and a running sum along a row gives
// the coverage. Falling and rising edges have opposite signs, so that polygons
// of opposite winding cut holes.
type rasterizer struct {
	change []float32 // of each row two values more than it has pixels
	mask   image.Alpha
}

// fill rasterises the part of a shape within a rectangle. The mask is valid
// until the next call.
func (z *rasterizer) fill(s shape, within image.Rectangle) *image.Alpha {
	w, h := within.Dx(), within.Dy()
	z.begin(w, h)
	ox, oy := float64(within.Min.X), float64(within.Min.Y)
	for _, poly := range s {
		if len(poly) == 0 {
			continue
		}
		from := poly[len(poly)-1]
		for _, to := range poly {
			z.edge(from.x-ox, from.y-oy, to.x-ox, to.y-oy, w, h)
			from = to
		}
	}
	for y := range h {
		sum := float32(0)
		row := z.change[y*(w+2) : y*(w+2)+w]
		out := z.mask.Pix[y*w : y*w+w]
		for x, c := range row {
			sum += c
			v := sum
			if v < 0 {
				v = -v
			}
			if v > 1 {
				v = 1
			}
			out[x] = uint8(v*255 + 0.5)
		}
	}
	return &z.mask
}

func (z *rasterizer) begin(w, h int) {
	n := h * (w + 2)
	if cap(z.change) < n {
		z.change = make([]float32, n)
	}
	z.change = z.change[:n]
	clear(z.change)
	if cap(z.mask.Pix) < w*h {
		z.mask.Pix = make([]byte, w*h)
	}
	z.mask.Pix = z.mask.Pix[:w*h]
	z.mask.Stride, z.mask.Rect = w, image.Rect(0, 0, w, h)
}

// edge accumulates one edge.
func (z *rasterizer) edge(x0, y0, x1, y1 float64, w, h int) {
	sign := 1.0
	if y0 > y1 {
		x0, y0, x1, y1, sign = x1, y1, x0, y0, -1
	}
	if y1 <= 0 || y0 >= float64(h) || y0 == y1 {
		return
	}
	slope := (x1 - x0) / (y1 - y0)
	right := float64(w)
	for y := int(math.Floor(larger(y0, 0))); y < h && float64(y) < y1; y++ {
		top, bottom := larger(float64(y), y0), smaller(float64(y)+1, y1)
		a, b := x0+(top-y0)*slope, x0+(bottom-y0)*slope
		if a > b {
			a, b = b, a
		}
		a, b = smaller(larger(a, 0), right), smaller(larger(b, 0), right)
		z.span(z.change[y*(w+2):(y+1)*(w+2)], a, b, sign*(bottom-top))
	}
}

// smaller and larger are for finite numbers: handling NaN and infinities, as
// math.Min and the built-in min do, takes longer in a browser than all else
// here.
func smaller(a, b float64) float64 {
	if a < b {
		return a
	}
	return b
}

func larger(a, b float64) float64 {
	if a > b {
		return a
	}
	return b
}

// span accumulates the part of an edge within a row: it runs from a to b
// across, over the share high of the row's height.
//
// Left of t, an edge at x covers max(0, t−x); the average over the span is
// left(t). The pixel from k to k+1 is covered by left(k+1) − left(k).
func (z *rasterizer) span(row []float32, a, b, high float64) {
	k := int(a)
	if b <= float64(k)+1 {
		// Within one pixel, as most spans are.
		cover := high * (float64(k) + 1 - (a+b)/2)
		row[k] += float32(cover)
		row[k+1] += float32(high - cover)
		return
	}
	left := func(t float64) float64 {
		if t >= b {
			return t - (a+b)/2
		}
		return (t - a) * (t - a) / (2 * (b - a))
	}
	before, covered := 0.0, 0.0
	for {
		upTo := left(float64(k) + 1)
		cover := upTo - before
		row[k] += float32(high * (cover - covered))
		before, covered = upTo, cover
		k++
		if float64(k) >= b {
			row[k] += float32(high * (1 - covered))
			return
		}
	}
}
