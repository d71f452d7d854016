package ui

// A Focus is the node that has the focus and what comes with it. The zero value
// is none.
type Focus struct {
	ID string // of the node that has the focus; empty for none
	// Ring tells whether the focused control shows the focus ring: not after a
	// press of the mouse.
	Ring bool
	// Opener is the node that had the focus when the dialog opened, and gets it
	// back.
	Opener string
}

// NextFocus returns the focus after a layout has replaced another, or nil at
// first. The wish is the id of the node that the program wants focused, or
// empty. It comes first, then
//
//   - on a new screen, where reading begins: the first heading of level 1, or of
//     any level, or the screen itself;
//   - in a dialog that opens, the dialog;
//   - once it is closed, what had the focus before;
//   - where what had the focus has gone, the open dialog or where reading begins.
//
// Otherwise the focus doesn't change. It is never behind a dialog.
func NextFocus(before, after *Layout, was Focus, wish string) Focus {
	next := was
	old, now := "", dialogID(after)
	if before != nil {
		old = dialogID(before)
	}
	closes := old != "" && now == ""
	switch {
	case after.CanFocus(wish):
		next.ID = wish
	case before == nil || before.Root.Node.ID != after.Root.Node.ID:
		next.ID = after.beginning()
	case now != old && now != "":
		next.ID = now
	case closes && after.CanFocus(was.Opener):
		next.ID = was.Opener
	case closes || wish != "" || was.ID != "" && !after.CanFocus(was.ID):
		if next.ID = now; now == "" {
			next.ID = after.beginning()
		}
	}
	switch {
	case now == "":
		next.Opener = ""
	case old == "" && wish != next.ID && after.Find(wish) != nil:
		next.Opener = wish // it is behind the dialog by now
	case old == "":
		next.Opener = was.ID
	}
	return next
}

func dialogID(l *Layout) string {
	if l.dialog == nil {
		return ""
	}
	return l.dialog.Node.ID
}

// CanFocus tells whether the node with an id can take the focus: it exists, has
// an element in the mirror, and is in the part of the tree that takes input.
func (l *Layout) CanFocus(id string) bool {
	p := l.Find(id)
	if p == nil || id == "" || !l.within(p) || !p.Node.heard() {
		return false
	}
	for ; p != nil; p = p.Parent {
		if p.Node.Decorative {
			return false
		}
	}
	return true
}

// heard tells whether a node has an element of its own in the mirror.
func (n *Node) heard() bool {
	switch n.Role {
	case Generic:
		return len(n.Text) > 0 || n.Style.Scroll
	case Status:
		return !n.VisuallyHidden
	case Image:
		return n.Name != ""
	}
	return true
}

// beginning is where reading begins: the first heading of level 1, else the
// first of any level, else the dialog or the root.
func (l *Layout) beginning() string {
	first, top := "", ""
	each(l.scope(), func(p *Box) {
		n := p.Node
		if n.Role != Heading || n.Decorative {
			return
		}
		if first == "" {
			first = n.ID
		}
		if top == "" && n.Level <= 1 {
			top = n.ID
		}
	})
	switch {
	case top != "":
		return top
	case first != "":
		return first
	}
	return l.scope().Node.ID
}
