package main

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/authoring"
	"holdtheline/quiz/puzzle"
)

func TestMarkWritesTheMarkAndItsParts(t *testing.T) {
	code, out, err := call("mark", lostCat, "found-thursday", `{"is": "real", "certainty": 2}`)
	const want = `{
  "mark": 0,
  "parts": [
    {
      "name": "verdict",
      "value": 0,
      "max": 1
    }
  ],
  "verdict": {
    "supported": "prank",
    "given": "real",
    "certainty": 2,
    "cbm": -2,
    "right": false,
    "defensible": false
  }
}
`
	if code != exitOK || out != want || err != "" {
		t.Errorf("exit %d, stderr %q, stdout %s", code, err, out)
	}
}

func TestMarkTakesEveryKind(t *testing.T) {
	for _, it := range puzzle.New(lost(t)).Items() {
		item, answer := it.ID(), string(it.Best())
		code, out, err := call("mark", lostCat, item, answer)
		var mark puzzle.Mark
		if jsonErr := json.Unmarshal([]byte(out), &mark); code != exitOK || err != "" || jsonErr != nil {
			t.Errorf("%s: exit %d, stderr %q, %v", item, code, err, jsonErr)
			continue
		}
		if mark.Value != 1 {
			t.Errorf("%s: %s marks %v", item, answer, mark.Value)
		}
	}
}

// lost is the case of these tests.
func lost(t *testing.T) *casefile.Case {
	t.Helper()
	data, err := os.ReadFile(lostCat)
	if err != nil {
		t.Fatal(err)
	}
	c, problems := authoring.Load(lostCat, data)
	if c == nil {
		t.Fatal(problems)
	}
	return c
}

func TestMarkListsTheNearestItemsFirst(t *testing.T) {
	code, out, err := call("mark", lostCat, "found-wensday", `{}`)
	if code != exitWrong || out != "" {
		t.Errorf("exit %d, stdout %q", code, out)
	}
	_, list, found := strings.Cut(err, "the nearest first: ")
	if !found || !strings.Contains(err, `"found-wensday"`) {
		t.Fatalf("stderr %q", err)
	}
	ids := strings.Split(strings.TrimSpace(list), ", ")
	if ids[0] != "found-wednesday" || len(ids) != len(puzzle.New(lost(t)).Items()) {
		t.Errorf("listed %v", ids)
	}
	if code, _, _ := call("mark", lostCat, strings.Repeat("x", 1<<16), `{}`); code != exitWrong {
		t.Errorf("a very long id: exit %d", code)
	}
}

func TestMarkSaysWhichShapeIsExpected(t *testing.T) {
	code, out, err := call("mark", lostCat, "found-thursday", `prank`)
	if code != exitWrong || out != "" || !strings.Contains(err, "not JSON") ||
		!strings.Contains(err, `{"is": "prank", "certainty": 2}`) || !strings.Contains(err, "→") {
		t.Errorf("exit %d, stdout %q, stderr %q", code, out, err)
	}
}

func TestMarkAndReportNeedTheirArguments(t *testing.T) {
	for _, args := range [][]string{
		{"mark"},
		{"mark", lostCat, "found-thursday"},
		{"mark", lostCat, "found-thursday", "{}", "{}"},
		{"report"},
		{"report", lostCat},
	} {
		if code, out, err := call(args...); code != exitUsage || out != "" || err == "" {
			t.Errorf("%v: exit %d, stdout %q, stderr %q", args, code, out, err)
		}
	}
	for _, args := range [][]string{{"mark", "missing.yaml", "a", "[]"}, {"report", "missing.yaml", "a"}} {
		if code, out, err := call(args...); code != exitWrong || out != "" || !strings.Contains(err, "can't be read") {
			t.Errorf("%v: exit %d, stdout %q, stderr %q", args, code, out, err)
		}
	}
}

func TestEdits(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0},
		{"", "abc", 3},
		{"abc", "", 3},
		{"abc", "abc", 0},
		{"kitten", "sitting", 3},
		{"flaw", "lawn", 2},
	} {
		if got := edits(c.a, c.b); got != c.want {
			t.Errorf("%q to %q: %d edits, want %d", c.a, c.b, got, c.want)
		}
	}
}
