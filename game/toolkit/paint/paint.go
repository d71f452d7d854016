package paint

import (
	"image"
	"image/color"
	"math"

	"holdtheline/game/toolkit/style"
	"holdtheline/game/toolkit/typeface"
	"holdtheline/game/toolkit/ui"
)

// A Scene is everything a picture depends on.
type Scene struct {
	Layout  *ui.Layout
	Palette *style.Palette
	Scale   float64 // device pixels per CSS pixel
	Hover   string  // id of the node under the pointer
	Pressed string  // id of the node held down
	Focus   string  // id of the node that shows the focus ring
	// Over tells that the previous frame is still on the screen: the new one
	// then has only what is different.
	Over bool
}

// A Painter makes frames. It caches what it has rasterised, within bounds. It
// must not be used by two goroutines at once, and a frame is valid until the
// next one is painted.
type Painter struct {
	// Pictures returns the pixels of a picture, if possible so many, or nil as long as
	// there are none: the node's text is painted then. Without it there never are any.
	// What it returned may be painted again until [Painter.Repaint] is called.
	Pictures func(pic *ui.Picture, width, height int) *Page

	faces  *typeface.Set
	theme  *style.Theme
	atlas  atlas
	raster rasterizer
	glyphs map[glyphKey]*glyph
	runs   runs
	nines  map[nineKey]nine
	shapes map[uint64]*inked // by a hash of their outlines
	near   ui.Path           // scratch space for the path looked up
	placed map[*ui.Node]placedArt
	root   *ui.Node // whose nodes are in placed
	rooted int      // the first frame of it
	white  sprite
	frames int
	before record // of the frame before
	sorter sorter

	// Of the scene being painted.
	scene    Scene
	frame    Frame
	record   record
	takeOver bool       // unchanged spans may be copied from before
	stirred  []*ui.Node // except of these nodes
	kept     []kept     // what was copied
	clip     image.Rectangle
	text     float64 // scale of text
	shifts   int
	part     part // of a node that comes in
}

// A part is how an entering node differs from its final appearance.
type part struct {
	fade   float64 // transparency, from 0 to 1
	zoom   float64 // share by which it is larger, around
	cx, cy int     // this point
}

// of returns a rectangle zoomed.
func (t part) of(r image.Rectangle) image.Rectangle {
	if t.zoom == 0 {
		return r
	}
	at := func(v, c int) int { return c + int(math.Round(float64(v-c)*(1+t.zoom))) }
	return image.Rect(at(r.Min.X, t.cx), at(r.Min.Y, t.cy), at(r.Max.X, t.cx), at(r.Max.Y, t.cy))
}

// New returns a painter that draws with the given typefaces, in their theme.
func New(faces *typeface.Set) *Painter {
	p := &Painter{faces: faces, theme: faces.Theme()}
	p.forget()
	return p
}

func (p *Painter) forget() {
	p.atlas.empty()
	p.record.valid, p.before.valid = false, false
	p.glyphs = map[glyphKey]*glyph{}
	p.runs = runs{}
	p.nines = map[nineKey]nine{}
	p.shapes = map[uint64]*inked{}
	p.placed = map[*ui.Node]placedArt{}
	dot := image.NewAlpha(image.Rect(0, 0, 2, 2))
	for i := range dot.Pix {
		dot.Pix[i] = 0xFF
	}
	p.white = p.atlas.put(dot)
}

// mostGlyphs is how many rasterised glyphs are kept at most.
const mostGlyphs = 6000

// Paint makes the frame that shows the scene.
func (p *Painter) Paint(s Scene) *Frame {
	if len(p.glyphs) > mostGlyphs {
		p.forget()
	}
	p.paint(s)
	for p.atlas.full {
		// Earlier screens' sprites leave no room: start again, and if that
		// doesn't help, with more pages.
		p.forget()
		if p.paint(s); p.atlas.full {
			p.atlas.extra += mostPages
		}
	}
	return &p.frame
}

func (p *Painter) paint(s Scene) {
	p.frames++
	l := s.Layout
	p.text = l.Viewport.Text
	p.shifts = shifts(s.Scale * p.text)
	p.frame.Width = int(math.Round(l.Viewport.Width * s.Scale))
	p.frame.Height = int(math.Round(l.Viewport.Height * s.Scale))
	p.begin(s)
	if p.root != l.Root.Node {
		p.newTree(l.Root.Node)
	}
	p.clip = p.screen()
	p.desk()
	ctx := context{color: style.Ink}
	p.node(l.Root, ctx)
	if lifted := findLifted(l.Root); lifted != nil {
		p.clip = p.screen()
		p.lifted(lifted, ctx)
	}
	p.ring()
	p.record.valid = true
	p.finish()
}

// screen is the whole frame.
func (p *Painter) screen() image.Rectangle { return image.Rect(0, 0, p.frame.Width, p.frame.Height) }

// keepLarge is for how many frames large shapes are kept unused: they have
// pages of their own, while small ones share pages.
const keepLarge = 2

