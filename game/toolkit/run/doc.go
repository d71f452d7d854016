// Package run is a program in a window or a page: Ebitengine's input becomes
// that of a [drive.Driver], and what comes of it is painted and mirrored. It does
// so only when something has changed; while nothing does, it rests.
//
// On a desktop keys move the focus here; in a browser the browser does that in
// the mirror and tells. What differs is in twin files, page_js.go and
// page_other.go.
//
// Start reading at [Run].
package run
