package paint

import "image"

// mostDamage is the share of the screen from which on a frame is drawn whole.
const mostDamage = 0.7

// finish makes the frame's batches of the record.
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

// draw adds the part of a quad that lies in a part of the screen to the frame.
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

// A damage is the part of the screen that has to be drawn again: a few
// rectangles, none of which overlap once they are settled.
type damage struct {
	parts [mostParts]image.Rectangle
	n     int
}

// mostParts is how many rectangles a damage has at most; more would be closer to
// what has changed, and each costs a look at every quad of the frame. The last
// few are for taking apart what overlaps.
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

// waste is how many pixels lie in the rectangle around two and in neither.
func waste(a, b image.Rectangle) int {
	return pixels(a.Union(b)) - pixels(a) - pixels(b) + pixels(a.Intersect(b))
}

// settled returns the rectangles without overlaps: those that overlap are joined,
// or where that would be much more to draw, the smaller one loses what both have.
func (d *damage) settled() []image.Rectangle {
	for i := 0; i < d.n; i++ {
		for j := i + 1; j < d.n; j++ {
			if !d.parts[i].Overlaps(d.parts[j]) {
				continue
			}
			d.part(i, j)
			i = -1 // what has become of them may overlap others that were looked at
			break
		}
	}
	return d.parts[:d.n]
}

// part has two rectangles overlap no more.
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

// without returns what of a rectangle doesn't lie in another.
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

// cut returns the part of a quad that lies within a rectangle, if that part can
// be had without drawing the whole: where the quad is stretched, it must be from
// a single row or column, and of one colour where it is cut across.
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
