package evidence_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/authoring"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/evidence"
)

// twoEnds is a phone call: the caller and the person called can know of it, a
// prankster can explain it, and a newspaper can only report it.
func twoEnds() *casefile.Case {
	source := func(id, on string, s casefile.Source) casefile.Source {
		s.ID, s.Published = id, edtf.MustParse(on)
		s.Digest = []casefile.Paragraph{{ID: "p", Text: "…"}}
		return s
	}
	return &casefile.Case{
		People: []casefile.Person{{ID: "caller"}, {ID: "called"}, {ID: "joker"}},
		Sources: []casefile.Source{
			source("post", "2020-01-01", casefile.Source{Kind: casefile.Post, Speaker: "called"}),
			source("agent", "2020-01-02", casefile.Source{Kind: casefile.Statement, SpeaksFor: "called", ReliesOn: []string{"post"}}),
			source("office", "2020-01-03", casefile.Source{Kind: casefile.Statement, SpeaksFor: "caller"}),
			source("echo", "2020-01-03", casefile.Source{Kind: casefile.Statement, SpeaksFor: "caller", ReliesOn: []string{"post"}}),
			source("paper", "2020-01-03", casefile.Source{Kind: casefile.Article, ReliesOn: []string{"office"}}),
			source("retreat", "2020-01-04", casefile.Source{Kind: casefile.Statement, SpeaksFor: "caller"}),
			source("joke", "2020-01-05", casefile.Source{Kind: casefile.Confession, Speaker: "joker"}),
			source("again", "2020-01-06", casefile.Source{Kind: casefile.Statement, SpeaksFor: "caller"}),
		},
	}
}

