//go:build alone

package classroom

// Included tells whether the program can play in a class: this one can't.
const Included = false
