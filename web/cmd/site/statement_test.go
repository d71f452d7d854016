package main

import (
	"html"
	"regexp"
	"strings"
	"testing"

	"holdtheline/assets"
	"holdtheline/web/accessibility"
)

func TestTheStatementHasAllOfTheData(t *testing.T) {
	s := sampleSite(t)
	files, err := s.statement(hashed("icon.svg", nil))
	if err != nil {
		t.Fatal(err)
	}
	text := ""
	for _, f := range files {
		if f.name == assets.Statement {
			text = html.UnescapeString(string(f.data))
		}
	}
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
	files := builtSample(t)
	if !strings.Contains(string(files["index.html"]), `<a href="accessibility.html">`) {
		t.Error("the page has no link to the accessibility statement")
	}
	if files["accessibility.html"] == nil {
		t.Error("the site has no accessibility statement")
	}
}

// A translation has the parts of the English page but for the tables, to which it leads,
// and nothing in it leads nowhere.
func TestTheStatementIsTranslated(t *testing.T) {
	s := sampleSite(t)
	files, err := s.statement(hashed("icon.svg", nil))
	if err != nil {
		t.Fatal(err)
	}
	pages := map[string]string{}
	for _, f := range files[1:] {
		pages[f.name] = html.UnescapeString(string(f.data))
	}
	english := pages[assets.Statement]
	if len(pages) != len(assets.Statements())+1 || english == "" {
		t.Fatalf("there are %d pages", len(pages))
	}
	heading := regexp.MustCompile(`<h2 [^>]*id="([^"]*)"`)
	for lang, name := range assets.Statements() {
		text := pages[name]
		if !strings.Contains(text, `<html lang="`+lang+`"`) || !strings.Contains(english, `href="`+name+`"`) || !strings.Contains(text, `href="accessibility.html"`) {
			t.Errorf("%s isn't in its language, or one page doesn't lead to the other", name)
		}
		for _, found := range heading.FindAllStringSubmatch(english, -1) {
			if id := found[1]; id != "open" && !strings.Contains(text, ` id="`+id+`"`) { // what a machine can't decide is with the tables
				t.Errorf("%s has no part %s", name, id)
			}
		}
		for _, found := range regexp.MustCompile(` href="(accessibility.html)?#([^"]*)"`).FindAllStringSubmatch(text, -1) {
			in := text
			if found[1] != "" {
				in = english
			}
			if !strings.Contains(in, ` id="`+found[2]+`"`) {
				t.Errorf("in %s nothing is at %s#%s", name, found[1], found[2])
			}
		}
		if got := assets.StatementIn(lang, "https://example.org/a/accessibility.html"); got != "https://example.org/a/"+name {
			t.Errorf("the statement in %s is at %s", lang, got)
		}
	}
	for lang, address := range map[string]string{"xx": "a/accessibility.html", "es": ""} {
		if got := assets.StatementIn(lang, address); got != address {
			t.Errorf("the statement in %s is at %q, want %q", lang, got, address)
		}
	}
}
