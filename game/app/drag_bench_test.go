package app_test

import (
	"testing"
	"time"

	"holdtheline/game/app"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/drive"
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
	driver   *drive.Driver
	painter  *paint.Painter
	elements *mirror.Element
	now      time.Duration
	batches  int // drawn so far
}

var laptop = ui.Viewport{Width: 1366, Height: 768, Text: 1}

// timeline plays up to the first screen with cards to put in order.
func timeline(b *testing.B) *table { return tableWith(b, casefile.Quick, "cards") }

// tableWith plays up to the first screen with a node.
func tableWith(b *testing.B, length casefile.Length, node string) *table {
	b.Helper()
	m := newGame(b, app.Options{Length: length, Mode: session.Practice, Seed: 7})
	faces := theme.Faces()
	t := &table{m: m, driver: drive.New(app.NewProgram(m, began), faces), painter: paint.New(faces)}
	t.driver.Handle(drive.Event{Kind: drive.Resize, Width: laptop.Width, Height: laptop.Height})
	p, set := &player{t: b, m: m}, setOf(b)
	// What is painted on the way fills the pages of glyphs.
	p.screens = func(string, *ui.Node) {
		t.driver.Invalidate()
		t.show(t.driver.Frame(t.now))
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
			if p.has(node) {
				return t
			}
			item, _ := set.Item(id)
			p.answer(item, best(item))
			p.press("submit")
			p.press("next")
		}
	}
	b.Fatalf("there was no %q", node)
	return nil
}

// frame shows what has come of the pointer.
func (t *table) frame(e drive.Event) {
	t.now += 16 * time.Millisecond
	e.At = t.now
	t.driver.Handle(e)
	t.show(t.driver.Frame(t.now))
}

func (t *table) show(change drive.Change) {
	if change >= drive.LayoutChange {
		elements := mirror.From(t.driver.Layout())
		mirror.Diff(t.elements, elements, "")
		t.elements = elements
	}
	scene := t.driver.Scene(theme.Of(theme.Light), 1)
	scene.Over = true
	t.batches += len(t.painter.Paint(scene).Batches)
}

// BenchmarkDragCard is a frame in which a card follows the pointer.
func BenchmarkDragCard(b *testing.B) {
	t := timeline(b)
	card := t.driver.Layout().Find("cards").Children[0]
	x, y := card.X+30, card.Y+card.H/2
	t.frame(drive.Event{Kind: drive.Down, X: x, Y: y})
	b.ReportAllocs()
	t.batches = 0
	for i := 0; b.Loop(); i++ {
		t.frame(drive.Event{Kind: drive.Move, X: x, Y: y + float64(i*7%250)})
	}
	b.ReportMetric(float64(t.batches)/float64(b.N), "batches/op")
	if t.driver.Dragging() == "" {
		b.Fatal("nothing was dragged")
	}
}

// BenchmarkPullCord is a frame in which the cord from a card follows the pointer.
func BenchmarkPullCord(b *testing.B) {
	t := tableWith(b, casefile.Lesson, "cord")
	card := t.driver.Layout().Find("item.a1")
	x, y := card.X+30, card.Y+20
	t.frame(drive.Event{Kind: drive.Down, X: x, Y: y})
	b.ReportAllocs()
	t.batches = 0
	for i := 0; b.Loop(); i++ {
		t.frame(drive.Event{Kind: drive.Move, X: x + 20 + float64(i*37%900), Y: y + float64(i*7%250)})
	}
	b.ReportMetric(float64(t.batches)/float64(b.N), "batches/op")
	if t.driver.Dragging() == "" {
		b.Fatal("nothing was pulled")
	}
}

// BenchmarkDropCard is a card picked up, put down elsewhere, and come to rest.
func BenchmarkDropCard(b *testing.B) {
	t := timeline(b)
	b.ReportAllocs()
	for b.Loop() {
		card := t.driver.Layout().Find("cards").Children[0]
		tree := t.driver.Layout().Root.Node
		e := drive.Event{Kind: drive.Down, X: card.X + 30, Y: card.Y + card.H/2}
		t.frame(e)
		for _, kind := range []drive.Kind{drive.Move, drive.Move, drive.Up} {
			e.Kind, e.Y = kind, e.Y+card.H/2
			t.frame(e)
		}
		for range 20 {
			e.Kind = drive.Move
			t.frame(e)
		}
		if t.driver.Layout().Root.Node == tree {
			b.Fatal("nothing was put down")
		}
	}
}
