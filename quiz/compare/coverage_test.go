package compare

import (
	"math"
	"math/rand/v2"
	"testing"

	"holdtheline/quiz/report"
)

// of is how many claims of each sort a test form asks, about.
const of = 7

// outcomes has the chances of 0 to of successes.
func outcomes(p float64) []float64 {
	chances := make([]float64, of+1)
	for k := range chances {
		lg := func(n int) float64 { v, _ := math.Lgamma(float64(n) + 1); return v }
		chances[k] = math.Exp(lg(of)-lg(k)-lg(of-k)) * math.Pow(p, float64(k)) * math.Pow(1-p, float64(of-k))
	}
	return chances
}

// The intervals of one pupil, over all outcomes of two tests of seven and seven
// claims, with each outcome's chance: they hold the true change about as often as
// they promise, and say that something changed rarely when nothing did.
func TestOnePupilsIntervalsHoldTheTruth(t *testing.T) {
	type outcome struct {
		h0, f0, h1, f1 int
		changes        map[Measure]estimate
		finding        Finding
	}
	var all []outcome
	for h0 := range of + 1 {
		for f0 := range of + 1 {
			for h1 := range of + 1 {
				for f1 := range of + 1 {
					b := counts{hits: h0, signals: of, alarms: f0, noise: of}
					a := counts{hits: h1, signals: of, alarms: f1, noise: of}
					changes := onePupil(b, a)
					all = append(all, outcome{h0, f0, h1, f1, changes, find(changesOf([]counts{b}, []counts{a}, changes))})
				}
			}
		}
	}
	type spread struct{ least, sum, n float64 }
	coverage := map[Measure]*spread{}
	for _, m := range Measures()[:5] {
		coverage[m] = &spread{least: 1}
	}
	mostSaid := map[Finding]float64{}
	rates := []float64{0.1, 0.3, 0.5, 0.7, 0.9}
	for _, h0 := range rates {
		for _, f0 := range rates {
			for _, h1 := range rates {
				for _, f1 := range rates {
					z := report.Quantile
					truth := map[Measure]float64{
						TrueBelieved: h1 - h0, FalseBelieved: f1 - f0, Discernment: h1 - h0 - f1 + f0,
						DPrime: z(h1) - z(h0) - z(f1) + z(f0), Leaning: -(z(h1) - z(h0) + z(f1) - z(f0)) / 2,
					}
					c0, d0, c1, d1 := outcomes(h0), outcomes(f0), outcomes(h1), outcomes(f1)
					holds, said := map[Measure]float64{}, map[Finding]float64{}
					for _, o := range all {
						chance := c0[o.h0] * d0[o.f0] * c1[o.h1] * d1[o.f1]
						for m, true := range truth {
							if e := o.changes[m]; e.low <= true+1e-12 && true <= e.high+1e-12 {
								holds[m] += chance
							}
						}
						said[o.finding] += chance
					}
					for m, s := range coverage {
						s.least, s.sum, s.n = min(s.least, holds[m]), s.sum+holds[m], s.n+1
					}
					if h0 == h1 && f0 == f1 {
						for f, chance := range said {
							mostSaid[f] = max(mostSaid[f], chance)
						}
					}
				}
			}
		}
	}
	for _, m := range Measures()[:5] {
		s := coverage[m]
		t.Logf("%s: at least %.3f, on average %.3f", m, s.least, s.sum/s.n)
		if s.least < 0.88 || s.sum/s.n < 0.945 {
			t.Errorf("%s: the interval holds the true change in %.3f of cases on average, at worst %.3f", m, s.sum/s.n, s.least)
		}
	}
	for _, f := range Findings() {
		t.Logf("without a change at most %.4f are found %s", mostSaid[f], f)
		if f != Open && mostSaid[f] > 0.026 {
			t.Errorf("without a change %.3f are found %s", mostSaid[f], f)
		}
	}
}

// The intervals of a class, over made-up classes whose pupils differ in what they
// believe, and whose two forms differ in how much is believed: they hold the true
// change of such pupils about as often as they promise.
func TestAClassesIntervalsHoldTheTruth(t *testing.T) {
	const classes = 1500
	random := rand.New(rand.NewPCG(7, 11))
	draw := func(p float64) int {
		hits := 0
		for range of {
			if random.Float64() < p {
				hits++
			}
		}
		return hits
	}
	for _, c := range []struct {
		name                  string
		pupils                int
		before, after         [2]float64 // of true and of false claims, on average
		harder                float64    // how much less of the second form is believed
		spread, spreadOfShift float64    // between pupils, before and of the change
	}{
		{"no change", 25, [2]float64{0.6, 0.4}, [2]float64{0.6, 0.4}, 0, 0.2, 0},
		{"no change, forms differ", 25, [2]float64{0.6, 0.5}, [2]float64{0.6, 0.5}, 0.1, 0.2, 0},
		{"no change, all alike", 25, [2]float64{0.6, 0.4}, [2]float64{0.6, 0.4}, 0, 0, 0},
		{"a change, forms differ", 24, [2]float64{0.6, 0.5}, [2]float64{0.7, 0.3}, 0.05, 0.15, 0.1},
		{"few pupils", 6, [2]float64{0.6, 0.5}, [2]float64{0.7, 0.3}, 0, 0.2, 0.1},
		{"a small class near the top", 12, [2]float64{0.85, 0.15}, [2]float64{0.9, 0.1}, 0, 0.05, 0},
	} {
		z := report.Quantile
		h0, f0, h1, f1 := c.before[0], c.before[1], c.after[0], c.after[1]
		// Of two halves with different forms, d′ and c change by the mean of the halves.
		quantile := func(p float64) (first, second float64) { return z(p + c.harder), z(p - c.harder) }
		change := func(p0, p1 float64) float64 {
			a0, b0 := quantile(p0)
			a1, b1 := quantile(p1)
			return ((b1 - a0) + (a1 - b0)) / 2
		}
		truth := map[Measure]float64{
			TrueBelieved: h1 - h0, FalseBelieved: f1 - f0, Discernment: h1 - h0 - f1 + f0,
			DPrime: change(h0, h1) - change(f0, f1), Leaning: -(change(h0, h1) + change(f0, f1)) / 2,
		}
		holds := map[Measure]float64{}
		for range classes {
			pairs := make([]pair, c.pupils)
			for i := range pairs {
				own := c.spread * (2*random.Float64() - 1)
				shift := own + c.spreadOfShift*(2*random.Float64()-1)
				b, a, order := c.harder, -c.harder, order("a", "b")
				if i%2 == 1 {
					b, a, order = a, b, "b\na"
				}
				pairs[i] = pair{
					before: counts{hits: draw(h0 + own + b), signals: of, alarms: draw(f0 + own + b), noise: of},
					after:  counts{hits: draw(h1 + shift + a), signals: of, alarms: draw(f1 + shift + a), noise: of},
					order:  order,
				}
			}
			changes := pairedChanges(pairs)
			for m, true := range truth {
				if e := changes[m]; e.low <= true && true <= e.high {
					holds[m] += 1.0 / classes
				}
			}
		}
		for m := range truth {
			t.Logf("%s: %s %.3f", c.name, m, holds[m])
			if holds[m] < 0.935 {
				t.Errorf("%s: the interval of %s holds the true change in %.3f of the classes", c.name, m, holds[m])
			}
		}
	}
}
