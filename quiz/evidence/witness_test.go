package evidence_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/evidence"
)

var today = edtf.MustParse("1920-05-01")

// page is a source that came out today, with the paragraphs.
func page(id string, digest ...casefile.Paragraph) casefile.Source {
	return casefile.Source{ID: id, Published: today, Directness: casefile.Firsthand, Digest: digest}
}

func said(id, speaker string) casefile.Paragraph { return casefile.Paragraph{ID: id, Speaker: speaker} }

func by(s casefile.Source, speaker string) casefile.Source {
	s.Speaker = speaker
	return s
}

func resting(s casefile.Source, on ...string) casefile.Source {
	s.ReliesOn = on
	return s
}

func TestSpeaker(t *testing.T) {
	office := page("office", casefile.Paragraph{ID: "denies", SaidBy: "spokesman"}, casefile.Paragraph{ID: "adds"})
	office.SpeaksFor = "president"
	agent := page("agent", casefile.Paragraph{ID: "one", SaidBy: "agent", SpeaksFor: "ann"}, casefile.Paragraph{ID: "two", SaidBy: "agent", SpeaksFor: "ben"})
	x := evidence.New(&casefile.Case{Sources: []casefile.Source{
		office, agent,
		by(page("interview", casefile.Paragraph{ID: "own"}, casefile.Paragraph{ID: "quotes", SaidBy: "ben"}, said("other", "cid")), "ann"),
		page("report", casefile.Paragraph{ID: "ben", SaidBy: "ben"}, casefile.Paragraph{ID: "spokesman", SaidBy: "spokesman"}, casefile.Paragraph{ID: "agent", SaidBy: "agent"}, casefile.Paragraph{ID: "nobody"}),
	}})
	for ref, want := range map[string]string{
		"office": "president", "office#denies": "president", "office#adds": "president",
		"agent#one": "ann", "agent#two": "ben", "agent": "",
		"interview": "ann", "interview#own": "ann", "interview#quotes": "ann", "interview#other": "cid",
		"report#ben": "ben", "report#spokesman": "president", "report#agent": "agent", "report#nobody": "", "report": "",
		"gone": "", "gone#p": "", "report#gone": "",
	} {
		if got := x.Speaker(ref); got != want {
			t.Errorf("%q speaks in %s, want %q", got, ref, want)
		}
	}
}

