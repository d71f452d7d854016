package edtf_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"holdtheline/quiz/edtf"
)

// bound is an earliest or latest second, "-" for none.
func bound(t time.Time, ok bool) string {
	if !ok {
		return "-"
	}
	return t.Format("2006-01-02T15:04:05")
}

// valid lists every form that the package reads, with its bounds and its words.
var valid = []struct{ text, earliest, latest, human string }{
	{"2015", "2015-01-01T00:00:00", "2015-12-31T23:59:59", "2015"},
	{"0000", "0000-01-01T00:00:00", "0000-12-31T23:59:59", "0"},
	{"9999", "9999-01-01T00:00:00", "9999-12-31T23:59:59", "9999"},
	{"2019-06", "2019-06-01T00:00:00", "2019-06-30T23:59:59", "June 2019"},
	{"2016-02", "2016-02-01T00:00:00", "2016-02-29T23:59:59", "February 2016"},
	{"2015-09-14", "2015-09-14T00:00:00", "2015-09-14T23:59:59", "14 Sep 2015"},
	{"2016-02-29", "2016-02-29T00:00:00", "2016-02-29T23:59:59", "29 Feb 2016"},
	{"2015-09-04", "2015-09-04T00:00:00", "2015-09-04T23:59:59", "4 Sep 2015"},

	{"2015-09-14T15:11:00Z", "2015-09-14T15:11:00", "2015-09-14T15:11:00", "14 Sep 2015, 15:11 UTC"},
	{"2015-09-14T15:11:23Z", "2015-09-14T15:11:23", "2015-09-14T15:11:23", "14 Sep 2015, 15:11:23 UTC"},
	{"2015-09-14T15:11:00+00:00", "2015-09-14T15:11:00", "2015-09-14T15:11:00", "14 Sep 2015, 15:11 UTC"},
	{"2015-09-15T01:30:00+03:00", "2015-09-14T22:30:00", "2015-09-14T22:30:00", "15 Sep 2015, 01:30 UTC+03:00"},
	{"2015-09-14T18:11:00-04", "2015-09-14T22:11:00", "2015-09-14T22:11:00", "14 Sep 2015, 18:11 UTC-04"},
	{"2015-09-15T01:30:00+03", "2015-09-14T22:30:00", "2015-09-14T22:30:00", "15 Sep 2015, 01:30 UTC+03"},
	{"2015-09-14T15:11:00+00", "2015-09-14T15:11:00", "2015-09-14T15:11:00", "14 Sep 2015, 15:11 UTC"},
	{"2015-09-14T20:00:00-04:30", "2015-09-15T00:30:00", "2015-09-15T00:30:00", "14 Sep 2015, 20:00 UTC-04:30"},

	{"2015-21", "2015-03-01T00:00:00", "2015-05-31T23:59:59", "spring 2015"},
	{"2015-22", "2015-06-01T00:00:00", "2015-08-31T23:59:59", "summer 2015"},
	{"2015-23", "2015-09-01T00:00:00", "2015-11-30T23:59:59", "autumn 2015"},
	{"2015-24", "2015-12-01T00:00:00", "2016-02-29T23:59:59", "winter 2015"},

	{"201X", "2010-01-01T00:00:00", "2019-12-31T23:59:59", "the 2010s"},
	{"20XX", "2000-01-01T00:00:00", "2099-12-31T23:59:59", "the years 2000 to 2099"},
	{"2015-XX", "2015-01-01T00:00:00", "2015-12-31T23:59:59", "2015, month not known"},
	{"2015-09-XX", "2015-09-01T00:00:00", "2015-09-30T23:59:59", "September 2015, day not known"},
	{"2015-XX-XX", "2015-01-01T00:00:00", "2015-12-31T23:59:59", "2015, month and day not known"},

	{"2015-09-15?", "2015-09-14T00:00:00", "2015-09-16T23:59:59", "perhaps 15 Sep 2015"},
	{"2015-09-15~", "2015-09-14T00:00:00", "2015-09-16T23:59:59", "about 15 Sep 2015"},
	{"2015-09-15%", "2015-09-13T00:00:00", "2015-09-17T23:59:59", "perhaps about 15 Sep 2015"},
	{"2015-09~", "2015-08-01T00:00:00", "2015-10-31T23:59:59", "about September 2015"},
	{"2015-01%", "2014-11-01T00:00:00", "2015-03-31T23:59:59", "perhaps about January 2015"},
	{"2015?", "2014-01-01T00:00:00", "2016-12-31T23:59:59", "perhaps 2015"},
	{"2015-22~", "2015-03-01T00:00:00", "2015-11-30T23:59:59", "about summer 2015"},
	{"201X~", "2000-01-01T00:00:00", "2029-12-31T23:59:59", "about the 2010s"},
	{"20XX?", "1900-01-01T00:00:00", "2199-12-31T23:59:59", "perhaps the years 2000 to 2099"},
	{"2015-09-XX~", "2015-08-01T00:00:00", "2015-10-31T23:59:59", "about September 2015, day not known"},
	{"0000%", "-0002-01-01T00:00:00", "0002-12-31T23:59:59", "perhaps about 0"},

	{"2015-09-14/2015-09-15", "2015-09-14T00:00:00", "2015-09-15T23:59:59", "14–15 Sep 2015"},
	{"2015-09-14/2015-09-14", "2015-09-14T00:00:00", "2015-09-14T23:59:59", "14 Sep 2015"},
	{"2015-09-01/2015-09-10", "2015-09-01T00:00:00", "2015-09-10T23:59:59", "early September 2015"},
	{"2015-09-11/2015-09-20", "2015-09-11T00:00:00", "2015-09-20T23:59:59", "mid-September 2015"},
	{"2015-09-21/2015-09-30", "2015-09-21T00:00:00", "2015-09-30T23:59:59", "late September 2015"},
	{"2016-02-21/2016-02-29", "2016-02-21T00:00:00", "2016-02-29T23:59:59", "late February 2016"},
	{"2015-10-21/2015-10-30", "2015-10-21T00:00:00", "2015-10-30T23:59:59", "21–30 Oct 2015"},
	{"2015-09-30/2015-10-02", "2015-09-30T00:00:00", "2015-10-02T23:59:59", "30 Sep – 2 Oct 2015"},
	{"2015-12-30/2016-01-02", "2015-12-30T00:00:00", "2016-01-02T23:59:59", "30 Dec 2015 – 2 Jan 2016"},
	{"2015-09/2015-10", "2015-09-01T00:00:00", "2015-10-31T23:59:59", "September–October 2015"},
	{"2015-12/2016-01", "2015-12-01T00:00:00", "2016-01-31T23:59:59", "December 2015 – January 2016"},
	{"2013/2019", "2013-01-01T00:00:00", "2019-12-31T23:59:59", "2013–2019"},
	{"2015-21/2015-22", "2015-03-01T00:00:00", "2015-08-31T23:59:59", "spring–summer 2015"},
	{"2014-24/2015-21", "2014-12-01T00:00:00", "2015-05-31T23:59:59", "winter 2014 – spring 2015"},
	{"2015-09/2016-10-14", "2015-09-01T00:00:00", "2016-10-14T23:59:59", "September 2015 – 14 Oct 2016"},
	{"2015-09-14~/2015-09-20?", "2015-09-13T00:00:00", "2015-09-21T23:59:59", "about 14 Sep 2015 – perhaps 20 Sep 2015"},
	{"2015-09/2015-09-14", "2015-09-01T00:00:00", "2015-09-14T23:59:59", "September 2015 – 14 Sep 2015"},

	{"2015-09-14/..", "2015-09-14T00:00:00", "-", "from 14 Sep 2015 on"},
	{"../2015-09-14", "-", "2015-09-14T23:59:59", "until 14 Sep 2015"},
	{"2015-09-14/", "2015-09-14T00:00:00", "-", "from 14 Sep 2015 to a time not known"},
	{"/2015-09", "-", "2015-09-30T23:59:59", "from a time not known to September 2015"},
	{"2015~/..", "2014-01-01T00:00:00", "-", "from about 2015 on"},
}

