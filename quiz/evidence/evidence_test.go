package evidence_test

import (
	"slices"
	"testing"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/casetest"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/evidence"
)

func loadIndex(t *testing.T) *evidence.Index {
	t.Helper()
	return evidence.New(casetest.LostCat(t))
}

func TestPublicBy(t *testing.T) {
	x := loadIndex(t)
	for _, c := range []struct {
		ref, at string
		want    bool
	}{
		{"photo", "2021-03-01", false},
		{"photo", "2021-03-02", true},
		{"photo", "2021-03-02T12:00:00Z", false}, // it came out at 16:30
		{"paper", "2021-03-03T06:00:00Z", true},  // only its day is known
		{"paper#report", "2021-03-03", true},
		{"paper#update", "2021-03-03", false}, // a later layer
		{"paper#update", "2021-03-04", true},
		{"memory", "2022-06-30", true},
		{"memory", "2022-06-15", false}, // it may have come later that month
		{"dog", "2022-06-30", false},
		{"paper#dog", "2022-06-30", false},
	} {
		if got := x.PublicBy(c.ref, edtf.MustParse(c.at)); got != c.want {
			t.Errorf("%s public by %s: %t", c.ref, c.at, got)
		}
	}
	if got := x.Published("paper#update").String(); got != "2021-03-04" {
		t.Errorf("the update came out %s", got)
	}
	if !x.Published("dog").IsZero() {
		t.Error("an unknown source came out")
	}
}

func TestStatusAt(t *testing.T) {
	x := loadIndex(t)
	for _, c := range []struct {
		claim, at string
		want      casefile.Verdict // "" for none
	}{
		{"found", "2021-03-01", ""},
		{"found", "2021-03-02", casefile.Unconfirmed},
		{"found", "2021-03-03", casefile.Denied},
		{"found", "2021-03-03T23:00:00Z", casefile.Denied},
		{"found", "2021-03-02T00:00:00Z", casefile.Unconfirmed},
		{"found", "2021-03-03T23:59:59Z", casefile.Denied},
		{"found", "2021-03-04T00:00:00Z", casefile.Prank},
		{"found", "2030", casefile.Prank},
		{"found", "2021-03-03/..", ""}, // no moment
		{"found", "", ""},
		{"home", "2021-03-07", ""},
		{"home", "2021-03-08", casefile.Real},
		{"dog", "2030", ""},
	} {
		status, ok := x.StatusAt(c.claim, date(c.at))
		if ok != (c.want != "") || ok && status.Is != c.want {
			t.Errorf("%s at %s: %+v, %t", c.claim, c.at, status, ok)
		}
	}
}

func TestProvenance(t *testing.T) {
	x := loadIndex(t)
	for _, c := range []struct {
		source string
		want   []string
	}{
		{"photo", []string{"photo"}},
		{"paper", []string{"photo"}},
		{"radio", []string{"photo"}},
		{"dog", nil},
	} {
		if got := x.Origins(c.source); !slices.Equal(got, c.want) {
			t.Errorf("%s rests on %v", c.source, got)
		}
	}
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"radio", "paper", false},
		{"radio", "photo", false},
		{"radio", "office", true},
		{"office", "office", false},
		{"office", "dog", false},
		{"dog", "office", false},
	} {
		if got := x.Independent(c.a, c.b); got != c.want {
			t.Errorf("%s and %s independent: %t", c.a, c.b, got)
		}
	}
	if got := x.SharedOrigins("radio", "paper"); !slices.Equal(got, []string{"photo"}) {
		t.Errorf("radio and paper share %v", got)
	}
	if got := x.Path("radio", "photo"); !slices.Equal(got, []string{"radio", "paper", "photo"}) {
		t.Errorf("path %v", got)
	}
	if x.Path("photo", "radio") != nil || x.Path("dog", "photo") != nil {
		t.Error("there is a path where none is")
	}
}

// sources returns the first source in which each witness speaks.
func sources(witnesses []evidence.Witness) []string {
	var ids []string
	for _, w := range witnesses {
		ids = append(ids, w.Sources[0])
	}
	return ids
}

