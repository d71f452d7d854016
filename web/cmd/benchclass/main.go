package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"time"
)

// options are what is measured.
type options struct {
	classes, seats, writers int
	every, during           time.Duration
	dir, only               string
}

func main() {
	var o options
	flag.IntVar(&o.classes, "classes", 1000, "classes that play at lesson pace")
	flag.IntVar(&o.seats, "seats", 30, "pupils in each")
	flag.IntVar(&o.writers, "writers", 64, "writers at a time where as much as possible is written")
	flag.DurationVar(&o.every, "every", 40*time.Second, "how often a pupil answers")
	flag.DurationVar(&o.during, "for", 40*time.Second, "how long the classes play")
	flag.StringVar(&o.dir, "dir", os.TempDir(), "where to keep the store; it should be a disk, not memory")
	flag.StringVar(&o.only, "only", "", "measure only one thing: throughput, growth or lesson")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := measure(ctx, o); err != nil {
		fmt.Fprintln(os.Stderr, "benchclass:", err)
		os.Exit(1)
	}
}

// measure measures one thing after another and prints each when it is known.
func measure(ctx context.Context, o options) error {
	fmt.Printf("Measured on %s: %s, %d cores, %s.\n\n", time.Now().Format(time.DateOnly), runtime.Version(), runtime.NumCPU(), runtime.GOOS)
	fmt.Println("| | measured |\n| --- | --- |")
	for _, part := range []struct {
		name    string
		measure func(context.Context, options) error
	}{{"throughput", throughput}, {"growth", growth}, {"lesson", lesson}} {
		if o.only != "" && o.only != part.name {
			continue
		}
		if err := part.measure(ctx, o); err != nil {
			return err
		}
	}
	return nil
}

func row(what, format string, args ...any) {
	fmt.Printf("| %s | %s |\n", what, fmt.Sprintf(format, args...))
}
