package paint

import (
	"bytes"
	"image"
	"image/color"
	"math/rand/v2"
	"testing"
)

// Drawn in batches, quads give the same picture as drawn one by one, in order.
func TestBatchesDontChangeThePicture(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	rect := func(most int) image.Rectangle {
		at := image.Pt(random.IntN(60), random.IntN(60))
		return image.Rectangle{Min: at, Max: at.Add(image.Pt(1+random.IntN(most), 1+random.IntN(most)))}
	}
	var pages []*Page
	for range 3 {
		p := newPage(100, 100)
		for i := range p.Image.Pix {
			p.Image.Pix[i] = uint8(random.IntN(256))
		}
		pages = append(pages, p)
	}
	single, batched := 0, 0
	for range 200 {
		clips := []image.Rectangle{image.Rect(0, 0, 80, 80), rect(70), rect(70)}
		var one []Batch
		var s sorter
		s.begin()
		for range 40 {
			q := Quad{D: rect(12), Top: color.RGBA{R: uint8(random.IntN(100)), A: 200}}
			q.S, q.Bottom = image.Rectangle{Max: q.D.Size()}.Add(image.Pt(random.IntN(80), random.IntN(80))), q.Top
			page, clip := pages[random.IntN(len(pages))], clips[random.IntN(len(clips))]
			one = append(one, Batch{Page: page, Clip: clip, Quads: []Quad{q}})
			s.add(q, page, clip)
		}
		want := (&Frame{Width: 80, Height: 80, Batches: one}).Compose()
		got := (&Frame{Width: 80, Height: 80, Batches: s.finish()}).Compose()
		if !bytes.Equal(got.Pix, want.Pix) {
			t.Fatalf("%d quads in %d batches make another picture", len(one), len(s.batches))
		}
		single, batched = single+len(one), batched+len(s.batches)
	}
	if batched > single/2 {
		t.Errorf("%d batches for %d quads", batched, single)
	}
}

// Settled damage has no overlaps and leaves nothing out; where little has
// changed, little more is redrawn.
func TestDamageCoversEveryChange(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for range 3000 {
		var d damage
		var added []image.Rectangle
		for range 1 + random.IntN(14) {
			at := image.Pt(random.IntN(1300), random.IntN(700))
			r := image.Rectangle{Min: at, Max: at.Add(image.Pt(1+random.IntN(300), 1+random.IntN(300)))}
			added = append(added, r)
			d.add(r)
		}
		parts := d.settled()
		for i, a := range parts {
			for _, b := range parts[i+1:] {
				if a.Overlaps(b) {
					t.Fatalf("%v and %v overlap, of %v", a, b, added)
				}
			}
		}
		for _, r := range added {
			left := pixels(r)
			for _, part := range parts {
				left -= pixels(r.Intersect(part))
			}
			if left != 0 {
				t.Fatalf("%v is left out by %v", r, parts)
			}
		}
	}
	// A cord beside a card that is dragged past it stays a strip.
	var d damage
	cord, card := image.Rect(627, 130, 641, 672), image.Rect(627, 187, 1355, 310)
	d.add(cord)
	d.add(card)
	sum := 0
	for _, part := range d.settled() {
		sum += pixels(part)
	}
	if most := pixels(cord) + pixels(card); sum > most {
		t.Errorf("%d pixels are drawn again, want at most %d", sum, most)
	}
}

// A row that is filled at once has the colours that its pixels would get one by one.
func TestFillingARowIsTheSameAsEachPixel(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 2000 {
		alpha := []uint8{0, uint8(random.IntN(256)), 255}[random.IntN(3)]
		tint := color.RGBA{uint8(random.IntN(int(alpha) + 1)), uint8(random.IntN(int(alpha) + 1)), uint8(random.IntN(int(alpha) + 1)), alpha}
		opacity := []uint8{0, uint8(random.IntN(256)), 255}[random.IntN(3)]
		got := make([]uint8, 4*(1+random.IntN(20)))
		for i := range got {
			got[i] = uint8(random.IntN(2)) * 200 // few colours, so that some are next to each other
		}
		want := bytes.Clone(got)
		for x := 0; x < len(want); x += 4 {
			over(want[x:x+4], opacity, tint)
		}
		if fill(got, opacity, tint); !bytes.Equal(got, want) {
			t.Fatalf("%v at the opacity %d gives %v, want %v", tint, opacity, got, want)
		}
	}
}
