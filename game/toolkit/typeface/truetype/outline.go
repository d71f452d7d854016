package truetype

// A Point is a place in font units, y growing upwards from the baseline.
type Point struct{ X, Y float64 }

// A Pen receives an outline. Every contour begins with MoveTo and ends where it
// began.
type Pen interface {
	MoveTo(p Point)
	LineTo(p Point)
	// QuadTo draws a quadratic curve with one control point.
	QuadTo(control, p Point)
}

// mostParts bounds the components of a composite glyph, nested ones included,
// and so the cost of a damaged font.
const mostParts = 32

// Outline draws a glyph's outline with a pen. Empty glyphs, such as spaces, and
// damaged ones draw nothing.
func (f *Font) Outline(glyph uint16, pen Pen) {
	parts := mostParts
	f.outline(int(glyph), pen, matrix{xx: 1, yy: 1}, &parts)
}

// A matrix transforms a component of a composite glyph.
type matrix struct{ xx, xy, yx, yy, dx, dy float64 }

func (m matrix) of(x, y float64) Point {
	return Point{m.xx*x + m.yx*y + m.dx, m.xy*x + m.yy*y + m.dy}
}

func (f *Font) outline(glyph int, pen Pen, m matrix, parts *int) {
	if *parts--; glyph >= f.glyphs || *parts < 0 {
		return
	}
	var start, end int
	if f.long {
		start, end = f.loca.u32(4*glyph), f.loca.u32(4*glyph+4)
	} else {
		start, end = 2*f.loca.u16(2*glyph), 2*f.loca.u16(2*glyph+2)
	}
	if start >= end || end > len(f.glyf) {
		return
	}
	g := f.glyf[start:end]
	if contours := g.i16(0); contours >= 0 {
		simple(g, contours, pen, m)
	} else {
		f.composed(g, pen, m, parts)
	}
}

// Flags of a point.
const (
	onCurve = 1 << iota
	xShort
	yShort
	repeat
	xSame // of a short one: it is positive
	ySame
)

// A vertex is a point of an outline as the font has it.
type vertex struct {
	Point
	on bool
}

func simple(g table, contours int, pen Pen, m matrix) {
	if contours == 0 {
		return
	}
	count := g.u16(10+2*(contours-1)) + 1
	at := 10 + 2*contours
	at += 2 + g.u16(at) // instructions
	if count > len(g) {
		return
	}
	flags := make([]int, 0, count)
	for len(flags) < count && at < len(g) {
		flag := g.u8(at)
		at++
		times := 1
		if flag&repeat != 0 {
			times += g.u8(at)
			at++
		}
		for ; times > 0 && len(flags) < count; times-- {
			flags = append(flags, flag)
		}
	}
	xs, at := coordinates(g, at, flags, xShort, xSame)
	ys, _ := coordinates(g, at, flags, yShort, ySame)
	first := 0
	for i := range contours {
		last := g.u16(10 + 2*i)
		if last >= len(flags) || last < first {
			return
		}
		contour := make([]vertex, 0, last-first+1)
		for j := first; j <= last; j++ {
			contour = append(contour, vertex{m.of(float64(xs[j]), float64(ys[j])), flags[j]&onCurve != 0})
		}
		trace(contour, pen)
		first = last + 1
	}
}

func coordinates(g table, at int, flags []int, short, same int) ([]int, int) {
	out := make([]int, len(flags))
	v := 0
	for i, flag := range flags {
		switch {
		case flag&short != 0 && flag&same != 0:
			v += g.u8(at)
			at++
		case flag&short != 0:
			v -= g.u8(at)
			at++
		case flag&same == 0:
			v += g.i16(at)
			at += 2
		}
		out[i] = v
	}
	return out, at
}

// trace draws a contour with the pen. The point on the curve half-way between
// two control points is implied.
func trace(c []vertex, pen Pen) {
	n := len(c)
	if n < 2 {
		return
	}
	start := 0
	for start < n && !c[start].on {
		start++
	}
	var begin Point
	if start == n {
		start = 0
		begin = middle(c[n-1].Point, c[0].Point)
	} else {
		begin = c[start].Point
		start++
	}
	pen.MoveTo(begin)
	var control Point
	pending := false
	for i := range n {
		v := c[(start+i)%n]
		switch {
		case v.on && pending:
			pen.QuadTo(control, v.Point)
			pending = false
		case v.on:
			pen.LineTo(v.Point)
		case pending:
			pen.QuadTo(control, middle(control, v.Point))
			control = v.Point
		default:
			control, pending = v.Point, true
		}
	}
	if pending {
		pen.QuadTo(control, begin)
	}
}

func middle(a, b Point) Point { return Point{(a.X + b.X) / 2, (a.Y + b.Y) / 2} }

// Flags of a component of a composite glyph.
const (
	wordArguments = 1 << 0
	offsets       = 1 << 1
	oneScale      = 1 << 3
	moreParts     = 1 << 5
	twoScales     = 1 << 6
	fourScales    = 1 << 7
)

func (f *Font) composed(g table, pen Pen, m matrix, parts *int) {
	at := 10
	for more := true; more && at < len(g) && *parts > 0; {
		flags, glyph := g.u16(at), g.u16(at+2)
		at += 4
		var dx, dy int
		if flags&wordArguments != 0 {
			dx, dy = g.i16(at), g.i16(at+2)
			at += 4
		} else {
			dx, dy = int(int8(g.u8(at))), int(int8(g.u8(at+1)))
			at += 2
		}
		part := matrix{xx: 1, yy: 1}
		if flags&offsets != 0 {
			part.dx, part.dy = float64(dx), float64(dy)
		}
		scale := func(i int) float64 { return float64(g.i16(at+2*i)) / (1 << 14) }
		switch {
		case flags&oneScale != 0:
			part.xx, part.yy = scale(0), scale(0)
			at += 2
		case flags&twoScales != 0:
			part.xx, part.yy = scale(0), scale(1)
			at += 4
		case flags&fourScales != 0:
			part.xx, part.xy, part.yx, part.yy = scale(0), scale(1), scale(2), scale(3)
			at += 8
		}
		origin := m.of(part.dx, part.dy)
		f.outline(glyph, pen, matrix{
			xx: m.xx*part.xx + m.yx*part.xy, xy: m.xy*part.xx + m.yy*part.xy,
			yx: m.xx*part.yx + m.yx*part.yy, yy: m.xy*part.yx + m.yy*part.yy,
			dx: origin.X, dy: origin.Y,
		}, parts)
		more = flags&moreParts != 0
	}
}
