package puzzle

import (
	"os"
	"testing"

	"holdtheline/quiz/casefile"
)

// lostCat loads the small case that has every kind of puzzle, as case build compiled
// it, since package authoring, which reads YAML, imports this one. A test of
// authoring checks that it is current.
func lostCat(t testing.TB) *casefile.Case {
	t.Helper()
	data, err := os.ReadFile("../casefile/testdata/lost-cat.json")
	if err != nil {
		t.Fatal(err)
	}
	c, err := casefile.Load(data)
	if err != nil {
		t.Fatal(err)
	}
	return c
}
