package mirror

import (
	"strings"

	"holdtheline/game/toolkit/ui"
)

// An Announcer decides what the live region says: the words of the screen's
// status, when they have changed.
type Announcer struct{ status string }

// Next returns the words to announce, or "", for a new layout. The focus moves
// to the element to, or stays if that is nil.
func (a *Announcer) Next(l *ui.Layout, to *Element) string {
	before := a.status
	a.status = ""
	if l != nil && l.Root != nil {
		a.status = statusOf(l.Root.Node)
	}
	if a.status == before {
		return ""
	}
	return beyond(a.status, to)
}

// beyond returns an announcement without the words that are read anyway when
// the element takes the focus.
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
