package figure

import (
	"math"

	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// A Handed is a QR code with the code that it holds beside it, in two columns if it
// is long.
type Handed struct {
	QR    QR
	Title string
	Lines []string
}

const (
	handedSide   = 190 // of the QR code, in CSS pixels
	handedLine   = 19
	handedColumn = 240
	handedMost   = 8 // lines in a column
)

// Size implements [ui.Figure].
func (f Handed) Size(width float64) (w, h float64) { return width, handedSide }

// Draw implements [ui.Figure].
func (f Handed) Draw(c ui.Canvas, _, h float64, s ui.State) {
	f.QR.Draw(c, handedSide, h, s)
	const left, top = handedSide + 24, 22
	c.Text(f.Title, left, top, theme.Font{Size: theme.LabelSize, Bold: true}, theme.Soft)
	// So many lines fit below the title; longer codes have more columns.
	rows := handedMost
	for float64(len(f.Lines)) > 3*float64(rows) {
		rows++
	}
	pitch := math.Min(handedLine, (h-top-8)/float64(rows))
	for i, line := range f.Lines {
		x, y := left+float64(i/rows)*handedColumn*0.82, top+float64(i%rows+1)*pitch+4
		c.Text(line, x, y, theme.Font{Size: theme.SmallSize}, theme.Ink)
	}
}
