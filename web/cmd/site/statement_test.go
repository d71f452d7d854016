package main

import (
	"html"
	"regexp"
	"strings"
	"testing"

	"holdtheline/web/accessibility"
)

func TestTheStatementHasAllOfTheData(t *testing.T) {
	s := sampleSite(t)
	files, err := s.statement(hashed("icon.svg", nil))
	if err != nil {
		t.Fatal(err)
	}
	text := html.UnescapeString(string(files[1].data))
	said, err := accessibility.Read()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range said.Criteria {
		wanted := []string{`id="c` + c.Number + `"`, c.Name, c.How, c.Check, c.Gaps}
		for _, name := range c.Tests.Files() {
			wanted = append(append(wanted, name), c.Tests[name]...)
		}
		for _, words := range wanted {
			if !strings.Contains(text, words) {
				t.Errorf("the statement lacks %q of %s", words, c.Number)
			}
		}
	}
	for _, trial := range said.Tried {
		if !strings.Contains(text, trial.With) {
			t.Errorf("the statement doesn't say that %s was tried", trial.With)
		}
	}
	for _, open := range said.Open {
		if !strings.Contains(text, open.Why) {
			t.Errorf("the statement doesn't say why %s is right", open.Rule)
		}
	}
	if !strings.Contains(text, said.Reviewed.Format("2 January 2006")) {
		t.Error("the statement has no date")
	}
	ids := map[string]bool{}
	for _, found := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(text, -1) {
		if ids[found[1]] {
			t.Errorf("two elements of the statement have the id %s", found[1])
		}
		ids[found[1]] = true
	}
	for _, found := range regexp.MustCompile(` href="#([^"]*)"`).FindAllStringSubmatch(text, -1) {
		if !ids[found[1]] {
			t.Errorf("in the statement nothing is at #%s", found[1])
		}
	}
	for _, forbidden := range []string{"<script", " style=", "mailto:", "ZgotmplZ"} {
		if strings.Contains(text, forbidden) {
			t.Errorf("the statement holds %q", forbidden)
		}
	}
}

// The page that is shown before the game leads to the statement.
func TestTheBriefingLeadsToTheStatement(t *testing.T) {
	s := sampleSite(t)
	if _, err := s.build(); err != nil {
		t.Fatal(err)
	}
	files := contents(t, s.out)
	if !strings.Contains(string(files["index.html"]), `<a href="accessibility.html">`) {
		t.Error("the page has no link to the accessibility statement")
	}
	if files["accessibility.html"] == nil {
		t.Error("the site has no accessibility statement")
	}
}
