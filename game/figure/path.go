package figure

import (
	"math"

	"holdtheline/game/toolkit/ui"
)

// kappa places the control points of a cubic that is nearly a quarter circle.
const kappa = 0.5522847498

func move(x, y float64) ui.Segment2D { return ui.Segment2D{Op: ui.MoveTo, X3: x, Y3: y} }
func line(x, y float64) ui.Segment2D { return ui.Segment2D{Op: ui.LineTo, X3: x, Y3: y} }
func shut() ui.Segment2D             { return ui.Segment2D{Op: ui.Close} }

func cubic(x1, y1, x2, y2, x3, y3 float64) ui.Segment2D {
	return ui.Segment2D{Op: ui.CubicTo, X1: x1, Y1: y1, X2: x2, Y2: y2, X3: x3, Y3: y3}
}

// ellipse is a closed ellipse around cx, cy.
func ellipse(cx, cy, rx, ry float64) ui.Path {
	kx, ky := rx*kappa, ry*kappa
	return ui.Path{
		move(cx+rx, cy),
		cubic(cx+rx, cy+ky, cx+kx, cy+ry, cx, cy+ry),
		cubic(cx-kx, cy+ry, cx-rx, cy+ky, cx-rx, cy),
		cubic(cx-rx, cy-ky, cx-kx, cy-ry, cx, cy-ry),
		cubic(cx+kx, cy-ry, cx+rx, cy-ky, cx+rx, cy),
		shut(),
	}
}

func circle(cx, cy, r float64) ui.Path { return ellipse(cx, cy, r, r) }

// rect is a closed rectangle with corners of radius r.
func rect(x, y, w, h, r float64) ui.Path {
	r = math.Min(r, math.Min(w, h)/2)
	if r <= 0 {
		return ui.Path{move(x, y), line(x+w, y), line(x+w, y+h), line(x, y+h), shut()}
	}
	k := r * (1 - kappa)
	return ui.Path{
		move(x+r, y),
		line(x+w-r, y), cubic(x+w-k, y, x+w, y+k, x+w, y+r),
		line(x+w, y+h-r), cubic(x+w, y+h-k, x+w-k, y+h, x+w-r, y+h),
		line(x+r, y+h), cubic(x+k, y+h, x, y+h-k, x, y+h-r),
		line(x, y+r), cubic(x, y+k, x+k, y, x+r, y),
		shut(),
	}
}

// segment is an open straight line.
func segment(x1, y1, x2, y2 float64) ui.Path { return ui.Path{move(x1, y1), line(x2, y2)} }

// polyline is an open line through points given as x, y, x, y, ….
func polyline(xy ...float64) ui.Path {
	p := ui.Path{move(xy[0], xy[1])}
	for i := 2; i+1 < len(xy); i += 2 {
		p = append(p, line(xy[i], xy[i+1]))
	}
	return p
}

// dashes is a straight line of dashes of the given length and gap.
func dashes(x1, y1, x2, y2, dash, gap float64) ui.Path {
	length := math.Hypot(x2-x1, y2-y1)
	if length == 0 || dash+gap <= 0 {
		return nil
	}
	dx, dy := (x2-x1)/length, (y2-y1)/length
	var p ui.Path
	for at := 0.0; at < length; at += dash + gap {
		end := math.Min(at+dash, length)
		p = append(p, move(x1+dx*at, y1+dy*at), line(x1+dx*end, y1+dy*end))
	}
	return p
}
