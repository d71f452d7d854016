package paint

import (
	"image"
	"slices"

	"holdtheline/game/toolkit/ui"
)

// A record is the quads painted for a scene, by node. The next frame copies
// unchanged spans from it, and is redrawn only where it differs.
type record struct {
	scene Scene
	size  image.Point // of the frame
	quads []recorded
	spans map[*ui.Box]span
	valid bool // the pages still hold what the quads show
}

// A recorded is a quad with its page and clip.
type recorded struct {
	Quad
	page *Page
	clip image.Rectangle // empty if it needs no clipping
}

// A span is the range of quads of a node and its descendants, and what they
// depend on besides the node.
type span struct {
	from, to int
	ctx      context
	clip     image.Rectangle
	part     part
}

// A kept is a run of quads that was copied from one record to the next.
type kept struct{ was, is, n int }

// sameView tells whether two scenes differ only in the layout's nodes, pointer
// and focus.
func sameView(a, b *Scene) bool {
	return a.Palette == b.Palette && a.Scale == b.Scale && a.Layout.Viewport == b.Layout.Viewport
}

// stir notes the nodes whose hover, press or focus changed since the previous
// scene, and their ancestors: they may look different.
func (p *Painter) stir(a, b *Scene) {
	p.stirred = p.stirred[:0]
	for _, ids := range [...][2]string{{a.Hover, b.Hover}, {a.Pressed, b.Pressed}, {a.Focus, b.Focus}} {
		if ids[0] == ids[1] {
			continue
		}
		for _, id := range ids {
			for q := b.Layout.Find(id); q != nil; q = q.Parent {
				p.stirred = append(p.stirred, q.Node)
			}
		}
	}
}

// begin starts the record of a scene.
func (p *Painter) begin(s Scene) {
	p.before, p.record = p.record, p.before
	p.scene = s
	r := &p.record
	r.scene, r.size, r.quads = s, image.Pt(p.frame.Width, p.frame.Height), r.quads[:0]
	if r.spans == nil {
		r.spans = map[*ui.Box]span{}
	}
	clear(r.spans)
	p.kept = p.kept[:0]
	p.takeOver = p.before.valid && p.before.size == r.size && sameView(&p.before.scene, &s)
	if p.takeOver {
		p.stir(&p.before.scene, &s)
	}
}

// again copies a node's span from the previous record, if it and its
// descendants are unchanged. To keep the drawing order, a span that came before
// one already copied is painted again.
func (p *Painter) again(q *ui.Box, ctx context) bool {
	if !p.takeOver || slices.Contains(p.stirred, q.Node) {
		return false
	}
	was, ok := p.before.spans[q]
	if !ok || was.ctx != ctx || was.clip != p.clip || was.part != p.part {
		return false
	}
	if n := len(p.kept); n > 0 && was.from < p.kept[n-1].was+p.kept[n-1].n {
		return false
	}
	is := len(p.record.quads)
	p.record.quads = append(p.record.quads, p.before.quads[was.from:was.to]...)
	p.kept = append(p.kept, kept{was: was.from, is: is, n: was.to - was.from})
	p.record.spans[q] = span{from: is, to: len(p.record.quads), ctx: ctx, clip: p.clip, part: p.part}
	return true
}

// changes is where the record differs from the previous one.
func (p *Painter) changes() damage {
	var d damage
	was, is := p.before.quads, p.record.quads
	atWas, atIs := 0, 0
	for _, k := range p.kept {
		d.compare(was[atWas:k.was], is[atIs:k.is])
		atWas, atIs = k.was+k.n, k.is+k.n
	}
	d.compare(was[atWas:], is[atIs:])
	return d
}

// compare adds where two runs of quads differ. After trimming equal ends, runs
// of the same length are compared pairwise.
func (d *damage) compare(was, is []recorded) {
	for len(was) > 0 && len(is) > 0 && was[0] == is[0] {
		was, is = was[1:], is[1:]
	}
	for len(was) > 0 && len(is) > 0 && was[len(was)-1] == is[len(is)-1] {
		was, is = was[:len(was)-1], is[:len(is)-1]
	}
	paired := len(was) == len(is)
	for i := range was {
		if !paired || was[i] != is[i] {
			d.add(was[i].seen())
		}
	}
	for i := range is {
		if !paired || was[i] != is[i] {
			d.add(is[i].seen())
		}
	}
}

// seen is the visible rectangle of a quad.
func (r *recorded) seen() image.Rectangle {
	if r.clip.Empty() {
		return r.D
	}
	return r.D.Intersect(r.clip)
}
