package ui

import "math"

// widths returns a node's least and natural widths, padding included, in avail
// pixels.
func (p *pass) widths(n *Node, avail float64) (least, most float64) {
	k := p.of(n)
	for _, w := range k.wide {
		if w.avail == avail {
			return w.least, w.most
		}
	}
	b := k.style
	if n.VisuallyHidden {
		return 0, 0
	}
	inner := max(0, avail-b.across())
	switch {
	case k.para != nil:
		// A very long word doesn't set the least width: it can be broken.
		least = min(k.para.longest, 10*p.theme.Step(n.TextFont().Size).Pixels*p.text)
		most = math.Ceil(k.para.whole*8) / 8
	case n.Style.Flow == Row || n.Style.Flow == Wrap:
		for i, c := range k.flow() {
			cl, cm := p.widths(c, inner)
			if i > 0 {
				most += b.gap
			}
			most += cm
			switch {
			case n.Style.Flow == Wrap:
				least = max(least, cl)
			case i > 0:
				least += b.gap + cl
			default:
				least = cl
			}
		}
	case n.Style.Flow == Grid:
		columns := float64(max(1, n.Style.Columns))
		for _, c := range k.flow() {
			cl, cm := p.widths(c, inner)
			least, most = max(least, cl), max(most, cm)
		}
		gaps := (columns - 1) * b.gap
		least, most = least*columns+gaps, most*columns+gaps
	default:
		for _, c := range k.flow() {
			cl, cm := p.widths(c, inner)
			least, most = max(least, cl), max(most, cm)
		}
	}
	if n.Figure != nil {
		narrow, _ := n.Figure.Size(0)
		wide, _ := n.Figure.Size(inner / p.text)
		least, most = max(least, min(narrow, wide)*p.text), max(most, wide*p.text)
	}
	least, most = least+b.across(), most+b.across()
	if n.Picture != nil {
		// The text in its place is as wide as the picture, unless that is too narrow.
		w, _ := n.Picture.Within(avail)
		most = min(avail, max(w, leastPictureText*p.text))
		least = min(least, most)
	}
	if b.width > 0 {
		least, most = b.width, b.width
	}
	if b.maxWidth > 0 {
		least, most = min(least, b.maxWidth), min(most, b.maxWidth)
	}
	least, most = max(least, b.minWidth), max(most, b.minWidth)
	most = max(least, most)
	k.wide = append(k.wide, wide{avail, least, most})
	return least, most
}

// fill returns a node's width where avail pixels are its own.
func (p *pass) fill(n *Node, avail float64, align Align) float64 {
	b := p.of(n).style
	w := avail
	switch {
	case n.VisuallyHidden:
		return 0
	case b.width > 0:
		w = b.width
	case align != Stretch:
		_, w = p.widths(n, avail)
	}
	if b.maxWidth > 0 {
		w = min(w, b.maxWidth)
	}
	return min(max(w, b.minWidth), avail)
}

// self is a child's alignment across its parent's flow.
func self(parent, child *Node) Align {
	if child.Style.Self != Stretch {
		return child.Style.Self
	}
	return parent.Style.Align
}

// share divides the width of a row among its items. Items without Grow have
// their natural width, or less where there isn't room; the others share the
// rest in proportion to Grow, but none gets less than its least width.
func (p *pass) share(n *Node, items []*Node, width, gap float64) []float64 {
	out := make([]float64, len(items))
	least := make([]float64, len(items))
	room := width
	first := true
	for _, c := range items {
		if c.outOfFlow() {
			continue
		}
		if !first {
			room -= gap
		}
		first = false
	}
	room = max(0, room)
	grow, fixed, slack, leasts := 0.0, 0.0, 0.0, 0.0
	for i, c := range items {
		if c.outOfFlow() {
			continue
		}
		l, m := p.widths(c, room)
		l, m = min(l, room), min(m, room)
		least[i] = l
		leasts += l
		if c.Style.Grow > 0 {
			grow += c.Style.Grow
			out[i] = l
			continue
		}
		out[i] = m
		fixed += m
		slack += m - l
	}
	if leasts > room && leasts > 0 {
		// Not even the least widths fit: all shrink in proportion.
		for i := range out {
			out[i] = least[i] * room / leasts
		}
		return out
	}
	growLeast := 0.0
	for i, c := range items {
		if c.Style.Grow > 0 && !c.outOfFlow() {
			growLeast += least[i]
		}
	}
	if over := fixed + growLeast - room; over > 0 {
		for i, c := range items {
			if c.Style.Grow == 0 && !c.outOfFlow() && slack > 0 {
				out[i] -= over * (out[i] - least[i]) / slack
			}
		}
		return out
	}
	p.growInto(items, out, least, room-fixed, grow)
	return out
}

