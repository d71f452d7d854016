package screentest

import (
	"testing"

	"holdtheline/game/toolkit/drive"
	"holdtheline/game/toolkit/ui"
)

// A Hand works a screen as people do: it finds a node by its id, and sends what pressing
// it would send. What isn't on the screen can't be pressed.
type Hand struct {
	T     testing.TB
	View  func(ui.Viewport) *ui.Node
	Send  func(ui.Msg)
	Stage drive.Stage // that the screens are made for; zero for none
	Focus string      // where the last message moved the focus; empty for nowhere
}

// Viewport is a window of a size, in CSS pixels, with text as large as on the stage.
func (h *Hand) Viewport(width, height float64) ui.Viewport {
	return ui.Viewport{Width: width, Height: height, Text: h.Stage.Scale(width, height)}
}

// Tree is what is on the screen of a laptop.
func (h *Hand) Tree() *ui.Node { return h.View(h.Viewport(1366, 768)) }

// Has tells whether a node is on the screen.
func (h *Hand) Has(id string) bool { return Find(h.Tree(), id) != nil }

// Press presses a node that must be there and enabled.
func (h *Hand) Press(id string) {
	h.T.Helper()
	tree := h.Tree()
	n := Find(tree, id)
	if n == nil || n.Do == nil || n.Disabled {
		h.T.Fatalf("on %s, %q can't be pressed. It says:\n%s", tree.ID, id, Said(tree))
	}
	h.Send(n.Do)
}

// Text is all text of a node that must be there.
func (h *Hand) Text(id string) string {
	h.T.Helper()
	tree := h.Tree()
	n := Find(tree, id)
	if n == nil {
		h.T.Fatalf("on %s there is no %q. It says:\n%s", tree.ID, id, Said(tree))
	}
	return Said(n)
}

// Find finds a node by its id, or nil.
func Find(n *ui.Node, id string) *ui.Node {
	if n.ID == id {
		return n
	}
	for _, c := range n.Children {
		if found := Find(c, id); found != nil {
			return found
		}
	}
	return nil
}

// Said is all text of a node and of what is below it, a line for each.
func Said(n *ui.Node) string {
	all := n.PlainText()
	for _, c := range n.Children {
		if words := Said(c); words != "" {
			all += words + "\n"
		}
	}
	return all
}
