// Package shelf gets a case that the site has, or its texts in another language: from the
// program, or from the file beside the page, which waits for the network. Don't call it in
// an event's handler.
package shelf
