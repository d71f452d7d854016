package casefile_test

import (
	"strings"
	"testing"

	"holdtheline/quiz/casefile"
)

func TestLoadCompiledRefusesWhatIsNotACase(t *testing.T) {
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
