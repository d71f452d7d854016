package ui

// A Page is what a node needs in the plain page beyond its [Style]: there the
// browser lays out anew, in the reader's own window and type. Lengths are CSS
// pixels at 100 % text; zero means as its Style says.
type Page struct {
	// Band runs across the whole window, and its content keeps to the page's
	// margins. Pad is the room above and below that content, where it differs
	// from the Style's.
	Band bool
	Pad  Edges

	Abreast  bool    // of a Row: its children stay side by side however little room there is
	Gap      float64 // between its children
	Width    float64
	Share    float64 // with Width: the greatest share of its place that it takes, up to 1
	MaxWidth float64
	Column   float64 // of a Grid: where its columns would be narrower there are fewer
	Sticky   bool    // stays at the top of the dialog while the rest scrolls
	Thread   bool    // of a List: a cord runs down its left with a knot at every item
}

// A Print is how a node stands on paper, where that isn't as all others do.
// Lengths are millimetres.
type Print struct {
	Hidden bool // left out
	Seen   bool // an Unseen node that is printed

	// Typeset gives the words in the node the fonts they have on the screen, in
	// the sizes of paper. Elsewhere only headings have a font of their own.
	Typeset bool

	// Columns puts what the node holds, boxes for layout aside, into a grid of
	// columns as wide as this; [FreeColumn] and [FitColumn] are two that go by
	// the room there is and by what is in them. Gap is the room between them, and
	// Align how their content stands up and down: at the top, or at Center or End.
	Columns []float64
	Gap     float64
	Align   Align
	// Flow is how the children follow one another: a Row or a Wrap, else one
	// below the other.
	Flow Flow
	// Block keeps a box together that would else be there for the screen only.
	Block bool

	// Where the node stands in the columns around it: Row and Column count from
	// 1, and at 0 the next free one is taken. Rows is how many it spans, and
	// Wide lets it span all columns.
	Row, Column, Rows int
	Wide              bool
	End               bool // at the right of its place

	Share        float64 // the part of its place that a drawing takes, up to 1; at 0 all of it
	KeepWithNext bool    // begins something: stands off from what comes before it, and no page ends after it
}

// Columns on paper whose width is no number.
const (
	FreeColumn = 0.0  // shares the room that is left
	FitColumn  = -1.0 // as wide as what is in it
)

// Lays tells whether the node lays its children out on paper, so that a box
// must be there for it.
func (p *Print) Lays() bool {
	return p != nil && (len(p.Columns) > 0 || p.Flow != Column || p.Block)
}
