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
