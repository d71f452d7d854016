package evidence_test

import (
	"testing"

	"holdtheline/quiz/casefile"
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
