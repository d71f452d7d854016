package ui

import "holdtheline/game/toolkit/style"

// A Rect is a rectangle in CSS pixels.
type Rect struct{ X, Y, W, H float64 }

// Has tells whether the point is in the rectangle. Its right and bottom edges
// are not.
func (r Rect) Has(x, y float64) bool {
	return x >= r.X && x < r.X+r.W && y >= r.Y && y < r.Y+r.H
}

// And returns the intersection of two rectangles; an empty one has no size.
func (r Rect) And(s Rect) Rect {
	x, y := max(r.X, s.X), max(r.Y, s.Y)
	return Rect{x, y, max(0, min(r.X+r.W, s.X+s.W)-x), max(0, min(r.Y+r.H, s.Y+s.H)-y)}
}

// A Viewport is what a tree is laid out in.
type Viewport struct {
	Width, Height float64 // CSS pixels
	Text          float64 // scale of text, 1 to 2; 0 counts as 1
	Insets        Edges   // parts of the screen to keep clear of
}

// A Layout is a tree with a position for every node.
type Layout struct {
	Root     *Box
	Viewport Viewport
	Measurer Measurer // that it was laid out with
	// Scroll is the scroll offset of each region, by its node's id: what
	// [Layouter.Lay] was given, kept within bounds.
	Scroll map[string]float64

	byID map[string]*Box
	// Nodes that [Layout.changed] has replaced; they come before byID.
	elsewhere map[string]*Box
	dialog    *Box // the topmost open dialog
}

// A Box is a laid out node. All positions are absolute, in CSS pixels, after
// scrolling.
type Box struct {
	Node       *Node
	X, Y, W, H float64
	// Clip is the part of the screen in which the node can be seen: the
	// intersection of the scrolling regions around it.
	Clip     Rect
	Lines    []Line
	Children []*Box
	Parent   *Box
	// ContentHeight is the height of a scrolling region's content, padding
	// included. It scrolls by up to ContentHeight − H.
	ContentHeight float64
	ScrollY       float64 // how far it is scrolled
	Scrolls       bool
	// Lifted is true of an item that is being dragged: it is drawn on top.
	Lifted bool
	// OffX and OffY are its offset from its final position while it glides
	// there.
	OffX, OffY float64
	// Fade is its transparency, from 0 to 1, and Zoom the share by which it is
	// drawn larger around its middle, both while it comes in.
	Fade, Zoom float64
	// Pad is the node's padding as it was laid out, text scale included.
	Pad Edges
}

// Rect is the node's box.
func (p *Box) Rect() Rect { return Rect{p.X, p.Y, p.W, p.H} }

// Find returns the node with the id, or nil.
func (l *Layout) Find(id string) *Box {
	if q := l.elsewhere[id]; q != nil {
		return q
	}
	return l.byID[id]
}

// Dialog returns the topmost open dialog, or nil. While there is one, only it
// takes input.
func (l *Layout) Dialog() *Box { return l.dialog }

// A Layouter lays trees out. It caches how texts measure and wrap, so that
// laying the same tree out again is cheap; the cache is bounded. It must not be
// used by two goroutines at once.
type Layouter struct {
	m     Measurer
	texts memory
}

// NewLayouter returns a layouter that measures text with m, in its theme.
func NewLayouter(m Measurer) *Layouter { return &Layouter{m: m} }

// leastScroller is the least height of a scrolling region, in CSS pixels at 100
// % text. Where even that doesn't fit the screen, the root scrolls.
const leastScroller = 120

// Lay lays the tree out in the viewport. The root is as large as the viewport
// without its insets. The map holds the scroll offsets of nodes with
// Style.Scroll, by id; it isn't changed.
//
// Sizes (Width, MinHeight, …) grow with the text scale in full, padding and
// gaps by a quarter, so that at 200 % there is still room for text.
func (l *Layouter) Lay(root *Node, vp Viewport, scroll map[string]float64) *Layout {
	if vp.Text <= 0 {
		vp.Text = 1
	}
	p := pass{
		l: l, theme: l.m.Theme(), text: vp.Text, space: 1 + (vp.Text-1)/4,
		known:  make(map[*Node]*known, usualNodes),
		scroll: scroll,
		out:    &Layout{Viewport: vp, Measurer: l.m, Scroll: map[string]float64{}, byID: map[string]*Box{}},
	}
	in := vp.Insets
	w, h := max(0, vp.Width-in.Left-in.Right), max(0, vp.Height-in.Top-in.Bottom)
	// A root that can't be made small enough scrolls as a whole.
	p.rootScrolls = root.Style.Scroll || p.least(root, w) > h+0.5
	p.root = root
	p.out.Root = p.place(root, nil, Rect{in.Left, in.Top, w, h}, Rect{0, 0, vp.Width, vp.Height})
	return p.out
}

