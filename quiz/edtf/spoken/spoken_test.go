package spoken_test

import (
	"testing"
	_ "time/tzdata" // the machine may have none

	"holdtheline/quiz/edtf/spoken"
)

func TestRead(t *testing.T) {
	for words, want := range map[string]string{
		"1918-11-07":                           "1918-11-07",
		"2015-09~":                             "2015-09~",
		"9 April 1983":                         "1983-04-09",
		"April 9th, 1983":                      "1983-04-09",
		"9. April 1983":                        "1983-04-09",
		"9.4.1983":                             "1983-04-09",
		"9 de abril de 1983":                   "1983-04-09",
		"Thursday, 7 November 1918":            "1918-11-07",
		"7 Nov":                                "1918-11-07",
		"the 7th of November":                  "1918-11-07",
		"November 1918":                        "1918-11",
		"Sept. 1918":                           "1918-09",
		"about 1918":                           "1918~",
		"circa March 1918":                     "1918-03~",
		"perhaps 7 November 1918":              "1918-11-07?",
		"vielleicht am 7. November 1918":       "1918-11-07?",
		"mid-September 1918":                   "1918-09-11/1918-09-20",
		"early February 2016":                  "2016-02-01/2016-02-10",
		"late February 2016":                   "2016-02-21/2016-02-29",
		"Ende Februar 2016":                    "2016-02-21/2016-02-29",
		"a finales de febrero de 2016":         "2016-02-21/2016-02-29",
		"mid 1918":                             "1918-05/1918-08",
		"spring 1918":                          "1918-21",
		"the 1920s":                            "192X",
		"the 19th century":                     "18XX",
		"7 Nov, about noon in New York":        "1918-11-07T12:00:00-05:00",
		"7 November 1918, 3:30 pm in Paris":    "1918-11-07T15:30:00+00:00",
		"7. November 1918 um 16 Uhr in Berlin": "1918-11-07T16:00:00+01:00",
		"14 July 2015 11:05 am in Los Angeles": "2015-07-14T11:05:00-07:00",
		"from 7 to 9 November 1918":            "1918-11-07/1918-11-09",
		"7–9 November 1918":                    "1918-11-07/1918-11-09",
		"7 November to 2 December 1918":        "1918-11-07/1918-12-02",
		"between March and June 1918":          "1918-03/1918-06",
		"before 11 November 1918":              "../1918-11-11",
		"since 1918":                           "1918/..",
	} {
		got, err := spoken.Read(words, 1918)
		if err != nil || got.String() != want {
			t.Errorf("%q is read as %q, %v; want %q", words, got, err, want)
		}
	}
}

func TestWhatIsNotUnderstood(t *testing.T) {
	for _, words := range []string{"", "soon", "noon", "31 February 1918", "7 November 1918, noon", "the day after", "13/14", "1921-21-40", "7 Brumaire 1918", "7 November 1918 in the rain"} {
		if got, err := spoken.Read(words, 1918); err == nil {
			t.Errorf("%q is read as %q", words, got)
		}
	}
	if got, err := spoken.Read("7 November", 0); err == nil {
		t.Errorf("without a year: %q", got)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("mid-September 1918", 1918)
	f.Add("7–9 Nov, about noon in New York", 0)
	f.Fuzz(func(t *testing.T, words string, year int) {
		d, err := spoken.Read(words, year)
		if err == nil && d.IsZero() {
			t.Errorf("%q is read as nothing", words)
		}
	})
}
