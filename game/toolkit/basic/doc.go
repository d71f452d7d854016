// Package basic is a starter theme: light and dark, in the Go project's
// typefaces. A program changes what it wants to; the toolkit's tests and its
// example use it nearly as it is.
//
// Start reading at [Theme].
package basic
