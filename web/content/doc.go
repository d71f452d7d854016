// Package content writes the default case, the heads of all and the English texts of
// the interface as Go, so that the program for the browser has them as data: reading
// them as JSON was a tenth of the time until its first frame. The other cases and
// languages are files of the site.
//
// The flag -overlay of go build puts what it writes in the place of two files that
// read the JSON. No source file is changed. On a desktop and in tests the JSON is
// read.
//
// Start reading at [Prepare].
package content
