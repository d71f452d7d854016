package mirror

import (
	"strings"

	"holdtheline/game/toolkit/ui"
)

// An Announcer decides what a screen reader is told as screens follow one
// another: the words of the screen's status, when they are others than before.
type Announcer struct{ status string }

// Next returns the words to announce, or "", when a layout is shown and the
// focus goes to an element, or nil where it stays.
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
