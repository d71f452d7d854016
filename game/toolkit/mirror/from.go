package mirror

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"holdtheline/game/toolkit/ui"
)

// From makes the elements of a laid out screen, or nil for none. Generic nodes
// and decoration get no element, and while a dialog is open all the rest is
// inert.
func From(layout *ui.Layout) *Element { return from(layout, nil) }

func from(layout *ui.Layout, s *sight) *Element {
	if layout == nil || layout.Root == nil {
		return nil
	}
	root := &Element{}
	into(root, layout.Root, place{index: "0", sight: s, measurer: layout.Measurer, mirrored: layout.Root.Node.RightToLeft})
	switch len(root.Children) {
	case 0:
		return nil
	case 1:
		root = root.Children[0]
	default: // a root without an element, such as a bare box
		root.Tag, root.Attributes = "main", map[string]string{}
	}
	// One element for all screens. If each had its own, the focused element
	// would be removed with it before the focus has moved on.
	root.Key = rootKey
	if path := pathToDialog(root); path != nil {
		silenceAround(path)
	}
	heading := ""
	unnameLists(root, &heading)
	return root
}

// rootKey is the key of the root element of every screen.
const rootKey = "screen"

// unnameLists removes the name of every list that has the same name as the
// heading above it, which has just been read.
func unnameLists(e *Element, heading *string) {
	switch {
	case len(e.Tag) == 2 && e.Tag[0] == 'h':
		if *heading = e.Attributes["aria-label"]; *heading == "" {
			*heading = plainWords(e)
		}
	case e.Tag == "ol" && e.Attributes["aria-label"] == *heading:
		delete(e.Attributes, "aria-label")
	}
	for _, child := range e.Children {
		unnameLists(child, heading)
	}
}

// A place is what a node's elements depend on in the elements around them.
type place struct {
	x, y     float64 // the top left corner of the parent element
	parent   string  // its key
	index    string  // tells siblings without an ID apart
	phrasing bool    // only text-level elements are allowed here
	group    string  // the radio group's key
	sight    *sight  // for the visible elements; nil over a canvas
	list     float64 // width of the list around it
	measurer ui.Measurer
	typeset  bool // in print, words have fonts of their own
	mirrored bool // the screen runs from right to left
}

// into appends the elements of p to the element e.
func into(e *Element, p *ui.Box, at place) {
	n := p.Node
	if print := n.Style.Print; print != nil && print.Typeset {
		at.typeset = true
	}
	forPaper(e, p, at)
	fallback(e, p, at)
	if n.Role == ui.Status && n.VisuallyHidden {
		return // an unseen status is in the live region only
	}
	if n.Decorative {
		picture(e, p, at)
		return
	}
	key := n.ID
	if key == "" {
		key = at.parent + "/" + at.index
	}
	if n.Role == ui.Generic && len(n.Text) == 0 && !n.Style.Scroll {
		if box := boxFor(e, p, at, key); box != nil {
			at.parent, at.index = key, ""
			e = box
		}
		children(e, p, at)
		return
	}
	made := &Element{
		Key:        key,
		Attributes: map[string]string{},
		Box:        relative(p, at),
	}
	inside := at
	inside.x, inside.y, inside.parent, inside.index = p.X, p.Y, key, ""
	if n.Role == ui.List {
		inside.list = p.W
	}
	if n.ID != "" {
		made.Attributes[NodeAttribute] = n.ID
	}
	setLang(made, n.Lang)
	setIf(made, "aria-keyshortcuts", n.Keys())
	setIf(made, "data-look", string(n.Style.Look))
	setIf(made, "data-value", n.Value)
	if n.Turn != nil {
		made.Attributes["data-turns"] = "pages"
	}
	if n.Current {
		made.Attributes["aria-current"] = "step"
	}
	if n.VisuallyHidden {
		made.Attributes["class"] = "unseen"
	}
	addClasses(made, p, at)
	onPaper(made, n, at)

	switch n.Role {
	case ui.Radio, ui.Checkbox:
		e.Children = append(e.Children, choice(made, p, inside))
		return
	case ui.RadioGroup, ui.CheckGroup:
		made.Tag = "fieldset"
		inside.group = key
		legend(made, n)
		children(made, p, inside)
		e.Children = append(e.Children, made)
		return
	case ui.Image:
		if n.Picture != nil {
			photo(made, n)
			e.Children = append(e.Children, made)
			return
		}
		if n.Name == "" { // nothing to say about it
			picture(e, p, at)
			return
		}
		made.Tag = "div"
		made.Attributes["role"] = "img"
		made.Attributes["aria-label"] = n.Name
		picture(made, p, inside)
		e.Children = append(e.Children, made)
		return
	}

	inside.phrasing = tag(made, n, at) || at.phrasing
	content(made, p, inside)
	e.Children = append(e.Children, made)
}

