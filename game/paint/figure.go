package paint

import (
	"image"
	"image/color"
	"math"

	"holdtheline/game/theme"
	"holdtheline/game/ui"
)

// An artKey names a rasterised figure by what it drew.
type artKey struct {
	hash uint64
	size int // of the built-in tick; 0 for figures
}

// An art is a rasterised figure: pictures and lines of text, in drawing order.
type art struct {
	items []artItem
	used  int  // the last frame that showed it
	large bool // it has a page of its own
}

type artItem struct {
	sprite // with at, or
	at     image.Point
	text   *artText
}

type artText struct {
	s     string
	x, y  float64 // figure's pixels
	font  theme.Font
	color theme.Color
}

// A placedArt is what a node's figure was last drawn as.
type placedArt struct {
	w, h  float64
	state ui.State
	scale float64
	theme theme.Name
	color theme.Color
	art   *art

	joints uint64 // hash of where those of a Surround stand
}

// figure draws a node's figure into its box: the box inside its padding when
// the node has nothing else, else the whole.
func (p *Painter) figure(q *ui.Placed, ctx context) {
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
	is := placedArt{w: box.W / p.text, h: box.H / p.text, state: p.state(n), scale: p.text * p.scene.Scale, theme: p.scene.Palette.Name, color: color}
	var joints []ui.Joint
	if _, ok := n.Figure.(ui.Surround); ok {
		joints, is.joints = p.joints(q, box)
	}
	was, ok := p.placed[n]
	is.art = was.art
	if !ok || is != was {
		is.art = p.draw(n.Figure, is, joints)
		p.placed[n] = is
	}
	is.art.used = p.frames
	origin := image.Pt(p.px(box.X), p.px(box.Y))
	for _, item := range is.art.items {
		if t := item.text; t != nil {
			p.run(t.s, box.X+t.x*p.text, p.px(box.Y+t.y*p.text), t.font, p.text, p.rgba(t.color))
			continue
		}
		at := origin.Add(item.at)
		p.quad(item.sprite, item.sprite.at, image.Rectangle{Min: at, Max: at.Add(item.sprite.size())}, opaque, opaque)
	}
}

var opaque = color.RGBA{0xFF, 0xFF, 0xFF, 0xFF}

