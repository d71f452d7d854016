package ui

import (
	"strings"
)

// place lays a node and its children out in the box at.
func (p *pass) place(n *Node, parent *Box, at, clip Rect) *Box {
	k := p.of(n)
	b := k.style
	q := &Box{Node: n, Parent: parent, X: at.X, Y: at.Y, W: at.W, H: at.H, Clip: clip, Pad: b.pad}
	if n.ID != "" {
		p.out.byID[n.ID] = q
	}
	if n.Role == Dialog {
		p.out.dialog = q
	}
	if n.VisuallyHidden {
		q.W, q.H = 0, 0
		for _, c := range k.items {
			if c != k.words {
				q.Children = append(q.Children, p.place(c, q, Rect{at.X, at.Y, 0, 0}, clip))
			}
		}
		return q
	}
	inside := Rect{at.X + b.pad.Left, at.Y + b.pad.Top, max(0, at.W-b.across()), max(0, at.H-b.down())}
	inner := clip
	whole := n == p.root && p.rootScrolls || n.Role == Dialog && p.least(n, at.W) > at.H+0.5
	if n.Style.Scroll || whole {
		q.Scrolls = true
		natural, least := p.content(n, k, inside.W)
		if whole && !n.Style.Scroll {
			natural = least
		}
		q.ContentHeight = max(natural+b.down(), at.H)
		q.ScrollY = min(max(0, p.scroll[n.ID]), q.ContentHeight-at.H)
		if n.ID != "" {
			p.out.Scroll[n.ID] = q.ScrollY
		}
		inside.H = max(inside.H, natural)
		inside.Y -= q.ScrollY
		inner = clip.And(at)
	}
	if k.para != nil {
		q.Lines = p.lines(n, k, inside)
		return q
	}
	switch n.Style.Flow {
	case Row:
		p.placeRow(n, k, q, band{k.items, p.share(n, k.items, inside.W, b.gap), inside.H}, inside, inner)
	case Wrap, Grid:
		rows := p.rows
		if n.Style.Flow == Grid {
			rows = p.cells
		}
		y := inside.Y
		for _, r := range rows(n, k, inside.W) {
			p.placeRow(n, k, q, r, Rect{inside.X, y, inside.W, r.height}, inner)
			y += r.height + b.gap
		}
		if n.Style.Flow == Grid {
			for _, c := range k.items {
				if c.outOfFlow() {
					p.add(q, k, p.placeAside(c, q, inside, inner))
				}
			}
		}
	case Zigzag:
		boxes, _ := p.zigzag(n, k, inside.W)
		for i, c := range k.items {
			if c.outOfFlow() {
				p.add(q, k, p.placeAside(c, q, inside, inner))
				continue
			}
			at := boxes[i]
			at.X, at.Y = at.X+inside.X, at.Y+inside.Y
			p.add(q, k, p.place(c, q, at, inner))
		}
	default:
		p.placeColumn(n, k, q, inside, inner)
	}
	return q
}

// add appends a placed item to its parent's children. The item that holds the
// parent's own text gives its lines to the parent instead.
func (p *pass) add(q *Box, k *known, child *Box) {
	if child.Node == k.words {
		q.Lines = child.Lines
		return
	}
	q.Children = append(q.Children, child)
}

// Dialogs are centred with at least a margin around them on screens of
// dialogDocked or wider, in CSS pixels at 100 % text. On narrower screens they
// are at the bottom, within the thumb's reach, and as wide as the screen.
const (
	dialogDocked = 600
	dialogMargin = 24
)

// placeAside places what takes no room among its siblings: a dialog over the
// screen, anything else at a point.
func (p *pass) placeAside(c *Node, q *Box, at, clip Rect) *Box {
	if c.Role != Dialog {
		return p.place(c, q, Rect{at.X, at.Y, 0, 0}, clip)
	}
	vp := p.out.Viewport
	in := vp.Insets
	screen := Rect{in.Left, in.Top, max(0, vp.Width-in.Left-in.Right), max(0, vp.Height-in.Top-in.Bottom)}
	whole := Rect{0, 0, vp.Width, vp.Height}
	if screen.W < dialogDocked*p.text {
		h := min(p.heights(c, screen.W).natural, screen.H-dialogMargin)
		return p.place(c, q, Rect{screen.X, screen.Y + screen.H - h, screen.W, h}, whole)
	}
	w := p.fill(c, screen.W-2*dialogMargin, Center)
	h := min(p.heights(c, w).natural, screen.H-2*dialogMargin)
	return p.place(c, q, Rect{screen.X + (screen.W-w)/2, screen.Y + (screen.H-h)/2, w, h}, whole)
}

// offset is how far an item is moved along the given free room.
func offset(a Align, room float64) float64 {
	switch a {
	case Center:
		return room / 2
	case End:
		return room
	}
	return 0
}

