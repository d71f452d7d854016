package main

import (
	"html"
	"regexp"
	"strings"
	"testing"
)

// The page that says what is kept where is part of the site, in languages that say
// the same, and those who need it are led to it; pupils' pages stay as they are.
func TestWhatIsKeptWhere(t *testing.T) {
	files := builtSample(t)
	text := html.UnescapeString(string(files["privacy.html"]))
	english, others, german := strings.Cut(text, `aria-labelledby="de" lang="de"`)
	inGerman, inSpanish, spanish := strings.Cut(others, `aria-labelledby="es" lang="es"`)
	if !german || !spanish {
		t.Fatal("the page is not in three languages")
	}
	for _, part := range []string{"<table", "<tr", "<li><strong>"} {
		a := strings.Count(english, part)
		for lang, other := range map[string]string{"de": inGerman, "es": inSpanish} {
			if b := strings.Count(other, part); a != b || a == 0 {
				t.Errorf("in English there are %d of %s, in %s %d", a, part, lang, b)
			}
		}
	}
	for _, wanted := range []string{"Not legal advice", "Keine Rechtsberatung", "No es asesoramiento jurídico", "Article 28", "Artikel 28", "artículo 28", "SCORM"} {
		if !strings.Contains(text, wanted) {
			t.Errorf("the page doesn't say %q", wanted)
		}
	}
	ids := map[string]bool{}
	for _, found := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(text, -1) {
		if ids[found[1]] {
			t.Errorf("two elements have the id %s", found[1])
		}
		ids[found[1]] = true
	}
	for _, found := range regexp.MustCompile(` href="#([^"]*)"`).FindAllStringSubmatch(text, -1) {
		if !ids[found[1]] {
			t.Errorf("nothing is at #%s", found[1])
		}
	}
	for _, forbidden := range []string{"<script", " style=", "ZgotmplZ"} {
		if strings.Contains(text, forbidden) {
			t.Errorf("the page holds %q", forbidden)
		}
	}
	for page, leads := range map[string]bool{"teacher.html": true, "accessibility.html": true, "index.html": false} {
		if got := strings.Contains(string(files[page]), `href="privacy.html"`); got != leads {
			t.Errorf("%s leads to the page: %v, want %v", page, got, leads)
		}
	}
}