// usualNodes is about how many nodes a screen has.
const usualNodes = 256

// A pass is one run over a tree.
type pass struct {
	l           *Layouter
	theme       *style.Theme
	text, space float64
	known       map[*Node]*known
	scroll      map[string]float64
	out         *Layout
	root        *Node
	rootScrolls bool
}

// known is what a pass has computed for a node.
type known struct {
	style box
	items []*Node
	words *Node // stands for the node's own text among its items
	para  *paragraph
	wide  []wide
	high  []high
	// Backing arrays of those while they are short.
	firstWide [2]wide
	firstHigh [2]high
}

// flow is the items that take room.
func (k *known) flow() []*Node {
	for i, c := range k.items {
		if c.outOfFlow() {
			in := append([]*Node{}, k.items[:i]...)
			for _, c := range k.items[i+1:] {
				if !c.outOfFlow() {
					in = append(in, c)
				}
			}
			return in
		}
	}
	return k.items
}

// outOfFlow tells whether a node takes no room among its siblings: words that are
// not painted, and dialogs, which cover the screen.
func (n *Node) outOfFlow() bool { return n.VisuallyHidden || n.Role == Dialog }

type wide struct{ avail, least, most float64 }

type high struct{ width, natural, least float64 }

// A box is a node's style in CSS pixels, scaled for text, with what its look
// adds.
type box struct {
	pad                          Edges
	gap                          float64
	width, minWidth, maxWidth    float64
	height, minHeight, maxHeight float64
	center                       bool // the text is centred vertically
	align                        Align
}

func (b box) across() float64 { return b.pad.Left + b.pad.Right }
func (b box) down() float64   { return b.pad.Top + b.pad.Bottom }

func (p *pass) of(n *Node) *known {
	if k := p.known[n]; k != nil {
		return k
	}
	k := &known{}
	k.wide, k.high = k.firstWide[:0], k.firstHigh[:0]
	p.known[n] = k
	s, look := n.Style, fits[n.Style.Look]
	b := box{
		pad: s.Pad, gap: s.Gap * p.space,
		width: s.Width * p.text, minWidth: s.MinWidth * p.text, maxWidth: s.MaxWidth * p.text,
		height: s.Height * p.text, minHeight: s.MinHeight * p.text, maxHeight: s.MaxHeight * p.text,
		center: look.center, align: s.TextAlign,
	}
	if b.pad == (Edges{}) {
		b.pad = look.pad
	}
	b.pad.Top *= p.space
	b.pad.Right *= p.space
	b.pad.Bottom *= p.space
	b.pad.Left *= p.space
	b.pad.Left += look.mark * p.text
	if look.center && b.align == Stretch {
		b.align = Center
	}
	if look.control || n.Role == Button {
		b.minHeight = max(b.minHeight, p.leastControl(n, look))
		b.center = true
	}
	if n.Role == Link && !look.control {
		b.minHeight, b.center = max(b.minHeight, linkHeight), true
	}
	if n.Figure != nil {
		// A caption is centred on its figure.
		b.center = true
		if b.align == Stretch {
			b.align = Center
		}
	}
	if look.square {
		b.minWidth = max(b.minWidth, p.theme.Target)
	}
	k.style = b
	k.items = n.Children
	if len(n.Text) > 0 {
		if len(n.Children) == 0 {
			k.para = p.paragraph(n, n.TextFont())
		} else {
			// The node's own text comes first among its items.
			k.words = &Node{Text: n.Text, Style: Style{Font: n.TextFont(), TextAlign: b.align}}
			k.items = append([]*Node{k.words}, k.items...)
		}
	}
	return k
}

// linkHeight is the least height of a link within text, in CSS pixels: enough
// to hit it, without spreading the lines.
const linkHeight = 28

// leastControl is the least height of a control, also of a button whose look
// doesn't give one, such as a figure to press.
func (p *pass) leastControl(n *Node, look fit) float64 {
	if !look.control && n.Style.Look == NoLook && n.Style.Height > 0 {
		return 0
	}
	return p.theme.Target
}

func (p *pass) paragraph(n *Node, f style.Font) *paragraph {
	return p.l.texts.get(keyOf(n.Text, f, p.text), n.Text, func() *paragraph {
		return analyse(p.l.m, n.Text, f, p.text)
	})
}
