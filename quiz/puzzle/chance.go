package puzzle

import "math"

// exactCards is the largest number of cards for which chanceMean is exact. The
// work doubles with every card; twelve take a few milliseconds.
const exactCards = 12

// chanceMean returns the mark that a random order earns on average, all orders
// being equally likely.
//
// Up to exactCards cards it is exact. All orders are counted by their number of
// wrong pairs, without listing them: laying card c after a set S of cards adds
// one wrong pair for each card of S that c should come before, so the counts of
// S ∪ {c} are those of S shifted by that number.
//
// Beyond that it is normalChanceMean, an approximation. Neither uses randomness.
func (r relation) chanceMean() float64 {
	if r.decidable == 0 {
		return 1
	}
	if r.n > exactCards {
		return r.normalChanceMean()
	}
	counts := make([][]float64, 1<<r.n) // by set, then by number of wrong pairs
	counts[0] = []float64{1}
	for set := range counts {
		for card := range r.n {
			if set>>card&1 == 1 {
				continue
			}
			wrong := 0
			for other := range r.n {
				if set>>other&1 == 1 && r.before[card][other] {
					wrong++
				}
			}
			next := set | 1<<card
			if counts[next] == nil {
				counts[next] = make([]float64, r.decidable+1)
			}
			for already, orders := range counts[set] {
				if orders > 0 {
					counts[next][already+wrong] += orders
				}
			}
		}
		if set != len(counts)-1 {
			counts[set] = nil
		}
	}
	var sum, orders float64
	for wrong, n := range counts[len(counts)-1] {
		sum += n * max(0, float64(r.decidable-2*wrong)/float64(r.decidable))
		orders += n
	}
	return sum / orders
}

// normalChanceMean approximates the mean by a normal distribution. X = right −
// wrong has mean 0, since reading an order backwards changes its sign; for a
// normal X, E[max(0, X)] is σ/√(2π), and σ² is exact: see variance. At twelve
// cards in strict order it is off by less than 0.001, and by less with more.
func (r relation) normalChanceMean() float64 {
	return math.Sqrt(r.variance()/(2*math.Pi)) / float64(r.decidable)
}

// variance returns the variance of right − wrong over all orders. Let each
// decidable pair be +1 when right and −1 when wrong. Two pairs without a common
// card are independent. Two that share their earlier card, or their later one,
// agree with probability 2/3 (in four of the six orders of three cards), so their
// product is 1/3 on average. If the later card of one is the earlier card of the
// other, they agree with probability 1/3, which gives −1/3. A pair with itself
// gives 1.
func (r relation) variance() float64 {
	twice := 0 // ordered pairs of different pairs, in thirds
	for card := range r.n {
		earlier, later := 0, 0
		for other := range r.n {
			if r.before[other][card] {
				earlier++
			}
			if r.before[card][other] {
				later++
			}
		}
		twice += earlier*(earlier-1) + later*(later-1) - 2*earlier*later
	}
	return float64(r.decidable) + float64(twice)/3
}

// choiceChance returns what a random choice of many earns on average, when each of
// clues right options and others wrong ones is chosen with probability 1/2: the
// mean of max(0, hits − false alarms) / clues (see ChoiceParts.value).
func choiceChance(clues, others int) float64 {
	if clues == 0 {
		return math.Exp2(-float64(others))
	}
	hits, alarms := binomial(clues), binomial(others)
	mean := 0.0
	for h, p := range hits {
		for a, q := range alarms {
			mean += p * q * max(0, float64(h-a)/float64(clues))
		}
	}
	return mean
}

// binomial returns the probability of each number of heads in n coin tosses.
func binomial(n int) []float64 {
	p := []float64{1}
	for range n {
		next := make([]float64, len(p)+1)
		for heads, share := range p {
			next[heads] += share / 2
			next[heads+1] += share / 2
		}
		p = next
	}
	return p
}

// endsChance returns how likely the ends of random cords between n cards are exactly
// the witnesses (see Trace.Chance). The report is not one of them.
//
// A witness has no cord: it hangs alone, or lies and a cord leads to it. Any other
// card of the pool has a cord, or lies and no cord leads to it. With a others and b
// witnesses lying, each of the remaining cords leads to one of n − 1 − a cards, and
// every one of the b is led to: inclusion and exclusion counts the ways.
func endsChance(n, witnesses int) float64 {
	others := n - 1 - witnesses
	ways := 0.0
	for a := range others + 1 {
		cords := float64(others - a + 1) // with that of the report
		for b := range witnesses + 1 {
			led := 0.0
			for j := range b + 1 {
				sign := 1 - 2*float64(j%2)
				led += sign * choose(b, j) * math.Pow(float64(n-1-a-j), cords)
			}
			ways += choose(others, a) * choose(witnesses, b) * led
		}
	}
	return ways / (float64(n-1) * math.Pow(float64(n+1), float64(n-1)))
}

// choose returns the number of ways to choose k of n.
func choose(n, k int) float64 {
	ways := 1.0
	for i := range k {
		ways = ways * float64(n-i) / float64(i+1)
	}
	return ways
}
