package compare

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"holdtheline/assets/words"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/casetest"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/report"
	"holdtheline/quiz/session"
)

// FuzzRead feeds any two files to Read and compares what comes of them.
func FuzzRead(f *testing.F) {
	set := puzzle.New(casetest.LostCat(f))
	s := session.Start(set, session.Config{Length: casefile.Full, Began: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)})
	for s.At() < len(s.Steps())-1 {
		for _, id := range s.Step().Items {
			it, _ := set.Item(id)
			// As a draft first, in case the best order is the one that was dealt.
			for _, kind := range []session.EventKind{session.Drafted, session.Answered} {
				if err := s.Apply(session.Event{Kind: kind, Item: id, Answer: it.Best()}); err != nil {
					f.Fatal(err)
				}
			}
		}
		if err := s.Apply(session.Event{Kind: session.Went, Step: s.Steps()[s.At()+1].ID}); err != nil {
			f.Fatal(err)
		}
	}
	log := s.Encode()
	if e, err := Read("ada.jsonl", log, func(string) (*puzzle.Set, error) { return set, nil }); err != nil || e.Who != "ada" || !e.Finished || e.Score != 100 {
		f.Fatalf("a whole session: %v, %+v", err, e)
	}
	f.Add("ada.jsonl", log, "ada-after.jsonl", log[:len(log)/2])
	f.Add("=1.jsonl", []byte("{}"), "../..", []byte("null\n"))
	f.Add("", []byte(`{"do":"started","config":{"case":"other"}}`), "\x00", []byte("\ufeff"))
	w, err := words.Load("en")
	if err != nil {
		f.Fatal(err)
	}
	missing := errors.New("no such case")
	f.Fuzz(func(t *testing.T, name string, log []byte, nameAfter string, logAfter []byte) {
		read := func(name string, log []byte) []report.Entry {
			e, err := Read(name, log, func(id string) (*puzzle.Set, error) {
				if id != "lost-cat" {
					return nil, missing
				}
				return set, nil
			})
			var damage *session.CorruptError
			if err != nil && err != missing && !errors.As(err, &damage) {
				t.Fatalf("refused with %#v", err)
			}
			if e.Case == "" {
				if err == nil {
					t.Fatal("neither a result nor an error")
				}
				return nil
			}
			return []report.Entry{e}
		}
		before, after := read(name, log), read(nameAfter, logAfter)
		c := Of(before, after, Options{})
		if (c.Finding == Discerning || c.Finding == Warier) && !slices.ContainsFunc(c.Changes, Change.Rose) {
			t.Fatalf("%s with %+v", c.Finding, c.Changes)
		}
		for _, line := range c.Lines() {
			if text := line.Text.In(w); strings.ContainsAny(text, "\x00\x1b\n") {
				t.Fatalf("line %q", text)
			}
		}
	})
}
