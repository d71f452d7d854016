package ui_test

import (
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"
	"time"

	"holdtheline/game/toolkit/ui"
)

func button(id string, s ui.Style) *ui.Node {
	return &ui.Node{ID: id, Role: ui.Button, Text: ui.Plain(id), Do: "do " + id, Style: s}
}

func radio(id string, checked bool) *ui.Node {
	return &ui.Node{ID: id, Role: ui.Radio, Text: ui.Plain(id), Checked: checked, Do: "do " + id, Style: ui.Style{Look: ui.Choice}}
}

func high(h float64) ui.Style { return ui.Style{Height: h} }

// form has two buttons, a group of three radio buttons, and a disabled one.
func form(children ...*ui.Node) *ui.Node {
	off := button("off", high(50))
	off.Disabled = true
	root := box("screen.form", ui.Style{},
		&ui.Node{ID: "heading", Role: ui.Heading, Level: 1, Text: ui.Plain("Form"), Style: high(50)},
		button("a", high(50)), off, button("b", high(50)),
		&ui.Node{ID: "group", Role: ui.RadioGroup, Name: "Group", Children: []*ui.Node{radio("r1", false), radio("r2", true), radio("r3", false)}},
	)
	root.Children = append(root.Children, children...)
	root.Role = ui.Main
	return root
}

func ids(ps []*ui.Box) string {
	var out []string
	for _, p := range ps {
		out = append(out, p.Node.ID)
	}
	return strings.Join(out, " ")
}

func id(p *ui.Box) string {
	if p == nil {
		return ""
	}
	return p.Node.ID
}

func TestFocusOrder(t *testing.T) {
	l := lay(form(), 300, 600)
	if got, want := ids(l.Focusables()), "a b r2"; got != want {
		t.Errorf("focusables %q, want %q", got, want)
	}
	for _, tt := range []struct{ from, next, prev string }{
		{"", "a", "r2"},
		{"a", "b", "r2"},
		{"b", "r2", "a"},
		{"r2", "a", "b"},
		{"heading", "a", "r2"},
		{"off", "b", "a"},
		{"gone", "a", "r2"},
		{"r3", "a", "r2"},
	} {
		if got := id(l.Next(tt.from)); got != tt.next {
			t.Errorf("after %q comes %q, want %q", tt.from, got, tt.next)
		}
		if got := id(l.Prev(tt.from)); got != tt.prev {
			t.Errorf("before %q comes %q, want %q", tt.from, got, tt.prev)
		}
	}
}

func dialog() *ui.Node {
	return &ui.Node{
		ID: "dialog", Role: ui.Dialog, Name: "Sure?", Cancel: "close",
		Children: []*ui.Node{
			{ID: "dialog.heading", Role: ui.Heading, Level: 2, Text: ui.Plain("Sure?")},
			button("yes", high(50)), button("no", high(50)),
		},
	}
}

func TestADialogTakesAllInput(t *testing.T) {
	l := lay(form(dialog()), 300, 600)
	if got, want := ids(l.Focusables()), "yes no"; got != want {
		t.Errorf("focusables %q, want %q", got, want)
	}
	if hit := l.At(10, 60); hit != nil {
		t.Errorf("%q can be pressed below the dialog", hit.Node.ID)
	}
	yes := l.Find("yes")
	if got := id(l.At(yes.X+5, yes.Y+5)); got != "yes" {
		t.Errorf("pressing the dialog's button hits %q", got)
	}
	if got, want := at(l, "dialog"), "0,480 300x120"; got != want {
		t.Errorf("on a narrow screen the dialog is at %s, want %s", got, want)
	}
	wide := lay(form(dialog()), 1000, 600)
	if d := wide.Find("dialog"); math.Abs(d.X+d.W/2-500) > 1 || math.Abs(d.Y+d.H/2-300) > 1 {
		t.Errorf("on a wide screen the dialog is at %s, want the middle", at(wide, "dialog"))
	}
}

