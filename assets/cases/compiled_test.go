package cases_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"holdtheline/quiz/casefile/authoring"
)

// The game reads case.json and people write case.yaml, so the first has to be
// what the second compiles to.
func TestCompiledCasesAreCurrent(t *testing.T) {
	written, err := filepath.Glob("*/case.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if len(written) == 0 {
		t.Fatal("no case was found")
	}
	for _, path := range written {
		t.Run(filepath.Dir(path), func(t *testing.T) {
			source, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			c, problems := authoring.Load(path, source)
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			want, err := authoring.JSON(c)
			if err != nil {
				t.Fatal(err)
			}
			compiled := filepath.Join(filepath.Dir(path), "case.json")
			got, err := os.ReadFile(compiled)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, want) {
				t.Errorf("%s is not what %s compiles to; from the top of the project run\n"+
					"go run ./quiz/cmd/case build assets/cases/%s > assets/cases/%s", compiled, path, path, compiled)
			}
		})
	}
}