// growInto divides room among the items that grow. An item whose share is below
// its least or above its greatest width gets that width; the others share what
// is left.
func (p *pass) growInto(items []*Node, out, least []float64, room, grow float64) {
	settled := make([]bool, len(items))
	for grow > 0 {
		changed := false
		each := max(0, room) / grow
		for i, c := range items {
			if c.Style.Grow == 0 || c.outOfFlow() || settled[i] {
				continue
			}
			w := each * c.Style.Grow
			limit := p.of(c).style.maxWidth
			switch {
			case w < least[i]:
				w = least[i]
			case limit > 0 && w > limit:
				w = limit
			default:
				out[i] = w
				continue
			}
			out[i], settled[i], changed = w, true, true
			room -= w
			grow -= c.Style.Grow
			break
		}
		if !changed {
			return
		}
	}
}

// heights returns the natural and the least height (lower where something in it
// scrolls) of a node of the given width, padding included.
func (p *pass) heights(n *Node, width float64) high {
	k := p.of(n)
	for _, h := range k.high {
		if h.width == width {
			return h
		}
	}
	if n.VisuallyHidden {
		return high{width: width}
	}
	b := k.style
	inner := max(0, width-b.across())
	natural, least := p.content(n, k, inner)
	if n.Figure != nil {
		_, h := n.Figure.Size(inner / p.text)
		natural, least = max(natural, h*p.text), max(least, h*p.text)
	}
	natural, least = natural+b.down(), least+b.down()
	if n.Picture != nil {
		_, h := n.Picture.Within(width)
		natural, least = max(natural, h), max(least, h)
	}
	if n.Style.Scroll {
		least = min(natural, leastScroller*p.text)
	}
	if b.maxHeight > 0 {
		natural, least = min(natural, b.maxHeight), min(least, b.maxHeight)
	}
	natural, least = max(natural, b.minHeight), max(least, b.minHeight)
	if b.height > 0 {
		natural = b.height
		least = b.height
	}
	h := high{width, natural, least}
	k.high = append(k.high, h)
	return h
}

// least is the least height of a node of the given width.
func (p *pass) least(n *Node, width float64) float64 { return p.heights(n, width).least }

// content returns the height of what is inside the padding.
func (p *pass) content(n *Node, k *known, inner float64) (natural, least float64) {
	b := k.style
	if k.para != nil {
		f := n.TextFont()
		lines := len(k.para.wrap(p.l.m, f, p.text, inner))
		h := float64(lines) * p.l.m.LineHeight(f, p.text)
		return h, h
	}
	switch n.Style.Flow {
	case Row:
		for i, w := range p.share(n, k.items, inner, b.gap) {
			if k.items[i].outOfFlow() {
				continue
			}
			h := p.heights(k.items[i], w)
			natural, least = max(natural, h.natural), max(least, h.least)
		}
	case Wrap:
		for i, r := range p.rows(n, k, inner) {
			if i > 0 {
				natural += b.gap
			}
			natural += r.height
		}
		least = natural
	case Grid:
		for i, r := range p.cells(n, k, inner) {
			if i > 0 {
				natural += b.gap
			}
			natural += r.height
		}
		least = natural
	case Zigzag:
		_, natural = p.zigzag(n, k, inner)
		least = natural
	default:
		first := true
		for _, c := range k.items {
			if c.outOfFlow() {
				continue
			}
			if !first {
				natural, least = natural+b.gap, least+b.gap
			}
			first = false
			h := p.heights(c, p.fill(c, inner, self(n, c)))
			natural, least = natural+h.natural, least+h.least
		}
	}
	return natural, least
}

// A band is one row of a Wrap or a Grid.
type band struct {
	items  []*Node
	widths []float64
	height float64
}

// rows breaks the items of a Wrap into rows.
func (p *pass) rows(n *Node, k *known, inner float64) []band {
	var rows []band
	var items []*Node
	used := 0.0
	end := func() {
		if len(items) == 0 {
			return
		}
		r := band{items: items, widths: p.share(n, items, inner, k.style.gap)}
		for i, c := range items {
			if !c.outOfFlow() {
				r.height = max(r.height, p.heights(c, r.widths[i]).natural)
			}
		}
		rows = append(rows, r)
		items, used = nil, 0
	}
	for _, c := range k.items {
		if c.outOfFlow() {
			items = append(items, c)
			continue
		}
		_, w := p.widths(c, inner)
		w = min(w, inner)
		if used > 0 && used+k.style.gap+w > inner+slack {
			end()
		}
		if used > 0 {
			used += k.style.gap
		}
		items = append(items, c)
		used += w
	}
	end()
	return rows
}

// cells lays the items of a Grid into rows of equal columns.
func (p *pass) cells(n *Node, k *known, inner float64) []band {
	columns := max(1, n.Style.Columns)
	w := max(0, inner-float64(columns-1)*k.style.gap) / float64(columns)
	var rows []band
	items := k.flow()
	for from := 0; from < len(items); from += columns {
		r := band{items: items[from:min(from+columns, len(items))]}
		for _, c := range r.items {
			r.widths = append(r.widths, w)
			r.height = max(r.height, p.heights(c, p.fill(c, w, self(n, c))).natural)
		}
		rows = append(rows, r)
	}
	return rows
}
