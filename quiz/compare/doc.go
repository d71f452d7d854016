// Package compare sets results from before and after side by side, of one pupil or
// of a class, and says what they show.
//
// Every change has a 95 % interval, since a test of a dozen questions tells little.
// A change is only put into words if its interval excludes no change. Fewer false
// claims believed is no gain by itself: a pupil who believes less of everything is
// more suspicious, not more discerning. [Finding] keeps the two apart.
//
// One pupil's intervals come from the counts of the pupil's answers (counts.go), a
// class's from the spread between pupils (class.go). Each file names the source of
// its method; package simulate measures how often they are right.
//
// The package reads results of package report and marks nothing. It has no clock
// and no randomness. Its words are keys of the interface's texts.
//
// Start reading at [Of], [Comparison] and [Comparison.Lines].
package compare
