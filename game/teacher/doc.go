// Command teacher is the teacher's program: it leads a class, with the pupils' devices or
// on one screen, and it sets results from before and after side by side. It runs in a
// browser beside the game and, for development, in a window:
//
//	go run ./game/teacher before/*.jsonl -- after/*.jsonl
//	go run ./game/teacher -play together
//
// Start reading at [front], then [rooms], the parts of the program.
package main
