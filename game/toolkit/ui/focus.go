package ui

import "strings"

// Focusables returns the nodes that take the focus, in focus order. In a radio
// group that is the checked radio button, or the first.
func (l *Layout) Focusables() []*Box {
	var out []*Box
	var walk func(p *Box, group *Box)
	walk = func(p, group *Box) {
		n := p.Node
		if n.VisuallyHidden || n.Decorative {
			return
		}
		if n.Role == RadioGroup {
			group = p
		}
		if n.Pressable() && n.ID != "" && (n.Role != Radio || group == nil || p == stop(group)) {
			out = append(out, p)
		}
		for _, c := range p.Children {
			walk(c, group)
		}
	}
	walk(l.scope(), nil)
	return out
}

// stop is the radio button of a group at which Tab stops.
func stop(group *Box) *Box {
	radios := enabledRadios(group)
	for _, r := range radios {
		if r.Node.Checked {
			return r
		}
	}
	if len(radios) > 0 {
		return radios[0]
	}
	return nil
}

func enabledRadios(group *Box) []*Box {
	var out []*Box
	each(group, func(p *Box) {
		if p.Node.Role == Radio && p.Node.Pressable() && !p.Node.VisuallyHidden {
			out = append(out, p)
		}
	})
	return out
}

// Next returns the node after the one with the id in focus order, or the first
// after the last. It is nil when nothing takes the focus.
func (l *Layout) Next(id string) *Box { return l.step(id, 1) }

// Prev returns the node before the one with the id in focus order, or the last.
func (l *Layout) Prev(id string) *Box { return l.step(id, -1) }

func (l *Layout) step(id string, by int) *Box {
	all := l.Focusables()
	if len(all) == 0 {
		return nil
	}
	for i, p := range all {
		if p.Node.ID == id {
			return all[(i+by+len(all))%len(all)]
		}
	}
	// The focus is on something that Tab skips, such as a heading or another
	// radio button of a group: go on from its position in the tree.
	seen, before := false, 0
	each(l.scope(), func(p *Box) {
		if p.Node.ID == id && id != "" {
			seen = true
		}
		if !seen && before < len(all) && p == all[before] {
			before++
		}
	})
	switch {
	case !seen && by > 0:
		return all[0]
	case !seen:
		return all[len(all)-1]
	case by > 0:
		return all[before%len(all)]
	}
	return all[(before-1+len(all))%len(all)]
}

// Key is a key that the toolkit handles.
type Key int8

// The keys.
const (
	NoKey Key = iota
	Tab
	BackTab
	Enter
	Space
	Escape
	Up
	Down
	Left
	Right
	PageUp
	PageDown
	Home
	Last
	TurnOn   // turns a page, wherever it is scrolled to: in the plain page the browser scrolls
	TurnBack // likewise, back
)

// Press handles a key. It returns the messages to send, scroll offsets by id,
// and whether the key was used.
func (f *Focus) Press(l *Layout, k Key) (msgs []Msg, scroll map[string]float64, used bool) {
	at := l.Find(f.ID)
	if at != nil && !l.within(at) {
		at = nil
	}
	switch k {
	case Tab:
		return nil, f.move(l, l.Next(f.ID)), true
	case BackTab:
		return nil, f.move(l, l.Prev(f.ID)), true
	case Enter, Space:
		if at == nil || !at.Node.Pressable() || k == Enter && at.Node.Role == Radio || k == Space && at.Node.Role == Link {
			if k == Space {
				return f.turn(l, at, PageDown)
			}
			return nil, nil, false
		}
		f.Ring = true
		return []Msg{at.Node.Message()}, nil, true
	case Escape:
		if c := l.scope().Node.Cancel; c != nil {
			return []Msg{c}, nil, true
		}
		return nil, nil, false
	case Up, Down, Left, Right:
		if at != nil && at.Node.Role == Radio {
			return f.choose(l, at, k)
		}
		if next := inList(at, k); next != nil {
			return nil, f.move(l, next), true
		}
		if k == Left || k == Right {
			msgs := l.turned(k)
			return msgs, nil, msgs != nil
		}
	case TurnOn, TurnBack:
		msgs := l.turned(k)
		return msgs, nil, msgs != nil
	case PageUp, PageDown:
		return f.turn(l, at, k)
	}
	if k == NoKey {
		return nil, nil, false
	}
	return nil, f.page(l, at, k), true
}

// turn scrolls by a page, or turns the page where there is nothing left to scroll.
func (f *Focus) turn(l *Layout, at *Box, k Key) (msgs []Msg, scroll map[string]float64, used bool) {
	scroll = f.page(l, at, k)
	for id, to := range scroll {
		if to == l.Scroll[id] {
			if msgs = l.turned(k); msgs != nil {
				return msgs, nil, true
			}
		}
	}
	if scroll == nil {
		msgs = l.turned(k)
	}
	return msgs, scroll, true
}

// turned is what turning the page sends. Nothing is turned behind a dialog.
func (l *Layout) turned(k Key) []Msg {
	t := l.Root.Node.Turn
	if t == nil || l.scope() != l.Root {
		return nil
	}
	msg := t.On
	if k == PageUp || k == Left || k == TurnBack {
		msg = t.Back
	}
	if msg == nil {
		return nil
	}
	return []Msg{msg}
}

