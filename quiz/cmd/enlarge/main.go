// Command enlarge writes a case that is many times as large as another, for tests:
//
//	go run ./quiz/cmd/enlarge -times 10 assets/cases/the-call/case.yaml > large.yaml
package main

import (
	"flag"
	"fmt"
	"os"

	"holdtheline/quiz/casefile/enlarge"
)

func main() {
	times := flag.Int("times", 10, "how many times as large")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: enlarge [-times N] case.yaml")
		os.Exit(2)
	}
	data, err := os.ReadFile(flag.Arg(0))
	if err == nil {
		data, err = enlarge.Times(data, *times)
	}
	if err == nil {
		_, err = os.Stdout.Write(data)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "enlarge:", err)
		os.Exit(1)
	}
}