func TestWitnessesArePeople(t *testing.T) {
	quoting := page("paper", casefile.Paragraph{ID: "p", SaidBy: "ann"}, casefile.Paragraph{ID: "q"})
	for _, k := range []struct {
		name     string
		sources  []casefile.Source
		asserted []string
		want     []evidence.Witness
	}{
		{
			"two people in one interview",
			[]casefile.Source{page("talk", said("p", "ann"), said("q", "ben"))},
			[]string{"talk#p", "talk#q"},
			[]evidence.Witness{{Who: "ann", Sources: []string{"talk"}}, {Who: "ben", Sources: []string{"talk"}}},
		},
		{
			"the one of the two who says so",
			[]casefile.Source{page("talk", said("p", "ann"), said("q", "ben"))},
			[]string{"talk#q"},
			[]evidence.Witness{{Who: "ben", Sources: []string{"talk"}}},
		},
		{
			"the same two in two sources",
			[]casefile.Source{page("first", said("p", "ann")), page("second", said("q", "ben"))},
			[]string{"first#p", "second#q"},
			[]evidence.Witness{{Who: "ann", Sources: []string{"first"}}, {Who: "ben", Sources: []string{"second"}}},
		},
		{
			"one person in two sources",
			[]casefile.Source{by(page("post", said("p", "")), "ann"), page("talk", said("p", "ann"))},
			[]string{"talk#p", "post#p"},
			[]evidence.Witness{{Who: "ann", Sources: []string{"post", "talk"}}},
		},
		{
			"one person twice in one source",
			[]casefile.Source{page("talk", said("p", "ann"), said("q", "ann"))},
			[]string{"talk#p", "talk#q"},
			[]evidence.Witness{{Who: "ann", Sources: []string{"talk"}}},
		},
		{
			"sources that don't say who speaks",
			[]casefile.Source{page("film", said("p", ""), said("q", "")), page("photo", said("p", ""))},
			[]string{"film#p", "film#q", "photo#p"},
			[]evidence.Witness{{Sources: []string{"film"}}, {Sources: []string{"photo"}}},
		},
		{
			"a person whom a report quotes, and the report itself",
			[]casefile.Source{quoting, page("talk", said("p", "ann"))},
			[]string{"paper#p", "paper#q", "talk#p"},
			[]evidence.Witness{{Who: "ann", Sources: []string{"paper", "talk"}}, {Sources: []string{"paper"}}},
		},
		{
			"a report of an interview",
			[]casefile.Source{page("talk", said("p", "ann")), resting(quoting, "talk")},
			[]string{"talk#p", "paper#p", "paper#q"},
			[]evidence.Witness{{Who: "ann", Sources: []string{"talk"}}},
		},
	} {
		x := evidence.New(&casefile.Case{Sources: k.sources, Claims: []casefile.Claim{{ID: "claim", AssertedBy: k.asserted}}})
		if got := x.Witnesses("claim", today); !reflect.DeepEqual(got, k.want) {
			t.Errorf("%s: %+v, want %+v", k.name, got, k.want)
		}
		if got := x.Support(casefile.Answer{By: k.asserted}).Voices; !reflect.DeepEqual(got, k.want) {
			t.Errorf("%s: the voices of an answer are %+v, want %+v", k.name, got, k.want)
		}
	}
}

func TestAReportAddsNobodyToThoseWhoAreCounted(t *testing.T) {
	report := func(id string, on ...string) casefile.Source { return resting(page(id, said("p", "")), on...) }
	sources := []casefile.Source{
		page("talk", said("p", "ann"), said("q", "ben")), page("later", said("p", "ann")), page("other", said("p", "cid")),
		report("of-talk", "talk"), report("of-later", "later"), report("of-other", "other"), report("of-all", "talk", "later", "other"),
	}
	x := evidence.New(&casefile.Case{Sources: sources})
	for _, k := range []struct {
		by   []string
		want int
	}{
		{[]string{"talk#p", "of-talk#p"}, 1},
		{[]string{"talk#p", "of-later#p"}, 1}, // Ann again
		{[]string{"talk#q", "of-later#p"}, 2}, // Ben said so; what Ann said is new
		{[]string{"talk#p", "of-other#p"}, 2},
		{[]string{"of-talk#p", "of-all#p"}, 1},
		{[]string{"talk#p", "talk#q", "other#p", "of-all#p"}, 3},
	} {
		if got := x.Support(casefile.Answer{By: k.by}).Voices; len(got) != k.want {
			t.Errorf("%v are %d voices, want %d: %+v", k.by, len(got), k.want, got)
		}
	}
}

// A source that is cut in two, each paragraph with the one who speaks in it, counts as
// before, whatever rests on it; and two that become one count as they did.
func TestCuttingAndJoiningSourcesChangesNoCount(t *testing.T) {
	people := []string{"ann", "ben", "cid"}
	changed := 0
	for seed := range uint64(400) {
		r := rand.New(rand.NewPCG(seed, 13))
		c := randomCase(r, people)
		whole := evidence.New(c)
		which := r.IntN(3) // the interviews come first
		parted := cut(c, which, 1+r.IntN(len(c.Sources[which].Digest)-1))
		halves := evidence.New(parted)
		for _, pair := range []struct {
			what          string
			whole, halves []evidence.Witness
		}{
			{"witnesses", whole.Witnesses("claim", today), halves.Witnesses("claim", today)},
			{"voices", whole.Support(c.Points[0].Answers[0]).Voices, halves.Support(parted.Points[0].Answers[0]).Voices},
		} {
			if a, b := who(pair.whole), who(pair.halves); !slices.Equal(a, b) {
				t.Fatalf("seed %d: the %s are %v in one source and %v in two: %+v", seed, pair.what, a, b, c)
			} else if len(a) != len(whole.Origins("all")) {
				changed++
			}
		}
	}
	if changed == 0 {
		t.Error("people and sources were as many in every case")
	}
}

