package paint

import (
	"image"
	"image/color"
	"math"
	"slices"

	"holdtheline/game/toolkit/style"
	"holdtheline/game/toolkit/ui"
)

// An art is what a figure drew, in drawing order.
type art struct{ items []artItem }

// An artItem is a shape in a colour, or a line of text.
type artItem struct {
	shape *inked
	at    image.Point // of the shape's anchor, from the figure's origin
	color style.Color
	text  *artText
}

type artText struct {
	s    string
	x, y float64 // figure's pixels
	font style.Font
}

// An inked is a rasterised shape and its offset from its anchor. The same shape
// at another position or in another colour isn't rasterised again: a cord is
// one loop many times over.
type inked struct {
	sprite
	offset image.Point
	used   int  // the last frame that showed it
	large  bool // it has a page of its own
	empty  bool
}

// A placedArt is a node's figure as last drawn.
type placedArt struct {
	w, h  float64
	state ui.State
	scale float64
	color style.Color
	art   *art

	joints uint64 // hash of a Surround's joints
}

// figure draws a node's figure: into the whole box, or inside its padding if
// the node has neither text nor children.
func (p *Painter) figure(q *ui.Box, ctx context) {
	n := q.Node
	box := q.Rect()
	if len(n.Text) == 0 && len(n.Children) == 0 {
		box = ui.Rect{X: q.X + q.Pad.Left, Y: q.Y + q.Pad.Top, W: q.W - q.Pad.Left - q.Pad.Right, H: q.H - q.Pad.Top - q.Pad.Bottom}
		if n.Style.Look == ui.IconButton {
			w, h := n.Figure.Size(q.W / p.text)
			w, h = w*p.text, h*p.text
			box = ui.Rect{X: q.X + (q.W-w)/2, Y: q.Y + (q.H-h)/2, W: w, H: h}
		}
	}
	if box.W <= 0 || box.H <= 0 {
		return
	}
	color := ctx.text(n.Style.Color)
	is := placedArt{w: box.W / p.text, h: box.H / p.text, state: p.state(n), scale: p.text * p.scene.Scale, color: color}
	var joints []ui.Joint
	if _, ok := n.Figure.(ui.Surround); ok {
		joints, is.joints = p.joints(q, box)
	}
	was, ok := p.placed[n]
	is.art = was.art
	if !ok || is != was {
		is.art = p.art(n.Figure, is, joints)
		p.placed[n] = is
	}
	origin := image.Pt(p.px(box.X), p.px(box.Y))
	for _, item := range is.art.items {
		c := p.rgba(item.color)
		if t := item.text; t != nil {
			p.run(t.s, box.X+t.x*p.text, p.px(box.Y+t.y*p.text), t.font, p.text, c)
			continue
		}
		p.ink(item.shape, origin.Add(item.at), c)
	}
}

// ink draws a shape with its anchor at a point.
func (p *Painter) ink(s *inked, at image.Point, c color.RGBA) {
	if s.empty {
		return
	}
	s.used = p.frames
	at = at.Add(s.offset)
	p.quad(s.sprite, s.at, image.Rectangle{Min: at, Max: at.Add(s.size())}, c, c)
}

// joints returns the joints below a node, relative to its figure's box, and
// their hash.
func (p *Painter) joints(q *ui.Box, box ui.Rect) ([]ui.Joint, uint64) {
	var out []ui.Joint
	h := newHash()
	var walk func(q *ui.Box)
	walk = func(q *ui.Box) {
		if q.Node.Style.Joint {
			j := ui.Joint{Lifted: q.Lifted}
			if !j.Lifted {
				j.Rect = ui.Rect{X: (q.X - q.OffX - box.X) / p.text, Y: (q.Y - q.OffY - box.Y) / p.text, W: q.W / p.text, H: q.H / p.text}
			}
			out = append(out, j)
			for _, v := range [...]float64{j.X, j.Y, j.W, j.H} {
				h.number(v)
			}
			if j.Lifted {
				h.number(1)
			}
		}
		for _, c := range q.Children {
			walk(c)
		}
	}
	walk(q)
	return out, uint64(h)
}

// art has a figure draw, and rasterises its new shapes.
func (p *Painter) art(f ui.Figure, is placedArt, joints []ui.Joint) *art {
	rec := recorder{p: p, inherit: is.color, scale: is.scale, art: &art{}}
	if around, ok := f.(ui.Surround); ok {
		around.Around(&rec, is.w, is.h, is.state, joints)
	} else {
		f.Draw(&rec, is.w, is.h, is.state)
	}
	return rec.art
}

// The subpixel positions at which shapes are rasterised, in each direction, and
// the fractions of a pixel to which their points are rounded so that equal
// shapes get equal hashes.
const (
	inkShifts = 4
	inkParts  = 64
)

