package compare

import (
	"math"

	"holdtheline/quiz/report"
)

// A pair is one pupil's two results, with the cases in the order played.
type pair struct {
	before, after counts
	order         string
}

// pairedChanges estimates a class's changes from the spread of its pupils' changes.
//
// Each pupil has a value for every measure: of a rate or a mean mark the pupil's
// own change, of d′ and c the pupil's jackknife pseudo-value (Miller 1974, "The
// jackknife: a review", Biometrika 61, 1–15) of the change in the d′ and c of the
// class's pooled answers. Pooling comes first, since d′ of half a dozen answers is
// biased towards 0 the more, the further the pupil leans: see Hautus (1995),
// "Corrections for extreme proportions and their biasing effects on estimated
// values of d′", Behavior Research Methods 27, 46–51.
//
// The interval is Student's over pupils. One from a bootstrap of pupils would be too
// narrow for a small class, and would need a seed.
//
// If one half of the class began with one case and the other half with another,
// the change is the mean of the two halves' changes: one case being harder adds to
// one half what it takes from the other. That is the estimate of the effect of
// period in a cross-over trial of Hills and Armitage (1979), "The two-period
// cross-over clinical trial", British Journal of Clinical Pharmacology 8, 7–20.
func pairedChanges(pairs []pair) map[Measure]estimate {
	halves := halvesOf(pairs)
	changes := map[Measure]estimate{}
	for _, m := range Measures() {
		samples := make([]sample, len(halves))
		for i, half := range halves {
			samples[i] = half.changes(m)
		}
		changes[m] = meanOf(samples)
	}
	return changes
}

// leastHalf is the least share of the class that makes the smaller half one: with
// fewer pupils in it, its own chance would outweigh what it corrects.
const leastHalf = 1.0 / 3

type class []pair

// halvesOf splits a class in which one part played two cases in one order and the
// rest in the other. Any other class is one part.
func halvesOf(pairs []pair) []class {
	parts := map[string]class{}
	for _, p := range pairs {
		parts[p.order] = append(parts[p.order], p)
	}
	if len(parts) != 2 {
		return []class{pairs}
	}
	first := parts[pairs[0].order]
	var second class
	for _, p := range pairs {
		if p.order != pairs[0].order {
			second = append(second, p)
		}
	}
	smaller := min(len(first), len(second))
	if !mirrored(first[0].order, second[0].order) || smaller < 2 || float64(smaller) < leastHalf*float64(len(pairs)) {
		return []class{pairs}
	}
	return []class{first, second}
}

// A sample is one value for each of several pupils.
type sample struct {
	values []float64
	// chance is the variance that the few answers of each pupil make by chance, on
	// average over pupils.
	chance float64
}

func (s sample) mean() float64 {
	sum := 0.0
	for _, v := range s.values {
		sum += v
	}
	return sum / float64(len(s.values))
}

// variance is the values' variance, or what chance alone makes of so few answers,
// if that is larger: pupils who happen to agree exactly would otherwise have an
// interval without a length.
func (s sample) variance() float64 {
	mean, sum := s.mean(), 0.0
	for _, v := range s.values {
		sum += (v - mean) * (v - mean)
	}
	return max(sum/float64(len(s.values)-1), s.chance)
}

// meanOf returns the mean of the samples' means with Student's interval. The
// variance is pooled over the samples.
func meanOf(samples []sample) estimate {
	value, squares, freedom, weight := 0.0, 0.0, 0, 0.0
	for _, s := range samples {
		value += s.mean() / float64(len(samples))
		squares += s.variance() * float64(len(s.values)-1)
		freedom += len(s.values) - 1
		weight += 1 / float64(len(s.values))
	}
	spread := math.Sqrt(squares/float64(freedom)*weight) / float64(len(samples))
	return around(value, spread, freedom)
}

func around(value, spread float64, freedom int) estimate {
	half := student(freedom) * spread
	return estimate{value: value, low: value - half, high: value + half}
}

