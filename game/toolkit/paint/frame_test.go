package paint

import (
	"image"
	"image/draw"
	"math/rand/v2"
	"testing"
)

// A renderer that copies what Take yields has every sprite up to date, and
// copies little besides.
func TestTakeYieldsEveryNewPixel(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	a := &atlas{}
	copies := map[*Page]*image.Alpha{}
	var live []sprite
	taken, most := 0, 0 // pixels
	for range 1500 {
		size := image.Pt(20+random.IntN(90), 20+random.IntN(60))
		if random.IntN(100) == 0 {
			size.X = pageSize + random.IntN(20) // has a page of its own
		}
		mask := image.NewAlpha(image.Rectangle{Max: size})
		for i := range mask.Pix {
			mask.Pix[i] = uint8(1 + random.IntN(255))
		}
		s := a.put(mask)
		most += (size.X + 1) * (size.Y + 1) * 3 / 2
		if a.full {
			a.empty()
			live = nil
			continue
		}
		live = append(live, s)
		if random.IntN(3) > 0 {
			continue // the frame has more
		}
		s = live[random.IntN(len(live))]
		if copies[s.page] == nil || random.IntN(200) == 0 {
			copies[s.page] = image.NewAlpha(s.page.Image.Rect)
			for part := range s.page.Take(true) {
				draw.Draw(copies[s.page], part, s.page.Image, part.Min, draw.Src)
			}
		}
		for part := range s.page.Take(false) {
			taken += pixels(part)
			draw.Draw(copies[s.page], part, s.page.Image, part.Min, draw.Src)
		}
		for y := s.at.Min.Y; y < s.at.Max.Y; y++ {
			for x := s.at.Min.X; x < s.at.Max.X; x++ {
				if got, want := copies[s.page].AlphaAt(x, y), s.page.Image.AlphaAt(x, y); got != want {
					t.Fatalf("the pixel %d,%d was taken as %v and is %v", x, y, got, want)
				}
			}
		}
		for range s.page.Take(false) {
			t.Fatal("something is to be taken twice")
		}
	}
	if len(copies) < 3 || taken == 0 || taken > most {
		t.Errorf("of %d pages %d pixels were taken, want at most %d", len(copies), taken, most)
	}
}
