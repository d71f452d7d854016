package compare

import (
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/report"
)

// counts is what a comparison takes from one result.
type counts struct {
	hits, signals      int // true claims believed, of how many
	alarms, noise      int // other claims believed, of how many
	answers            int
	marks, squaredMark float64 // sums over the answers of the certainty-based mark, and of its square
}

// The least and the highest certainty-based mark of an answer.
var leastMark, mostMark = func() (float64, float64) {
	stake, _ := puzzle.Stakes(puzzle.MostSure)
	return stake.Wrong, stake.Right
}()

func countsOf(r *report.Report) counts {
	d := r.Discernment
	c := counts{hits: d.Hits, signals: d.Signals, alarms: d.FalseAlarms, noise: d.Noise}
	for _, level := range r.Calibration.Levels {
		stake, _ := puzzle.Stakes(level.Certainty)
		c.add(level.Right, stake.Right)
		c.add(level.Defensible, stake.Defensible)
		c.add(level.Answers-level.Right-level.Defensible, stake.Wrong)
	}
	return c
}

func (c *counts) add(answers int, mark float64) {
	c.answers += answers
	c.marks += float64(answers) * mark
	c.squaredMark += float64(answers) * mark * mark
}

// enough reports whether a result can be compared with another: d′ needs some of
// each kind of claim.
func (c counts) enough() bool {
	return c.signals >= report.EnoughOfEach && c.noise >= report.EnoughOfEach
}

// onePupil estimates one pupil's changes, with the pupil's answers as independent
// draws from all the questions that could have been asked.
//
// The rates have Wilson's intervals, and their differences those of Newcombe: see
// estimate.minus. The raw discernment, a difference of four rates in all, is
// Newcombe's difference of differences. For d′ and c the log-linear rates and
// their limits are turned into normal quantiles first, which keeps the coverage of
// each limit, and then combined alike.
//
// The mean certainty-based mark has Wilson's interval too, as if it were a
// proportion of the way from the least mark to the highest. That is never too
// narrow: of all distributions on a range with a given mean, the one with all
// answers at its ends has the largest variance (Bhatia and Davis 2000, "A better
// bound on the variance", American Mathematical Monthly 107, 353–357).
func onePupil(before, after counts) map[Measure]estimate {
	changes := map[Measure]estimate{}
	if before.signals > 0 && after.signals > 0 {
		changes[TrueBelieved] = after.believedTrue().minus(before.believedTrue())
	}
	if before.noise > 0 && after.noise > 0 {
		changes[FalseBelieved] = after.believedFalse().minus(before.believedFalse())
	}
	if before.signals > 0 && after.signals > 0 && before.noise > 0 && after.noise > 0 {
		changes[Discernment] = changes[TrueBelieved].minus(changes[FalseBelieved])
	}
	if before.enough() && after.enough() {
		h, f := after.quantiles()
		h0, f0 := before.quantiles()
		h, f = h.minus(h0), f.minus(f0)
		changes[DPrime] = h.minus(f)
		changes[Leaning] = h.plus(f).through(func(v float64) float64 { return v / 2 }).negative()
	}
	if before.answers > 0 && after.answers > 0 {
		changes[Calibration] = after.marked().minus(before.marked())
	}
	return changes
}

func (c counts) believedTrue() estimate  { return wilson(float64(c.hits), float64(c.signals)) }
func (c counts) believedFalse() estimate { return wilson(float64(c.alarms), float64(c.noise)) }

// quantiles returns the normal quantiles of the two rates, with the log-linear
// correction of report.SignalDetection.
func (c counts) quantiles() (hits, alarms estimate) {
	corrected := func(count, of int) estimate {
		return wilson(float64(count)+0.5, float64(of)+1).through(report.Quantile)
	}
	return corrected(c.hits, c.signals), corrected(c.alarms, c.noise)
}

// marked returns the mean certainty-based mark.
func (c counts) marked() estimate {
	width, n := mostMark-leastMark, float64(c.answers)
	return wilson((c.marks-n*leastMark)/width, n).through(func(share float64) float64 { return leastMark + share*width })
}

// value returns a measure of the result. ok is false if the answers are too few for
// it.
func (c counts) value(m Measure) (v float64, ok bool) {
	switch m {
	case TrueBelieved:
		return share(c.hits, c.signals), c.signals > 0
	case FalseBelieved:
		return share(c.alarms, c.noise), c.noise > 0
	case Discernment:
		return share(c.hits, c.signals) - share(c.alarms, c.noise), c.signals > 0 && c.noise > 0
	case Calibration:
		return c.marks / max(1, float64(c.answers)), c.answers > 0
	}
	dPrime, leaning := report.SignalDetection(c.hits, c.signals, c.alarms, c.noise)
	if m == DPrime {
		return dPrime, c.enough()
	}
	return leaning, c.enough()
}

func share(count, of int) float64 { return float64(count) / max(1, float64(of)) }
