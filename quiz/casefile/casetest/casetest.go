package casetest

import (
	"os"
	"path/filepath"
	"testing"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/authoring"
)

// file is the path of the case from the top of the project.
const file = "quiz/casefile/testdata/lost-cat.yaml"

// LostCat loads a fresh copy of the case, which a test may change.
func LostCat(t testing.TB) *casefile.Case {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(top(t), filepath.FromSlash(file)))
	if err != nil {
		t.Fatal(err)
	}
	c, problems := authoring.Load(file, data)
	if c == nil {
		t.Fatal(problems)
	}
	return c
}

// top returns the folder of the project: a test runs in its package's.
func top(t testing.TB) string {
	t.Helper()
	folder, err := os.Getwd()
	for err == nil {
		if _, absent := os.Stat(filepath.Join(folder, "go.mod")); absent == nil {
			return folder
		}
		above := filepath.Dir(folder)
		if above == folder {
			break
		}
		folder = above
	}
	t.Fatalf("there is no go.mod above this package: %v", err)
	return ""
}
