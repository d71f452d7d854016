// Package evidence answers questions about the sources of a case: what was public
// at a moment, which source rests on which, which independent witnesses
// support a claim, which order of events is certain, and who enters the story when.
//
// Most answers are derived from dates and provenance. Two are written by the
// author and only read here: [Index.StatusAt] returns the written status, and
// [Index.Support] uses the written directness. Package check holds both against
// what [Statements.At] and [Index.Directness] derive.
//
// It never marks an answer; package puzzle does. It expects a sound case. With
// any other an answer may mean little, but nothing panics or fails to terminate,
// since package check asks the same questions to find what is unsound.
//
// Start reading at [Index].
package evidence
