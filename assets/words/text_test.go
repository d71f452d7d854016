package words_test

import (
	"reflect"
	"testing"

	"holdtheline/assets/words"
)

// What is told keeps the languages of what is put into it, and says the same as
// without them.
func TestTellingKeepsLanguages(t *testing.T) {
	w, err := words.Load("de")
	if err != nil {
		t.Fatal(err)
	}
	room := words.In("en", "The Desk")
	got := w.Tell("room.place", "room", room, "n", 1, "of", 7)
	if said := w.Say("room.place", "room", room, "n", 1, "of", 7); got.String() != said {
		t.Errorf("told is %q, said %q", got.String(), said)
	}
	if want := (words.Text{{Words: "The Desk", Lang: "en"}, {Words: " · 1 von 7"}}); !reflect.DeepEqual(got, want) {
		t.Errorf("told is %q, want %q", got, want)
	}
	joined := words.Join(", ", words.In("en", "a"), words.In("", "b"), words.In("en", ""), words.In("en", "c"))
	if want := (words.Text{{Words: "a", Lang: "en"}, {Words: ", b, , "}, {Words: "c", Lang: "en"}}); !reflect.DeepEqual(joined, want) {
		t.Errorf("joined is %q, want %q", joined, want)
	}
}

// A name in Latin letters is isolated beside Arabic, where a number follows it; nothing
// else is.
func TestJoiningIsolatesNames(t *testing.T) {
	const fsi, pdi = "\u2068", "\u2069"
	for _, test := range []struct {
		parts []string
		want  string
	}{
		{[]string{"Tom Lindqvist", "2 مارس"}, fsi + "Tom Lindqvist" + pdi + " · 2 مارس"},
		{[]string{"ميرا", "2 مارس"}, "ميرا · 2 مارس"},
		{[]string{"Tom", "2 March"}, "Tom · 2 March"},
	} {
		var texts []words.Text
		for _, part := range test.parts {
			texts = append(texts, words.In("", part))
		}
		if got := words.Join(" · ", texts...).String(); got != test.want {
			t.Errorf("%q is %q, want %q", test.parts, got, test.want)
		}
	}
	named := words.Join(" · ", words.In("en", "Tom"), words.In("", "2 مارس"))
	if want := (words.Text{{Words: "Tom", Lang: "en"}, {Words: " · 2 مارس"}}); !reflect.DeepEqual(named, want) {
		t.Errorf("a text with a language of its own, which an element isolates, is %q", named)
	}
}