func (p *pass) placeRow(n *Node, k *known, q *Box, r band, inside, clip Rect) {
	room, count := inside.W, 0
	for i, c := range r.items {
		if c.outOfFlow() {
			continue
		}
		room -= r.widths[i]
		count++
	}
	room -= k.style.gap * float64(max(0, count-1))
	justify := n.Style.Justify
	if n.Style.Flow == Grid {
		justify = Start
	}
	x := inside.X + offset(justify, max(0, room))
	for i, c := range r.items {
		w := r.widths[i]
		if c.outOfFlow() {
			p.add(q, k, p.placeAside(c, q, Rect{x, inside.Y, 0, 0}, clip))
			continue
		}
		at := Rect{x, inside.Y, w, inside.H}
		b := p.of(c).style
		align := self(n, c)
		if n.Style.Flow == Grid {
			// In a grid Align is for the width of a cell's content; all cells
			// of a row are equally high.
			at.W = p.fill(c, w, align)
			at.X += offset(align, w-at.W)
			align = Stretch
		}
		natural := p.heights(c, at.W).natural
		switch {
		case align != Stretch || b.height > 0:
			at.H = min(inside.H, natural)
		case b.maxHeight > 0:
			at.H = min(at.H, b.maxHeight)
		}
		at.Y += offset(align, inside.H-at.H)
		p.add(q, k, p.place(c, q, at, clip))
		x += w + k.style.gap
	}
}

func (p *pass) placeColumn(n *Node, k *known, q *Box, inside, clip Rect) {
	type item struct{ w, h, least, grow, limit float64 }
	items := make([]item, len(k.items))
	count, total, grow, slack := 0, 0.0, 0.0, 0.0
	for i, c := range k.items {
		if c.outOfFlow() {
			continue
		}
		w := p.fill(c, inside.W, self(n, c))
		h := p.heights(c, w)
		b := p.of(c).style
		it := item{w: w, h: h.natural, least: h.least, limit: b.maxHeight}
		if b.height == 0 {
			it.grow = c.Style.Grow
		}
		items[i] = it
		count++
		total += it.h
		grow += it.grow
		slack += it.h - it.least
	}
	room := inside.H - total - k.style.gap*float64(max(0, count-1))
	switch {
	case room < 0 && slack > 0:
		part := min(1, -room/slack)
		for i := range items {
			items[i].h -= part * (items[i].h - items[i].least)
		}
		room = 0
	case room > 0 && grow > 0:
		left := room
		for i := range items {
			more := room * items[i].grow / grow
			if items[i].limit > 0 {
				more = max(0, min(more, items[i].limit-items[i].h))
			}
			items[i].h += more
			left -= more
		}
		room = left
	}
	y := inside.Y + offset(n.Style.Justify, max(0, room))
	for i, c := range k.items {
		it := items[i]
		if c.outOfFlow() {
			p.add(q, k, p.placeAside(c, q, Rect{inside.X, y, 0, 0}, clip))
			continue
		}
		x := inside.X + offset(self(n, c), inside.W-it.w)
		p.add(q, k, p.place(c, q, Rect{x, y, it.w, it.h}, clip))
		y += it.h + k.style.gap
	}
}

// lines returns a node's wrapped text, positioned in its box.
func (p *pass) lines(n *Node, k *known, inside Rect) []Line {
	f := n.TextFont()
	rows := k.para.set(p.l.m, f, p.text, inside.W, n.Role, p.root.Names)
	height, ascent := p.l.m.LineHeight(f, p.text), p.l.m.Ascent(f, p.text)
	y := inside.Y
	if k.style.center {
		y += max(0, inside.H-height*float64(len(rows))) / 2
	}
	out := make([]Line, len(rows))
	for i := range rows {
		r := &rows[i]
		measured := r.advances != nil
		l := Line{X: inside.X, Y: y, W: r.width, H: height, Baseline: y + ascent, Runs: make([]Run, 0, len(r.pieces))}
		l.X += offset(k.style.align, inside.W-r.width)
		x := l.X
		for j, q := range r.pieces {
			span := n.Text[q.span]
			run := Run{X: x, Font: spanFont(f, span), Span: q.span, Mark: span.Marked}
			end := q.to
			if j == len(r.pieces)-1 {
				end = q.visible
			}
			run.Text = span.Text[q.from:end]
			if !measured {
				r.advances = append(r.advances, p.l.m.Advance(run.Text, run.Font, p.text))
			}
			run.W = r.advances[j]
			if j == 0 && k.style.align != Center && k.style.align != End {
				hang := p.hang(run, n)
				l.X, x, run.X = l.X-hang, x-hang, run.X-hang
			}
			x += run.W
			l.Runs = append(l.Runs, run)
		}
		out[i] = l
		y += height
	}
	return out
}

// hang is how far a line is moved to the left so that an opening quotation mark
// hangs in the margin and the letters are aligned.
func (p *pass) hang(r Run, n *Node) float64 {
	if n.Role != Heading && n.Role != Paragraph || !p.theme.Face(r.Font.Family).Hang || r.Mark {
		return 0
	}
	for _, mark := range [...]string{"“", "‘", "„"} {
		if strings.HasPrefix(r.Text, mark) {
			return p.l.m.Advance(mark, r.Font, p.text)
		}
	}
	return 0
}
