package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/report"
	"holdtheline/quiz/session"
)

// savedSession plays the first beat of the small case and returns the log.
func savedSession(t *testing.T) []byte {
	t.Helper()
	var stderr bytes.Buffer
	c, ok := loadCase(lostCat, &stderr)
	if !ok {
		t.Fatal(stderr.String())
	}
	s := session.Start(puzzle.New(c), session.Config{
		Length: casefile.Quick, Mode: session.Practice, Seed: 3, Began: time.Date(2026, 1, 15, 9, 30, 0, 0, time.UTC),
	})
	for _, e := range []session.Event{
		{Kind: session.Went, Step: "tuesday"},
		{Kind: session.Answered, Item: "found-tuesday", Answer: json.RawMessage(`{"is":"unconfirmed","certainty":3}`)},
		{Kind: session.Went, Step: "thursday"},
	} {
		if err := s.Apply(e); err != nil {
			t.Fatal(err)
		}
	}
	return s.Encode()
}

func saveTo(t *testing.T, data []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "session.jsonl")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func reported(t *testing.T, out string) report.Report {
	t.Helper()
	var r report.Report
	if err := json.Unmarshal([]byte(out), &r); err != nil {
		t.Fatalf("%v in %q", err, out)
	}
	return r
}

func TestReportOfASavedSession(t *testing.T) {
	code, out, err := call("report", lostCat, saveTo(t, savedSession(t)))
	if code != exitOK || err != "" {
		t.Fatalf("exit %d, stderr %q", code, err)
	}
	if r := reported(t, out); r.Score != 100 || r.Answered != 1 || r.Finished || r.Seed != 3 {
		t.Errorf("reported %+v", r)
	}
}

func TestReportOfADamagedSession(t *testing.T) {
	data := savedSession(t)
	file := saveTo(t, data[:len(data)-5])
	code, out, err := call("report", lostCat, file)
	if code != exitWrong || !strings.Contains(err, file+":4: it is cut short") || !strings.Contains(err, "→ what stands before") {
		t.Errorf("exit %d, stderr %q", code, err)
	}
	if r := reported(t, out); r.Answered != 1 {
		t.Errorf("its good start is reported as %+v", r)
	}
}

func TestReportOfAForeignSession(t *testing.T) {
	other := bytes.Replace(savedSession(t), []byte("lost-cat"), []byte("lost-dog"), 1)
	code, out, err := call("report", lostCat, saveTo(t, other))
	if code != exitWrong || out != "" || !strings.Contains(err, `"lost-dog"`) || !strings.Contains(err, "→") {
		t.Errorf("exit %d, stdout %q, stderr %q", code, out, err)
	}
	code, out, err = call("report", lostCat, filepath.Join(t.TempDir(), "missing.jsonl"))
	if code != exitWrong || out != "" || !strings.Contains(err, "can't be read") {
		t.Errorf("exit %d, stdout %q, stderr %q", code, out, err)
	}
}

// A recorded session is replayed on the current case, whatever version it was
// recorded on.
func TestReplay(t *testing.T) {
	log := session.Start(puzzle.New(lost(t)), session.Config{Seed: 3}).Encode()
	other := bytes.Replace(log, []byte(lost(t).Fingerprint()), []byte("0123456789abcdef"), 1)
	file := filepath.Join(t.TempDir(), "session.jsonl")
	if err := os.WriteFile(file, other, 0o600); err != nil {
		t.Fatal(err)
	}
	if code, out, err := call("replay", lostCat, file); code != exitOK || out != string(log) || err != "" {
		t.Errorf("exit %d, stderr %q, stdout %s", code, err, out)
	}
	for _, args := range [][]string{{"replay"}, {"replay", lostCat, "nothing.jsonl"}, {"replay", lostCat, lostCat}} {
		if code, out, err := call(args...); code == exitOK || out != "" || !strings.Contains(err, "→") {
			t.Errorf("%v: exit %d, stderr %q", args, code, err)
		}
	}
}

func TestReportOfAClass(t *testing.T) {
	data := savedSession(t)
	folder := t.TempDir()
	files := []string{filepath.Join(folder, "ada.jsonl"), filepath.Join(folder, "bo.jsonl")}
	for _, file := range files {
		if err := os.WriteFile(file, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	code, out, err := call("report", "-csv", lostCat, files[0], files[1])
	lines := strings.Split(strings.TrimSpace(out), "\r\n")
	if code != exitOK || err != "" || !strings.HasPrefix(lines[0], "who,case,") {
		t.Fatalf("exit %d, stderr %q, stdout %s", code, err, out)
	}
	whose := map[string]int{}
	for _, line := range lines[1:] {
		who, _, _ := strings.Cut(line, ",")
		whose[who]++
	}
	if len(whose) != 2 || whose["ada.jsonl"] == 0 || whose["ada.jsonl"] != whose["bo.jsonl"] {
		t.Errorf("rows by whose they are: %v", whose)
	}
	// An unreadable one is reported, and the others are in the table.
	code, out, err = call("report", "-csv", lostCat, files[0], filepath.Join(folder, "cy.jsonl"))
	if code != exitWrong || !strings.Contains(err, "cy.jsonl") || !strings.Contains(out, "ada.jsonl") {
		t.Errorf("exit %d, stderr %q", code, err)
	}
	if code, _, _ := call("report", lostCat, files[0], files[1]); code != exitUsage {
		t.Errorf("two sessions without -csv: exit %d", code)
	}
}
