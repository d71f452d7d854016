package evidence

import (
	"maps"
	"slices"

	"holdtheline/quiz/edtf"
)

// findOrigins follows relies_on from every source down to those that rest on nothing;
// see Origins.
func (x *Index) findOrigins() [][]int {
	sources := x.c.Sources
	on := make([][]int, len(sources)) // relies_on, without what the case does not have
	for i := range sources {
		for _, id := range sources[i].ReliesOn {
			if j, ok := x.SourceAt(id); ok {
				on[i] = append(on[i], j)
			}
		}
	}
	origins := make([][]int, len(sources))
	seen := make([]int, len(sources)) // 1 + the last source that was followed to this one
	for i := range sources {
		var follow func(j int)
		follow = func(j int) {
			if seen[j] == i+1 {
				return
			}
			seen[j] = i + 1
			if len(sources[j].ReliesOn) == 0 {
				origins[i] = append(origins[i], j)
			}
			for _, next := range on[j] {
				follow(next)
			}
		}
		follow(i)
		slices.Sort(origins[i])
	}
	return origins
}

// Origins returns the sources at the ends of a source's provenance, in case order.
// A source that relies on nothing is its own origin. An unknown source has none,
// and neither have sources that only rest on each other.
func (x *Index) Origins(source string) []string { return x.ids(x.originsOf(source)) }

func (x *Index) originsOf(source string) []int {
	if i, ok := x.SourceAt(source); ok {
		return x.origins[i]
	}
	return nil
}

// Independent reports whether two sources have no origin in common. A source is
// never independent of itself, nor of one that the case does not have.
func (x *Index) Independent(a, b string) bool {
	return x.knows(a) && x.knows(b) && len(x.SharedOrigins(a, b)) == 0
}

// SharedOrigins returns the origins that two sources have in common, in case
// order. Two sources that share one are not independent.
func (x *Index) SharedOrigins(a, b string) []string {
	ofB := x.originsOf(b)
	return x.ids(slices.DeleteFunc(slices.Clone(x.originsOf(a)), func(o int) bool { return !slices.Contains(ofB, o) }))
}

// findAsserting finds the sources that assert each claim.
func (x *Index) findAsserting() map[string]map[int]bool {
	asserts := make(map[string]map[int]bool, len(x.c.Claims))
	for i := range x.c.Claims {
		cl := &x.c.Claims[i]
		if _, twice := asserts[cl.ID]; twice {
			continue
		}
		asserts[cl.ID] = make(map[int]bool, len(cl.AssertedBy))
		for _, ref := range cl.AssertedBy {
			if source, ok := x.SourceAt(SourceOf(ref)); ok {
				asserts[cl.ID][source] = true
			}
		}
	}
	return asserts
}

// OriginAsserts reports whether one of a source's origins asserts the claim itself.
func (x *Index) OriginAsserts(source, claim string) bool {
	asserts, found := x.asserts()[claim]
	return found && slices.ContainsFunc(x.originsOf(source), func(origin int) bool { return asserts[origin] })
}

// Path returns the shortest chain of sources from a report to one that it rests
// on, both included; each relies on the next. It is nil when there is none.
func (x *Index) Path(report, origin string) []string {
	if !x.knows(report) {
		return nil
	}
	from := map[string]string{report: ""}
	queue := []string{report}
	for len(queue) > 0 {
		id := queue[0]
		queue = queue[1:]
		if id == origin {
			var path []string
			for at := id; at != ""; at = from[at] {
				path = append(path, at)
			}
			slices.Reverse(path)
			return path
		}
		src, _ := x.Source(id) // only known ones are in the queue
		for _, next := range src.ReliesOn {
			if _, seen := from[next]; !seen && x.knows(next) {
				from[next] = id
				queue = append(queue, next)
			}
		}
	}
	return nil
}

// A Hearing is a source among several, and those of them that it has a thing from:
// the nearest that it relies on. A source that has it from none of them says it of
// its own.
type Hearing struct {
	Source string
	From   []string // in case order
}

// Hearings tells who has a claim from whom: the sources that assert it in a
// paragraph that was public by t and that keep accepts, in order of time, and none
// before one that it has the claim from. A report in between that does not assert
// the claim is passed through.
func (x *Index) Hearings(claim string, t edtf.Date, keep func(source string) bool) []Hearing {
	cl, ok := x.Claim(claim)
	if !ok {
		return nil
	}
	among := map[int]bool{}
	for _, ref := range cl.AssertedBy {
		if i, ok := x.SourceAt(SourceOf(ref)); ok && !among[i] && keep(x.c.Sources[i].ID) && x.PublicBy(ref, t) {
			among[i] = true
		}
	}
	return x.hearings(among)
}

// Lineage returns a source and all that it rests on, in the order of [Hearings].
func (x *Index) Lineage(source string) []Hearing {
	among := map[int]bool{}
	var follow func(id string)
	follow = func(id string) {
		i, ok := x.SourceAt(id)
		if !ok || among[i] {
			return
		}
		among[i] = true
		for _, on := range x.c.Sources[i].ReliesOn {
			follow(on)
		}
	}
	follow(source)
	return x.hearings(among)
}

// hearings returns the sources at some places.
func (x *Index) hearings(among map[int]bool) []Hearing {
	from := make(map[int][]int, len(among))
	left := slices.Sorted(maps.Keys(among))
	for _, i := range left {
		from[i] = x.nearest(i, among)
	}
	earlier := func(a, b int) int {
		t, okA := x.c.Sources[a].Published.Earliest()
		u, okB := x.c.Sources[b].Published.Earliest()
		if !okA || !okB {
			return 0
		}
		return t.Compare(u)
	}
	slices.SortStableFunc(left, earlier)
	var out []Hearing
	for len(left) > 0 {
		// The first whose sources are all told; sources that only rest on each other
		// have no such one, and then it is the first.
		next := max(0, slices.IndexFunc(left, func(i int) bool {
			return !slices.ContainsFunc(from[i], func(on int) bool { return slices.Contains(left, on) })
		}))
		i := left[next]
		left = slices.Delete(left, next, next+1)
		out = append(out, Hearing{Source: x.c.Sources[i].ID, From: x.ids(from[i])})
	}
	return out
}

// nearest returns the sources of a set that one of them rests on without another of
// the set in between.
func (x *Index) nearest(source int, among map[int]bool) []int {
	seen := map[int]bool{source: true}
	var found []int
	var follow func(i int)
	follow = func(i int) {
		for _, id := range x.c.Sources[i].ReliesOn {
			on, ok := x.SourceAt(id)
			if !ok || seen[on] {
				continue
			}
			seen[on] = true
			if among[on] {
				found = append(found, on)
				continue
			}
			follow(on)
		}
	}
	follow(source)
	slices.Sort(found)
	// One that another of them rests on is not the nearest.
	return slices.DeleteFunc(slices.Clone(found), func(on int) bool {
		return slices.ContainsFunc(found, func(other int) bool { return other != on && x.restsOn(other, on) })
	})
}

// restsOn reports whether a source rests on another, through any others.
func (x *Index) restsOn(source, on int) bool {
	return x.Path(x.c.Sources[source].ID, x.c.Sources[on].ID) != nil
}