// joints returns where the joints below a node stand within its figure's box,
// and a hash of it.
func (p *Painter) joints(q *ui.Placed, box ui.Rect) ([]ui.Joint, uint64) {
	var out []ui.Joint
	h := newHash()
	var walk func(q *ui.Placed)
	walk = func(q *ui.Placed) {
		if q.Node.Style.Joint {
			j := ui.Joint{Lifted: q.Lifted, Rect: ui.Rect{X: (q.X - box.X) / p.text, Y: (q.Y - box.Y) / p.text, W: q.W / p.text, H: q.H / p.text}}
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

// draw lets a figure draw and rasterises what it drew, unless the same has been
// drawn before.
func (p *Painter) draw(f ui.Figure, is placedArt, joints []ui.Joint) *art {
	rec := recorder{p: p, inherit: is.color, hash: newHash()}
	rec.number(is.scale)
	rec.word(string(is.theme))
	if around, ok := f.(ui.Surround); ok {
		around.Around(&rec, is.w, is.h, is.state, joints)
	} else {
		f.Draw(&rec, is.w, is.h, is.state)
	}
	key := artKey{hash: uint64(rec.hash)}
	if a, ok := p.arts[key]; ok {
		return a
	}
	a := &art{}
	for i := 0; i < len(rec.marks); {
		if t := rec.marks[i].text; t != nil {
			a.items = append(a.items, artItem{text: t})
			i++
			continue
		}
		j := i
		for j < len(rec.marks) && rec.marks[j].text == nil {
			j++
		}
		if item, ok := p.compose(rec.marks[i:j], is.scale); ok {
			a.items = append(a.items, item)
			a.large = a.large || item.sprite.at == item.sprite.page.Image.Rect
		}
		i = j
	}
	p.arts[key] = a
	return a
}

// compose rasterises fills and strokes over one another into one picture.
func (p *Painter) compose(marks []mark, scale float64) (artItem, bool) {
	shapes := make([]shape, len(marks))
	var bounds image.Rectangle
	for i, m := range marks {
		lines := flatten(m.path, scale)
		if m.width > 0 {
			shapes[i] = strokeShape(lines, m.width*scale)
		} else {
			shapes[i] = fillShape(lines)
		}
		bounds = bounds.Union(shapes[i].bounds())
	}
	if bounds.Empty() {
		return artItem{}, false
	}
	img := image.NewRGBA(bounds)
	for i, m := range marks {
		part := shapes[i].bounds().Intersect(bounds)
		if part.Empty() {
			continue
		}
		blend(img, p.raster.fill(shapes[i], part), part, p.rgba(m.color))
	}
	img.Rect = image.Rect(0, 0, bounds.Dx(), bounds.Dy())
	return artItem{sprite: p.atlas.putColor(img), at: bounds.Min}, true
}

// blend lays a colour over a picture where the mask covers it.
func blend(img *image.RGBA, mask *image.Alpha, at image.Rectangle, c color.RGBA) {
	r, g, b, a := uint32(c.R), uint32(c.G), uint32(c.B), uint32(c.A)
	for y := range at.Dy() {
		row := mask.Pix[y*mask.Stride : y*mask.Stride+at.Dx()]
		pix := img.Pix[img.PixOffset(at.Min.X, at.Min.Y+y):]
		for x, m := range row {
			if m == 0 {
				continue
			}
			d := pix[4*x : 4*x+4 : 4*x+4]
			k := uint32(m)
			rest := 255*255 - a*k
			d[0] = uint8((r*k*255 + uint32(d[0])*rest + 32512) / 65025)
			d[1] = uint8((g*k*255 + uint32(d[1])*rest + 32512) / 65025)
			d[2] = uint8((b*k*255 + uint32(d[2])*rest + 32512) / 65025)
			d[3] = uint8((a*k*255 + uint32(d[3])*rest + 32512) / 65025)
		}
	}
}

// A mark is one thing a figure drew.
type mark struct {
	path  ui.Path
	width float64 // of the stroke; 0 is filled
	color theme.Color
	text  *artText
}

// A recorder is the canvas that figures draw on. It keeps a running hash of all
// it is told.
type recorder struct {
	p       *Painter
	inherit theme.Color
	marks   []mark
	hash
}

// A hash is a running one of whatever it is told (FNV-1a over words).
type hash uint64

func newHash() hash { return 14695981039346656037 }

func (h *hash) number(v float64) {
	*h = (*h ^ hash(math.Float64bits(v))) * 1099511628211
	*h ^= *h >> 29
}

func (h *hash) word(s string) {
	for i := range len(s) {
		*h = (*h ^ hash(s[i])) * 1099511628211
	}
	h.number(float64(len(s)))
}

func (r *recorder) path(p ui.Path) {
	for _, s := range p {
		r.number(float64(s.Op))
		if s.Op == ui.CubicTo {
			r.number(s.X1)
			r.number(s.Y1)
			r.number(s.X2)
			r.number(s.Y2)
		}
		r.number(s.X3)
		r.number(s.Y3)
	}
}

func (r *recorder) color(c theme.Color) theme.Color {
	if c == theme.None {
		c = r.inherit
	}
	r.number(float64(c))
	return c
}

// Fill implements [ui.Canvas]. Colour None is the node's own.
func (r *recorder) Fill(p ui.Path, c theme.Color) {
	r.path(p)
	r.marks = append(r.marks, mark{path: p, color: r.color(c)})
}

// Stroke implements [ui.Canvas].
func (r *recorder) Stroke(p ui.Path, width float64, c theme.Color) {
	if width <= 0 {
		return
	}
	r.path(p)
	r.number(width)
	r.marks = append(r.marks, mark{path: p, width: width, color: r.color(c)})
}

// Text implements [ui.Canvas].
func (r *recorder) Text(s string, x, y float64, f theme.Font, c theme.Color) {
	r.word(s)
	r.number(x)
	r.number(y)
	r.number(float64(f.Family)*100 + float64(f.Size))
	if f.Bold {
		r.number(1)
	}
	if f.Caps {
		r.number(2)
	}
	r.marks = append(r.marks, mark{text: &artText{s: s, x: x, y: y, font: f, color: r.color(c)}})
}

// Advance implements [ui.Canvas].
func (r *recorder) Advance(s string, f theme.Font) float64 { return r.p.faces.Advance(s, f, 1) }
