package puzzle

import (
	"math"
	"math/bits"
	"math/rand/v2"
	"slices"
	"testing"
)

// randomRelation makes a partial order like that of a history: every card has an
// interval, some of them long, and a few more pairs are known.
func randomRelation(g *rand.Rand, n int) relation {
	from, to := make([]int, n), make([]int, n)
	for i := range n {
		from[i] = g.IntN(12)
		to[i] = from[i] + g.IntN(4)
	}
	known := map[[2]int]bool{}
	for range g.IntN(3) {
		a, b := g.IntN(n), g.IntN(n)
		if to[b] >= from[a] && from[a] <= from[b] && a < b {
			known[[2]int{a, b}] = true
		}
	}
	return newRelation(n, func(a, b int) bool { return to[a] < from[b] || known[[2]int{a, b}] })
}

func permutations(n int, visit func([]int)) {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	var place func(at int)
	place = func(at int) {
		if at == n {
			visit(order)
			return
		}
		for i := at; i < n; i++ {
			order[at], order[i] = order[i], order[at]
			place(at + 1)
			order[at], order[i] = order[i], order[at]
		}
	}
	place(0)
}

// eachRelation runs a check on many random relations of up to most cards.
func eachRelation(t *testing.T, times, most int, check func(g *rand.Rand, r relation)) {
	t.Helper()
	g := rand.New(rand.NewPCG(2015, 914))
	for range times {
		check(g, randomRelation(g, 1+g.IntN(most)))
		if t.Failed() {
			return
		}
	}
}

func TestRelationIsAStrictPartialOrder(t *testing.T) {
	eachRelation(t, 2000, 9, func(_ *rand.Rand, r relation) {
		for a := range r.n {
			for b := range r.n {
				if r.before[a][b] && r.before[b][a] {
					t.Errorf("%d and %d are each before the other", a, b)
				}
				for c := range r.n {
					if r.before[a][b] && r.before[b][c] && !r.before[a][c] {
						t.Errorf("%d < %d < %d is not closed", a, b, c)
					}
				}
			}
		}
	})
}

func TestContradictionsAreLeftOpen(t *testing.T) {
	r := newRelation(3, func(a, b int) bool { return b == (a+1)%3 })
	if r.decidable != 0 {
		t.Errorf("a circle has %d decidable pairs", r.decidable)
	}
	if got := r.mark([]int{2, 0, 1}).value(); got != 1 {
		t.Errorf("an order of undecidable cards marks %v", got)
	}
	if got := r.layers(); len(got) != 1 || len(got[0]) != 3 {
		t.Errorf("layers %v", got)
	}
}

func TestOrderMarkProperties(t *testing.T) {
	eachRelation(t, 3000, 10, func(g *rand.Rand, r relation) {
		truth := slices.Concat(r.layers()...)
		if m := r.mark(truth); m.value() != 1 || m.wrong != 0 || len(m.move) != 0 {
			t.Errorf("the true line marks %v with %+v", m.value(), m)
		}

		order := g.Perm(r.n)
		m := r.mark(order)
		if v := m.value(); v < 0 || v > 1 || math.IsNaN(v) {
			t.Errorf("mark %v", v)
		}
		if m.right+m.wrong != r.decidable || len(m.wrongPairs) != m.wrong {
			t.Errorf("%d right and %d wrong of %d decidable", m.right, m.wrong, r.decidable)
		}

		// Swapping neighbours that can't be told apart changes nothing.
		for i := 1; i < r.n; i++ {
			a, b := order[i-1], order[i]
			if r.before[a][b] || r.before[b][a] {
				continue
			}
			swapped := slices.Clone(order)
			swapped[i-1], swapped[i] = b, a
			if s := r.mark(swapped); s.value() != m.value() || len(s.move) != len(m.move) {
				t.Errorf("swapping the tied cards %d and %d of %v changes the mark from %v to %v", a, b, order, m.value(), s.value())
			}
		}

		slices.Reverse(truth)
		if r.decidable > 0 && r.mark(truth).value() != 0 {
			t.Errorf("the true line read backwards marks %v", r.mark(truth).value())
		}
		slices.Reverse(order)
		if b := r.mark(order); b.right != m.wrong || b.wrong != m.right {
			t.Errorf("read backwards, %d right and %d wrong became %d and %d", m.right, m.wrong, b.right, b.wrong)
		}
	})
}

