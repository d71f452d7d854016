package paint

import (
	"image"
	"image/color"

	"holdtheline/game/toolkit/style"
	"holdtheline/game/toolkit/ui"
)

// look draws a node's surface and returns what its text and children inherit.
func (p *Painter) look(q *ui.Box, r image.Rectangle, ctx context) context {
	n := q.Node
	if n.Style.Color != style.None {
		ctx.color = ctx.text(n.Style.Color)
	}
	s := p.state(n)
	switch n.Style.Look {
	case ui.Card:
		p.paper(r, s, n.Pressable(), 1)
	case ui.SortCard:
		p.paper(r, s, true, 1)
	case ui.LiftedCard:
		p.liftedPaper(r)
	case ui.Strip:
		p.fill(r, p.theme.Radius.Card, topOnes, p.tint())
		p.contrastEdge(r, p.theme.Radius.Card)
	case ui.InkStrip:
		p.fill(r, p.theme.Radius.Card, topOnes, p.rgba(style.Ink))
		return context{color: style.Surface, inverted: true}
	case ui.Field:
		p.fill(r, p.theme.Radius.Control, allCorners, p.rgba(style.Surface))
		p.contrastEdge(r, p.theme.Radius.Control)
	case ui.GoodCard:
		p.markedPaper(r, s, style.Good)
	case ui.BadCard:
		p.markedPaper(r, s, style.Bad)
	case ui.Sheet:
		p.sheet(q, r)
	case ui.Bar:
		p.bar(q, r)
	case ui.Panel:
		p.fill(r, p.theme.Radius.Control, allCorners, p.tint())
		p.contrastEdge(r, p.theme.Radius.Control)
	case ui.PrimaryButton:
		return p.primary(r, s, ctx)
	case ui.PlainButton:
		return p.plain(r, s, ctx)
	case ui.QuietButton, ui.IconButton:
		p.veil(r, p.theme.Radius.Button, s)
		if s.Disabled {
			ctx.color, ctx.faded = style.Soft, true
		}
	case ui.Segment:
		return p.segment(q, r, s, ctx)
	case ui.Choice:
		return p.choice(q, r, s, ctx)
	case ui.TagGood:
		return p.tag(r, style.GoodTint, style.Good, ctx)
	case ui.TagBad:
		return p.tag(r, style.BadTint, style.Bad, ctx)
	case ui.TagNeutral:
		return p.tag(r, style.Track, style.Ink, ctx)
	default:
		if n.Pressable() && n.Figure == nil {
			p.veil(r, p.theme.Radius.Control, s)
		}
	}
	return ctx
}

// tint is the quiet background of panels, on Ground and Surface alike.
func (p *Painter) tint() color.RGBA { return p.rgba(style.Shade) }

// over is a background colour when hovered or pressed.
func (p *Painter) over(ground color.RGBA, s ui.State) color.RGBA {
	switch {
	case s.Pressed:
		return style.Mix(ground, p.rgba(style.Ink), 0.18)
	case s.Hover:
		return style.Mix(ground, p.rgba(style.Ink), 0.09)
	}
	return ground
}

// veil darkens what is behind a control without a background of its own.
func (p *Painter) veil(r image.Rectangle, radius float64, s ui.State) {
	a := 0.0
	switch {
	case s.Pressed:
		a = 0.18
	case s.Hover:
		a = 0.09
	}
	if a > 0 {
		p.fill(r, radius, allCorners, fade(p.rgba(style.Ink), a))
	}
}

// fade is a colour with the given share of its opacity.
func fade(c color.RGBA, a float64) color.RGBA { return style.Mix(color.RGBA{}, c, a) }

// contrastEdge outlines what other themes distinguish by its background alone.
func (p *Painter) contrastEdge(r image.Rectangle, radius float64) {
	if p.scene.Palette.Edges {
		p.edge(r, radius, 1.5, allCorners, p.rgba(style.Ink))
	}
}

