//go:build !alone

package classroom

// Included tells whether the program can play in a class. The one that is downloaded
// to play alone can't: its build tag is alone, and the linker leaves out everything of
// a class.
const Included = true