// children appends the elements of p's children to the element e.
func children(e *Element, p *ui.Box, at place) {
	for i, child := range p.Children {
		at := at
		if at.index != "" {
			at.index += "."
		}
		at.index += strconv.Itoa(i)
		into(e, child, at)
	}
}

// tag sets the element's tag and the attributes of the node's role, and reports
// whether it may contain phrasing content only.
func tag(e *Element, n *ui.Node, at place) (phrasing bool) {
	switch n.Role {
	case ui.Main:
		e.Tag = "main"
	case ui.Header:
		e.Tag = "header"
	case ui.Footer:
		e.Tag = "footer"
	case ui.Region:
		e.Tag = "section"
		setIf(e, "aria-label", n.Name)
	case ui.Heading:
		level := min(max(n.Level, 1), 6)
		e.Tag = "h" + strconv.Itoa(level)
		if level == 1 {
			e.Attributes["tabindex"] = "-1" // focus comes here on a new screen
		}
		setIf(e, "aria-label", n.Name)
		return true
	case ui.List:
		e.Tag = "ol"
		e.Attributes["role"] = "list" // some browsers drop the role when the numbers are hidden
		setIf(e, "aria-label", n.Name)
	case ui.ListItem:
		e.Tag = "li"
		setIf(e, "aria-label", n.Name)
	case ui.Article:
		e.Tag = "article"
		setIf(e, "aria-label", n.Name)
	case ui.Dialog:
		e.Tag = "div"
		e.Attributes["role"] = "dialog"
		e.Attributes["aria-modal"] = "true"
		e.Attributes["tabindex"] = "-1"
		setIf(e, "aria-label", n.Name)
	case ui.Link:
		if n.Href == "" {
			button(e, n)
			return true
		}
		e.Tag = "a"
		e.Attributes["href"] = n.Href
		e.Attributes["target"] = "_blank"
		e.Attributes["rel"] = "noopener noreferrer"
		setIf(e, "aria-label", n.Name)
		return true
	case ui.Button:
		button(e, n)
		return true
	case ui.Generic:
		if len(n.Text) == 0 {
			e.Tag = "div" // it scrolls, and clips its content
			e.Attributes["data-scroll"] = ""
			return false
		}
		fallthrough
	default: // ui.Paragraph, ui.Status, and a box with words
		e.Tag = "p"
		if at.phrasing {
			e.Tag = "span"
		}
		return true
	}
	return false
}

func button(e *Element, n *ui.Node) {
	e.Tag = "button"
	e.Attributes["type"] = "button"
	setIf(e, "aria-label", n.Name)
	if n.Disabled {
		// A disabled attribute would drop the focus when a button such as
		// "Earlier" becomes disabled. This keeps it, and Tab skips the button.
		e.Attributes["aria-disabled"] = "true"
		e.Attributes["tabindex"] = "-1"
	}
	if n.Toggle || n.Checked {
		e.Attributes["aria-pressed"] = strconv.FormatBool(n.Checked)
	}
	switch n.Expands {
	case ui.Collapsed:
		e.Attributes["aria-expanded"] = "false"
	case ui.Open:
		e.Attributes["aria-expanded"] = "true"
	}
}

// content adds a node's text and children to its element.
func content(e *Element, p *ui.Box, at place) {
	n := p.Node
	words := n.Text
	// Where the role allows no aria-label, the visible words and the spoken
	// ones are siblings.
	renamed := n.Name != "" && (e.Tag == "p" || e.Tag == "span")
	drawn := at.sight != nil && n.Figure != nil
	if len(p.Children) == 0 && !renamed && !drawn {
		e.Text = words
		if e.Tag == "span" && len(words) > 0 {
			// Adjacent phrasing elements would be read as one word.
			e.Text = append(slices.Clone(words), ui.Span{Text: " "})
		}
		return
	}
	if drawn {
		picture(e, p, at)
	}
	if len(words) > 0 {
		seen := part(e, "text", "span", words)
		if renamed {
			seen.Attributes["aria-hidden"] = "true"
		}
	}
	if renamed {
		part(e, "name", "span", ui.Plain(n.Name)).Attributes["class"] = "unseen"
	}
	children(e, p, at)
}

