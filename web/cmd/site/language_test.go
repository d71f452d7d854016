package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"holdtheline/assets/words"
)

var (
	translated  = regexp.MustCompile(`data-words="([^"]+)"`)
	placeholder = regexp.MustCompile(`\{\w+\}`)
)

// Every text of the interface on the page is translated into every language, and
// the script has no other texts.
func TestThePagesAreTranslatedIntoEveryLanguage(t *testing.T) {
	s := sampleSite(t)
	if _, err := s.build(); err != nil {
		t.Fatal(err)
	}
	files := contents(t, s.out)
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
		Fallback string
		Words    map[string]map[string]string
	}
	list, _, _ := strings.Cut(strings.TrimPrefix(script, "window.pageWords = "), ";\n")
	if err := json.Unmarshal([]byte(list), &data); err != nil {
		t.Fatalf("the words before the script: %v", err)
	}
	if data.Fallback != words.Default {
		t.Errorf("the fallback is %q, want the game's %q", data.Fallback, words.Default)
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
		for _, key := range said {
			text, english := data.Words[lang][key], ""
			if english, err = base.find(key); err != nil {
				t.Error(err)
			}
			if text == "" || text == english {
				t.Errorf("%s: %q says %q", lang, key, text)
			}
			if got, want := placeholder.FindAllString(text, -1), placeholder.FindAllString(english, -1); !slices.Equal(got, want) {
				t.Errorf("%s: %q has the placeholders %q, want %q", lang, key, got, want)
			}
			if strings.ContainsAny(text, `"'`) {
				t.Errorf("%s: %q has a straight quotation mark or apostrophe", lang, key)
			}
		}
		if got := len(data.Words[lang]); got != len(said) {
			t.Errorf("%s: the script has %d texts, and the page %d", lang, got, len(said))
		}
	}
}

// A key that English lacks is misspelt, or no longer used.
func TestEnglishHasEveryKey(t *testing.T) {
	folder := filepath.Join("..", "..", "page", "words")
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	s := sampleSite(t)
	var english map[string]string
	if err := s.loadWords("en", &english); err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		var own map[string]string
		if err := s.loadWords(strings.TrimSuffix(e.Name(), ".json"), &own); err != nil {
			t.Fatal(err)
		}
		for key := range own {
			if _, ok := english[key]; !ok {
				t.Errorf("%s has words for %q, which en.json lacks", e.Name(), key)
			}
		}
	}
}
