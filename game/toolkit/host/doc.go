// Package host is the interface to the platform: a browser page or a desktop.
// They differ in the files *_js.go and *_other.go. The page's JavaScript half
// is host.js, which the site build bundles into the page's script.
//
// It never draws and never reads input that Ebitengine already reads. What the
// browser throws is returned as an error.
//
// In the browser the program is suspended while nothing happens: host.js holds
// back its request for an animation frame until Wake or an input event. So read
// elapsed time from a clock; never count updates.
//
// Start reading at [Prepare].
package host
