// Package cell makes text safe to put in a cell of a table that people open in a
// spreadsheet.
package cell
