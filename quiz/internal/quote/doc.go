// Package quote makes untrusted text safe to show in messages. A case, a session
// or an answer can hold anything, and messages are printed on a terminal: no
// value may flood it or send it control sequences. It never refuses a text.
//
// Start reading at [Short] and [Sentence].
package quote
