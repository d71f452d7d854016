// Package puzzle holds the questions of a case: it deals them from a seed, marks
// an answer and explains it.
//
// What is right follows from the case: its dates and provenance, its statuses,
// the directness of its sources, and which phrases are clues. The author writes
// the last three down; package check holds each against the evidence, or requires
// the editor's reason for deciding otherwise. The marking is published:
// testdata/vectors.json lists answers and their marks for other implementations.
//
// The package keeps no state between calls and has no clock and no randomness
// except the seeds it is given. It never looks at a play-through (package session
// does) and never adds up skills (package report does).
//
// Each kind of question has a file of its own and an entry in the list of
// specs; README.md says how to add one. Start reading at [Set], [Item] and
// [Form]. The marking of orders is in relation.go and matching.go, and
// certainty-based marking in certainty.go.
package puzzle
