package paint_test

import (
	"fmt"
	"image"
	"testing"

	"holdtheline/game/toolkit/basic"
	"holdtheline/game/toolkit/paint"
	"holdtheline/game/toolkit/style"
	"holdtheline/game/toolkit/typeface"
	"holdtheline/game/toolkit/ui"
)

// counting is a figure that counts how often it is drawn.
type counting struct {
	drawn *int
	w, h  float64
}

func (c counting) Size(float64) (w, h float64) { return c.w, c.h }

func (c counting) Draw(canvas ui.Canvas, w, h float64, s ui.State) {
	*c.drawn++
	color := style.Accent
	if s.Hover {
		color = style.Ink
	}
	canvas.Fill(ui.Path{{Op: ui.MoveTo}, {Op: ui.LineTo, X3: w}, {Op: ui.LineTo, X3: w, Y3: h}, {Op: ui.LineTo, Y3: h}, {Op: ui.Close}}, color)
}

// paper is the light palette.
var paper = basic.Theme().Palette("light", style.Preference{})

type bench struct {
	layouter *ui.Layouter
	painter  *paint.Painter
}

func newBench(t *testing.T) bench {
	t.Helper()
	faces, err := typeface.New(basic.Theme())
	if err != nil {
		t.Fatal(err)
	}
	return bench{ui.NewLayouter(faces), paint.New(faces)}
}

func (b bench) scene(root *ui.Node) paint.Scene {
	return paint.Scene{
		Layout:  b.layouter.Lay(root, ui.Viewport{Width: 200, Height: 100}, nil),
		Palette: paper, Scale: 1,
	}
}

func quads(f *paint.Frame) int {
	n := 0
	for _, b := range f.Batches {
		n += len(b.Quads)
	}
	return n
}

func TestAFigureIsDrawnOnceForEachState(t *testing.T) {
	b := newBench(t)
	drawn := 0
	root := func() *ui.Node {
		return &ui.Node{ID: "r", Children: []*ui.Node{{ID: "f", Role: ui.Button, Do: 1, Figure: counting{&drawn, 40, 40}}}}
	}
	s := b.scene(root())
	b.painter.Paint(s)
	b.painter.Paint(s)
	if drawn != 1 {
		t.Errorf("painted twice, drawn %d times", drawn)
	}
	s.Hover = "f"
	b.painter.Paint(s)
	if drawn != 2 {
		t.Errorf("under the pointer: drawn %d times in all, want 2", drawn)
	}
}

func TestScrolledOutNodesAddNoQuads(t *testing.T) {
	b := newBench(t)
	list := func(n int) *ui.Node {
		s := &ui.Node{ID: "s", Style: ui.Style{Scroll: true, Grow: 1}}
		for i := range n {
			s.Children = append(s.Children, &ui.Node{ID: fmt.Sprint(i), Text: ui.Plain("some words"), Style: ui.Style{Look: ui.Card, Height: 50}})
		}
		return &ui.Node{ID: "r", Children: []*ui.Node{s}}
	}
	few, many := quads(b.painter.Paint(b.scene(list(4)))), quads(b.painter.Paint(b.scene(list(400))))
	if many > few+40 {
		t.Errorf("%d rectangles for 400 cards, %d for the 4 that can be seen", many, few)
	}
}

func TestQuadsStayOnTheirPages(t *testing.T) {
	b := newBench(t)
	drawn := 0
	root := &ui.Node{ID: "r", Role: ui.Main, Style: ui.Style{Pad: ui.All(10), Gap: 5}, Children: []*ui.Node{
		{ID: "a", Role: ui.Button, Do: 1, Text: ui.Plain("Ägypten · “Тест”"), Style: ui.Style{Look: ui.PrimaryButton}},
		{ID: "c", Role: ui.Checkbox, Do: 1, Checked: true, Text: ui.Plain("Yes"), Style: ui.Style{Look: ui.Choice}},
		{ID: "f", Figure: counting{&drawn, 3000, 40}},
	}}
	for _, b2 := range b.painter.Paint(b.scene(root)).Batches {
		for _, q := range b2.Quads {
			if q.S.Empty() || q.D.Empty() || !q.S.In(b2.Page.Image.Rect) {
				t.Errorf("a rectangle from %v of a page of %v to %v", q.S, b2.Page.Image.Rect, q.D)
			}
		}
	}
}

// Many different texts fill the pages again and again; every frame's quads must
// still point at its glyphs.
func TestFullPagesAreFilledAnew(t *testing.T) {
	b := newBench(t)
	for i := range 60 {
		root := &ui.Node{ID: "r", Role: ui.Main, Children: []*ui.Node{
			{ID: "t", Text: ui.Plain("WMQ@ÄÖ"), Style: ui.Style{Font: style.Font{Size: basic.Title, Bold: true}}},
		}}
		s := b.scene(root)
		s.Scale = 6 + float64(i)/7 // sizes that nothing else has
		f := b.painter.Paint(s)
		if !inked(f) {
			t.Fatalf("at scale %.2f nothing is to be seen", s.Scale)
		}
	}
}

// inked tells whether every glyph of a frame has ink on its page.
func inked(f *paint.Frame) bool {
	glyphs := 0
	for _, b := range f.Batches {
		for _, q := range b.Quads {
			if q.S.Dx() < 20 || q.Top != paper.RGBA(style.Ink) {
				continue
			}
			glyphs++
			if !hasInk(b.Page.Image, q.S) {
				return false
			}
		}
	}
	return glyphs >= 5
}

func hasInk(img *image.Alpha, r image.Rectangle) bool {
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if img.AlphaAt(x, y).A == 0xFF {
				return true
			}
		}
	}
	return false
}
