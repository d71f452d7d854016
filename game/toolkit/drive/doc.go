// Package drive is a program's main loop without a window: it takes input as
// values, asks the program for its tree, lays it out, decides what has the
// focus, and tells what to paint. Time comes with the input. Package run feeds
// it from Ebitengine and paints the result; tests, benchmarks and the picture
// generator feed it themselves.
//
// It never reads a clock, never starts a goroutine, and never touches a window,
// a browser or a file.
//
// Start reading at [Driver].
package drive
