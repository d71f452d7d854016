package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"holdtheline/web/class/client"
)

func main() {
	address := flag.String("address", "http://localhost:8080", "the class server")
	code := flag.String("class", "", "the code of the class")
	count := flag.Int("pupils", 27, "how many join")
	pause := flag.Duration("pause", 300*time.Millisecond, "the most that a pupil waits before an answer and between looks at the class")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := play(ctx, os.Stdout, *address, *code, *count, *pause); err != nil {
		fmt.Fprintln(os.Stderr, "pupils:", err)
		os.Exit(1)
	}
}

// play has pupils join a class and play, and writes what became of each.
func play(ctx context.Context, out io.Writer, address, code string, count int, pause time.Duration) error {
	c := client.New(address, count+1)
	defer c.Close()
	rules, set, err := describe(ctx, c, code)
	if err != nil {
		return err
	}
	var wait sync.WaitGroup
	results := make([]result, count)
	failed := make([]error, count)
	for i := range count {
		wait.Go(func() {
			p := &pupil{c: c, class: client.Class{Code: code}, rules: rules, set: set, pause: pause, wrong: 2 + i%4}
			failed[i] = p.attend(ctx)
			results[i] = p.result()
		})
	}
	wait.Wait()
	e := json.NewEncoder(out)
	for i, r := range results {
		if err := failed[i]; err != nil && ctx.Err() == nil {
			return fmt.Errorf("pupil %d: %w", i+1, err)
		}
		if err := e.Encode(r); err != nil {
			return err
		}
	}
	return nil
}
