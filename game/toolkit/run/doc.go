// Package run runs a program in a window or a page: it passes Ebitengine's
// input to a [drive.Driver], and paints and mirrors the result, only when
// something has changed.
//
// On a desktop this package moves the focus on key presses; in a browser the
// browser does, in the mirror, and reports it. The differences are in
// page_js.go and page_other.go.
//
// Start reading at [Run].
package run
