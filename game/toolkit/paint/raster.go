package paint

import (
	"image"
	"math"

	"holdtheline/game/toolkit/ui"
)

// A point in device pixels.
type point struct{ x, y float64 }

// A polyline is a flattened part of a path.
type polyline struct {
	points []point
	closed bool
}

// The greatest error of a flattened curve, and of a flattened circle, in
// pixels. Small circles lose area where a curve only changes its shape.
const (
	flatness      = 0.06
	roundFlatness = 0.03
)

// farthest is the greatest coordinate, in pixels. It bounds the cost of an
// invalid figure.
const farthest = 8192

// sane keeps a coordinate within bounds; NaN becomes 0.
func sane(v float64) float64 {
	if math.IsNaN(v) {
		return 0
	}
	return math.Max(-farthest, math.Min(farthest, v))
}

// flatten converts a path to polylines, scaled to device pixels.
func flatten(p ui.Path, scale float64) []polyline {
	var out []polyline
	var cur polyline
	end := func() {
		if len(cur.points) > 0 {
			out = append(out, cur)
		}
		cur = polyline{}
	}
	at := func(x, y float64) point { return point{sane(x * scale), sane(y * scale)} }
	for _, s := range p {
		switch s.Op {
		case ui.MoveTo:
			end()
			cur.points = append(cur.points, at(s.X3, s.Y3))
		case ui.LineTo:
			cur.points = append(cur.points, at(s.X3, s.Y3))
		case ui.CubicTo:
			b, c, d := at(s.X1, s.Y1), at(s.X2, s.Y2), at(s.X3, s.Y3)
			a := b
			if n := len(cur.points); n > 0 {
				a = cur.points[n-1]
			}
			bend := math.Max(math.Hypot(a.x-2*b.x+c.x, a.y-2*b.y+c.y), math.Hypot(b.x-2*c.x+d.x, b.y-2*c.y+d.y))
			steps := int(math.Min(64, math.Max(1, math.Ceil(math.Sqrt(0.75*bend/flatness)))))
			for i := 1; i <= steps; i++ {
				t := float64(i) / float64(steps)
				u := 1 - t
				k0, k1, k2, k3 := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
				cur.points = append(cur.points, point{
					k0*a.x + k1*b.x + k2*c.x + k3*d.x,
					k0*a.y + k1*b.y + k2*c.y + k3*d.y,
				})
			}
		case ui.Close:
			if n := len(cur.points); n > 0 {
				first := cur.points[0]
				cur.closed = true
				end()
				// What follows without a move starts at the closed part's
				// start.
				cur.points = append(cur.points, first)
			}
		}
	}
	if len(cur.points) > 1 || len(out) == 0 {
		end()
	}
	return out
}

// A shape is polygons to fill. Overlaps of polygons with the same winding count
// once.
type shape [][]point

// fillShape is the area inside a path.
func fillShape(lines []polyline) shape {
	var s shape
	for _, l := range lines {
		s = append(s, l.points)
	}
	return s
}

// strokeShape is the outline of a stroke with round caps and joins. All
// polygons have the same winding, and adjacent ones share whole edges, so that
// coverage adds up without seams or bumps.
func strokeShape(lines []polyline, width float64) shape {
	var s shape
	r := width / 2
	for _, l := range lines {
		pts := distinct(l.points, l.closed)
		if len(pts) == 1 {
			s = append(s, arc(pts[0], r, 0, 2*math.Pi))
			continue
		}
		n := len(pts)
		segments := n - 1
		if l.closed && n > 2 {
			segments = n
		}
		normal := func(i int) point {
			a, b := pts[i%n], pts[(i+1)%n]
			d := math.Hypot(b.x-a.x, b.y-a.y)
			return point{-(b.y - a.y) / d * r, (b.x - a.x) / d * r}
		}
		for i := range segments {
			a, b, m := pts[i%n], pts[(i+1)%n], normal(i)
			s = append(s, []point{{a.x + m.x, a.y + m.y}, {a.x - m.x, a.y - m.y}, {b.x - m.x, b.y - m.y}, {b.x + m.x, b.y + m.y}})
			if i+1 < segments || l.closed && n > 2 {
				if w := join(b, m, normal((i+1)%n), r); w != nil {
					s = append(s, w)
				}
			}
		}
		if !l.closed || n == 2 {
			m := normal(0)
			start := math.Atan2(m.y, m.x)
			s = append(s, arc(pts[0], r, start, start+math.Pi))
			m = normal(segments - 1)
			start = math.Atan2(m.y, m.x)
			s = append(s, arc(pts[n-1], r, start+math.Pi, start+2*math.Pi))
		}
	}
	return s
}

// distinct leaves out points equal to the one before.
func distinct(pts []point, closed bool) []point {
	out := pts[:1:1]
	for _, p := range pts[1:] {
		last := out[len(out)-1]
		if math.Hypot(p.x-last.x, p.y-last.y) > 1e-6 {
			out = append(out, p)
		}
	}
	if n := len(out); closed && n > 1 && math.Hypot(out[0].x-out[n-1].x, out[0].y-out[n-1].y) <= 1e-6 {
		out = out[:n-1]
	}
	return out
}

// join is the round join on the outer side of a bend.
func join(at, before, after point, r float64) []point {
	turn := before.x*after.y - before.y*after.x
	along := before.x*after.x + before.y*after.y
	angle := math.Atan2(turn, along)
	if math.Abs(angle) < 1e-4 {
		return nil
	}
	if angle > 0 {
		// A bend to the side of the normal leaves the gap on the other side.
		start := math.Atan2(-before.y, -before.x)
		return append([]point{at}, arc(at, r, start, start+angle)...)
	}
	start := math.Atan2(after.y, after.x)
	return append([]point{at}, arc(at, r, start, start-angle)...)
}

// arc is points along a circle from one angle up to another.
func arc(c point, r, from, to float64) []point {
	step := 2 * math.Acos(1-math.Min(0.5, roundFlatness/math.Max(r, roundFlatness)))
	n := int(math.Max(1, math.Ceil((to-from)/step)))
	out := make([]point, 0, n+1)
	for i := 0; i <= n; i++ {
		t := from + (to-from)*float64(i)/float64(n)
		out = append(out, point{c.x + r*math.Cos(t), c.y + r*math.Sin(t)})
	}
	return out
}

// bounds is the smallest rectangle of whole pixels around a shape.
func (s shape) bounds() image.Rectangle {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, poly := range s {
		for _, p := range poly {
			x0, y0, x1, y1 = math.Min(x0, p.x), math.Min(y0, p.y), math.Max(x1, p.x), math.Max(y1, p.y)
		}
	}
	if x0 > x1 {
		return image.Rectangle{}
	}
	return image.Rect(int(math.Floor(x0)), int(math.Floor(y0)), int(math.Ceil(x1)), int(math.Ceil(y1)))
}
