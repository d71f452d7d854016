package paint

import (
	"image"
	"math"
	"testing"

	"holdtheline/game/toolkit/ui"
)

// wave is a line of loops, as the cord is.
func wave(width float64) ui.Path {
	p := ui.Path{{Op: ui.MoveTo, X3: 5, Y3: 20}}
	for x := 5.0; x < width; x += 10 {
		p = append(p, ui.Segment2D{Op: ui.CubicTo, X1: x + 14, Y1: 2, X2: x - 4, Y2: 38, X3: x + 10, Y3: 20})
	}
	return p
}

func area(m *image.Alpha) float64 {
	sum := 0.0
	for _, v := range m.Pix {
		sum += float64(v) / 255
	}
	return sum
}

func line(points ...float64) ui.Path {
	var p ui.Path
	for i := 0; i < len(points); i += 2 {
		op := ui.LineTo
		if i == 0 {
			op = ui.MoveTo
		}
		p = append(p, ui.Segment2D{Op: op, X3: points[i], Y3: points[i+1]})
	}
	return p
}

// A stroke covers its geometric area: no seams where pieces meet, nothing
// twice.
func TestStrokesCoverTheirArea(t *testing.T) {
	cap4 := math.Pi * 4 // two round ends of a pen of 4
	tests := []struct {
		name string
		path ui.Path
		want float64
	}{
		{"a line", line(10, 10, 50, 10), 40*4 + cap4},
		{"a slanted line", line(10, 10, 40, 50), 50*4 + cap4},
		{"a dot", line(10, 10, 10, 10), cap4},
		{"a line of many pieces", line(10, 10, 20, 10, 25, 10, 31, 10, 50, 10), 40*4 + cap4},
		{"a corner", line(10, 10, 40, 10, 40, 40), 60*4 + cap4 - 4 + math.Pi},
		{"a closed square", append(line(10, 10, 40, 10, 40, 40, 10, 40), ui.Segment2D{Op: ui.Close}), 120*4 - 16 + 4*math.Pi},
	}
	var z rasterizer
	for _, tt := range tests {
		s := strokeShape(flatten(tt.path, 1), 4)
		got := area(z.fill(s, image.Rect(0, 0, 80, 80)))
		if math.Abs(got-tt.want) > 0.012*tt.want+0.3 {
			t.Errorf("%s covers %.1f px, want %.1f", tt.name, got, tt.want)
		}
	}
}

func TestStrokesHaveNoSeams(t *testing.T) {
	circle := ui.Path{{Op: ui.MoveTo, X3: 60, Y3: 30}}
	const k = 0.5522847498 * 30
	for _, c := range [][6]float64{
		{60, 30 + k, 30 + k, 60, 30, 60}, {30 - k, 60, 0, 30 + k, 0, 30}, {0, 30 - k, 30 - k, 0, 30, 0}, {30 + k, 0, 60, 30 - k, 60, 30},
	} {
		circle = append(circle, ui.Segment2D{Op: ui.CubicTo, X1: c[0], Y1: c[1], X2: c[2], Y2: c[3], X3: c[4], Y3: c[5]})
	}
	circle = append(circle, ui.Segment2D{Op: ui.Close})
	s := strokeShape(flatten(circle, 1), 6)
	var z rasterizer
	m := z.fill(s, image.Rect(-5, -5, 65, 65))
	if got, want := area(m), 2*math.Pi*30*6; math.Abs(got-want) > 0.01*want {
		t.Errorf("a ring covers %.1f px, want %.1f", got, want)
	}
	for a := 0.0; a < 2*math.Pi; a += 0.01 {
		x, y := int(35+30*math.Cos(a)), int(35+30*math.Sin(a))
		if m.AlphaAt(x, y).A < 250 {
			t.Fatalf("a gap at %d,%d: %d", x, y, m.AlphaAt(x, y).A)
		}
	}
}

func TestRoundRect(t *testing.T) {
	var z rasterizer
	for _, tt := range []struct {
		radius float64
		which  corners
		want   float64
	}{
		{0, allCorners, 1200},
		{10, allCorners, 1200 - (4-math.Pi)*100},
		{10, topOnes, 1200 - (4-math.Pi)*50},
		{99, allCorners, 10*30 + math.Pi*225},
	} {
		s := shape{roundRect(0, 0, 40, 30, tt.radius, tt.which)}
		if got := area(z.fill(s, image.Rect(0, 0, 40, 30))); math.Abs(got-tt.want) > 3 {
			t.Errorf("radius %v, corners %b: %.1f px, want %.1f", tt.radius, tt.which, got, tt.want)
		}
	}
}

func TestFlattenKeepsToTheCurve(t *testing.T) {
	lines := flatten(wave(30), 3)
	if len(lines) != 1 || len(lines[0].points) < 12 {
		t.Fatalf("%d lines", len(lines))
	}
	last := lines[0].points[len(lines[0].points)-1]
	if math.Abs(last.x-3*35) > 1e-9 || math.Abs(last.y-60) > 1e-9 {
		t.Errorf("ends at %v", last)
	}
}

func TestAnInvalidFigureIsHarmless(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, p := range []ui.Path{nil, line(nan, 1, 2, 3), line(inf, inf, 0, 0), {{Op: ui.Close}}, {{Op: ui.LineTo, X3: 1}}, line(-1e12, 0, 1e12, 5)} {
		for _, s := range []shape{fillShape(flatten(p, 1)), strokeShape(flatten(p, 1), 2)} {
			box := s.bounds()
			if box.Dx() > 20000 || box.Dy() > 20000 {
				t.Errorf("%v needs a picture of %v", p, box)
			}
		}
	}
}