func TestFindingFollowsTheRule(t *testing.T) {
	both := []string{"caller", "called"}
	for _, test := range []struct {
		name  string
		claim casefile.Claim
		at    string
		cited []string
		want  casefile.Verdict
		why   string
	}{
		{"nothing said", casefile.Claim{KnownTo: both}, "2020-01-09", nil, casefile.Unconfirmed, "nobody who can know has said so (caller, called)"},
		{"nobody can know", casefile.Claim{AssertedBy: []string{"post#p"}}, "2020-01-09", nil, casefile.Unconfirmed, "known_to"},
		{"one end of two", casefile.Claim{KnownTo: both, AssertedBy: []string{"post#p"}}, "2020-01-09", nil, casefile.Unconfirmed, "a word for it (post#p), but none of caller"},
		{"one who could be fooled", casefile.Claim{KnownTo: []string{"caller"}, CouldBeFooled: []string{"called"}, AssertedBy: []string{"post#p", "agent#p"}}, "2020-01-09", nil, casefile.Unconfirmed, "nobody who can know has said so (caller)"},
		{"one end, twice", casefile.Claim{KnownTo: both, AssertedBy: []string{"post#p", "agent#p"}}, "2020-01-09", nil, casefile.Unconfirmed, "(post#p, agent#p), but none of caller"},
		{"the other end in a report", casefile.Claim{KnownTo: both, AssertedBy: []string{"post#p", "paper#p"}}, "2020-01-09", nil, casefile.Unconfirmed, "none of caller"},
		{"the other end only repeats", casefile.Claim{KnownTo: both, AssertedBy: []string{"post#p", "echo#p"}}, "2020-01-09", nil, casefile.Unconfirmed, "none of caller"},
		{"both ends", casefile.Claim{KnownTo: both, AssertedBy: []string{"post#p", "office#p"}}, "2020-01-03", nil, casefile.Real, "everybody who can know says so (post#p, office#p)"},
		{"both ends, not yet", casefile.Claim{KnownTo: both, AssertedBy: []string{"post#p", "office#p"}}, "2020-01-02", nil, casefile.Unconfirmed, "none of caller"},
		{"its office is enough", casefile.Claim{KnownTo: []string{"caller"}, AssertedBy: []string{"office#p"}}, "2020-01-03", nil, casefile.Real, "office#p"},
		{"one end says no", casefile.Claim{KnownTo: both, AssertedBy: []string{"post#p"}, DeniedBy: []string{"office#p"}}, "2020-01-03", nil, casefile.Denied, "a side denies it on the record (office#p) and nothing has settled it"},
		{"a report says no", casefile.Claim{KnownTo: []string{"called"}, AssertedBy: []string{"post#p"}, DeniedBy: []string{"paper#p"}}, "2020-01-03", nil, casefile.Real, "post#p"},
		{"no, before the hour is known", casefile.Claim{KnownTo: []string{"called"}, AssertedBy: []string{"post#p"}, DeniedBy: []string{"office#p"}}, "2020-01-03T12:00:00Z", nil, casefile.Real, "post#p"},
		{"no, cited that day", casefile.Claim{KnownTo: []string{"called"}, AssertedBy: []string{"post#p"}, DeniedBy: []string{"office#p"}}, "2020-01-03T12:00:00Z", []string{"office#p"}, casefile.Denied, "office#p"},
		{"cited, but from later", casefile.Claim{KnownTo: []string{"called"}, AssertedBy: []string{"post#p"}, DeniedBy: []string{"office#p"}}, "2020-01-02T12:00:00Z", []string{"office#p"}, casefile.Real, "post#p"},
		{"settled", casefile.Claim{KnownTo: []string{"called"}, AssertedBy: []string{"post#p"}, DeniedBy: []string{"office#p"}, SettledBy: []string{"retreat#p"}}, "2020-01-04", nil, casefile.Real, "post#p"},
		{"not settled yet", casefile.Claim{KnownTo: []string{"called"}, AssertedBy: []string{"post#p"}, DeniedBy: []string{"office#p"}, SettledBy: []string{"retreat#p"}}, "2020-01-03", nil, casefile.Denied, "office#p"},
		{"denied anew", casefile.Claim{KnownTo: []string{"called"}, AssertedBy: []string{"post#p"}, DeniedBy: []string{"office#p", "again#p"}, SettledBy: []string{"retreat#p"}}, "2020-01-06", nil, casefile.Denied, "(again#p)"},
		{"the first word taken back", casefile.Claim{KnownTo: []string{"caller"}, AssertedBy: []string{"office#p"}, DeniedBy: []string{"retreat#p"}}, "2020-01-04", nil, casefile.Denied, "retreat#p"},
		{"the no taken back", casefile.Claim{KnownTo: []string{"caller"}, AssertedBy: []string{"retreat#p"}, DeniedBy: []string{"office#p"}}, "2020-01-04", nil, casefile.Real, "retreat#p"},
		{"explained away", casefile.Claim{KnownTo: both, AssertedBy: []string{"post#p"}, DeniedBy: []string{"office#p"}, ExplainedBy: []string{"joke#p"}}, "2020-01-05", nil, casefile.Prank, "somebody named says that they made it up (joke#p)"},
		{"explained in a report", casefile.Claim{KnownTo: both, AssertedBy: []string{"post#p"}, ExplainedBy: []string{"paper#p"}}, "2020-01-05", nil, casefile.Unconfirmed, "none of caller"},
		{"explained before the confession", casefile.Claim{KnownTo: both, AssertedBy: []string{"post#p"}, ExplainedBy: []string{"joke#p"}}, "2020-01-04", nil, casefile.Unconfirmed, "none of caller"},
		{"names that lead nowhere", casefile.Claim{KnownTo: []string{"dog"}, AssertedBy: []string{"dog#p", "post"}, DeniedBy: []string{"", "#"}}, "2020-01-09", nil, casefile.Unconfirmed, "dog"},
	} {
		f := evidence.New(twoEnds()).Statements(&test.claim).At(edtf.MustParse(test.at), func(ref string) bool { return slices.Contains(test.cited, ref) })
		if f.Is != test.want || !strings.Contains(f.Why(), test.why) {
			t.Errorf("%s: %q since %s, want %q since %s", test.name, f.Is, f.Why(), test.want, test.why)
		}
		if !f.Allows(f.Is) {
			t.Errorf("%s: a careful reader could not give the rule's own status", test.name)
		}
		if decisive := f.Decisive(); (f.Is == casefile.Unconfirmed) != (len(decisive) == 0) {
			t.Errorf("%s: %q is decided by %q", test.name, f.Is, decisive)
		}
	}
}