func TestWitnesses(t *testing.T) {
	x := loadIndex(t)
	for _, c := range []struct {
		at   string
		want []string
	}{
		{"2021-03-01", nil},
		{"2021-03-02", []string{"photo"}},
		{"2021-03-03", []string{"photo"}}, // the Herald and the radio add nothing
	} {
		if got := sources(x.Witnesses("found", edtf.MustParse(c.at))); !slices.Equal(got, c.want) {
			t.Errorf("witnesses at %s: %v", c.at, got)
		}
	}
	if got := x.Witnesses("dog", edtf.MustParse("2030")); got != nil {
		t.Errorf("witnesses of an unknown claim: %v", got)
	}
}

func TestWitnessesAreCountedAtTheirOrigins(t *testing.T) {
	day := edtf.MustParse("2015-09-14")
	source := func(id string, on ...string) casefile.Source {
		return casefile.Source{
			ID: id, Published: day, ReliesOn: on,
			Digest: []casefile.Paragraph{{ID: "p"}, {ID: "q"}},
		}
	}
	x := evidence.New(&casefile.Case{
		Sources: []casefile.Source{source("b"), source("a"), source("silent"), source("report", "a", "b"), source("lone", "silent")},
		Claims: []casefile.Claim{{
			ID:         "claim",
			AssertedBy: []string{"report#p", "a#p", "a#q", "b#p", "lone#p", "ghost#p"},
		}},
	})
	if got := sources(x.Witnesses("claim", day)); !slices.Equal(got, []string{"b", "a"}) {
		t.Errorf("witnesses %v, want each origin that asserts it once, in case order", got)
	}
}

func TestPoints(t *testing.T) {
	x := loadIndex(t)
	if best, ok := x.BestSupported("how-long"); !ok || best != 0 {
		t.Errorf("how long: answer %d, %t", best, ok)
	}
	if best, ok := x.BestSupported("library"); !ok || best != 1 {
		t.Errorf("library: answer %d, %t; the office and the confession are two voices, all others repeat one", best, ok)
	}
	if _, ok := x.BestSupported("dog"); ok {
		t.Error("an unknown point has a best answer")
	}
	if given, ok := x.AnswerBy("library", "radio"); !ok || given != 0 {
		t.Errorf("the radio answers %d, %t", given, ok)
	}
	if _, ok := x.AnswerBy("library", "memory"); ok {
		t.Error("the yearbook says nothing on the library")
	}
	if _, ok := x.AnswerBy("dog", "memory"); ok {
		t.Error("an unknown point has an answer")
	}
}

func TestCite(t *testing.T) {
	x := loadIndex(t)
	got := x.Cite("vet", "paper#box", "dog", "paper#dog")
	want := []evidence.Citation{
		{Ref: "vet", Source: "vet", Title: "No cat in our rooms"},
		{Ref: "paper#box", Source: "paper", Paragraph: "box", Title: "Cat found in library", Text: "The Herald comes out twice a week. Readers may send in their own stories."},
	}
	if !slices.Equal(got, want) {
		t.Errorf("cited %+v", got)
	}
}

// Package check refuses circles; the index must still terminate.
func TestCirclesEnd(t *testing.T) {
	x := evidence.New(&casefile.Case{Sources: []casefile.Source{
		{ID: "a", ReliesOn: []string{"b"}},
		{ID: "b", ReliesOn: []string{"a", "gone"}},
	}})
	if got := x.Origins("a"); len(got) != 0 {
		t.Errorf("a circle has the origins %v", got)
	}
	if x.Path("a", "c") != nil {
		t.Error("there is a path out of the circle")
	}
}

func TestWhatIsCitedTwiceIsOneSource(t *testing.T) {
	x := evidence.New(casetest.LostCat(t))
	groups := evidence.BySource(x.Cite("office#none", "photo#found", "office#said", "none#none"))
	var got []string
	for _, g := range groups {
		refs := ""
		for _, c := range g {
			refs += c.Ref + " "
		}
		got = append(got, refs)
	}
	if want := []string{"office#none office#said ", "photo#found "}; !slices.Equal(got, want) {
		t.Errorf("grouped as %q, want %q", got, want)
	}
}
