package ui

import "holdtheline/game/toolkit/style"

// A Msg is what pressing a node sends to the program's update function.
type Msg any

// Role is what a node is, in the terms of WAI-ARIA. It decides which DOM
// element mirrors the node and whether it takes focus.
type Role string

// The roles.
const (
	Generic    Role = ""           // for layout only, without a meaning of its own
	Main       Role = "main"       // the screen itself; one in a tree, its root
	Header     Role = "header"     // the top of the screen
	Footer     Role = "footer"     // the bar of actions at the bottom
	Region     Role = "region"     // a named part of the screen
	Heading    Role = "heading"    // has Level 1 to 6
	Paragraph  Role = "paragraph"  // running text
	List       Role = "list"       // ordered list; children are ListItem
	ListItem   Role = "listitem"   //
	Article    Role = "article"    // a news card
	Button     Role = "button"     // press: Node.Do
	Link       Role = "link"       // opens Node.Href
	RadioGroup Role = "radiogroup" // fieldset with legend Name; descendants are Radio
	Radio      Role = "radio"      // Checked; press: Node.Do
	Checkbox   Role = "checkbox"   // Checked; press: Node.Do
	CheckGroup Role = "checkgroup" // fieldset with legend Name; descendants are Checkbox
	Image      Role = "img"        // a figure described by Name
	Status     Role = "status"     // the one polite live region
	Dialog     Role = "dialog"     // modal: over the screen, wherever it is in the tree; while open, only it takes input
)

// A Span is a run of text with one look.
type Span struct {
	Text   string
	Strong bool   // heavier, and <strong> in the mirror
	Marked bool   // highlighted like a marker pen, and <mark> in the mirror
	Lang   string // BCP 47, when it differs from the page's
}

// A Node is one thing on the screen. ID must be unique in its tree. What a
// player would call the same thing must keep its ID from one tree to the next:
// focus, scrolling and the mirror depend on it.
type Node struct {
	ID          string
	Role        Role
	Level       int      // of a Heading
	Names       []string // of the Main: names that headings don't break across lines unless that saves a line
	RightToLeft bool     // of the Main: the plain page runs from right to left; the canvas can't
	Name        string   // accessible name where it differs from the visible text
	Text        []Span   // visible text of a leaf
	Lang        string   // BCP 47, when it differs from the page's
	Href        string   // of a Link

	// Value is what the node means to programs and tests: on a group the name
	// of its field, on a choice or an item the value that it gives the field.
	Value string

	Checked  bool
	Toggle   bool // a Button that is on (Checked) or off
	Disabled bool
	Current  bool     // the current step of several, in the sense of aria-current="step"
	Expands  Expanded // for a button that shows and hides something

	Decorative     bool // painted, but not in the mirror: decoration
	VisuallyHidden bool // in the mirror, but not painted: words that stand in for a figure

	// Shortcut is a single key, as typed, that presses the node whenever it can
	// be pressed, whatever has the focus. Upper and lower case are the same.
	Shortcut string
	// Key presses the node as well, in the place of what it would do otherwise:
	// PageDown is what the clicker of a speaker sends.
	Key Key

	Do     Msg       // sent when the node is pressed; nil for nodes that can't be
	Cancel Msg       // sent by Esc: on a Dialog, or on the root
	Turn   *Turn     // of the Main: what turns its pages
	Sort   *Sortable // makes a List whose items can be dragged
	// TakeFiles makes a node that files can be dropped on, and returns the message
	// for them.
	TakeFiles func(Files) Msg

	Drag  *Draggable // it can be dragged onto another node
	Drop  string     // others can be dropped onto it: its name
	Drops *Drops     // what dropping one node in it onto another does

	// Figure is drawn behind the node's text and children, into the whole node;
	// without those, inside its padding. Text on a figure is centred
	// vertically.
	Figure Figure
	// Picture is shown by a node with the role Image.
	Picture *Picture
	// Fallback is drawn before the node in the plain page and on paper. It
	// replaces what a [Surround] shows on the canvas.
	Fallback Figure
	// PrintWidth is the width of the printed figure, in CSS pixels. At 0 it isn't
	// printed.
	PrintWidth float64
	Style      Style

	Children []*Node
}

// Expanded tells whether what a button shows and hides is shown.
type Expanded int8

// The states of such a button; most buttons are NotExpandable.
const (
	NotExpandable Expanded = iota
	Collapsed
	Open
)

