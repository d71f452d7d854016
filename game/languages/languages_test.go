package languages

import (
	"strings"
	"testing"

	"holdtheline/assets/words"
	"holdtheline/web/content"
)

// The files that the site build writes give the catalogues that the texts give.
func TestAFileGivesTheCatalogue(t *testing.T) {
	files, err := content.LanguageFiles("../..", content.Teacher)
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != len(words.Languages())-1 {
		t.Fatalf("there are %d files for %q", len(files), words.Languages())
	}
	for _, f := range files {
		got, err := read(f.Tag, f.Data)
		if err != nil {
			t.Fatal(err)
		}
		want, err := Load(f.Tag)
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range want.Keys() {
			if !content.ForAuthors(key) && got.Say(key) != want.Say(key) {
				t.Errorf("%s: %s says %q, want %q", f.Tag, key, got.Say(key), want.Say(key))
			}
		}
		if got.Lang() != f.Tag || len(got.Keys()) != len(want.Keys()) {
			t.Errorf("%s: the catalogue of %q has %d texts, want %d", f.Tag, got.Lang(), len(got.Keys()), len(want.Keys()))
		}
	}
}

func TestAFileThatIsNone(t *testing.T) {
	for _, data := range []string{"", "<!doctype html>", "[]", `{"texts":{"a":1}}`, "{}"} {
		if _, err := read("de", []byte(data)); err == nil || !strings.Contains(err.Error(), `"de"`) {
			t.Errorf("of %q the error is %v", data, err)
		}
	}
}
