package puzzle

import (
	"slices"
	"testing"

	"holdtheline/quiz/casefile"
)

// openCat is the small case with a second spot, whose disagreement stays open: two who
// were there, and nobody else.
func openCat(t testing.TB) *casefile.Case {
	t.Helper()
	c := lostCat(t)
	c.Points = append(c.Points, casefile.Point{ID: "collar", Question: "Did she wear her collar?", Answers: []casefile.Answer{
		{Text: "yes", By: []string{"notice#gone"}}, {Text: "no", By: []string{"photo#found"}},
	}})
	lab := &c.Rooms[2]
	lab.Puzzles = append(lab.Puzzles, casefile.Puzzle{
		ID: "spot-collar", Kind: KindSpot, Title: "With or without", Prompt: "Where do the two differ, and is one of them better supported there?",
		Why: "Two voices, one against one.", Sources: []string{"notice", "photo"}, Points: []string{"collar", "seen-last"}, Open: true,
	})
	return c
}

func TestAnOpenDisagreement(t *testing.T) {
	s := New(openCat(t))
	open := get[*Spot](t, s, "spot-collar")
	if open.Place() != "collar" || open.Account() != Unsettled {
		t.Fatalf("it asks for %q and %q", open.Place(), open.Account())
	}
	for answer, want := range map[string]float64{
		`{"place": "collar", "account": "_unsettled"}`:    1,
		`{"place": "collar", "account": "notice"}`:        0.5,
		`{"place": "collar", "account": "photo"}`:         0.5,
		`{"place": "seen-last", "account": "_unsettled"}`: 0.5,
		`{"place": "seen-last", "account": "photo"}`:      0,
	} {
		if mark, err := open.Mark([]byte(answer)); err != nil || mark.Value != want {
			t.Errorf("%s marks %v, %v, want %v", answer, mark.Value, err, want)
		}
	}
	if got, want := open.Chance(), 0.5/2+0.5/3; !near(got, want) {
		t.Errorf("guessing earns %v, want %v", got, want)
	}
	if mark, err := open.Mark(open.Worst()); err != nil || mark.Value != 0 {
		t.Errorf("the worst answer marks %v, %v", mark.Value, err)
	}
	e, err := open.Explain(open.Best())
	if err != nil {
		t.Fatal(err)
	}
	last := e.Lines[len(e.Lines)-1]
	if e.Spot.Accounts[0].Better || e.Spot.Accounts[1].Better || last.Text[0].Key != "spot.unsettled.result" || !last.Right {
		t.Errorf("it explains %+v, %+v", e.Spot, e.Lines)
	}
}

// That it can't be settled is on offer wherever the case asks for a disagreement: only
// where it is right, it would be the answer.
func TestAnOpenDisagreementIsNotGivenAway(t *testing.T) {
	for _, test := range []struct {
		c    *casefile.Case
		want []string
	}{{openCat(t), []string{"radio", "office", Unsettled}}, {lostCat(t), []string{"radio", "office"}}} {
		settled := get[*Spot](t, New(test.c), "spot-library")
		form := settled.Form(3)
		if got := form.Fields[1].IDs(); !slices.Equal(got, test.want) {
			t.Errorf("the accounts to choose from are %v, want %v", got, test.want)
		}
		mark, err := settled.Mark([]byte(`{"place": "library", "account": "_unsettled"}`))
		if offered := len(test.want) == 3; (err == nil) != offered || mark.Value != 0.5 && offered {
			t.Errorf("unsettled marks %v, %v", mark.Value, err)
		}
		if settled.Account() != "office" {
			t.Errorf("the better supported account is %q", settled.Account())
		}
	}
}