func TestKeys(t *testing.T) {
	l := lay(form(), 300, 600)
	f := ui.NextFocus(nil, l, ui.Focus{}, "")
	if f.ID != "heading" || f.Ring {
		t.Fatalf("a new screen has the focus on %q, ring %v; want its heading without a ring", f.ID, f.Ring)
	}
	for _, step := range []struct {
		key   ui.Key
		focus string
		sent  string
	}{
		{ui.Tab, "a", ""},
		{ui.Enter, "a", "do a"},
		{ui.Space, "a", "do a"},
		{ui.Tab, "b", ""},
		{ui.Tab, "r2", ""},
		{ui.Down, "r3", "do r3"},
		{ui.Right, "r1", "do r1"},
		{ui.Up, "r3", "do r3"},
		{ui.BackTab, "r2", ""},
	} {
		msgs, _, used := f.Press(l, step.key)
		sent := ""
		if len(msgs) > 0 {
			sent = msgs[0].(string)
		}
		if f.ID != step.focus || sent != step.sent || !used {
			t.Errorf("key %d: focus %q, sent %q, used %v; want %q, %q", step.key, f.ID, sent, used, step.focus, step.sent)
		}
	}
	open := lay(form(dialog()), 300, 600)
	f = ui.NextFocus(l, open, f, "")
	if f.ID != "dialog" {
		t.Errorf("a dialog opens with the focus on %q", f.ID)
	}
	if msgs, _, _ := f.Press(open, ui.Escape); !reflect.DeepEqual(msgs, []ui.Msg{"close"}) {
		t.Errorf("Esc sends %v", msgs)
	}
	f = ui.NextFocus(open, l, f, "")
	if f.ID != "r2" {
		t.Errorf("after the dialog the focus is on %q, want where it was", f.ID)
	}
}

func TestKeysScroll(t *testing.T) {
	root := box("screen", ui.Style{}, box("s", ui.Style{Scroll: true, Grow: 1},
		button("top", high(50)), box("tall", ui.Style{Height: 1000}), button("bottom", high(50))))
	l := lay(root, 300, 200)
	f := &ui.Focus{}
	for key, want := range map[ui.Key]float64{ui.Down: 60, ui.PageDown: 170, ui.Last: 900, ui.Space: 170, ui.Up: 0} {
		if _, scroll, _ := f.Press(l, key); scroll["s"] != want {
			t.Errorf("key %d scrolls to %v, want %v", key, scroll["s"], want)
		}
	}
	f.Press(l, ui.Tab)
	if _, scroll, _ := f.Press(l, ui.Tab); f.ID != "bottom" || scroll["s"] != 900 {
		t.Errorf("Tab to %q scrolls to %v, want bottom and 900", f.ID, scroll["s"])
	}
}

func TestArrowsInAList(t *testing.T) {
	list := &ui.Node{ID: "list", Role: ui.List}
	for i := range 3 {
		n := fmt.Sprint(i)
		list.Children = append(list.Children, &ui.Node{ID: n, Role: ui.ListItem, Children: []*ui.Node{button("up"+n, high(44)), button("down"+n, high(44))}})
	}
	l := lay(box("screen", ui.Style{}, list), 300, 600)
	f := &ui.Focus{ID: "down0"}
	for _, step := range []struct {
		key  ui.Key
		want string
	}{{ui.Down, "down1"}, {ui.Down, "down2"}, {ui.Down, "down2"}, {ui.Up, "down1"}} {
		f.Press(l, step.key)
		if f.ID != step.want {
			t.Errorf("key %d: focus %q, want %q", step.key, f.ID, step.want)
		}
	}
}

// hand sends events to a pointer and collects its messages.
type hand struct {
	t     *testing.T
	root  *ui.Node
	p     ui.Pointer
	l     *ui.Layout
	shown *ui.Layout
	now   time.Duration
	sent  []string
	touch bool
	w, h  float64
}

func newHand(t *testing.T, root *ui.Node, touch bool) *hand {
	h := &hand{t: t, root: root, touch: touch, w: 300, h: 600}
	h.lay()
	return h
}