// Turn goes from page to page. Page Down, Right, and Space where nothing is pressed by
// it, send On; Page Up and Left send Back. A page that is higher than the window is
// scrolled to its end first. A presenter's remote control has these keys.
type Turn struct{ On, Back Msg }

// Sortable lets a list's items be dragged. Move returns the message that moves
// an item from one index to another.
type Sortable struct {
	Move func(from, to int) Msg
}

// Flow is how a node's children follow one another.
type Flow int8

// The flows.
const (
	Column Flow = iota // from top to bottom
	Row                // from left to right, never wrapping
	Wrap               // from left to right, wrapping to further rows
	Grid               // in Style.Columns equal columns, rows as high as their highest
	Zigzag             // from left to right, alternately above and below a gap of Style.Split
)

// Align is how children are aligned across the flow, or along it for Justify.
type Align int8

// The alignments. The zero value stretches across the flow and starts along it.
const (
	Stretch Align = iota
	Start
	Center
	End
)

// Edges are lengths on the four sides, in CSS pixels.
type Edges struct{ Top, Right, Bottom, Left float64 }

// All gives the same length on all four sides.
func All(n float64) Edges { return Edges{n, n, n, n} }

// Sides gives one length above and below and another left and right.
func Sides(vertical, horizontal float64) Edges {
	return Edges{vertical, horizontal, vertical, horizontal}
}

// Style is how a node is laid out and drawn. Lengths are CSS pixels at 100 %
// text; zero means "as large as needed", and for padding and font the look's
// default. With larger text, sizes grow in proportion, and Gap and Pad by a
// quarter of that. Nothing is wider than its parent's content box.
//
// In a Row, items without Grow have their natural width, or less where there
// isn't room; those with Grow share the rest in proportion. In a Column they
// share the height that is left, and regions that scroll shrink where there is
// too little.
type Style struct {
	Flow    Flow
	Columns int     // of a Grid
	Split   float64 // of a Zigzag: the gap between its two rows
	Gap     float64
	Pad     Edges
	Align   Align // of the children across the flow
	Justify Align // of the children along the flow
	Self    Align // overrides the parent's Align for this node

	Width, MinWidth, MaxWidth    float64
	Height, MinHeight, MaxHeight float64

	Grow   float64 // share of the room left along the flow; in a Zigzag, of the width
	Scroll bool    // it scrolls where its content is higher than it is

	Font      style.Font
	Color     style.Color
	TextAlign Align // Start (zero value too), Center or End
	Look      Look

	Joint bool     // the [Surround] around it gets its position
	Glide bool     // when its position changes, it glides there
	Enter Entrance // how it comes in when the previous tree didn't have it

	// Page and Print add what the plain page and print need; nil for most
	// nodes.
	Page  *Page
	Print *Print
}

// Look is the surface drawn behind a node. Packages that draw know how each
// looks at rest, under the pointer, pressed, focused, checked and disabled.
type Look string

// The looks.
const (
	NoLook        Look = ""
	Card          Look = "card"           // paper with a soft shadow
	Sheet         Look = "sheet"          // paper that covers what is behind it: dialogs, the phone's question
	Bar           Look = "bar"            // the bar of actions at the bottom
	Panel         Look = "panel"          // a quiet tinted box for explanations
	PrimaryButton Look = "primary-button" // the one main action
	PlainButton   Look = "plain-button"   // outlined
	QuietButton   Look = "quiet-button"   // text only
	IconButton    Look = "icon-button"    // 44 px square, a Figure inside
	Segment       Look = "segment"        // one of several in a row, such as a certainty
	Choice        Look = "choice"         // a radio or checkbox drawn as a row with its mark at the left
	SortCard      Look = "sort-card"      // a card that can be moved
	LiftedCard    Look = "lifted-card"    // the same, picked up
	Strip         Look = "strip"          // a tinted strip along the top of a card
	InkStrip      Look = "ink-strip"      // the same in ink
	Field         Look = "field"          // a pale field within a strip, such as an address
	GoodCard      Look = "good-card"      // a card whose answer was right: marked at its top
	BadCard       Look = "bad-card"       // a card whose answer was wrong
	TagGood       Look = "tag-good"       // small tinted label: right
	TagBad        Look = "tag-bad"        // small tinted label: wrong
	TagNeutral    Look = "tag-neutral"    // small tinted label: neither
)

// Plain makes text of one look.
func Plain(s string) []Span { return []Span{{Text: s}} }