func TestAllows(t *testing.T) {
	x := evidence.New(twoEnds())
	for _, test := range []struct {
		name    string
		claim   casefile.Claim
		allowed []casefile.Verdict
	}{
		{"nothing", casefile.Claim{KnownTo: []string{"caller"}}, []casefile.Verdict{casefile.Unconfirmed}},
		{"one of two", casefile.Claim{KnownTo: []string{"caller", "called"}, AssertedBy: []string{"post#p"}}, []casefile.Verdict{casefile.Real, casefile.Unconfirmed}},
		{"denied", casefile.Claim{KnownTo: []string{"caller", "called"}, AssertedBy: []string{"post#p"}, DeniedBy: []string{"office#p"}}, []casefile.Verdict{casefile.Denied, casefile.Unconfirmed}},
		{"heard by one who could be fooled", casefile.Claim{KnownTo: []string{"caller"}, CouldBeFooled: []string{"called"}, AssertedBy: []string{"post#p"}}, []casefile.Verdict{casefile.Real, casefile.Unconfirmed}},
		{"only reported", casefile.Claim{KnownTo: []string{"caller"}, AssertedBy: []string{"post#p"}}, []casefile.Verdict{casefile.Unconfirmed}},
		{"explained", casefile.Claim{KnownTo: []string{"called"}, AssertedBy: []string{"post#p"}, DeniedBy: []string{"office#p"}, ExplainedBy: []string{"joke#p"}}, []casefile.Verdict{casefile.Prank, casefile.Denied, casefile.Unconfirmed}},
	} {
		f := x.Statements(&test.claim).At(edtf.MustParse("2020-02"), func(string) bool { return false })
		for _, v := range append(casefile.Verdicts(), "") {
			if got := f.Allows(v); got != slices.Contains(test.allowed, v) {
				t.Errorf("%s: %q is allowed: %t", test.name, v, got)
			}
		}
	}
}

func TestDirectnessFollowsFromKindAndProvenance(t *testing.T) {
	data, err := os.ReadFile("../casefile/testdata/lost-cat.yaml")
	if err != nil {
		t.Fatal(err)
	}
	c, problems := authoring.Load("lost-cat.yaml", data)
	if c == nil {
		t.Fatal(problems)
	}
	x := evidence.New(c)
	for i := range c.Sources {
		if got, why := x.Directness(&c.Sources[i]); got != c.Sources[i].Directness {
			t.Errorf("%s is %q, since %s", c.Sources[i].ID, got, why)
		}
	}
	for _, test := range []struct {
		src  casefile.Source
		want casefile.Directness
	}{
		{casefile.Source{Kind: casefile.Article}, casefile.Secondhand},
		{casefile.Source{Kind: casefile.Agency, ReliesOn: []string{"photo", "paper"}}, casefile.Secondhand},
		{casefile.Source{Kind: casefile.Agency, ReliesOn: []string{"paper"}}, casefile.Retold},
		{casefile.Source{Kind: casefile.Article, ReliesOn: []string{"dog"}}, casefile.Secondhand},
		{casefile.Source{Kind: casefile.Retrospective, ReliesOn: []string{"photo"}}, casefile.Retold},
		{casefile.Source{Kind: casefile.Statement, Speaker: "tom"}, casefile.Firsthand},
		{casefile.Source{Kind: casefile.Statement, SpeaksFor: "tom", ReliesOn: []string{"photo"}}, casefile.Official},
		{casefile.Source{Kind: casefile.Statement}, casefile.Official},
		{casefile.Source{Kind: casefile.Post, ReliesOn: []string{"photo"}}, casefile.Firsthand}, // the same post, opened
		{casefile.Source{Kind: casefile.Post, ReliesOn: []string{"office"}}, casefile.Secondhand},
		{casefile.Source{Kind: casefile.Broadcast, ReliesOn: []string{"paper"}}, casefile.Retold},
		{casefile.Source{Kind: casefile.Broadcast}, casefile.Firsthand},
		{casefile.Source{Kind: casefile.Book}, casefile.Retold},
		{casefile.Source{Kind: casefile.Letter, Speaker: "tom"}, casefile.Firsthand},
		{casefile.Source{Kind: casefile.Letter, SpeaksFor: "school"}, casefile.Official},
		{casefile.Source{Kind: casefile.Photograph}, casefile.Firsthand},
		{casefile.Source{Kind: casefile.Film}, casefile.Firsthand},
		{casefile.Source{Kind: casefile.Film, ReliesOn: []string{"paper"}}, casefile.Retold},
		{casefile.Source{Kind: casefile.Interview, Digest: []casefile.Paragraph{{Speaker: "tom"}, {Speaker: "mira"}}}, casefile.Firsthand},
	} {
		if got, why := x.Directness(&test.src); got != test.want || why == "" {
			t.Errorf("a %s that relies on %v is %q, since %s, want %q", test.src.Kind, test.src.ReliesOn, got, why, test.want)
		}
	}
}

