package snapshot_test

import (
	"bytes"
	"image"
	"math/rand/v2"
	"testing"
	"time"

	"holdtheline/game/theme"
	"holdtheline/game/toolkit/paint"
	"holdtheline/game/toolkit/ui"
)

// A frame drawn over the previous one gives the same picture as a whole one,
// whatever has changed in between.
func TestAFrameOverThePreviousOneGivesTheSamePicture(t *testing.T) {
	for _, scale := range []float64{1, 1.5} {
		faces := theme.Faces()
		layouter, over := ui.NewLayouter(faces), paint.New(faces)
		vp := ui.Viewport{Width: 420, Height: 500}
		random := rand.New(rand.NewPCG(7, 11))
		trees := []*ui.Node{order(), desk(true), sampler(false), sampler(true), order()}
		tree := trees[0]
		var pointer ui.Pointer
		var motion ui.Motion
		var screen *image.RGBA
		now, held, dragged := time.Duration(0), false, 0
		s := paint.Scene{Palette: theme.Of(theme.Light), Scale: scale}
		for step := range 90 {
			now += 16 * time.Millisecond
			layout := layouter.Lay(tree, vp, pointer.Scroll)
			event := ui.PointerEvent{Kind: ui.PointerMove, X: vp.Width * random.Float64(), Y: vp.Height * random.Float64(), At: now}
			switch n := random.IntN(30); {
			case n == 0:
				tree = trees[random.IntN(len(trees))]
				held = false
				pointer.Cancel()
			case n == 1:
				s.Palette = theme.Of([]theme.Name{theme.Light, theme.Dark, theme.Contrast}[random.IntN(3)])
			case n == 2:
				event = ui.PointerEvent{Kind: ui.PointerWheel, X: event.X, Y: event.Y, Wheel: 90, At: now}
			case n == 3 && held:
				event.Kind, held = ui.PointerUp, false
			case n < 6:
				s.Focus = []string{"", "stamp", "check", "because"}[random.IntN(4)]
			case !held:
				event.Kind, event.X, held = ui.PointerDown, 100, true
			}
			pointer.Handle(layout, event)
			pointer.Tick(layout, now)
			if _, ok := pointer.Dragging(); ok {
				dragged++
			}
			layout = layouter.Lay(tree, vp, pointer.Scroll)
			s.Layout, s.Hover, s.Pressed = motion.Arrange(pointer.Arrange(layout), now), pointer.Hover, pointer.Pressed
			whole := paint.New(faces).Paint(s).Compose()
			s.Over = screen != nil && screen.Rect == whole.Rect
			if frame := over.Paint(s); s.Over {
				frame.ComposeOver(screen)
			} else {
				screen = frame.Compose()
			}
			if !bytes.Equal(screen.Pix, whole.Pix) {
				t.Fatalf("scale %v, step %d: the pictures differ in %v", scale, step, difference(screen, whole))
			}
		}
		if dragged < 20 {
			t.Errorf("scale %v: something was dragged in %d frames only", scale, dragged)
		}
	}
}

// difference is the rectangle around all pixels in which two pictures differ.
func difference(a, b *image.RGBA) image.Rectangle {
	var out image.Rectangle
	for y := range a.Rect.Dy() {
		for x := range a.Rect.Dx() {
			if a.RGBAAt(x, y) != b.RGBAAt(x, y) {
				out = out.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return out
}

// While a card is dragged, most of the screen isn't redrawn.
func TestADragDrawsOnlyWhatMoves(t *testing.T) {
	faces := theme.Faces()
	layouter, painter := ui.NewLayouter(faces), paint.New(faces)
	layout := layouter.Lay(order(), ui.Viewport{Width: 1366, Height: 768}, nil)
	var pointer ui.Pointer
	pointer.Handle(layout, ui.PointerEvent{Kind: ui.PointerDown, X: 100, Y: 150})
	whole := 0
	for step := range 40 {
		at := time.Duration(step) * 16 * time.Millisecond
		pointer.Handle(layout, ui.PointerEvent{Kind: ui.PointerMove, X: 100, Y: 160 + 4*float64(step), At: at})
		pointer.Tick(layout, at)
		frame := painter.Paint(paint.Scene{Layout: pointer.Arrange(layout), Palette: theme.Of(theme.Light), Scale: 1, Over: step > 0})
		n := 0
		for _, b := range frame.Batches {
			n += len(b.Quads)
		}
		t.Logf("frame %d: %d quads in %d batches", step, n, len(frame.Batches))
		if step == 0 {
			whole = n
		} else if n > whole/2 {
			t.Errorf("frame %d has %d quads; the whole screen has %d", step, n, whole)
		}
	}
	if _, ok := pointer.Dragging(); !ok {
		t.Fatal("nothing was dragged")
	}
}
