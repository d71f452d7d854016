package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestCasesAreCompiledOrRefused(t *testing.T) {
	root := t.TempDir()
	folder := filepath.Join(root, "assets", "cases", "snow-day")
	written, compiled := filepath.Join(folder, "case.yaml"), filepath.Join(folder, "case.json")
	template, err := os.ReadFile(filepath.Join("..", "..", "..", "quiz", "cmd", "case", "template.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	write := func(file, text string) {
		t.Helper()
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	refused := func(s *site, want string) {
		t.Helper()
		if err := s.currentCases(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the error is %v, want one that says %q", err, want)
		}
	}
	quick, publishing := &site{root: root, quick: true}, &site{root: root}

	write(written, string(template))
	refused(publishing, "is missing or older than case.yaml; compile it with: go run ./quiz/cmd/case build -w")
	if err := quick.currentCases(); err != nil {
		t.Fatal(err)
	}
	first, err := os.ReadFile(compiled)
	if err != nil || len(first) == 0 {
		t.Fatal(err)
	}
	if note := quick.notes["snow-day"]; !strings.HasPrefix(note.Text, "Good for a first try") || note.Lang != "en" || strings.Contains(string(first), note.Text) {
		t.Errorf("teachers are told %+v, and players what is compiled: %s", note, first)
	}
	if err := publishing.currentCases(); err != nil {
		t.Errorf("what was compiled is refused: %v", err)
	}

	write(compiled, "") // as a failed build leaves it
	refused(publishing, "is missing or older")
	if err := quick.currentCases(); err != nil {
		t.Fatal(err)
	}
	if again, err := os.ReadFile(compiled); err != nil || string(again) != string(first) {
		t.Errorf("an empty file stays: %v", err)
	}

	write(written, strings.Replace(string(template), "relies_on: [message]", "relies_on: [massage]", 1))
	refused(quick, `there is no source "massage"`)
	write(written, strings.Replace(string(template), "kind: agency", "kind: agency\n    unverified: true", 1))
	refused(quick, "not verified yet: sources[2]")
	if after, err := os.ReadFile(compiled); err != nil || string(after) != string(first) {
		t.Errorf("a case that can't be compiled has changed the file: %v", err)
	}
	if err := os.Remove(written); err != nil {
		t.Fatal(err)
	}
	refused(quick, "has no case.yaml")
}
