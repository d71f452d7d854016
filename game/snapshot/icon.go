package snapshot

import (
	"image"

	"holdtheline/game/figure"
	"holdtheline/game/toolkit/ui"
)

// Icon returns the game's icon: a square of the desk with the red telephone in
// its middle, whose width is the given share of the square's.
func Icon(pixels int, share float64) *image.RGBA {
	side := float64(pixels)
	phone := figure.Phone{Height: 1}
	wide, _ := phone.Size(side)
	phone.Height = side * share / wide
	w, h := phone.Size(side)
	root := &ui.Node{
		ID:    "icon",
		Style: ui.Style{Pad: ui.Sides((side-h)/2, (side-w)/2)},
		Children: []*ui.Node{{
			ID: "icon.phone", Decorative: true, Figure: phone,
			Style: ui.Style{Width: w, Height: h},
		}},
	}
	return Render(root, Options{Width: side, Height: side})
}
