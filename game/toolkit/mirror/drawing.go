package mirror

import (
	"reflect"

	"holdtheline/game/toolkit/svg"
	"holdtheline/game/toolkit/ui"
)

// A Drawing is a figure in the page, in print or in the plain page. Writing it as SVG
// takes most of the time of a change there, so that is done only if it looks different
// from before.
type Drawing struct {
	Figure     ui.Figure
	Wide, High float64 // in CSS pixels at 100 % text
	State      ui.State
	Scale      float64     // by which it is enlarged, with the text
	Backdrop   bool        // it is stretched over its box, behind text
	Measurer   ui.Measurer // of the words in it
}

// SVG writes the drawing as an SVG element. None is "".
func (d *Drawing) SVG() string {
	if d == nil {
		return ""
	}
	return svg.Draw(d.Measurer, d.Figure, d.Wide, d.High, d.State, d.Scale, d.Backdrop)
}

// looksLike tells whether two drawings look the same.
func (d *Drawing) looksLike(other *Drawing) bool {
	if d == nil || other == nil {
		return d == other
	}
	return d.Wide == other.Wide && d.High == other.High && d.State == other.State && d.Scale == other.Scale && d.Backdrop == other.Backdrop &&
		reflect.DeepEqual(d.Figure, other.Figure)
}
