// Package infer fills in what an author left out of a case and what follows from the
// rest: ids, titles, dates on which things became known, what the evidence supported,
// which sources come in at which beat, and a first timeline, weighing and trace.
//
// It replaces nothing that is written, and changes nothing in a case that leaves
// nothing out. It never decides whether a case is sound: package check does, for what
// was inferred as for what was written.
//
// Start reading at [Complete].
package infer
