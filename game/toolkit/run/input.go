package run

import (
	"slices"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/inpututil"

	"holdtheline/game/toolkit/drive"
)

// taps is the state of fingers and mouse at the last update.
type taps struct {
	finger  ebiten.TouchID // the first on the screen
	down    bool           // it is on the screen and counts
	x, y    float64        // where it was last
	mouseX  float64
	mouseY  float64
	touches []ebiten.TouchID
	ended   []ebiten.TouchID
}

// input passes mouse, touch and key events on.
func (g *game) input() {
	g.fingers()
	if !g.taps.down {
		g.mouse()
	}
	g.keys()
	g.page.events(g)
}

// point passes a mouse or touch event on.
func (g *game) point(kind drive.Kind, x, y float64, touch bool) {
	g.handle(drive.Event{Kind: kind, X: x, Y: y, Touch: touch})
}

func (g *game) mouse() {
	t := &g.taps
	x, y := ebiten.CursorPositionF()
	x, y = g.css(x, y)
	if x != t.mouseX || y != t.mouseY {
		t.mouseX, t.mouseY = x, y
		g.point(drive.Move, x, y, false)
	}
	if inpututil.IsMouseButtonJustPressed(ebiten.MouseButtonLeft) {
		g.point(drive.Down, x, y, false)
	}
	if inpututil.IsMouseButtonJustReleased(ebiten.MouseButtonLeft) {
		g.point(drive.Up, x, y, false)
	}
	if _, wheel := ebiten.Wheel(); wheel != 0 {
		g.handle(drive.Event{Kind: drive.Wheel, X: x, Y: y, Wheel: -wheel * wheelStep / g.zoom})
	}
}

// fingers follows the first finger. A second one begins a system gesture, so
// both are ignored.
func (g *game) fingers() {
	t := &g.taps
	began := inpututil.AppendJustPressedTouchIDs(nil)
	t.touches = ebiten.AppendTouchIDs(t.touches[:0])
	t.ended = inpututil.AppendJustReleasedTouchIDs(t.ended[:0])
	if t.down && len(t.touches) > 1 {
		t.down = false
		g.point(drive.Cancel, t.x, t.y, true)
		return
	}
	if !t.down && len(began) == 1 && len(t.touches) <= 1 {
		t.finger, t.down = began[0], true
		x, y := ebiten.TouchPosition(t.finger)
		if !slices.Contains(t.touches, t.finger) {
			x, y = inpututil.TouchPositionInPreviousTick(t.finger)
		}
		t.x, t.y = g.css(float64(x), float64(y))
		g.point(drive.Down, t.x, t.y, true)
	}
	if !t.down {
		return
	}
	if slices.Contains(t.touches, t.finger) {
		x, y := ebiten.TouchPosition(t.finger)
		if x, y := g.css(float64(x), float64(y)); x != t.x || y != t.y {
			t.x, t.y = x, y
			g.point(drive.Move, x, y, true)
		}
		return
	}
	t.down = false
	g.point(drive.Up, t.x, t.y, true)
}
