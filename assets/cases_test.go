package assets_test

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"holdtheline/assets"
	"holdtheline/quiz/casefile"
)

// The game's cases come without being checked when they are loaded, so they must be
// what reading their files strictly gives. It is carried out with the cases
// as JSON and, by web/content, as data.
func TestLoadGivesWhatTheFilesSay(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("cases", "*", "case.json"))
	if err != nil || len(files) == 0 || len(files) != len(assets.Cases()) {
		t.Fatalf("%d files and %d cases, %v", len(files), len(assets.Cases()), err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		want, err := casefile.Load(data)
		if err != nil {
			t.Fatal(err)
		}
		if head := find(want.ID); !reflect.DeepEqual(head, want.Head()) {
			t.Errorf("the head of %s isn't what its file says: %+v", want.ID, head)
		}
		if assets.File(want.ID) != "" { // not part of the program
			if c, err := assets.Load(want.ID); err == nil || c != nil {
				t.Errorf("%s is part of the program and a file beside it", want.ID)
			}
			continue
		}
		got, err := assets.Load(want.ID)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s isn't what its file says", want.ID)
		}
	}
}

func find(id string) *casefile.Case {
	for _, head := range assets.Heads() {
		if head.ID == id {
			return head
		}
	}
	return nil
}

func TestACaseThatIsNotThere(t *testing.T) {
	_, err := assets.Load("../the-call")
	if err == nil || !strings.Contains(err.Error(), assets.DefaultCase) {
		t.Errorf("the error %v doesn't list the cases that there are", err)
	}
}

// It too is carried out with the translations as JSON and, by web/content, as files
// beside the program.
func TestTranslationsAreWhatTheirFilesSay(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("cases", "*", "case.*.json"))
	if err != nil || len(files) < 2 {
		t.Fatalf("the translations are %q, %v", files, err)
	}
	there := 0
	for _, id := range assets.Cases() {
		there += len(assets.Translated(id))
	}
	if there != len(files) {
		t.Errorf("there are %d translations, want %d", there, len(files))
	}
	for _, file := range files {
		folder := filepath.Dir(file)
		id, lang := filepath.Base(folder), strings.TrimSuffix(strings.TrimPrefix(filepath.Base(file), "case."), ".json")
		data, err := os.ReadFile(filepath.Join(folder, "case.json"))
		if err != nil {
			t.Fatal(err)
		}
		c, err := casefile.Load(data)
		if err != nil {
			t.Fatal(err)
		}
		if data, err = os.ReadFile(file); err != nil {
			t.Fatal(err)
		}
		want, err := assets.ReadTranslation(id, data)
		if err != nil {
			t.Fatal(err)
		}
		in, err := want.Apply(c)
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		if !slices.Contains(assets.Translated(id), lang) || in.Language != lang || assets.Worksheet(id, lang) == assets.Worksheet(id, c.Language) {
			t.Errorf("%s isn't there in the language %q", id, lang)
		}
		found := false
		for _, head := range assets.HeadsIn(lang) {
			found = found || reflect.DeepEqual(head, in.Head())
		}
		if !found {
			t.Errorf("the head of %s isn't the translated one", file)
		}
		got, err := assets.Translation(id, lang)
		if name := assets.TranslationFile(id, lang); name != "" {
			if err == nil {
				t.Errorf("%s is part of the program and a file beside it", file)
			}
		} else if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s isn't what its file says: %v", file, err)
		}
	}
	if _, err := assets.Translation(assets.DefaultCase, "tlh"); err == nil || assets.Translated("../cases") != nil {
		t.Error("a translation is there that isn't")
	}
	if heads := assets.HeadsIn("tlh"); !reflect.DeepEqual(heads, assets.Heads()) {
		t.Error("in a language that nothing is translated into the heads differ")
	}
}
