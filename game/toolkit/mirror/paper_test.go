package mirror_test

import (
	"strings"
	"testing"

	"holdtheline/game/toolkit/basic"
	"holdtheline/game/toolkit/mirror"
	"holdtheline/game/toolkit/style"
	"holdtheline/game/toolkit/typeface"
	"holdtheline/game/toolkit/ui"
)

var faces = func() *typeface.Set {
	s, err := typeface.New(basic.Theme())
	if err != nil {
		panic(err)
	}
	return s
}()

// A bar is as wide as there is room.
type bar struct {
	share float64
	label string
}

func (bar) Size(width float64) (w, h float64) { return width, 20 }

func (b bar) Draw(c ui.Canvas, w, h float64, _ ui.State) {
	c.Fill(ui.Path{{Op: ui.MoveTo}, {Op: ui.LineTo, X3: b.share * w}, {Op: ui.LineTo, X3: b.share * w, Y3: h}, {Op: ui.Close}}, style.Ink)
	c.Text(b.label, 0, h, style.Font{}, style.None)
}

// A line is a Surround.
type line struct{ bar }

func (line) Around(ui.Canvas, float64, float64, ui.State, []ui.Joint) {}

// printed is a screen with a bar that is printed and one that isn't.
func printed(share, width float64) *ui.Layout {
	root := &ui.Node{ID: "screen", Role: ui.Main, Children: []*ui.Node{
		{ID: "bar", Decorative: true, Figure: bar{share, "50 %"}, PrintWidth: 200},
		{ID: "icon", Decorative: true, Figure: bar{share, ""}},
	}}
	return ui.NewLayouter(faces).Lay(root, ui.Viewport{Width: width, Height: 600}, nil)
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

// A printed figure is drawn once, at its print width, and again only when it
// has changed.
func TestPrintedFiguresAreDrawnOnce(t *testing.T) {
	wide := mirror.From(printed(0.25, 900))
	first := draws(mirror.Diff(nil, wide, ""))
	if len(first) != 1 || first[0].Key != "bar/paper" {
		t.Fatalf("drawn at first: %+v, want the bar alone", first)
	}
	if svg := first[0].Value; !strings.Contains(svg, `width="200"`) || !strings.Contains(svg, "50 %</text>") {
		t.Errorf("the drawing is %s", svg)
	}
	e := wide.Find("bar/paper")
	if e.Attributes["aria-hidden"] != "true" || e.Node() != "" || e.Attributes[mirror.PrintFigureAttribute] != "bar" {
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

// What replaces a Surround is printed at its print width, fills the width in
// the plain page, isn't over the canvas, and is hidden from screen readers.
func TestApartReplacesASurround(t *testing.T) {
	spread := bar{0.25, "a spread"}
	screen := func(width float64) *ui.Layout {
		root := &ui.Node{ID: "screen", Role: ui.Main, Children: []*ui.Node{
			{ID: "line", Role: ui.List, Figure: line{}, Fallback: bar{1, "a scale"}, PrintWidth: 500, Children: []*ui.Node{
				{ID: "item", Role: ui.ListItem, Children: []*ui.Node{
					{ID: "title", Role: ui.Paragraph, Text: ui.Plain("A card"), Fallback: spread, PrintWidth: 500},
				}},
			}},
		}}
		return ui.NewLayouter(faces).Lay(root, ui.Viewport{Width: width, Height: 600}, nil)
	}
	over := mirror.From(screen(900))
	if over.Find("title/apart") != nil {
		t.Error("over the canvas there is a drawing apart")
	}
	page := mirror.Page(screen(900))
	var widths []float64
	var look func(e *mirror.Element)
	look = func(e *mirror.Element) {
		if d := e.Drawing; d != nil {
			if _, ok := d.Figure.(line); ok {
				t.Error("the line itself is drawn, of which the page doesn't know where its cards stand")
			}
			if !strings.HasSuffix(e.Key, "/paper") {
				widths = append(widths, d.Wide)
			}
		}
		for _, child := range e.Children {
			look(child)
		}
	}
	look(page)
	if len(widths) != 2 || widths[0] != widths[1] || widths[0] >= 900 {
		t.Errorf("the drawings are %v wide, want all equally wide and narrower than the page", widths)
	}
	for _, key := range []string{"line/paper", "title/paper", "line/apart", "title/apart"} {
		e := page.Find(key)
		if e == nil {
			t.Fatalf("there is no %s", key)
		}
		if e.Attributes["aria-hidden"] != "true" || e.Node() != "" {
			t.Errorf("the attributes of %s are %v: it must neither be heard nor take focus", key, e.Attributes)
		}
		if strings.HasSuffix(key, "/paper") && e.Drawing.Wide != 500 {
			t.Errorf("%s is %g wide, want 500", key, e.Drawing.Wide)
		}
	}
	item := page.Find("item")
	if n := len(item.Children); n != 3 || item.Children[n-1].Key != "title" {
		t.Errorf("the drawings don't stand before what they belong to: %d elements in the item", n)
	}
}
