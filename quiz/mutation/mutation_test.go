package mutation_test

import (
	"os"
	"reflect"
	"strings"
	"testing"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/authoring"
	"holdtheline/quiz/mutation"
	"holdtheline/quiz/puzzle"
)

// lostCat returns a fresh copy of the small case as its author wrote it.
func lostCat(t *testing.T) *casefile.Case {
	t.Helper()
	data, err := os.ReadFile("../casefile/testdata/lost-cat.yaml")
	if err != nil {
		t.Fatal(err)
	}
	c, problems := authoring.Load("lost-cat.yaml", data)
	if c == nil {
		t.Fatal(problems)
	}
	return c
}

func never(*casefile.Case) casefile.Problems { return nil }

func TestChecksCatchChangesToTheSmallCase(t *testing.T) {
	tallies, err := mutation.Run(lostCat(t), authoring.Check)
	if err != nil {
		t.Fatal(err)
	}
	for _, tally := range tallies {
		if tally.Made == 0 || tally.Share() < 0.9 {
			t.Errorf("%s: %d of %d caught; not caught: %s", tally.Kind, tally.Caught, tally.Made, strings.Join(tally.Missed, "; "))
		}
	}
}

func TestRunLeavesTheCaseUnchanged(t *testing.T) {
	c := lostCat(t)
	if _, err := mutation.Run(c, authoring.Check); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(c, lostCat(t)) {
		t.Error("the case has changed")
	}
}

// Every changed case differs from the original and from all the others.
func TestChangesAreDistinct(t *testing.T) {
	c := lostCat(t)
	seen := map[string]bool{}
	asked := 0
	tallies, err := mutation.Run(c, func(c *casefile.Case) casefile.Problems {
		var place strings.Builder
		for _, s := range c.Sources {
			place.WriteString(s.Published.String() + string(s.Directness))
			for _, p := range s.Digest {
				place.WriteString(p.At.String())
			}
		}
		for _, cl := range c.Claims {
			for _, refs := range [][]string{cl.AssertedBy, cl.DeniedBy, cl.ExplainedBy} {
				place.WriteString(strings.Join(refs, " ") + ";")
			}
			for _, s := range cl.Status {
				place.WriteString(s.From.String() + string(s.Is))
			}
		}
		for _, r := range c.Rooms {
			for _, p := range r.Puzzles {
				place.WriteString(p.Claim)
				for _, w := range p.Windows {
					place.WriteString(w.String())
				}
				for _, clue := range p.Clues {
					place.WriteString(clue.Phrase)
				}
				place.WriteString("/")
				for _, decoy := range p.Decoys {
					place.WriteString(decoy.Phrase)
				}
			}
		}
		asked++
		seen[place.String()] = true
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(seen) != asked {
		t.Errorf("%d of %d cases are different", len(seen), asked)
	}
	made := 1
	for i, tally := range tallies {
		made += tally.Made
		if tally.Kind != mutation.Kinds()[i] || tally.Kind.Doc() == "" {
			t.Errorf("tally %d is of the kind %q", i, tally.Kind)
		}
		if tally.Caught != 0 || len(tally.Missed) != tally.Made || tally.Share() != 0 {
			t.Errorf("%s: %+v, although nothing was objected to", tally.Kind, tally)
		}
	}
	if made != asked {
		t.Errorf("%d changes and the case itself, and %d were asked about", made-1, asked)
	}
}

func TestRunRefusesAnUnsoundCase(t *testing.T) {
	c := lostCat(t)
	c.Claims[0].Status[0].Is = casefile.Denied
	if _, err := mutation.Run(c, authoring.Check); err == nil || !strings.Contains(err.Error(), "sound") {
		t.Errorf("the error is %v", err)
	}
}

// A case without anything to change gives no changes, and nothing panics.
func TestRunOnAnEmptyCase(t *testing.T) {
	c := &casefile.Case{
		Claims: []casefile.Claim{{AssertedBy: []string{"dog#x", ""}, Status: []casefile.Status{{}}}},
		Rooms: []casefile.Room{{Puzzles: []casefile.Puzzle{
			{Kind: puzzle.KindDate, Source: "dog#x"},
			{Kind: puzzle.KindWeigh},
		}}},
	}
	tallies, err := mutation.Run(c, never)
	if err != nil {
		t.Fatal(err)
	}
	for _, tally := range tallies {
		if tally.Made > 0 && tally.Kind != mutation.Statuses && tally.Kind != mutation.Weighed {
			t.Errorf("%s: %q", tally.Kind, tally.Missed)
		}
		if tally.Made == 0 && tally.Share() != 1 {
			t.Errorf("%s: nothing was made, and the share is %v", tally.Kind, tally.Share())
		}
	}
}
