package paint_test

import (
	"image"
	"image/color"
	"testing"

	"holdtheline/game/toolkit/paint"
	"holdtheline/game/toolkit/ui"
)

// A picture's text is painted until there are pixels, and the pixels from then on, each
// where it belongs, also in what is painted over the frame before.
func TestAPictureTakesThePlaceOfItsText(t *testing.T) {
	b := newBench(t)
	red, blue := color.RGBA{0xC0, 0x20, 0x20, 0xFF}, color.RGBA{0x20, 0x40, 0xC0, 0xFF}
	img := image.NewRGBA(image.Rect(0, 0, 40, 20))
	for y := range 20 {
		for x := range 40 {
			img.Set(x, y, red)
			if y >= 10 {
				img.Set(x, y, blue)
			}
		}
	}
	var page *paint.Page
	var asked []image.Point
	b.painter.Pictures = func(_ *ui.Picture, w, h int) *paint.Page {
		asked = append(asked, image.Pt(w, h))
		return page
	}
	scene := b.scene(&ui.Node{ID: "r", Children: []*ui.Node{
		{ID: "above", Style: ui.Style{Height: 10}},
		{ID: "p", Role: ui.Image, Name: "A flag", Text: ui.Plain("A flag"), Picture: &ui.Picture{Key: "p", Width: 40, Height: 20}, Style: ui.Style{Self: ui.Start}},
	}})
	out := b.painter.Paint(scene).Compose()
	without := quads(b.painter.Paint(scene))
	for _, at := range []image.Point{{20, 15}, {20, 25}} {
		if c := out.RGBAAt(at.X, at.Y); c == red || c == blue {
			t.Errorf("%v has the picture's colour before it is there", at)
		}
	}
	page = paint.NewPicturePage(img)
	b.painter.Repaint()
	scene.Over = true
	frame := b.painter.Paint(scene)
	if n := quads(frame); n >= without {
		t.Errorf("%d quads, and %d with the text", n, without)
	}
	frame.ComposeOver(out)
	for at, want := range map[image.Point]color.RGBA{{1, 11}: red, {20, 15}: red, {38, 19}: red, {1, 20}: blue, {20, 25}: blue, {38, 28}: blue} {
		if got := out.RGBAAt(at.X, at.Y); got != want {
			t.Errorf("%v is %v, want %v", at, got, want)
		}
	}
	if got := out.RGBAAt(60, 20); got == red || got == blue {
		t.Error("the picture is larger than its pixels")
	}
	scene.Scale, scene.Over = 2, false
	b.painter.Paint(scene)
	if last := asked[len(asked)-1]; asked[0] != image.Pt(40, 20) || last != image.Pt(80, 40) {
		t.Errorf("asked for %v first and %v on a sharp screen", asked[0], last)
	}
}