func (h *hand) lay() {
	h.l = ui.NewLayouter(mono{}).Lay(h.root, ui.Viewport{Width: h.w, Height: h.h}, h.p.Scroll)
	h.shown = h.p.Arrange(h.l)
}

func (h *hand) do(kind ui.PointerKind, x, y float64) {
	for _, m := range h.p.Handle(h.l, ui.PointerEvent{Kind: kind, X: x, Y: y, Touch: h.touch, At: h.now}) {
		h.sent = append(h.sent, fmt.Sprint(m))
	}
	h.lay()
}

func (h *hand) wait(d time.Duration) {
	for end := h.now + d; h.now < end; {
		h.now += 10 * time.Millisecond
		h.p.Tick(h.l, h.now)
		h.lay()
	}
}

func (h *hand) took(want ...string) {
	h.t.Helper()
	if !reflect.DeepEqual(h.sent, want) && len(h.sent)+len(want) > 0 {
		h.t.Errorf("sent %q, want %q", h.sent, want)
	}
	h.sent = nil
}

func TestPress(t *testing.T) {
	for _, touch := range []bool{false, true} {
		h := newHand(t, form(), touch)
		h.do(ui.PointerDown, 10, 60)
		if h.p.Pressed != "a" {
			t.Errorf("touch %v: %q is held down", touch, h.p.Pressed)
		}
		h.took()
		h.do(ui.PointerUp, 12, 62)
		h.took("do a")

		h.do(ui.PointerDown, 10, 60)
		h.do(ui.PointerMove, 10, 190)
		if h.p.Pressed != "" {
			t.Errorf("touch %v: %q is held down from outside", touch, h.p.Pressed)
		}
		h.do(ui.PointerUp, 10, 190)
		h.took()

		h.do(ui.PointerDown, 10, 60)
		h.do(ui.PointerCancel, 10, 60)
		h.do(ui.PointerUp, 10, 60)
		h.took()

		h.do(ui.PointerDown, 10, 120) // disabled
		h.do(ui.PointerUp, 10, 120)
		h.took()
	}
}

func TestHover(t *testing.T) {
	h := newHand(t, form(), false)
	h.do(ui.PointerMove, 10, 60)
	if h.p.Hover != "a" {
		t.Errorf("hover %q", h.p.Hover)
	}
	h.do(ui.PointerMove, 10, 20)
	if h.p.Hover != "" {
		t.Errorf("hover %q over a heading", h.p.Hover)
	}
}

func TestATouchBesideAControlHitsIt(t *testing.T) {
	l := lay(box("r", ui.Style{Pad: ui.All(50), Align: ui.Start}, button("a", ui.Style{Width: 30, Height: 30})), 300, 300)
	if got := id(l.Near(45, 60)); got != "a" {
		t.Errorf("5 px beside hits %q", got)
	}
	if got := id(l.Near(30, 60)); got != "" {
		t.Errorf("20 px beside hits %q", got)
	}
}

func tall() *ui.Node {
	return box("screen", ui.Style{}, box("s", ui.Style{Scroll: true, Grow: 1}, button("a", high(100)), box("tall", ui.Style{Height: 2000})))
}

func TestWheel(t *testing.T) {
	h := newHand(t, tall(), false)
	h.p.Handle(h.l, ui.PointerEvent{Kind: ui.PointerWheel, X: 10, Y: 10, Wheel: 120})
	h.lay()
	if got := h.l.Scroll["s"]; got != 120 {
		t.Errorf("scrolled to %v", got)
	}
	h.p.Handle(h.l, ui.PointerEvent{Kind: ui.PointerWheel, X: 10, Y: 10, Wheel: 99999})
	h.lay()
	if got := h.l.Scroll["s"]; got != 1500 {
		t.Errorf("scrolled to %v, want the end", got)
	}
}

