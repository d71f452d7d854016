package class

import (
	"context"
	"crypto/rand"
	"log/slog"
	"net/http/httptest"
	"testing"
	"time"

	"holdtheline/assets"
	"holdtheline/quiz/puzzle"
	"holdtheline/web/class/client"
	"holdtheline/web/class/conform"
	"holdtheline/web/class/live"
	"holdtheline/web/class/store"
)

// embed starts a store in a folder.
func embed(t testing.TB, dir string, keep time.Duration) *store.Store {
	t.Helper()
	nc, stop, err := store.Embed(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(stop)
	s, err := store.Open(t.Context(), nc, store.Config{Keep: keep, Replicas: 1})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// A fastClock tells the right time and waits for a twentieth of what it is told.
type fastClock struct{ live.SystemClock }

func (fastClock) After(d time.Duration) <-chan time.Time { return time.After(d / 20) }

// config returns the configuration of a server on a store.
func config(t testing.TB, s *store.Store) Config {
	return Config{
		Store: s, Load: assets.Load, Case: assets.DefaultCase, Clock: fastClock{}, Random: rand.Reader,
		Log:  slog.New(slog.NewTextHandler(t.Output(), nil)),
		Keep: time.Hour, MaxClasses: 1000, MaxStreams: 100, Memory: 64 << 20,
	}
}

// serve starts a server. It is a real one, with a port of this machine.
func serve(t testing.TB, cfg Config) (*httptest.Server, *Handler) {
	t.Helper()
	h, err := New(context.Background(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(h)
	t.Cleanup(func() {
		h.Close()
		server.Close()
	})
	return server, h
}

// theCall returns the items of the game's case.
func theCall(t testing.TB) *puzzle.Set {
	t.Helper()
	c, err := assets.Load(assets.DefaultCase)
	if err != nil {
		t.Fatal(err)
	}
	return puzzle.New(c)
}

func dial(t testing.TB, server *httptest.Server) *client.Client {
	c := client.New(server.URL, 8)
	t.Cleanup(c.Close)
	return c
}

func TestTheServerConforms(t *testing.T) {
	server, _ := serve(t, config(t, embed(t, t.TempDir(), time.Hour)))
	conform.Run(t.Context(), server.URL, theCall(t), func(name string, err error) {
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
	})
}
