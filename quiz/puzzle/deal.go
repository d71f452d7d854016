package puzzle

import (
	"hash/fnv"
	"math/bits"
	"math/rand/v2"
	"slices"
)

// A deal must never change: a link with a seed gives a whole class the same
// shuffle, and a saved session deals again when it is opened. So the algorithm is
// fixed here and pinned by a golden test:
//
//   - the generator is PCG-DXSM as in math/rand/v2, seeded with the play's seed
//     and the 64-bit FNV-1a hash of the item's id, so that items differ;
//   - the shuffle is Fisher–Yates from the last place down to the second; the
//     place to swap with is the high word of the product of the next 64-bit
//     number and the number of places still open.

func generator(seed uint64, id string) rand.Source {
	h := fnv.New64a()
	h.Write([]byte(id)) // never fails
	return rand.NewPCG(seed, h.Sum64())
}

func shuffle[T any](g rand.Source, list []T) {
	for i := len(list) - 1; i > 0; i-- {
		j, _ := bits.Mul64(g.Uint64(), uint64(i)+1)
		list[i], list[j] = list[j], list[i]
	}
}

// dealt returns a shuffled copy of a list.
func dealt[T any](seed uint64, id string, list []T) []T {
	out := slices.Clone(list)
	shuffle(generator(seed, id), out)
	return out
}

// dealtField is dealt for a further list of an item. Lists of equal length, dealt
// with the same seed and id, would be shuffled alike and give each other away, so
// the field's name is hashed too.
func dealtField[T any](seed uint64, id, field string, list []T) []T {
	return dealt(seed, id+"/"+field, list)
}

// The greatest mark of a dealt order, and the number of shuffles to try for it.
const (
	dealtAtMost = 0.5
	dealTries   = 64
)

// deal returns a random order that marks at most dealtAtMost. After dealTries
// shuffles, each starting from the cards' own order, it gives up and reverses the
// true order, which marks 0. If no pair is decidable every order is right, and it
// deals the first shuffle.
func (r relation) deal(g rand.Source) []int {
	order := make([]int, r.n)
	for range dealTries {
		for i := range order {
			order[i] = i
		}
		shuffle(g, order)
		if r.decidable == 0 || r.mark(order).value() <= dealtAtMost {
			return order
		}
	}
	order = slices.Concat(r.layers()...)
	slices.Reverse(order)
	return order
}
