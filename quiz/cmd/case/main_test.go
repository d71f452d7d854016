package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"holdtheline/quiz/casefile"
)

const lostCat = "../../casefile/testdata/lost-cat.yaml"

// call runs the command in this process.
func call(args ...string) (code int, stdout, stderr string) {
	var out, err bytes.Buffer
	code = run(args, &out, &err)
	return code, out.String(), err.String()
}

func TestHelpNamesEverySubcommand(t *testing.T) {
	for _, args := range [][]string{{"help"}, {"--help"}, {"-h"}, {"check", "--help"}, {"build", "-h"}} {
		code, out, err := call(args...)
		if code != exitOK || err != "" {
			t.Errorf("%v: exit %d, stderr %q", args, code, err)
		}
		for _, c := range commands() {
			if !strings.Contains(out, "\n  "+c.name) || !strings.Contains(out, "go run ./quiz/cmd/case "+c.name) {
				t.Errorf("%v does not show %s with an example", args, c.name)
			}
		}
	}
}

func TestWrongUsagePointsToHelp(t *testing.T) {
	for _, args := range [][]string{{}, {"chekc"}, {""}, {"check"}, {"build"}, {"build", lostCat, lostCat, lostCat}, {"translate"}, {"translate", lostCat}, {"schema", "x"}} {
		code, out, err := call(args...)
		if code != exitUsage || out != "" || !strings.Contains(err, "→ go run ./quiz/cmd/case help") {
			t.Errorf("%v: exit %d, stdout %q, stderr %q", args, code, out, err)
		}
	}
	if _, _, err := call("chekc"); !strings.Contains(err, `"chekc"`) {
		t.Errorf("a wrong subcommand is not named: %q", err)
	}
}

func TestCheckSummarizesASoundCase(t *testing.T) {
	code, out, err := call("check", lostCat)
	puzzles := 0
	for _, r := range lost(t).Rooms {
		puzzles += len(r.Puzzles)
	}
	want := lostCat + fmt.Sprintf(": ok, 9 sources (1 tab), 6 events, 3 claims, 4 beats, 4 verdicts, %d puzzles; by judgement: 1 of 7 stamps, 0 of 9 sources; 1 warning\n", puzzles)
	if code != exitOK || out != want || !strings.Contains(err, `warning: no question asks about the claim "away"`) {
		t.Errorf("exit %d, stdout %q, stderr %q", code, out, err)
	}
}

