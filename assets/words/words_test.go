package words_test

import (
	"testing"

	"holdtheline/assets/words"
	"holdtheline/quiz/edtf"
)

func load(t *testing.T) *words.Catalogue {
	t.Helper()
	w, err := words.Load(words.Default)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestSay(t *testing.T) {
	w := load(t)
	if got, want := w.Say("room.place", "room", "The Desk", "n", 3, "of", 7), "The Desk · 3 of 7"; got != want {
		t.Errorf("Say = %q, want %q", got, want)
	}
	if got, want := w.Say("no.such.key"), "[no.such.key]"; got != want {
		t.Errorf("Say of a missing key = %q, want %q", got, want)
	}
}

func TestCount(t *testing.T) {
	w := load(t)
	for n, want := range map[int]string{0: "no card to move", 1: "1 card to move", 2: "2 cards to move"} {
		if got := w.Count("order.move", n); got != want {
			t.Errorf("Count(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestUnknownLanguage(t *testing.T) {
	if _, err := words.Load("xx"); err == nil {
		t.Error("Load of a language that isn't there succeeded")
	}
}

// The tools say dates in edtf's own English, the game in the catalogue's: a
// player and a teacher must read the same.
func TestDatesAgreeWithTheTools(t *testing.T) {
	if got, want := load(t).Dates(), edtf.English(); got != want {
		t.Errorf("Dates() = %+v\nwant %+v", got, want)
	}
}
