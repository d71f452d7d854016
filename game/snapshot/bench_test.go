package snapshot_test

import (
	"testing"
	"time"

	"holdtheline/game/theme"
	"holdtheline/game/toolkit/paint"
	"holdtheline/game/toolkit/ui"
)

// BenchmarkDragFrame is the work of one frame while a card is dragged, except
// drawing it with the graphics card.
func BenchmarkDragFrame(b *testing.B) {
	faces := theme.Faces()
	layouter, painter := ui.NewLayouter(faces), paint.New(faces)
	vp := ui.Viewport{Width: 1366, Height: 768}
	root := order()
	var p ui.Pointer
	base := layouter.Lay(root, vp, nil)
	now := time.Duration(0)
	at := func(kind ui.PointerKind, y float64) {
		now += 16 * time.Millisecond
		p.Handle(base, ui.PointerEvent{Kind: kind, X: 100, Y: y, At: now})
	}
	at(ui.PointerDown, 150)
	y := 200.0
	b.ReportAllocs()
	for b.Loop() {
		y = 200 + float64(int(y-200+7)%300)
		at(ui.PointerMove, y)
		p.Tick(base, now)
		base = layouter.Lay(root, vp, p.Scroll)
		painter.Paint(paint.Scene{Layout: p.Arrange(base), Palette: theme.Of(theme.Light), Scale: 2})
	}
	if _, ok := p.Dragging(); !ok {
		b.Fatal("nothing was dragged")
	}
}

// BenchmarkPaintAgain paints a busy screen that has been painted before.
func BenchmarkPaintAgain(b *testing.B) {
	faces := theme.Faces()
	layouter, painter := ui.NewLayouter(faces), paint.New(faces)
	l := layouter.Lay(desk(false), ui.Viewport{Width: 1366, Height: 768}, nil)
	b.ReportAllocs()
	for b.Loop() {
		painter.Paint(paint.Scene{Layout: l, Palette: theme.Of(theme.Light), Scale: 2})
	}
}

// BenchmarkPaintCold paints it for the first time.
func BenchmarkPaintCold(b *testing.B) {
	faces := theme.Faces()
	l := ui.NewLayouter(faces).Lay(desk(false), ui.Viewport{Width: 1366, Height: 768}, nil)
	b.ReportAllocs()
	for b.Loop() {
		paint.New(faces).Paint(paint.Scene{Layout: l, Palette: theme.Of(theme.Light), Scale: 2})
	}
}
