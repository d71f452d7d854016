package words_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
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

func TestPlaceholdersAreFilledOnce(t *testing.T) {
	w := load(t)
	for _, test := range []struct {
		key  string
		args []any
		want string
	}{
		{"room.place", []any{"room", "{n}", "n", 3.5, "of", words.Default}, "{n} · 3.5 of en"},
		{"room.place", []any{"room", "The Desk", "n"}, "The Desk · {n} of {of}"},
		{"room.place", []any{"Room", 1}, "{room} · {n} of {of}"},
	} {
		if got := w.Say(test.key, test.args...); got != test.want {
			t.Errorf("Say(%q, %v) = %q, want %q", test.key, test.args, got, test.want)
		}
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

// It is carried out with the texts as JSON and, by web/content, as data.
func TestACatalogueIsWhatItsFilesSay(t *testing.T) {
	files, err := filepath.Glob("*.json")
	if err != nil || len(files) == 0 || len(files) != len(words.Languages()) {
		t.Fatalf("%d files and %d languages, %v", len(files), len(words.Languages()), err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var want map[string]string
		if err := json.Unmarshal(data, &want); err != nil {
			t.Fatal(err)
		}
		w, err := words.Load(strings.TrimSuffix(file, ".json"))
		if err != nil {
			t.Fatal(err)
		}
		if len(w.Keys()) != len(want) {
			t.Errorf("%s has %d texts, the catalogue %d", file, len(want), len(w.Keys()))
		}
		for key, text := range want {
			if got := w.Say(key); got != text {
				t.Errorf("%s: %s says %q, want %q", file, key, got, text)
			}
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
