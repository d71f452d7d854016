package ui

import "math"

// Draggable lets a node be dragged onto another that has a Drop, within a node with
// Drops.
type Draggable struct {
	Name   string // what Drops.Message calls it
	Thread bool   // it stays in its place, and a thread is pulled from it
}

// Drops lets the draggable nodes in it be dropped onto others. Message returns the
// message of a drop, or nil where nothing is to happen: then what was dragged goes
// back.
type Drops struct {
	Message func(item, target string) Msg
	// Thread is the id of a decorative node in it that takes no room. While a
	// thread is pulled it is shown over everything, and its figure is a [Thread].
	Thread string
}

// A Thread is the figure of what is pulled from a node to the pointer. To returns
// the figure that leads from the top left corner of its box over so many CSS pixels
// to the right and down, both of which may be negative: then the box begins there. It
// is pulled from the middle of the left edge of what is dragged.
type Thread interface {
	Figure
	To(dx, dy float64) Figure
}

// threadReach is how far a thread is drawn beside the line from end to end, in CSS
// pixels.
const threadReach = 16

// dropScope returns the node with Drops around a box, or nil.
func dropScope(q *Box) *Box {
	for ; q != nil; q = q.Parent {
		if q.Node.Drops != nil {
			return q
		}
	}
	return nil
}

// findDraggable notes which draggable node is at a point.
func (p *Pointer) findDraggable(l *Layout, x, y float64) {
	item := topmost(l.scope(), x, y, func(q *Box) bool { return q.Node.Drag != nil && q.Node.ID != "" && dropScope(q) != nil })
	if item == nil {
		return
	}
	p.list, p.item, p.grip = dropScope(item).Node.ID, item.Node.ID, gripAt(item, x, y)
}

// liftDraggable begins to drag a node onto others.
func (p *Pointer) liftDraggable(item *Box) {
	p.drag = drag{
		list: p.list, item: p.item, free: true, thread: item.Node.Drag.Thread,
		grabX: p.downX - item.X, grabY: p.downY - item.Y, x: item.X, y: item.Y,
	}
	p.mode, p.Pressed, p.Hover = dragging, "", ""
}

// followFree moves what is dragged to the pointer, and shows the target under it as
// hovered.
func (p *Pointer) followFree(l *Layout) {
	if l.Find(p.drag.item) == nil {
		p.mode = spoiled // it has gone under the pointer
		return
	}
	p.drag.x, p.drag.y = p.x-p.drag.grabX, p.y-p.drag.grabY
	p.Hover = ""
	if target := p.target(l); target != nil {
		p.Hover = target.Node.ID
	}
}

// target returns the node that what is dragged would be dropped onto, or nil.
func (p *Pointer) target(l *Layout) *Box {
	scope := l.Find(p.drag.list)
	if scope == nil {
		return nil
	}
	return topmost(scope, p.x, p.y, func(q *Box) bool { return q.Node.Drop != "" && q.Node.ID != p.drag.item })
}

// dropFree ends such a drag.
func (p *Pointer) dropFree(l *Layout, e PointerEvent) []Msg {
	item, scope, target := l.Find(p.drag.item), l.Find(p.drag.list), p.target(l)
	tapped := p.grip && e.At-p.downAt < longPress && math.Hypot(e.X-p.downX, e.Y-p.downY) <= touchSlop
	p.letGo()
	p.Hover = ""
	switch {
	case item == nil || scope == nil || item.Node.Drag == nil || scope.Node.Drops == nil:
		return nil
	case target != nil:
		if m := scope.Node.Drops.Message(item.Node.Drag.Name, target.Node.Drop); m != nil {
			delete(p.slides, item.Node.ID) // it glides from here to where it belongs now
			return []Msg{m}
		}
	case tapped:
		if found := controls(item); len(found) > 0 {
			return []Msg{found[0].Node.Message()}
		}
	}
	return nil
}

// arrangeFree returns how what is dragged onto others is shown: the node under the
// pointer, or a thread from it to the pointer. Nodes that were let go slide back.
func (p *Pointer) arrangeFree(l *Layout, shift map[*Box]change, seen map[string]place2D) {
	for id, s := range p.slides {
		if q := l.Find(id); q != nil && q.Node.Drag != nil {
			seen[id] = place2D{w: q.W}
			shift[q] = change{x: s.x, y: s.y}
		}
	}
	item, scope := l.Find(p.drag.item), l.Find(p.drag.list)
	if p.mode != dragging || !p.drag.free || item == nil || scope == nil {
		return
	}
	if !p.drag.thread {
		s := slide{p.drag.x - item.X, p.drag.y - item.Y}
		shift[item] = change{x: s.x, y: s.y, lifted: true, clip: &scope.Clip}
		p.slide(item.Node.ID, s)
		seen[item.Node.ID] = place2D{w: item.W}
		return
	}
	if scope.Node.Drops == nil {
		return
	}
	thread := l.Find(scope.Node.Drops.Thread)
	if thread == nil {
		return
	}
	figure, ok := thread.Node.Figure.(Thread)
	if !ok {
		return
	}
	text := max(1, l.Viewport.Text)
	fromX, fromY := item.X, item.Y+item.H/2
	x, y := min(fromX, p.x)-threadReach*text, min(fromY, p.y)-threadReach*text
	shift[thread] = change{
		x: x - thread.X, y: y - thread.Y, lifted: true, clip: &scope.Clip,
		w: math.Abs(p.x-fromX) + 2*threadReach*text, h: math.Abs(p.y-fromY) + 2*threadReach*text,
		figure: figure.To((p.x-fromX)/text, (p.y-fromY)/text),
	}
}
