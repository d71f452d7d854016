package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"holdtheline/assets"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
	"holdtheline/web/class"
	"holdtheline/web/class/client"
	"holdtheline/web/class/live"
	"holdtheline/web/class/store"
)

// server is a class server with everything around it.
type server struct {
	client *client.Client
	stop   func()
}

// limitless are limits that nothing measured here reaches.
const limitless = 1e6

func startServer(ctx context.Context, o options) (*server, error) {
	dir, err := os.MkdirTemp(o.dir, "benchclass-")
	if err != nil {
		return nil, err
	}
	nc, stopStore, err := store.Embed(dir)
	if err != nil {
		return nil, err
	}
	stop := func() {
		stopStore()
		_ = os.RemoveAll(dir)
	}
	kept, err := store.Open(ctx, nc, store.Config{Keep: time.Hour, Replicas: 1})
	if err != nil {
		stop()
		return nil, err
	}
	h, err := class.New(ctx, class.Config{
		Store: kept, Load: assets.Load, Case: assets.DefaultCase, Clock: live.SystemClock{}, Random: rand.Reader,
		Log: slog.New(slog.NewTextHandler(os.Stderr, nil)), Keep: time.Hour,
		MaxClasses: limitless, MaxStreams: limitless, Memory: 768 << 20, Ceiling: limitless,
	})
	if err != nil {
		stop()
		return nil, err
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		h.Close()
		stop()
		return nil, err
	}
	web := &http.Server{Handler: h}
	go func() { _ = web.Serve(listener) }()
	c := client.New("http://"+listener.Addr().String(), 4*o.writers+watched)
	return &server{c, func() {
		c.Close()
		h.Close()
		_ = web.Close()
		stop()
	}}, nil
}

// A part of a script is what a pupil's device sends at once.
type part struct {
	from, next int
	events     []byte
}

// script is a whole game, as every pupil sends it: with the answers, steps and drafts
// of one play.
func script() ([]part, error) {
	c, err := assets.Load(assets.DefaultCase)
	if err != nil {
		return nil, err
	}
	p := client.NewPlayer(puzzle.New(c), session.Config{Length: "lesson", Mode: session.Assessment, Seed: 7}, 3)
	var parts []part
	for from, more := 0, true; more; {
		events, next := p.Events(from)
		parts = append(parts, part{from, next, events})
		from = next
		if more, err = p.Next(); err != nil {
			return nil, err
		}
	}
	return parts, nil
}

// A pupil is one seat and how far it is.
type pupil struct {
	class client.Class
	seat  client.Seat
	at    int // parts that are acknowledged
}

// send sends a pupil's next part, or the last one once more at the end.
func (p *pupil) send(ctx context.Context, c *client.Client, parts []part) error {
	next := parts[min(p.at, len(parts)-1)]
	a, err := c.Put(ctx, p.class, p.seat, next.from, next.events)
	if err != nil {
		return err
	}
	if a.Status != http.StatusOK {
		return fmt.Errorf("part %d is answered with %d %s", p.at, a.Status, a.Body)
	}
	p.at++
	return nil
}

// enrol opens classes and fills their seats.
func enrol(ctx context.Context, c *client.Client, classes, seats, writers int) ([]*pupil, error) {
	pupils := make([]*pupil, classes*seats)
	err := spread(writers, classes, func(i int) error {
		class, err := c.OpenClass(ctx, map[string]any{"length": "lesson", "mode": "assessment", "seed": 7})
		if err != nil {
			return err
		}
		for j := range seats {
			seat, err := c.Join(ctx, class)
			if err != nil {
				return err
			}
			pupils[i*seats+j] = &pupil{class: class, seat: seat}
		}
		return nil
	})
	return pupils, err
}

// spread calls do for 0 to n-1, by so many workers, until one fails.
func spread(workers, n int, do func(i int) error) error {
	var next atomic.Int64
	var all sync.WaitGroup
	var first atomic.Pointer[error]
	for range workers {
		all.Go(func() {
			for first.Load() == nil {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				if err := do(i); err != nil {
					first.CompareAndSwap(nil, &err)
				}
			}
		})
	}
	all.Wait()
	if err := first.Load(); err != nil {
		return *err
	}
	return nil
}
