// Package check reports what makes a case unsound beyond what a schema can
// express: names that refer to nothing, hindsight, impossible orders, questions
// without exactly one right answer, and written answers that contradict the
// evidence. Warnings are apart: they point at what is allowed but probably not meant.
//
// It asks packages evidence and puzzle, so that no rule is written twice. It
// never judges how a case reads (package authoring does). The game does not link
// it: a compiled case was checked when it was built.
//
// Start reading at [Case], [Truth] and [Warnings].
package check
