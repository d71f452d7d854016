// Package figure holds the drawings of the game: the telephone, the curly cord,
// the stamps, the belief line, the dial. Each is a value that draws itself in
// vectors on any [ui.Canvas], so the same figure appears in the window, in the
// plain page and in print.
//
// A figure never holds text that only it knows: what it shows is also said in
// words by the node that carries it. Start reading at [Cord], the line that
// runs through everything.
package figure
