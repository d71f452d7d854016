package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"time"

	"github.com/nats-io/nats.go/jetstream"

	"holdtheline/web/class/store"
)

const (
	rounds  = 3 // of each, by turns; the median counts
	answers = 6000
)

// throughput compares answers that the server acknowledges with bare publishes to the
// same store, by as many writers.
func throughput(ctx context.Context, o options) error {
	parts, err := script()
	if err != nil {
		return err
	}
	var raw, own, ratio []float64
	for range rounds {
		r, err := rawRate(ctx, o, parts)
		if err != nil {
			return err
		}
		a, err := answerRate(ctx, o, parts)
		if err != nil {
			return err
		}
		raw, own, ratio = append(raw, r), append(own, a), append(ratio, a/r)
	}
	row("answers acknowledged, of raw JetStream publishes", "%.2f × (%.0f of %.0f per second, %d writers)", median(ratio), median(own), median(raw), o.writers)
	return nil
}

func median(v []float64) float64 {
	v = slices.Clone(v)
	slices.Sort(v)
	return v[len(v)/2]
}

// rawRate returns how many messages a second the store takes: of the same sizes, and
// spread over the same partitions.
func rawRate(ctx context.Context, o options, parts []part) (float64, error) {
	dir, err := os.MkdirTemp(o.dir, "benchclass-")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(dir)
	nc, stop, err := store.Embed(dir)
	if err != nil {
		return 0, err
	}
	defer stop()
	if _, err := store.Open(ctx, nc, store.Config{Keep: time.Hour, Replicas: 1}); err != nil {
		return 0, err
	}
	js, err := jetstream.New(nc)
	if err != nil {
		return 0, err
	}
	began := time.Now()
	err = spread(o.writers, answers, func(i int) error {
		subject := fmt.Sprintf("htl.%d.RAW.%d", i%store.Partitions, i%(o.writers*4))
		_, err := js.Publish(ctx, subject, parts[i%len(parts)].events)
		return err
	})
	return answers / time.Since(began).Seconds(), err
}

// answerRate returns how many answers a second the server acknowledges.
func answerRate(ctx context.Context, o options, parts []part) (float64, error) {
	s, err := startServer(ctx, o)
	if err != nil {
		return 0, err
	}
	defer s.stop()
	// As many classes as writers, so that all partitions have some, as the bare
	// publishes do.
	pupils, err := enrol(ctx, s.client, o.writers, 4, o.writers)
	if err != nil {
		return 0, err
	}
	rand.Shuffle(len(pupils), func(i, j int) { pupils[i], pupils[j] = pupils[j], pupils[i] })
	began, sent := time.Now(), 0
	for sent < answers && pupils[0].at < len(parts) {
		if err := spread(o.writers, len(pupils), func(i int) error { return pupils[i].send(ctx, s.client, parts) }); err != nil {
			return 0, err
		}
		sent += len(pupils)
	}
	return float64(sent) / time.Since(began).Seconds(), nil
}
