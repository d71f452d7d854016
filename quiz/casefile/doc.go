// Package casefile is the case format: the one file that holds everything a
// case of the game says. It has the types and loads JSON.
//
// It draws no conclusions (package evidence does) and does not say whether a case
// is sound (package check does). Package authoring, below this one, reads the
// YAML that authors write, so the game carries no YAML parser.
//
// Start reading at [Case].
package casefile
