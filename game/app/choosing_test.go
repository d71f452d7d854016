package app_test

import (
	"testing"

	"holdtheline/game/app"
	"holdtheline/game/screentest"
	"holdtheline/game/toolkit/ui"
)

// Choosing something never takes the player elsewhere: no other screen, no
// dialog that opens or closes, no focus that jumps. For that there are buttons
// (WCAG 2.2, success criterion 3.2.2).
func TestChoosingLeadsNowhere(t *testing.T) {
	chosen := 0
	everyScreen(t, func(screen string, m *app.Model) {
		tree := m.View(broad)
		before := where(tree)
		press := func(n *ui.Node) {
			_, focus := send(m, n.Do)
			chosen++
			if after := where(m.View(broad)); after != before {
				t.Errorf("%s: choosing %s leads from %s to %s", screen, n.ID, before, after)
			}
			if focus != "" {
				t.Errorf("%s: choosing %s takes the focus to %s", screen, n.ID, focus)
			}
		}
		var restore []*ui.Node
		for _, n := range controls(tree) {
			switch {
			case n.Disabled || n.Do == nil:
			case n.Role == ui.Checkbox:
				press(n)
				press(screentest.Find(m.View(broad), n.ID))
			case n.Role == ui.Radio && n.Checked:
				restore = append(restore, n)
			case n.Role == ui.Radio:
				press(n)
			}
		}
		for _, n := range restore {
			press(n)
		}
	})
	if chosen < 300 {
		t.Errorf("only %d times something was chosen", chosen)
	}
}

// where is the screen and the dialog that one is in.
func where(tree *ui.Node) string {
	if d := screentest.Find(tree, "dialog"); d != nil && len(d.Children) > 1 {
		return tree.ID + ", " + d.Children[1].ID
	}
	return tree.ID
}
