// Package basic is a theme to begin with: ink on paper and the reverse, in the
// Go project's typefaces. A program copies what it wants to keep and changes the
// rest; the toolkit's own tests and its example use it as it is.
//
// Start reading at [Theme].
package basic
