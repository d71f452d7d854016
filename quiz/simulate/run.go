package simulate

import (
	"math"

	"holdtheline/quiz/puzzle"
)

// A Result is what many made-up pupils made of a case.
type Result struct {
	Case      string     `json:"case"`
	Title     string     `json:"title"`
	Pupils    int        `json:"pupils"`
	Seed      uint64     `json:"seed"`
	True      int        `json:"true"`  // verdicts whose claim was real
	Other     int        `json:"other"` // the other verdicts
	Rows      []Row      `json:"kinds"`
	Questions []Question `json:"questions"`
}

// A Row is the mean of the pupils of a kind.
type Row struct {
	Kind        Kind             `json:"kind"`
	Pupils      int              `json:"pupils"`
	True        float64          `json:"true_believed"`  // share of the true claims believed
	False       float64          `json:"false_believed"` // share of the others
	DPrime      float64          `json:"d_prime"`        // 0 if too few verdicts are asked; so is C
	C           float64          `json:"c"`
	Calibration float64          `json:"calibration"` // certainty-based mark of an answer
	Score       float64          `json:"score"`       // 0 to 100
	ReadAs      map[Kind]float64 `json:"read_as"`     // share of them that Classify takes for each kind
}

// A Question is how well one question tells pupils apart.
type Question struct {
	ID    string      `json:"id"`
	Kind  puzzle.Kind `json:"kind"`
	Title string      `json:"title"`

	Discerning float64 `json:"discerning"` // mean mark of the discerning
	Guessing   float64 `json:"guessing"`   // of those who guess
	// Correlation is that of the mark with the score of all other questions, over
	// all pupils: for a question that is either right or wrong the point-biserial
	// correlation of classical test theory, corrected for overlap.
	Correlation float64 `json:"correlation"`
	// Flat is true if the question tells nobody apart: see LeastDifference and
	// LeastCorrelation.
	Flat bool `json:"flat"`
}

// A question is flat if the discerning do hardly better at it than those who guess,
// or if who does well at it does no better elsewhere.
const (
	LeastDifference  = 0.15
	LeastCorrelation = 0.10
)

// MostPupils is the largest number of pupils of a run.
const MostPupils = 1_000_000

// Run lets so many pupils, of each kind as many, play every question of a test. The
// pupils' number is rounded up to a multiple of the kinds. Pupil i of a seed is the
// same in every test.
func Run(t *Test, pupils int, seed uint64) (Result, error) {
	kinds := Kinds()
	each := (max(1, min(pupils, MostPupils)) + len(kinds) - 1) / len(kinds)
	c := t.set.Case()
	r := Result{Case: c.ID, Title: c.Title, Pupils: each * len(kinds), Seed: seed}
	tallies := make([]tally, len(t.questions))
	means := map[Kind][]float64{}
	for k, kind := range kinds {
		row := Row{Kind: kind, Pupils: each, ReadAs: map[Kind]float64{}}
		marks := make([]float64, len(t.questions))
		for i := range each {
			p := born(kind, seed, uint64(i*len(kinds)+k))
			one, err := p.play(t)
			if err != nil {
				return Result{}, err
			}
			row.add(one)
			for q, mark := range one.marks {
				marks[q] += mark / float64(each)
			}
			t.tally(tallies, one)
			r.True, r.Other = one.discernment.Signals, one.discernment.Noise
		}
		means[kind] = marks
		r.Rows = append(r.Rows, row.rounded())
	}
	for i, q := range t.questions {
		question := Question{
			ID: q.item.ID(), Kind: q.item.Kind(), Title: q.item.Title(),
			Discerning: round(means[DiscerningPupil][i]), Guessing: round(means[GuessingPupil][i]),
			Correlation: round(tallies[i].correlation()),
		}
		question.Flat = question.Discerning-question.Guessing < LeastDifference || question.Correlation < LeastCorrelation
		r.Questions = append(r.Questions, question)
	}
	return r, nil
}

// add adds a pupil's result to the mean.
func (r *Row) add(one played) {
	n := float64(r.Pupils)
	d := one.discernment
	r.True += float64(d.Hits) / float64(max(1, d.Signals)) / n
	r.False += float64(d.FalseAlarms) / float64(max(1, d.Noise)) / n
	r.DPrime += d.DPrime / n
	r.C += d.C / n
	r.Calibration += one.calibration.Mean / n
	r.Score += one.score / n
	r.ReadAs[Classify(d, one.calibration)] += 1 / n
}

func (r Row) rounded() Row {
	for _, v := range []*float64{&r.True, &r.False, &r.DPrime, &r.C, &r.Calibration, &r.Score} {
		*v = round(*v)
	}
	for kind, v := range r.ReadAs {
		r.ReadAs[kind] = round(v)
	}
	return r
}

// A tally sums up the mark of a question, x, and the score of the others, y.
type tally struct{ n, x, y, xx, yy, xy float64 }

func (t *Test) tally(tallies []tally, one played) {
	total := 0.0
	for i, q := range t.questions {
		total += one.marks[i] * q.weight
	}
	for i, q := range t.questions {
		x := one.marks[i]
		y := total - x*q.weight
		s := &tallies[i]
		s.n++
		s.x += x
		s.y += y
		s.xx += x * x
		s.yy += y * y
		s.xy += x * y
	}
}

// correlation returns Pearson's correlation, or 0 if one of the two never varies.
func (s tally) correlation() float64 {
	spread := (s.n*s.xx - s.x*s.x) * (s.n*s.yy - s.y*s.y)
	if !(spread > 1e-9) {
		return 0
	}
	return (s.n*s.xy - s.x*s.y) / math.Sqrt(spread)
}

// round keeps four decimals, so that a result is the same on every machine.
func round(v float64) float64 {
	const unit = 1e4
	return math.Round(v*unit) / unit
}
