// Package casetest gives tests the small invented case that has every kind of
// puzzle and every key. It is for tests of the packages beside casefile only.
//
// It reads the case as case build compiled it, so that the packages that authoring
// stands on can use it too; a test of authoring's sees that it is current.
//
// Start reading at [LostCat].
package casetest

import (
	"os"
	"testing"

	"holdtheline/quiz/casefile"
)

// file is where the case lies, seen from a package directly below quiz/: a test
// runs in its package's folder.
const file = "../casefile/testdata/lost-cat.json"

// LostCat loads the case anew, so that a test may change it.
func LostCat(t testing.TB) *casefile.Case {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	c, err := casefile.Load(data)
	if err != nil {
		t.Fatal(err)
	}
	return c
}
