package puzzle

// cover returns the fewest cards whose removal leaves no wrong pair.
//
// The wrong pairs are themselves a strict partial order. A pair (a, b) is wrong
// when a is truly before b and the player put b before a: wrong is the
// intersection of the true order with the player's order read backwards. Both
// are transitive and no card precedes itself in either, and an intersection
// keeps both properties.
//
// Cards without a wrong pair among them are an antichain of that order. By
// Dilworth's theorem the largest antichain has as many cards as the fewest
// chains that cover all cards. That number is n minus the size of a maximum
// matching in the graph with every card once on the left and once on the right,
// and an edge from left a to right b for every wrong pair (a, b). So the fewest
// cards to move are as many as that matching has edges.
//
// Which cards: by König's theorem the matching has a vertex cover of its own
// size. It consists of the left vertices that alternating paths from unmatched
// left vertices do not reach, and the right ones that they do. A card with either
// vertex in the cover is moved; the others are an antichain. Such paths reach the
// same vertices for every maximum matching (Dulmage and Mendelsohn), so the wrong
// pairs alone determine the choice. Of two swapped cards it is the one that truly
// comes first.
func (r relation) cover(wrongPairs [][2]int) []int {
	edges := make([][]int, r.n)
	for _, pair := range wrongPairs {
		edges[pair[0]] = append(edges[pair[0]], pair[1])
	}
	const unmatched = -1
	left, right := make([]int, r.n), make([]int, r.n) // the partner of each vertex
	for i := range r.n {
		left[i], right[i] = unmatched, unmatched
	}

	// Kuhn's algorithm: look for an augmenting path from each left vertex.
	var augment func(a int, seen []bool) bool
	augment = func(a int, seen []bool) bool {
		for _, b := range edges[a] {
			if seen[b] {
				continue
			}
			seen[b] = true
			if right[b] == unmatched || augment(right[b], seen) {
				left[a], right[b] = b, a
				return true
			}
		}
		return false
	}
	for a := range r.n {
		augment(a, make([]bool, r.n))
	}

	reachedLeft, reachedRight := make([]bool, r.n), make([]bool, r.n)
	var reach func(a int)
	reach = func(a int) {
		reachedLeft[a] = true
		for _, b := range edges[a] {
			if !reachedRight[b] {
				reachedRight[b] = true
				// b has a partner, or the path would augment. That
				// partner is reached only through b.
				reach(right[b])
			}
		}
	}
	for a := range r.n {
		if left[a] == unmatched {
			reach(a)
		}
	}
	var cover []int
	for card := range r.n {
		if !reachedLeft[card] || reachedRight[card] {
			cover = append(cover, card)
		}
	}
	return cover
}
