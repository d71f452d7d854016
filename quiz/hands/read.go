package hands

import (
	"bytes"
	"fmt"
	"slices"

	"holdtheline/quiz/internal/quote"
	"holdtheline/quiz/puzzle"
)

// A CorruptError says from which line on a log can't be used. What comes before that
// line is kept.
type CorruptError struct {
	Line    int    // the first line that could not be used, from 1
	Problem string // what is wrong with it
	Next    string // what a person can do about it
	Err     error  // the refusal behind it, if there is one
}

func (e *CorruptError) Error() string {
	return fmt.Sprintf("line %d of the class: %s; %s", e.Line, e.Problem, e.Next)
}

// Unwrap returns the refusal behind the damage.
func (e *CorruptError) Unwrap() error { return e.Err }

// What a person can do about each kind of damage.
const (
	nextStartOver = "begin a new class; this one can't be continued here"
	nextKeepStart = "what stands before that line is kept: continue from there"
	nextSameCase  = "open it with the case, and the version of the game, that it was played with"
)

// Read reads a log. The error is a *CorruptError; the class then holds everything
// before the first line that is damaged, cut short, or refused. It is nil only if the
// log is larger than [MaxBytes] or its first line can't be used: it is damaged, or from
// another case, another version of the case, or another log format.
func Read(set *puzzle.Set, data []byte) (*Class, error) {
	if len(data) > MaxBytes {
		return nil, &CorruptError{Line: 1, Problem: fmt.Sprintf("it is larger than %d MB, so it is no class of this program", MaxBytes>>20), Next: nextStartOver}
	}
	var c *Class
	line := 0
	for text := range bytes.Lines(data) {
		line++
		text = bytes.TrimSpace(text)
		if len(text) == 0 {
			continue
		}
		e, err := decode(text)
		switch {
		case err != nil && c == nil:
			return nil, &CorruptError{Line: line, Problem: err.Error(), Next: nextStartOver}
		case err != nil:
			return c, &CorruptError{Line: line, Problem: err.Error(), Next: nextKeepStart}
		case c == nil:
			if c, err = begin(set, e, line); err != nil {
				return nil, err
			}
		default:
			if err := c.Apply(e); err != nil {
				return c, &CorruptError{Line: line, Problem: "it does not fit what stands before: " + err.Error(), Next: nextKeepStart, Err: err}
			}
		}
	}
	if c == nil {
		return nil, &CorruptError{Line: 1, Problem: "there is nothing in it", Next: nextStartOver}
	}
	return c, nil
}

// begin begins a class from its first event.
func begin(set *puzzle.Set, e Event, line int) (*Class, error) {
	foreign := func(next, problem string, args ...any) error {
		return &CorruptError{Line: line, Problem: fmt.Sprintf(problem, quote.Args(args)...), Next: next}
	}
	if e.Kind != Started || e.Config == nil || !bytes.Equal(encode(Event{Kind: Started, Config: e.Config}), encode(e)) {
		return nil, foreign(nextStartOver, "it does not begin with \"started\" and a configuration")
	}
	switch cfg := *e.Config; {
	case cfg.Format != Format:
		return nil, foreign(nextSameCase, "it is written in format %d, and this program reads format %d", cfg.Format, Format)
	case cfg.Case != set.Case().ID:
		return nil, foreign(nextSameCase, "it belongs to the case %q, not to %q", cfg.Case, set.Case().ID)
	case cfg.Fingerprint != set.Fingerprint():
		return nil, foreign(nextSameCase, "it belongs to another version of the case: fingerprint %q, not %q", cfg.Fingerprint, set.Fingerprint())
	case !slices.Contains(lengths, cfg.Length):
		return nil, foreign(nextStartOver, "its length %q is none of quick, lesson and full", string(cfg.Length))
	case cfg.Began.Year() < 0 || cfg.Began.Year() > 9999:
		return nil, foreign(nextStartOver, "it began in the year %d", cfg.Began.Year())
	default:
		return Start(set, cfg), nil
	}
}
