package simulate

import (
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/report"
)

// Kind is a kind of made-up pupil.
type Kind string

// The kinds.
const (
	DiscerningPupil Kind = "discerning" // tells true from false, and knows how well
	TrustingPupil   Kind = "trusting"   // tells them apart a little, and believes nearly everything
	CynicalPupil    Kind = "cynical"    // tells them apart a little, and believes nearly nothing
	GuessingPupil   Kind = "guessing"   // tosses a coin, and says so
	CarelessPupil   Kind = "careless"   // hardly reads, and is certain
)

// Kinds lists the kinds.
func Kinds() []Kind {
	return []Kind{DiscerningPupil, TrustingPupil, CynicalPupil, GuessingPupil, CarelessPupil}
}

// A Profile describes how the pupils of a kind answer.
//
// Claims are judged as signal detection theory has it: what a pupil sees of a claim
// is a number, normally distributed with standard deviation 1 around +DPrime/2 for
// a true claim and −DPrime/2 for any other. Above Criterion it is believed.
type Profile struct {
	DPrime    float64
	Criterion float64
	// Spread is the standard deviation of both between the pupils of the kind.
	Spread float64
	// Stamp is the chance that a claim rightly not believed gets the right one of
	// the other three stamps; else it gets any of the wrong ones.
	Stamp float64
	// Certainty has the chances of the levels guess, fairly sure and certain. If it
	// is zero, a pupil is the surer the further the number is from the criterion:
	// see fairlySure and certain.
	Certainty [puzzle.MostSure]float64
	// Knows is the chance to know what a puzzle's field asks; else the pupil
	// guesses. In an order it is the weight of the true place of a card against a
	// random one.
	Knows float64
}

// The distances from the criterion from which a pupil who can tell is fairly sure,
// and certain.
const (
	fairlySure = 0.4
	certain    = 1.1
)

// Profile returns the parameters of a kind.
func (k Kind) Profile() Profile {
	switch k {
	case DiscerningPupil:
		return Profile{DPrime: 2.2, Criterion: 0, Spread: 0.3, Stamp: 0.85, Knows: 0.8}
	case TrustingPupil:
		return Profile{DPrime: 0.8, Criterion: -0.9, Spread: 0.3, Stamp: 0.5, Certainty: [3]float64{0.2, 0.6, 0.2}, Knows: 0.45}
	case CynicalPupil:
		return Profile{DPrime: 0.8, Criterion: 0.9, Spread: 0.3, Stamp: 0.5, Certainty: [3]float64{0.2, 0.6, 0.2}, Knows: 0.45}
	case CarelessPupil:
		return Profile{DPrime: 0.3, Criterion: 0, Spread: 0.3, Stamp: 0.4, Certainty: [3]float64{0.05, 0.25, 0.7}, Knows: 0.2}
	default: // GuessingPupil
		return Profile{Stamp: 1.0 / 3, Certainty: [3]float64{0.8, 0.15, 0.05}}
	}
}

// The bounds by which Classify reads a report.
const (
	tellsApart = 0.5  // from this raw difference of rates on somebody is discerning
	overSure   = -1.0 // below this mean certainty-based mark somebody who was mostly certain is careless
)

// Classify says of which kind a report's words make a pupil: discerning, if the
// share of true claims believed is far above that of the others; careless, if most
// answers were called certain and that cost more than it earned; guessing, if most
// were called a guess; then by the leaning, and guessing if there is none.
func Classify(d report.Discernment, c report.Calibration) Kind {
	rates := float64(d.Hits)/float64(max(1, d.Signals)) - float64(d.FalseAlarms)/float64(max(1, d.Noise))
	switch {
	case rates >= tellsApart:
		return DiscerningPupil
	case mostly(c, puzzle.MostSure) && c.Mean < overSure:
		return CarelessPupil
	case mostly(c, puzzle.LeastSure):
		return GuessingPupil
	case d.Lean == report.Believing:
		return TrustingPupil
	case d.Lean == report.Doubting:
		return CynicalPupil
	default:
		return GuessingPupil
	}
}

// mostly reports whether most answers were given with a level of certainty.
func mostly(c report.Calibration, certainty int) bool {
	return 2*c.Levels[certainty-puzzle.LeastSure].Answers > c.Answers
}