func TestEveryFormHasItsBoundsAndWords(t *testing.T) {
	for _, c := range valid {
		t.Run(c.text, func(t *testing.T) {
			d, err := edtf.Parse(c.text)
			if err != nil {
				t.Fatal(err)
			}
			if got := d.String(); got != c.text {
				t.Errorf("String() = %q", got)
			}
			if got := bound(d.Earliest()); got != c.earliest {
				t.Errorf("Earliest() = %s, want %s", got, c.earliest)
			}
			if got := bound(d.Latest()); got != c.latest {
				t.Errorf("Latest() = %s, want %s", got, c.latest)
			}
			if got := d.Human(edtf.English()); got != c.human {
				t.Errorf("Human() = %q, want %q", got, c.human)
			}
		})
	}
}

func TestParseErrorsHavePlaceAndNextStep(t *testing.T) {
	cases := []struct {
		text    string
		offset  int
		problem string
		next    string
	}{
		{"", 0, "empty", "2015-09-14"},
		{"..", 0, "open end stands alone", "2015-09/.."},
		{"yesterday", 0, "no meaning", "2015-09-14"},
		{"soon", 0, "no meaning", "2015-09-14"},
		{"14 Sep 2015", 2, "space", "without spaces"},
		{"14.09.2015", 2, "not what separates", "2015-09-14"},
		{"14-09-2015", 0, "year is not four digits", "year first"},
		{"20150914", 0, "hyphens are missing", "2015-09-14"},
		{"2015–09", 4, "dash", "hyphen"},
		{"2015/09/14", 7, "two slashes", "one start and one end"},
		{"15", 0, "year is not four digits", "2015"},
		{"-0044", 0, "before 0000", "0000 to 9999"},
		{"Y170000002", 0, "more than four digits", "0000 to 9999"},
		{"2XXX", 0, "last one or two digits", "201X"},
		{"XXXX", 0, "last one or two digits", "201X"},
		{"20X5", 0, "last one or two digits", "201X"},
		{"201x", 3, "small", "write it as 201X"},
		{"201X-09", 0, "follows a year with an X", "alone"},
		{"2015-13", 5, "no month 13", "01 to 12"},
		{"2015-00", 5, "no month 00", "01 to 12"},
		{"2015-25", 5, "no month 25", "21 to 24"},
		{"2015-9", 5, "month is not two digits", "09"},
		{"2015-", 5, "month is not two digits", "09"},
		{"2015-1X", 5, "month is not two digits", "09"},
		{"2015-22-01", 5, "season has no days", "01 to 12"},
		{"2015-XX-14", 5, "day is given but not the month", "2015-XX-XX"},
		{"2015-XX-XX-XX", 10, "more after the day", "2015-09-14"},
		{"2015-09-31", 8, "September 2015 has no day 31", "01 to 30"},
		{"2015-02-29", 8, "February 2015 has no day 29", "01 to 28"},
		{"2015-09-00", 8, "no day 00", "01 to 30"},
		{"2015-09-4", 8, "day is not two digits", "04"},
		{"2015-09-14-", 10, "more after the day", "2015-09-14"},
		{"2015-09-14T", 11, "not complete", "15:11:00Z"},
		{"2015-09-14T15:11Z", 11, "not complete", "15:11:00Z"},
		{"2015-09-14T24:00:00Z", 11, "hour is not", "15:11:00Z"},
		{"2015-09-14T15:60:00Z", 14, "minute is not", "15:11:00Z"},
		{"2015-09-14T15:11:60Z", 17, "second is not", "15:11:00Z"},
		{"2015-09-14T15:11:00", 19, "time zone is missing", "Z for UTC"},
		{"2015-09-14T15:11:00.5Z", 19, "fractions", "Z for UTC"},
		{"2015-09-14T15:11:00+2", 19, "not an offset", "+02:00"},
		{"2015-09-14T15:11:00-4:00", 19, "not an offset", "-04"},
		{"2015-09-14T15:11:00-0400", 19, "not an offset", "-04"},
		{"2015-09-14T15:11:0004", 19, "not an offset", "-04"},
		{"2015-09-14T15:11:00-ab", 19, "no such offset", "-04"},
		{"2015-09-14T15:11:00+15", 19, "no such offset", "-04"},
		{"2015-09-14T15:11:00-00", 19, "no minus", "Z for UTC"},
		{"2015-09-14T15:11:00-00:00", 19, "no minus", "Z for UTC"},
		{"2015-09-14T15:11:00+15:00", 19, "no such offset", "+02:00"},
		{"2015-09-14T15:11:00z", 19, "small", "2015-09-14T15:11:00Z"},
		{"2015-09T15:11:00Z", 7, "needs a whole date", "2015-09-14T15:11:00Z"},
		{"2015-09-14T15:11:00Z?", 20, "no qualifier after a time", "2015-09-14?"},
		{"2015?~", 5, "two qualifiers", "%"},
		{"2015?-09", 4, "inside the date", "very end"},
		{"?2015", 0, "inside the date", "very end"},
		{"?", 0, "missing", "2015-09-14"},
		{"[2015,2016]", 0, "level 2", "interval"},
		{"2015-09-14T15:11:00Z/2015-09-15", 10, "no time of day in an interval", "2015-09-14"},
		{"2015-09-14/2015-09-15T15:11:00Z", 21, "no time of day in an interval", "2015-09-15"},
		{"2015-09-XX/2015-10", 0, "no X in an interval", "2015-09 for"},
		{"201X/2020", 0, "no X in an interval", "shorter"},
		{"2015-09-15/2015-09-14", 11, "ends before it starts", "earlier date first"},
		{"2015-09-15%/2015-09-14%", 12, "ends before it starts", "earlier date first"},
		{"/", 0, "neither end", "2015-09/.."},
		{"../..", 0, "neither end", "2015-09/.."},
		{"/..", 0, "neither end", "2015-09/.."},
		{"2015/2016/2017", 9, "two slashes", "one start and one end"},
		{"2015-09-14/2015-09-1", 19, "day is not two digits", "04"},
		{"20é5", 2, "no meaning", "2015-09-14"},
		{"20\xff5", 2, "no meaning", "2015-09-14"},
		{strings.Repeat("2", 1000), 40, "too long", "2015-09-14"},
	}
	for _, c := range cases {
		t.Run(c.text, func(t *testing.T) {
			d, err := edtf.Parse(c.text)
			var wrong *edtf.SyntaxError
			if !errors.As(err, &wrong) {
				t.Fatalf("Parse gave %q and error %v", d, err)
			}
			if wrong.Offset != c.offset || wrong.Input != c.text {
				t.Errorf("at %d of %q, want %d", wrong.Offset, wrong.Input, c.offset)
			}
			if !strings.Contains(wrong.Problem, c.problem) {
				t.Errorf("problem %q does not say %q", wrong.Problem, c.problem)
			}
			if !strings.Contains(wrong.Next, c.next) {
				t.Errorf("next step %q does not say %q", wrong.Next, c.next)
			}
			if message := err.Error(); len(message) > 300 || !strings.Contains(message, wrong.Problem) {
				t.Errorf("message %q", message)
			}
			if !d.IsZero() {
				t.Errorf("a refused text gave %q", d)
			}
		})
	}
}

