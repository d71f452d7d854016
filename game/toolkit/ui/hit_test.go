package ui_test

import (
	"testing"

	"holdtheline/game/toolkit/ui"
)

func TestReadingBeginsAtTheTop(t *testing.T) {
	tree := &ui.Node{ID: "root", Style: ui.Style{Scroll: true}}
	for _, id := range []string{"a", "b", "c", "d", "e"} {
		tree.Children = append(tree.Children, &ui.Node{ID: id, Style: ui.Style{Height: 100}})
	}
	vp := ui.Viewport{Width: 200, Height: 200, Text: 1}
	tests := []struct {
		id       string
		from, to float64
	}{
		{"a", 0, 0},   // already there
		{"b", 50, 50}, // in the upper half: nothing jumps
		{"b", 0, 0},   // likewise, 84 px down
		{"c", 0, 184}, // below: to the top, with a margin
		{"a", 184, 0}, // above
		{"e", 0, 300}, // as far as there is
		{"none", 50, 50},
	}
	for _, test := range tests {
		scroll := map[string]float64{"root": test.from}
		for id, to := range ui.NewLayouter(mono{}).Lay(tree, vp, scroll).Begin(test.id) {
			scroll[id] = to
		}
		if scroll["root"] != test.to {
			t.Errorf("%s from %v: scrolled to %v, want %v", test.id, test.from, scroll["root"], test.to)
		}
	}
}
