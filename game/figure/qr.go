package figure

import (
	"math"

	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// A QR is a QR code. It is dark on light in every theme, and has the light border
// that readers need. Package qr makes it from a text.
type QR struct {
	Side int    // modules, without the border
	Dark []bool // Side rows of Side modules
}

const (
	qrBorder = 4   // modules
	qrMost   = 360 // its greatest width, in CSS pixels at 100 % text
	qrWhole  = 3   // pixels of a module from which on rounding them costs little; paper has fewer
)

// Size implements [ui.Figure].
func (f QR) Size(width float64) (w, h float64) {
	w = math.Min(width, qrMost)
	return w, w
}

// Draw implements [ui.Figure]. Modules have a whole number of pixels where there is
// room, so that no hairlines show between them.
func (f QR) Draw(c ui.Canvas, w, h float64, _ ui.State) {
	if f.Side <= 0 || len(f.Dark) != f.Side*f.Side {
		return
	}
	side := math.Min(w, h)
	x0, y0 := (w-side)/2, (h-side)/2
	c.Fill(rect(x0, y0, side, side, 0), theme.CodePaper)
	module := side / float64(f.Side+2*qrBorder)
	if whole := math.Floor(module); whole >= qrWhole {
		module = whole
	}
	left, top := x0+(side-module*float64(f.Side))/2, y0+(side-module*float64(f.Side))/2
	if module == math.Floor(module) {
		left, top = math.Round(left), math.Round(top)
	}
	var dark ui.Path
	for y := range f.Side {
		// A run of modules is one rectangle.
		for x := 0; x < f.Side; x++ {
			from := x
			for x < f.Side && f.Dark[y*f.Side+x] {
				x++
			}
			if x > from {
				dark = append(dark, rect(left+module*float64(from), top+module*float64(y), module*float64(x-from), module, 0)...)
			}
		}
	}
	c.Fill(dark, theme.CodeInk)
}
