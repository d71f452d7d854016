package ui

import (
	"math"
	"strings"
	"time"
)

// PointerKind is the kind of a [PointerEvent].
type PointerKind int8

// The kinds.
const (
	PointerDown PointerKind = iota
	PointerMove
	PointerUp
	PointerCancel // the system took the touch away, or a second finger came
	PointerWheel
)

// A PointerEvent is something that the mouse or the first finger did.
type PointerEvent struct {
	Kind  PointerKind
	X, Y  float64       // CSS pixels
	Touch bool          // a finger, else the mouse
	Wheel float64       // of PointerWheel: how far to scroll, in CSS pixels
	At    time.Duration // on any clock that only goes forward
}

// How the pointer behaves.
const (
	mouseSlop = 6                      // CSS pixels a mouse moves before a press becomes a drag
	touchSlop = 10                     // CSS pixels a finger moves before a tap becomes something else
	longPress = 300 * time.Millisecond // until a card under a finger is lifted
	leastHeld = 4                      // ticks until then at least: at a low frame rate a tap takes longer
	thumbGrab = 14                     // width of the strip in which a mouse grabs the scrollbar thumb
	edgeZone  = 64                     // distance from the edge at which a drag scrolls
	edgeSpeed = 700                    // the greatest speed of that, in CSS pixels a second
	restTime  = 80 * time.Millisecond  // without a move until a finger counts as still
	mostRest  = 300 * time.Millisecond // the same at a low frame rate
	glideTime = 325 * time.Millisecond // time constant of a flick's decay
	slideTime = 55 * time.Millisecond  // the same for cards making room
	leastGo   = 20                     // slowest flick that still moves, in CSS pixels a second
)

// A Pointer turns mouse and touch events into messages, and keeps their state:
// what is hovered, held down, scrolled and dragged. Time comes with the events;
// the pointer has no clock.
type Pointer struct {
	Hover         string             // id of the control under the mouse
	Pressed       string             // id of the control held down, while the pointer is on it
	Scroll        map[string]float64 // scroll offsets of regions, by id
	ReducedMotion bool               // nothing glides or slides: reduced motion

	mode         mode
	touch        bool
	x, y         float64 // where the pointer is
	downX, downY float64
	downAt       time.Duration
	pressing     string // id of what was under the pointer when it went down
	list, item   string // ids of the sortable list and the item under it then
	grip         bool
	scroller     string  // id of the region being dragged
	speed        float64 // of the region, in CSS pixels a second
	held         int     // ticks since the pointer went down
	movedAt      time.Duration
	pace         time.Duration // between the last two moves
	now          time.Duration // of the last tick

	drag   drag
	slides map[string]*slide // of items on the way to their positions
	places map[string]place2D
}

type mode int8

const (
	idle      mode = iota
	holding        // down, but not yet moved
	scrolling      // a finger drags the region
	gliding        // the region goes on by itself
	thumbing       // the mouse drags the scrollbar thumb
	dragging       // an item of a list
	spoiled        // down, but ignored until it is up
)

// A drag is an item of a list that is being dragged.
type drag struct {
	list, item   string
	from, to     int
	free, thread bool    // it is dropped onto other nodes; by a thread
	grabX, grabY float64 // where in the item the pointer holds it
	x, y         float64 // where the item's corner is now
}

// A place2D is where an item was shown last, relative to its list, and how wide
// it was.
type place2D struct{ x, y, w float64 }

// A slide is an item's offset from its position.
type slide struct{ x, y float64 }

// Dragging tells whether an item is being dragged, and which.
func (p *Pointer) Dragging() (item string, ok bool) { return p.drag.item, p.mode == dragging }

// Held tells whether the pointer is down and its release may have an effect.
func (p *Pointer) Held() bool {
	return p.mode == holding || p.mode == scrolling || p.mode == thumbing || p.mode == dragging
}

// Scrolling tells whether the pointer holds a region and scrolls it.
func (p *Pointer) Scrolling() bool { return p.mode == scrolling || p.mode == thumbing }

// Handle handles an event and returns the messages to send.
func (p *Pointer) Handle(l *Layout, e PointerEvent) []Msg {
	p.now = max(p.now, e.At)
	switch e.Kind {
	case PointerDown:
		p.down(l, e)
	case PointerMove:
		p.move(l, e)
	case PointerUp:
		return p.up(l, e)
	case PointerCancel:
		p.Cancel()
	case PointerWheel:
		p.mode, p.speed = stopGlide(p.mode), 0
		p.scrollBy(l, l.ScrollerAt(e.X, e.Y), e.Wheel)
	}
	return nil
}

