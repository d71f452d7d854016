package ui_test

import (
	"testing"

	"holdtheline/game/toolkit/ui"
)

// A picture keeps its shape and is never larger than its own pixels.
func TestPicturesAreShownWhole(t *testing.T) {
	for _, test := range []struct {
		p           ui.Picture
		width, w, h float64
	}{
		{ui.Picture{Width: 600, Height: 400}, 300, 300, 200},
		{ui.Picture{Width: 60, Height: 40}, 300, 60, 40},
		{ui.Picture{Width: 600, Height: 400, Tallest: 100}, 600, 150, 100},
		{ui.Picture{Width: 400, Height: 1600, Tallest: 340}, 600, 85, 340},
		{ui.Picture{Width: 1600, Height: 1}, 100, 100, 1},
		{ui.Picture{}, 100, 0, 0},
		{ui.Picture{Width: 10, Height: 10}, 0, 0, 0},
	} {
		if w, h := test.p.Within(test.width); w != test.w || h != test.h {
			t.Errorf("%+v in %v: %v × %v, want %v × %v", test.p, test.width, w, h, test.w, test.h)
		}
	}
}

// The place of a picture is the same before and after it is there: with a long text in
// its place it is higher than the picture, and with large text the picture isn't larger.
func TestThePlaceOfAPicture(t *testing.T) {
	node := func(words string) *ui.Node {
		return &ui.Node{
			ID: "p", Role: ui.Image, Name: words, Text: ui.Plain(words),
			Picture: &ui.Picture{Key: "p", Width: 120, Height: 60}, Style: ui.Style{Self: ui.Start},
		}
	}
	lay := func(words string, text float64) *ui.Box {
		root := &ui.Node{ID: "r", Role: ui.Main, Children: []*ui.Node{node(words)}}
		l := ui.NewLayouter(mono{}).Lay(root, ui.Viewport{Width: 400, Height: 400, Text: text}, nil)
		for _, problem := range ui.Lint(l) {
			t.Error(problem)
		}
		return l.Find("p")
	}
	short := lay("A gate.", 1)
	if r := short.PictureRect(); r.W != 120 || r.H != 60 || short.H != 60 || short.W != 200 {
		t.Errorf("%+v in a box of %v × %v", r, short.W, short.H)
	}
	long := lay("A gate of iron before which somebody has made a man of snow, with a hat, a scarf and a broom; behind it lies the school, dark and shut, and beside it stand a bus and its driver.", 1)
	if r := long.PictureRect(); r.W != 120 || r.H != 60 || long.H <= 60 {
		t.Errorf("%+v in a box of %v × %v", r, long.W, long.H)
	}
	large := lay("A gate.", 2)
	if r := large.PictureRect(); r.W != 120 || r.H != 60 {
		t.Errorf("with large text: %+v", r)
	}
}
