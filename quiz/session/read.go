package session

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	"holdtheline/quiz/internal/jsonline"
	"holdtheline/quiz/internal/quote"
	"holdtheline/quiz/puzzle"
)

// A CorruptError says from which line on a log can't be used. What comes before
// that line is kept.
type CorruptError struct {
	Line    int    // the first line that could not be used, from 1
	Problem string // what is wrong with it
	Next    string // what a person can do about it
	Err     error  // the refusal behind it, if there is one
}

func (e *CorruptError) Error() string {
	return fmt.Sprintf("line %d of the session: %s; %s", e.Line, e.Problem, e.Next)
}

// Unwrap returns the refusal behind the damage.
func (e *CorruptError) Unwrap() error { return e.Err }

// What a person can do about each kind of damage.
const (
	nextStartOver = "start a new session; this one can't be continued here"
	nextKeepStart = "what stands before that line is kept: continue from there"
	nextSameCase  = "open it with the case, and the version of the game, that it was played with"
)

// Replay folds events into a session. The error is a *CorruptError whose Line
// counts the events from 1; the session then holds the events before it. It is
// nil only if the first event, "started", can't be used.
func Replay(set *puzzle.Set, events []Event) (*Session, error) {
	if len(events) == 0 {
		return nil, &CorruptError{Line: 1, Problem: "there is nothing in it", Next: nextStartOver}
	}
	s, err := open(set, events[0])
	if err != nil {
		return nil, err
	}
	for i, e := range events[1:] {
		if err := s.Apply(e); err != nil {
			return s, damaged(i+2, err)
		}
	}
	return s, nil
}

// Read reads a log. The error is a *CorruptError; the session then holds
// everything before the first line that is damaged, cut short, or refused. It
// is nil only if the log is larger than [MaxBytes] or its first line can't be
// used: it is damaged, or from another case, another version of the case, or
// another log format.
func Read(set *puzzle.Set, data []byte) (*Session, error) {
	if len(data) > MaxBytes {
		return nil, &CorruptError{Line: 1, Problem: fmt.Sprintf("the file is larger than %d MB, so it is no session of this program", MaxBytes>>20), Next: "check that it is the right file, or start a new session"}
	}
	var s *Session
	line := 0
	for text := range bytes.Lines(data) {
		line++
		text = bytes.TrimSpace(text)
		if line == 1 {
			text = bytes.TrimPrefix(text, []byte("\ufeff")) // some editors add a byte order mark
		}
		if len(text) == 0 {
			continue
		}
		e, err := DecodeEvent(text)
		if err != nil {
			next := nextKeepStart
			if s == nil {
				next = nextStartOver
			}
			return s, &CorruptError{Line: line, Problem: err.Error(), Next: next}
		}
		if s == nil {
			if s, err = open(set, e); err != nil {
				return nil, atLine(err, line)
			}
			continue
		}
		if err := s.Apply(e); err != nil {
			return s, damaged(line, err)
		}
	}
	if s == nil {
		return nil, &CorruptError{Line: 1, Problem: "there is nothing in it", Next: nextStartOver}
	}
	return s, nil
}

// In returns the session with the items of its case in another language: see
// [puzzle.Set.In]. For items of another case it returns an error, as [Read] does.
func (s *Session) In(set *puzzle.Set) (*Session, error) { return Read(set, s.Encode()) }

// Begun returns what a log says it was started with, so that a caller with several
// cases can find its own. The error is a *CorruptError if the log does not begin as
// one.
func Begun(data []byte) (Config, error) {
	for text := range bytes.Lines(data[:min(len(data), MaxBytes)]) {
		text = bytes.TrimPrefix(bytes.TrimSpace(text), []byte("\ufeff"))
		if len(text) == 0 {
			continue
		}
		e, err := DecodeEvent(text)
		switch {
		case err != nil:
			return Config{}, &CorruptError{Line: 1, Problem: err.Error(), Next: nextStartOver}
		case e.Kind != Started || e.Config == nil:
			return Config{}, &CorruptError{Line: 1, Problem: notBegun, Next: nextStartOver}
		}
		return *e.Config, nil
	}
	return Config{}, &CorruptError{Line: 1, Problem: "there is nothing in it", Next: nextStartOver}
}

// notBegun says that a log does not begin as one.
const notBegun = "it does not begin with \"started\" and a configuration"

func damaged(line int, err error) error {
	return &CorruptError{Line: line, Problem: "it does not fit what stands before: " + err.Error(), Next: nextKeepStart, Err: err}
}

func atLine(err error, line int) error {
	var d *CorruptError
	if errors.As(err, &d) {
		d.Line = line
	}
	return err
}

// open begins a session from its first event.
func open(set *puzzle.Set, e Event) (*Session, error) {
	foreign := func(next, problem string, args ...any) error {
		return &CorruptError{Line: 1, Problem: fmt.Sprintf(problem, quote.Args(args)...), Next: next}
	}
	if e.Kind != Started || e.Config == nil {
		return nil, foreign(nextStartOver, notBegun)
	}
	cfg, c := *e.Config, set.Case()
	switch {
	case cfg.Format != Format:
		return nil, foreign(nextSameCase, "it is written in format %d, and this program reads format %d", cfg.Format, Format)
	case cfg.Case != c.ID:
		return nil, foreign(nextSameCase, "it belongs to the case %q, not to %q", cfg.Case, c.ID)
	case cfg.Fingerprint != set.Fingerprint():
		return nil, foreign(nextSameCase, "it belongs to another version of the case: fingerprint %q, not %q", cfg.Fingerprint, set.Fingerprint())
	case !knownLength(cfg.Length):
		return nil, foreign(nextStartOver, "its length %q is none of quick, lesson and full", cfg.Length)
	case c.Form != "" && cfg.Mode != Test:
		return nil, foreign(nextStartOver, "its mode is %q, and this case is a test", cfg.Mode)
	case c.Form == "" && cfg.Mode != Practice && cfg.Mode != Assessment:
		return nil, foreign(nextStartOver, "its mode %q is neither practice nor assessment", cfg.Mode)
	case cfg.When != "" && cfg.When != Before && cfg.When != After:
		return nil, foreign(nextStartOver, "it was taken %q, which is neither before nor after", cfg.When)
	}
	return Start(set, cfg), nil
}

// EncodeEvent returns an event that a session has accepted as one line, with its
// newline.
func EncodeEvent(e Event) []byte {
	if !json.Valid(e.Answer) {
		e.Answer = nil
	}
	if e.Config != nil {
		cfg := e.Config.normal(e.Config.Mode == Test)
		e.Config = &cfg
	}
	return jsonline.Encode(e)
}

// DecodeEvent reads one line of a log, with or without its newline. It is strict:
// unknown, repeated and wrongly written keys are errors, in words for a person.
// Whether the event fits a session is for [Session.Apply] to say.
func DecodeEvent(line []byte) (e Event, err error) {
	if err := jsonline.Decode(line, &e, "an event of a session"); err != nil {
		return Event{}, err
	}
	return e, nil
}
