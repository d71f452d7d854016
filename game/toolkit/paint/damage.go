package paint

import "image"

// mostDamage is the share of the screen from which a frame is drawn whole.
const mostDamage = 0.7

// finish makes the frame's batches from the record.
func (p *Painter) finish() {
	p.sorter.begin()
	whole := p.screen()
	parts := []image.Rectangle{whole}
	if p.scene.Over && p.before.valid && p.before.size == p.record.size {
		d := p.changes()
		changed := 0
		for _, r := range d.settled() {
			changed += pixels(r)
		}
		if float64(changed) < mostDamage*float64(pixels(whole)) {
			parts = d.settled()
		}
	}
	for _, part := range parts {
		for i := range p.record.quads {
			r := &p.record.quads[i]
			if !r.D.Overlaps(part) {
				continue
			}
			p.draw(r, part, whole)
		}
	}
	p.frame.Batches = p.sorter.finish()
}

// draw adds a quad, clipped to a part of the screen, to the frame.
func (p *Painter) draw(r *recorded, part, whole image.Rectangle) {
	q, clip := r.Quad, whole
	if !r.clip.Empty() {
		if clip = r.clip.Intersect(part); clip.Empty() {
			return
		}
	} else if smaller, ok := q.cut(part); ok {
		q = smaller
	} else {
		clip = part
	}
	p.sorter.add(q, r.page, clip)
}

// A damage is the region of the screen to redraw: a few rectangles, which don't
// overlap once settled.
type damage struct {
	parts [mostParts]image.Rectangle
	n     int
}

// mostWhole is how many rectangles are added at most: more would fit the change
// better, but each costs a pass over the frame's quads. The rest of mostParts
// is for splitting overlaps.
const (
	mostParts  = 10
	mostWhole  = 6
	littleMore = 48 * 48 // pixels drawn needlessly to have one rectangle less
)

func (d *damage) add(r image.Rectangle) {
	if r.Empty() {
		return
	}
	best, least := -1, 0
	for i := range d.parts[:d.n] {
		part := &d.parts[i]
		if r.In(*part) {
			return
		}
		if more := waste(r, *part); best < 0 || more < least {
			best, least = i, more
		}
	}
	if best >= 0 && (least <= littleMore || d.n == mostWhole) {
		d.parts[best] = d.parts[best].Union(r)
		return
	}
	d.parts[d.n] = r
	d.n++
}

// waste is how many pixels the union of two rectangles has that neither has.
func waste(a, b image.Rectangle) int {
	return pixels(a.Union(b)) - pixels(a) - pixels(b) + pixels(a.Intersect(b))
}

// settled returns the rectangles without overlaps: overlapping ones are joined,
// or, where that would waste much, the smaller one loses the intersection.
func (d *damage) settled() []image.Rectangle {
	for i := 0; i < d.n; i++ {
		for j := i + 1; j < d.n; j++ {
			if !d.parts[i].Overlaps(d.parts[j]) {
				continue
			}
			d.part(i, j)
			i = -1 // the results may overlap earlier ones
			break
		}
	}
	return d.parts[:d.n]
}

// part resolves the overlap of two rectangles.
func (d *damage) part(i, j int) {
	large, small := d.parts[i], d.parts[j]
	if pixels(large) < pixels(small) {
		large, small = small, large
	}
	d.n--
	d.parts[j] = d.parts[d.n]
	d.parts[i] = large
	rest, n := without(small, large)
	if waste(large, small) <= littleMore || d.n+n > mostParts {
		d.parts[i] = large.Union(small)
		return
	}
	d.n += copy(d.parts[d.n:], rest[:n])
}

// without returns the difference of two rectangles.
func without(r, hole image.Rectangle) (rest [4]image.Rectangle, n int) {
	keep := func(part image.Rectangle) {
		if !part.Empty() {
			rest[n] = part
			n++
		}
	}
	hole = hole.Intersect(r)
	keep(image.Rect(r.Min.X, r.Min.Y, r.Max.X, hole.Min.Y))
	keep(image.Rect(r.Min.X, hole.Max.Y, r.Max.X, r.Max.Y))
	keep(image.Rect(r.Min.X, hole.Min.Y, hole.Min.X, hole.Max.Y))
	keep(image.Rect(hole.Max.X, hole.Min.Y, r.Max.X, hole.Max.Y))
	return rest, n
}

func pixels(r image.Rectangle) int { return r.Dx() * r.Dy() }

// cut crops a quad to a rectangle if that doesn't change its pixels: not along
// a direction in which it is stretched from more than one pixel, nor across a
// gradient.
func (q Quad) cut(to image.Rectangle) (Quad, bool) {
	if q.D.In(to) {
		return q, true
	}
	d := q.D.Intersect(to)
	if q.D.Dx() == q.S.Dx() {
		q.S.Min.X, q.S.Max.X = q.S.Min.X+d.Min.X-q.D.Min.X, q.S.Max.X+d.Max.X-q.D.Max.X
	} else if q.S.Dx() != 1 && d.Dx() != q.D.Dx() {
		return q, false
	}
	if d.Dy() != q.D.Dy() && q.Top != q.Bottom {
		return q, false
	}
	if q.D.Dy() == q.S.Dy() {
		q.S.Min.Y, q.S.Max.Y = q.S.Min.Y+d.Min.Y-q.D.Min.Y, q.S.Max.Y+d.Max.Y-q.D.Max.Y
	} else if q.S.Dy() != 1 && d.Dy() != q.D.Dy() {
		return q, false
	}
	q.D = d
	return q, true
}