func stopGlide(m mode) mode {
	if m == gliding {
		return idle
	}
	return m
}

// Cancel ends any press, drag or scroll without effect.
func (p *Pointer) Cancel() {
	if p.mode == dragging {
		p.letGo()
	}
	if p.mode != idle {
		p.mode = spoiled
	}
	p.Pressed, p.pressing, p.speed = "", "", 0
}

func (p *Pointer) down(l *Layout, e PointerEvent) {
	wasGliding := p.mode == gliding
	p.mode, p.touch, p.speed, p.held = holding, e.Touch, 0, 0
	p.x, p.y, p.downX, p.downY, p.downAt, p.movedAt = e.X, e.Y, e.X, e.Y, e.At, e.At
	p.pressing, p.list, p.item, p.grip = "", "", "", false
	if e.Touch {
		p.Hover = ""
	}
	if s := l.ScrollerAt(e.X, e.Y); !e.Touch && s != nil && e.X >= s.X+s.W-thumbGrab {
		p.mode, p.scroller = thumbing, s.Node.ID
		p.thumb(l, e.Y)
		return
	}
	if wasGliding && e.Touch {
		return // this touch only stops the glide
	}
	hit := l.At(e.X, e.Y)
	if e.Touch {
		hit = l.Near(e.X, e.Y)
	}
	if hit != nil {
		p.pressing, p.Pressed = hit.Node.ID, hit.Node.ID
	}
	p.findItem(l, e.X, e.Y)
	if p.grip && e.Touch {
		p.lift(l)
	}
}

// findItem notes which item of a sortable list is under the pointer, or which node
// that can be dragged onto others.
func (p *Pointer) findItem(l *Layout, x, y float64) {
	item := topmost(l.scope(), x, y, func(q *Box) bool {
		return q.Parent != nil && q.Parent.Node.Sort != nil && q.Node.ID != ""
	})
	if item == nil {
		p.findDraggable(l, x, y)
		return
	}
	p.list, p.item = item.Parent.Node.ID, item.Node.ID
	p.grip = gripAt(item, x, y)
}

// gripAt reports whether a point is on the part of an item that a finger can drag it
// by at once.
func gripAt(item *Box, x, y float64) bool {
	return topmost(item, x, y, func(q *Box) bool { return strings.HasSuffix(q.Node.ID, ".grip") }) != nil
}

func (p *Pointer) move(l *Layout, e PointerEvent) {
	dt := (e.At - p.movedAt).Seconds()
	dy := e.Y - p.y
	p.x, p.y = e.X, e.Y
	far := math.Hypot(e.X-p.downX, e.Y-p.downY)
	switch p.mode {
	case idle, gliding:
		if !e.Touch {
			p.hover(l)
		}
		return
	case spoiled:
		return
	case holding:
		if !p.touch {
			if far > mouseSlop && p.item != "" {
				p.lift(l)
				break
			}
			p.track(l)
			return
		}
		if far <= touchSlop {
			return
		}
		p.Pressed, p.pressing = "", ""
		s := l.ScrollerAt(p.downX, p.downY)
		if s == nil {
			p.mode = spoiled
			return
		}
		p.mode, p.scroller = scrolling, s.Node.ID
		dy = e.Y - p.downY
	case thumbing:
		p.thumb(l, e.Y)
		return
	}
	switch p.mode {
	case dragging:
		p.follow(l)
	case scrolling:
		p.scrollBy(l, l.Find(p.scroller), -dy)
		if dt > 0 {
			// The speed of the last few moves, the newest counting most.
			k := math.Min(1, dt/0.04)
			p.speed += k * (-dy/dt - p.speed)
			p.pace, p.movedAt = e.At-p.movedAt, e.At
		}
	}
}

// track keeps a held control pressed only while the pointer is on it.
func (p *Pointer) track(l *Layout) {
	p.Pressed = ""
	if hit := l.At(p.x, p.y); hit != nil && hit.Node.ID == p.pressing {
		p.Pressed = p.pressing
	}
	p.Hover = p.Pressed
}

