// Package outline tells an author what a case asks: each question as players meet it
// with its right answer and why, the witnesses as they are counted, what each tab will
// be said to be, and what is used nowhere.
//
// It judges nothing; package check does. Its result is a value without any layout, for
// a command, a page or a test.
//
// Start reading at [Of].
package outline
