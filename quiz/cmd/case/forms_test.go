package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

const (
	formA = "../../../assets/cases/flyers-or-liars/case.yaml"
	formB = "../../../assets/cases/who-reached-the-pole/case.yaml"
)

func TestCheckSaysHowAlikeTwoFormsAre(t *testing.T) {
	for _, files := range [][]string{{formA, formB}, {formB, lostCat, formA}} {
		code, out, err := call(append([]string{"check"}, files...)...)
		if code != exitOK || strings.Contains(err, "problem") {
			t.Fatalf("%v: exit %d, stderr %q", files, code, err)
		}
		line := regexp.MustCompile(`(?m)^` + regexp.QuoteMeta(formA+" and "+formB) + `: parallel, \d+ beats, \d+ verdicts \(real \d+/\d+, prank \d+/\d+, denied \d+/\d+, unconfirmed \d+/\d+\), \d+ and \d+ words, grades \d+\.\d and \d+\.\d$`)
		if !line.MatchString(out) {
			t.Errorf("%v: stdout %q", files, out)
		}
	}
	if _, out, _ := call("check", formA, lostCat); strings.Contains(out, "parallel") {
		t.Errorf("one form alone is compared with something: %q", out)
	}
}

func TestCheckSaysWhereTwoFormsAreNotAlike(t *testing.T) {
	data, err := os.ReadFile(formB)
	if err != nil {
		t.Fatal(err)
	}
	longer := strings.NewReplacer("quick: 8", "quick: 9", "lesson: 8", "lesson: 9", "full: 8", "full: 9").Replace(string(data))
	file := filepath.Join(t.TempDir(), "longer.yaml")
	if err := os.WriteFile(file, []byte(longer), 0o600); err != nil {
		t.Fatal(err)
	}
	code, out, stderr := call("check", formA, file)
	if code != exitWrong || strings.Contains(out, "parallel") || strings.Count(out, " verdicts, ") != 2 {
		t.Errorf("exit %d, stdout %q", code, out)
	}
	for _, want := range []string{
		"minutes: form a takes 8 minutes and form b 9\n    → write the same minutes in both\n",
		formA + " and " + file + " are not parallel: 1 problem\n",
	} {
		if !strings.Contains(stderr, want) {
			t.Errorf("stderr lacks %q:\n%s", want, stderr)
		}
	}
}
