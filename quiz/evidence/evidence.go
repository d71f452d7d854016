// Package evidence answers the questions that a case's sources can answer: what
// was public at a moment, what was supported then, which source rests on which,
// and how many witnesses stand behind something independently of each other.
//
// It never marks an answer (package puzzle does) and holds no key: everything
// is derived from the dates and the provenance graph of the case. It expects a
// case that passed casefile.Check. For any other case an answer may mean little,
// but nothing here panics or runs for ever.
//
// Start reading at [Index].
package evidence

import (
	"slices"
	"sync"

	"holdtheline/quiz/casefile"
)

// An Index answers questions about one case. It is read-only after [New] and
// may be used from several goroutines.
type Index struct {
	c       *casefile.Case
	place   map[string]int      // source id → its place in the case
	origins map[string][]string // source id → its origins, in case order

	happened, known func() casefile.Chronology // each made once, when first asked for
}

// New makes the index of a case. The case must not change afterwards.
func New(c *casefile.Case) *Index {
	x := &Index{
		c:       c,
		place:   make(map[string]int, len(c.Sources)),
		origins: make(map[string][]string, len(c.Sources)),
	}
	for i := range c.Sources {
		id := c.Sources[i].ID
		x.place[id] = i
		x.origins[id] = c.Origins(id)
	}
	x.happened = sync.OnceValue(func() casefile.Chronology { return c.Chronology(casefile.Happened) })
	x.known = sync.OnceValue(func() casefile.Chronology { return c.Chronology(casefile.Known) })
	return x
}

// Chronology returns what is certain about the order of all events on an axis.
func (x *Index) Chronology(axis casefile.Axis) casefile.Chronology {
	if axis == casefile.Known {
		return x.known()
	}
	return x.happened()
}

// Case returns the case that the index was made from.
func (x *Index) Case() *casefile.Case { return x.c }

// SourceOf returns the source's id in a reference, which is either that id
// alone or "source#paragraph".
func SourceOf(ref string) string {
	source, _, _ := casefile.SplitRef(ref)
	return source
}

// knows reports whether the case has a source.
func (x *Index) knows(source string) bool {
	_, ok := x.place[source]
	return ok
}

func (x *Index) inCaseOrder(sources []string) {
	slices.SortFunc(sources, func(a, b string) int { return x.place[a] - x.place[b] })
}
