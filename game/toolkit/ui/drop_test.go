package ui_test

import (
	"math"
	"reflect"
	"testing"
	"time"

	"holdtheline/game/toolkit/ui"
)

// A string is a thread that remembers how far it leads.
type stringTo struct{ dx, dy float64 }

func (s stringTo) Size(float64) (w, h float64)                { return 0, 0 }
func (s stringTo) Draw(ui.Canvas, float64, float64, ui.State) {}
func (s stringTo) To(dx, dy float64) ui.Figure                { return stringTo{dx, dy} }

type dropped struct{ item, target string }

// hooks has two cards that can be dragged, one of them by a thread, and a place that
// takes only the card a.
func hooks() *ui.Node {
	card := func(id string, thread bool) *ui.Node {
		c := box("item."+id, ui.Style{Height: 60}, box("item."+id+".grip", high(20)), button("press."+id, high(40)))
		c.Drag, c.Drop = &ui.Draggable{Name: id, Thread: thread}, id
		return c
	}
	place := box("place", high(60))
	place.Drop = "place"
	root := box("screen.hooks", ui.Style{}, place, card("a", false), card("b", true),
		&ui.Node{ID: "thread", Decorative: true, Figure: stringTo{}})
	root.Role = ui.Main
	root.Drops = &ui.Drops{Thread: "thread", Message: func(item, target string) ui.Msg {
		if target == "place" && item != "a" {
			return nil
		}
		return dropped{item, target}
	}}
	return root
}

// pointing drags from a point to another and lets go.
func pointing(p *ui.Pointer, l *ui.Layout, fromX, fromY, toX, toY float64) []ui.Msg {
	p.Handle(l, ui.PointerEvent{Kind: ui.PointerDown, X: fromX, Y: fromY})
	p.Handle(l, ui.PointerEvent{Kind: ui.PointerMove, X: (fromX + toX) / 2, Y: (fromY + toY) / 2, At: 10 * time.Millisecond})
	p.Handle(l, ui.PointerEvent{Kind: ui.PointerMove, X: toX, Y: toY, At: 20 * time.Millisecond})
	p.Arrange(l)
	return p.Handle(l, ui.PointerEvent{Kind: ui.PointerUp, X: toX, Y: toY, At: 30 * time.Millisecond})
}

func TestDropOntoAnotherNode(t *testing.T) {
	l := lay(hooks(), 300, 400) // the place at 0, a at 60, b at 120
	for name, tt := range map[string]struct {
		from, to float64
		want     []ui.Msg
	}{
		"the card onto the place":        {100, 30, []ui.Msg{dropped{"a", "place"}}},
		"the card onto the other":        {100, 150, []ui.Msg{dropped{"a", "b"}}},
		"the thread to the card":         {160, 90, []ui.Msg{dropped{"b", "a"}}},
		"the thread where it isn't kept": {160, 30, nil},
		"to where nothing is":            {160, 350, nil},
		"onto itself":                    {90, 110, nil},
	} {
		if got := pointing(&ui.Pointer{}, l, 150, tt.from, 150, tt.to); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
	}
}

func TestDragShowsTheCardOrAThread(t *testing.T) {
	l := lay(hooks(), 300, 400)
	hold := func(fromY, toY float64) *ui.Pointer {
		p := &ui.Pointer{}
		p.Handle(l, ui.PointerEvent{Kind: ui.PointerDown, X: 150, Y: fromY})
		p.Handle(l, ui.PointerEvent{Kind: ui.PointerMove, X: 150, Y: toY, At: 10 * time.Millisecond})
		return p
	}
	p := hold(100, 30)
	if item, ok := p.Dragging(); !ok || item != "item.a" || p.Hover != "place" {
		t.Errorf("%q is dragged over %q", item, p.Hover)
	}
	shown := p.Arrange(l)
	if card := shown.Find("item.a"); !card.Lifted || card.Y != 60-70 || shown.Find("press.a").Y != 80-70 {
		t.Errorf("the card is shown at %v", card.Rect())
	}
	if l.Find("item.a").Y != 60 {
		t.Error("the layout was changed")
	}

	p = hold(160, 90)
	shown = p.Arrange(l)
	if shown.Find("item.b").Lifted || shown.Find("item.b").Y != 120 {
		t.Error("what a thread is pulled from stays")
	}
	thread := shown.Find("thread")
	if want := (stringTo{150, 90 - 150}); thread.Node.Figure != want || !thread.Lifted || thread.Y > 90 || thread.Y+thread.H < 150 {
		t.Errorf("the thread %+v is shown at %v", thread.Node.Figure, thread.Rect())
	}
	if l.Find("thread").H != 0 {
		t.Error("a thread takes room")
	}
}