// paper draws a sheet of paper with its shadow; high is how far it is lifted
// off the background.
func (p *Painter) paper(r image.Rectangle, s ui.State, pressable bool, high float64) {
	p.shadow(r, p.theme.Radius.Card, 3*high, 1*high, 0.55)
	p.shadow(r, p.theme.Radius.Card, 18*high, 6*high, 0.75)
	ground := p.rgba(style.Surface)
	if pressable && (s.Hover || s.Pressed) {
		ground = style.Mix(ground, p.rgba(style.Ink), 0.035)
	}
	p.fill(r, p.theme.Radius.Card, allCorners, ground)
	// Paper has a thickness: its lower edge is a shade darker.
	foot := image.Rect(r.Min.X+p.line(1), r.Max.Y-p.line(1), r.Max.X-p.line(1), r.Max.Y)
	p.solid(foot, p.rgba(style.Rule))
	p.contrastEdge(r, p.theme.Radius.Card)
	if pressable && s.Hover {
		p.edge(r, p.theme.Radius.Card, 1.5, allCorners, p.rgba(style.Soft))
	}
	if s.Checked {
		p.edge(r, p.theme.Radius.Card, 2.5, allCorners, p.rgba(style.Ink))
	}
}

// markedPaper is paper with a coloured line along its top.
func (p *Painter) markedPaper(r image.Rectangle, s ui.State, c style.Color) {
	p.paper(r, s, false, 1)
	p.fill(image.Rect(r.Min.X, r.Min.Y, r.Max.X, r.Min.Y+p.line(4)), p.theme.Radius.Card, topOnes, p.rgba(c))
}

func (p *Painter) liftedPaper(r image.Rectangle) {
	p.paper(r, ui.State{}, false, 1.6)
	p.edge(r, p.theme.Radius.Card, p.theme.Ring.Width, allCorners, p.rgba(style.Focus))
}

// sheet draws paper that covers what is behind it. At the bottom of the screen
// only its upper corners are round.
func (p *Painter) sheet(q *ui.Box, r image.Rectangle) {
	vp := p.scene.Layout.Viewport
	which := allCorners
	if q.Y+q.H >= vp.Height-vp.Insets.Bottom-0.5 {
		which = topOnes
		r.Max.Y = p.frame.Height
		if q.W >= vp.Width-vp.Insets.Left-vp.Insets.Right-0.5 {
			r.Min.X, r.Max.X = 0, p.frame.Width
		}
	}
	p.shadow(r, p.theme.Radius.Sheet, 26, -2, 0.9)
	p.fill(r, p.theme.Radius.Sheet, which, p.rgba(style.Surface))
	if p.scene.Palette.Edges {
		p.edge(r, p.theme.Radius.Sheet, 2, which, p.rgba(style.Ink))
	}
}

// bar draws a bar across the screen, to its very edges where it touches the
// part that is kept clear of notches.
func (p *Painter) bar(q *ui.Box, r image.Rectangle) {
	vp := p.scene.Layout.Viewport
	if q.X <= vp.Insets.Left+0.5 {
		r.Min.X = 0
	}
	if q.X+q.W >= vp.Width-vp.Insets.Right-0.5 {
		r.Max.X = p.frame.Width
	}
	if q.Y+q.H >= vp.Height-vp.Insets.Bottom-0.5 {
		r.Max.Y = p.frame.Height
	}
	if q.Y <= vp.Insets.Top+0.5 {
		r.Min.Y = 0
	}
	p.solid(r, p.tint())
	if p.scene.Palette.Edges {
		p.solid(image.Rect(r.Min.X, r.Min.Y, r.Max.X, r.Min.Y+p.line(1.5)), p.rgba(style.Ink))
	}
}

func (p *Painter) primary(r image.Rectangle, s ui.State, ctx context) context {
	if s.Disabled {
		p.fill(r, p.theme.Radius.Button, allCorners, p.rgba(style.Track))
		p.contrastEdge(r, p.theme.Radius.Button)
		return context{color: style.Soft, faded: true}
	}
	p.fill(r, p.theme.Radius.Button, allCorners, p.over(p.rgba(style.Accent), s))
	return context{color: style.OnAccent, inverted: true}
}

func (p *Painter) plain(r image.Rectangle, s ui.State, ctx context) context {
	switch {
	case s.Disabled:
		p.edge(r, p.theme.Radius.Button, 1.2, allCorners, p.rgba(style.Rule))
		return context{color: style.Soft, faded: true}
	case s.Checked:
		p.fill(r, p.theme.Radius.Button, allCorners, p.rgba(style.Ink))
		return context{color: style.Surface, inverted: true}
	}
	p.veil(r, p.theme.Radius.Button, s)
	p.edge(r, p.theme.Radius.Button, 1.2, allCorners, p.rgba(style.Ink))
	ctx.color = style.Ink
	return ctx
}

