package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"holdtheline/web/class/client"
)

const (
	watched = 50 // classes whose teacher's page is open
	ahead   = 2  // parts that the pupils have sent before
)

// lesson lets many classes play at the pace of a lesson, whether or not the server
// keeps up, and then reads every log.
func lesson(ctx context.Context, o options) error {
	parts, err := script()
	if err != nil {
		return err
	}
	s, err := startServer(ctx, o)
	if err != nil {
		return err
	}
	defer s.stop()
	pupils, err := enrol(ctx, s.client, o.classes, o.seats, o.writers)
	if err != nil {
		return err
	}
	if err := spread(o.writers, len(pupils), func(i int) error {
		for range ahead {
			if err := pupils[i].send(ctx, s.client, parts); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		return err
	}
	seen := newSightings()
	watching, stop := context.WithCancel(ctx)
	defer stop()
	for i := range min(watched, o.classes) {
		if err := seen.watch(watching, s.client, pupils[i*o.seats].class); err != nil {
			return err
		}
	}
	took, failed := play(ctx, o, s.client, pupils, parts, seen)
	var memory runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&memory)
	rss := resident()
	stop()
	lost := 0
	var counting sync.Mutex
	if err := spread(o.writers, len(pupils), func(i int) error {
		missing, err := pupils[i].missing(ctx, s.client, parts)
		counting.Lock()
		lost += missing
		counting.Unlock()
		return err
	}); err != nil {
		return err
	}
	what := fmt.Sprintf("%d classes × %d, an answer every %v: ", o.classes, o.seats, o.every)
	row(what+"acknowledgement", "p50 %v, p99 %v, %d answers", at(took, 0.5), at(took, 0.99), len(took))
	row(what+"lost or failed", "%d lost, %d failed", lost, failed)
	row(what+"until the teacher sees it", "p50 %v, p95 %v, %d seen", at(seen.took, 0.5), at(seen.took, 0.95), len(seen.took))
	row(what+"memory, its load included", "%d MiB live, %s resident", memory.HeapAlloc>>20, rss)
	return nil
}

// at returns the value below which a share of the others is.
func at(v []time.Duration, share float64) time.Duration {
	if len(v) == 0 {
		return 0
	}
	slices.Sort(v)
	return v[min(len(v)-1, int(share*float64(len(v))))].Round(10 * time.Microsecond)
}

// play sends the pupils' answers when they are due. How long one takes counts from
// then, so a server that falls behind is seen.
func play(ctx context.Context, o options, c *client.Client, pupils []*pupil, parts []part, seen *sightings) (took []time.Duration, failed int64) {
	began := time.Now()
	type due struct {
		after time.Duration
		pupil *pupil
	}
	var plan []due
	for _, p := range pupils {
		for after := time.Duration(rand.Int64N(int64(o.every))); after < o.during; after += o.every {
			plan = append(plan, due{after, p})
		}
	}
	slices.SortFunc(plan, func(a, b due) int { return int(a.after - b.after) })
	var all sync.WaitGroup
	var mu sync.Mutex
	var wrong atomic.Int64
	for _, d := range plan {
		select {
		case <-time.After(time.Until(began.Add(d.after))):
		case <-ctx.Done():
			return took, wrong.Load()
		}
		all.Go(func() {
			sent := began.Add(d.after)
			next := parts[min(d.pupil.at, len(parts)-1)].next
			seen.expect(d.pupil, next, sent)
			if err := d.pupil.send(ctx, c, parts); err != nil {
				wrong.Add(1)
				return
			}
			mu.Lock()
			took = append(took, time.Since(sent))
			mu.Unlock()
		})
	}
	all.Wait()
	return took, wrong.Load()
}

// missing reads a pupil's log and returns how many of the acknowledged events it lacks.
func (p *pupil) missing(ctx context.Context, c *client.Client, parts []part) (int, error) {
	a, err := c.Do(ctx, client.Request{Method: "GET", Path: p.class.Path("/seats/" + p.seat.Seat + "/log"), Secret: p.seat.Key})
	if err != nil {
		return 0, err
	}
	if a.Status != http.StatusOK {
		return 0, fmt.Errorf("a log is answered with %d %s", a.Status, a.Body)
	}
	want := parts[min(p.at, len(parts))-1].next
	return max(0, want-bytes.Count(a.Body, []byte("\n"))), nil
}

// sightings measures when a teacher's page has what a pupil has sent.
type sightings struct {
	mu      sync.Mutex
	watched map[string]bool
	waiting map[string]sighting // by class and seat
	took    []time.Duration
}

type sighting struct {
	next int
	sent time.Time
}

func newSightings() *sightings {
	return &sightings{watched: map[string]bool{}, waiting: map[string]sighting{}}
}

// expect notes that a pupil is about to send events.
func (s *sightings) expect(p *pupil, next int, sent time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.watched[p.class.Code] {
		s.waiting[p.class.Code+" "+p.seat.Seat] = sighting{next, sent}
	}
}

// watch follows a class's stream as its teacher.
func (s *sightings) watch(ctx context.Context, c *client.Client, class client.Class) error {
	response, err := c.Open(ctx, client.Request{Method: "GET", Path: class.Path("/stream"), Secret: class.Teacher})
	if err != nil {
		return err
	}
	if response.StatusCode != http.StatusOK {
		response.Body.Close()
		return fmt.Errorf("a stream is answered with %s", response.Status)
	}
	s.mu.Lock()
	s.watched[class.Code] = true
	s.mu.Unlock()
	go func() {
		defer response.Body.Close()
		lines := bufio.NewScanner(response.Body)
		lines.Buffer(nil, 4<<20)
		for lines.Scan() {
			var st struct {
				Seats []struct {
					Seat string
					Next int
				}
			}
			if data, ok := strings.CutPrefix(lines.Text(), "data: "); !ok || json.Unmarshal([]byte(data), &st) != nil {
				continue
			}
			s.mu.Lock()
			for _, seat := range st.Seats {
				key := class.Code + " " + seat.Seat
				if w, ok := s.waiting[key]; ok && seat.Next >= w.next {
					s.took = append(s.took, time.Since(w.sent))
					delete(s.waiting, key)
				}
			}
			s.mu.Unlock()
		}
	}()
	return nil
}

// resident returns the memory that the process takes, as the system says it.
func resident() string {
	data, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return "unknown"
	}
	for line := range strings.Lines(string(data)) {
		if value, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			return strings.Join(strings.Fields(value), " ")
		}
	}
	return "unknown"
}
