// Package begin is the first screen of the teacher's program: what a teacher can do
// with it. Each choice is a room of its own.
//
// Start reading at [Choices].
package begin
