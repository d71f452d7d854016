package enlarge_test

import (
	"os"
	"testing"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/authoring"
	"holdtheline/quiz/casefile/enlarge"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

const call = "../../../assets/cases/the-call/case.yaml"

// enlarged returns the text of The Call n times as large.
func enlarged(t testing.TB, n int) []byte {
	t.Helper()
	text, err := os.ReadFile(call)
	if err != nil {
		t.Fatal(err)
	}
	large, err := enlarge.Times(text, n)
	if err != nil {
		t.Fatal(err)
	}
	return large
}

func loaded(t testing.TB, text []byte) *casefile.Case {
	t.Helper()
	c, problems := authoring.Load("case.yaml", text)
	if c == nil {
		t.Fatal(problems)
	}
	return c
}

// A case ten times The Call is within all bounds: it is read, passes the check, and is
// played to its end with every answer right.
func TestACaseTenTimesTheCallIsPlayed(t *testing.T) {
	one, ten := loaded(t, enlarged(t, 1)), loaded(t, enlarged(t, 10))
	for _, list := range []struct {
		name     string
		one, ten int
	}{
		{"people", len(one.People), len(ten.People)},
		{"sources", len(one.Sources), len(ten.Sources)},
		{"events", len(one.Events), len(ten.Events)},
		{"claims", len(one.Claims), len(ten.Claims)},
		{"points", len(one.Points), len(ten.Points)},
		{"references", len(casefile.References(one)) - 1, len(casefile.References(ten)) - 1}, // belief is one
		{"items", len(puzzle.New(one).Items()), len(puzzle.New(ten).Items())},
	} {
		if list.one == 0 || list.ten != 10*list.one {
			t.Errorf("there are %d %s, and in a case ten times as large %d", list.one, list.name, list.ten)
		}
	}
	compiled, err := authoring.JSON(ten)
	if err != nil {
		t.Fatal(err)
	}
	foreign, err := casefile.LoadForeign(compiled)
	if err != nil {
		t.Fatal(err)
	}
	set := puzzle.New(foreign)
	played, err := play(set)
	if err != nil {
		t.Fatal(err)
	}
	if !played.Done() {
		t.Error("the game has not come to its end")
	}
	for _, it := range set.Items() {
		if mark, err := it.Mark(it.Best()); err != nil || mark.Value != 1 {
			t.Errorf("%s: the right answer earns %v, %v", it.ID(), mark.Value, err)
		}
		if _, err := it.Explain(it.Worst()); err != nil {
			t.Errorf("%s: %v", it.ID(), err)
		}
	}
	again, err := session.Read(set, played.Encode())
	if err != nil || again.At() != played.At() {
		t.Errorf("played again from its log the game is at step %d, not %d: %v", again.At(), played.At(), err)
	}
}

// play plays a case at full length, with every answer right.
func play(set *puzzle.Set) (*session.Session, error) {
	s := session.Start(set, session.Config{Length: casefile.Full, Seed: 1})
	steps := s.Steps()
	for i, step := range steps {
		for _, id := range step.Items {
			if it, ok := set.Item(id); ok && !s.Answered(id) {
				if err := s.Apply(session.Event{Kind: session.Answered, Item: id, Answer: it.Best()}); err != nil {
					return nil, err
				}
			}
		}
		if i+1 < len(steps) {
			if err := s.Apply(session.Event{Kind: session.Went, Step: steps[i+1].ID}); err != nil {
				return nil, err
			}
		}
	}
	return s, nil
}

func TestWhatCantBeEnlarged(t *testing.T) {
	for _, text := range []string{"", "- 1", "a: [", "a: 1"} {
		n := 2
		if text == "a: 1" {
			n = 0
		}
		if _, err := enlarge.Times([]byte(text), n); err == nil {
			t.Errorf("%q times %d is a case", text, n)
		}
	}
}