// spoil writes a copy of the small case with one thing changed.
func spoil(t *testing.T, name, old, replacement string) string {
	t.Helper()
	data, err := os.ReadFile(lostCat)
	if err != nil {
		t.Fatal(err)
	}
	changed := strings.Replace(string(data), old, replacement, 1)
	if changed == string(data) {
		t.Fatalf("%q does not stand in the case", old)
	}
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, []byte(changed), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestCheckContinuesAfterABadFile(t *testing.T) {
	bad := spoil(t, "bad.yaml", "relies_on: [photo]", "relies_on: [foto]")
	missing := filepath.Join(t.TempDir(), "missing.yaml")
	code, out, err := call("check", bad, missing, lostCat)
	if code != exitWrong {
		t.Errorf("exit %d", code)
	}
	if !strings.Contains(out, lostCat+": ok") || strings.Contains(out, bad) {
		t.Errorf("stdout %q", out)
	}
	for _, want := range []string{
		bad + ":72:17: there is no source \"foto\"\n",
		"\n        relies_on: [foto]\n                    ^\n    → did you mean \"photo\"?\n",
		bad + ": 1 problem, 1 warning\n",
		"can't be read", "missing.yaml", "→ check the name",
	} {
		if !strings.Contains(err, want) {
			t.Errorf("stderr lacks %q:\n%s", want, err)
		}
	}
}

func TestBuildWritesWhatTheGameLoads(t *testing.T) {
	code, out, err := call("build", lostCat)
	if code != exitOK || err != "" {
		t.Fatalf("exit %d, stderr %q", code, err)
	}
	c, loadErr := casefile.Load([]byte(out))
	if loadErr != nil {
		t.Fatal(loadErr)
	}
	if c.ID != "lost-cat" || len(c.Sources) != 9 {
		t.Errorf("got %s with %d sources", c.ID, len(c.Sources))
	}
	file := filepath.Join(t.TempDir(), "case.json")
	if err := os.WriteFile(file, []byte(out), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, again, err := call("build", file); code != exitOK || again != out || err != "" {
		t.Errorf("built from its own JSON: exit %d, stderr %q, the same bytes: %v", code, err, again == out)
	}
	if code, out, _ := call("check", file); code != exitOK || !strings.Contains(out, "ok, 9 sources") {
		t.Errorf("its JSON is not fine: exit %d, %q", code, out)
	}
}

func TestBuildOfABadCaseWritesNothing(t *testing.T) {
	bad := spoil(t, "bad.yaml", "tab: true", "tab: yes please")
	code, out, err := call("build", bad)
	if code != exitWrong || out != "" || !strings.Contains(err, "true or false") {
		t.Errorf("exit %d, stdout %q, stderr %q", code, out, err)
	}
}

func TestProblemInJSONHasItsLine(t *testing.T) {
	_, out, _ := call("build", lostCat)
	file := filepath.Join(t.TempDir(), "case.JSON")
	changed := strings.Replace(out, `"relies_on": [`+"\n        \"photo\"", `"relies_on": [`+"\n        \"foto\"", 1)
	if err := os.WriteFile(file, []byte(changed), 0o600); err != nil {
		t.Fatal(err)
	}
	line := 1 + strings.Count(changed[:strings.Index(changed, `"foto"`)], "\n")
	code, _, err := call("check", file)
	if want := ":" + strconv.Itoa(line) + ":9: there is no source"; code != exitWrong || !strings.Contains(err, want) {
		t.Errorf("exit %d, no %q in:\n%s", code, want, err)
	}
}

func TestSchemaIsJSON(t *testing.T) {
	code, out, err := call("schema")
	var schema map[string]any
	if code != exitOK || err != "" || json.Unmarshal([]byte(out), &schema) != nil {
		t.Errorf("exit %d, stderr %q, stdout %.80q", code, err, out)
	}
}

// broken is a stream that fails on every write.
type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("pipe closed") }

func TestClosedPipeIsReported(t *testing.T) {
	var err bytes.Buffer
	if code := run([]string{"schema"}, broken{}, &err); code != exitWrong || !strings.Contains(err.String(), "pipe closed") {
		t.Errorf("exit %d, stderr %q", code, err.String())
	}
}

// TestLargeFileIsNotReadToItsEnd uses sparse files, which would take long to read.
func TestLargeFileIsNotReadToItsEnd(t *testing.T) {
	file := filepath.Join(t.TempDir(), "large.yaml")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(file, 1<<40); err != nil {
		t.Skip(err)
	}
	if code, _, err := call("check", file); code != exitWrong || !strings.Contains(err, "larger than 8 MB") {
		t.Errorf("exit %d, stderr %q", code, err)
	}
	if code, _, err := call("report", lostCat, file); code != exitWrong || !strings.Contains(err, "larger than 4 MB") {
		t.Errorf("exit %d, stderr %q", code, err)
	}
}

func TestProblemsBeyondTheLimitAreCounted(t *testing.T) {
	var text strings.Builder
	for i := range 1000 {
		text.WriteString("key-" + strconv.Itoa(i) + ": 1\n")
	}
	file := filepath.Join(t.TempDir(), "bad.yaml")
	if err := os.WriteFile(file, []byte(text.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	_, _, err := call("check", file)
	if !strings.Contains(err, file+": and 913 more\n") || !strings.HasSuffix(err, file+": 1013 problems\n") || strings.Count(err, "→") != 101 {
		t.Errorf("stderr ends with %q", err[max(0, len(err)-300):])
	}
}

func TestArgumentsAreEscapedInMessages(t *testing.T) {
	evil := "\x1b[2J" + strings.Repeat("x", 5000)
	for _, args := range [][]string{{evil}, {"mark", lostCat, evil, "{}"}, {"mark", lostCat, "found-tuesday", `{"` + evil + `":1}`}, {"mark", lostCat, "found-tuesday", `{"is":"` + evil + `"}`}} {
		if _, _, err := call(args...); len(err) > 1000 || strings.ContainsRune(err, '\x1b') {
			t.Errorf("%.20q: %d bytes: %.200q", args[0], len(err), err)
		}
	}
}
