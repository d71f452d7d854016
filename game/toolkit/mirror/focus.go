package mirror

import (
	"strings"

	"holdtheline/game/toolkit/ui"
)

// A Guide decides where the focus goes and what is announced as screens follow
// one another. It remembers where a dialog was opened from.
type Guide struct {
	screen string
	dialog string
	opener string // the node that had the focus when the dialog opened
	status string
}

// Next returns the key of the element to focus, or "", and the words to
// announce, or "", when the elements e show the layout l. The focused argument
// is the node that has the focus so far.
func (g *Guide) Next(l *ui.Layout, e *Element, o Options, focused string) (focus, announce string) {
	announce = o.Announce
	status := ""
	if l != nil && l.Root != nil {
		status = statusOf(l.Root.Node)
	}
	if announce == "" && status != g.status {
		announce = status
	}
	g.status = status

	dialog := ""
	if path := pathToDialog(orEmpty(e)); path != nil {
		dialog = path[len(path)-1].Key
	}
	closes := dialog != g.dialog && dialog == ""
	switch {
	case reachable(e, o.Focus):
		focus = o.Focus
	case o.Screen != g.screen:
		focus = firstHeading(e)
	case dialog != g.dialog && !closes:
		focus = dialog
	case closes && reachable(e, g.opener):
		focus = g.opener
	case closes || o.Focus != "" || focused != "" && !reachable(e, focused):
		// What had the focus, or is to have it, is gone: reading goes on where it
		// is nearest to, in the dialog or at the screen's beginning.
		if focus = dialog; focus == "" {
			focus = firstHeading(e)
		}
	}
	if dialog != g.dialog && g.dialog == "" {
		g.opener = focused
		if o.Focus != focus && e.Find(o.Focus) != nil {
			g.opener = o.Focus // it was clicked, and lies behind the dialog by now
		}
		if o.From != "" {
			g.opener = o.From
		}
	}
	if dialog == "" {
		g.opener = ""
	}
	g.dialog, g.screen = dialog, o.Screen
	return focus, beyond(announce, e.Find(focus))
}

// beyond returns the part of an announcement that isn't heard anyway as the
// words of the element that the focus goes to.
func beyond(announce string, to *Element) string {
	if to == nil || to.Tag == "input" || to.Tag == "button" {
		return announce
	}
	heard := to.Attributes["aria-label"]
	if heard == "" {
		heard = plainWords(to)
	}
	rest, ok := strings.CutPrefix(announce, heard)
	if !ok || heard == "" {
		return announce
	}
	return strings.TrimLeft(rest, ". ")
}

// reachable tells whether an element is there and can take the focus.
func reachable(e *Element, key string) bool {
	if e == nil || key == "" || has(e, "inert") {
		return false
	}
	if e.Key == key {
		return true
	}
	for _, child := range e.Children {
		if reachable(child, key) {
			return true
		}
	}
	return false
}

// statusOf returns the words of the status node.
func statusOf(n *ui.Node) string {
	if n.Role == ui.Status {
		if n.Name != "" {
			return n.Name
		}
		words := ""
		for _, span := range n.Text {
			words += span.Text
		}
		return words
	}
	for _, child := range n.Children {
		if words := statusOf(child); words != "" {
			return words
		}
	}
	return ""
}

// firstHeading returns the key of the first h1 that isn't inert, or of the
// first heading of any level, or of the tree's root.
func firstHeading(e *Element) string {
	first := ""
	var look func(*Element) bool
	look = func(e *Element) bool {
		if has(e, "inert") {
			return false
		}
		if e.Tag == "h1" {
			first = e.Key
			return true
		}
		if first == "" && len(e.Tag) == 2 && e.Tag[0] == 'h' {
			first = e.Key
		}
		for _, child := range e.Children {
			if look(child) {
				return true
			}
		}
		return false
	}
	look(orEmpty(e))
	if first == "" {
		first = orEmpty(e).Key
	}
	return first
}

func orEmpty(e *Element) *Element {
	if e == nil {
		return &Element{}
	}
	return e
}
