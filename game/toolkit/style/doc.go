// Package style has the design tokens of a tree: names for colours, typefaces
// and sizes. Their values are in a [Theme] and a [Palette], which the program
// supplies. It never draws and never measures.
//
// Start reading at [Theme].
package style
