//go:build !js

package host

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	_ "image/jpeg" // the formats that pictures have
	_ "image/png"

	scaling "golang.org/x/image/draw"
	_ "golang.org/x/image/webp" // likewise

	"holdtheline/game/toolkit/ui"
)

// AddPicture does nothing: a window has no page that would have to know the picture.
func AddPicture(*ui.Picture) error { return nil }

// DecodePicture decodes a picture and scales it to a size in pixels. It calls came before
// it returns.
func DecodePicture(p *ui.Picture, width, height int, came Pixels) error {
	from, _, err := image.Decode(bytes.NewReader(p.Data))
	if err != nil {
		came(nil)
		return nil // what stands in the picture’s place says enough
	}
	out := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.Draw(out, out.Rect, image.NewUniform(color.White), image.Point{}, draw.Src)
	scaling.CatmullRom.Scale(out, out.Rect, from, from.Bounds(), draw.Over, nil)
	came(out.Pix)
	return nil
}
