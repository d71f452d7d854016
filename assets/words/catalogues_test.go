package words_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"holdtheline/assets/fonts/fontstest"
	"holdtheline/assets/words"
	"holdtheline/quiz/edtf"
)

var placeholder = regexp.MustCompile(`\{[^}]*\}`)

// placeholders are those of a text, sorted.
func placeholders(text string) []string {
	return slices.Sorted(slices.Values(placeholder.FindAllString(text, -1)))
}

// Every language says the same things, of the same things.
func TestEveryLanguageIsComplete(t *testing.T) {
	base := load(t)
	for _, lang := range words.Languages() {
		w, err := words.Load(lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range base.Keys() {
			if !w.Has(key) {
				t.Errorf("%s.json says nothing for %q: %q", lang, key, base.Say(key))
				continue
			}
			if got, want := placeholders(w.Say(key)), placeholders(base.Say(key)); !slices.Equal(got, want) {
				t.Errorf("%s.json: %q has the placeholders %q, want %q", lang, key, got, want)
			}
			if strings.TrimSpace(w.Say(key)) == "" && strings.TrimSpace(base.Say(key)) != "" {
				t.Errorf("%s.json: %q is empty", lang, key)
			}
		}
		for _, key := range w.Keys() {
			text := w.Say(key)
			if !base.Has(key) {
				t.Errorf("%s.json: nothing asks for %q", lang, key)
			}
			if missing := fontstest.Missing(text); len(missing) > 0 {
				t.Errorf("%s.json: %q has letters that the typefaces lack: %q", lang, key, string(missing))
			}
			if strings.Contains(text, "\"") || strings.Contains(text, "'") {
				t.Errorf("%s.json: %q has a typewriter's quotation mark or apostrophe: %s", lang, key, text)
			}
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
	if tag, ok := words.Find("xx"); ok {
		t.Errorf("Find found %q for xx", tag)
	}
}
