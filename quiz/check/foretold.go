package check

import (
	"slices"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
)

// namedOnCard is how many of the sources that one rests on its card at the desk
// names; it counts the others.
const namedOnCard = 2

// foretold checks that no card at the desk names a source that comes in only later:
// what a report rests on is often found out long after it. A card names nothing
// while a trace still asks for it.
func (k *checker) foretold() {
	in := map[string]int{} // a source → the first beat at which it is on the desk or in a tab, from 1
	n := 0
	k.eachBeat(func(b *casefile.Beat, _ string) {
		n++
		for _, id := range slices.Concat(b.Arrivals, b.Tabs) { // a later part of a source is no key of its own
			if in[id] == 0 {
				in[id] = n
			}
		}
	})
	n = 0
	traced := k.traced()
	k.eachBeat(func(b *casefile.Beat, path string) {
		n++
		for i, id := range b.Arrivals {
			src, ok := k.find.Source(id)
			if !ok || traced.at(id, b.Lengths) {
				continue
			}
			for _, on := range src.ReliesOn[:min(namedOnCard, len(src.ReliesOn))] {
				if in[on] > n {
					k.Report(at(path+".arrivals", i), "let that come in no later than this, or leave it out of relies_on if nobody knew of it yet",
						"the card of %q says that it rests on %q, which comes in at a later beat", id, on)
				}
			}
		}
	})
}

// traces are the sources of which a trace asks what they rest on, by the length at
// which it does.
type traces map[casefile.Length]map[string]bool

func (k *checker) traced() traces {
	at := traces{}
	for _, r := range k.c.Rooms {
		for i := range r.Puzzles {
			p := &r.Puzzles[i]
			if !puzzle.Asks(p.Kind, puzzle.Provenance) {
				continue
			}
			for _, l := range lengthsOf(p.Lengths) {
				if at[l] == nil {
					at[l] = map[string]bool{}
				}
				at[l][p.Source] = true
				for _, id := range p.Sources {
					at[l][id] = true
				}
			}
		}
	}
	return at
}

// at reports whether a trace asks what a source rests on, wherever one of the lengths is
// played.
func (t traces) at(source string, lengths []casefile.Length) bool {
	return !slices.ContainsFunc(lengthsOf(lengths), func(l casefile.Length) bool { return !t[l][source] })
}

// lengthsOf returns the lengths that a beat or puzzle is part of: all when none is said.
func lengthsOf(said []casefile.Length) []casefile.Length {
	if len(said) == 0 {
		return []casefile.Length{casefile.Quick, casefile.Lesson, casefile.Full}
	}
	return said
}

// eachBeat calls do for every beat of the desk, in order, with its path.
func (k *checker) eachBeat(do func(b *casefile.Beat, path string)) {
	for i, r := range k.c.Rooms {
		for j := range r.Beats {
			do(&r.Beats[j], at(at("rooms", i)+".beats", j))
		}
	}
}
