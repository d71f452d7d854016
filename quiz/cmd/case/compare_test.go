package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"holdtheline/quiz/compare"
)

// twoFolders holds the session of the small case before and after, of two pupils,
// and of one more before.
func twoFolders(t *testing.T) (before, after string) {
	t.Helper()
	folder, data := t.TempDir(), savedSession(t)
	for _, file := range []string{"before/Ada.jsonl", "before/bo.jsonl", "before/cy-before.jsonl", "before/notes.txt", "after/ada.jsonl", "after/bo_after.jsonl"} {
		path := filepath.Join(folder, filepath.FromSlash(file))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.Join(folder, "before"), filepath.Join(folder, "after")
}

func TestCompare(t *testing.T) {
	before, after := twoFolders(t)
	code, out, err := call("compare", lostCat, before, "--", after)
	for _, want := range []string{"Before and after\n---", "Too few pupils", "ada: ", "bo: ", "cy: only a result from before"} {
		if code != exitOK || err != "" || !strings.Contains(out, want) {
			t.Errorf("exit %d, stderr %q, no %q in:\n%s", code, err, want, out)
		}
	}
	code, out, _ = call("compare", "-lang", "de", lostCat, filepath.Join(before, "Ada.jsonl"), "--", filepath.Join(after, "ada.jsonl"))
	if code != exitOK || !strings.Contains(out, "Vorher und nachher") || !strings.Contains(out, "Zu wenige Antworten") {
		t.Errorf("exit %d, in German:\n%s", code, out)
	}
	code, out, _ = call("compare", "--csv", lostCat, before, "--", after)
	if lines := strings.Split(out, "\r\n"); code != exitOK || !strings.HasPrefix(lines[0], "of,who,") || len(lines) != 1+6*3+3+1 {
		t.Errorf("exit %d, %d lines of a table:\n%s", code, len(strings.Split(out, "\r\n")), out)
	}
	var c compare.Comparison
	code, out, _ = call("compare", "-json", "-unmatched", lostCat, before, "--", after)
	if jsonErr := json.Unmarshal([]byte(out), &c); code != exitOK || jsonErr != nil || c.Sort != compare.Groups || len(c.LeftOut) != 5 {
		t.Errorf("exit %d, %v, %+v", code, jsonErr, c)
	}
}

// A table of results is compared without its case, and together with sessions.
func TestCompareTables(t *testing.T) {
	before, after := twoFolders(t)
	_, table, _ := call("report", "-csv", lostCat, filepath.Join(before, "Ada.jsonl"), filepath.Join(before, "bo.jsonl"), filepath.Join(before, "cy-before.jsonl"))
	file := filepath.Join(t.TempDir(), "class.csv")
	if err := os.WriteFile(file, []byte(table), 0o600); err != nil {
		t.Fatal(err)
	}
	_, fromSessions, _ := call("compare", "-csv", lostCat, before, "--", after)
	code, out, err := call("compare", "-csv", lostCat, file, "--", after)
	if code != exitOK || err != "" || out != fromSessions {
		t.Errorf("exit %d, stderr %q, stdout\n%swant\n%s", code, err, out, fromSessions)
	}
	if code, out, err := call("compare", file, "--", file); code != exitOK || err != "" || !strings.Contains(out, "cy: too few answers") {
		t.Errorf("tables alone: exit %d, stderr %q, stdout\n%s", code, err, out)
	}
	if err := os.WriteFile(file, []byte("who,case\nada,lost-cat\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{file, "missing.csv"} {
		code, _, err := call("compare", lostCat, name, "--", after)
		if code != exitWrong || !strings.Contains(err, "→") || !strings.Contains(err, `no column "supported"`) && !strings.Contains(err, "can't be read") {
			t.Errorf("%s: exit %d, stderr %q", name, code, err)
		}
	}
}

func TestCompareSaysWhatIsWrong(t *testing.T) {
	before, after := twoFolders(t)
	foreign := saveTo(t, []byte(strings.Replace(string(savedSession(t)), "lost-cat", "lost-dog", 1)))
	damaged := saveTo(t, savedSession(t)[:300])
	for _, c := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{}, exitUsage, "needs sessions from before"},
		{[]string{before, "--", after}, exitUsage, "needs the case files"},
		{[]string{lostCat, before, after}, exitUsage, "then --"},
		{[]string{lostCat, "--", after}, exitUsage, "then --"},
		{[]string{lostCat, before, "--", after, "--", after}, exitUsage, "once"},
		{[]string{"-cvs", lostCat, before, "--", after}, exitUsage, `"-cvs"`},
		{[]string{lostCat, before, "--", after, "-lang"}, exitUsage, `"-lang"`},
		{[]string{"-lang", "xx", lostCat, before, "--", after}, exitUsage, "there are: de, en"},
		{[]string{"missing.yaml", before, "--", after}, exitWrong, "can't be read"},
		{[]string{lostCat, "missing.jsonl", "--", after}, exitWrong, "0 results from before"},
		{[]string{lostCat, foreign, "--", after}, exitWrong, `"lost-dog", whose file is not among those given`},
		{[]string{lostCat, damaged, "--", filepath.Join(after, "ada.jsonl")}, exitWrong, damaged + ":"},
		{[]string{lostCat, lostCat, "--", lostCat}, exitUsage, "then --"},
	} {
		code, _, err := call(append([]string{"compare"}, c.args...)...)
		if code != c.code || !strings.Contains(err, c.want) || !strings.Contains(err, "→") {
			t.Errorf("%v: exit %d, stderr %q; want %d and %q", c.args, code, err, c.code, c.want)
		}
	}
}

// FuzzParseCompare splits any text into arguments: they are a call that can be run,
// or refused with a sentence.
func FuzzParseCompare(f *testing.F) {
	for _, args := range []string{"a.yaml b -- c", "-csv\na.json\nb\n--\nc", "-lang", "---csv", "-- --", "a.YAML b -- -lang de c"} {
		f.Add(args)
	}
	f.Fuzz(func(t *testing.T, args string) {
		c, err := parseCompare(strings.Fields(args))
		switch {
		case err != nil && (err.Error() == "" || strings.ContainsAny(err.Error(), "\x1b\n")):
			t.Errorf("%q: %q", args, err)
		case err == nil && (len(c.before) == 0 || len(c.after) == 0):
			t.Errorf("%q: accepted as %+v", args, c)
		}
	})
}
