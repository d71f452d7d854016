package evidence

import (
	"sync"

	"holdtheline/quiz/casefile"
)

// An Index answers questions about one case, and finds its parts by id. It is read-only
// after [New] and may be used from several goroutines.
type Index struct {
	*casefile.Lookup

	c       *casefile.Case
	origins [][]int // by the place of a source in the case: those of its origins, in order

	// Each made once, when first asked for.
	happened, known func() Chronology
	asserts         func() map[string]map[int]bool // claim id → the places of the sources that assert it
	points          func() map[string]answers
	spokesmen       func() map[string]string // by who is quoted: for whom they speak
}

// New makes the index of a case. The case must not change afterwards.
func New(c *casefile.Case) *Index {
	x := &Index{Lookup: casefile.NewLookup(c), c: c}
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
	_, ok := x.SourceAt(source)
	return ok
}

// ids returns the ids of the sources with the indices, nil for none.
func (x *Index) ids(sources []int) []string {
	var ids []string
	for _, i := range sources {
		ids = append(ids, x.c.Sources[i].ID)
	}
	return ids
}
