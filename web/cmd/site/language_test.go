package main

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"holdtheline/assets/words"
	"holdtheline/game/toolkit/ui"
)

// same are the texts that are as in English.
var same = map[string]bool{}

var (
	translated  = regexp.MustCompile(`data-words="([^"]+)"`)
	placeholder = regexp.MustCompile(`\{\w+\}`)
)

// Every text of the interface on the page is translated into every language, and
// the script knows where.
func TestThePagesAreTranslatedIntoEveryLanguage(t *testing.T) {
	s, files := sampleSite(t), builtSample(t)
	checkTranslated(t, s, files, "index.html", "head.", 25)
	checkTranslated(t, s, files, "teacher.html", "teacher-head.", 15)
}

// checkTranslated checks a page, which has at least so many texts, and its script.
func checkTranslated(t *testing.T, s *site, files map[string][]byte, page, head string, least int) {
	t.Helper()
	index, script := string(files[page]), ""
	for name, data := range files {
		if strings.HasPrefix(name, head) && strings.HasSuffix(name, ".js") {
			script = string(data)
			if !strings.Contains(index, `<script src="`+name+`"`) {
				t.Errorf("the page doesn't ask for %s", name)
			}
		}
	}
	var data struct {
		Fallback            string
		Languages           map[string]string
		Drafts, RightToLeft []string
	}
	list, _, _ := strings.Cut(strings.TrimPrefix(script, "window.pageWords = "), ";\n")
	if err := json.Unmarshal([]byte(list), &data); err != nil {
		t.Fatalf("what comes before the script: %v", err)
	}
	if data.Fallback != words.Default {
		t.Errorf("the fallback is %q, want the game's %q", data.Fallback, words.Default)
	}
	if slices.ContainsFunc(data.Drafts, func(lang string) bool { return slices.Contains(words.Languages(), lang) }) {
		t.Errorf("%q are drafts to the page", data.Drafts)
	}
	for _, lang := range data.RightToLeft {
		if !ui.RightToLeft(lang) || data.Languages[lang] == "" {
			t.Errorf("%s runs from right to left to the page", lang)
		}
	}
	var said []string
	for _, found := range translated.FindAllStringSubmatch(index, -1) {
		said = append(said, found[1])
	}
	slices.Sort(said)
	said = slices.Compact(said)
	if len(said) < least {
		t.Fatalf("%s has only %q", page, said)
	}
	base, err := s.language("en")
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range words.Languages() {
		if lang == s.lang {
			continue
		}
		var file struct{ Texts, Page map[string]string }
		if err := json.Unmarshal(files[data.Languages[lang]], &file); err != nil {
			t.Fatalf("the file %q of %s: %v", data.Languages[lang], lang, err)
		}
		for _, key := range said {
			text, english := file.Page[key], ""
			if text == "" {
				text = file.Texts[key]
			}
			if english, err = base.find(key); err != nil {
				t.Error(err)
			}
			if text == "" || text == english && !same[lang+" "+key] {
				t.Errorf("%s: %q says %q", lang, key, text)
			}
			if got, want := placeholder.FindAllString(text, -1), placeholder.FindAllString(english, -1); !slices.Equal(got, want) {
				t.Errorf("%s: %q has the placeholders %q, want %q", lang, key, got, want)
			}
			if strings.ContainsAny(text, `"'`) {
				t.Errorf("%s: %q has a straight quotation mark or apostrophe", lang, key)
			}
		}
	}
}
