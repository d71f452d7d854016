package puzzle

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

func TestExplanationOfWho(t *testing.T) {
	e := explain(t, loadSet(t), "who-said", `{"1": "tom", "2": "mira", "3": "mira"}`)
	if e.Mark.Value != 0.5 || e.Why == "" || len(e.Lines) != 3 {
		t.Fatalf("explained as %+v", e)
	}
	right, wrong := e.Lines[0], e.Lines[1]
	if !right.Right || !strings.Contains(right.Text.In(keyed{}), "It was only a toy") || !strings.Contains(right.Text.In(keyed{}), "Tom Lindqvist") ||
		!strings.Contains(right.Detail.In(keyed{}), "It was a toy") {
		t.Errorf("what is right is told as %q, %q", right.Text.In(keyed{}), right.Detail.In(keyed{}))
	}
	if wrong.Right || !strings.Contains(wrong.Text.In(keyed{}), "Hillside School") || !strings.Contains(wrong.Detail.In(keyed{}), "Mira Okafor") {
		t.Errorf("what is wrong is told as %q, %q", wrong.Text.In(keyed{}), wrong.Detail.In(keyed{}))
	}
}

// The people are in the same order at every quotation, and that order reveals
// nothing: each of them comes first about equally often.
func TestPeopleAreDealtInOneOrder(t *testing.T) {
	w := get[*Who](t, loadSet(t), "who-said")
	first := map[string]int{}
	const deals = 300
	for seed := range uint64(deals) {
		form := w.Form(seed)
		people := form.Fields[0].IDs()
		first[people[0]]++
		for _, f := range form.Fields {
			if !slices.Equal(f.IDs(), people) {
				t.Fatalf("seed %d: %v at one quotation, %v at another", seed, f.IDs(), people)
			}
		}
	}
	for person, n := range first {
		if n < deals/3/2 {
			t.Errorf("%s comes first %d times in %d", person, n, deals)
		}
	}
}

// A person may have said several quotations; then fewer people are offered.
func TestPersonMayHaveSaidSeveralQuotations(t *testing.T) {
	c := lostCat(t)
	for r := range c.Rooms {
		for p := range c.Rooms[r].Puzzles {
			if quotes := c.Rooms[r].Puzzles[p].Quotes; len(quotes) > 0 {
				quotes[1] = quotes[0]
			}
		}
	}
	w := get[*Who](t, New(c), "who-said")
	if people := w.Deal(1); len(people) != 2 {
		t.Errorf("on offer are %v", people)
	}
	if mark, err := w.Mark(json.RawMessage(`{"1": "tom", "2": "tom", "3": "tom"}`)); err != nil || !near(mark.Value, 1.0/3) {
		t.Errorf("two of three right mark %v, %v", mark.Value, err)
	}
}
