// Package host is what the program asks of the machine it runs on: a browser
// page or a desktop. Every difference between the two stands here, in twin
// files named *_js.go and *_other.go; a third twin, host.js, is the page's
// half and is bundled into the page's script by the site build.
//
// It never draws and never reads input that Ebitengine already reads. What the
// browser throws leaves this package as an error.
//
// In the browser the program rests while nothing happens: host.js keeps the
// program's request for the next frame until Wake or an input event lets it
// through. Time that passes must therefore be read from the clock and never be
// counted in updates.
//
// Start reading at [Prepare].
package host
