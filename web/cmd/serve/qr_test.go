package main

import (
	"image"
	"image/color"
	"strings"
	"testing"

	goqr "github.com/piglig/go-qr"
)

// A terminal's characters are twice as high as wide, so each has two modules. Drawn
// as a dark terminal shows them, the code is read.
func TestQRCodesCanBeRead(t *testing.T) {
	const text, scale = "http://192.168.178.21:8080/?class=BCDFGH", 8
	drawn, err := qrText(text)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(drawn, "\n"), "\n")
	width := len([]rune(lines[0]))
	picture := image.NewGray(image.Rect(0, 0, width*scale, 2*len(lines)*scale))
	for y, line := range lines {
		for x, r := range []rune(line) {
			for half, lit := range []bool{r == '█' || r == '▀', r == '█' || r == '▄'} {
				if !lit {
					continue
				}
				for i := range scale * scale {
					picture.SetGray(x*scale+i%scale, (2*y+half)*scale+i/scale, color.Gray{Y: 255})
				}
			}
		}
	}
	got, err := goqr.Decode(picture)
	if err != nil || got != text {
		t.Errorf("the code is read as %q, %v\n%s", got, err, drawn)
	}
}
