package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"holdtheline/assets"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
	"holdtheline/web/class/client"
)

// asServer makes this test binary the server itself: the tests kill it.
const asServer = "HOLD_THE_LINE_SERVE"

func TestMain(m *testing.M) {
	if os.Getenv(asServer) != "" {
		main()
		return
	}
	if config := os.Getenv(asNode); config != "" {
		runNode(config)
		return
	}
	os.Exit(m.Run())
}

// A child is a server in a process of its own.
type child struct {
	command *exec.Cmd
	base    string
	said    *bytes.Buffer
	leaving []context.CancelFunc // of pupils who go to another server
}

// startChild starts a server and waits until it is ready.
func startChild(t *testing.T, args ...string) *child {
	t.Helper()
	c := &child{command: exec.Command(os.Args[0], args...), said: &bytes.Buffer{}}
	c.command.Env = append(os.Environ(), asServer+"=1")
	c.command.Stderr = c.said
	out, err := c.command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.kill)
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if _, url, found := strings.Cut(lines.Text(), "Hold the Line is at "); found {
			c.base = url
			break
		}
	}
	if c.base == "" {
		c.kill()
		t.Fatalf("the server doesn't start: %s", c.said)
	}
	return c
}

// kill ends the server at once, as a power cut would.
func (c *child) kill() {
	if c.command.ProcessState == nil {
		_ = c.command.Process.Kill()
		_ = c.command.Wait()
	}
}

// freePort returns a port that nobody listens on.
func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// site makes the least site that can be served.
func site(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"index.html", teacherPage} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("here"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// A pupil plays on whatever becomes of the server, and knows what was acknowledged.
type pupil struct {
	seat   client.Seat
	player *client.Player
	acked  int // events
}

// play sends what is not acknowledged, and then plays on. It returns at the end of the
// game.
func (p *pupil) play(ctx context.Context, c *client.Client, class client.Class, acks *atomic.Int64) error {
	for {
		events, all := p.player.Events(p.acked)
		a, err := c.Put(ctx, class, p.seat, p.acked, events)
		switch {
		case ctx.Err() != nil:
			return nil
		case err != nil, a.Status == http.StatusServiceUnavailable, a.Status == http.StatusTooManyRequests:
			select { // the server is down, or is starting
			case <-time.After(20 * time.Millisecond):
			case <-ctx.Done():
			}
			continue
		case a.Status != http.StatusOK:
			return fmt.Errorf("events from %d to %d are answered with %d %s", p.acked, all, a.Status, a.Body)
		case all > p.acked:
			p.acked = all
			acks.Add(1)
		}
		more, err := p.player.Next()
		if err != nil {
			return err
		}
		if !more {
			// The game is over; another look at the first step goes on with the log.
			steps := p.player.Session().Steps()
			if err := p.player.Session().Apply(session.Event{Kind: session.Went, Step: steps[p.acked%len(steps)].ID}); err != nil {
				return err
			}
		}
	}
}

// TestKilledServersLoseNothing kills the server during play, at random moments, and
// makes it find half a message at the end of its files. Whatever was acknowledged is
// there once, and nothing else but what was on the way.
func TestKilledServersLoseNothing(t *testing.T) {
	kills := 3
	if text := os.Getenv("KILLS"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil {
			t.Fatal(err)
		}
		kills = n
	}
	c, err := assets.Load(assets.DefaultCase)
	if err != nil {
		t.Fatal(err)
	}
	set := puzzle.New(c)
	kept := t.TempDir()
	args := []string{"-addr", freePort(t), "-dir", site(t), "-open=false", "-class", kept}
	server := startChild(t, args...)
	cl := client.New(server.base, 16)
	defer cl.Close()
	class, err := cl.OpenClass(t.Context(), map[string]any{"length": "full", "mode": "assessment", "seed": 7})
	if err != nil {
		t.Fatal(err)
	}
	var pupils []*pupil
	for range 5 {
		seat, err := cl.Join(t.Context(), class)
		if err != nil {
			t.Fatal(err)
		}
		cfg := session.Config{Length: "full", Mode: session.Assessment, Seed: 7}
		pupils = append(pupils, &pupil{seat: seat, player: client.NewPlayer(set, cfg, 3)})
	}
	random := rand.New(rand.NewPCG(12, uint64(kills)))
	var acks atomic.Int64
	for kill := range kills {
		ctx, stop := context.WithCancel(t.Context())
		var playing sync.WaitGroup
		for _, p := range pupils {
			playing.Go(func() {
				if err := p.play(ctx, cl, class, &acks); err != nil {
					t.Error(err)
				}
			})
		}
		// After so many acknowledgements, in the middle of others.
		for until := acks.Load() + 10 + random.Int64N(40); acks.Load() < until && !t.Failed(); {
			time.Sleep(time.Duration(random.IntN(3000)) * time.Microsecond)
		}
		server.kill()
		stop()
		playing.Wait()
		tearLastWrites(t, kept)
		server = startChild(t, args...)
		for i, p := range pupils {
			if err := p.compare(t.Context(), cl, class); err != nil {
				t.Fatalf("after kill %d, pupil %d: %v", kill+1, i+1, err)
			}
		}
		if t.Failed() {
			return
		}
	}
	t.Logf("%d kills, %d acknowledgements, none lost or doubled", kills, acks.Load())
}

// compare holds the server's log against the pupil's. The error is errMissing if events
// that were acknowledged are not there, and errWait if the pupil has to wait.
func (p *pupil) compare(ctx context.Context, c *client.Client, class client.Class) error {
	a, err := c.Do(ctx, client.Request{Method: "GET", Path: class.Path("/seats/" + p.seat.Seat + "/log"), Secret: p.seat.Key})
	if err != nil {
		return err
	}
	if a.Status == http.StatusTooManyRequests || a.Status == http.StatusServiceUnavailable {
		return errWait
	}
	if err := a.Into(http.StatusOK, nil); err != nil && a.Status != http.StatusOK {
		return err
	}
	own, _ := p.player.Events(0)
	if !bytes.HasPrefix(own, a.Body) {
		return errors.New("the server has other events than the pupil")
	}
	if stored := bytes.Count(a.Body, []byte("\n")); stored < p.acked {
		return fmt.Errorf("%w: %d were acknowledged, and %d are there", errMissing, p.acked, stored)
	}
	return nil
}

var (
	errMissing = errors.New("events are missing")
	errWait    = errors.New("the pupil has to wait")
)

// tearLastWrites appends the beginning of a message to the files of the store, as a
// machine leaves them whose power was cut.
func tearLastWrites(t *testing.T, dir string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "store", "jetstream", "*", "streams", "*", "msgs", "*.blk"))
	if err != nil || len(files) == 0 {
		t.Fatalf("there are no files of messages: %v", err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if len(data) < 40 {
			continue
		}
		f, err := os.OpenFile(name, os.O_APPEND|os.O_WRONLY, 0)
		if err != nil {
			t.Fatal(err)
		}
		_, err = f.Write(data[:37])
		if err := errors.Join(err, f.Close()); err != nil {
			t.Fatal(err)
		}
	}
}
