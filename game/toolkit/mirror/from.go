package mirror

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"holdtheline/game/toolkit/ui"
)

// From makes the elements of a laid out screen, or nil for none. Boxes that are
// there for layout only leave no element, decoration leaves nothing, and while
// a dialog is open all the rest is inert.
func From(layout *ui.Layout) *Element { return from(layout, nil) }

func from(layout *ui.Layout, s *sight) *Element {
	if layout == nil || layout.Root == nil {
		return nil
	}
	root := &Element{}
	into(root, layout.Root, place{index: "0", sight: s, measurer: layout.Measurer})
	switch len(root.Children) {
	case 0:
		return nil
	case 1:
		root = root.Children[0]
	default: // a root that leaves no element, such as a bare box
		root.Tag, root.Attributes = "main", map[string]string{}
	}
	// One element for all screens. Were each to have its own, what has the focus
	// would be taken off the page with it before the focus has gone elsewhere.
	root.Key = rootKey
	if path := pathToDialog(root); path != nil {
		silenceAround(path)
	}
	heading := ""
	unnameLists(root, &heading)
	return root
}

// rootKey is the key of the element that the whole screen is in.
const rootKey = "screen"

// unnameLists takes its name from every list that is called as the heading
// above it: that has just been read.
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

// A place is what a node's elements must know about where they stand.
type place struct {
	x, y     float64 // the top left corner of the element they stand in
	parent   string  // its key
	index    string  // tells siblings without an ID apart
	phrasing bool    // only text-level elements are allowed here
	group    string  // the radio group's key
	sight    *sight  // how to make what is seen, too; nil over a canvas
	list     float64 // width of the list it stands in
	measurer ui.Measurer
	typeset  bool // on paper words have fonts of their own
}

// into appends the elements of p to the element e.
func into(e *Element, p *ui.Placed, at place) {
	n := p.Node
	if print := n.Style.Print; print != nil && print.Typeset {
		at.typeset = true
	}
	forPaper(e, p, at)
	apart(e, p, at)
	if n.Role == ui.Status && n.Unseen {
		return // a status that isn't painted has its words in the live region only
	}
	if n.Silent {
		picture(e, p, at)
		return
	}
	key := n.ID
	if key == "" {
		key = at.parent + "/" + at.index
	}
	if n.Role == ui.Box && len(n.Text) == 0 && !n.Style.Scroll {
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
	setIf(made, "lang", n.Lang)
	setIf(made, "aria-keyshortcuts", n.Shortcut)
	setIf(made, "data-look", string(n.Style.Look))
	setIf(made, "data-value", n.Value)
	if n.Current {
		made.Attributes["aria-current"] = "step"
	}
	if n.Unseen {
		made.Attributes["class"] = "unseen"
	}
	dress(made, p, at)
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
func children(e *Element, p *ui.Placed, at place) {
	for i, child := range p.Children {
		at := at
		if at.index != "" {
			at.index += "."
		}
		at.index += strconv.Itoa(i)
		into(e, child, at)
	}
}

// tag sets the element's tag and the attributes that go with the node's role,
// and reports whether only text-level elements may stand in it.
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
		e.Attributes["role"] = "list" // which it loses in some browsers with its numbers
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
	case ui.Box:
		if len(n.Text) == 0 {
			e.Tag = "div" // it scrolls: what leaves it on one side is cut off
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
		// "Earlier" has done all it can. This one keeps it, yet Tab passes by.
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

// content fills an element with its node's words and children.
func content(e *Element, p *ui.Placed, at place) {
	n := p.Node
	words := n.Text
	// Where HTML allows no other name than the words themselves, the words that
	// are seen and those that are heard stand side by side.
	renamed := n.Name != "" && (e.Tag == "p" || e.Tag == "span")
	drawn := at.sight != nil && n.Figure != nil
	if len(p.Children) == 0 && !renamed && !drawn {
		e.Text = words
		if e.Tag == "span" && len(words) > 0 {
			// Text-level elements side by side would be read as one word.
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

// legend names a fieldset. Without words of the node's own there is no legend
// to read, since something near it says the name already.
func legend(e *Element, n *ui.Node) {
	setIf(e, "aria-label", n.Name)
	if len(n.Text) > 0 {
		part(e, "legend", "legend", n.Text)
	}
}

// choice makes a radio or checkbox: a label around the input and its words. The
// input is the element of the node: it takes the focus.
func choice(input *Element, p *ui.Placed, at place) *Element {
	n := p.Node
	label := &Element{
		Key:        input.Key + "/label",
		Tag:        "label",
		Attributes: map[string]string{},
		Box:        input.Box,
	}
	for _, name := range []string{"lang", "data-look", "class", "--width"} {
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

// sayOnce gives an input the words of its label for a name and keeps them from
// being read beside it. Over the canvas they lie on one another, not side by
// side as a control and its label do, and readers take them for two things.
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

// plainWords returns all that is said in e.
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

// part appends an element that no node stands for, as large as the one it
// stands in.
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

// relative returns where p lies in the element it stands in, to a tenth of a
// pixel, so that rounding in the layout changes no element. What takes no room
// gets one pixel: without any, browsers leave an element out of what they tell
// a screen reader.
func relative(p *ui.Placed, at place) Box {
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
