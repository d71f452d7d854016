package evidence

// places is a set of places in a list, a bit for each: sets of all events of a large
// case are joined a word at a time.
type places []uint64

const wordBits = 64

// newPlaces returns an empty set for a list of n.
func newPlaces(n int) places { return make(places, (n+wordBits-1)/wordBits) }

func (p places) add(i int)      { p[i/wordBits] |= 1 << (i % wordBits) }
func (p places) has(i int) bool { return p[i/wordBits]>>(i%wordBits)&1 == 1 }

// addAll adds what is in another set for the same list.
func (p places) addAll(other places) {
	for i, word := range other {
		p[i] |= word
	}
}
