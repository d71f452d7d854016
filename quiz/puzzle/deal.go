package puzzle

import (
	"hash/fnv"
	"math/bits"
	"math/rand/v2"
	"slices"
)

// A deal must come out the same for ever: a link with a seed gives a whole
// class the same shuffle, and a saved session deals again when it is opened. So
// the recipe is fixed here and pinned by a golden test:
//
//   - the generator is PCG-DXSM as in math/rand/v2, seeded with the play's seed
//     and the 64-bit FNV-1a hash of the item's id, so that items differ;
//   - the shuffle is Fisher–Yates from the last place down to the second, the
//     place to swap with being the high word of the product of the next 64-bit
//     number and the number of places still open.

func generator(seed uint64, id string) rand.Source {
	h := fnv.New64a()
	h.Write([]byte(id)) // a hash never fails to take bytes
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

// dealtField is dealt for another list of an item than its first. Lists as long as
// each other, dealt under one seed and id, would be shuffled alike and give each
// other away, so the field's name goes into the recipe.
func dealtField[T any](seed uint64, id, field string, list []T) []T {
	return dealt(seed, id+"/"+field, list)
}

// How an order is dealt: at most this mark, found within this many tries.
const (
	dealtAtMost = 0.5
	dealTries   = 64
)

// deal returns a random order that marks at most dealtAtMost. After dealTries
// shuffles, each of the cards in their own order, it gives up and turns the true
// order round, which marks 0. Where no pair is decidable every order is right,
// and the first shuffle is dealt.
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
