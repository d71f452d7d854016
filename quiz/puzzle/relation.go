package puzzle

import "holdtheline/quiz/evidence"

// A relation is a strict partial order on cards 0 … n−1: which card certainly comes
// before which. Pairs that it leaves open are not decidable and never marked.
type relation struct {
	n         int
	before    [][]bool // before[a][b]: a certainly comes before b
	decidable int      // number of pairs with a before b
}

// newRelation closes direct transitively. A pair that would be ordered both ways,
// which package check refuses, is left open.
func newRelation(n int, direct func(a, b int) bool) relation {
	before := make([][]bool, n)
	for a := range before {
		before[a] = make([]bool, n)
		for b := range before[a] {
			before[a][b] = a != b && direct(a, b)
		}
	}
	evidence.TransitiveClosure(before)
	r := relation{n: n, before: before}
	for a := range n {
		before[a][a] = false
		for b := range a {
			if before[a][b] && before[b][a] {
				before[a][b], before[b][a] = false, false
			}
			if before[a][b] || before[b][a] {
				r.decidable++
			}
		}
	}
	return r
}

// layers returns the true line: each card is in the layer after the last card that
// certainly comes before it, so no order is certain within a layer. (Two cards of
// different layers may still be an open pair.) Within a layer cards are in their
// own order.
func (r relation) layers() [][]int {
	depth := make([]int, r.n)
	// The longest chain has fewer than n steps, so n rounds suffice.
	for range r.n {
		for a := range r.n {
			for b := range r.n {
				if r.before[a][b] && depth[b] <= depth[a] && depth[a]+1 < r.n {
					depth[b] = depth[a] + 1
				}
			}
		}
	}
	var layers [][]int
	for d := range r.n {
		var layer []int
		for card, at := range depth {
			if at == d {
				layer = append(layer, card)
			}
		}
		if layer != nil {
			layers = append(layers, layer)
		}
	}
	return layers
}

// orderMark is the marking of one order of the cards of a relation.
type orderMark struct {
	right, wrong int
	wrongPairs   [][2]int // the card that truly comes first in front
	move         []int    // a smallest choice of cards to move, in the order played
}

// mark marks an order, a permutation of 0 … n−1. Only decidable pairs count.
func (r relation) mark(order []int) orderMark {
	place := make([]int, r.n)
	for i, card := range order {
		place[card] = i
	}
	var m orderMark
	for a := range r.n {
		for b := range r.n {
			switch {
			case !r.before[a][b]:
			case place[a] < place[b]:
				m.right++
			default:
				m.wrong++
				m.wrongPairs = append(m.wrongPairs, [2]int{a, b})
			}
		}
	}
	toMove := make([]bool, r.n)
	for _, card := range r.cover(m.wrongPairs) {
		toMove[card] = true
	}
	for _, card := range order {
		if toMove[card] {
			m.move = append(m.move, card)
		}
	}
	return m
}

// value returns max(0, (right − wrong) / decidable): Goodman and Kruskal's gamma
// between the order given and the known partial order, floored at 0. If no pair is
// decidable no order is wrong, and the value is 1.
func (m orderMark) value() float64 {
	if m.right+m.wrong == 0 {
		return 1
	}
	return max(0, float64(m.right-m.wrong)/float64(m.right+m.wrong))
}
