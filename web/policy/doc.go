// Package policy holds the page's content security policy. The site build writes
// it into the page, so that it holds on any host, and the server sends it too.
package policy
