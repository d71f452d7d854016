package session

import (
	"bytes"

	"holdtheline/quiz/puzzle"
)

// Migrate replays a recorded session on another version of its case, by the ids of
// steps, items and sources. It leaves out events that this version refuses, and
// gives the best answer to items that block the way and have none, so that the
// session comes as far as the recorded one. The error is a *CorruptError: the log
// does not begin as a session does, or a line is damaged; then the session holds
// what came before.
//
// It is for the recordings behind examples, pictures and tests. Never use it for a
// player's game, which would be marked for answers that the player did not give.
func Migrate(set *puzzle.Set, log []byte) (*Session, error) {
	var s *Session
	line := 0
	for text := range bytes.Lines(log) {
		line++
		if len(bytes.TrimSpace(text)) == 0 {
			continue
		}
		e, err := DecodeEvent(bytes.TrimSpace(text))
		if err != nil {
			return s, &CorruptError{Line: line, Problem: err.Error(), Next: nextKeepStart}
		}
		switch {
		case s != nil && e.Kind == Went:
			s.goOnTo(e.Step)
		case s != nil:
			_ = s.Apply(e) // events that this version refuses are left out
		case e.Kind == Started && e.Config != nil:
			s = Start(set, *e.Config)
		default:
			return nil, &CorruptError{Line: line, Problem: notBegun, Next: nextStartOver}
		}
	}
	if s == nil {
		return nil, &CorruptError{Line: 1, Problem: "there is nothing in it", Next: nextStartOver}
	}
	return s, nil
}

// goOnTo goes to a step through all steps before it, if this length has it.
func (s *Session) goOnTo(step string) {
	to := s.find(step)
	for to > s.furthest {
		if s.at != s.furthest && s.Apply(Event{Kind: Went, Step: s.steps[s.furthest].ID}) != nil {
			return
		}
		for _, id := range s.steps[s.at].Items {
			if it, ok := s.set.Item(id); ok && s.Tries(id) == 0 {
				// As a draft first, in case the best order is the one that was dealt.
				_ = s.Apply(Event{Kind: Drafted, Item: id, Answer: it.Best()})
				_ = s.Apply(Event{Kind: Answered, Item: id, Answer: it.Best()})
			}
		}
		if s.Apply(Event{Kind: Went, Step: s.steps[s.furthest+1].ID}) != nil {
			return
		}
	}
	if to >= 0 && s.at != to {
		_ = s.Apply(Event{Kind: Went, Step: step})
	}
}