// newTree drops the figures of the previous tree and the large shapes not used
// lately.
func (p *Painter) newTree(root *ui.Node) {
	p.root = root
	clear(p.placed)
	for key, s := range p.shapes {
		// A shape's quads may have been copied ever since the last tree.
		if s.large && s.used < p.rooted-keepLarge {
			delete(p.shapes, key)
		}
	}
	p.rooted = p.frames
}

// desk fills the background, which is lighter at the top.
func (p *Painter) desk() {
	desk := p.rgba(style.Ground)
	top := style.Mix(desk, p.rgba(style.Surface), p.scene.Palette.Lamp)
	p.gradient(image.Rect(0, 0, p.frame.Width, p.frame.Height), top, desk)
}

// A context is what a node passes on to its children.
type context struct {
	color    style.Color // of text that names none
	inverted bool        // on a dark surface: ink and soft text take the inherited colour
	faded    bool        // in a disabled control
}

func (p *Painter) rgba(c style.Color) color.RGBA { return p.scene.Palette.RGBA(c) }

// px is a length or position in device pixels, whole.
func (p *Painter) px(v float64) int { return int(math.Floor(v*p.scene.Scale + 0.5)) }

// rect is a box in device pixels. Both edges are rounded, so that adjacent
// boxes stay adjacent.
func (p *Painter) rect(r ui.Rect) image.Rectangle {
	return image.Rectangle{
		Min: image.Pt(p.px(r.X), p.px(r.Y)),
		Max: image.Pt(p.px(r.X+r.W), p.px(r.Y+r.H)),
	}
}

// line is the width of a line in device pixels: at least one.
func (p *Painter) line(width float64) int { return max(1, p.px(width)) }

// quad adds a rectangle to the record.
func (p *Painter) quad(s sprite, from, to image.Rectangle, top, bottom color.RGBA) {
	if t := p.part; t != (part{}) {
		to, top, bottom = t.of(to), fade(top, 1-t.fade), fade(bottom, 1-t.fade)
	}
	if top.A == 0 && bottom.A == 0 || !to.Overlaps(p.clip) {
		return
	}
	r := recorded{Quad: Quad{S: from, D: to, Top: top, Bottom: bottom}, page: s.page}
	if smaller, ok := r.cut(p.clip); ok {
		r.Quad = smaller
	} else {
		r.clip = p.clip
	}
	p.record.quads = append(p.record.quads, r)
}

// solid fills a rectangle with one colour.
func (p *Painter) solid(r image.Rectangle, c color.RGBA) { p.gradient(r, c, c) }

func (p *Painter) gradient(r image.Rectangle, top, bottom color.RGBA) {
	if r.Empty() {
		return
	}
	at := p.white.at.Min
	p.quad(p.white, image.Rectangle{Min: at, Max: at.Add(image.Pt(1, 1))}, r, top, bottom)
}

// stretch draws a nine-patch around a rectangle.
func (p *Painter) stretch(n nine, r image.Rectangle, c color.RGBA) {
	r = r.Inset(-n.out)
	sx, dx, across := cuts(n.at.Min.X, n.at.Max.X, r.Min.X, r.Max.X, n.border.X)
	sy, dy, down := cuts(n.at.Min.Y, n.at.Max.Y, r.Min.Y, r.Max.Y, n.border.Y)
	for i := range down {
		for j := range across {
			p.quad(n.sprite, image.Rect(sx[j], sy[i], sx[j+1], sy[i+1]), image.Rect(dx[j], dy[i], dx[j+1], dy[i+1]), c, c)
		}
	}
}

// cuts returns the grid lines of a nine-patch, on its page and on the screen.
// One that isn't stretched is a single part.
func cuts(s0, s1, d0, d1, border int) (s, d [4]int, parts int) {
	if border == 0 {
		return [4]int{s0, s1}, [4]int{d0, d0 + s1 - s0}, 1
	}
	return [4]int{s0, s0 + border, s1 - border, s1}, [4]int{d0, d0 + border, d1 - border, d1}, 3
}

// fill draws a filled rounded rectangle; the radius is in CSS pixels.
func (p *Painter) fill(r image.Rectangle, radius float64, which corners, c color.RGBA) {
	if r.Empty() || c.A == 0 {
		return
	}
	if radius == 0 || which == 0 {
		p.solid(r, c)
		return
	}
	key := nineKey{radius: p.radius(r, radius), corners: which}
	p.stretch(p.nine(key, r.Dx(), r.Dy()), r, c)
}

// edge draws the outline of a rounded rectangle, inside it.
func (p *Painter) edge(r image.Rectangle, radius, width float64, which corners, c color.RGBA) {
	if r.Empty() || c.A == 0 {
		return
	}
	key := nineKey{radius: p.radius(r, radius), line: float32(p.line(width)), corners: which}
	p.stretch(p.nine(key, r.Dx(), r.Dy()), r, c)
}

