//go:build !js

package run

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"

	"holdtheline/game/toolkit/ui"
)

func flag(t *testing.T) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 40, 20))
	for y := range 20 {
		for x := range 40 {
			c := color.RGBA{0xC0, 0x20, 0x20, 0xFF}
			if y >= 10 {
				c = color.RGBA{0x20, 0x40, 0xC0, 0xFF}
			}
			img.Set(x, y, c)
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A picture is decoded once for each size, is there from the next update on, and is
// forgotten with its screen. One that can't be decoded is never there.
func TestPicturesOfTheScreen(t *testing.T) {
	stirred := 0
	p := &pictures{stir: func() { stirred++ }}
	whole := &ui.Picture{Key: "whole", Data: flag(t), Width: 40, Height: 20}
	broken := &ui.Picture{Key: "broken", Data: []byte("<svg/>"), Width: 40, Height: 20}
	screen := &ui.Box{Node: &ui.Node{}, Children: []*ui.Box{{Node: &ui.Node{Picture: whole}}, {Node: &ui.Node{Picture: broken}}}}
	if p.page(whole, 20, 10) != nil {
		t.Error("a picture of no screen has pixels")
	}
	if err := p.meet(screen); err != nil {
		t.Fatal(err)
	}
	for range 3 {
		p.page(whole, 20, 10)
		p.page(broken, 20, 10)
	}
	if len(p.came) != 2 || stirred != 2 {
		t.Errorf("%d decoded, stirred %d times", len(p.came), stirred)
	}
	if !p.take() || p.take() {
		t.Error("what has arrived isn't taken once")
	}
	page := p.page(whole, 20, 10)
	if page == nil || page.Bounds() != image.Rect(0, 0, 20, 10) {
		t.Fatalf("%+v", page)
	}
	if top, below := page.Picture.RGBAAt(10, 2), page.Picture.RGBAAt(10, 8); top.R < 0xB0 || below.B < 0xB0 {
		t.Errorf("%v above %v", top, below)
	}
	if p.page(broken, 20, 10) != nil {
		t.Error("a broken picture has pixels")
	}
	// In another size the old pixels stay until the new ones have arrived.
	if p.page(whole, 40, 20) != page {
		t.Error("the picture is gone while it is decoded again")
	}
	p.take()
	if page := p.page(whole, 40, 20); page == nil || page.Bounds() != image.Rect(0, 0, 40, 20) {
		t.Errorf("%+v", page)
	}
	if err := p.meet(&ui.Box{Node: &ui.Node{}}); err != nil {
		t.Fatal(err)
	}
	if p.known["whole"].page != nil {
		t.Error("the pixels of an earlier screen are kept")
	}
}
