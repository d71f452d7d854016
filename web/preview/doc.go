// Package preview lets an author play a case while it is being written: it serves the
// built game together with the case, compiled whenever its file is saved. The page
// loads the game again then, which goes on where it was. If the case has errors, the
// page shows them instead.
//
// It is for the author's own machine. It reads one file, and the pictures beside it, and writes
// none.
//
// Start reading at [New].
package preview
