package mirror

import (
	"cmp"
	"fmt"
	"math"
	"strings"

	"holdtheline/game/toolkit/style"
	"holdtheline/game/toolkit/ui"
)

// Page makes the elements of a laid out screen for the plain page: those of
// From, in the same order and with the same keys, plus generic nodes and
// drawings, which no screen reader reads. Classes that begin with "is-" tell
// the style sheet how a node looks. The style sheet does the layout; only the
// drawings' widths come from this one.
func Page(layout *ui.Layout) *Element {
	if layout == nil || layout.Root == nil {
		return nil
	}
	root := from(layout, &sight{theme: layout.Measurer.Theme(), text: max(1, layout.Viewport.Text)})
	leaveBoxes(root)
	return root
}

// A sight is what is needed to make the visible elements.
type sight struct {
	theme *style.Theme
	text  float64 // scale of text
}

// leaveBoxes clears the positions over the canvas.
func leaveBoxes(e *Element) {
	if e == nil {
		return
	}
	e.Box = Box{}
	for _, child := range e.Children {
		leaveBoxes(child)
	}
}

// GenericAttribute holds the ID of a generic node.
const GenericAttribute = "data-box"

// boxFor appends and returns the element of a generic node: in the plain page,
// and where it lays its children out in print. Otherwise it returns nil.
func boxFor(e *Element, p *ui.Box, at place, key string) *Element {
	if at.sight == nil && !p.Node.Style.Print.LaysOut() || e.Tag == "ol" {
		return nil
	}
	box := &Element{Key: key, Tag: "div", Attributes: map[string]string{}}
	if at.phrasing {
		box.Tag = "span"
	}
	setIf(box, GenericAttribute, p.Node.ID)
	setIf(box, "data-look", string(p.Node.Style.Look))
	setLang(box, p.Node.Lang)
	if p.Node.VisuallyHidden {
		box.Attributes["class"] = "unseen"
	}
	addClasses(box, p, at)
	onPaper(box, p.Node, at)
	e.Children = append(e.Children, box)
	return box
}

// picture appends the drawing of a node, in the plain page.
func picture(e *Element, p *ui.Box, at place) {
	n := p.Node
	if at.sight == nil || n.Figure == nil || n.VisuallyHidden {
		return
	}
	text := at.sight.text
	w, h := (p.W-p.Pad.Left-p.Pad.Right)/text, (p.H-p.Pad.Top-p.Pad.Bottom)/text
	backdrop := len(n.Text)+len(p.Children) > 0
	if _, around := n.Figure.(ui.Surround); around {
		return // only the browser knows the positions of what it connects
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
	// Whole pixels, so that an appearing scrollbar causes few redraws.
	w, h = math.Round(w), math.Round(h)
	class := "is-figure"
	if backdrop {
		class = "is-backdrop"
	}
	e.Children = append(e.Children, &Element{
		Key: key + "/figure", Tag: "span",
		Attributes: map[string]string{"aria-hidden": "true", "class": class},
		Drawing: &Drawing{
			Figure: ui.Toward(n.Figure, at.mirrored), Wide: w, High: h, State: ui.State{Checked: n.Checked, Disabled: n.Disabled},
			Scale: text, Backdrop: backdrop, Measurer: at.measurer,
		},
	})
}

// fallback appends the drawing that replaces a part of a [ui.Surround], in the
// plain page. Those of a list are equally wide.
func fallback(e *Element, p *ui.Box, at place) {
	n := p.Node
	if at.sight == nil || n.Fallback == nil || n.VisuallyHidden {
		return
	}
	list := at.list
	if n.Role == ui.List {
		list = p.W
	}
	w, h := n.Fallback.Size(math.Round((list - apartRoom) / at.sight.text))
	if w <= 0 || h <= 0 {
		return
	}
	class := "is-figure"
	if n.Role == ui.List {
		class += " is-scale"
	}
	e.Children = append(e.Children, &Element{
		Key: n.ID + "/apart", Tag: "span",
		Attributes: map[string]string{FallbackAttribute: n.ID, "aria-hidden": "true", "class": class},
		Drawing:    &Drawing{Figure: ui.Toward(n.Fallback, at.mirrored), Wide: w, High: h, Scale: at.sight.text, Measurer: at.measurer},
	})
}

// FallbackAttribute holds the ID of the node that a drawing in the plain page
// precedes.
const FallbackAttribute = "data-apart"

// addClasses adds the classes for a node's look, in the plain page.
func addClasses(e *Element, p *ui.Box, at place) {
	n := p.Node
	if at.sight == nil || n.VisuallyHidden {
		return
	}
	var is []string
	add := func(class string) { is = append(is, "is-"+class) }
	s := n.Style
	if _, around := n.Figure.(ui.Surround); n.Figure != nil && !around && len(n.Text)+len(p.Children) > 0 {
		add("captioned")
		e.Attributes["--sides"] = fmt.Sprintf("%gpx", s.Pad.Left)
	}
	switch s.Flow {
	case ui.Column, ui.Zigzag: // in the plain page a zigzag is a column
		if len(p.Children) > 0 {
			add("column")
		}
	case ui.Row:
		add("row")
	case ui.Wrap:
		add("wrap")
	case ui.Grid:
		add("grid")
		if s.Columns > 1 {
			add(fmt.Sprint("columns-", s.Columns))
		}
	}
	page := s.Page
	if page == nil {
		page = &ui.Page{}
	}
	if gap := cmp.Or(page.Gap, s.Gap); gap > 0 {
		add(fmt.Sprint("gap-", int(math.Round(gap/4))))
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
	if s.TextAlign != ui.Start { // the default
		align("text-", s.TextAlign)
	}
	if s.Grow > 0 {
		add("grow")
	}
	lengths(e, n, page, add)
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
	if page.NoWrap {
		add("abreast")
	}
	if page.Sticky {
		add("sticky")
	}
	if page.Thread {
		add("thread")
	}
	if len(is) > 0 {
		e.Attributes["class"] = strings.Join(is, " ")
	}
}

// leastFixed is the least fixed width, in CSS pixels, in the plain page: what
// is narrower is as wide as its words.
const leastFixed = 80

// lengths sets the custom properties for the lengths that the plain page takes
// from the tree, and the classes that use them.
func lengths(e *Element, n *ui.Node, page *ui.Page, add func(class string)) {
	s := n.Style
	if width := cmp.Or(page.Width, s.Width); width >= leastFixed && n.Figure == nil {
		add("fixed")
		e.Attributes["--width"] = rem(width)
		if page.Share > 0 {
			e.Attributes["--width"] = fmt.Sprintf("min(%s, %g%%)", rem(width), 100*page.Share)
		}
	}
	most := page.MaxWidth
	if n.Role == ui.List {
		most = cmp.Or(most, s.MaxWidth) // running text has the page's own measure
	}
	if most > 0 {
		add("limited")
		e.Attributes["--max-width"] = rem(most)
	}
	if page.Column > 0 {
		add("fitted")
		e.Attributes["--column"] = rem(page.Column)
	}
	if page.FullBleed {
		add("band")
		pad := page.Pad
		if pad == (ui.Edges{}) {
			pad = s.Pad
		}
		e.Attributes["--above"], e.Attributes["--below"] = fmt.Sprintf("%gpx", pad.Top), fmt.Sprintf("%gpx", pad.Bottom)
	}
}

// rem converts CSS pixels at 100 % text to rem, so that the length grows with
// text.
func rem(pixels float64) string { return fmt.Sprintf("%grem", pixels/16) }
