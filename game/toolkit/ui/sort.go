package ui

import (
	"math"
	"time"
)

// lift begins to drag the item under the pointer.
func (p *Pointer) lift(l *Layout) {
	if item := l.Find(p.item); item != nil && item.Node.Drag != nil {
		p.liftDraggable(item)
		p.followFree(l)
		return
	}
	list := l.Find(p.list)
	if list == nil || list.Node.Sort == nil {
		p.mode = spoiled
		return
	}
	for i, c := range list.Children {
		if c.Node.ID != p.item {
			continue
		}
		p.drag = drag{
			list: p.list, item: p.item, from: i, to: i,
			grabX: p.downX - c.X, grabY: p.downY - c.Y, x: c.X, y: c.Y,
		}
		p.mode, p.Pressed, p.Hover = dragging, "", ""
		p.follow(l)
		return
	}
	p.mode = spoiled
}

// follow moves the dragged item to the pointer and finds the index it would be
// dropped at.
func (p *Pointer) follow(l *Layout) {
	if p.drag.free {
		p.followFree(l)
		return
	}
	list := l.Find(p.drag.list)
	if list == nil || p.drag.from >= len(list.Children) || list.Children[p.drag.from].Node.ID != p.drag.item {
		// The list has changed under the pointer.
		p.mode = spoiled
		return
	}
	p.drag.x, p.drag.y = p.x-p.drag.grabX, p.y-p.drag.grabY
	best, nearest := p.drag.from, math.Inf(1)
	item := list.Children[p.drag.from]
	for to := range list.Children {
		at := target(list, p.drag.from, to)
		d := math.Abs(at.Y + item.H/2 - p.drag.y - item.H/2)
		if list.Node.Style.Flow != Column {
			d = math.Hypot(at.X-p.drag.x, at.Y-p.drag.y)
		}
		if d < nearest {
			best, nearest = to, d
		}
	}
	p.drag.to = best
}

// target is the position of the child at index from once it has moved to index
// to.
func target(list *Box, from, to int) Rect {
	kids := list.Children
	r := kids[from].Rect()
	if list.Node.Style.Flow != Column {
		r.X, r.Y = kids[to].X, kids[to].Y
		return r
	}
	r.Y = kids[0].Y
	before := to
	for i, c := range kids {
		if i == from {
			continue
		}
		if before--; before < 0 {
			break
		}
		r.Y += c.H + gap(list)
	}
	return r
}

// gap is the room between two children of a column.
func gap(list *Box) float64 {
	kids := list.Children
	if len(kids) < 2 {
		return 0
	}
	return kids[1].Y - kids[0].Y - kids[0].H
}

// targets is the position of every child of a list once the one at index from
// has moved to index to, in the present order.
func targets(list *Box, from, to int) []Rect {
	kids := list.Children
	out := make([]Rect, len(kids))
	order := make([]int, 0, len(kids))
	for i := range kids {
		if i != from {
			order = append(order, i)
		}
	}
	order = append(order[:to], append([]int{from}, order[to:]...)...)
	if list.Node.Style.Flow != Column {
		for place, i := range order {
			out[i] = Rect{kids[place].X, kids[place].Y, kids[i].W, kids[i].H}
		}
		return out
	}
	y := kids[0].Y
	for _, i := range order {
		out[i] = Rect{kids[i].X, y, kids[i].W, kids[i].H}
		y += kids[i].H + gap(list)
	}
	return out
}

// drop ends a drag. A card that was only touched at its grip is pressed.
func (p *Pointer) drop(l *Layout, pressed string, e PointerEvent) []Msg {
	if p.drag.free {
		return p.dropFree(l, e)
	}
	d := p.drag
	list := l.Find(d.list)
	p.letGo()
	if list == nil || list.Node.Sort == nil {
		return nil
	}
	if d.to == d.from {
		if math.Hypot(e.X-p.downX, e.Y-p.downY) <= touchSlop && p.grip && e.At-p.downAt < longPress {
			for _, c := range list.Children {
				if c.Node.ID == d.item && c.Node.Pressable() {
					return []Msg{c.Node.Message()}
				}
			}
		}
		return nil
	}
	if m := list.Node.Sort.Move(d.from, d.to); m != nil {
		return []Msg{m}
	}
	return nil
}

