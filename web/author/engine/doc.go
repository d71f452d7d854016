// Command engine is the part of the author's page that is written in Go. In a browser
// it runs in a worker, so that a long check never holds up typing. Elsewhere it
// answers requests from standard input. What it answers is package workshop.
package main
