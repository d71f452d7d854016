package mirror_test

import (
	"strings"
	"testing"

	"holdtheline/game/figure"
	"holdtheline/game/mirror"
	"holdtheline/game/typeface"
	"holdtheline/game/ui"
)

// printed is a screen with a bar that is printed and one that isn't.
func printed(share, width float64) *ui.Layout {
	root := &ui.Node{ID: "screen", Role: ui.Main, Children: []*ui.Node{
		{ID: "bar", Silent: true, Figure: figure.Gauge{Share: share, Needed: 0.5, Label: "50 %"}, Paper: 200},
		{ID: "icon", Silent: true, Figure: figure.Gauge{Share: share}},
	}}
	return ui.NewLayouter(typeface.New()).Lay(root, ui.Viewport{Width: width, Height: 600}, nil)
}

func draws(patches []mirror.Patch) []mirror.Patch {
	var out []mirror.Patch
	for _, p := range patches {
		if p.Op == mirror.Draw {
			out = append(out, p)
		}
	}
	return out
}

// What is printed is drawn once, as wide as paper asks for, and again only when
// it shows something else.
func TestDrawingsForPaper(t *testing.T) {
	wide := mirror.From(printed(0.25, 900))
	first := draws(mirror.Diff(nil, wide, ""))
	if len(first) != 1 || first[0].Key != "bar/paper" {
		t.Fatalf("drawn at first: %+v, want the bar alone", first)
	}
	if svg := first[0].Value; !strings.Contains(svg, `width="200"`) || !strings.Contains(svg, "50 %</text>") {
		t.Errorf("the drawing is %s", svg)
	}
	e := wide.Find("bar/paper")
	if e.Attributes["aria-hidden"] != "true" || e.Node() != "" || e.Attributes[mirror.PaperAttribute] != "bar" {
		t.Errorf("the drawing's attributes are %v: it must neither be heard nor take focus", e.Attributes)
	}
	narrow := mirror.From(printed(0.25, 320))
	if again := draws(mirror.Diff(wide, narrow, "")); len(again) > 0 {
		t.Errorf("on a narrower screen it is drawn again: %+v", again)
	}
	if other := draws(mirror.Diff(narrow, mirror.From(printed(0.75, 320)), "")); len(other) != 1 {
		t.Errorf("when it shows something else it is drawn %d times, want once", len(other))
	}
}
