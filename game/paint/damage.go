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

// mostParts is how many rectangles a damage has at most. More would be closer to
// what has changed, and each costs a look at every quad of the frame.
const mostParts = 4

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
		whole := r.Union(*part)
		more := pixels(whole) - pixels(*part) - pixels(r)
		if best < 0 || more < least {
			best, least = i, more
		}
	}
	if best >= 0 && (least <= 0 || d.n == mostParts) {
		d.parts[best] = d.parts[best].Union(r)
		return
	}
	d.parts[d.n] = r
	d.n++
}

// settled returns the rectangles, joined where they overlap.
func (d *damage) settled() []image.Rectangle {
	for i := 0; i < d.n; i++ {
		for j := i + 1; j < d.n; j++ {
			if d.parts[i].Overlaps(d.parts[j]) {
				d.parts[i] = d.parts[i].Union(d.parts[j])
				d.n--
				d.parts[j] = d.parts[d.n]
				i = -1 // the larger one may overlap others that were looked at
				break
			}
		}
	}
	return d.parts[:d.n]
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
