package main

import (
	"regexp"
	"strings"
	"testing"

	"holdtheline/quiz/mutation"
)

func TestMutateCountsEveryKindOfChange(t *testing.T) {
	code, out, err := call("mutate", lostCat)
	if code != exitOK || err != "" {
		t.Fatalf("exit %d, stderr %q", code, err)
	}
	if !strings.HasPrefix(out, lostCat+"\n") {
		t.Errorf("the file is not named first:\n%s", out)
	}
	for _, kind := range mutation.Kinds() {
		line := regexp.MustCompile(`(?m)^` + string(kind) + ` +\d+ +\d+ +\d+ % +` + kind.Doc() + `$`)
		if !line.MatchString(out) {
			t.Errorf("no line for %q in:\n%s", kind, out)
		}
	}
}

func TestMutateReportsBadFiles(t *testing.T) {
	bad := spoil(t, "bad.yaml", "is: denied", "is: real")
	for _, test := range []struct{ file, want string }{
		{bad, `"found" can't be "real"`},
		{"case.json", "→ name the YAML"},
		{"missing.yaml", "can't be read"},
	} {
		code, out, err := call("mutate", test.file, lostCat)
		if code != exitWrong || !strings.Contains(err, test.want) || !strings.HasPrefix(out, lostCat) {
			t.Errorf("%s: exit %d, stdout %q, stderr %q", test.file, code, out, err)
		}
	}
	if code, _, err := call("mutate"); code != exitUsage || !strings.Contains(err, "at least one file") {
		t.Errorf("without a file: exit %d, %q", code, err)
	}
}
