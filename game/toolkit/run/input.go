package run

import (
	"slices"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/inpututil"

	"holdtheline/game/toolkit/ui"
)

// taps is what is known of fingers and of the mouse since the last update.
type taps struct {
	finger  ebiten.TouchID // the first on the screen
	down    bool           // it is on the screen and counts
	x, y    float64        // where it was last
	mouseX  float64
	mouseY  float64
	touches []ebiten.TouchID
	ended   []ebiten.TouchID
}

// input takes in what the mouse, fingers and keys have done.
func (g *game) input() {
	before := [2]string{g.pointer.Hover, g.pointer.Pressed}
	g.fingers()
	if !g.taps.down {
		g.mouse()
	}
	if [2]string{g.pointer.Hover, g.pointer.Pressed} != before {
		g.repaint = true
	}
	g.keys()
	g.page.events(g)
}

// handle passes an event on to the pointer.
func (g *game) handle(kind ui.PointerKind, x, y, wheel float64, touch bool) {
	dragged, _ := g.pointer.Dragging()
	msgs := g.pointer.Handle(g.layout, ui.PointerEvent{Kind: kind, X: x, Y: y, Wheel: wheel, Touch: touch, At: g.now()})
	if kind == ui.PointerDown && g.focus.Ring {
		g.focus.Ring, g.repaint = false, true
	}
	if len(msgs) > 0 {
		hit := g.layout.At(x, y)
		if dragged != "" {
			hit = g.layout.ControlIn(dragged) // what it was dropped on has made room
		}
		if hit != nil {
			g.focus.ID, g.take, g.from = hit.Node.ID, hit.Node.ID, hit.Node.ID
		}
		g.send(msgs)
		return
	}
	if kind == ui.PointerWheel || g.pointer.Moves() || kind == ui.PointerMove && g.pointer.Scrolling() {
		g.moved = true
	}
}

func (g *game) mouse() {
	t := &g.taps
	x, y := ebiten.CursorPositionF()
	x, y = g.css(x, y)
	if x != t.mouseX || y != t.mouseY {
		t.mouseX, t.mouseY = x, y
		g.handle(ui.PointerMove, x, y, 0, false)
	}
	if inpututil.IsMouseButtonJustPressed(ebiten.MouseButtonLeft) {
		g.handle(ui.PointerDown, x, y, 0, false)
	}
	if inpututil.IsMouseButtonJustReleased(ebiten.MouseButtonLeft) {
		g.handle(ui.PointerUp, x, y, 0, false)
	}
	if _, wheel := ebiten.Wheel(); wheel != 0 {
		g.handle(ui.PointerWheel, x, y, -wheel*wheelStep/g.zoom, false)
	}
}

// fingers follows the first finger. A second one means a gesture of the
// system's: nothing comes of either.
func (g *game) fingers() {
	t := &g.taps
	began := inpututil.AppendJustPressedTouchIDs(nil)
	t.touches = ebiten.AppendTouchIDs(t.touches[:0])
	t.ended = inpututil.AppendJustReleasedTouchIDs(t.ended[:0])
	if t.down && len(t.touches) > 1 {
		t.down = false
		g.handle(ui.PointerCancel, t.x, t.y, 0, true)
		return
	}
	if !t.down && len(began) == 1 && len(t.touches) <= 1 {
		t.finger, t.down = began[0], true
		x, y := ebiten.TouchPosition(t.finger)
		if !slices.Contains(t.touches, t.finger) {
			x, y = inpututil.TouchPositionInPreviousTick(t.finger)
		}
		t.x, t.y = g.css(float64(x), float64(y))
		g.handle(ui.PointerDown, t.x, t.y, 0, true)
	}
	if !t.down {
		return
	}
	if slices.Contains(t.touches, t.finger) {
		x, y := ebiten.TouchPosition(t.finger)
		if x, y := g.css(float64(x), float64(y)); x != t.x || y != t.y {
			t.x, t.y = x, y
			g.handle(ui.PointerMove, x, y, 0, true)
		}
		return
	}
	t.down = false
	g.handle(ui.PointerUp, t.x, t.y, 0, true)
}

// typed handles a letter, digit or sign that may be a node's shortcut.
func (g *game) typed(key string) {
	if _, dragging := g.pointer.Dragging(); dragging {
		return
	}
	msgs, used := g.focus.Shortcut(g.layout, key)
	if !used {
		return
	}
	g.take, g.from, g.repaint = g.focus.ID, g.focus.ID, true
	if moves := g.layout.ScrollTo(g.focus.ID); moves != nil {
		g.pointer.ScrollTo(moves)
		g.moved = true
	}
	g.send(msgs)
}

// press handles a key that the tree may know what to do with.
func (g *game) press(k ui.Key) {
	if k == ui.Escape && g.pointer.Held() {
		g.pointer.Cancel()
		g.moved = true
		return
	}
	msgs, scroll, used := g.focus.Press(g.layout, k)
	if scroll != nil {
		g.pointer.ScrollTo(scroll)
		g.moved = true
	}
	g.send(msgs)
	g.repaint = g.repaint || used
	if used && (k == ui.Tab || k == ui.BackTab) {
		g.take = g.focus.ID
	}
}
