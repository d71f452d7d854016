package mirror

import (
	"fmt"
	"math"
	"strings"

	"holdtheline/game/toolkit/style"
	"holdtheline/game/toolkit/ui"
)

// A Drawer writes a figure as an SVG element of w by h CSS pixels at 100 %
// text. A backdrop is stretched over whatever box it stands in, behind words.
type Drawer func(f ui.Figure, w, h float64, s ui.State, backdrop bool) string

// Page makes the elements of a laid out screen for the plain page. They are the
// same as From's, in the same order and with the same keys, and beside them
// boxes that only lay out, and drawings, which no screen reader hears. How a
// node looks stands in classes that begin with "is-", for the style sheet: it
// lays out anew and takes from the layout only how wide drawings are.
func Page(layout *ui.Layout, draw Drawer) *Element {
	if layout == nil || layout.Root == nil {
		return nil
	}
	root := from(layout, &sight{draw: draw, theme: layout.Measurer.Theme(), text: max(1, layout.Viewport.Text)})
	leaveBoxes(root)
	return root
}

// A sight is what is needed to make what is seen.
type sight struct {
	draw  Drawer
	theme *style.Theme
	text  float64 // scale of text
}

// leaveBoxes takes the places over the canvas away.
func leaveBoxes(e *Element) {
	if e == nil {
		return
	}
	e.Box = Box{}
	for _, child := range e.Children {
		leaveBoxes(child)
	}
}

// BoxAttribute holds the ID of a node that is there for layout only.
const BoxAttribute = "data-box"

// boxFor appends the element of a node that is there for layout only, in the
// plain page, and returns it; else nil.
func boxFor(e *Element, p *ui.Placed, at place, key string) *Element {
	if at.sight == nil || e.Tag == "ol" {
		return nil
	}
	box := &Element{Key: key, Tag: "div", Attributes: map[string]string{}}
	if at.phrasing {
		box.Tag = "span"
	}
	setIf(box, BoxAttribute, p.Node.ID)
	setIf(box, "data-look", string(p.Node.Style.Look))
	setIf(box, "lang", p.Node.Lang)
	dress(box, p, at)
	e.Children = append(e.Children, box)
	return box
}

// picture appends the drawing of a node, in the plain page.
func picture(e *Element, p *ui.Placed, at place) {
	n := p.Node
	if at.sight == nil || n.Figure == nil || n.Unseen {
		return
	}
	text := at.sight.text
	w, h := (p.W-p.Pad.Left-p.Pad.Right)/text, (p.H-p.Pad.Top-p.Pad.Bottom)/text
	backdrop := len(n.Text)+len(p.Children) > 0
	if _, around := n.Figure.(ui.Surround); around {
		return // where what it runs around stands is known to the browser alone
	}
	if backdrop {
		w, h = p.W/text, p.H/text
	} else if n.Style.Look == ui.IconButton {
		w, h = n.Figure.Size(w)
	}
	if w <= 0 || h <= 0 {
		return
	}
	key := n.ID
	if key == "" {
		key = at.parent + "/" + at.index
	}
	// Whole pixels, so that a scroll bar that comes and goes redraws little.
	w, h = math.Round(w), math.Round(h)
	class := "is-figure"
	if backdrop {
		class = "is-backdrop"
	}
	e.Children = append(e.Children, &Element{
		Key: key + "/figure", Tag: "span",
		Attributes: map[string]string{"aria-hidden": "true", "class": class},
		Picture:    at.sight.draw(n.Figure, w, h, ui.State{Checked: n.Checked, Disabled: n.Disabled}, backdrop),
	})
}

// apartRoom is how much narrower than a list that is a line is what its cards
// hold, in CSS pixels: see plain.css.
const apartRoom = 64

// apart appends the drawing that stands in for a part of one that runs around
// what it shows, in the plain page. All those of a list are as wide.
func apart(e *Element, p *ui.Placed, at place) {
	n := p.Node
	if at.sight == nil || n.Apart == nil || n.Unseen {
		return
	}
	list := at.list
	if n.Role == ui.List {
		list = p.W
	}
	w, h := n.Apart.Size(math.Round((list - apartRoom) / at.sight.text))
	if w <= 0 || h <= 0 {
		return
	}
	e.Children = append(e.Children, &Element{
		Key: n.ID + "/apart", Tag: "span",
		Attributes: map[string]string{ApartAttribute: n.ID, "aria-hidden": "true", "class": "is-figure"},
		Picture:    at.sight.draw(n.Apart, w, h, ui.State{}, false),
	})
}

// ApartAttribute holds the ID of the node that a drawing in the plain page
// belongs to and stands before.
const ApartAttribute = "data-apart"

// dress says in classes how a node looks, in the plain page.
func dress(e *Element, p *ui.Placed, at place) {
	n := p.Node
	if at.sight == nil || n.Unseen {
		return
	}
	var is []string
	add := func(class string) { is = append(is, "is-"+class) }
	s := n.Style
	if _, around := n.Figure.(ui.Surround); n.Figure != nil && !around && len(n.Text)+len(p.Children) > 0 {
		add("captioned")
	}
	switch s.Flow {
	case ui.Column, ui.Zigzag: // what stands by turns above and below stands below one another
		if len(p.Children) > 0 {
			add("column")
		}
	case ui.Row:
		add("row")
	case ui.Wrap:
		add("wrap")
	case ui.Grid:
		add("grid")
		add(fmt.Sprint("columns-", max(1, s.Columns)))
	}
	if s.Gap > 0 {
		add(fmt.Sprint("gap-", int(math.Round(s.Gap/4))))
	}
	alignments := []string{ui.Start: "start", ui.Center: "center", ui.End: "end"}
	align := func(what string, a ui.Align) {
		if a > ui.Stretch && int(a) < len(alignments) {
			add(what + alignments[a])
		}
	}
	align("", s.Align)
	align("along-", s.Justify)
	align("self-", s.Self)
	align("text-", s.TextAlign)
	if s.Grow > 0 {
		add("grow")
	}
	if s.Width >= 2*widthStep && n.Figure == nil {
		add(fmt.Sprint("wide-", min(maxWidths, int(math.Round(s.Width/widthStep)))))
	}
	if n.Checked {
		add("checked")
	}
	if n.Disabled {
		add("disabled")
	}
	if font := s.Font; font != (style.Font{}) {
		theme := at.sight.theme
		add(theme.Step(font.Size).Name)
		if font.Family > 0 {
			add(theme.Face(font.Family).Name)
		}
		if font.Bold {
			add("bold")
		}
		if font.Caps {
			add("caps")
		}
	}
	if s.Color != style.None {
		add(at.sight.theme.Color(s.Color))
	}
	if len(is) > 0 {
		e.Attributes["class"] = strings.Join(is, " ")
	}
}

// Widths are told in steps of this many CSS pixels, up to so many.
const (
	widthStep = 40
	maxWidths = 18
)