// shadow draws the soft shadow of a rounded rectangle, moved down by dy.
func (p *Painter) shadow(r image.Rectangle, radius, blur, dy, dark float64) {
	a := p.scene.Palette.Shadow * dark
	if a <= 0 || r.Empty() {
		return
	}
	c := color.RGBA{A: uint8(math.Round(255 * math.Min(1, a)))}
	key := nineKey{radius: p.radius(r, radius), blur: float32(math.Max(1, math.Round(blur*p.scene.Scale))), corners: allCorners}
	p.stretch(p.nine(key, r.Dx(), r.Dy()), r.Add(image.Pt(0, p.px(dy))), c)
}

func (p *Painter) radius(r image.Rectangle, css float64) float32 {
	return float32(math.Min(css*p.scene.Scale, float64(min(r.Dx(), r.Dy()))/2))
}

// shadowReach is how far a node may draw outside its box, in CSS pixels.
const shadowReach = 28

// node draws a node and its descendants.
func (p *Painter) node(q *ui.Box, ctx context) {
	n := q.Node
	if n.VisuallyHidden || q.Lifted || p.again(q, ctx) {
		return
	}
	is := span{from: len(p.record.quads), ctx: ctx, clip: p.clip, part: p.part}
	defer func() {
		is.to = len(p.record.quads)
		p.record.spans[q] = is
	}()
	if q.Fade != 0 || q.Zoom != 0 {
		before, r := p.part, p.rect(q.Rect())
		p.part = part{fade: q.Fade, zoom: q.Zoom, cx: (r.Min.X + r.Max.X) / 2, cy: (r.Min.Y + r.Max.Y) / 2}
		defer func() { p.part = before }()
	}
	if n.Role == ui.Dialog {
		p.solid(image.Rect(0, 0, p.frame.Width, p.frame.Height), p.rgba(style.Scrim))
	}
	reach := p.px(shadowReach)
	r := p.rect(q.Rect())
	if !r.Inset(-reach).Overlaps(p.clip) && !q.Scrolls {
		return
	}
	ctx = p.look(q, r, ctx)
	if n.Figure != nil {
		p.figure(q, ctx)
	}
	clip := p.clip
	if q.Scrolls {
		// Nothing scrolls sideways, so shadows may extend there.
		p.clip = p.clip.Intersect(image.Rect(r.Min.X-reach, r.Min.Y, r.Max.X+reach, r.Max.Y))
	}
	if n.Picture == nil || !p.picture(q) {
		p.words(q, ctx)
	}
	for _, c := range q.Children {
		p.node(c, ctx)
	}
	p.clip = clip
	if q.Scrolls {
		p.scrollIndicator(q, r)
	}
}

// state is the state of a node.
func (p *Painter) state(n *ui.Node) ui.State {
	s := ui.State{Checked: n.Checked || n.Current, Disabled: n.Disabled}
	if n.ID != "" {
		s.Hover = p.scene.Hover == n.ID && !n.Disabled
		s.Pressed = p.scene.Pressed == n.ID && !n.Disabled
		s.Focused = p.scene.Focus == n.ID
	}
	return s
}

// words draws a node's lines of text.
func (p *Painter) words(q *ui.Box, ctx context) {
	if len(q.Lines) == 0 {
		return
	}
	c := p.rgba(ctx.text(q.Node.Style.Color))
	underlined := q.Node.Role == ui.Link || q.Node.Style.Look == ui.QuietButton
	for _, l := range q.Lines {
		top, bottom := p.px(l.Y), p.px(l.Y+l.H)
		if bottom < p.clip.Min.Y || top > p.clip.Max.Y {
			continue
		}
		base := p.px(l.Baseline)
		for _, run := range l.Runs {
			if run.Mark {
				size := p.theme.Step(run.Font.Size).Pixels * p.text
				r := p.rect(ui.Rect{X: run.X - 2, Y: l.Baseline - 1.02*size, W: run.W + 4, H: 1.36 * size})
				p.fill(r, 2, allCorners, p.rgba(style.Highlight))
			}
		}
		for _, run := range l.Runs {
			ink := c
			if run.Mark {
				ink = p.rgba(style.Ink)
			}
			p.run(run.Text, run.X, base, run.Font, p.text, ink)
			if underlined {
				y := base + p.line(2.5*p.text)
				p.solid(image.Rect(p.px(run.X), y, p.px(run.X+run.W), y+p.line(1)), ink)
			}
		}
	}
}

// run draws one piece of text from x CSS pixels on, on a baseline in device
// pixels.
func (p *Painter) run(text string, x float64, base int, f style.Font, scale float64, c color.RGBA) {
	size := p.theme.Step(f.Size).Pixels * scale * p.scene.Scale
	glyphs, left := p.set(text, f, size, x*p.scene.Scale)
	for _, g := range glyphs {
		at := image.Pt(left+g.x+g.glyph.x, base+g.glyph.y)
		p.quad(g.glyph.sprite, g.glyph.at, image.Rectangle{Min: at, Max: at.Add(g.glyph.size())}, c, c)
	}
}

// text is the colour of text that asks for one.
func (ctx context) text(asked style.Color) style.Color {
	c := asked
	if c == style.None {
		return ctx.color
	}
	if ctx.inverted && (c == style.Ink || c == style.Soft) {
		return ctx.color
	}
	if ctx.faded && c == style.Ink {
		return style.Soft
	}
	return c
}
