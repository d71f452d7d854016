package ui_test

import (
	"math"
	"testing"
	"time"

	"holdtheline/game/toolkit/ui"
)

// card is a node that glides, after one of the given height.
func gliding(above float64) *ui.Node {
	return box(
		"r", ui.Style{},
		box("above", ui.Style{Height: above}),
		&ui.Node{ID: "card", Text: ui.Plain("card"), Style: ui.Style{Height: 50, Glide: true}},
	)
}

// A node whose position changes glides there with its text, slowing down.
func TestMotionGlides(t *testing.T) {
	var m ui.Motion
	m.Arrange(lay(gliding(20), 200, 400), 0)
	if m.Animating() {
		t.Fatal("something moves at the very beginning")
	}
	after := lay(gliding(220), 200, 400)
	last := 0.0
	for ms := range 24 {
		shown := m.Arrange(after, time.Second+10*time.Duration(ms)*time.Millisecond)
		y, text := shown.Find("card").Y, shown.Find("card").Lines[0].Y
		if ms == 0 && y != 20 {
			t.Errorf("it begins at %v, want where it was", y)
		}
		if y < last || y > 220 {
			t.Errorf("after %d ms it is at %v, after %v", 10*ms, y, last)
		}
		if off := after.Find("card").Lines[0].Y - text - (220 - y); math.Abs(off) > 0.01 {
			t.Errorf("its text is %v px from it", off)
		}
		last = y
	}
	if got := after.Find("card").Y; got != 220 {
		t.Errorf("the layout itself has changed: %v", got)
	}
	if shown := m.Arrange(after, 2*time.Second); shown != after || m.Animating() {
		t.Error("it doesn't come to rest")
	}
}

// Another change starts from wherever things are.
func TestMotionIsInterruptible(t *testing.T) {
	var m ui.Motion
	m.Arrange(lay(gliding(0), 200, 400), 0)
	there := lay(gliding(200), 200, 400)
	m.Arrange(there, time.Second)
	half := m.Arrange(there, time.Second+80*time.Millisecond).Find("card").Y
	back := m.Arrange(lay(gliding(0), 200, 400), time.Second+80*time.Millisecond).Find("card").Y
	if half < 20 || math.Abs(half-back) > 0.01 {
		t.Errorf("it jumps from %v to %v", half, back)
	}
}

func TestMotionStill(t *testing.T) {
	m := ui.Motion{ReducedMotion: true}
	m.Arrange(lay(gliding(0), 200, 400), 0)
	after := lay(gliding(200), 200, 400)
	if shown := m.Arrange(after, time.Second); shown != after || m.Animating() {
		t.Error("something moves that should be still")
	}
	// Turned off half-way, it stops at once.
	m = ui.Motion{}
	m.Arrange(lay(gliding(0), 200, 400), 0)
	m.Arrange(after, time.Second)
	m.ReducedMotion = true
	if shown := m.Arrange(after, time.Second+time.Millisecond); shown != after {
		t.Error("it goes on moving")
	}
}

// A new node comes in, and hits use its final position.
func TestMotionEntrances(t *testing.T) {
	for _, enter := range []ui.Entrance{ui.Rise, ui.Stamp} {
		var m ui.Motion
		m.Arrange(lay(box("r", ui.Style{}), 200, 400), 0)
		after := lay(box("r", ui.Style{}, box("new", ui.Style{Height: 50, Enter: enter})), 200, 400)
		p := m.Arrange(after, time.Second).Find("new")
		if p.Fade != 1 {
			t.Errorf("it begins %v gone, want wholly", p.Fade)
		}
		if enter == ui.Stamp && p.Zoom <= 0 || enter == ui.Rise && p.Y <= 0 {
			t.Errorf("it begins in its place: %+v", p)
		}
		if m.Arrange(after, 2*time.Second); m.Animating() {
			t.Error("it doesn't come to rest")
		}
		again := lay(box("r", ui.Style{}, box("new", ui.Style{Height: 50, Enter: enter})), 200, 400)
		if m.Arrange(again, 3*time.Second); m.Animating() {
			t.Error("it comes in a second time")
		}
	}
}

// A length is a figure that grows.
type length struct{ long float64 }

func (f length) Size(float64) (w, h float64)                { return f.long, 1 }
func (f length) Draw(c ui.Canvas, w, h float64, s ui.State) {}
func (f length) Between(from ui.Figure, t float64) ui.Figure {
	was, ok := from.(length)
	if !ok || was == f {
		return nil
	}
	return length{was.long + (f.long-was.long)*t}
}

func TestMotionChangesFigures(t *testing.T) {
	tree := func(long float64) *ui.Layout {
		return lay(box("r", ui.Style{}, &ui.Node{ID: "f", Figure: length{long}}), 200, 400)
	}
	var m ui.Motion
	m.Arrange(tree(10), 0)
	after := tree(110)
	if got := m.Arrange(after, time.Second).Find("f").Node.Figure; got != (length{10}) {
		t.Errorf("it begins as %v", got)
	}
	if got := m.Arrange(after, time.Second+100*time.Millisecond).Find("f").Node.Figure.(length).long; got <= 10 || got >= 110 {
		t.Errorf("half-way it is %v long", got)
	}
	if got := m.Arrange(after, 2*time.Second).Find("f").Node.Figure; got != (length{110}) {
		t.Errorf("it ends as %v", got)
	}
}

func TestZigzag(t *testing.T) {
	item := func(id string, h, weight float64) *ui.Node {
		return box(id, ui.Style{Height: h, Grow: weight})
	}
	l := lay(box("r", ui.Style{Flow: ui.Zigzag, Gap: 10, Split: 30},
		item("a", 50, 1), item("b", 20, 1), item("c", 40, 2), item("d", 20, 1)), 590, 400)
	// Six steps of 100: each item takes its weight plus one.
	for id, want := range map[string]string{
		"a": "0,0 190x50", "b": "100,80 190x20", "c": "200,10 290x40", "d": "400,80 190x20",
	} {
		if got := at(l, id); got != want {
			t.Errorf("%s is at %s, want %s", id, got, want)
		}
	}
}
