// Package edit changes one place of a case's YAML and leaves every other byte of it
// as its author wrote it: order, spacing, quotes and comments. A page with forms and
// a text editor can then work on the same text, and neither loses what was done in
// the other.
//
// Each change is checked: the text that comes out is read again, and has to say what
// was to be said and nothing else. Where that can't be done the change is refused
// with a sentence, and the text stays as it was.
//
// Start reading at [Apply].
package edit