func TestCompare(t *testing.T) {
	cases := []struct {
		a, b string
		want edtf.Order
	}{
		{"2015-09-14", "2015-09-15", edtf.Before},
		{"2015-09-14", "2015-09-14", edtf.Undecided},
		{"2015-09-14", "2015-09", edtf.Undecided},
		{"2015-09-14", "2015-10", edtf.Before},
		{"2015-09-14T15:11:00Z", "2015-09-14T15:11:00Z", edtf.Undecided},
		{"2015-09-14T15:11:00Z", "2015-09-14T15:11:01Z", edtf.Before},
		{"2015-09-14T15:11:00Z", "2015-09-14", edtf.Undecided},
		{"2015-09-15T01:00:00+03:00", "2015-09-15", edtf.Before},
		{"2015-09-14", "2015-09-15?", edtf.Undecided},
		{"2015-09-14", "2015-09-16?", edtf.Before},
		{"2015-09-14", "2015-09-16%", edtf.Undecided},
		{"2015-09-14/..", "2015-09-15", edtf.Undecided},
		{"2015-09-13", "2015-09-14/..", edtf.Before},
		{"../2015-09-14", "2015-09-15", edtf.Before},
		{"../2015-09-14", "2015-09-14", edtf.Undecided},
		{"2015-09-14/", "2020", edtf.Undecided},
		{"2014", "201X", edtf.Undecided},
		{"2009", "201X", edtf.Before},
	}
	opposite := map[edtf.Order]edtf.Order{edtf.Before: edtf.After, edtf.Undecided: edtf.Undecided}
	for _, c := range cases {
		a, b := edtf.MustParse(c.a), edtf.MustParse(c.b)
		if got := edtf.Compare(a, b); got != c.want {
			t.Errorf("Compare(%s, %s) = %v, want %v", c.a, c.b, got, c.want)
		}
		if got := edtf.Compare(b, a); got != opposite[c.want] {
			t.Errorf("Compare(%s, %s) = %v, want %v", c.b, c.a, got, opposite[c.want])
		}
	}
	for _, c := range valid {
		if got := edtf.Compare(edtf.Date{}, edtf.MustParse(c.text)); got != edtf.Undecided {
			t.Errorf("Compare(no date, %s) = %v", c.text, got)
		}
	}
}

