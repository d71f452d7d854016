// Package client makes the HTTP calls of a class server, for the programs that test
// and measure one. It retries nothing: what a server answers is what they look at.
//
// Start reading at [Client] and [Player].
package client
