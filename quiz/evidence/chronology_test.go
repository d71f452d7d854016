package evidence_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/evidence"
)

func TestChronology(t *testing.T) {
	x := loadIndex(t)
	happened, known := x.Chronology(casefile.Happened), x.Chronology(casefile.Known)
	cases := []struct {
		axis evidence.Chronology
		a, b string
		want bool
	}{
		{happened, "leaves", "return", true},
		{happened, "return", "leaves", false},
		{happened, "toy-placed", "photo-taken", true}, // only after says so
		{happened, "photo-taken", "toy-placed", false},
		{known, "photo-taken", "toy-placed", true}, // they became known the other way round
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

// TestChronologyIsTransitive: a comes before c because of b, although the dates
// alone do not decide it.
func TestChronologyIsTransitive(t *testing.T) {
	c := &casefile.Case{Events: []casefile.Event{
		{ID: "c", Happened: date("2015-09"), After: []string{"b"}},
		{ID: "b", Happened: date("2015-09"), After: []string{"a"}},
		{ID: "a", Happened: date("2015-09-14")},
		{ID: "early", Happened: date("2015-09-13")},
	}}
	order := evidence.New(c).Chronology(casefile.Happened)
	if !order.Before("a", "c") || !order.Before("early", "c") || order.Before("c", "a") {
		t.Error("the order does not follow through b")
	}
}

// TestChronologyFollowsTheDates holds the order of many events against what follows
// from comparing each two.
func TestChronologyFollowsTheDates(t *testing.T) {
	dates := []string{"2015", "2015-09", "2015-09-14", "2015-09-14T15:11:00Z", "2015-09-14T15:11:01Z", "../2015-09-14", "2015-09-15/..", "2014-12-31/2015-01-02", "2015-09~", "2015-10-01"}
	random := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		c := &casefile.Case{}
		for i := range 70 {
			c.Events = append(c.Events, casefile.Event{ID: fmt.Sprint(i), Happened: date(dates[random.IntN(len(dates))])})
			if i > 0 && random.IntN(10) == 0 {
				c.Events[i].After = []string{fmt.Sprint(random.IntN(i))}
			}
		}
		want := make([][]bool, len(c.Events))
		for i, a := range c.Events {
			want[i] = make([]bool, len(c.Events))
			for j, b := range c.Events {
				want[i][j] = edtf.Compare(a.Happened, b.Happened) == edtf.Before || slices.Contains(b.After, a.ID)
			}
		}
		evidence.TransitiveClosure(want)
		got := evidence.New(c).Chronology(casefile.Happened)
		for i, a := range c.Events {
			for j, b := range c.Events {
				if got.Before(a.ID, b.ID) != want[i][j] {
					t.Fatalf("%s (%s) before %s (%s): %v", a.ID, a.Happened, b.ID, b.Happened, !want[i][j])
				}
			}
		}
	}
}
