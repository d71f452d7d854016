package evidence

import (
	"sync"

	"holdtheline/quiz/casefile"
)

// An Index answers questions about one case. It is read-only after [New] and
// may be used from several goroutines.
type Index struct {
	c       *casefile.Case
	place   map[string]int // source id → its index in the case
	origins [][]int        // by the index of a source: those of its origins, in order

	// Each made once, when first asked for.
	happened, known func() Chronology
	asserts         func() map[string][]bool // claim id → by the index of a source: it asserts the claim
	points          func() map[string]answers
	spokesmen       func() map[string]string // by who is quoted: for whom they speak
}

// New makes the index of a case. The case must not change afterwards.
func New(c *casefile.Case) *Index {
	x := &Index{c: c, place: make(map[string]int, len(c.Sources))}
	for i := range c.Sources {
		if id := c.Sources[i].ID; !x.knows(id) {
			x.place[id] = i
		}
	}
	x.origins = x.findOrigins()
	x.happened = sync.OnceValue(func() Chronology { return newChronology(c.Events, casefile.Happened) })
	x.known = sync.OnceValue(func() Chronology { return newChronology(c.Events, casefile.Known) })
	x.asserts = sync.OnceValue(x.findAsserting)
	x.points = sync.OnceValue(x.findAnswers)
	x.spokesmen = sync.OnceValue(x.findSpokesmen)
	return x
}

// Case returns the case that the index was made from.
func (x *Index) Case() *casefile.Case { return x.c }

// SourceOf returns the source's id in a reference, which is either that id or
// "source#paragraph".
func SourceOf(ref string) string {
	source, _, _ := casefile.SplitRef(ref)
	return source
}

// knows reports whether the case has a source.
func (x *Index) knows(source string) bool {
	_, ok := x.place[source]
	return ok
}

// source returns a source of the case, or nil.
func (x *Index) source(id string) *casefile.Source {
	if i, ok := x.place[id]; ok {
		return &x.c.Sources[i]
	}
	return nil
}

// ids returns the ids of the sources with the indices, nil for none.
func (x *Index) ids(sources []int) []string {
	var ids []string
	for _, i := range sources {
		ids = append(ids, x.c.Sources[i].ID)
	}
	return ids
}
