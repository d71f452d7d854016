// Package tree is a parsed document that knows the position of every value, and
// decodes it into Go values.
//
// Package authoring builds the tree from YAML or JSON. This package knows nothing
// of cases: its rules come from the struct tags of the types it is given. It
// never stops at the first fault and never panics on bad input.
//
// Start reading at [Document] and [Decode].
package tree
