package conform

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
	"holdtheline/web/class/client"
)

// A check is one thing that a server has to do.
type check struct {
	name string
	run  func(*bench) error
}

// Run makes every check against the server at an address, with the case that is the
// set's, and calls report with the result of each.
func Run(ctx context.Context, base string, set *puzzle.Set, report func(name string, err error)) {
	c := client.New(base, 8)
	defer c.Close()
	for _, check := range checks {
		b := &bench{ctx: ctx, client: c, set: set}
		err := check.run(b)
		report(check.name, errors.Join(err, b.clean()))
	}
}

// bench is what a check works with.
type bench struct {
	ctx     context.Context
	client  *client.Client
	set     *puzzle.Set
	classes []client.Class
}

// clean deletes the classes that the check has opened and not deleted.
func (b *bench) clean() error {
	var all error
	for _, class := range b.classes {
		a, err := b.do("DELETE", class.Path(""), class.Teacher, "")
		if err == nil && a.Status != http.StatusNoContent && a.Status != http.StatusNotFound {
			err = fmt.Errorf("deleting a class is answered with %d", a.Status)
		}
		all = errors.Join(all, err)
	}
	return all
}

// do makes a call.
func (b *bench) do(method, path, secret, body string) (client.Answer, error) {
	return b.client.Do(b.ctx, client.Request{Method: method, Path: path, Secret: secret, Body: []byte(body)})
}

// open opens a class.
func (b *bench) open(pace string) (client.Class, error) {
	class, err := b.client.OpenClass(b.ctx, map[string]any{
		"case": b.set.Case().ID, "length": "quick", "mode": "assessment", "seed": 7, "pace": pace,
	})
	if err == nil {
		b.classes = append(b.classes, class)
	}
	return class, err
}

// player begins the game that the classes of [bench.open] play.
func (b *bench) player(led bool) *client.Player {
	return client.NewPlayer(b.set, session.Config{Length: "quick", Mode: session.Assessment, Seed: 7, Led: led}, 3)
}

// pupil joins a class and sends the beginning of a game.
func (b *bench) pupil(class client.Class, led bool) (client.Seat, *client.Player, error) {
	seat, err := b.client.Join(b.ctx, class)
	if err != nil {
		return seat, nil, err
	}
	p := b.player(led)
	return seat, p, b.send(class, seat, p, 0)
}

// send sends a game's events from a number on, which have to be taken.
func (b *bench) send(class client.Class, seat client.Seat, p *client.Player, from int) error {
	events, all := p.Events(from)
	a, err := b.client.Put(b.ctx, class, seat, from, events)
	if err != nil {
		return err
	}
	return wantNext(a, http.StatusOK, all)
}

// problem is the answer to a call that fails.
type problem struct {
	Status int    `json:"status"`
	Detail string `json:"detail"`
	Next   *int   `json:"next"`
	Kept   *int   `json:"kept"`
	Late   bool   `json:"late"`
}

// wantNext checks the status and the number of the next event in an answer.
func wantNext(a client.Answer, status, next int) error {
	var got struct {
		Next *int `json:"next"`
	}
	if err := a.Into(status, &got); err != nil {
		return err
	}
	if got.Next == nil || *got.Next != next {
		return fmt.Errorf("the answer %s doesn't say that the next event is %d", a.Body, next)
	}
	return nil
}

// refused checks that an answer is a problem with a status and a sentence.
func refused(a client.Answer, err error, status int) error {
	if err != nil {
		return err
	}
	var p problem
	if err := a.Into(status, &p); err != nil {
		return err
	}
	switch {
	case a.Header.Get("Content-Type") != "application/problem+json":
		return fmt.Errorf("the problem is of type %q", a.Header.Get("Content-Type"))
	case p.Status != status:
		return fmt.Errorf("the problem says status %d, the answer %d", p.Status, status)
	case len(p.Detail) < 10 || p.Detail[len(p.Detail)-1] != '.':
		return fmt.Errorf("the problem's detail %q is no sentence", p.Detail)
	}
	return nil
}
