package figure

import (
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// A Handed is a QR code for paper, with the code that it holds beside it if there is
// room.
type Handed struct {
	QR    QR
	Lines []string
}

// HandedWidth is how wide it is drawn, in CSS pixels.
const HandedWidth = handedSide + handedGap + handedLine

const (
	handedSide = 104
	handedGap  = 2
	handedLine = 156 // the width of a line
	handedMost = 9   // lines that there is room for
)

// Size implements [ui.Figure].
func (f Handed) Size(float64) (w, h float64) { return HandedWidth, handedSide }

// Draw implements [ui.Figure].
func (f Handed) Draw(c ui.Canvas, w, h float64, s ui.State) {
	if len(f.Lines) > handedMost {
		f.QR.Draw(c, w, h, s)
		return
	}
	f.QR.Draw(c, handedSide, h, s)
	const pitch, baseline = 11.0, 10
	top := (h - pitch*float64(len(f.Lines))) / 2
	for i, line := range f.Lines {
		c.Text(line, handedSide+handedGap, top+pitch*float64(i)+baseline, theme.Font{Size: theme.LabelSize}, theme.Ink)
	}
}
