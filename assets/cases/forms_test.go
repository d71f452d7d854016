package cases_test

import (
	"os"
	"path/filepath"
	"testing"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/authoring"
)

// A pupil takes one form before the lesson and the other after it, so there has to be
// one of each, and they have to be alike in what they ask.
func TestTheFormsOfTheTestAreParallel(t *testing.T) {
	written, err := filepath.Glob("*/case.yaml")
	if err != nil {
		t.Fatal(err)
	}
	forms := map[casefile.Form][]*casefile.Case{}
	for _, path := range written {
		source, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		c, problems := authoring.Load(path, source)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		forms[c.Form] = append(forms[c.Form], c)
	}
	a, b := forms[casefile.FormA], forms[casefile.FormB]
	if len(a) != 1 || len(b) != 1 {
		t.Fatalf("%d forms a and %d forms b, not one of each", len(a), len(b))
	}
	if problems := authoring.Parallel(a[0], b[0]); len(problems) > 0 {
		t.Error(problems)
	}
}
