package ui

import (
	"maps"
	"math"
	"slices"
	"time"
)

// Entrance is how a node comes onto the screen.
type Entrance int8

// The entrances.
const (
	AtOnce Entrance = iota
	Rise            // fades in from a little below: a card
	Stamp           // fades in while it shrinks to its size
)

// How an entrance begins.
const (
	riseBy   = 14.0 // CSS pixels
	stampBy  = 0.35 // share of its size
	apart    = 30 * time.Millisecond
	mostLate = 4 // entrances that begin one after the other; the rest begin with the last
)

// A Motion animates the change from one layout to the next: nodes glide to
// their new positions, new ones come in, figures change gradually. It only
// affects what is shown: focus, hits and the mirror use final positions, so
// nothing waits for it, and the next change starts from wherever things are.
// The caller supplies the time; the zero Motion is ready for use.
type Motion struct {
	ReducedMotion bool // nothing moves: reduced motion

	begun   bool
	root    *Node // of the tree that was shown last
	seen    map[string]Rect
	figures map[string]Figure
	moves   map[string]*move
}

// A move is the animation of one node.
type move struct {
	begins time.Duration
	takes  time.Duration
	dx, dy float64 // from the final position, at the beginning
	fade   float64
	zoom   float64
	from   Figure // what the figure was; see tween
	tween  bool
}

// left is how much of a move remains, from 1 to 0.
func (v *move) left(now time.Duration) float64 {
	if now <= v.begins {
		return 1
	}
	t := float64(now-v.begins) / float64(v.takes)
	if t >= 1 {
		return 0
	}
	return math.Pow(1-t, 3)
}

// Animating tells whether the picture changes by itself.
func (m *Motion) Animating() bool { return len(m.moves) > 0 }

// Arrange returns the layout to show now. It doesn't change l, and returns it
// where nothing moves.
func (m *Motion) Arrange(l *Layout, now time.Duration) *Layout {
	if m.root != l.Root.Node {
		m.compare(l, now)
	}
	for id, v := range m.moves {
		if now >= v.begins+v.takes || m.ReducedMotion {
			delete(m.moves, id)
		}
	}
	changes := map[*Box]change{}
	for id, v := range m.moves {
		if q := l.Find(id); q != nil {
			changes[q] = v.now(q, now)
		}
	}
	if len(changes) > 0 {
		l = l.changed(changes)
	}
	m.remember(l)
	return l
}

// now is how a move changes its node at a time.
func (v *move) now(q *Box, now time.Duration) change {
	left := v.left(now)
	c := change{x: v.dx * left, y: v.dy * left, glides: true, fade: v.fade * left, zoom: v.zoom * left}
	if v.tween {
		c.figure = q.Node.Figure.(Tween).Between(v.from, 1-left)
	}
	return c
}

// compare starts the moves of what is different in a new tree.
func (m *Motion) compare(l *Layout, now time.Duration) {
	first := !m.begun
	m.begun, m.root = true, l.Root.Node
	if first || m.ReducedMotion {
		m.moves = nil
		return
	}
	moves := map[string]*move{}
	late := 0
	var walk func(q *Box, sorted bool)
	walk = func(q *Box, sorted bool) {
		n := q.Node
		was, known := m.seen[n.ID]
		switch {
		case n.ID == "" || n.VisuallyHidden:
		case known && n.Style.Glide && !sorted:
			// A node in motion goes on from where it is.
			if dx, dy := was.X-q.X, was.Y-q.Y; math.Abs(dx) > 0.5 || math.Abs(dy) > 0.5 {
				moves[n.ID] = &move{begins: now, takes: l.Measurer.Theme().Land, dx: dx, dy: dy}
			}
		case !known && n.Style.Enter != AtOnce:
			v := &move{begins: now + time.Duration(min(late, mostLate))*apart, takes: l.Measurer.Theme().Slide, fade: 1}
			if n.Style.Enter == Stamp {
				v.zoom = stampBy
			} else {
				v.dy = riseBy
			}
			late++
			moves[n.ID] = v
		case m.moves[n.ID] != nil && !m.moves[n.ID].tween:
			moves[n.ID] = m.moves[n.ID]
		}
		if t, ok := n.Figure.(Tween); ok && n.ID != "" && moves[n.ID] == nil {
			if from := m.figures[n.ID]; t.Between(from, 0) != nil {
				moves[n.ID] = &move{begins: now, takes: l.Measurer.Theme().Land, from: from, tween: true}
			}
		}
		for _, c := range q.Children {
			walk(c, n.Sort != nil)
		}
	}
	walk(l.Root, false)
	m.moves = moves
}

