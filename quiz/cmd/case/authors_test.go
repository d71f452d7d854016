package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"holdtheline/quiz/casefile/casetest"
)

// fresh makes a case with the command and returns its file.
func fresh(t *testing.T) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "snow-day")
	if code, out, err := call("new", folder); code != exitOK || err != "" || !strings.Contains(out, "make preview CASE=") {
		t.Fatalf("exit %d, %q, %q", code, out, err)
	}
	return filepath.Join(folder, "case.yaml")
}

func TestANewCaseIsComplete(t *testing.T) {
	file := fresh(t)
	code, out, err := call("check", "-v", "-strict", file)
	if code != exitOK || err != "" {
		t.Fatalf("exit %d, %q, %q", code, out, err)
	}
	for _, want := range []string{
		"id: snow-day (the name of its folder)", "trace: Where does it come from?", "right: Can’t know yet",
		"since: a side denies it on the record", "independent witnesses: 1 (Jo Baker: Stay in bed!)", "a tab at", "order: What happened when?",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("the outline lacks %q:\n%s", want, out)
		}
	}
	if code, out, err := call("build", "-w", file); code != exitOK || out+err != "" {
		t.Errorf("built: exit %d, %q, %q", code, out, err)
	}
	if code, _, err := call("check", strings.TrimSuffix(file, ".yaml")+".json"); code != exitOK || err != "" {
		t.Errorf("what was built: exit %d, %q", code, err)
	}
}

func TestNewOverwritesNothing(t *testing.T) {
	file := fresh(t)
	if err := os.WriteFile(file, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, err := call("new", filepath.Dir(file)); code != exitWrong || !strings.Contains(err, "is there already") {
		t.Errorf("exit %d, %q", code, err)
	}
	if data, err := os.ReadFile(file); err != nil || string(data) != "mine" {
		t.Errorf("it holds %q, %v", data, err)
	}
	for _, name := range []string{"Snow Day", "..", "", "snow--day"} {
		if code, _, err := call("new", filepath.Join(t.TempDir(), name)); name != ".." && name != "" && (code != exitWrong || !strings.Contains(err, "can't be the name")) {
			t.Errorf("%q: exit %d, %q", name, code, err)
		}
	}
}

func TestAFailedBuildLeavesTheOldFile(t *testing.T) {
	file := fresh(t)
	built := strings.TrimSuffix(file, ".yaml") + ".json"
	call("build", "-w", file)
	before, err := os.ReadFile(built)
	if err != nil || len(before) == 0 {
		t.Fatal(err)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, change := range [][3]string{
		{"relies_on: [message]", "relies_on: [massage]", `did you mean "message"?`},
		{"kind: agency", "kind: agency\n    unverified: true", "this case can't be published: not verified yet: sources[2]"},
	} {
		changed := strings.Replace(string(text), change[0], change[1], 1)
		if err := os.WriteFile(file, []byte(changed), 0o600); err != nil {
			t.Fatal(err)
		}
		if code, out, err := call("build", "-w", file); code != exitWrong || out != "" || !strings.Contains(err, change[2]) {
			t.Errorf("exit %d, %q, %q", code, out, err)
		}
		if after, err := os.ReadFile(built); err != nil || string(after) != string(before) {
			t.Errorf("the old file has changed: %v", err)
		}
		left, err := filepath.Glob(filepath.Join(filepath.Dir(file), ".*"))
		if err != nil || len(left) > 0 {
			t.Errorf("left behind: %v, %v", left, err)
		}
	}
	if code, _, err := call("check", file); code != exitOK || !strings.Contains(err, "not verified yet") {
		t.Errorf("unverified: exit %d, %q", code, err)
	}
}

func TestAnIDMustBeThatOfItsFolder(t *testing.T) {
	file := fresh(t)
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, append([]byte("id: snow-days\n"), text...), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Chdir(filepath.Dir(file)) // its name alone tells no folder
	if code, _, err := call("check", "case.yaml"); code != exitWrong || !strings.Contains(err, `case.yaml:1:5: the id is "snow-days", but the folder is called "snow-day"`) {
		t.Errorf("exit %d, %q", code, err)
	}
}

func TestCheckWritesData(t *testing.T) {
	bad := spoil(t, "bad.yaml", "relies_on: [photo]", "relies_on: [foto]")
	code, out, err := call("check", "-format=json", lostCat, bad, "nothing.yaml")
	if code != exitWrong || err != "" {
		t.Fatalf("exit %d, %q", code, err)
	}
	var got []checked
	if err := json.Unmarshal([]byte(strings.NewReplacer(`"severity": "error"`, `"severity": 0`, `"severity": "warning"`, `"severity": 1`).Replace(out)), &got); err != nil {
		t.Fatal(err)
	}
	if len(got) != 3 || !got[0].OK || got[1].OK || got[2].OK {
		t.Fatalf("got %+v", got)
	}
	if p := got[1].Problems[0]; p.Code != "reference" || p.Path != "sources[2].relies_on[0]" || p.Line != 72 || p.Column != 17 || p.Next != `did you mean "photo"?` {
		t.Errorf("the problem is %+v", p)
	}
	if p := got[0].Problems[0]; p.Code != "claim-not-asked" || p.Path != "claims[2]" {
		t.Errorf("the warning is %+v", p)
	}
	questions := 0
	for _, r := range casetest.LostCat(t).Rooms {
		questions += len(r.Puzzles)
		for _, b := range r.Beats {
			questions += len(b.Ask)
		}
	}
	if len(got[0].Asks) != questions || got[0].Asks[0].Right[0] != "Can’t know yet" || len(got[0].Unused) != 1 {
		t.Errorf("%d questions, the first %+v, unused %+v", len(got[0].Asks), got[0].Asks[0], got[0].Unused)
	}
	if got[2].Problems[0].Code != "unreadable" {
		t.Errorf("the missing file: %+v", got[2])
	}
}

func TestCheckWritesAnnotations(t *testing.T) {
	bad := spoil(t, "100%,bad.yaml", "relies_on: [photo]", "relies_on: [foto]")
	code, out, err := call("check", "-format=github", bad)
	want := "::error file=" + strings.NewReplacer("%", "%25", ",", "%2C").Replace(bad) + `,line=72,col=17,title=reference::there is no source "foto": did you mean "photo"?`
	if code != exitWrong || err != "" || !strings.Contains(out, want) || strings.Count(out, "\n") != 2 {
		t.Errorf("exit %d, %q, want %q", code, out, want)
	}
}

func TestStrictCountsWarnings(t *testing.T) {
	if code, _, _ := call("check", "-strict", lostCat); code != exitWrong {
		t.Errorf("exit %d", code)
	}
	if code, _, err := call("check", "-format=xml", lostCat); code != exitUsage || !strings.Contains(err, "-format=xml") {
		t.Errorf("exit %d, %q", code, err)
	}
}

// What is generated is up to date.
func TestTheReferenceIsUpToDate(t *testing.T) {
	kept, err := os.ReadFile("../../../assets/REFERENCE.md")
	if err != nil {
		t.Fatal(err)
	}
	if _, now, _ := call("reference"); now != string(kept) {
		t.Error("assets/REFERENCE.md is out of date; run: go run ./quiz/cmd/case reference > assets/REFERENCE.md")
	}
}
