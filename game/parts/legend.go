package parts

import (
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// Mark is a figure of its own size, of which what is beside it says everything.
func Mark(id string, f ui.Figure) *ui.Node {
	w, h := f.Size(0)
	return &ui.Node{ID: id, Decorative: true, Figure: f, PrintWidth: w, Style: ui.Style{Width: w, Height: h}}
}

// Legend explains marks: each is made by [LegendMark].
func Legend(id string, marks ...*ui.Node) *ui.Node {
	n := Wrap(id, Space4, marks...)
	n.Style.Print = &ui.Print{Flow: ui.Wrap}
	return n
}

// LegendMark is a mark and what it means.
func LegendMark(id string, f ui.Figure, text string, font theme.Font) *ui.Node {
	n := Row(id, Space2, Mark(id+".mark", f), Softly(Paragraph(id+".text", text, font)))
	n.Style.Print = &ui.Print{Flow: ui.Row}
	return n
}