// remember keeps what the next tree is compared with: positions as shown, and
// figures.
func (m *Motion) remember(l *Layout) {
	if m.seen == nil {
		m.seen, m.figures = map[string]Rect{}, map[string]Figure{}
	}
	clear(m.seen)
	clear(m.figures)
	each(l.Root, func(q *Box) {
		n := q.Node
		if n.ID == "" {
			return
		}
		if n.Style.Glide || n.Style.Enter != AtOnce {
			m.seen[n.ID] = q.Rect()
		}
		if _, ok := n.Figure.(Tween); ok {
			m.figures[n.ID] = n.Figure
		}
	})
}

// A change is how a node's appearance differs from the layout. Position and
// fade apply to its whole subtree.
type change struct {
	x, y   float64
	fade   float64
	zoom   float64
	w, h   float64 // its size, where it isn't that of the layout
	clip   *Rect   // likewise
	figure Figure
	lifted bool
	glides bool // x and y are temporary
}

// changed returns a copy of the layout with some subtrees changed. Unchanged
// subtrees are shared, not copied, and keep their parents in l.
func (l *Layout) changed(changes map[*Box]change) *Layout {
	out := *l
	out.elsewhere = make(map[string]*Box, len(l.elsewhere)+len(changes))
	maps.Copy(out.elsewhere, l.elsewhere)
	var walk func(q *Box, x, y float64) *Box
	walk = func(q *Box, x, y float64) *Box {
		how, changes := changes[q]
		x, y = x+how.x, y+how.y
		var children []*Box
		for i, k := range q.Children {
			c := walk(k, x, y)
			if c != k && children == nil {
				children = slices.Clone(q.Children)
			}
			if children != nil {
				children[i] = c
			}
		}
		if !changes && x == 0 && y == 0 && children == nil {
			return q
		}
		c := *q
		c.X, c.Y = c.X+x, c.Y+y
		if changes {
			c.Fade, c.Zoom, c.Lifted = how.fade, how.zoom, c.Lifted || how.lifted
		}
		if how.glides {
			c.OffX, c.OffY = how.x, how.y
		}
		if how.w > 0 && how.h > 0 {
			c.W, c.H = how.w, how.h
		}
		if how.clip != nil {
			c.Clip = *how.clip
		}
		if how.figure != nil {
			n := *q.Node
			n.Figure = how.figure
			c.Node = &n
		}
		if (x != 0 || y != 0) && len(q.Lines) > 0 {
			c.Lines = moved(q.Lines, x, y)
		}
		if children != nil {
			c.Children = children
		}
		for i, k := range c.Children {
			if k != q.Children[i] {
				k.Parent = &c
			}
		}
		if c.Node.ID != "" {
			out.elsewhere[c.Node.ID] = &c
		}
		if q == l.dialog {
			out.dialog = &c
		}
		return &c
	}
	out.Root = walk(l.Root, 0, 0)
	return &out
}

// moved returns lines of text moved by x and y.
func moved(lines []Line, x, y float64) []Line {
	out := make([]Line, len(lines))
	for i, line := range lines {
		line.X, line.Y, line.Baseline = line.X+x, line.Y+y, line.Baseline+y
		runs := make([]Run, len(line.Runs))
		for j, r := range line.Runs {
			r.X += x
			runs[j] = r
		}
		line.Runs = runs
		out[i] = line
	}
	return out
}