// groupChanges estimates the changes between two groups of pupils of whom nothing
// says who is who: Welch's interval for two independent samples, with the degrees
// of freedom rounded down. If they are the same pupils it is too wide rather than
// too narrow, since those who believe much before mostly do so after.
func groupChanges(before, after []counts) map[Measure]estimate {
	changes := map[Measure]estimate{}
	for _, m := range Measures() {
		b, a := sampleOf(m, before), sampleOf(m, after)
		vb, va := b.variance()/float64(len(before)), a.variance()/float64(len(after))
		freedom := (vb + va) * (vb + va) / (vb*vb/float64(len(before)-1) + va*va/float64(len(after)-1))
		changes[m] = around(a.mean()-b.mean(), math.Sqrt(vb+va), max(1, int(freedom)))
	}
	return changes
}

// changes are the pupils' values for the change of a measure.
func (c class) changes(m Measure) sample {
	before, after := make([]counts, len(c)), make([]counts, len(c))
	for i, p := range c {
		before[i], after[i] = p.before, p.after
	}
	b, a := sampleOf(m, before), sampleOf(m, after)
	for i := range a.values {
		a.values[i] -= b.values[i]
	}
	return sample{values: a.values, chance: a.chance + b.chance}
}

// sampleOf returns a value of a measure for each result: its own, or for d′ and c
// its pseudo-value. The change of a pseudo-value is the pseudo-value of the change,
// since both leave out the same pupil.
func sampleOf(m Measure, results []counts) sample {
	if m == DPrime || m == Leaning {
		return pseudoValues(m, results)
	}
	s := sample{values: make([]float64, len(results))}
	for i, c := range results {
		s.values[i], _ = c.value(m)
		s.chance += c.chance(m) / float64(len(results))
	}
	return s
}

// chance is the variance of a measure that a result's few answers make.
func (c counts) chance(m Measure) float64 {
	hits := chanceOf(c.hits, c.signals)
	alarms := chanceOf(c.alarms, c.noise)
	switch m {
	case TrueBelieved:
		return hits
	case FalseBelieved:
		return alarms
	case Discernment:
		return hits + alarms
	default:
		return c.chanceOfMarks()
	}
}

// chanceOf is the variance of a proportion, with the log-linear correction, so that
// all or none of a few answers still leave some.
func chanceOf(count, of int) float64 {
	p := (float64(count) + 0.5) / (float64(of) + 1)
	return p * (1 - p) / float64(of)
}

// chanceOfMarks is the variance of the mean mark. Half an answer with the least
// mark and half of one with the highest are added for the same reason.
func (c counts) chanceOfMarks() float64 {
	n := float64(c.answers) + 1
	mean := (c.marks + (leastMark+mostMark)/2) / n
	square := (c.squaredMark + (leastMark*leastMark+mostMark*mostMark)/2) / n
	return (square - mean*mean) / n
}

func pseudoValues(m Measure, results []counts) sample {
	var all counts
	for _, c := range results {
		all.merge(c)
	}
	n := float64(len(results))
	whole, _ := all.value(m)
	s := sample{values: make([]float64, len(results))}
	for i, c := range results {
		rest := all
		rest.remove(c)
		without, _ := rest.value(m)
		s.values[i] = n*whole - (n-1)*without
	}
	// The variance of z(p) is that of p over the square of the normal density there.
	h, f := density(all.hits, all.signals), density(all.alarms, all.noise)
	for _, c := range results {
		s.chance += (chanceOf(c.hits, c.signals)/(h*h) + chanceOf(c.alarms, c.noise)/(f*f)) / n
	}
	if m == Leaning {
		s.chance /= 4
	}
	return s
}

// density is the normal density at the quantile of a rate.
func density(count, of int) float64 {
	z := report.Quantile((float64(count) + 0.5) / (float64(of) + 1))
	return math.Exp(-z*z/2) / math.Sqrt(2*math.Pi)
}

func (c *counts) merge(o counts) {
	c.hits += o.hits
	c.signals += o.signals
	c.alarms += o.alarms
	c.noise += o.noise
	c.answers += o.answers
	c.marks += o.marks
	c.squaredMark += o.squaredMark
}

func (c *counts) remove(o counts) {
	c.merge(counts{-o.hits, -o.signals, -o.alarms, -o.noise, -o.answers, -o.marks, -o.squaredMark})
}
