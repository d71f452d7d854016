package cases_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"holdtheline/quiz/casefile/authoring"
	"holdtheline/quiz/mutation"
)

// least is the share of the changes of each kind that the checks have to object to.
const least = 0.9

// A stamp, a date, a tier or a clue of a case that can be changed without an
// objection has merely been typed in.
func TestTheChecksHoldEveryCase(t *testing.T) {
	written, err := filepath.Glob("*/case.yaml")
	if err != nil || len(written) == 0 {
		t.Fatalf("no case was found: %v", err)
	}
	for _, path := range written {
		t.Run(filepath.Dir(path), func(t *testing.T) {
			source, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			c, problems := authoring.Load(path, source)
			if c == nil {
				t.Fatal(problems)
			}
			tallies, err := mutation.Run(c, authoring.Check)
			if err != nil {
				t.Fatal(err)
			}
			for _, tally := range tallies {
				if tally.Share() < least || tally.Made == 0 && tally.Kind == mutation.Statuses {
					t.Errorf("%s: %d of %d caught; not caught:\n%s", tally.Kind, tally.Caught, tally.Made, strings.Join(tally.Missed, "\n"))
				}
			}
		})
	}
}
