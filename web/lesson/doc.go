// Package lesson makes a lesson from a case: what a teacher reads, what pupils get
// and what is cut out. Everything on its pages follows from the case, so that a page
// can't disagree with the game.
//
// The pages are HTML without a script, made to be printed on A4 and Letter. The
// whole lesson works on paper alone. Texts that only a lesson says are in the folder
// words, one file for each language; the game doesn't have them.
//
// The package runs no browser and writes no file: web/cmd/site and web/cmd/lesson do.
// Start reading at [New] and [Lesson.Page].
package lesson
