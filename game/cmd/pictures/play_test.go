package main

import (
	"image"
	"os"
	"testing"
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
	frame := func(x, y int) shot {
		img := image.NewRGBA(image.Rect(0, 0, 40, 30))
		for i := range img.Pix {
			img.Pix[i] = 255
		}
		drawCursor(img, float64(x), float64(y))
		return shot{img, 8}
	}
	g := animation([]shot{frame(2, 2), frame(20, 5), frame(20, 5)})
	if got := g.Image[0].Rect.Size(); got != image.Pt(40, 30) {
		t.Errorf("the first frame is %v", got)
	}
	second := g.Image[1].Rect
	if second.Min.X > 2 || second.Max.X < 28 || second.Dy() > 28 {
		t.Errorf("the second frame changes %v", second)
	}
	if got := g.Image[2].Rect.Size(); got != image.Pt(1, 1) {
		t.Errorf("nothing changed in the third frame, and it is %v", got)
	}
}