// legend names a fieldset. A node without text gets no legend, since something
// near it shows the name already.
func legend(e *Element, n *ui.Node) {
	setIf(e, "aria-label", n.Name)
	if len(n.Text) > 0 {
		part(e, "legend", "legend", n.Text)
	}
}

// choice makes a radio button or checkbox: a label around the input and its
// words. The input is the node's element: it takes the focus.
func choice(input *Element, p *ui.Box, at place) *Element {
	n := p.Node
	label := &Element{
		Key:        input.Key + "/label",
		Tag:        "label",
		Attributes: map[string]string{},
		Box:        input.Box,
	}
	for _, name := range []string{"lang", "dir", "data-look", "class", "--width"} {
		if value, ok := input.Attributes[name]; ok {
			label.Attributes[name] = value
			delete(input.Attributes, name)
		}
	}
	input.Tag = "input"
	input.Box.X, input.Box.Y = 0, 0
	input.Attributes["type"] = "radio"
	input.Attributes["name"] = at.group
	if n.Role == ui.Checkbox {
		input.Attributes["type"] = "checkbox"
		delete(input.Attributes, "name")
	} else if at.group == "" {
		input.Attributes["name"] = input.Key
	}
	setIf(input, "aria-label", n.Name)
	if n.Checked {
		input.Attributes["checked"] = ""
	}
	if n.Disabled {
		input.Attributes["disabled"] = ""
	}
	label.Children = append(label.Children, input)
	at.parent = label.Key
	if at.sight != nil && n.Figure != nil {
		picture(label, p, at)
	}
	if len(n.Text) > 0 {
		part(label, "text", "span", n.Text)
	}
	at.phrasing = true
	children(label, p, at)
	if at.sight == nil {
		sayOnce(input, label)
	}
	return label
}

// sayOnce names an input by its label's words and hides those from screen
// readers. Over the canvas the two overlap instead of being side by side, and
// would be read twice.
func sayOnce(input, label *Element) {
	if input.Attributes["aria-label"] == "" {
		setIf(input, "aria-label", plainWords(label))
	}
	for _, child := range label.Children {
		if child != input {
			child.Attributes["aria-hidden"] = "true"
		}
	}
}

// plainWords returns the text in e.
func plainWords(e *Element) string {
	var all []string
	said := ""
	for _, span := range e.Text {
		said += span.Text
	}
	if said = strings.TrimSpace(said); said != "" {
		all = append(all, said)
	}
	for _, child := range e.Children {
		if said := plainWords(child); said != "" {
			all = append(all, said)
		}
	}
	return strings.Join(all, " ")
}

// part appends an element without a node of its own, as large as e.
func part(e *Element, name, tag string, text []ui.Span) *Element {
	made := &Element{
		Key:        e.Key + "/" + name,
		Tag:        tag,
		Attributes: map[string]string{},
		Text:       text,
		Box:        Box{W: e.Box.W, H: e.Box.H},
	}
	e.Children = append(e.Children, made)
	return made
}

func setIf(e *Element, name, value string) {
	if value != "" {
		e.Attributes[name] = value
	}
}

// setLang sets an element's language and, with it, its direction.
func setLang(e *Element, lang string) {
	if lang != "" {
		e.Attributes["lang"], e.Attributes["dir"] = lang, ui.Direction(lang)
	}
}

// relative returns p's box relative to its parent element, to a tenth of a
// pixel, so that rounding in the layout changes no element. An empty box gets
// one pixel: browsers leave elements without any out of the accessibility tree.
func relative(p *ui.Box, at place) Box {
	tenth := func(n float64) float64 { return math.Round(n*10) / 10 }
	return Box{
		X: tenth(p.X - at.x), Y: tenth(p.Y - at.y),
		W: math.Max(1, tenth(p.W)), H: math.Max(1, tenth(p.H)),
	}
}

// pathToDialog returns the elements from e down to the topmost dialog, which is
// the last one in the tree, or nil when there is none.
func pathToDialog(e *Element) []*Element {
	for i := len(e.Children) - 1; i >= 0; i-- {
		if path := pathToDialog(e.Children[i]); path != nil {
			return append([]*Element{e}, path...)
		}
	}
	if e.Attributes["role"] == "dialog" {
		return []*Element{e}
	}
	return nil
}

func silenceAround(path []*Element) {
	for i, e := range path[:len(path)-1] {
		for _, child := range e.Children {
			if child != path[i+1] {
				child.Attributes["inert"] = ""
			}
		}
	}
}