func TestAFingerScrollsAndFlicks(t *testing.T) {
	h := newHand(t, tall(), true)
	h.do(ui.PointerDown, 10, 80)
	for y := 80.0; y >= 20; y -= 10 {
		h.now += 16 * time.Millisecond
		h.do(ui.PointerMove, 10, y)
	}
	if got := h.l.Scroll["s"]; got != 60 {
		t.Errorf("dragged by %v, want 60", got)
	}
	h.do(ui.PointerUp, 10, 20)
	h.took()
	if !h.p.Animating() {
		t.Fatal("a flick doesn't glide")
	}
	h.wait(3 * time.Second)
	if got := h.l.Scroll["s"]; got < 150 || got > 500 {
		t.Errorf("glided to %v", got)
	}
	if h.p.Active() {
		t.Error("it never comes to rest")
	}

	h.do(ui.PointerDown, 10, 300)
	h.now += 16 * time.Millisecond
	h.do(ui.PointerMove, 10, 250)
	h.now += 500 * time.Millisecond
	h.do(ui.PointerUp, 10, 250)
	if h.p.Animating() {
		t.Error("a finger that rested flicks")
	}
}

func TestAFlickAtALowFrameRate(t *testing.T) {
	h := newHand(t, tall(), true)
	h.do(ui.PointerDown, 10, 400)
	for _, y := range []float64{330, 260} {
		h.now += 120 * time.Millisecond
		h.do(ui.PointerMove, 10, y)
	}
	h.now += 120 * time.Millisecond
	h.do(ui.PointerUp, 10, 260)
	if !h.p.Animating() {
		t.Error("it doesn't glide")
	}
}

func TestATapAtALowFrameRate(t *testing.T) {
	h := newHand(t, cards(), true)
	h.do(ui.PointerDown, 50, 100)
	for range 2 {
		h.now += 200 * time.Millisecond
		h.p.Tick(h.l, h.now)
	}
	h.do(ui.PointerUp, 50, 101)
	h.took("tap c1")
}

func TestReducedMotion(t *testing.T) {
	h := newHand(t, tall(), true)
	h.p.ReducedMotion = true
	h.do(ui.PointerDown, 10, 80)
	h.now += 10 * time.Millisecond
	h.do(ui.PointerMove, 10, 20)
	h.do(ui.PointerUp, 10, 20)
	if h.p.Active() {
		t.Error("it glides")
	}
}

func TestTheScrollbarThumbCanBeDragged(t *testing.T) {
	h := newHand(t, tall(), false)
	h.do(ui.PointerDown, 295, 10)
	h.do(ui.PointerMove, 295, 590)
	if got := h.l.Scroll["s"]; got != 1500 {
		t.Errorf("scrolled to %v, want the end", got)
	}
	h.do(ui.PointerUp, 295, 590)
	h.took()
}

// cards is a sortable list of five cards of 60 px with gaps of 10, each with a
// grip at the right.
func cards(order ...int) *ui.Node {
	if order == nil {
		order = []int{0, 1, 2, 3, 4}
	}
	list := &ui.Node{
		ID: "list", Role: ui.List, Style: ui.Style{Gap: 10},
		Sort: &ui.Sortable{Move: func(from, to int) ui.Msg { return fmt.Sprint(from, "→", to) }},
	}
	for _, i := range order {
		n := fmt.Sprint("c", i)
		list.Children = append(list.Children, &ui.Node{
			ID: n, Role: ui.ListItem, Do: "tap " + n, Name: n, Style: ui.Style{Look: ui.SortCard, Height: 60, Flow: ui.Row, Justify: ui.End},
			Children: []*ui.Node{{ID: n + ".grip", Decorative: true, Style: ui.Style{Width: 40, Height: 60}}},
		})
	}
	return box("screen", ui.Style{}, box("s", ui.Style{Scroll: true, Grow: 1}, list))
}