// letGo ends a drag: the item slides to its position.
func (p *Pointer) letGo() {
	if at, ok := p.places[p.drag.item]; ok && !p.drag.free {
		// Where the item is now, relative to its list.
		at.x, at.y = at.x+p.liftX(), at.y+p.liftY()
		p.places[p.drag.item] = at
	}
	if !p.drag.free || p.ReducedMotion {
		delete(p.slides, p.drag.item) // otherwise it slides back
	}
	p.drag, p.mode = drag{}, idle
}

func (p *Pointer) liftX() float64 {
	if s := p.slides[p.drag.item]; s != nil {
		return s.x
	}
	return 0
}

func (p *Pointer) liftY() float64 {
	if s := p.slides[p.drag.item]; s != nil {
		return s.y
	}
	return 0
}

// edge scrolls the region around the list while the pointer is near its edge.
func (p *Pointer) edge(l *Layout, dt time.Duration) {
	at := l.Find(p.drag.list)
	if p.drag.free {
		at = l.ScrollerAt(p.x, p.y)
	}
	for s := at; s != nil; s = s.Parent {
		if !s.canScroll() {
			continue
		}
		into := 0.0
		switch {
		case p.y < s.Y+edgeZone:
			into = (p.y - s.Y - edgeZone) / edgeZone
		case p.y > s.Y+s.H-edgeZone:
			into = (p.y - s.Y - s.H + edgeZone) / edgeZone
		}
		if into != 0 {
			p.scrollBy(l, s, max(-1, min(1, into))*edgeSpeed*dt.Seconds())
		}
		return
	}
}

// settle moves sliding items towards their positions.
func (p *Pointer) settle(dt time.Duration) {
	k := math.Exp(-dt.Seconds() / slideTime.Seconds())
	if p.ReducedMotion {
		k = 0
	}
	for id, s := range p.slides {
		s.x, s.y = s.x*k, s.y*k
		if math.Abs(s.x) < 0.4 && math.Abs(s.y) < 0.4 && id != p.drag.item {
			delete(p.slides, id)
		}
	}
}

// Arrange returns the layout to show: the dragged item under the pointer, the
// others making room, and moved items sliding to their positions. It doesn't
// change l, and returns it where nothing moves.
func (p *Pointer) Arrange(l *Layout) *Layout {
	if p.mode == dragging {
		p.follow(l)
	}
	shift := map[*Box]change{}
	seen := map[string]place2D{}
	each(l.Root, func(list *Box) {
		if list.Node.Sort == nil {
			return
		}
		rest := make([]Rect, len(list.Children))
		for i, c := range list.Children {
			rest[i] = c.Rect()
		}
		active := p.mode == dragging && list.Node.ID == p.drag.list
		if active {
			rest = targets(list, p.drag.from, p.drag.to)
		}
		for i, c := range list.Children {
			id := c.Node.ID
			x, y := rest[i].X-list.X, rest[i].Y-list.Y
			if active && i == p.drag.from {
				s := slide{p.drag.x - c.X, p.drag.y - c.Y}
				shift[c] = change{x: s.x, y: s.y, lifted: true}
				p.slide(id, s)
				seen[id] = place2D{c.X - list.X, c.Y - list.Y, c.W}
				continue
			}
			if was, ok := p.places[id]; ok && was.w == c.W && !p.ReducedMotion {
				if dx, dy := was.x-x, was.y-y; dx != 0 || dy != 0 {
					now := slide{dx, dy}
					if s := p.slides[id]; s != nil {
						now.x, now.y = now.x+s.x, now.y+s.y
					}
					p.slide(id, now)
				}
			}
			seen[id] = place2D{x, y, c.W}
			s := slide{rest[i].X - c.X, rest[i].Y - c.Y}
			if more := p.slides[id]; more != nil {
				s.x, s.y = s.x+more.x, s.y+more.y
			}
			if s != (slide{}) {
				shift[c] = change{x: s.x, y: s.y}
			}
		}
	})
	p.arrangeFree(l, shift, seen)
	p.places = seen
	for id := range p.slides {
		if _, ok := seen[id]; !ok {
			delete(p.slides, id)
		}
	}
	if len(shift) == 0 {
		return l
	}
	return l.changed(shift)
}

func (p *Pointer) slide(id string, s slide) {
	if p.slides == nil {
		p.slides = map[string]*slide{}
	}
	p.slides[id] = &s
}
