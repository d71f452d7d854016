package figure_test

import (
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"holdtheline/game/figure"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/svg"
	"holdtheline/game/toolkit/ui"
)

var heard = figure.Provenance{Cards: []figure.Told{
	{Head: "1 May · of its own", Title: "The first voice"},
	{Head: "1 May · a copy", Title: "A copy of the first", From: []int{0}},
	{Head: "2 May · of its own", Title: "The second voice"},
	{Head: "2 May · a copy", Title: "A copy of the copy", From: []int{1}},
	{Head: "3 May · a copy", Title: "A long report that rests on both, and has a heading that nobody could put on a single line", From: []int{3, 2}, Marked: true},
}}

// Every card is drawn within the figure in every width, none on another, none above
// an earlier one, and every word of its head is legible.
func TestProvenanceFitsItsWidth(t *testing.T) {
	for _, width := range []float64{160, 240, 320, 480, 800, 1400} {
		w, h := heard.Size(width)
		if w != width {
			t.Errorf("in %v it is %v wide", width, w)
		}
		c := &canvas{}
		heard.Draw(c, w, h, ui.State{})
		for _, r := range append(slices.Clone(c.fills), c.strokes...) {
			if r.X < -1 || r.Y < -1 || r.X+r.W > w+1 || r.Y+r.H > h+1 {
				t.Errorf("in %v by %v something is drawn at %v", w, h, r)
			}
		}
		if got := strings.Join(c.texts, " "); !strings.Contains(got, "The first voice") || width >= 320 && !strings.Contains(got, "3 May · a copy") {
			t.Errorf("in %v it says %q", width, got)
		}
		var papers []ui.Rect
		for _, r := range c.fills {
			if r.H > 30 && !slices.ContainsFunc(c.fills, func(s ui.Rect) bool { return s.H == r.H && s.X == r.X-3 && s.Y == r.Y-3 }) {
				papers = append(papers, r) // not the sheets below
			}
		}
		if len(papers) != len(heard.Cards) {
			t.Fatalf("in %v there are %d cards", width, len(papers))
		}
		for i, a := range papers {
			for j, b := range papers[:i] {
				if o := a.And(b); o.W > 0 && o.H > 0 {
					t.Errorf("in %v card %d is on card %d", width, i, j)
				}
				if a.Y < b.Y {
					t.Errorf("in %v card %d is above card %d, which came earlier", width, i, j)
				}
			}
		}
	}
}

// Independent voices stand apart where there is room.
func TestProvenanceHasColumns(t *testing.T) {
	lefts := func(width float64) int {
		w, h := heard.Size(width)
		c := &canvas{}
		heard.Draw(c, w, h, ui.State{})
		seen := map[int]bool{}
		for _, r := range c.fills {
			if r.H > 30 {
				seen[int(r.X/(width/2))] = true
			}
		}
		return len(seen)
	}
	if one, two := lefts(320), lefts(800); one != 1 || two != 2 {
		t.Errorf("there are %d and %d columns", one, two)
	}
}

func TestProvenanceOfNothing(t *testing.T) {
	var none figure.Provenance
	if _, h := none.Size(300); h < 0 {
		t.Errorf("it is %v high", h)
	}
	d := xml.NewDecoder(strings.NewReader(svg.Render(theme.Faces(), none, 300, 10)))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
}