// who lists the witnesses: people by id, and of sources that name nobody which.
func who(witnesses []evidence.Witness) []string {
	var names []string
	for _, w := range witnesses {
		if w.Who != "" {
			names = append(names, w.Who)
		} else {
			names = append(names, "in "+w.Sources[0])
		}
	}
	slices.Sort(names)
	return names
}

// randomCase has three interviews in which people speak, a film in which nobody is
// named, and reports of them.
func randomCase(r *rand.Rand, people []string) *casefile.Case {
	c := &casefile.Case{Claims: []casefile.Claim{{ID: "claim"}}, Points: []casefile.Point{{ID: "point", Answers: []casefile.Answer{{}}}}}
	var origins []string
	for i := range 4 {
		s := page(fmt.Sprintf("talk-%d", i))
		if r.IntN(2) == 0 {
			s.Speaker = people[r.IntN(len(people))]
		}
		for j := range 2 + r.IntN(3) {
			p := casefile.Paragraph{ID: fmt.Sprintf("p%d", j)}
			if s.Speaker == "" || r.IntN(2) == 0 {
				p.Speaker = people[r.IntN(len(people))]
			}
			if i == 3 {
				s.Speaker, p.Speaker = "", ""
			}
			s.Digest = append(s.Digest, p)
		}
		c.Sources = append(c.Sources, s)
		origins = append(origins, s.ID)
	}
	for i := range 3 {
		s := resting(page(fmt.Sprintf("report-%d", i), casefile.Paragraph{ID: "p"}), origins[r.IntN(4)])
		if r.IntN(3) == 0 {
			s.Digest[0].SaidBy = people[r.IntN(len(people))]
		}
		c.Sources = append(c.Sources, s)
	}
	c.Sources = append(c.Sources, resting(page("all", casefile.Paragraph{ID: "p"}), origins...))
	for _, s := range c.Sources {
		for _, p := range s.Digest {
			if r.IntN(2) == 0 {
				c.Claims[0].AssertedBy = append(c.Claims[0].AssertedBy, s.ID+"#"+p.ID)
			}
			if r.IntN(2) == 0 {
				c.Points[0].Answers[0].By = append(c.Points[0].Answers[0].By, s.ID+"#"+p.ID)
			}
		}
	}
	return c
}

// cut returns a case in which the source with an index is two: its paragraphs up to one,
// and the rest. What relied on it relies on both.
func cut(c *casefile.Case, source, at int) *casefile.Case {
	out := *c
	first, second := c.Sources[source], c.Sources[source]
	second.ID += "-rest"
	first.Digest, second.Digest = first.Digest[:at], second.Digest[at:]
	out.Sources = slices.Concat(c.Sources[:source], []casefile.Source{first, second}, c.Sources[source+1:])
	for i := range out.Sources {
		s := &out.Sources[i]
		if slices.Contains(s.ReliesOn, first.ID) {
			s.ReliesOn = append(slices.Clone(s.ReliesOn), second.ID)
		}
	}
	moved := func(refs []string) []string {
		refs = slices.Clone(refs)
		for i, ref := range refs {
			id, part, _ := casefile.SplitRef(ref)
			if _, there := second.Paragraph(part); there && id == first.ID {
				refs[i] = second.ID + "#" + part
			}
		}
		return refs
	}
	out.Claims = []casefile.Claim{{ID: "claim", AssertedBy: moved(c.Claims[0].AssertedBy)}}
	out.Points = []casefile.Point{{ID: "point", Answers: []casefile.Answer{{By: moved(c.Points[0].Answers[0].By)}}}}
	return &out
}
