package words_test

import (
	"slices"
	"strings"
	"testing"

	"holdtheline/assets/fonts/fontstest"
	"holdtheline/assets/words"
	"holdtheline/assets/words/translation"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/puzzle"
)

// Every language says the same things, of the same things.
func TestEveryLanguageIsComplete(t *testing.T) {
	for _, set := range translation.Sets() {
		english, files, err := set.Read("../..")
		if err != nil {
			t.Fatal(err)
		}
		offered := 0
		for _, f := range files {
			if f.Draft || !slices.Contains(words.Languages(), f.Lang) {
				continue
			}
			offered++
			for _, found := range translation.Compare(f.Lang, set.Wanted(english, f), f.Texts) {
				t.Errorf("%s, %s: %v", set.Folder, f.Lang, found)
			}
			changed, unrecorded := translation.Changed(english, f.Texts, f.Record)
			for _, key := range unrecorded {
				t.Errorf("%s, %s: it isn't recorded what %s was translated from; go run ./assets/words/check -accept %[2]s %[3]s", set.Folder, f.Lang, key)
			}
			for _, key := range changed {
				t.Errorf("%s, %s: %s has changed in English since it was translated; when it is right, go run ./assets/words/check -accept %[2]s %[3]s", set.Folder, f.Lang, key)
			}
		}
		if offered != len(words.Languages())-1 {
			t.Errorf("%s has %d of the languages %q, English left out", set.Folder, offered, words.Languages())
		}
	}
}

// Reports, screens and packages for learning platforms call a kind by its name.
func TestEveryKindHasAName(t *testing.T) {
	for _, lang := range words.Languages() {
		w, err := words.Load(lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, kind := range puzzle.AllKinds() {
			if key := "puzzle.kind." + string(kind); !w.Has(key) {
				t.Errorf("%s.json has no text %q", lang, key)
			}
		}
	}
}

// A draft may lack texts, but those it has fit.
func TestDraftsFit(t *testing.T) {
	for _, set := range translation.Sets() {
		english, files, err := set.Read("../..")
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			for _, found := range translation.Compare(f.Lang, set.Wanted(english, f), f.Texts) {
				if _, there := f.Texts[found.Key]; there {
					t.Errorf("%s, %s: %v", set.Folder, f.Lang, found)
				}
			}
		}
	}
}

func TestTheLettersOfEveryLanguage(t *testing.T) {
	for _, lang := range words.Languages() {
		w, err := words.Load(lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range w.Keys() {
			text := w.Say(key)
			if missing := fontstest.Missing(text); len(missing) > 0 {
				t.Errorf("%s.json: %q has letters that the typefaces lack: %q", lang, key, string(missing))
			}
			if strings.Contains(text, "\"") || strings.Contains(text, "'") {
				t.Errorf("%s.json: %q has a typewriter's quotation mark or apostrophe: %s", lang, key, text)
			}
		}
	}
}

// A language whose name the canvas can't set has another that it can.
func TestEveryLanguageHasANameToDraw(t *testing.T) {
	for _, tag := range slices.Concat(words.Languages(), words.Drafts()) {
		own, drawn := words.Name(tag, false), words.Name(tag, true)
		if own == "" || len(fontstest.Missing(drawn)) > 0 {
			t.Errorf("%s is called %q, and %q where it is drawn", tag, own, drawn)
		}
		if drawable := len(fontstest.Missing(own)) == 0; drawable != (own == drawn) {
			t.Errorf("%s is called %q, and %q where it is drawn", tag, own, drawn)
		}
	}
}

// A list that is too short would leave a month without a name.
func TestEveryLanguageNamesEveryMonthAndSeason(t *testing.T) {
	for _, lang := range words.Languages() {
		w, err := words.Load(lang)
		if err != nil {
			t.Fatal(err)
		}
		l := w.Dates()
		names := slices.Concat(l.MonthsShort[:], l.MonthsLong[:], l.Seasons[:])
		if slices.Contains(names, "") {
			t.Errorf("%s.json leaves months or seasons without a name: %q", lang, names)
		}
	}
}

func TestDatesInGerman(t *testing.T) {
	w, err := words.Load("de")
	if err != nil {
		t.Fatal(err)
	}
	for date, want := range map[string]string{
		"2015-09-14":            "14.\u00a0Sept. 2015",
		"2015-09-14/2015-09-16": "14.–16.\u00a0Sept. 2015",
		"2015-09-30/2015-10-02": "30.\u00a0Sept. – 2.\u00a0Okt. 2015",
		"2015-09":               "September 2015",
		"2015-09-11/2015-09-20": "Mitte September 2015",
		"2015-09-14T15:11:00Z":  "14.\u00a0Sept. 2015, 15:11 Uhr UTC",
		"2015-03~":              "etwa März 2015",
		"2015-09-24/..":         "ab 24.\u00a0Sept. 2015",
	} {
		if got := edtf.MustParse(date).Human(w.Dates()); got != want {
			t.Errorf("%s is %q, want %q", date, got, want)
		}
	}
}

func TestFindingALanguage(t *testing.T) {
	for _, test := range []struct {
		wanted []string
		want   string
	}{
		{nil, "en"},
		{[]string{"de"}, "de"},
		{[]string{"de-AT", "en"}, "de"},
		{[]string{"DE_ch"}, "de"},
		{[]string{"fr", "", "de-DE"}, "de"},
		{[]string{"fr-CA", "en-GB", "de"}, "en"},
		{[]string{"../en"}, "en"},
		{[]string{"den"}, "en"},
	} {
		if got := words.Match(test.wanted...); got != test.want {
			t.Errorf("Match(%q) is %q, want %q", test.wanted, got, test.want)
		}
	}
	for _, draft := range words.Drafts() {
		if tag, ok := words.Find(draft); !ok || tag != draft {
			t.Errorf("a link to the draft %s finds %q", draft, tag)
		}
		if got := words.Match(draft); got != words.Default {
			t.Errorf("a device that prefers %s gets %q, a draft", draft, got)
		}
	}
	if tag, ok := words.Find("xx"); ok {
		t.Errorf("Find found %q for xx", tag)
	}
}
