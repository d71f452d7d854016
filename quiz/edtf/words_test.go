package edtf_test

import (
	"strings"
	"testing"

	"holdtheline/quiz/edtf"
)

func TestFromWords(t *testing.T) {
	for text, want := range map[string]string{
		"9 April 1983":                       "1983-04-09",
		"April 9, 1983":                      "1983-04-09",
		"April 9th 1983":                     "1983-04-09",
		"Saturday, 9 Apr. 1983":              "1983-04-09",
		"9.4.1983":                           "1983-04-09",
		"1983 April 9":                       "1983-04-09",
		"9 April 1983 at 15:11":              "1983-04-09",
		"7 Nov 1918, about noon in New York": "1918-11-07~",
		"mid-September 1918":                 "1918-09-11/1918-09-20",
		"late February 1904":                 "1904-02-21/1904-02-29",
		"Anfang März 1920":                   "1920-03-01/1920-03-10",
		"9 to 12 April 1983":                 "1983-04-09/1983-04-12",
		"May 1920":                           "1920-05",
		"Dezember 1906":                      "1906-12",
		"summer 1912":                        "1912-06/1912-08",
		"winter 1920":                        "1920-12/1921-02",
		"about 1906":                         "1906~",
		"perhaps 1906":                       "1906?",
		"1906?":                              "1906?",
		"the 1980s":                          "198X",
		"maybe 1906":                         "1906?",
		"1983":                               "1983",
		"9/4/1983":                           "",
		"soon":                               "",
		"":                                   "",
		"April":                              "",
		"9 April":                            "",
		"31 April 1983":                      "",
		"April May 1983":                     "",
		"1983 1984":                          "",
		"9 10 11 April 1983":                 "",
		"99 April 1983":                      "",
		strings.Repeat("about ", 100) + "the 1980s": "",
	} {
		d, ok := edtf.FromWords(text)
		if ok != (want != "") || d.String() != want {
			t.Errorf("%q: %q, %t, want %q", text, d, ok, want)
		}
	}
}

func FuzzFromWords(f *testing.F) {
	for _, text := range []string{"9 April 1983", "mid-September 1918", "9.4.1983", "\xff 1983 ?", "0000 99 jan"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, ok := edtf.FromWords(text)
		if ok == d.IsZero() {
			t.Fatalf("%q: %q, %t", text, d, ok)
		}
		if again, err := edtf.Parse(d.String()); ok && (err != nil || again != d) {
			t.Fatalf("%q: %q is no date: %v", text, d, err)
		}
	})
}
