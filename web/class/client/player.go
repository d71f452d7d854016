package client

import (
	"bytes"
	"fmt"
	"time"

	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// A Player plays a game as a pupil's device does: the log is kept here first.
type Player struct {
	set     *puzzle.Set
	session *session.Session
	wrong   int // one of so many answers is wrong; 0 for none
	given   int
}

// NewPlayer begins a game. If wrong is not 0, one of so many answers is a wrong one.
func NewPlayer(set *puzzle.Set, cfg session.Config, wrong int) *Player {
	cfg.Began = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	return &Player{set: set, session: session.Start(set, cfg), wrong: wrong}
}

// Resume goes on with a game from its log, as a device does that was wiped. The error
// says where the log is damaged.
func Resume(set *puzzle.Set, log []byte) (*Player, error) {
	s, err := session.Read(set, log)
	return &Player{set: set, session: s}, err
}

// Session returns the game.
func (p *Player) Session() *session.Session { return p.session }

// Next gives one answer, or goes to the next step if all are given. It returns false at
// the end of the game.
func (p *Player) Next() (bool, error) {
	step := p.session.Step()
	for _, id := range step.Items {
		if p.session.Tries(id) == 0 {
			return true, p.Answer(id)
		}
	}
	if p.session.Done() {
		return false, nil
	}
	steps := p.session.Steps()
	return true, p.session.Apply(session.Event{Kind: session.Went, Step: steps[p.session.At()+1].ID})
}

// Answer answers an item of the current step.
func (p *Player) Answer(id string) error {
	it, ok := p.set.Item(id)
	if !ok {
		return fmt.Errorf("there is no item %q", id)
	}
	answer := it.Best()
	if p.given++; p.wrong > 0 && p.given%p.wrong == 0 {
		answer = it.Worst()
	}
	// As a draft first, in case the answer is the order that was dealt.
	if err := p.session.Apply(session.Event{Kind: session.Drafted, Item: id, Answer: answer}); err != nil {
		return err
	}
	return p.session.Apply(session.Event{Kind: session.Answered, Item: id, Answer: answer})
}

// Events returns the events of the log from a number on, as JSON Lines, and how many
// there are in all.
func (p *Player) Events(from int) (lines []byte, all int) {
	log := p.session.Log()
	var out bytes.Buffer
	for _, e := range log[min(from, len(log)):] {
		out.Write(session.EncodeEvent(e))
	}
	return out.Bytes(), len(log)
}