func TestCompareIsAStrictOrder(t *testing.T) {
	for _, a := range valid {
		for _, b := range valid {
			for _, c := range valid {
				x, y, z := edtf.MustParse(a.text), edtf.MustParse(b.text), edtf.MustParse(c.text)
				if edtf.Compare(x, y) == edtf.Before && edtf.Compare(y, z) == edtf.Before && edtf.Compare(x, z) != edtf.Before {
					t.Errorf("%s < %s < %s, but not %s < %s", x, y, z, x, z)
				}
			}
		}
	}
}

func TestContains(t *testing.T) {
	cases := []struct {
		outer, inner string
		want         bool
	}{
		{"2015-09", "2015-09-14", true},
		{"2015-09-14", "2015-09", false},
		{"2015-09-14", "2015-09-14", true},
		{"2015-09-14/2015-09-15", "2015-09-15T23:59:59Z", true},
		{"2015-09-14/2015-09-15", "2015-09-15~", false},
		{"2015-09-14/..", "2015-09-14", true},
		{"2015-09-14/..", "2016/..", true},
		{"2015-09-14", "2015-09-14/..", false},
		{"../2015", "2014", true},
		{"../2015", "/2015", true},
		{"2015", "../2015", false},
	}
	for _, c := range cases {
		if got := edtf.MustParse(c.outer).Contains(edtf.MustParse(c.inner)); got != c.want {
			t.Errorf("%s contains %s: %v", c.outer, c.inner, got)
		}
	}
	if (edtf.Date{}).Contains(edtf.MustParse("2015")) || edtf.MustParse("2015").Contains(edtf.Date{}) {
		t.Error("no date contains, and nothing contains no date")
	}
}

