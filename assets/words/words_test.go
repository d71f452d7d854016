package words_test

import (
	"encoding/json"
	"errors"
	"maps"
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
	drafts, err := filepath.Glob(filepath.Join("drafts", "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range append(files, drafts...) {
		tag := strings.TrimSuffix(filepath.Base(file), ".json")
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var want map[string]string
		if err := json.Unmarshal(data, &want); err != nil {
			t.Fatal(err)
		}
		if _, there := words.Find(tag); !there && words.File("de") != "" {
			continue // a draft without the texts of the teacher's page is no language of its program
		}
		if words.File("de") != "" { // a program for the browser says nothing to authors
			maps.DeleteFunc(want, func(key, _ string) bool {
				return strings.HasPrefix(key, "author.") || strings.HasPrefix(key, "usual.")
			})
		}
		w, err := words.Load(tag)
		if words.File(tag) != "" { // not part of the program
			if !errors.Is(err, words.ErrElsewhere) {
				t.Errorf("%s is part of the program and a file beside it: %v", tag, err)
			}
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Dir(file) == "." && len(w.Keys()) != len(want) {
			t.Errorf("%s has %d texts, the catalogue %d", file, len(want), len(w.Keys()))
		}
		if name := words.Name(tag, false); name != want["language.name"] || name == "" {
			t.Errorf("%s is called %q", file, name)
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

// English lends what a language lacks, and it can be told which of the texts on a screen
// are lent.
func TestWhatALanguageLacksIsEnglish(t *testing.T) {
	w, err := words.New("pl", map[string]string{
		"briefing.begin": "Zacznij", "order.move.one": "1 karta", "order.move.few": "{n} karty",
		"order.move.many": "{n} kart", "order.move.other": "{n} karty",
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := w.Say("briefing.go-on"); got != load(t).Say("briefing.go-on") {
		t.Errorf("a text that is missing is %q", got)
	}
	for n, want := range map[int]string{0: "0 kart", 1: "1 karta", 3: "3 karty", 5: "5 kart", 22: "22 karty"} {
		if got := w.Count("order.move", n); got != want {
			t.Errorf("Count(%d) is %q, want %q", n, got, want)
		}
	}
	if got := w.Count("cord.ends", 3); got != "3 ends" {
		t.Errorf("a lent plural is %q", got)
	}
	for text, want := range map[string]bool{
		w.Say("briefing.begin"):                                false,
		w.Say("briefing.go-on"):                                true,
		w.Say("shelf.open.name", "title", "Zaginiony kot"):     true,
		w.Say("room.place", "room", "Biurko", "n", 1, "of", 7): true,
		w.Say("certainty.stakes", "right", "+2", "wrong", 0):   false, // signs alone
		"Zaginiony kot":                                        false,
		"":                                                     false,
	} {
		if got := w.Lent(text); got != want {
			t.Errorf("%q is lent: %v, want %v", text, got, want)
		}
	}
	if english := load(t); english.Lent(english.Say("briefing.begin")) {
		t.Error("English borrows from itself")
	}
}
