// Package report sums up one play-through: the score, five skills, how well the
// player told true from false and which way they lean, whether their certainty was
// earned, and what they believed beat by beat.
//
// It is derived from a session and never changes it. It marks nothing itself
// (package puzzle does) and never reveals an answer that has not been given yet.
// The same log always gives the same report.
//
// Start reading at [Of], which reads a saved session, [Make] and [Report].
// [WriteCSV] writes the reports of a class as one table.
package report
