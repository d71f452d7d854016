package ui

// scope is the part of the tree that takes input: the open dialog, or all.
func (l *Layout) scope() *Box {
	if l.dialog != nil {
		return l.dialog
	}
	return l.Root
}

// within tells whether the node is in the part of the tree that takes input.
func (l *Layout) within(p *Box) bool {
	scope := l.scope()
	for ; p != nil; p = p.Parent {
		if p == scope {
			return true
		}
	}
	return false
}

// At returns the topmost pressable node at a point, or nil. A disabled control
// blocks what is below it.
func (l *Layout) At(x, y float64) *Box {
	hit := topmost(l.scope(), x, y, func(p *Box) bool { return p.Node.control() })
	if hit == nil || !hit.Node.Pressable() {
		return nil
	}
	return hit
}

// touchTolerance is how far beside a control a touch may land, in CSS pixels.
const touchTolerance = 10

// Near is At for a touch: where nothing is hit, it returns the closest control
// within the tolerance.
func (l *Layout) Near(x, y float64) *Box {
	if hit := topmost(l.scope(), x, y, func(p *Box) bool { return p.Node.control() }); hit != nil {
		return l.At(x, y)
	}
	var best *Box
	nearest := touchTolerance * float64(touchTolerance)
	each(l.scope(), func(p *Box) {
		if !p.Node.Pressable() || p.Node.VisuallyHidden {
			return
		}
		r := p.Rect().And(p.Clip)
		if r.W == 0 || r.H == 0 {
			return
		}
		dx := max(r.X-x, 0, x-r.X-r.W)
		dy := max(r.Y-y, 0, y-r.Y-r.H)
		if d := dx*dx + dy*dy; d < nearest {
			nearest, best = d, p
		}
	})
	return best
}

// ScrollerAt returns the innermost region at a point that can scroll, or nil.
func (l *Layout) ScrollerAt(x, y float64) *Box {
	return topmost(l.scope(), x, y, (*Box).canScroll)
}

func (p *Box) canScroll() bool { return p.Scrolls && p.Node.ID != "" && p.ContentHeight > p.H+0.5 }

// mostScroll is the greatest scroll offset.
func (p *Box) mostScroll() float64 { return max(0, p.ContentHeight-p.H) }

// topmost returns the topmost painted node at a point for which ok holds.
func topmost(p *Box, x, y float64, ok func(*Box) bool) *Box {
	if p.Node.VisuallyHidden {
		return nil
	}
	for i := len(p.Children) - 1; i >= 0; i-- {
		if hit := topmost(p.Children[i], x, y, ok); hit != nil {
			return hit
		}
	}
	if p.Rect().Has(x, y) && p.Clip.Has(x, y) && ok(p) {
		return p
	}
	return nil
}

// each visits a placed tree in reading order.
func each(p *Box, visit func(*Box)) {
	visit(p)
	for _, c := range p.Children {
		each(c, visit)
	}
}

// Begin returns the scroll offsets, by id, that bring a node's top near the top
// of the regions around it. A region in whose upper half the top is already
// keeps its offset and is left out, as is one that can't move.
func (l *Layout) Begin(id string) map[string]float64 {
	const margin = 16 // room left above the node, in CSS pixels
	target := l.Find(id)
	if target == nil {
		return nil
	}
	moves := map[string]float64{}
	top := target.Y - margin
	for s := target.Parent; s != nil; s = s.Parent {
		if !s.canScroll() || top >= s.Y && top < s.Y+s.H/2 {
			continue
		}
		to := min(max(0, s.ScrollY+top-s.Y), s.mostScroll())
		if to != s.ScrollY {
			moves[s.Node.ID] = to
			top -= to - s.ScrollY
		}
	}
	return moves
}

// ScrollTo returns the scroll offsets, by id, that bring a node into view.
// Regions that needn't move are left out.
func (l *Layout) ScrollTo(id string) map[string]float64 {
	const margin = 16 // room left around the node, in CSS pixels
	target := l.Find(id)
	if target == nil {
		return nil
	}
	var moves map[string]float64
	top, bottom := target.Y-margin, target.Y+target.H+margin
	for s := target.Parent; s != nil; s = s.Parent {
		if !s.canScroll() {
			continue
		}
		to := s.ScrollY
		switch {
		case top < s.Y || bottom-top > s.H:
			to += top - s.Y
		case bottom > s.Y+s.H:
			to += bottom - s.Y - s.H
		}
		to = min(max(0, to), s.mostScroll())
		if to != s.ScrollY {
			if moves == nil {
				moves = map[string]float64{}
			}
			moves[s.Node.ID] = to
			top, bottom = top-(to-s.ScrollY), bottom-(to-s.ScrollY)
		}
		// What matters further out is the part that can be seen in here.
		top, bottom = max(top, s.Y), min(bottom, s.Y+s.H)
	}
	return moves
}
