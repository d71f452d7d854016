package simulate

import (
	"strconv"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/compare"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/report"
)

// A Scenario is a class of made-up pupils, and what becomes of them between two
// tests.
type Scenario struct {
	Name  string  `json:"name"`
	From  []Kind  `json:"from"`  // the class has as many of each
	To    Kind    `json:"to"`    // what the share becomes; empty if nobody changes
	Share float64 `json:"share"` // of the class, from 0 to 1

	// Shift is added to everybody's criterion: more doubt without more discernment.
	Shift float64 `json:"shift"`
}

// Scenarios lists what a class comparison is tried on.
func Scenarios() []Scenario {
	list := []Scenario{
		{Name: "nobody changes, all kinds", From: Kinds()},
		{Name: "nobody changes, all discerning", From: []Kind{DiscerningPupil}},
		{Name: "nobody changes, all trusting", From: []Kind{TrustingPupil}},
		{Name: "nobody changes, all guessing", From: []Kind{GuessingPupil}},
	}
	for _, from := range []Kind{GuessingPupil, TrustingPupil} {
		for _, share := range []float64{0.2, 0.4, 0.6, 0.8} {
			name := strconv.Itoa(int(100*share)) + " % of the " + string(from) + " become discerning"
			list = append(list, Scenario{Name: name, From: []Kind{from}, To: DiscerningPupil, Share: share})
		}
	}
	return append(list,
		Scenario{Name: "all kinds doubt more, by half a standard deviation", From: Kinds(), Shift: 0.5},
		Scenario{Name: "all kinds doubt more, by one", From: Kinds(), Shift: 1},
		Scenario{Name: "the trusting doubt more, by one", From: []Kind{TrustingPupil}, Shift: 1},
		Scenario{Name: "the trusting become cynical", From: []Kind{TrustingPupil}, To: CynicalPupil, Share: 1},
		Scenario{Name: "the cynical become trusting", From: []Kind{CynicalPupil}, To: TrustingPupil, Share: 1},
	)
}

// An Outcome is how often the comparison of a class found what.
type Outcome struct {
	Scenario
	Classes int                         `json:"classes"`
	Pupils  int                         `json:"pupils"` // of each class
	Found   map[compare.Finding]float64 `json:"found"`  // share of the classes
	// Singles is the same for the pupils' own comparisons.
	Singles map[compare.Finding]float64 `json:"singles"`
}

// Better is the share of classes of which the comparison says that they tell true
// from false better.
func Better(found map[compare.Finding]float64) float64 {
	return found[compare.Discerning] + found[compare.Warier]
}

// MostClasses is the largest number of classes of a scenario.
const MostClasses = 100_000

// Classes lets classes of pupils play two tests, every other pupil beginning with
// the second, and compares their results before and after. Both may be the same
// test.
func Classes(a, b *Test, s Scenario, classes, pupils int, seed uint64) Outcome {
	classes = max(1, min(classes, MostClasses))
	o := Outcome{Scenario: s, Classes: classes, Pupils: pupils, Found: map[compare.Finding]float64{}, Singles: map[compare.Finding]float64{}}
	for class := range classes {
		before, after := make([]report.Entry, pupils), make([]report.Entry, pupils)
		for i := range pupils {
			first, second := a, b
			if i%2 == 1 {
				first, second = b, a
			}
			kind := s.From[i%len(s.From)]
			p := born(kind, seed, uint64(class*pupils+i))
			before[i] = p.result(i, first, "a")
			// Those who change are spread over the class and over both orders.
			if s.To != "" && int(float64(i/2+1)*s.Share+1e-9) > int(float64(i/2)*s.Share+1e-9) {
				p.become(kind.Profile(), s.To.Profile())
			}
			p.Criterion += s.Shift
			after[i] = p.result(i, second, "b")
			if first == b {
				before[i].Case, after[i].Case = after[i].Case, before[i].Case
			}
		}
		c := compare.Of(before, after, compare.Options{})
		o.Found[c.Finding] += 1 / float64(classes)
		for _, single := range c.Pupils {
			o.Singles[single.Finding] += 1 / float64(classes*pupils)
		}
	}
	for _, f := range compare.Findings() {
		o.Found[f], o.Singles[f] = round(o.Found[f]), round(o.Singles[f])
	}
	return o
}

// result is the result of a pupil's verdicts on a test.
func (p *pupil) result(number int, t *Test, id string) report.Entry {
	given := make([]*puzzle.VerdictParts, len(t.verdicts))
	for i, q := range t.verdicts {
		given[i] = p.judge(q)
	}
	return report.Entry{Who: strconv.Itoa(number), Report: report.Report{
		Case: id, Finished: true, Length: casefile.Full,
		Discernment: report.Discern(given), Calibration: report.Calibrate(given),
	}}
}
