package snapshot_test

import (
	"image"
	"testing"
	"time"

	"holdtheline/game/snapshot"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// count is the number of pixels of a picture in a colour of the theme.
func count(img *image.RGBA, name theme.Name, c theme.Color, r image.Rectangle) int {
	want := theme.Of(name).RGBA(c)
	n := 0
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if img.RGBAAt(x, y) == want {
				n++
			}
		}
	}
	return n
}

// around is a node's box with a margin.
func around(l *ui.Layout, id string, room int) image.Rectangle {
	p := l.Find(id)
	return image.Rect(int(p.X)-room, int(p.Y)-room, int(p.X+p.W)+room, int(p.Y+p.H)+room)
}

func TestTheFocusRing(t *testing.T) {
	c := snapshot.NewCamera()
	for _, name := range []theme.Name{theme.Light, theme.Dark, theme.Contrast} {
		img, l := c.Take(desk(false), snapshot.Options{Theme: name, Focus: "stamp"})
		r := around(l, "stamp", 8)
		if got, least := count(img, name, theme.Focus, r), 3*2*(r.Dx()-60); got < least {
			t.Errorf("%s: %d pixels of the ring, want %d at least", name, got, least)
		}
		img, _ = c.Take(desk(false), snapshot.Options{Theme: name, Focus: "title"})
		if got := count(img, name, theme.Focus, img.Rect); got > 0 {
			t.Errorf("%s: a heading with the focus has a ring of %d pixels", name, got)
		}
	}
}

func TestStatesCanBeSeen(t *testing.T) {
	c := snapshot.NewCamera()
	for _, id := range []string{"primary-buttonPrimary", "plain-buttonPlain", "quiet-buttonQuiet", "choiceAny of them"} {
		rest, l := c.Take(sampler(false), snapshot.Options{Width: 800, Height: 700})
		hover, _ := c.Take(sampler(false), snapshot.Options{Width: 800, Height: 700, Hover: id})
		pressed, _ := c.Take(sampler(false), snapshot.Options{Width: 800, Height: 700, Pressed: id})
		r := around(l, id, 0)
		if same(rest, hover, r) || same(rest, pressed, r) || same(hover, pressed, r) {
			t.Errorf("%s looks the same at rest, under the pointer or pressed", id)
		}
		disabled := image.Rect(0, 0, rest.Rect.Dx(), r.Min.Y-1)
		if !same(rest, hover, disabled) {
			t.Errorf("%s under the pointer changes something else", id)
		}
	}
}

func same(a, b *image.RGBA, r image.Rectangle) bool {
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if a.RGBAAt(x, y) != b.RGBAAt(x, y) {
				return false
			}
		}
	}
	return true
}

func TestPicturesRepeat(t *testing.T) {
	for _, s := range shots() {
		first, second := snapshot.Render(s.root, s.o), snapshot.Render(s.root, s.o)
		if !same(first, second, first.Rect) {
			t.Errorf("%s: two cameras see different things", s.name)
		}
	}
}

func TestTheDemoPassesLint(t *testing.T) {
	c := snapshot.NewCamera()
	for _, s := range shots() {
		for _, problem := range ui.Lint(c.Lay(s.root, s.o)) {
			t.Errorf("%s: %s", s.name, problem)
		}
	}
}

// A dragged card is shown above the others, where the pointer holds it.
func TestADraggedCard(t *testing.T) {
	root := order()
	o := snapshot.Options{Width: 390, Height: 844}
	var p ui.Pointer
	o.Change = func(l *ui.Layout) *ui.Layout {
		card := l.Find("card1")
		for i, dy := range []float64{0, 20, 140} {
			kind := ui.PointerMove
			if i == 0 {
				kind = ui.PointerDown
			}
			p.Handle(l, ui.PointerEvent{Kind: kind, X: card.X + 30, Y: card.Y + 10 + dy, At: time.Duration(i) * time.Millisecond})
		}
		return p.Arrange(l)
	}
	img, l := snapshot.NewCamera().Take(root, o)
	lifted := l.Find("card1")
	if !lifted.Lifted {
		t.Fatal("the card isn't lifted")
	}
	r := around(l, "card1", 0)
	if got, least := count(img, theme.Light, theme.Focus, r), 2*3*(r.Dx()-20); got < least {
		t.Errorf("the lifted card's edge has %d pixels, want %d", got, least)
	}
	if *out != "" {
		if err := save(*out+"/drag.png", root, o); err != nil {
			t.Error(err)
		}
	}
}