// What is let go of goes back to its place: it slides, or is there at once under
// reduced motion.
func TestLetGoOfADrag(t *testing.T) {
	l := lay(hooks(), 300, 400)
	for _, reduced := range []bool{false, true} {
		p := &ui.Pointer{ReducedMotion: reduced}
		p.Handle(l, ui.PointerEvent{Kind: ui.PointerDown, X: 150, Y: 100})
		p.Handle(l, ui.PointerEvent{Kind: ui.PointerMove, X: 150, Y: 300, At: 10 * time.Millisecond})
		p.Arrange(l)
		p.Cancel()
		if got := p.Arrange(l).Find("item.a").Y; !reduced && got != 260 || reduced && got != 60 {
			t.Errorf("reduced motion %t: just after it is at %v", reduced, got)
		}
		for now := 20 * time.Millisecond; now < time.Second; now += 16 * time.Millisecond {
			p.Tick(l, now)
			p.Arrange(l)
		}
		if got := p.Arrange(l).Find("item.a").Y; got != 60 || p.Active() {
			t.Errorf("reduced motion %t: in the end it is at %v, still moving: %t", reduced, got, p.Active())
		}
		if msgs := p.Handle(l, ui.PointerEvent{Kind: ui.PointerUp, X: 150, Y: 30, At: 2 * time.Second}); msgs != nil {
			t.Errorf("a drag that was cancelled sends %v", msgs)
		}
	}
}

func TestFingerDragsByTheGripOrAfterALongPress(t *testing.T) {
	l := lay(hooks(), 300, 400)
	touch := func(kind ui.PointerKind, y float64, at time.Duration) ui.PointerEvent {
		return ui.PointerEvent{Kind: kind, X: 150, Y: y, Touch: true, At: at}
	}
	p := &ui.Pointer{}
	p.Handle(l, touch(ui.PointerDown, 65, 0)) // the grip of a
	if _, ok := p.Dragging(); !ok {
		t.Error("the grip doesn't lift the card at once")
	}
	p.Handle(l, touch(ui.PointerMove, 30, 50*time.Millisecond))
	if got := p.Handle(l, touch(ui.PointerUp, 30, 60*time.Millisecond)); !reflect.DeepEqual(got, []ui.Msg{dropped{"a", "place"}}) {
		t.Errorf("dropped by the grip: %v", got)
	}

	p = &ui.Pointer{}
	p.Handle(l, touch(ui.PointerDown, 65, 0))
	if got := p.Handle(l, touch(ui.PointerUp, 66, 40*time.Millisecond)); !reflect.DeepEqual(got, []ui.Msg{"do press.a"}) {
		t.Errorf("a tap on the grip: %v", got)
	}

	p = &ui.Pointer{}
	p.Handle(l, touch(ui.PointerDown, 105, 0))
	for now := 20 * time.Millisecond; now <= 400*time.Millisecond; now += 20 * time.Millisecond {
		p.Tick(l, now)
	}
	if _, ok := p.Dragging(); !ok {
		t.Error("a long press doesn't lift the card")
	}
}

func TestWhatIsDraggedMayGo(t *testing.T) {
	l := lay(hooks(), 300, 400)
	p := &ui.Pointer{}
	p.Handle(l, ui.PointerEvent{Kind: ui.PointerDown, X: 150, Y: 160})
	p.Handle(l, ui.PointerEvent{Kind: ui.PointerMove, X: 150, Y: 90, At: 10 * time.Millisecond})
	empty := lay(box("screen.hooks", ui.Style{}, box("else", high(math.Pi))), 300, 400)
	p.Arrange(empty)
	if msgs := p.Handle(empty, ui.PointerEvent{Kind: ui.PointerUp, X: 150, Y: 1, At: 20 * time.Millisecond}); msgs != nil {
		t.Errorf("it sends %v", msgs)
	}
}
