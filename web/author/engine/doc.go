// Command engine is the part of the author's page that is written in Go. In a browser
// it runs in workers, so that a long check holds up neither typing nor a change. Elsewhere it
// answers requests from standard input. What it answers is package workshop.
package main
