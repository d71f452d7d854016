// Package drive is the loop of a program without a window: it takes input in as
// values, asks the program for its tree, lays it out, decides what has the
// focus, and says what is to be painted. Time comes in with the input. Package
// run feeds it from Ebitengine and paints what comes of it; tests, benchmarks
// and the maker of pictures feed it by themselves.
//
// It never reads a clock, never starts a goroutine, and never touches a window,
// a browser or a file.
//
// Start reading at [Driver].
package drive
