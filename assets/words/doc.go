// Package words is the catalogue of everything the interface says: one file of
// texts per language, none in code. It knows no screen and no case; a case
// brings its own texts.
//
// A text is found by its key and may hold placeholders in braces:
//
//	w.Say("beat.step", "n", 3, "of", 7)   // "Moment {n} of {of}" → "Moment 3 of 7"
//
// Start reading at [Catalogue.Say].
package words
