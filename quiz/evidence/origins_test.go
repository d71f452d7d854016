package casefile_test

import (
	"slices"
	"testing"

	"holdtheline/quiz/casefile"
)

// web is a case of nothing but sources: ids with what they rely on.
func web(relies map[string][]string, order ...string) *casefile.Case {
	c := &casefile.Case{}
	for _, id := range order {
		c.Sources = append(c.Sources, casefile.Source{ID: id, ReliesOn: relies[id], Directness: casefile.Secondhand})
	}
	return c
}

func TestOrigins(t *testing.T) {
	c := web(map[string][]string{
		"copy": {"report"}, "report": {"b", "a"}, "both": {"copy", "report", "c"},
		"one": {"two"}, "two": {"one"}, "lost": {"gone"},
	}, "both", "a", "copy", "b", "report", "c", "one", "two", "lost")
	cases := map[string][]string{
		"a": {"a"}, "report": {"a", "b"}, "copy": {"a", "b"}, "both": {"a", "b", "c"},
		"one": nil, "lost": nil, "nobody": nil,
	}
	for id, want := range cases {
		if got := c.Origins(id); !slices.Equal(got, want) {
			t.Errorf("Origins(%s) = %v, want %v", id, got, want)
		}
	}
}

func TestAssertingOrigins(t *testing.T) {
	c := loadBase(t)
	claim, _ := c.Claim("found")
	for source, want := range map[string][]string{"radio": {"photo"}, "photo": {"photo"}, "office": nil, "nobody": nil} {
		if got := c.AssertingOrigins(source, claim); !slices.Equal(got, want) {
			t.Errorf("AssertingOrigins(%s) = %v, want %v", source, got, want)
		}
	}
}

func TestRepeatingAddsNoVoice(t *testing.T) {
	c := web(map[string][]string{
		"copy-1": {"a"}, "copy-2": {"a"}, "wide": {"a", "b"}, "deep": {"unquoted"},
	}, "copy-1", "copy-2", "wide", "a", "b", "deep", "deep-too", "unquoted")
	c.Sources[6].ReliesOn = []string{"unquoted"}
	c.Sources[3].Directness = casefile.Firsthand
	cases := []struct {
		name   string
		by     []string
		voices []string
		tier   int
	}{
		{"nobody", nil, nil, 4},
		{"an origin", []string{"a#p"}, []string{"a"}, 0},
		{"an origin and its copies", []string{"copy-1#p", "copy-2#p", "a#p"}, []string{"a"}, 0},
		{"copies alone", []string{"copy-1#p", "copy-2#p"}, []string{"copy-1"}, 2},
		{"two origins", []string{"a#p", "b#p"}, []string{"a", "b"}, 0},
		{"one that rests on both", []string{"wide#p", "b#p"}, []string{"b"}, 2},
		{"two that rest on the same silent origin", []string{"deep#p", "deep-too#p"}, []string{"deep"}, 2},
		{"two paragraphs of one source", []string{"b#p", "b#q"}, []string{"b"}, 2},
		{"nobody known", []string{"nobody#p"}, nil, 4},
	}
	for _, k := range cases {
		got := c.Support(casefile.Answer{By: k.by})
		if !slices.Equal(got.Voices, k.voices) || got.Tier != k.tier {
			t.Errorf("%s: %v in tier %d, want %v in %d", k.name, got.Voices, got.Tier, k.voices, k.tier)
		}
	}
}

func TestBestSupported(t *testing.T) {
	c := web(map[string][]string{"copy": {"a"}}, "a", "b", "c", "copy")
	c.Sources[2].Directness = casefile.Official
	point := func(by ...[]string) *casefile.Point {
		p := &casefile.Point{}
		for _, refs := range by {
			p.Answers = append(p.Answers, casefile.Answer{By: refs})
		}
		return p
	}
	cases := []struct {
		name string
		p    *casefile.Point
		want int
		ok   bool
	}{
		{"more voices", point([]string{"a#p", "copy#p"}, []string{"b#p", "c#p"}), 1, true},
		{"a closer voice", point([]string{"a#p"}, []string{"c#p"}), 1, true},
		{"copies do not help", point([]string{"a#p", "copy#p"}, []string{"c#p"}), 1, true},
		{"a tie", point([]string{"a#p"}, []string{"b#p"}), 0, false},
		{"a tie behind the best", point([]string{"a#p"}, []string{"c#p"}, []string{"b#p"}), 1, true},
		{"only one answer", point([]string{"a#p"}), 0, true},
		{"no answer", point(), 0, false},
	}
	for _, k := range cases {
		if got, ok := c.BestSupported(k.p); got != k.want || ok != k.ok {
			t.Errorf("%s: %d, %v", k.name, got, ok)
		}
	}
}

func TestAnswersOf(t *testing.T) {
	p := &casefile.Point{Answers: []casefile.Answer{{By: []string{"a#1", "b#1"}}, {By: []string{"a#2"}}}}
	for source, want := range map[string][]int{"a": {0, 1}, "b": {0}, "c": nil} {
		if got := p.AnswersOf(source); !slices.Equal(got, want) {
			t.Errorf("%s gives the answers %v", source, got)
		}
	}
}

func TestTiersFromStrongToWeak(t *testing.T) {
	for i, d := range []casefile.Directness{casefile.Firsthand, casefile.Official, casefile.Secondhand, casefile.Retold, "hearsay"} {
		if d.Tier() != i {
			t.Errorf("%s is in tier %d", d, d.Tier())
		}
	}
}

func TestChronology(t *testing.T) {
	c := loadBase(t)
	happened, known := c.Chronology(casefile.Happened), c.Chronology(casefile.Known)
	cases := []struct {
		axis casefile.Chronology
		a, b string
		want bool
	}{
		{happened, "leaves", "return", true},
		{happened, "return", "leaves", false},
		{happened, "toy-placed", "photo-taken", true}, // only after says so
		{happened, "photo-taken", "toy-placed", false},
		{known, "photo-taken", "toy-placed", true}, // the other way round in becoming known
		{known, "toy-placed", "sorry", true},
		{known, "sorry", "toy-placed", false},
		{happened, "leaves", "leaves", false},
		{happened, "leaves", "nothing", false},
	}
	for _, k := range cases {
		if got := k.axis.Before(k.a, k.b); got != k.want {
			t.Errorf("%s before %s: %v", k.a, k.b, got)
		}
	}
	if got := known.Decidable([]string{"toy-placed", "sorry", "return", "nothing"}); got != 3 {
		t.Errorf("%d pairs are decidable", got)
	}
}

// TestOrderFollowsThroughOthers: a comes before c because of b, whose dates
// alone decide neither.
func TestOrderFollowsThroughOthers(t *testing.T) {
	c := &casefile.Case{Events: []casefile.Event{
		{ID: "c", Happened: date("2015-09"), After: []string{"b"}},
		{ID: "b", Happened: date("2015-09"), After: []string{"a"}},
		{ID: "a", Happened: date("2015-09-14")},
		{ID: "early", Happened: date("2015-09-13")},
	}}
	order := c.Chronology(casefile.Happened)
	if !order.Before("a", "c") || !order.Before("early", "c") || order.Before("c", "a") {
		t.Error("the order does not follow through b")
	}
}
