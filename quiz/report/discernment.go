package report

import (
	"math"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
)

// Lean is which way a player errs.
type Lean string

// The ways to lean.
const (
	Believing Lean = "believing" // takes things for real more readily than the evidence does
	Doubting  Lean = "doubting"  // less readily
	Neither   Lean = "neither"
)

// EnoughOfEach is the least number of signals and of noise for showing d′ and c.
const EnoughOfEach = 4

// leanThreshold is the least distance of c from 0 for naming a lean. In a play of a
// dozen or so verdicts one answer moves c by about a quarter, so a smaller distance
// means nothing.
const leanThreshold = 0.25

// Discernment says how well the player told true from false, in terms of signal
// detection theory. A claim at a moment is a signal when the evidence supported
// that it is real, and noise otherwise; answering real is believing it.
type Discernment struct {
	Signals     int `json:"signals"`
	Hits        int `json:"hits"` // signals believed
	Noise       int `json:"noise"`
	FalseAlarms int `json:"false_alarms"` // noise believed

	// Enough is true when at least four signals and four noise claims are answered.
	// Until then DPrime and C are 0 and Lean is neither.
	Enough bool    `json:"enough"`
	DPrime float64 `json:"d_prime"` // sensitivity: 0 is guessing, above 0 is discerning
	C      float64 `json:"c"`       // criterion: below 0 leans to believing, above 0 to doubting
	Lean   Lean    `json:"lean"`
}

// Discern says how well a player told true from false, by the first answers to
// verdicts.
func Discern(verdicts []*puzzle.VerdictParts) Discernment {
	d := Discernment{Lean: Neither}
	for _, v := range verdicts {
		believed := v.Given == casefile.Real
		switch signal := v.Supported == casefile.Real; {
		case signal:
			d.Signals++
			if believed {
				d.Hits++
			}
		default:
			d.Noise++
			if believed {
				d.FalseAlarms++
			}
		}
	}
	d.Enough = d.Signals >= EnoughOfEach && d.Noise >= EnoughOfEach
	if !d.Enough {
		return d
	}
	dPrime, c := SignalDetection(d.Hits, d.Signals, d.FalseAlarms, d.Noise)
	d.DPrime, d.C = round(dPrime), round(c)
	d.Lean = leanOf(c)
	return d
}

// LeanOf is which way answers lean, of which so many are known. A group's answers can
// be put together; there should be [EnoughOfEach].
func LeanOf(hits, signals, falseAlarms, noise int) Lean {
	_, c := SignalDetection(hits, signals, falseAlarms, noise)
	return leanOf(c)
}

func leanOf(c float64) Lean {
	switch {
	case c <= -leanThreshold:
		return Believing
	case c >= leanThreshold:
		return Doubting
	}
	return Neither
}

// SignalDetection returns sensitivity d′ = z(H) − z(F) and criterion
// c = −(z(H) + z(F)) / 2 of signal detection theory. H and F are the hit and
// false-alarm rates with the log-linear correction (Hautus 1995): 0.5 is added
// to each count and 1 to each number of trials, so that rates of 0 and 1 stay
// finite.
func SignalDetection(hits, signals, falseAlarms, noise int) (dPrime, c float64) {
	h := Quantile((float64(hits) + 0.5) / (float64(signals) + 1))
	f := Quantile((float64(falseAlarms) + 0.5) / (float64(noise) + 1))
	return h - f, -(h + f) / 2
}

// Quantile is the inverse of the standard normal distribution function:
// √2 · erf⁻¹(2p − 1).
func Quantile(p float64) float64 { return math.Sqrt2 * math.Erfinv(2*p-1) }

// youden is the hit rate less the false-alarm rate, not below 0.
func (d Discernment) youden() float64 {
	return max(0, float64(d.Hits)/float64(d.Signals)-float64(d.FalseAlarms)/float64(d.Noise))
}
