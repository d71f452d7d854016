package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"holdtheline/quiz/casefile"
)

// A translator begins, translates, is told what is wrong, builds, and brings it up to
// date when the case changes.
func TestACaseIsTranslated(t *testing.T) {
	data, err := os.ReadFile(lostCat)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "cat.yaml")
	translation := strings.TrimSuffix(file, ".yaml") + ".de.yaml"
	put := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	read := func() string {
		t.Helper()
		text, err := os.ReadFile(translation)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	put(file, string(data))
	code, out, errors := call("translate", file, "de")
	if code != exitOK || errors != "" || !strings.Contains(out, translation+": ") || !strings.Contains(out, " missing, 0 out of date, 0 too many") {
		t.Fatalf("exit %d, stdout %q, stderr %q", code, out, errors)
	}
	if code, _, errors := call("check", file); code != exitWrong || !strings.Contains(errors, `the text at "title" is missing`) {
		t.Errorf("exit %d, stderr %.400q", code, errors)
	}

	// Each text stands above its place: it is its own translation here, but for one.
	var done strings.Builder
	said := ""
	for line := range strings.SplitSeq(read(), "\n") {
		if words, ok := strings.CutPrefix(line, "  # "); ok {
			said = strings.TrimSpace(said + " " + words)
		} else if line == `    text: ""` {
			line, said = "    text: '"+strings.ReplaceAll(said, "'", "''")+"'", ""
		}
		done.WriteString(line + "\n")
	}
	put(translation, strings.Replace(done.String(), "'The Lost Cat'", "'Die Katze ist weg'", 1))
	if code, out, errors := call("check", file); code != exitOK || !strings.Contains(out, translation+": ok, ") {
		t.Fatalf("exit %d, stdout %q, stderr %.600q", code, out, errors)
	}
	code, built, errors := call("build", file, translation)
	if code != exitOK || errors != "" {
		t.Fatalf("exit %d, stderr %q", code, errors)
	}
	tr, err := casefile.LoadTranslation([]byte(built))
	if err != nil || tr.Language != "de" || tr.Texts[0] != "Die Katze ist weg" {
		t.Errorf("built is %+v, %v", tr, err)
	}
	if code, out, errors := call("build", "-w", file); code != exitOK || out != "" || errors != "" {
		t.Errorf("exit %d, stdout %q, stderr %q", code, out, errors)
	}
	if beside, err := os.ReadFile(strings.TrimSuffix(translation, ".yaml") + ".json"); err != nil || string(beside) != built {
		t.Errorf("beside the case is something else: %v", err)
	}

	put(file, strings.Replace(string(data), "title: The Lost Cat", "title: The Lost Dog", 1))
	if code, out, _ := call("translate", file, "de"); code != exitOK || !strings.Contains(out, " 0 missing, 1 out of date, 0 too many") {
		t.Errorf("exit %d, stdout %q", code, out)
	}
	if text := read(); !strings.Contains(text, "# now: The Lost Dog\n") || !strings.Contains(text, "Die Katze ist weg") {
		t.Errorf("the file is\n%.400s", text)
	}
	if code, _, errors := call("check", file); code != exitWrong || !strings.Contains(errors, "has changed since it was translated") {
		t.Errorf("exit %d, stderr %q", code, errors)
	}
	for _, args := range [][]string{{"translate", file, "en"}, {"translate", file, "../x"}, {"translate", file + ".gone", "de"}, {"build", file, translation}} {
		if code, out, errors := call(args...); code != exitWrong || out != "" || !strings.Contains(errors, "→") {
			t.Errorf("%v: exit %d, stdout %q, stderr %q", args, code, out, errors)
		}
	}
	before := read()
	put(translation, "case: [")
	if code, _, errors := call("translate", file, "de"); code != exitWrong || !strings.Contains(errors, "not YAML") || read() != "case: [" {
		t.Errorf("a file that can't be read is written over: exit %d, stderr %q", code, errors)
	}
	put(translation, before)
}