func TestEndOfDay(t *testing.T) {
	cases := map[string]string{
		"2015-09-14T15:11:00Z":      "2015-09-14T23:59:59",
		"2015-09-15T01:30:00+03:00": "2015-09-14T23:59:59",
		"2015-09-14":                "2015-09-14T23:59:59",
		"2015-09":                   "2015-09-30T23:59:59",
		"2015-09/..":                "-",
	}
	for text, want := range cases {
		if got := bound(edtf.MustParse(text).EndOfDay()); got != want {
			t.Errorf("EndOfDay of %s = %s, want %s", text, got, want)
		}
	}
}

// A day of a moment is the one that its own clock shows, as Parse would read it.
func TestDay(t *testing.T) {
	late := time.Date(2015, 9, 14, 23, 59, 59, 999, time.FixedZone("", 3*60*60))
	for _, at := range []time.Time{late, late.UTC(), time.Date(0, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(9999, 12, 31, 23, 0, 0, 0, time.UTC)} {
		if got, want := edtf.Day(at), edtf.MustParse(at.Format(time.DateOnly)); got != want {
			t.Errorf("%v is on %v, want %v", at, got, want)
		}
	}
	for _, year := range []int{-1, 10000} {
		if got := edtf.Day(time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)); !got.IsZero() {
			t.Errorf("in the year %d the day is %v", year, got)
		}
	}
}

