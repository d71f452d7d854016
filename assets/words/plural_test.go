package words_test

import (
	"slices"
	"testing"

	cldr "golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"holdtheline/assets/words"
)

var forms = map[cldr.Form]words.Category{
	cldr.Zero: words.Zero, cldr.One: words.One, cldr.Two: words.Two,
	cldr.Few: words.Few, cldr.Many: words.Many, cldr.Other: words.Other,
}

// The languages of Latin, Cyrillic, Greek, Arabic, Hebrew and Devanagari scripts that
// schools in Europe, the Americas and South Asia are likely to ask for, and some that
// need no plural.
var compared = []string{
	"af", "sq", "az", "eu", "bg", "ca", "da", "de", "el", "en", "eo", "es", "et", "fi", "fo", "fy", "gl", "ha", "hu", "it", "ka",
	"kk", "ky", "lb", "mn", "nb", "ne", "nl", "nn", "no", "rm", "so", "sv", "sw", "tk", "tr", "uz", "ur", "ps", "ckb", "ku", "sd", "yi", "ug", "mr",
	"fr", "pt", "pt-PT", "hy", "hi", "bn", "fa", "gu", "kn", "pa", "am", "zu", "ti", "ln", "mg", "wa", "as",
	"ru", "uk", "be", "sr", "hr", "bs", "cs", "sk", "sl", "dsb", "hsb", "pl", "lt", "lv", "ro", "ga", "gd", "cy", "is", "fil",
	"ar", "he", "id", "ja", "ko", "lo", "ms", "my", "th", "vi", "zh", "km",
}

// changed are the languages whose rule the CLDR has changed since the tables of
// golang.org/x/text were made, with the category by today's rule.
var changed = map[string]func(n int) words.Category{
	"he": func(n int) words.Category { // tens are no form of their own any more
		switch n {
		case 1:
			return words.One
		case 2:
			return words.Two
		}
		return words.Other
	},
	"mr": func(n int) words.Category { // 0 is counted like many
		if n == 1 {
			return words.One
		}
		return words.Other
	},
}

func TestPluralsAreThoseOfTheCLDR(t *testing.T) {
	for _, tag := range compared {
		parsed := language.MustParse(tag)
		differs := false
		seen := map[words.Category]bool{words.Other: true}
		for n := range 10_001 {
			got, want := words.Plural(tag, n), forms[cldr.Cardinal.MatchPlural(parsed, n, 0, 0, 0, 0)]
			seen[got] = true
			if today, ok := changed[tag]; ok {
				differs = differs || today(n) != want
				want = today(n)
			}
			if got != want {
				t.Errorf("%s: %d is %q, want %q", tag, n, got, want)
				break
			}
		}
		if _, ok := changed[tag]; ok && !differs {
			t.Errorf("%s: the tables have today's rule, so the exception can go", tag)
		}
		categories := words.Categories(tag)
		if len(categories) != len(seen) || slices.ContainsFunc(categories, func(c words.Category) bool { return !seen[c] }) {
			t.Errorf("%s: the categories are %q, want %v", tag, categories, seen)
		}
	}
	if got := words.Plural("ru", -21); got != words.One {
		t.Errorf("−21 is %q in Russian, want one", got)
	}
	if got := words.Plural("ru-Latn_RU", 22); got != words.Few {
		t.Errorf("22 is %q in Russian in Latin letters, want few", got)
	}
}
