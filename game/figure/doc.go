// Package figure has the game's drawings: the telephone, the curly cord, the
// stamps, the belief line, the dial. Each is a value that draws itself in
// vectors on any [ui.Canvas], so it is the same on the canvas, in the plain
// page and in print.
//
// A figure never holds information of its own: its node says the same in words.
// Start reading at [Cord], the progress line.
package figure