func TestZeroDate(t *testing.T) {
	var none edtf.Date
	if !none.IsZero() || none.String() != "" || none.Human(edtf.English()) != "" {
		t.Errorf("no date says %q, %q", none.String(), none.Human(edtf.English()))
	}
	if _, ok := none.Earliest(); ok {
		t.Error("no date has an earliest second")
	}
	if _, ok := none.Latest(); ok {
		t.Error("no date has a latest second")
	}
	for _, c := range valid {
		if edtf.MustParse(c.text).IsZero() {
			t.Errorf("%s is no date", c.text)
		}
	}
}

func TestJSON(t *testing.T) {
	type page struct {
		At    edtf.Date `json:"at,omitzero"`
		Until edtf.Date `json:"until"`
	}
	for _, c := range valid {
		data, err := json.Marshal(page{Until: edtf.MustParse(c.text)})
		if err != nil {
			t.Fatal(err)
		}
		if want := fmt.Sprintf(`{"until":%q}`, c.text); string(data) != want {
			t.Errorf("got %s, want %s", data, want)
		}
		var back page
		if err := json.Unmarshal(data, &back); err != nil || back.Until != edtf.MustParse(c.text) || !back.At.IsZero() {
			t.Errorf("%s came back as %+v, %v", data, back, err)
		}
	}
	var back page
	if err := json.Unmarshal([]byte(`{"until":""}`), &back); err != nil || !back.Until.IsZero() {
		t.Errorf("no date came back as %q, %v", back.Until, err)
	}
	var wrong *edtf.SyntaxError
	if err := json.Unmarshal([]byte(`{"until":"soon"}`), &back); !errors.As(err, &wrong) {
		t.Errorf("a word was read as a date: %v", err)
	}
}

func TestMustParsePanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	edtf.MustParse("soon")
}

// TestAnotherLanguage shows that word order and form depend on the locale alone.
func TestAnotherLanguage(t *testing.T) {
	german := edtf.English()
	german.MonthsShort[8] = "Sept."
	german.Day = "{day}. {month} {year}"
	german.Moment = "{day} um {time} Uhr ({zone})"
	german.Days = "{from}. bis {to}"
	cases := map[string]string{
		"2015-09-14T15:11:00Z":  "14. Sept. 2015 um 15:11 Uhr (UTC)",
		"2015-09-14/2015-09-15": "14. bis 15. Sept. 2015",
	}
	for text, want := range cases {
		if got := edtf.MustParse(text).Human(german); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// FuzzParse: nothing panics, and every date that parses is written back unchanged,
// has its bounds in order and has words.
func FuzzParse(f *testing.F) {
	for _, c := range valid {
		f.Add(c.text)
	}
	for _, s := range []string{"", "/", "..", "2015-09-31", "T", "-", "%", "2015-09-14T15:11:00+14:01", "2015-XX-14"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := edtf.Parse(s)
		if err != nil {
			var wrong *edtf.SyntaxError
			if !errors.As(err, &wrong) || wrong.Problem == "" || wrong.Next == "" || wrong.Offset < 0 || wrong.Offset > len(s) {
				t.Fatalf("%q: error %#v", s, err)
			}
			return
		}
		if d.String() != s {
			t.Fatalf("%q came back as %q", s, d.String())
		}
		if again := edtf.MustParse(d.String()); again != d {
			t.Fatalf("%q is not == to itself read again", s)
		}
		if d.IsZero() || d.Human(edtf.English()) == "" || strings.Contains(d.Human(edtf.English()), "{") {
			t.Fatalf("%q says %q", s, d.Human(edtf.English()))
		}
		from, fromOK := d.Earliest()
		to, toOK := d.Latest()
		if !fromOK && !toOK {
			t.Fatalf("%q has no bound at all", s)
		}
		if fromOK && toOK && to.Before(from) {
			t.Fatalf("%q ends at %v before it starts at %v", s, to, from)
		}
		if edtf.Compare(d, d) != edtf.Undecided || !d.Contains(d) {
			t.Fatalf("%q does not agree with itself", s)
		}
		if end, ok := d.EndOfDay(); ok != toOK || ok && end.Before(to) {
			t.Fatalf("%q: the day ends at %v, before its last second %v", s, end, to)
		}
	})
}
