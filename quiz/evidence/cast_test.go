package evidence_test

import (
	"slices"
	"testing"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/evidence"
)

func TestPeopleEnterWithWhatNamesThem(t *testing.T) {
	text := func(id, text string) casefile.Paragraph { return casefile.Paragraph{ID: id, Text: text} }
	c := &casefile.Case{
		People: []casefile.Person{{ID: "ann", Name: "Ann Able"}, {ID: "ben", Name: "Ben Bold"}, {ID: "cy", Name: "Cy Cole"}, {ID: "di", Name: "Di Dunn"}, {ID: "ed", Name: "Ed East"}},
		Sources: []casefile.Source{
			{ID: "post", Author: "Ann Able", Digest: []casefile.Paragraph{text("a", "Hello."), text("b", "Ben Bold said so.")}},
			{ID: "paper", Title: "Cy Cole denies", Digest: []casefile.Paragraph{text("a", "Ann Able again."), {ID: "b", Text: "No.", SaidBy: "di"}}},
			{ID: "tab", Author: "Ed East"},
		},
		Rooms: []casefile.Room{{Beats: []casefile.Beat{
			{ID: "one", Arrivals: []string{"post#a", "gone"}, Tabs: []string{"tab"}},
			{ID: "two", Arrivals: []string{"post"}},
			{ID: "three", Arrivals: []string{"paper"}},
		}}},
	}
	got := map[string][]string{}
	for beat, people := range evidence.Cast(c) {
		for _, p := range people {
			got[beat] = append(got[beat], p.ID)
		}
	}
	for beat, want := range map[string][]string{"one": nil, "two": {"ann", "ben"}, "three": {"cy", "di"}} {
		if !slices.Equal(got[beat], want) {
			t.Errorf("at %s %v enter, not %v", beat, got[beat], want)
		}
	}
	if first := evidence.FirstCast(c); len(first) != 0 {
		t.Errorf("%v are there from the beginning", first)
	}
}