func TestCardsToMoveAreFewest(t *testing.T) {
	eachRelation(t, 3000, 8, func(g *rand.Rand, r relation) {
		order := g.Perm(r.n)
		m := r.mark(order)
		clean := func(removed uint) bool {
			return !slices.ContainsFunc(m.wrongPairs, func(p [2]int) bool {
				return removed>>p[0]&1 == 0 && removed>>p[1]&1 == 0
			})
		}
		fewest := r.n
		for removed := range uint(1) << r.n {
			if clean(removed) {
				fewest = min(fewest, bits.OnesCount(removed))
			}
		}
		var moved uint
		for _, card := range m.move {
			moved |= 1 << card
		}
		if len(m.move) != fewest || bits.OnesCount(moved) != fewest || !clean(moved) {
			t.Errorf("order %v with wrong pairs %v: moving %v, but %d would do", order, m.wrongPairs, m.move, fewest)
		}
	})
}

// The choice must not depend on how the cards happen to be numbered.
func TestCardsToMoveDoNotDependOnNumbering(t *testing.T) {
	eachRelation(t, 1000, 8, func(g *rand.Rand, r relation) {
		order, name := g.Perm(r.n), g.Perm(r.n) // name[card] is its other number
		back := make([]int, r.n)
		renamed := make([]int, r.n)
		for card, n := range name {
			back[n] = card
		}
		for i, card := range order {
			renamed[i] = name[card]
		}
		other := newRelation(r.n, func(a, b int) bool { return r.before[back[a]][back[b]] })
		var moved []int
		for _, card := range other.mark(renamed).move {
			moved = append(moved, back[card])
		}
		if want := r.mark(order).move; !slices.Equal(moved, want) {
			t.Errorf("to move %v, under other numbers %v", want, moved)
		}
	})
}

func TestChanceMeanIsWhatRandomOrdersAverage(t *testing.T) {
	eachRelation(t, 150, 7, func(_ *rand.Rand, r relation) {
		sum, square, orders := 0.0, 0.0, 0.0
		permutations(r.n, func(order []int) {
			m := r.mark(order)
			sum += m.value()
			square += float64((m.right - m.wrong) * (m.right - m.wrong))
			orders++
		})
		if got := r.chanceMean(); math.Abs(got-sum/orders) > 1e-9 {
			t.Errorf("chance %v, enumerated %v", got, sum/orders)
		}
		if got := r.variance(); math.Abs(got-square/orders) > 1e-9 {
			t.Errorf("variance %v, enumerated %v", got, square/orders)
		}
	})

	// Random answers average what the enumeration gives.
	g := rand.New(rand.NewPCG(7, 7))
	r := newRelation(7, func(a, b int) bool { return a < b })
	sum, draws := 0.0, 50_000
	for range draws {
		sum += r.mark(g.Perm(r.n)).value()
	}
	if got := sum / float64(draws); math.Abs(got-r.chanceMean()) > 0.005 {
		t.Errorf("drawn orders average %v, want about %v", got, r.chanceMean())
	}
}

func TestChanceMeanOfManyCards(t *testing.T) {
	ascending := func(a, b int) bool { return a < b }
	r := newRelation(exactCards, ascending)
	exact, approximate := r.chanceMean(), r.normalChanceMean()
	if math.Abs(exact-approximate) > 0.001 {
		t.Errorf("%d cards: exactly %v, approximately %v", r.n, exact, approximate)
	}
	more := newRelation(exactCards+1, ascending).chanceMean()
	if more >= exact || more < exact-0.01 {
		t.Errorf("guessing earns %v on %d cards, and %v on one more", exact, r.n, more)
	}
}

func TestDealIsNeverSolved(t *testing.T) {
	eachRelation(t, 3000, 9, func(g *rand.Rand, r relation) {
		order := r.deal(rand.NewPCG(g.Uint64(), g.Uint64()))
		sorted := slices.Sorted(slices.Values(order))
		for i, card := range sorted {
			if i != card {
				t.Fatalf("dealt %v, which is not all cards once", order)
			}
		}
		if v := r.mark(order).value(); r.decidable > 0 && v > 0.5 {
			t.Errorf("dealt at mark %v", v)
		}
	})
}

// still is a source under which a shuffle leaves every card where it is.
type still struct{}

func (still) Uint64() uint64 { return math.MaxUint64 }

func TestDealReversesTheTrueLineInTheEnd(t *testing.T) {
	ascending := newRelation(5, func(a, b int) bool { return a < b })
	if got := ascending.deal(still{}); !slices.Equal(got, []int{4, 3, 2, 1, 0}) {
		t.Errorf("when no shuffle would do, %v was dealt", got)
	}
}
