// Package authoring is the author's half of the case format: it reads YAML with a
// position for every problem, holds the two forms of a test against each other, and
// writes the game's JSON and a JSON Schema for editors.
//
// The game never links this package, so it carries no YAML parser and no style
// rules. The rules that make a case sound are in package check; those about how
// it reads are here.
//
// Start reading at [Load].
package authoring
