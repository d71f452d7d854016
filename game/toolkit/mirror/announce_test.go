package mirror_test

import (
	"testing"

	"holdtheline/game/toolkit/mirror"
	"holdtheline/game/toolkit/ui"
)

func TestWhatIsAnnounced(t *testing.T) {
	status := func(words string) *ui.Node {
		return &ui.Node{ID: "r", Role: ui.Main, Children: []*ui.Node{
			{ID: "s", Role: ui.Status, VisuallyHidden: true, Text: ui.Plain(words)},
		}}
	}
	var speaker mirror.Announcer
	for _, step := range []struct{ status, want string }{
		{"", ""},
		{"Saved", "Saved"},
		{"Saved", ""},
		{"Can’t be saved", "Can’t be saved"},
		{"", ""},
		{"Saved", "Saved"},
	} {
		if got := speaker.Next(lay(status(step.status)), nil); got != step.want {
			t.Errorf("%q announces %q, want %q", step.status, got, step.want)
		}
	}
}

func TestWhatTheFocusSaysIsNotAnnouncedToo(t *testing.T) {
	screen := func(outcome, said string) *ui.Node {
		return &ui.Node{ID: "r", Role: ui.Main, Children: []*ui.Node{
			{ID: "outcome", Role: ui.Heading, Level: 2, Text: ui.Plain(outcome)},
			{ID: "next", Role: ui.Button, Text: ui.Plain(outcome), Do: 1},
			{ID: "s", Role: ui.Status, VisuallyHidden: true, Text: ui.Plain(said)},
		}}
	}
	for _, c := range []struct{ focus, outcome, said, want string }{
		{"outcome", "Right. +3", "Right. +3. It was real.", "It was real."},
		{"outcome", "0 of 100", "0 of 100", ""},
		{"outcome", "0 of 100", "Saved", "Saved"},
		{"", "Right. +3", "Right. +3. It was real.", "Right. +3. It was real."},
		{"next", "Right. +3", "Right. +3. It was real.", "Right. +3. It was real."}, // a button's name is no news
	} {
		var speaker mirror.Announcer
		speaker.Next(lay(screen("", "")), nil)
		after := lay(screen(c.outcome, c.said))
		if got := speaker.Next(after, mirror.From(after).Find(c.focus)); got != c.want {
			t.Errorf("with the focus on %q, %q is announced as %q, want %q", c.focus, c.said, got, c.want)
		}
	}
}

// A node that can take the focus has an element that takes it, and the other
// way round.
func TestFocusableNodesHaveFocusableElements(t *testing.T) {
	for name, root := range map[string]*ui.Node{"a screen": sample(), "a dialog": sampleWithDialog()} {
		l := ui.NewLayouter(faces).Lay(root, ui.Viewport{Width: 900, Height: 600}, nil)
		there := map[string]bool{}
		var walk func(e *mirror.Element)
		walk = func(e *mirror.Element) {
			if _, inert := e.Attributes["inert"]; inert {
				return
			}
			if id := e.Node(); id != "" {
				there[id] = true
			}
			for _, child := range e.Children {
				walk(child)
			}
		}
		walk(mirror.From(l))
		var compare func(n *ui.Node)
		compare = func(n *ui.Node) {
			// Around a dialog there are elements, but they can't take the focus.
			around := l.Dialog() != nil && n == root
			if n.ID != "" && !around && l.CanFocus(n.ID) != there[n.ID] {
				t.Errorf("%s: %s can have the focus: %v; there is an element: %v", name, n.ID, l.CanFocus(n.ID), there[n.ID])
			}
			for _, child := range n.Children {
				compare(child)
			}
		}
		compare(root)
	}
}