// segment draws one of several buttons side by side with a common outline.
func (p *Painter) segment(q *ui.Box, r image.Rectangle, s ui.State, ctx context) context {
	which := allCorners
	if left, right := neighbours(q); left || right {
		which = 0
		if !left {
			which |= leftOnes
		}
		if !right {
			which |= rightOnes
			// Neighbours share the line between them.
		} else {
			r.Max.X += p.line(1.2)
		}
	}
	ink, paper := p.rgba(style.Ink), p.rgba(style.Surface)
	switch {
	case s.Checked:
		p.fill(r, p.theme.Radius.Control, which, ink)
		return context{color: style.Surface, inverted: true}
	case s.Disabled:
		p.fill(r, p.theme.Radius.Control, which, paper)
		p.edge(r, p.theme.Radius.Control, 1.2, which, p.rgba(style.Soft))
		return context{color: style.Soft, faded: true}
	}
	p.fill(r, p.theme.Radius.Control, which, p.over(paper, s))
	p.edge(r, p.theme.Radius.Control, 1.2, which, ink)
	return ctx
}

// neighbours tells whether a segment touches another one at its left and right.
func neighbours(q *ui.Box) (left, right bool) {
	if q.Parent == nil {
		return false, false
	}
	for _, c := range q.Parent.Children {
		if c == q || c.Node.Style.Look != ui.Segment || c.Y+c.H <= q.Y || c.Y >= q.Y+q.H {
			continue
		}
		if gap := q.X - (c.X + c.W); gap > -1 && gap < 1 {
			left = true
		}
		if gap := c.X - (q.X + q.W); gap > -1 && gap < 1 {
			right = true
		}
	}
	return left, right
}

// choice draws a row with its mark: a circle for a radio button, a box for a
// checkbox.
func (p *Painter) choice(q *ui.Box, r image.Rectangle, s ui.State, ctx context) context {
	ink, soft := p.rgba(style.Ink), p.rgba(style.Soft)
	p.fill(r, p.theme.Radius.Control, allCorners, p.over(p.rgba(style.Surface), s))
	line, edge := soft, 1.2
	if s.Checked {
		line, edge = ink, 2.5
	}
	if s.Disabled && !s.Checked {
		line = p.rgba(style.Rule)
		ctx.color, ctx.faded = style.Soft, true
	}
	p.edge(r, p.theme.Radius.Control, edge, allCorners, line)

	size := ui.ChoiceMarkSize * p.text
	middle := q.X + q.Pad.Left - (32-ui.ChoiceMarkAt)*p.text
	box := p.rect(ui.Rect{X: middle - size/2, Y: q.Y + q.H/2 - size/2, W: size, H: size})
	box.Max = box.Min.Add(image.Pt(p.px(size), p.px(size)))
	if q.Node.Role == ui.Checkbox {
		if s.Checked {
			p.fill(box, 5*p.text, allCorners, ink)
			p.tick(box, p.rgba(style.Surface))
			return ctx
		}
		p.edge(box, 5*p.text, 2, allCorners, line)
		return ctx
	}
	p.edge(box, size/2, 2, allCorners, line)
	if s.Checked {
		p.fill(box.Inset(p.px(5.5*p.text)), size/2, allCorners, p.rgba(style.Accent))
	}
	return ctx
}

// tick draws a check mark in the middle of a box.
func (p *Painter) tick(box image.Rectangle, c color.RGBA) {
	w := float64(box.Dx())
	path := ui.Path{
		{Op: ui.MoveTo, X3: 0.24 * w, Y3: 0.53 * w},
		{Op: ui.LineTo, X3: 0.43 * w, Y3: 0.71 * w},
		{Op: ui.LineTo, X3: 0.77 * w, Y3: 0.31 * w},
	}
	s, at := p.shape(path, 0.13*w, 1)
	p.ink(s, box.Min.Add(at), c)
}

