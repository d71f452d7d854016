// Package translation compares the texts of a language with the English ones that they
// are translated from: what is missing, what is too many, which placeholders and plural
// forms don't fit, and what has changed in English since.
//
// Start reading at [Compare] and [Set].
package translation
