package evidence_test

import (
	"slices"
	"strings"
	"testing"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/evidence"
)

// graph returns a case with only sources: ids and what they rely on.
func graph(relies map[string][]string, order ...string) *casefile.Case {
	c := &casefile.Case{}
	for _, id := range order {
		c.Sources = append(c.Sources, casefile.Source{ID: id, ReliesOn: relies[id], Directness: casefile.Secondhand})
	}
	return c
}

func TestOrigins(t *testing.T) {
	c := graph(map[string][]string{
		"copy": {"report"}, "report": {"b", "a"}, "both": {"copy", "report", "c"},
		"one": {"two"}, "two": {"one"}, "lost": {"gone"},
	}, "both", "a", "copy", "b", "report", "c", "one", "two", "lost")
	cases := map[string][]string{
		"a": {"a"}, "report": {"a", "b"}, "copy": {"a", "b"}, "both": {"a", "b", "c"},
		"one": nil, "lost": nil, "nobody": nil,
	}
	for id, want := range cases {
		if got := evidence.New(c).Origins(id); !slices.Equal(got, want) {
			t.Errorf("Origins(%s) = %v, want %v", id, got, want)
		}
	}
}

func TestOriginAsserts(t *testing.T) {
	x := loadIndex(t)
	for source, want := range map[string]bool{"radio": true, "photo": true, "office": false, "nobody": false} {
		if got := x.OriginAsserts(source, "found"); got != want {
			t.Errorf("OriginAsserts(%s) = %v, want %v", source, got, want)
		}
	}
	if x.OriginAsserts("photo", "nothing") {
		t.Error("an origin asserts a claim that the case does not have")
	}
}

func TestRepeatingAddsNoSupport(t *testing.T) {
	c := graph(map[string][]string{
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
		got := evidence.New(c).Support(casefile.Answer{By: k.by})
		var voices []string
		for _, w := range got.Voices {
			voices = append(voices, w.Sources[0])
		}
		if !slices.Equal(voices, k.voices) || got.Tier != k.tier {
			t.Errorf("%s: %v in tier %d, want %v in %d", k.name, got.Voices, got.Tier, k.voices, k.tier)
		}
	}
}

func TestBestSupported(t *testing.T) {
	c := graph(map[string][]string{"copy": {"a"}}, "a", "b", "c", "copy")
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
		k.p.ID = "point"
		c.Points = []casefile.Point{*k.p}
		if got, ok := evidence.New(c).BestSupported("point"); got != k.want || ok != k.ok {
			t.Errorf("%s: %d, %v", k.name, got, ok)
		}
	}
}

func TestAnswersBy(t *testing.T) {
	x := evidence.New(&casefile.Case{Points: []casefile.Point{{
		ID: "p", Answers: []casefile.Answer{{By: []string{"a#1", "b#1"}}, {By: []string{"a#2"}}},
	}}})
	for source, want := range map[string][]int{"a": {0, 1}, "b": {0}, "c": nil} {
		if got := x.AnswersBy("p", source); !slices.Equal(got, want) {
			t.Errorf("%s gives the answers %v", source, got)
		}
	}
}

func TestTiersFromStrongToWeak(t *testing.T) {
	for i, d := range []casefile.Directness{casefile.Firsthand, casefile.Official, casefile.Secondhand, casefile.Retold, "hearsay"} {
		if got := evidence.Tier(d); got != i {
			t.Errorf("%s is in tier %d", d, got)
		}
	}
}

func TestHearings(t *testing.T) {
	x := loadIndex(t)
	everything := func(string) bool { return true }
	show := func(heard []evidence.Hearing) string {
		out := ""
		for _, h := range heard {
			out += h.Source + "<" + strings.Join(h.From, "+") + " "
		}
		return strings.TrimSpace(out)
	}
	for _, c := range []struct {
		name, claim, at string
		keep            func(string) bool
		want            string
	}{
		{"who has it from whom", "found", "2021-03-03", everything, "photo< paper<photo radio<paper"},
		{"those that were public", "found", "2021-03-02", everything, "photo<"},
		{"past one that is left out", "found", "2021-03-03", func(id string) bool { return id != "paper" }, "photo< radio<photo"},
		{"without the origin", "found", "2021-03-03", func(id string) bool { return id != "photo" }, "paper< radio<paper"},
		{"an unknown claim", "lost", "2021-03-03", everything, ""},
	} {
		if got := show(x.Hearings(c.claim, date(c.at), c.keep)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}

	c := graph(map[string][]string{
		"copy": {"report", "b"}, "report": {"b", "a"}, "one": {"two"}, "two": {"one"}, "lost": {"gone", "a"},
	}, "copy", "a", "report", "b", "one", "two", "lost")
	x = evidence.New(c)
	for source, want := range map[string]string{
		"copy":   "a< b< report<a+b copy<report", // b is behind the report already
		"lost":   "a< lost<a",
		"a":      "a<",
		"one":    "one<two two<one",
		"nobody": "",
	} {
		if got := show(x.Lineage(source)); got != want {
			t.Errorf("the lineage of %s is %s, want %s", source, got, want)
		}
	}
}