func TestTells(t *testing.T) {
	c := &casefile.Case{Events: []casefile.Event{
		{ID: "call", Happened: edtf.MustParse("2020-01-15"), Known: edtf.MustParse("2020-01-17")}, // a Wednesday
		{ID: "sunday", Happened: edtf.MustParse("2020-01-19/2020-01-20"), Known: edtf.MustParse("2020-01-20")},
		{ID: "hour", Happened: edtf.MustParse("2020-12-31T22:00:00Z"), Known: edtf.MustParse("2020-12-31T22:00:00Z")},
		{ID: "open", Happened: edtf.MustParse("2020-01-15/.."), Known: edtf.MustParse("2020-01-15/..")},
	}}
	x := evidence.New(c)
	for _, test := range []struct {
		event    string
		how      casefile.Telling
		from, to string // "" for an open end
	}{
		{"call", casefile.Knows, "2020-01-17T00:00:00Z", ""},
		{"call", casefile.KnowsNot, "", "2020-01-17T23:59:59Z"},
		{"hour", casefile.KnowsNot, "", "2020-12-31T23:59:59Z"},
		{"call", casefile.Today, "2020-01-15T00:00:00Z", "2020-01-15T23:59:59Z"},
		{"hour", casefile.Today, "2020-12-31T22:00:00Z", "2020-12-31T23:59:59Z"},
		{"call", casefile.Yesterday, "2020-01-16T00:00:00Z", "2020-01-16T23:59:59Z"},
		{"hour", casefile.Yesterday, "2021-01-01T00:00:00Z", "2021-01-01T23:59:59Z"},
		{"call", casefile.WithinWeek, "2020-01-15T00:00:00Z", "2020-01-21T23:59:59Z"},
		{"call", casefile.ComingDays, "2020-01-08T00:00:00Z", "2020-01-14T23:59:59Z"},
		{"call", casefile.NextWeek, "2020-01-06T00:00:00Z", "2020-01-12T23:59:59Z"},
		{"call", casefile.LastWeek, "2020-01-20T00:00:00Z", "2020-01-26T23:59:59Z"},
		{"sunday", casefile.LastWeek, "2020-01-20T00:00:00Z", "2020-02-02T23:59:59Z"}, // it may have happened in either week
		{"call", casefile.ThisMonth, "2020-01-15T00:00:00Z", "2020-01-31T23:59:59Z"},
		{"call", casefile.LastMonth, "2020-02-01T00:00:00Z", "2020-02-29T23:59:59Z"},
		{"hour", casefile.LastMonth, "2021-01-01T00:00:00Z", "2021-01-31T23:59:59Z"},
		{"call", casefile.ThisYear, "2020-01-15T00:00:00Z", "2020-12-31T23:59:59Z"},
		{"call", casefile.LastYear, "2021-01-01T00:00:00Z", "2021-12-31T23:59:59Z"},
		{"open", casefile.Knows, "2020-01-15T00:00:00Z", ""},
	} {
		span, ok := x.Tells(casefile.Clue{Tells: test.event, How: test.how})
		want := evidence.Span{}
		if test.from != "" {
			want.From, _ = edtf.MustParse(test.from).Earliest()
		}
		if test.to != "" {
			want.To, _ = edtf.MustParse(test.to).Latest()
		}
		if !ok || !span.From.Equal(want.From) || !span.To.Equal(want.To) {
			t.Errorf("%s %s: %v, %t, want %v", test.how, test.event, span, ok, want)
		}
	}
	for _, clue := range []casefile.Clue{
		{},
		{Tells: "dog", How: casefile.Knows},
		{Tells: "call"},
		{Tells: "call", How: "soon"},
		{Tells: "open", How: casefile.KnowsNot},
		{Tells: "open", How: casefile.LastWeek},
	} {
		if span, ok := x.Tells(clue); ok {
			t.Errorf("%+v tells %v", clue, span)
		}
	}
}

func TestSpanRulesOutWindowsWhollyOutside(t *testing.T) {
	early, _ := edtf.MustParse("2020-01-10").Earliest()
	late, _ := edtf.MustParse("2020-01-20").Latest()
	for _, test := range []struct {
		span   evidence.Span
		window string
		want   bool
	}{
		{evidence.Span{From: early, To: late}, "2020-01-09", true},
		{evidence.Span{From: early, To: late}, "2020-01-09/2020-01-10", false},
		{evidence.Span{From: early, To: late}, "2020-01-20/2020-01-21", false},
		{evidence.Span{From: early, To: late}, "2020-01-21", true},
		{evidence.Span{To: late}, "1918", false},
		{evidence.Span{From: early}, "2099", false},
		{evidence.Span{}, "2020-01-09", false},
		{evidence.Span{From: early, To: late}, "../2020-01-01", true},
		{evidence.Span{From: early, To: late}, "2020-02-01/..", true},
	} {
		if got := test.span.RulesOut(edtf.MustParse(test.window)); got != test.want {
			t.Errorf("%v rules out %s: %t", test.span, test.window, got)
		}
	}
}
