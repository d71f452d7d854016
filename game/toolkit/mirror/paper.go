package mirror

import (
	"reflect"

	"holdtheline/game/toolkit/svg"
	"holdtheline/game/toolkit/ui"
)

// PaperAttribute holds the ID of the node whose figure an element draws for
// paper. Such an element is never heard, and is seen on paper only.
const PaperAttribute = "data-paper"

// forPaper appends the drawing of a figure that is printed. Its width is its own
// and doesn't follow the screen's, so a page prints the same from a phone.
func forPaper(e *Element, p *ui.Placed, at place) {
	n := p.Node
	figure := n.Figure
	if n.Apart != nil {
		figure = n.Apart
	}
	if figure == nil || n.Paper <= 0 {
		return
	}
	key := n.ID
	if key == "" {
		key = at.parent + "/" + at.index
	}
	_, h := figure.Size(n.Paper)
	e.Children = append(e.Children, &Element{
		Key: key + "/paper", Tag: "div",
		Attributes: map[string]string{PaperAttribute: n.ID, "aria-hidden": "true"},
		Figure:     figure, Wide: n.Paper, High: h, measurer: at.measurer,
	})
}

// redrawn tells whether an element's figure has to be drawn anew.
func redrawn(before, now *Element) bool {
	return now.Figure != nil &&
		(before.Wide != now.Wide || before.High != now.High || !reflect.DeepEqual(before.Figure, now.Figure))
}

// draw is the figure of an element as SVG.
func draw(e *Element) string { return svg.Render(e.measurer, e.Figure, e.Wide, e.High) }
