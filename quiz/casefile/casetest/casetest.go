// Package casetest gives tests the small invented case that has every kind of
// puzzle and every key. It is for tests of the packages beside casefile only.
//
// Start reading at [LostCat].
package casetest

import (
	"os"
	"testing"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/authoring"
)

// file is where the case lies, seen from a package directly below quiz/: a test
// runs in its package's folder.
const file = "../casefile/testdata/lost-cat.yaml"

// LostCat loads the case anew, so that a test may change it.
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
