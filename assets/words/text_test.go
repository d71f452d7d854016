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
