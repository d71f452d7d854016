package ui

// A Page is what a node needs in the plain page beyond its [Style], since the
// browser does that page's layout. Lengths are CSS pixels at 100 % text; zero
// means as its Style says.
type Page struct {
	// FullBleed makes the node as wide as the window, with its content within the
	// page's margins. Pad is the padding above and below the content, where it
	// differs from the Style's.
	FullBleed bool
	Pad       Edges

	NoWrap   bool    // of a Row: it never wraps
	Gap      float64 // between its children
	Width    float64
	Share    float64 // with Width: the greatest share of its parent's width, up to 1
	MaxWidth float64
	Column   float64 // of a Grid: the least width of a column; where there isn't room there are fewer
	Sticky   bool    // stays at the top of the dialog while the rest scrolls
	Thread   bool    // of a List: a cord runs down its left with a knot at every item
}

// A Print is how a node is printed, where it differs from the default. Lengths
// are millimetres.
type Print struct {
	Hidden  bool // left out
	Visible bool // a VisuallyHidden node that is printed

	// Typeset prints the node's words in their screen fonts, at print sizes.
	// Elsewhere only headings have a font of their own.
	Typeset bool

	// Columns puts what the node holds, except generic nodes, into a grid with
	// columns of these widths; [FreeColumn] and [FitColumn] are flexible ones.
	// Gap is the room between them, and Align their content's vertical
	// alignment: the top, or Center or End.
	Columns []float64
	Gap     float64
	Align   Align
	// Flow is a Row or a Wrap; anything else is a Column.
	Flow Flow
	// Block prints a generic node as a block; otherwise it is for the screen
	// only.
	Block bool

	// The node's cell in the grid around it: Row and Column count from 1; 0
	// takes the next free one. Rows is how many rows it spans, and Wide spans
	// all columns.
	Row, Column, Rows int
	Wide              bool
	End               bool // aligned right

	Share        float64 // a drawing's share of its parent's width, up to 1; 0 is all of it
	KeepWithNext bool    // has a margin above it and no page break after it
}

// Flexible columns.
const (
	FreeColumn = 0.0  // shares the room that is left
	FitColumn  = -1.0 // as wide as what is in it
)

// LaysOut tells whether the node lays its children out in print, so that it needs
// an element.
func (p *Print) LaysOut() bool {
	return p != nil && (len(p.Columns) > 0 || p.Flow != Column || p.Block)
}
