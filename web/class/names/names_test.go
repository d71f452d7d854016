package names

import (
	"crypto/rand"
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"unicode"

	"holdtheline/assets/words"
)

func TestListsHoldWordsOnce(t *testing.T) {
	for _, language := range words.Languages() {
		own := lists[language]
		all := slices.Concat(own.adjectives, own.animals)
		if len(own.adjectives) < 40 || len(own.animals) < 50 {
			t.Errorf("%s: %d × %d words are too few for large classes", language, len(own.adjectives), len(own.animals))
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
	for _, word := range lists["es"].adjectives {
		if strings.HasSuffix(word, "a") && word != "Entusiasta" && word != "Optimista" {
			t.Errorf("%s doesn't fit a masculine animal", word)
		}
	}
}

func TestAClassHasDifferentNames(t *testing.T) {
	for _, language := range []string{"en", "de-AT", "DE", "es-MX", "fr", ""} {
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
			adjective, animal, _ := strings.Cut(name, " ")
			if animalFirst[Language(language)] {
				animal = adjective
			}
			if animals[animal] {
				t.Errorf("%s: two of the first 40 are called %s", language, animal)
			}
			animals[animal] = true
		}
	}
}

func TestLanguages(t *testing.T) {
	for asked, want := range map[string]string{"de": "de", "de-CH": "de", "es-419": "es", "EN-gb": "en", "fr": "en", "": "en", "../de": "en"} {
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