func (p *Painter) tag(r image.Rectangle, ground, text style.Color, ctx context) context {
	p.fill(r, 5, allCorners, p.rgba(ground))
	if p.scene.Palette.Edges {
		p.edge(r, 5, 1.2, allCorners, p.rgba(text))
	}
	ctx.color = text
	return ctx
}

// ring draws the focus ring around the node that has the focus.
func (p *Painter) ring() {
	q := p.scene.Layout.Find(p.scene.Focus)
	if q == nil || q.Node.Role == ui.Heading || q.Node.VisuallyHidden {
		return
	}
	p.clip = p.rect(q.Clip).Inset(-p.px(p.theme.Ring.Width + p.theme.Ring.Gap))
	out := p.line(p.theme.Ring.Width) + p.px(p.theme.Ring.Gap)
	r := p.rect(q.Rect()).Inset(-out)
	radius := p.theme.Radius.Card
	switch q.Node.Style.Look {
	case ui.PrimaryButton, ui.PlainButton, ui.QuietButton, ui.IconButton:
		radius = p.theme.Radius.Button
	case ui.Segment, ui.Choice, ui.Panel, ui.NoLook:
		radius = p.theme.Radius.Control
	case ui.Sheet:
		radius = p.theme.Radius.Sheet
	}
	whole := image.Rect(0, 0, p.frame.Width, p.frame.Height)
	if !r.In(whole) {
		r = r.Intersect(whole)
	}
	p.edge(r, radius+p.theme.Ring.Gap+p.theme.Ring.Width, p.theme.Ring.Width, allCorners, p.rgba(style.Focus))
}

// scrollIndicator draws a shade where there is more above or below, and the
// scrollbar thumb.
func (p *Painter) scrollIndicator(q *ui.Box, r image.Rectangle) {
	if q.ContentHeight <= q.H+1 || r.Empty() {
		return
	}
	shade := fade(p.rgba(style.Ink), 0.10)
	deep := p.px(10)
	if q.ScrollY > 0.5 {
		p.gradient(image.Rect(r.Min.X, r.Min.Y, r.Max.X, r.Min.Y+deep), shade, color.RGBA{})
	}
	if q.ScrollY < q.ContentHeight-q.H-0.5 {
		p.gradient(image.Rect(r.Min.X, r.Max.Y-deep, r.Max.X, r.Max.Y), color.RGBA{}, shade)
	}
	width, margin := p.px(5), p.px(2)
	track := r.Dy() - 2*margin
	length := max(p.px(28), int(float64(track)*q.H/q.ContentHeight))
	length = min(length, track)
	at := r.Min.Y + margin + int(float64(track-length)*q.ScrollY/(q.ContentHeight-q.H))
	thumb := image.Rect(r.Max.X-margin-width, at, r.Max.X-margin, at+length)
	p.fill(thumb, 3, allCorners, fade(p.rgba(style.Soft), 0.75))
}

// findLifted returns the item that is being dragged.
func findLifted(q *ui.Box) *ui.Box {
	if q.Lifted {
		return q
	}
	for _, c := range q.Children {
		if found := findLifted(c); found != nil {
			return found
		}
	}
	return nil
}

// lifted draws the item that is being dragged, above everything else.
func (p *Painter) lifted(q *ui.Box, ctx context) {
	p.clip = p.clip.Intersect(p.rect(q.Clip).Inset(-p.px(shadowReach)))
	p.lift(q, ctx)
}

// lift draws a lifted node and its card as lifted.
func (p *Painter) lift(q *ui.Box, ctx context) {
	copied := *q
	copied.Lifted = false
	if q.Node.Decorative { // a thread
		p.node(&copied, ctx)
		return
	}
	if raised := raise(&copied); raised {
		p.node(&copied, ctx)
		return
	}
	p.liftedPaper(p.rect(q.Rect()))
	p.node(&copied, ctx)
}

// raise gives the outermost card in a copied subtree the lifted look, and tells
// whether there is one.
func raise(q *ui.Box) bool {
	if l := q.Node.Style.Look; l == ui.SortCard || l == ui.Card {
		n := *q.Node
		n.Style.Look = ui.LiftedCard
		q.Node = &n
		return true
	}
	for i, c := range q.Children {
		copied := *c
		if raise(&copied) {
			children := append([]*ui.Box{}, q.Children...)
			children[i] = &copied
			q.Children = children
			return true
		}
	}
	return false
}
