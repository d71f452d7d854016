// Package workshop is what the author's page asks of Go: it checks a case as it is
// written, changes one place of its text, places the story on a line, lets made-up
// pupils play it, and makes a first draft from a table. It knows no browser: a
// request comes in as JSON and is answered as JSON.
//
// Start reading at [Answer].
package workshop
