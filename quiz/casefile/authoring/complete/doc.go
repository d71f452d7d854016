// Package complete says what can be written at a place of a case's YAML: the keys that
// fit there, the words that a key takes, and the ids that are in use. A text editor
// offers these while an author types.
//
// A text that somebody is typing is hardly ever valid YAML, so this package reads it
// line by line, by indentation alone, and knows only as much of YAML as cases use. What
// it can't make sense of it passes over. It changes nothing and reports no errors: that
// is the checker's task.
//
// Start reading at [At].
package complete
