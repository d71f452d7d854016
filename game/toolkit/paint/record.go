package paint

import (
	"image"
	"slices"

	"holdtheline/game/toolkit/ui"
)

// A record is what was painted for a scene, and for which node. The next frame
// takes over from it what is the same, and is drawn again only where it isn't.
type record struct {
	scene Scene
	size  image.Point // of the frame
	quads []recorded
	spans map[*ui.Placed]span
	valid bool // the pages still hold what the quads show
}

// A recorded is a quad and where its pixels come from.
type recorded struct {
	Quad
	page *Page
	clip image.Rectangle // empty if nothing of it needs to be cut off
}

// A span is the quads from one on up to another that show a node and all that is
// in it, and what they depend on beside the node.
type span struct {
	from, to int
	ctx      context
	clip     image.Rectangle
	part     part
}

// A kept is a run of quads that was taken over from one record into the next.
type kept struct{ was, is, n int }

// sameView tells whether two scenes differ in nothing but the layout's nodes and
// where pointer and focus are.
func sameView(a, b *Scene) bool {
	return a.Palette == b.Palette && a.Scale == b.Scale && a.Layout.Viewport == b.Layout.Viewport
}

// stir notes the nodes that pointer or focus have come to or left since the scene
// before, and those around them: they may look different.
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
		r.spans = map[*ui.Placed]span{}
	}
	clear(r.spans)
	p.kept = p.kept[:0]
	p.takeOver = p.before.valid && p.before.size == r.size && sameView(&p.before.scene, &s)
	if p.takeOver {
		p.stir(&p.before.scene, &s)
	}
}

// again takes over what was painted for a node, if it and everything in it is the
// same as in the frame before. What is above something else stays so: a span
// that was painted before one that was taken over already is painted anew.
func (p *Painter) again(q *ui.Placed, ctx context) bool {
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

// changes is where the record differs from the one before.
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

// compare adds where two runs of quads differ. Where as many quads stand between
// what is equal at both ends, each is taken for what the other has become.
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

// seen is where a quad shows.
func (r *recorded) seen() image.Rectangle {
	if r.clip.Empty() {
		return r.D
	}
	return r.D.Intersect(r.clip)
}
