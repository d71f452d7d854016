package mirror_test

import (
	"strings"
	"testing"

	"holdtheline/game/toolkit/mirror"
	"holdtheline/game/toolkit/ui"
)

// In the plain page a figure is drawn again only when it looks different.
func TestADrawingIsWrittenWhenItLooksDifferent(t *testing.T) {
	page := func(words string, share float64, checked bool, text float64) *mirror.Element {
		root := &ui.Node{ID: "screen", Role: ui.Main, Children: []*ui.Node{
			{ID: "words", Role: ui.Paragraph, Text: ui.Plain(words)},
			{ID: "bar", Role: ui.Radio, Name: "a bar", Figure: bar{share, ""}, Checked: checked, Style: ui.Style{Look: ui.IconButton}},
		}}
		return mirror.Page(ui.NewLayouter(faces).Lay(root, ui.Viewport{Width: 900, Height: 600, Text: text}, nil))
	}
	first := page("Some words", 0.25, false, 1)
	drawn := draws(mirror.Diff(nil, first, ""))
	if len(drawn) != 1 || !strings.Contains(drawn[0].Value, "<svg") {
		t.Fatalf("drawn at first: %+v, want the bar", drawn)
	}
	for _, test := range []struct {
		name string
		page *mirror.Element
		want int
	}{
		{"other words", page("Other words", 0.25, false, 1), 0},
		{"another share", page("Some words", 0.5, false, 1), 1},
		{"another state", page("Some words", 0.25, true, 1), 1},
		{"larger text", page("Some words", 0.25, false, 1.5), 1},
	} {
		if got := draws(mirror.Diff(first, test.page, "")); len(got) != test.want {
			t.Errorf("with %s it is drawn %d times, want %d", test.name, len(got), test.want)
		}
	}
}
