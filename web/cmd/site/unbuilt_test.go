package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// unbuiltCases makes a folder with a case that has an error and was built before, and one
// that has an error and wasn't.
func unbuiltCases(t *testing.T) (root string) {
	t.Helper()
	root = t.TempDir()
	template, err := os.ReadFile(filepath.Join("..", "..", "..", "quiz", "cmd", "case", "template.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"snow-day", "new-case"} {
		folder := filepath.Join(root, "assets", "cases", id)
		if err := os.MkdirAll(folder, 0o755); err != nil {
			t.Fatal(err)
		}
		text := strings.Replace(string(template), "id: snow-day", "id: "+id, 1)
		write := func() {
			t.Helper()
			if err := os.WriteFile(filepath.Join(folder, "case.yaml"), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if id == "snow-day" {
			write()
			if err := (&site{root: root, quick: true}).currentCases(); err != nil {
				t.Fatal(err)
			}
		}
		text = strings.Replace(text, "relies_on: [message]", "relies_on: [\"<b>massage\"]", 1)
		write()
	}
	return root
}

func TestABuildThatGoesOnTellsWhichCasesItLeaves(t *testing.T) {
	root := unbuiltCases(t)
	for name, s := range map[string]*site{"publishing": {root: root}, "quick": {root: root, quick: true}} {
		if err := s.currentCases(); err == nil || !strings.Contains(err.Error(), "massage") || !strings.Contains(err.Error(), "new-case") {
			t.Errorf("a %s build says %v", name, err)
		}
	}
	s := &site{root: root, quick: true, goOn: true}
	if err := s.currentCases(); err != nil {
		t.Fatal(err)
	}
	if len(s.unbuilt) != 2 {
		t.Fatalf("left are %+v", s.unbuilt)
	}
	for _, left := range s.unbuilt {
		if left.Older != (left.ID == "snow-day") || len(left.Problems) == 0 || left.Problems[0].Line == 0 {
			t.Errorf("left is %+v", left)
		}
		if got := left.String(); !strings.Contains(got, left.ID) || !strings.Contains(got, "massage") {
			t.Errorf("the terminal shows %q", got)
		}
	}
	// What can't be read would be built into the program.
	if err := os.WriteFile(filepath.Join(root, "assets", "cases", "new-case", "case.json"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := s.currentCases(); err == nil || !strings.Contains(err.Error(), "can't be played either") || !strings.Contains(err.Error(), "delete it") {
		t.Errorf("an empty case.json: %v", err)
	}
}

func TestThePageForLocalUseShowsWhatCannotBeBuilt(t *testing.T) {
	broken := &site{root: unbuiltCases(t), quick: true, goOn: true}
	if err := broken.currentCases(); err != nil {
		t.Fatal(err)
	}
	index := func(left []unbuilt) string {
		t.Helper()
		s := &site{root: filepath.Join("..", "..", ".."), caseID: "the-call", lang: "en", quick: true, unbuilt: left}
		var p parts
		for _, f := range []**file{
			&p.program, &p.style, &p.script, &p.icon, &p.teacher, &p.teachersScript, &p.class, &p.calls, &p.manifest, &p.touchIcon, &p.checker, &p.engine,
		} {
			*f = &file{name: "x"}
		}
		if err := s.unbuiltStyle(&p); err != nil {
			t.Fatal(err)
		}
		page, _, err := s.index(p)
		if err != nil {
			t.Fatal(err)
		}
		return string(page.data)
	}
	page := index(broken.unbuilt)
	for _, want := range []string{
		"2 stories can’t be built", "snow-day: an earlier version is played", "new-case: not on the shelf",
		`there is no source &#34;&lt;b&gt;massage&#34;`, `href="unbuilt.`, "case.yaml</code>", "→ ",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if strings.Contains(page, "<b>massage") {
		t.Error("what a case says is markup on the page")
	}
	if page := index(nil); strings.Contains(page, "unbuilt") {
		t.Error("a page with nothing to tell tells it")
	}
}
