package translation_test

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"holdtheline/assets/words/translation"
)

var english = map[string]string{
	"begin": "Begin", "place": "{n} of {of}", "role": "",
	"cards.0": "no card of {of}", "cards.one": "One card of {of}", "cards.other": "{n} cards of {of}",
	"minutes": "about {n} minutes", "point.other": "another point",
}

// changed returns the English texts as they are in a language, some of them otherwise; an
// empty text is taken out.
func changed(with map[string]string) map[string]string {
	own := map[string]string{}
	for key, text := range english {
		own[key] = text
	}
	for key, text := range with {
		if own[key] = text; text == "-" {
			delete(own, key)
		}
	}
	return own
}

func TestWhatIsWrongWithATranslation(t *testing.T) {
	russian := map[string]string{"cards.few": "{n} карты из {of}", "cards.many": "{n} карт из {of}", "cards.one": "{n} карта из {of}"}
	for _, test := range []struct {
		lang string
		with map[string]string
		want []string // what is found, in order: the key and a part of what is said
	}{
		{"de", nil, nil},
		{"de", map[string]string{"begin": "-"}, []string{"begin: is missing: Begin"}},
		{"de", map[string]string{"begin": " "}, []string{"begin: is empty"}},
		{"de", map[string]string{"extra": "a"}, []string{"extra: nothing asks"}},
		{"de", map[string]string{"place": "{n} von {off}"}, []string{"place: has the placeholders [{n} {off}]"}},
		{"de", map[string]string{"cards.one": "Eine Karte"}, []string{"cards.one: has the placeholders []"}},
		{"de", map[string]string{"cards.other": "Karten von {of}"}, []string{"cards.other: has the placeholders [{of}]"}},
		{"de", map[string]string{"cards.0": "-", "language.latin": "Deutsch"}, nil},
		{"de", map[string]string{"cards.few": "{n} {of}"}, []string{"cards.few: the language has no such plural form"}},
		{"de", map[string]string{"point.other": "-"}, []string{"point.other: is missing"}},
		{"ru", russian, nil},
		{"ru", nil, []string{"cards.few: this plural form is missing", "cards.many: this plural form is missing"}},
		{"ja", map[string]string{"cards.one": "-"}, nil},
		{"pl", map[string]string{"cards.few": "{n} karty z {of}", "cards.many": "{n} kart z {of}", "minutes.few": "około {n} minut"}, nil},
		{"de", map[string]string{"minutes.few": "{n}"}, []string{"minutes.few: nothing asks"}},
	} {
		found := translation.Compare(test.lang, english, changed(test.with))
		ok := len(found) == len(test.want)
		for i := range min(len(found), len(test.want)) {
			ok = ok && strings.HasPrefix(found[i].String(), test.want[i])
		}
		if !ok {
			t.Errorf("%s with %v: found %v, want %v", test.lang, test.with, found, test.want)
		}
	}
}

// What is translated is recorded, and a change of the English is noticed from then on.
func TestWhatIsOutOfDate(t *testing.T) {
	root := t.TempDir()
	folder := filepath.Join(root, "words")
	write := func(name, text string) {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(folder, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	set := translation.Set{Folder: "words", English: []string{"sheet."}}
	read := func() (english map[string]string, f *translation.File) {
		english, files, err := set.Read(root)
		if err != nil || len(files) != 1 {
			t.Fatalf("%d languages, %v", len(files), err)
		}
		return english, files[0]
	}
	write("en.json", `{"a": "One", "b.one": "one", "b.other": "{n}", "sheet.a": "Paper"}`)
	write("drafts/pl.json", `{"a": "Jeden", "b.one": "jeden", "b.few": "{n}", "b.many": "{n}", "b.other": "{n}"}`)
	source, pl := read()
	if !pl.Draft || len(translation.Compare("pl", set.Wanted(source, pl), pl.Texts)) > 0 {
		t.Errorf("of what is complete but for what may be left, this is found: %v", translation.Compare("pl", set.Wanted(source, pl), pl.Texts))
	}
	if _, unrecorded := translation.Changed(source, pl.Texts, pl.Record); len(unrecorded) != 5 {
		t.Errorf("not recorded are %q", unrecorded)
	}
	if err := pl.Accept(source); err != nil {
		t.Fatal(err)
	}
	write("en.json", `{"a": "The first", "b.one": "one", "b.other": "{n} of them", "sheet.a": "Paper"}`)
	source, pl = read()
	now, unrecorded := translation.Changed(source, pl.Texts, pl.Record)
	if want := []string{"a", "b.few", "b.many", "b.other"}; !reflect.DeepEqual(now, want) || len(unrecorded) > 0 {
		t.Errorf("changed are %q, not recorded %q; want %q and none", now, unrecorded, want)
	}
	if err := pl.Accept(source, "a"); err != nil {
		t.Fatal(err)
	}
	source, pl = read()
	if now, _ = translation.Changed(source, pl.Texts, pl.Record); slices.Contains(now, "a") || len(now) != 3 {
		t.Errorf("after one is accepted, %q have changed", now)
	}
	if err := pl.Accept(source, "c"); err == nil || !strings.Contains(err.Error(), `"c"`) {
		t.Errorf("accepting what isn't there: %v", err)
	}
	write("en.json", `{"a": "One", "a": "Two"}`)
	if _, _, err := set.Read(root); err == nil || !strings.Contains(err.Error(), "twice") {
		t.Errorf("a key that is there twice: %v", err)
	}
}
