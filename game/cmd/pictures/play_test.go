package main

import (
	"image"
	"os"
	"testing"

	"holdtheline/game/theme"
	"holdtheline/game/toolkit/paint"
	"holdtheline/game/toolkit/ui"
)

const recorded = "../../app/testdata/the-call-lesson.session.jsonl"

// The recorded game still plays to its end: every stamp, card and button that
// the animation points at is there and does what it did.
func TestTheRecordedGamePlays(t *testing.T) {
	log, err := os.ReadFile(recorded)
	if err != nil {
		t.Fatal(err)
	}
	f, err := newFilm(log)
	if err != nil {
		t.Fatal(err)
	}
	f.blind = true
	if err := play(f); err != nil {
		t.Fatal(err)
	}
	if got := f.now.Seconds(); got < 9 || got > 16 {
		t.Errorf("the animation takes %.1f s, want 10 to 15", got)
	}
}

// A frame is only as large as what changed in it, and shows it.
func TestFramesHoldWhatChanged(t *testing.T) {
	painter := paint.New(theme.Faces())
	frame := func(x, y float64) shot {
		root := &ui.Node{ID: "r"}
		l := ui.NewLayouter(theme.Faces()).Lay(root, ui.Viewport{Width: 40, Height: 30, Text: 1}, nil)
		scene := paint.Scene{Layout: withCursor(l, x, y), Palette: theme.Of(theme.Dark), Scale: 1}
		return shot{painter.Paint(scene).Compose(), 8}
	}
	g := animation([]shot{frame(2, 2), frame(20, 5), frame(20, 5)})
	if got := g.Image[0].Rect.Size(); got != image.Pt(40, 30) {
		t.Errorf("the first frame is %v", got)
	}
	second := g.Image[1].Rect
	if second.Min.X > 2 || second.Max.X < 28 || second.Min.X > 4 || second.Dy() > 30 {
		t.Errorf("the second frame changes %v", second)
	}
	if got := g.Image[2].Rect.Size(); got != image.Pt(1, 1) {
		t.Errorf("nothing changed in the third frame, and it is %v", got)
	}
}