func (h *hand) places() string {
	var out []string
	for _, c := range h.shown.Find("list").Children {
		s := fmt.Sprintf("%s:%.0f", c.Node.ID, c.Y)
		if c.Lifted {
			s += "!"
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

func TestDragWithTheMouse(t *testing.T) {
	h := newHand(t, cards(), false)
	h.do(ui.PointerDown, 50, 30)
	h.do(ui.PointerMove, 50, 35)
	if got, want := h.places(), "c0:0 c1:70 c2:140 c3:210 c4:280"; got != want {
		t.Fatalf("within the slop: %s, want %s", got, want)
	}
	h.do(ui.PointerMove, 50, 170)
	h.wait(400 * time.Millisecond)
	if got, want := h.places(), "c0:140! c1:0 c2:70 c3:210 c4:280"; got != want {
		t.Errorf("dragged: %s, want %s", got, want)
	}
	h.do(ui.PointerUp, 50, 170)
	h.took("0→2")
	h.root = cards(1, 2, 0, 3, 4)
	h.lay()
	h.wait(time.Second)
	if got, want := h.places(), "c1:0 c2:70 c0:140 c3:210 c4:280"; got != want {
		t.Errorf("dropped: %s, want %s", got, want)
	}
	if h.p.Active() {
		t.Error("the list never comes to rest")
	}
}

func TestADroppedCardSlidesFromWhereItWas(t *testing.T) {
	h := newHand(t, cards(), false)
	h.do(ui.PointerDown, 50, 30)
	h.do(ui.PointerMove, 50, 160)
	h.wait(400 * time.Millisecond)
	h.do(ui.PointerUp, 50, 160)
	h.root = cards(1, 2, 0, 3, 4)
	h.lay()
	if got, want := h.places(), "c1:0 c2:70 c0:130 c3:210 c4:280"; got != want {
		t.Errorf("just dropped: %s, want %s", got, want)
	}
}

func TestDragEnds(t *testing.T) {
	for name, end := range map[string]func(*hand){
		"Esc":          func(h *hand) { h.p.Cancel(); h.lay() },
		"touch cancel": func(h *hand) { h.do(ui.PointerCancel, 50, 170) },
	} {
		t.Run(name, func(t *testing.T) {
			h := newHand(t, cards(), false)
			h.do(ui.PointerDown, 50, 30)
			h.do(ui.PointerMove, 50, 170)
			h.wait(400 * time.Millisecond)
			end(h)
			h.do(ui.PointerUp, 50, 170)
			h.took()
			h.wait(time.Second)
			if got, want := h.places(), "c0:0 c1:70 c2:140 c3:210 c4:280"; got != want {
				t.Errorf("after all: %s, want %s", got, want)
			}
		})
	}
}

func TestHeldUntilCancelled(t *testing.T) {
	h := newHand(t, cards(), false)
	held := func(want bool, when string) {
		t.Helper()
		if h.p.Held() != want {
			t.Errorf("%s: held is %v, want %v", when, h.p.Held(), want)
		}
	}
	held(false, "before")
	h.do(ui.PointerDown, 50, 30)
	held(true, "pressed")
	h.do(ui.PointerMove, 50, 170)
	held(true, "dragging")
	h.p.Cancel()
	held(false, "cancelled")
	h.do(ui.PointerUp, 50, 170)
	h.do(ui.PointerDown, 50, 30)
	h.p.Cancel()
	h.do(ui.PointerMove, 50, 170)
	held(false, "moved after it was cancelled")
	h.do(ui.PointerUp, 50, 170)
	h.took()
}

func TestAListThatChangesUnderADrag(t *testing.T) {
	h := newHand(t, cards(), false)
	h.do(ui.PointerDown, 50, 30)
	h.do(ui.PointerMove, 50, 170)
	h.root = form()
	h.lay()
	h.do(ui.PointerMove, 50, 180)
	h.do(ui.PointerUp, 50, 180)
	h.took()
}

func TestDragWithAFinger(t *testing.T) {
	t.Run("a move elsewhere on the card scrolls", func(t *testing.T) {
		h := newHand(t, cards(), true)
		h.h = 200
		h.lay()
		h.do(ui.PointerDown, 50, 150)
		h.do(ui.PointerMove, 50, 100)
		if _, dragging := h.p.Dragging(); dragging || h.l.Scroll["s"] != 50 {
			t.Errorf("dragging %v, scrolled to %v", dragging, h.l.Scroll["s"])
		}
	})
	t.Run("a long press lifts", func(t *testing.T) {
		h := newHand(t, cards(), true)
		h.do(ui.PointerDown, 50, 30)
		h.wait(350 * time.Millisecond)
		if item, _ := h.p.Dragging(); item != "c0" {
			t.Fatalf("dragging %q", item)
		}
		h.do(ui.PointerMove, 50, 310)
		h.do(ui.PointerUp, 50, 310)
		h.took("0→4")
	})
	t.Run("the grip lifts at once", func(t *testing.T) {
		h := newHand(t, cards(), true)
		h.do(ui.PointerDown, 280, 30)
		h.do(ui.PointerMove, 280, 110)
		h.do(ui.PointerUp, 280, 110)
		h.took("0→1")
	})
	t.Run("a tap presses, at the grip too", func(t *testing.T) {
		h := newHand(t, cards(), true)
		for _, x := range []float64{50, 280} {
			h.do(ui.PointerDown, x, 100)
			h.now += 80 * time.Millisecond
			h.do(ui.PointerUp, x, 101)
			h.took("tap c1")
		}
	})
}

func TestADragAtTheEdgeScrolls(t *testing.T) {
	h := newHand(t, cards(), false)
	h.h = 200
	h.lay()
	h.do(ui.PointerDown, 50, 30)
	h.do(ui.PointerMove, 50, 195)
	h.wait(2 * time.Second)
	if got := h.l.Scroll["s"]; got != 140 {
		t.Errorf("scrolled to %v, want the end", got)
	}
	h.do(ui.PointerUp, 50, 195)
	h.took("0→4")
}

func TestCardsMovedByButtonsSlide(t *testing.T) {
	h := newHand(t, cards(), false)
	h.root = cards(1, 0, 2, 3, 4)
	h.lay()
	if got, want := h.places(), "c1:70 c0:0 c2:140 c3:210 c4:280"; got != want {
		t.Errorf("at first: %s, want %s", got, want)
	}
	h.wait(time.Second)
	if got, want := h.places(), "c1:0 c0:70 c2:140 c3:210 c4:280"; got != want {
		t.Errorf("in the end: %s, want %s", got, want)
	}
}

func TestLint(t *testing.T) {
	main := func(children ...*ui.Node) *ui.Node {
		n := box("screen", ui.Style{}, children...)
		n.Role = ui.Main
		return n
	}
	nameless := &ui.Node{ID: "x", Role: ui.Button, Do: 1, Style: ui.Style{Look: ui.IconButton}}
	tiny := button("x", ui.Style{Width: 20, Height: 20})
	tests := []struct {
		name string
		root *ui.Node
		want string
	}{
		{"nothing wrong", form(), ""},
		{"nothing wrong with a dialog", form(dialog()), ""},
		{"no main", box("r", ui.Style{}), "0 nodes have the role"},
		{"two of an id", main(text("a", "x"), text("a", "y")), `"a" is the id of 2 nodes`},
		{"no name", main(nameless), "has no name"},
		{"no id", main(button("", ui.Style{})), "has no id"},
		{"too small", main(tiny), "target of 20 × 20"},
		{"a figure that nobody hears", main(&ui.Node{ID: "a", Name: "a line", Figure: length{10}}), "nobody hears what the figure of a shows"},
		{"a figure with a role", main(&ui.Node{ID: "a", Role: ui.Image, Name: "a line", Figure: length{10}}), ""},
		{"a decorative figure", main(&ui.Node{ID: "a", Decorative: true, Figure: length{10}}), ""},
		{"a name that nobody hears", main(&ui.Node{ID: "a", Name: "a box"}), `nobody hears the name of a, "a box"`},
		{"outside", main(box("a", ui.Style{Height: 500}), box("b", ui.Style{Height: 30}, box("t", high(100)))), "t is higher than b"},
		{"cut off", main(&ui.Node{ID: "a", Text: ui.Plain("one two three four five"), Style: ui.Style{Width: 60, Height: 20}}), "cut off"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := strings.Join(ui.Lint(lay(tt.root, 300, 600)), "\n")
			if tt.want == "" && got != "" || !strings.Contains(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestAShortcutPressesItsNode(t *testing.T) {
	stage := func(dialog bool) *ui.Node {
		root := &ui.Node{ID: "screen", Role: ui.Main, Children: []*ui.Node{
			{ID: "menu", Role: ui.Button, Text: ui.Plain("Menu"), Do: "menu", Shortcut: "M"},
			{ID: "off", Role: ui.Button, Text: ui.Plain("Off"), Do: "off", Disabled: true, Shortcut: "x"},
			{ID: "one", Role: ui.Radio, Text: ui.Plain("One"), Do: "one", Shortcut: "1"},
		}}
		if dialog {
			root.Children = append(root.Children, &ui.Node{ID: "dialog", Role: ui.Dialog, Children: []*ui.Node{
				{ID: "help", Role: ui.Button, Text: ui.Plain("Help"), Do: "help", Shortcut: "?"},
			}})
		}
		return root
	}
	for _, test := range []struct {
		typed  string
		dialog bool
		want   ui.Msg // nil: the key means nothing
		focus  string
	}{
		{"m", false, "menu", "menu"},
		{"M", false, "menu", "menu"},
		{"1", false, "one", "one"},
		{"x", false, nil, "before"},
		{"q", false, nil, "before"},
		{"", false, nil, "before"},
		{"m", true, nil, "before"},
		{"?", true, "help", "help"},
		{"?", false, nil, "before"},
	} {
		f := ui.Focus{ID: "before"}
		msgs, used := f.Shortcut(lay(stage(test.dialog), 400, 400), test.typed)
		if used != (test.want != nil) || f.ID != test.focus || used && msgs[0] != test.want {
			t.Errorf("%q, dialog %v: sends %v (used: %v), the focus is on %q; want %v on %q",
				test.typed, test.dialog, msgs, used, f.ID, test.want, test.focus)
		}
	}
}

// A key of a node's own goes before what it does otherwise, but not behind a dialog.
func TestAKeyOfItsOwnPressesANode(t *testing.T) {
	stage := func(disabled bool, more ...*ui.Node) *ui.Layout {
		next := &ui.Node{ID: "next", Role: ui.Button, Text: ui.Plain("Next"), Do: "next", Key: ui.PageDown, Shortcut: "n", Disabled: disabled}
		if got := next.Keys(); got != "n PageDown" {
			t.Errorf("its keys are %q", got)
		}
		return lay(&ui.Node{ID: "screen", Role: ui.Main, Children: append(more, next)}, 400, 400)
	}
	for _, test := range []struct {
		name   string
		layout *ui.Layout
		key    ui.Key
		want   bool
	}{
		{"its key", stage(false), ui.PageDown, true},
		{"another key", stage(false), ui.PageUp, false},
		{"no key", stage(false), ui.NoKey, false},
		{"disabled", stage(true), ui.PageDown, false},
		{"behind a dialog", stage(false, &ui.Node{ID: "dialog", Role: ui.Dialog}), ui.PageDown, false},
	} {
		f := ui.Focus{ID: "before"}
		msgs, used := f.Own(test.layout, test.key)
		if used != test.want || used != (f.ID == "next") || used && msgs[0] != "next" {
			t.Errorf("%s: sends %v (used: %v), the focus is on %q", test.name, msgs, used, f.ID)
		}
	}
}

func TestANewLayoutUpdatesTheHover(t *testing.T) {
	two := func(first, second string) *ui.Layout {
		return lay(box("r", ui.Style{}, button(first, ui.Style{Height: 50}), button(second, ui.Style{Height: 50})), 300, 300)
	}
	var p ui.Pointer
	p.UpdateHover(two("a", "b"))
	if p.Hover != "" {
		t.Errorf("hover %q before there is a mouse", p.Hover)
	}
	p.Handle(two("a", "b"), ui.PointerEvent{Kind: ui.PointerMove, X: 10, Y: 20})
	p.UpdateHover(two("b", "a"))
	if p.Hover != "b" {
		t.Errorf("hover %q after what lay there has made room for b", p.Hover)
	}
}
