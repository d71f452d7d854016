package casefile_test

import (
	"reflect"
	"strings"
	"testing"

	"holdtheline/assets"
	"holdtheline/quiz/casefile"
)

// What comes with the game is read without being checked, so it must be what
// reading it with all checks gives.
func TestTheGamesCasesAreReadAsTheyAreChecked(t *testing.T) {
	for _, id := range assets.Cases() {
		data, err := assets.Case(id)
		if err != nil {
			t.Fatal(err)
		}
		want, err := casefile.Load(data)
		if err != nil {
			t.Fatal(err)
		}
		got, err := casefile.LoadCompiled(data)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: LoadCompiled and Load don't read the same", id)
		}
	}
}

func TestWhatIsNoCompiledCase(t *testing.T) {
	for _, test := range []struct{ data, want string }{
		{"", "case build"},
		{"format: 1", "case build"},
		{`{"format": 1, "events": [{"happened": "soon"}]}`, "soon"},
		{`{"format": 2}`, "format 2"},
	} {
		if _, err := casefile.LoadCompiled([]byte(test.data)); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q: error is %v, want %q in it", test.data, err, test.want)
		}
	}
}
