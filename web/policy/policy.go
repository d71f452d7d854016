package policy

import "strings"

// Content returns the policy: everything comes from the page's own origin, nothing
// is inline, and WebAssembly may be compiled. Images may also be data and blobs.
// Who may frame the page is left open, since schools put it into their own.
func Content() string { return strings.Join(directives(), "; ") }

// FramingPage is the page that shows the game in a frame.
const FramingPage = "author.html"

// Framing returns the policy of that page.
func Framing() string { return strings.Join(append(directives(), "frame-src 'self'"), "; ") }

func directives() []string {
	return []string{
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
	}
}
