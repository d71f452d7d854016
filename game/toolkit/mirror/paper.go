package mirror

import (
	"fmt"
	"strconv"
	"strings"

	"holdtheline/game/toolkit/style"
	"holdtheline/game/toolkit/ui"
)

// PrintFigureAttribute holds the ID of the node whose figure an element shows in
// print. Such an element is hidden from screen readers and visible in print
// only.
const PrintFigureAttribute = "data-paper"

// forPaper appends the drawing of a printed figure. Its width doesn't depend on
// the screen's, so a page prints the same from a phone.
func forPaper(e *Element, p *ui.Box, at place) {
	n := p.Node
	figure := n.Figure
	if n.Fallback != nil {
		figure = n.Fallback
	}
	if figure == nil || n.PrintWidth <= 0 {
		return
	}
	key := n.ID
	if key == "" {
		key = at.parent + "/" + at.index
	}
	_, h := figure.Size(n.PrintWidth)
	made := &Element{
		Key: key + "/paper", Tag: "div",
		Attributes: map[string]string{PrintFigureAttribute: n.ID, "aria-hidden": "true"},
		Drawing:    &Drawing{Figure: ui.Toward(figure, at.mirrored), Wide: n.PrintWidth, High: h, Scale: 1, Measurer: at.measurer},
	}
	onPaper(made, n, place{measurer: at.measurer})
	if n.Fallback != nil {
		made.Attributes[PrintAttribute] = strings.TrimSpace(made.Attributes[PrintAttribute] + " apart")
	}
	e.Children = append(e.Children, made)
}

// Attributes that hold keywords for the print style sheet: an element's layout,
// and, where text is typeset, its font.
const (
	PrintAttribute = "data-print"
	TypeAttribute  = "data-type"
)

// onPaper sets an element's print attributes, over the canvas and in the plain
// page alike, so both print the same.
func onPaper(e *Element, n *ui.Node, at place) {
	s := n.Style
	if at.typeset || s.Print != nil && s.Print.Typeset {
		setIf(e, TypeAttribute, typeOf(at.measurer.Theme(), s))
	}
	print := s.Print
	if print == nil {
		return
	}
	var words []string
	add := func(word string, when bool) {
		if when {
			words = append(words, word)
		}
	}
	add("hidden", print.Hidden)
	add("typeset", print.Typeset)
	add("seen", print.Visible)
	add("box", print.LaysOut())
	add("row", print.Flow == ui.Row)
	add("wrap", print.Flow == ui.Wrap)
	add("wide", print.Wide)
	add("end", print.End)
	add("keep-with-next", print.KeepWithNext)
	if len(print.Columns) > 0 {
		add("grid", true)
		add("middle", print.Align == ui.Center)
		add("bottom", print.Align == ui.End)
		e.Attributes["--print-columns"] = tracks(print.Columns)
		e.Attributes["--print-gap"] = fmt.Sprintf("%gmm", print.Gap)
	}
	if print.Row > 0 || print.Column > 0 || print.Rows > 0 {
		add("cell", true)
		e.Attributes["--print-cell"] = fmt.Sprintf("%s / %s / span %d", line(print.Row), line(print.Column), max(1, print.Rows))
	}
	if print.Share > 0 {
		add("share", true)
		e.Attributes["--print-share"] = fmt.Sprintf("%g%%", 100*print.Share)
	}
	setIf(e, PrintAttribute, strings.Join(words, " "))
}

// tracks writes the columns of a grid as CSS track sizes.
func tracks(columns []float64) string {
	var all []string
	for _, width := range columns {
		switch width {
		case ui.FreeColumn:
			all = append(all, "minmax(0, 1fr)")
		case ui.FitColumn:
			all = append(all, "auto")
		default:
			all = append(all, fmt.Sprintf("%gmm", width))
		}
	}
	return strings.Join(all, " ")
}

// line is a CSS grid line; 0 is auto.
func line(n int) string {
	if n == 0 {
		return "auto"
	}
	return strconv.Itoa(n)
}

// typeOf returns the keywords of a font in print: its size and, unless it is
// the first, its typeface by their names in the style sheet, and its style.
func typeOf(theme *style.Theme, s ui.Style) string {
	words := []string{theme.Step(s.Font.Size).Name}
	if s.Font.Family != 0 {
		words = append(words, theme.Face(s.Font.Family).Name)
	}
	if s.Font.Bold {
		words = append(words, "bold")
	}
	if s.Font.Caps {
		words = append(words, "caps")
	}
	if s.Color == style.Soft {
		words = append(words, "soft")
	}
	return strings.Join(words, " ")
}
