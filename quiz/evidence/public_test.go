package evidence_test

import (
	"testing"

	"holdtheline/quiz/edtf"
	"holdtheline/quiz/evidence"
)

func date(s string) edtf.Date {
	if s == "" {
		return edtf.Date{}
	}
	return edtf.MustParse(s)
}

func TestPublicByDates(t *testing.T) {
	cases := []struct {
		published, t string
		want         bool
	}{
		{"2015-09-14", "2015-09-15", true},
		{"2015-09-14", "2015-09-14", true},
		{"2015-09-15", "2015-09-14", false},
		// Within a day the author's order counts, unless the hours say no.
		{"2015-09-14", "2015-09-14T08:00:00Z", true},
		{"2015-09-14T08:00:00Z", "2015-09-14T08:00:00Z", true},
		{"2015-09-14T09:00:00Z", "2015-09-14T08:00:00Z", false},
		{"2015-09-14T09:00:00Z", "2015-09-14", true},
		// A range has to be over by the end of the day.
		{"2015-09-14/2015-09-15", "2015-09-14", false},
		{"2015-09-14/2015-09-15", "2015-09-15", true},
		{"2015-09-14?", "2015-09-14", false},
		{"2015-09-14?", "2015-09-15", true},
		{"2015-09", "2015-09-30", true},
		{"2015-09", "2015-09-29", false},
		// Days are days of UTC.
		{"2015-09-15T00:30:00+02:00", "2015-09-14", true},
		{"2015-09-14T23:30:00-02:00", "2015-09-14", false},
		// A date without an end is not certainly public; one without a beginning can be.
		{"2015-09-14/..", "2020", false},
		{"../2015-09-14", "2015-09-14", true},
		{"2015-09-14", "2015-09-14/..", false},
		{"", "2015-09-14", false},
		{"2015-09-14", "", false},
	}
	for _, c := range cases {
		if got := evidence.PublicBy(date(c.published), date(c.t)); got != c.want {
			t.Errorf("PublicBy(%s, %s) = %v", c.published, c.t, got)
		}
	}
}

func TestPublished(t *testing.T) {
	x := loadIndex(t)
	cases := map[string]string{
		"paper": "2021-03-03", "paper#report": "2021-03-03", "paper#update": "2021-03-04",
		"paper#nothing": "", "nothing": "", "nothing#at-all": "",
	}
	for ref, want := range cases {
		if got := x.Published(ref); got != date(want) {
			t.Errorf("%s was published %s", ref, got)
		}
	}
}
