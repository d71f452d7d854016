package app_test

import (
	"testing"
	"time"

	"holdtheline/game/app"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/mirror"
	"holdtheline/game/toolkit/paint"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// A table is the timeline with what the program does for a frame, apart from
// handing it to the page and to the graphics card.
type table struct {
	m        *app.Model
	layouter *ui.Layouter
	painter  *paint.Painter
	pointer  ui.Pointer
	motion   ui.Motion
	tree     *ui.Node
	layout   *ui.Layout
	elements *mirror.Element
	now      time.Duration
	batches  int // drawn so far
}

var laptop = ui.Viewport{Width: 1366, Height: 768, Text: 1}

// timeline plays up to the first screen with cards to put in order.
func timeline(b *testing.B) *table {
	b.Helper()
	m := newGame(b, app.Options{Length: casefile.Quick, Mode: session.Practice, Seed: 7})
	faces := theme.Faces()
	t := &table{m: m, layouter: ui.NewLayouter(faces), painter: paint.New(faces)}
	p, set := &player{t: b, m: m}, setOf(b)
	// What is painted on the way fills the pages of glyphs.
	p.screens = func(string, *ui.Node) {
		t.renew()
		t.show()
	}
	p.press("begin")
	for range 50 {
		step := m.Session().Step()
		if step.Tabs != "" {
			if tabs, ok := set.Item(step.Tabs); ok {
				p.press("open." + tabs.(*puzzle.Tabs).Offered()[0])
				p.press("reading.done")
			}
		}
		for _, id := range step.Items {
			if p.has("cards") {
				return t
			}
			item, _ := set.Item(id)
			p.answer(item, best(item))
			p.press("submit")
			p.press("next")
		}
	}
	b.Fatal("there was no timeline")
	return nil
}

// renew makes the tree anew, and all that follows from it.
func (t *table) renew() {
	t.tree = t.m.View(laptop)
	t.layout = t.layouter.Lay(t.tree, laptop, t.pointer.Scroll)
	elements := mirror.From(t.layout)
	mirror.Diff(t.elements, elements, "")
	t.elements = elements
}

// frame shows what has come of the pointer.
func (t *table) frame(e ui.PointerEvent) {
	t.now += 16 * time.Millisecond
	e.At = t.now
	for _, msg := range t.pointer.Handle(t.layout, e) {
		t.m.Update(msg)
		t.renew()
	}
	t.pointer.Tick(t.layout, t.now)
	t.show()
}

func (t *table) show() {
	t.batches += len(t.painter.Paint(paint.Scene{
		Layout: t.motion.Arrange(t.pointer.Arrange(t.layout), t.now), Palette: theme.Of(theme.Light), Scale: 1,
		Hover: t.pointer.Hover, Pressed: t.pointer.Pressed, Over: true,
	}).Batches)
}

// BenchmarkDragCard is a frame in which a card follows the pointer.
func BenchmarkDragCard(b *testing.B) {
	t := timeline(b)
	card := t.layout.Find("cards").Children[0]
	x, y := card.X+30, card.Y+card.H/2
	t.frame(ui.PointerEvent{Kind: ui.PointerDown, X: x, Y: y})
	b.ReportAllocs()
	t.batches = 0
	for i := 0; b.Loop(); i++ {
		t.frame(ui.PointerEvent{Kind: ui.PointerMove, X: x, Y: y + float64(i*7%250)})
	}
	b.ReportMetric(float64(t.batches)/float64(b.N), "batches/op")
	if _, ok := t.pointer.Dragging(); !ok {
		b.Fatal("nothing was dragged")
	}
}

// BenchmarkDropCard is a card picked up, put down elsewhere, and come to rest.
func BenchmarkDropCard(b *testing.B) {
	t := timeline(b)
	b.ReportAllocs()
	for b.Loop() {
		card := t.layout.Find("cards").Children[0]
		tree := t.tree
		e := ui.PointerEvent{Kind: ui.PointerDown, X: card.X + 30, Y: card.Y + card.H/2}
		t.frame(e)
		for _, kind := range []ui.PointerKind{ui.PointerMove, ui.PointerMove, ui.PointerUp} {
			e.Kind, e.Y = kind, e.Y+card.H/2
			t.frame(e)
		}
		for range 20 {
			e.Kind = ui.PointerMove
			t.frame(e)
		}
		if t.tree == tree {
			b.Fatal("nothing was put down")
		}
	}
}