func (p *Pointer) hover(l *Layout) {
	p.Hover = ""
	if hit := l.At(p.x, p.y); hit != nil {
		p.Hover = hit.Node.ID
	}
}

// UpdateHover updates the hovered control in a new layout, under a mouse that
// hasn't moved.
func (p *Pointer) UpdateHover(l *Layout) {
	if p.Hover != "" && p.mode == idle {
		p.hover(l)
	}
}

func (p *Pointer) up(l *Layout, e PointerEvent) []Msg {
	p.x, p.y = e.X, e.Y
	was := p.mode
	p.mode = idle
	pressed := p.pressing
	p.Pressed, p.pressing = "", ""
	defer func() {
		if !p.touch {
			p.hover(l)
		}
	}()
	switch was {
	case holding:
		hit := l.At(e.X, e.Y)
		if p.touch {
			hit = l.Near(e.X, e.Y)
		}
		if hit != nil && hit.Node.ID == pressed && pressed != "" {
			return []Msg{hit.Node.Message()}
		}
	case scrolling:
		// A finger that was still before it was lifted doesn't flick. At a low
		// frame rate its moves are far apart, and so is the lift.
		if e.At-p.movedAt < min(max(restTime, 2*p.pace), mostRest) && math.Abs(p.speed) > leastGo && !p.ReducedMotion {
			p.mode = gliding
		}
	case dragging:
		return p.drop(l, pressed, e)
	}
	return nil
}

// scrollBy scrolls a region, and the regions around it by what is left over.
func (p *Pointer) scrollBy(l *Layout, s *Box, dy float64) {
	for ; s != nil && dy != 0; s = s.Parent {
		if !s.canScroll() {
			continue
		}
		from := p.offset(s)
		to := min(max(0, from+dy), s.mostScroll())
		if to != from {
			p.ScrollTo(map[string]float64{s.Node.ID: to})
		}
		dy -= to - from
		if math.Abs(dy) < 0.01 {
			return
		}
		if p.mode == gliding {
			p.speed = 0
		}
	}
}

// offset is a region's scroll offset: ahead of the layout's when several events
// come between two layouts.
func (p *Pointer) offset(s *Box) float64 {
	if v, ok := p.Scroll[s.Node.ID]; ok {
		return min(max(0, v), s.mostScroll())
	}
	return s.ScrollY
}

// ScrollTo sets scroll offsets, by id.
func (p *Pointer) ScrollTo(to map[string]float64) {
	if p.Scroll == nil {
		p.Scroll = map[string]float64{}
	}
	for id, v := range to {
		p.Scroll[id] = v
	}
}

// thumb scrolls the region so that its scrollbar thumb is under the pointer.
func (p *Pointer) thumb(l *Layout, y float64) {
	s := l.Find(p.scroller)
	if s == nil || s.H <= 0 {
		return
	}
	length := s.H * s.H / s.ContentHeight
	part := (y - s.Y - length/2) / max(1, s.H-length)
	p.ScrollTo(map[string]float64{p.scroller: min(max(0, part), 1) * s.mostScroll()})
}

// Active tells whether Tick must be called: something moves by itself or waits
// for a long press.
func (p *Pointer) Active() bool {
	return p.mode == gliding || p.mode == dragging || len(p.slides) > 0 ||
		p.mode == holding && p.touch && p.item != ""
}

// Animating tells whether the picture changes by itself.
func (p *Pointer) Animating() bool {
	return p.mode == gliding || p.mode == dragging || len(p.slides) > 0
}

// Tick advances the time: flicks go on, cards make room, a long press lifts,
// and a drag at the edge scrolls.
func (p *Pointer) Tick(l *Layout, now time.Duration) {
	dt := min(now-p.now, 50*time.Millisecond)
	if dt <= 0 {
		return
	}
	p.now = now
	switch p.mode {
	case holding:
		p.held++
		if p.touch && p.item != "" && now-p.downAt >= longPress && p.held >= leastHeld {
			p.Pressed, p.pressing = "", ""
			p.lift(l)
		}
	case gliding:
		p.scrollBy(l, l.Find(p.scroller), p.speed*dt.Seconds())
		p.speed *= math.Exp(-dt.Seconds() / glideTime.Seconds())
		if math.Abs(p.speed) < leastGo {
			p.mode, p.speed = idle, 0
		}
	case dragging:
		p.edge(l, dt)
	}
	p.settle(dt)
}
