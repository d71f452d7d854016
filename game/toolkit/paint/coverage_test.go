package paint

import (
	"image"
	"math"
	"math/rand/v2"
	"testing"

	"golang.org/x/image/vector"
)

// oracle rasterises a shape with the Go project's rasterizer.
func oracle(s shape, w, h int) *image.Alpha {
	z := vector.NewRasterizer(w, h)
	for _, poly := range s {
		for i, p := range poly {
			if i == 0 {
				z.MoveTo(float32(p.x), float32(p.y))
			} else {
				z.LineTo(float32(p.x), float32(p.y))
			}
		}
		z.ClosePath()
	}
	m := image.NewAlpha(image.Rect(0, 0, w, h))
	z.Draw(m, m.Rect, image.Opaque, image.Point{})
	return m
}

func TestCoverageMatchesTheGoProjects(t *testing.T) {
	const w, h = 600, 40 // from 512 on the other one counts as exactly as this one
	r := rand.New(rand.NewPCG(1, 2))
	var z rasterizer
	for range 300 {
		var s shape
		for range 1 + r.IntN(3) {
			var poly []point
			for range 3 + r.IntN(5) {
				poly = append(poly, point{r.Float64() * w, r.Float64() * h})
			}
			s = append(s, poly)
		}
		got, want := z.fill(s, image.Rect(0, 0, w, h)), oracle(s, w, h)
		for i := range want.Pix {
			if d := math.Abs(float64(got.Pix[i]) - float64(want.Pix[i])); d > 1 {
				t.Fatalf("pixel %d,%d of %v is %d, want %d", i%w, i/w, s, got.Pix[i], want.Pix[i])
			}
		}
	}
}

func TestCoverageOfSimpleShapes(t *testing.T) {
	square := func(x0, y0, x1, y1 float64) []point { return []point{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}} }
	hole := []point{{2, 2}, {2, 6}, {6, 6}, {6, 2}}
	tests := []struct {
		name string
		s    shape
		x, y int
		want uint8
	}{
		{"inside", shape{square(1, 1, 7, 7)}, 3, 3, 255},
		{"outside", shape{square(1, 1, 7, 7)}, 7, 3, 0},
		{"half a pixel", shape{square(1, 1, 3.5, 7)}, 3, 3, 128},
		{"a quarter", shape{square(1, 1, 3.5, 3.5)}, 3, 3, 64},
		{"a hole", shape{square(1, 1, 7, 7), hole}, 4, 4, 0},
		{"two on one another", shape{square(1, 1, 7, 7), square(2, 2, 6, 6)}, 4, 4, 255},
		{"beyond the left edge", shape{square(-5, 1, 2, 7)}, 1, 3, 255},
		{"beyond the right edge", shape{square(5, 1, 99, 7)}, 7, 3, 255},
		{"beyond the top", shape{square(1, -9, 7, 2)}, 3, 0, 255},
	}
	var z rasterizer
	for _, tt := range tests {
		m := z.fill(tt.s, image.Rect(0, 0, 8, 8))
		if got := m.AlphaAt(tt.x, tt.y).A; got != tt.want {
			t.Errorf("%s: %d, want %d", tt.name, got, tt.want)
		}
	}
}

func BenchmarkCoverage(b *testing.B) {
	s := strokeShape(flatten(wave(800), 1), 2)
	box := s.bounds()
	var z rasterizer
	b.ReportAllocs()
	for b.Loop() {
		z.fill(s, box)
	}
}
