//go:build !js

package main

import (
	"bufio"
	"fmt"
	"os"

	"holdtheline/web/author/workshop"
)

// main answers requests from standard input, one in a line.
func main() {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 2*workshop.MostText)
	for in.Scan() {
		fmt.Println(string(workshop.Answer(in.Bytes(), nil)))
	}
	if err := in.Err(); err != nil {
		fmt.Fprintln(os.Stderr, "engine:", err)
		os.Exit(1)
	}
}
