// Package picture reads what a picture's file says of itself: its format and its size.
//
// It decodes no pixels. A file that nobody has looked at may claim to be as large as a
// city, so its size is read and held against bounds before anything decodes it. That
// takes a few microseconds, whatever the file holds.
//
// Start reading at [Read].
package picture
