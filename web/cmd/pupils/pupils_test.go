package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"testing"
	"time"

	"holdtheline/assets"
	"holdtheline/quiz/session"
	"holdtheline/web/class"
	"holdtheline/web/class/client"
	"holdtheline/web/class/live"
	"holdtheline/web/class/store"
)

// Pupils play through a class at their own pace, and through one that a teacher leads,
// with a second vote.
func TestPupilsPlay(t *testing.T) {
	nc, stop, err := store.Embed(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(stop)
	kept, err := store.Open(t.Context(), nc, store.Config{Keep: time.Hour, Replicas: 1})
	if err != nil {
		t.Fatal(err)
	}
	handler, err := class.New(context.Background(), class.Config{
		Store: kept, Load: assets.Load, Case: assets.DefaultCase, Clock: live.SystemClock{}, Random: rand.Reader,
		Log: slog.New(slog.NewTextHandler(t.Output(), nil)), Keep: time.Hour, MaxClasses: 10, MaxStreams: 10, Memory: 64 << 20,
	})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(handler)
	t.Cleanup(func() {
		handler.Close()
		server.Close()
	})
	c := client.New(server.URL, 4)
	defer c.Close()
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	defer cancel()

	for _, pace := range []string{"free", "together"} {
		room, err := c.OpenClass(ctx, map[string]any{"length": "quick", "mode": "assessment", "seed": 7, "pace": pace})
		if err != nil {
			t.Fatal(err)
		}
		_, set, err := describe(ctx, c, room.Code)
		if err != nil {
			t.Fatal(err)
		}
		const pupils = 3
		var out bytes.Buffer
		ended := make(chan error, 1)
		go func() { ended <- play(ctx, &out, server.URL, room.Code, pupils, looks) }()
		if pace == "together" {
			lead(ctx, t, c, room, session.Plan(set, "quick"), pupils)
		}
		if err := <-ended; err != nil {
			t.Fatal(err)
		}
		d := json.NewDecoder(&out)
		for range pupils {
			var r result
			if err := d.Decode(&r); err != nil {
				t.Fatal(err)
			}
			if !r.Done || r.Answered == 0 || r.Name == "" || (r.Again > 0) != (pace == "together") {
				t.Errorf("%s: %+v", pace, r)
			}
		}
	}
}

// looks is the time between two looks at the class: a server refuses a teacher who
// never stops asking.
const looks = 60 * time.Millisecond

// lead takes a class through its steps, as soon as all pupils have done their part.
func lead(ctx context.Context, t *testing.T, c *client.Client, room client.Class, plan []session.Step, pupils int) {
	t.Helper()
	version := 0
	to := func(step, phase string) {
		t.Helper()
		a, err := c.Do(ctx, client.Request{Method: "POST", Path: room.Path("/pace"), Secret: room.Teacher, Body: fmt.Appendf(nil, `{"step":%q,"phase":%q,"expect":%d}`, step, phase, version)})
		if err == nil {
			err = a.Into(http.StatusOK, nil)
		}
		if err != nil {
			t.Fatal(err)
		}
		version++
		for current := 0; (phase == "vote" || phase == "revote") && current < pupils; {
			var st struct{ Seats []struct{ Current bool } }
			a, err := c.Do(ctx, client.Request{Method: "GET", Path: room.Path("/state?after=0"), Secret: room.Teacher})
			if err == nil {
				err = a.Into(http.StatusOK, &st)
			}
			if err != nil {
				t.Fatal(err)
			}
			time.Sleep(looks)
			current = len(slices.DeleteFunc(st.Seats, func(s struct{ Current bool }) bool { return !s.Current }))
		}
	}
	for _, step := range plan[1:] {
		to(step.ID, "read")
		if len(step.Items) > 0 {
			for _, phase := range []string{"vote", "discuss", "revote", "reveal"} {
				to(step.ID, phase)
			}
		}
	}
}
