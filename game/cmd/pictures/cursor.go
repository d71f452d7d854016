package main

import (
	"image"
	"image/color"
	"math"
)

// arrow is the outline of the pointer, from its tip, in pixels.
var arrow = [][2]float64{{0, 0}, {0, 16.5}, {3.8, 13}, {6.4, 19}, {9, 17.9}, {6.4, 12}, {11.6, 11.6}}

// drawCursor draws the pointer with its tip at x, y: black, with a white edge
// that keeps it apart from whatever it is on.
func drawCursor(img *image.RGBA, x, y float64) {
	const (
		edge = 1.3
		fine = 4 // samples along a pixel's side
	)
	box := image.Rect(int(x)-3, int(y)-3, int(x)+16, int(y)+24).Intersect(img.Rect)
	for py := box.Min.Y; py < box.Max.Y; py++ {
		for px := box.Min.X; px < box.Max.X; px++ {
			inside, near := 0, 0
			for i := range fine * fine {
				sx := float64(px) + (float64(i%fine)+0.5)/fine - x
				sy := float64(py) + (float64(i/fine)+0.5)/fine - y
				in, far := within(sx, sy)
				if in {
					inside++
				}
				if in || far < edge {
					near++
				}
			}
			const all = fine * fine
			c := img.RGBAAt(px, py)
			c = mixed(c, color.RGBA{255, 255, 255, 255}, float64(near)/all)
			img.SetRGBA(px, py, mixed(c, color.RGBA{0, 0, 0, 255}, float64(inside)/all))
		}
	}
}

// within tells whether a point lies in the arrow, and how far from its outline.
func within(x, y float64) (in bool, far float64) {
	far = math.Inf(1)
	for i, a := range arrow {
		b := arrow[(i+1)%len(arrow)]
		if (a[1] > y) != (b[1] > y) && x < a[0]+(y-a[1])/(b[1]-a[1])*(b[0]-a[0]) {
			in = !in
		}
		dx, dy := b[0]-a[0], b[1]-a[1]
		t := math.Max(0, math.Min(1, ((x-a[0])*dx+(y-a[1])*dy)/(dx*dx+dy*dy)))
		far = math.Min(far, math.Hypot(x-a[0]-t*dx, y-a[1]-t*dy))
	}
	return in, far
}

func mixed(a, b color.RGBA, t float64) color.RGBA {
	part := func(x, y uint8) uint8 { return uint8(math.Round(float64(x) + (float64(y)-float64(x))*t)) }
	return color.RGBA{part(a.R, b.R), part(a.G, b.G), part(a.B, b.B), 255}
}
