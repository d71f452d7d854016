package compare

import "math"

// Confidence is the confidence level of every interval.
const Confidence = 0.95

// normal95 is the standard normal quantile for two-sided intervals of Confidence.
const normal95 = 1.959963984540054

// An estimate is a value with the limits of its interval.
type estimate struct{ value, low, high float64 }

// wilson returns a proportion with its score interval (Wilson 1927). The count may
// be fractional; of must be above 0.
func wilson(count, of float64) estimate {
	const square = normal95 * normal95
	p := count / of
	middle := (count + square/2) / (of + square)
	half := normal95 / (of + square) * math.Sqrt(count*(of-count)/of+square/4)
	return estimate{value: p, low: max(0, min(p, middle-half)), high: min(1, max(p, middle+half))}
}

// through returns the estimate of an increasing function of an estimate.
func (e estimate) through(f func(float64) float64) estimate {
	return estimate{value: f(e.value), low: f(e.low), high: f(e.high)}
}

// plus and minus combine independent estimates by squaring and adding: each limit
// is as far from the value as the root of the summed squares of the distances of
// the parts' limits. For two proportions with Wilson's intervals, minus is
// method 10 of Newcombe (1998), "Interval estimation for the difference between
// independent proportions: comparison of eleven methods", Statistics in Medicine
// 17, 873–890. Newcombe (2001), "Estimating the difference between differences:
// measurement of additive scale interaction for proportions", Statistics in
// Medicine 20, 2885–2893, does the same for four proportions. Zou and Donner
// (2008), "Construction of confidence limits about effect measures: a general
// approach", Statistics in Medicine 27, 1693–1702, give the reason why it holds for
// any sum of estimates.
func (e estimate) plus(o estimate) estimate {
	value := e.value + o.value
	return estimate{
		value: value,
		low:   value - math.Hypot(e.value-e.low, o.value-o.low),
		high:  value + math.Hypot(e.high-e.value, o.high-o.value),
	}
}

func (e estimate) minus(o estimate) estimate {
	return e.plus(o.negative())
}

func (e estimate) negative() estimate {
	return estimate{value: -e.value, low: -e.high, high: -e.low}
}

// student returns the quantile of Student's t distribution for two-sided intervals
// of Confidence, with at least one degree of freedom.
func student(freedom int) float64 {
	low, high := 0.0, 13.0 // with one degree of freedom it is 12.7
	for range 60 {
		middle := (low + high) / 2
		if within(middle, freedom) < Confidence {
			low = middle
		} else {
			high = middle
		}
	}
	return high
}

// within returns the probability that |T| is below t, with T of Student's
// distribution: the finite sums for whole degrees of freedom in Abramowitz and
// Stegun (1964), 26.7.3 and 26.7.4.
func within(t float64, freedom int) float64 {
	angle := math.Atan(t / math.Sqrt(float64(freedom)))
	sine, cosine := math.Sincos(angle)
	odd := freedom % 2
	term, sum := sine, 0.0
	if odd == 1 {
		term *= cosine
	}
	for power := odd; power <= freedom-2; power += 2 { // of the cosine
		sum += term
		term *= cosine * cosine * float64(power+1) / float64(power+2)
	}
	if odd == 1 {
		return 2 / math.Pi * (angle + sum)
	}
	return sum
}