// Shortcut presses the node whose shortcut was typed and focuses it, so that
// the player sees and hears what has happened. While a dialog is open only its
// shortcuts count.
func (f *Focus) Shortcut(l *Layout, typed string) (msgs []Msg, used bool) {
	return f.take(l, func(n *Node) bool { return n.Shortcut != "" && strings.EqualFold(n.Shortcut, typed) })
}

// Own presses and focuses the node that has a key of its own, as Shortcut does.
func (f *Focus) Own(l *Layout, k Key) (msgs []Msg, used bool) {
	return f.take(l, func(n *Node) bool { return k != NoKey && n.Key == k })
}

// take focuses the first control with a property, and returns what pressing it sends.
func (f *Focus) take(l *Layout, has func(*Node) bool) (msgs []Msg, used bool) {
	var found *Box
	each(l.scope(), func(p *Box) {
		if found == nil && has(p.Node) && p.Node.Pressable() && !p.Node.Decorative {
			found = p
		}
	})
	if found == nil {
		return nil, false
	}
	f.ID, f.Ring = found.Node.ID, true
	return []Msg{found.Node.Message()}, true
}

// Message is what pressing the node sends: Do, or a [Follow] for a link without
// one.
func (n *Node) Message() Msg {
	if n.Do == nil && n.Role == Link {
		return Follow{Href: n.Href}
	}
	return n.Do
}

// Follow is sent when a link without a message of its own is pressed, to open
// its address.
type Follow struct{ Href string }

func (f *Focus) move(l *Layout, to *Box) map[string]float64 {
	if to == nil {
		return nil
	}
	f.ID, f.Ring = to.Node.ID, true
	return l.ScrollTo(f.ID)
}

// choose focuses and presses the next radio button of the group, as browsers
// do.
func (f *Focus) choose(l *Layout, at *Box, k Key) ([]Msg, map[string]float64, bool) {
	group := at.Parent
	for group != nil && group.Node.Role != RadioGroup {
		group = group.Parent
	}
	if group == nil {
		return nil, nil, false
	}
	radios := enabledRadios(group)
	for i, r := range radios {
		if r != at {
			continue
		}
		by := 1
		if k == Up || k == Left {
			by = len(radios) - 1
		}
		next := radios[(i+by)%len(radios)]
		if next == at {
			return nil, nil, true
		}
		scroll := f.move(l, next)
		return []Msg{next.Node.Message()}, scroll, true
	}
	return nil, nil, false
}

// inList returns the control that Up or Down moves to from a control in a list
// item: the one at the same index in the item above or below. For other keys
// and outside lists it returns nil.
func inList(at *Box, k Key) *Box {
	if at == nil || k != Up && k != Down {
		return nil
	}
	item := at
	for item.Parent != nil && item.Parent.Node.Role != List {
		item = item.Parent
	}
	if item.Parent == nil {
		return nil
	}
	place := 0
	for i, c := range controls(item) {
		if c == at {
			place = i
		}
	}
	by := 1
	if k == Up {
		by = -1
	}
	items := item.Parent.Children
	for i := range items {
		if items[i] != item {
			continue
		}
		for j := i + by; j >= 0 && j < len(items); j += by {
			if found := controls(items[j]); len(found) > 0 {
				return found[min(place, len(found)-1)]
			}
		}
	}
	return nil
}

// ControlIn returns the first control of the node with an id, or nil.
func (l *Layout) ControlIn(id string) *Box {
	if q := l.Find(id); q != nil {
		if found := controls(q); len(found) > 0 {
			return found[0]
		}
	}
	return nil
}

func controls(p *Box) []*Box {
	var out []*Box
	each(p, func(q *Box) {
		if q.Node.Pressable() && q.Node.ID != "" && !q.Node.VisuallyHidden && !q.Node.Decorative {
			out = append(out, q)
		}
	})
	return out
}

// keyNames are what browsers call the keys that can press a node, see Node.Key.
var keyNames = map[Key]string{PageUp: "PageUp", PageDown: "PageDown", Home: "Home", Last: "End", Escape: "Escape"}

// Keys are the keys that press the node whatever has the focus, as ARIA lists them.
func (n *Node) Keys() string {
	return strings.TrimSpace(n.Shortcut + " " + keyNames[n.Key])
}

// arrowStep is how far an arrow key scrolls, in CSS pixels.
const arrowStep = 60

// page scrolls the region around the focus, or else the largest one.
func (f *Focus) page(l *Layout, at *Box, k Key) map[string]float64 {
	var s *Box
	for s = at; s != nil && !s.canScroll(); s = s.Parent {
	}
	if s == nil {
		each(l.scope(), func(p *Box) {
			if p.canScroll() && (s == nil || p.W*p.H > s.W*s.H) {
				s = p
			}
		})
	}
	if s == nil {
		return nil
	}
	to := s.ScrollY
	switch k {
	case Up:
		to -= arrowStep
	case Down:
		to += arrowStep
	case PageUp:
		to -= 0.85 * s.H
	case PageDown:
		to += 0.85 * s.H
	case Home:
		to = 0
	case Last:
		to = s.mostScroll()
	}
	return map[string]float64{s.Node.ID: min(max(0, to), s.mostScroll())}
}
