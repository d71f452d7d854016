package names

import (
	"crypto/rand"
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"unicode"
)

func TestListsHoldWordsOnce(t *testing.T) {
	for _, language := range []string{"en", "de"} {
		words := lists[language]
		all := slices.Concat(words.adjectives, words.animals)
		if len(words.adjectives) < 40 || len(words.animals) < 50 {
			t.Errorf("%s: %d × %d words are too few for large classes", language, len(words.adjectives), len(words.animals))
		}
		for i, word := range all {
			if slices.Contains(all[:i], word) {
				t.Errorf("%s: %s stands there twice", language, word)
			}
			for j, r := range word {
				if unicode.IsUpper(r) != (j == 0) || !unicode.IsLetter(r) {
					t.Errorf("%s: %q is not written like a name", language, word)
					break
				}
			}
			if n := len([]rune(word)); n > 15 {
				t.Errorf("%s: %s is too long for the list of a class", language, word)
			}
		}
	}
	for _, word := range lists["de"].adjectives {
		if !strings.HasSuffix(word, "er") {
			t.Errorf("%s doesn't fit a masculine animal", word)
		}
	}
}

func TestAClassHasDifferentNames(t *testing.T) {
	for _, language := range []string{"en", "de-AT", "DE", "fr", ""} {
		var taken []string
		for len(taken) < 120 {
			name, err := New(language, taken, rand.Reader)
			if err != nil {
				t.Fatal(err)
			}
			if slices.Contains(taken, name) || strings.Count(name, " ") != 1 {
				t.Fatalf("%q after %d names", name, len(taken))
			}
			taken = append(taken, name)
		}
		animals := map[string]bool{}
		for _, name := range taken[:40] {
			_, animal, _ := strings.Cut(name, " ")
			if animals[animal] {
				t.Errorf("%s: two of the first 40 are called %s", language, animal)
			}
			animals[animal] = true
		}
	}
}

func TestLanguages(t *testing.T) {
	for asked, want := range map[string]string{"de": "de", "de-CH": "de", "EN-gb": "en", "fr": "en", "": "en", "../de": "en"} {
		if got := Language(asked); got != want {
			t.Errorf("who asks for %q gets %q", asked, got)
		}
	}
}

func TestNoRandomness(t *testing.T) {
	if _, err := New("en", nil, iotest.ErrReader(errors.New("empty"))); err == nil {
		t.Error("a name without randomness")
	}
}
