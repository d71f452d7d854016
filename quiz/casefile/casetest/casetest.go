package casetest

import (
	"os"
	"testing"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/authoring"
)

// file is the path of the case from a package directly below quiz/: a test runs
// in its package's folder.
const file = "../casefile/testdata/lost-cat.yaml"

// LostCat loads a fresh copy of the case, which a test may change.
func LostCat(t testing.TB) *casefile.Case {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	c, problems := authoring.Load(file, data)
	if c == nil {
		t.Fatal(problems)
	}
	return c
}
