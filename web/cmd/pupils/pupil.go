package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"slices"
	"time"

	"holdtheline/assets"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
	"holdtheline/web/class/client"
)

// rules are what a class plays.
type rules struct {
	Case   string          `json:"case"`
	Length casefile.Length `json:"length"`
	Mode   session.Mode    `json:"mode"`
	Seed   uint64          `json:"seed"`
	Pace   string          `json:"pace"`
}

func (r rules) together() bool { return r.Pace == "together" }

func describe(ctx context.Context, c *client.Client, code string) (r rules, set *puzzle.Set, err error) {
	a, err := c.Do(ctx, client.Request{Method: "GET", Path: client.Class{Code: code}.Path("")})
	if err == nil {
		err = a.Into(http.StatusOK, &r)
	}
	if err != nil {
		return r, nil, err
	}
	played, err := assets.Load(r.Case)
	if err != nil {
		return r, nil, err
	}
	return r, puzzle.New(played), nil
}

// A pupil plays in a class.
type pupil struct {
	c     *client.Client
	class client.Class
	rules rules
	set   *puzzle.Set
	pause time.Duration
	wrong int // one of so many answers is wrong

	seat   client.Seat
	player *client.Player
	sent   int // events that the server has
	again  map[string]bool
}

// A result is what became of a pupil.
type result struct {
	Seat     string `json:"seat"`
	Name     string `json:"name"`
	Events   int    `json:"events"`   // in the log
	Answered int    `json:"answered"` // items
	Again    int    `json:"again"`    // items, in second votes
	Done     bool   `json:"done"`
}

func (p *pupil) result() result {
	r := result{Seat: p.seat.Seat, Name: p.seat.Name, Again: len(p.again)}
	if p.player == nil {
		return r
	}
	s := p.player.Session()
	r.Events, r.Done = len(s.Log()), s.Done()
	for _, step := range s.Steps() {
		for _, id := range step.Items {
			if s.Tries(id) > 0 {
				r.Answered++
			}
		}
	}
	return r
}

// errOver says that the class is over.
var errOver = errors.New("the class is over")

// attend joins the class and plays to the debrief.
func (p *pupil) attend(ctx context.Context) (err error) {
	if p.seat, err = p.c.Join(ctx, p.class); err != nil {
		return err
	}
	p.again = map[string]bool{}
	p.player = client.NewPlayer(p.set, session.Config{Length: p.rules.Length, Mode: p.rules.Mode, Seed: p.rules.Seed, Led: p.rules.together()}, p.wrong)
	for more := true; more && err == nil; {
		if err = p.wait(ctx); err != nil {
			break
		}
		if p.rules.together() {
			more, err = p.follow(ctx)
		} else if more, err = p.player.Next(); err == nil {
			err = p.send(ctx)
		}
	}
	if errors.Is(err, errOver) {
		return nil
	}
	return err
}

func (p *pupil) wait(ctx context.Context) error {
	select {
	case <-time.After(time.Duration(rand.Float64() * float64(p.pause))):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// follow does what the class does at its step. more is false at the debrief.
func (p *pupil) follow(ctx context.Context) (more bool, err error) {
	var st struct {
		Pace struct{ Step, Phase string } `json:"pace"`
	}
	a, err := p.call(ctx, client.Request{Method: "GET", Path: p.class.Path("/state?after=0"), Secret: p.seat.Key})
	if err == nil {
		err = a.Into(http.StatusOK, &st)
	}
	if err != nil {
		return false, err
	}
	s := p.player.Session()
	at := slices.IndexFunc(s.Steps(), func(step session.Step) bool { return step.ID == st.Pace.Step })
	if at > s.At() {
		if err := s.Apply(session.Event{Kind: session.Went, Step: st.Pace.Step}); err != nil {
			return false, err
		}
		if err := p.send(ctx); err != nil {
			return false, err
		}
	}
	step := s.Step()
	for _, id := range step.Items {
		switch {
		case st.Pace.Phase == "vote" && p.player.Session().Tries(id) == 0:
			if err := p.player.Answer(id); err != nil {
				return false, err
			}
			if err := p.send(ctx); err != nil {
				return false, err
			}
		case st.Pace.Phase == "revote" && !p.again[id]:
			if err := p.sendAgain(ctx, id); err != nil {
				return false, err
			}
		}
	}
	return !p.player.Session().Done(), nil
}

// call makes a call, again while the server can't be reached or has too much to do.
func (p *pupil) call(ctx context.Context, q client.Request) (client.Answer, error) {
	for {
		a, err := p.c.Do(ctx, q)
		switch {
		case ctx.Err() != nil:
			return a, ctx.Err()
		case err == nil && (a.Status == http.StatusNotFound || a.Status == http.StatusGone || a.Status == http.StatusUnauthorized):
			return a, errOver
		case err == nil && a.Status < 500 && a.Status != http.StatusTooManyRequests:
			return a, nil
		}
		if err := p.wait(ctx); err != nil {
			return a, err
		}
	}
}

// send sends the events that the server doesn't have. One that comes too late is taken
// out of the game.
func (p *pupil) send(ctx context.Context) error {
	for {
		events, all := p.player.Events(p.sent)
		if p.sent == all {
			return nil
		}
		a, err := p.call(ctx, client.Request{
			Method: "PUT", Path: p.class.Path(fmt.Sprintf("/seats/%s/log?from=%d", p.seat.Seat, p.sent)), Secret: p.seat.Key, Body: events,
		})
		if err != nil {
			return err
		}
		var answer struct {
			Next int  `json:"next"`
			Late bool `json:"late"`
		}
		if json.Unmarshal(a.Body, &answer) != nil || a.Status != http.StatusOK && !answer.Late {
			return fmt.Errorf("events from %d on are answered with %d %.300s", p.sent, a.Status, a.Body)
		}
		p.sent = answer.Next
		if answer.Late {
			if err := p.drop(answer.Next); err != nil {
				return err
			}
		}
	}
}

// drop takes an event out of the log, and goes on with what still fits.
func (p *pupil) drop(event int) error {
	log := p.player.Session().Log()
	var kept bytes.Buffer
	for i, e := range log {
		if i != event {
			kept.Write(session.EncodeEvent(e))
		}
	}
	player, err := client.Resume(p.set, kept.Bytes())
	if err != nil {
		return err
	}
	p.player = player
	return nil
}

// sendAgain answers an item in the second vote, if it is still open.
func (p *pupil) sendAgain(ctx context.Context, id string) error {
	item, ok := p.set.Item(id)
	if !ok {
		return fmt.Errorf("there is no item %q", id)
	}
	a, err := p.call(ctx, client.Request{
		Method: "PUT", Path: p.class.Path(fmt.Sprintf("/seats/%s/second/%s", p.seat.Seat, id)), Secret: p.seat.Key, Body: item.Best(),
	})
	switch {
	case err != nil:
		return err
	case a.Status == http.StatusOK:
		p.again[id] = true
	case a.Status != http.StatusUnprocessableEntity: // too late
		return fmt.Errorf("the second answer to %s is answered with %d %.300s", id, a.Status, a.Body)
	}
	return nil
}
