package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"time"

	"holdtheline/assets"
	"holdtheline/quiz/puzzle"
	"holdtheline/web/class/conform"
)

// limit is how long all checks together may take.
const limit = 5 * time.Minute

func main() {
	flag.Usage = func() {
		fmt.Fprintln(os.Stderr, "usage: classcheck [ADDRESS]    such as http://localhost:8080")
	}
	flag.Parse()
	base := "http://localhost:8080"
	if flag.NArg() > 0 {
		base = flag.Arg(0)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	failed, err := check(ctx, base)
	if err == nil && failed > 0 {
		err = fmt.Errorf("%d checks have failed", failed)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "classcheck:", err)
		os.Exit(1)
	}
}

// check makes the checks and prints the result of each. It returns how many failed.
func check(ctx context.Context, base string) (failed int, err error) {
	c, err := assets.Load(assets.DefaultCase)
	if err != nil {
		return 0, err
	}
	conform.Run(ctx, base, puzzle.New(c), func(name string, err error) {
		if err != nil {
			failed++
			fmt.Printf("FAIL  %s: %v\n", name, err)
			return
		}
		fmt.Printf("ok    %s\n", name)
	})
	return failed, nil
}