// shape returns a path's shape, stroked if width isn't 0, and the whole pixel
// it is anchored at.
func (p *Painter) shape(path ui.Path, width, scale float64) (*inked, image.Point) {
	if len(path) == 0 {
		return &inked{empty: true}, image.Point{}
	}
	wholeX, partX := anchor(sane(path[0].X3 * scale))
	wholeY, partY := anchor(sane(path[0].Y3 * scale))
	return p.shapeAt(path, partX, partY, width, scale), image.Pt(wholeX, wholeY)
}

// shapeAt returns a path's shape with its first point at a subpixel position.
func (p *Painter) shapeAt(path ui.Path, partX, partY, width, scale float64) *inked {
	x, y := sane(path[0].X3*scale), sane(path[0].Y3*scale)
	h := newHash()
	place := func(v, from, part float64) float64 {
		v = math.Round((sane(v*scale)-from+part)*inkParts) / inkParts
		h.number(v)
		return v
	}
	near := slices.Grow(p.near[:0], len(path))[:len(path)]
	p.near = near
	for i, s := range path {
		h.number(float64(s.Op))
		near[i] = ui.Segment2D{Op: s.Op}
		if s.Op == ui.CubicTo {
			near[i].X1, near[i].Y1 = place(s.X1, x, partX), place(s.Y1, y, partY)
			near[i].X2, near[i].Y2 = place(s.X2, x, partX), place(s.Y2, y, partY)
		}
		if s.Op != ui.Close {
			near[i].X3, near[i].Y3 = place(s.X3, x, partX), place(s.Y3, y, partY)
		}
	}
	h.number(width * scale)
	if s, ok := p.shapes[uint64(h)]; ok {
		return s
	}
	s := p.rasterShape(near, width*scale)
	p.shapes[uint64(h)] = s
	return s
}

// anchor splits a coordinate into a whole pixel and a subpixel position.
func anchor(v float64) (whole int, part float64) {
	steps := math.Floor(v*inkShifts + 0.5)
	whole = int(math.Floor(steps / inkShifts))
	return whole, steps/inkShifts - float64(whole)
}

func (p *Painter) rasterShape(path ui.Path, width float64) *inked {
	lines := flatten(path, 1)
	var s shape
	if width > 0 {
		s = strokeShape(lines, width)
	} else {
		s = fillShape(lines)
	}
	box := s.bounds()
	if box.Empty() {
		return &inked{empty: true}
	}
	out := &inked{sprite: p.atlas.put(p.raster.fill(s, box)), offset: box.Min}
	out.large = out.at == out.page.Image.Rect
	return out
}

// A hash is a running hash of numbers, a variant of FNV-1a over words.
type hash uint64

func newHash() hash { return 14695981039346656037 }

func (h *hash) number(v float64) {
	*h = (*h ^ hash(math.Float64bits(v))) * 1099511628211
	*h ^= *h >> 29
}

// A recorder is the canvas that figures draw on.
type recorder struct {
	p       *Painter
	inherit style.Color
	scale   float64
	art     *art
}

func (r *recorder) color(c style.Color) style.Color {
	if c == style.None {
		return r.inherit
	}
	return c
}

func (r *recorder) add(p ui.Path, width float64, c style.Color) {
	s, at := r.p.shape(p, width, r.scale)
	r.art.items = append(r.art.items, artItem{shape: s, at: at, color: r.color(c)})
}

// Fill implements [ui.Canvas]. Colour None is the node's own.
func (r *recorder) Fill(p ui.Path, c style.Color) { r.add(p, 0, c) }

// Stroke implements [ui.Canvas].
func (r *recorder) Stroke(p ui.Path, width float64, c style.Color) {
	if width > 0 {
		r.add(p, width, c)
	}
}

// Repeat implements [ui.Canvas]. The path is looked up once for each subpixel
// position.
func (r *recorder) Repeat(p ui.Path, at []ui.Point, width float64, c style.Color) {
	if width <= 0 || len(p) == 0 {
		return
	}
	var known [inkShifts][inkShifts]*inked
	for _, o := range at {
		wholeX, partX := anchor(sane((p[0].X3 + o.X) * r.scale))
		wholeY, partY := anchor(sane((p[0].Y3 + o.Y) * r.scale))
		s := &known[int(partX*inkShifts)][int(partY*inkShifts)]
		if *s == nil {
			*s = r.p.shapeAt(p, partX, partY, width, r.scale)
		}
		r.art.items = append(r.art.items, artItem{shape: *s, at: image.Pt(wholeX, wholeY), color: r.color(c)})
	}
}

// Text implements [ui.Canvas].
func (r *recorder) Text(s string, x, y float64, f style.Font, c style.Color) {
	r.art.items = append(r.art.items, artItem{text: &artText{s: s, x: x, y: y, font: f}, color: r.color(c)})
}

// Advance implements [ui.Canvas].
func (r *recorder) Advance(s string, f style.Font) float64 { return r.p.faces.Advance(s, f, 1) }
