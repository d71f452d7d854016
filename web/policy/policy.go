// Package policy holds what the page allows itself. The site build writes it
// into the page and the server sends it, so that a browser enforces the same
// wherever the site lies.
package policy

import "strings"

// Content is the content security policy: everything comes from the page's own
// origin, no script stands in the page's text, and WebAssembly may be compiled.
// Pictures may also come from data and blobs that the program makes itself.
// Who may frame the page is left open, since schools put it into their own.
func Content() string {
	return strings.Join([]string{
		"default-src 'none'",
		"script-src 'self' 'wasm-unsafe-eval'",
		"style-src 'self'",
		"img-src 'self' data: blob:",
		"font-src 'self'",
		"connect-src 'self'",
		"manifest-src 'self'",
		"worker-src 'self'",
		"base-uri 'none'",
		"form-action 'none'",
	}, "; ")
}
