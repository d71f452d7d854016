package evidence

import (
	"slices"

	"holdtheline/quiz/edtf"
)

// findOrigins follows relies_on down to the sources that rest on nothing, and
// returns them in case order; see Origins.
func (x *Index) findOrigins(source string) []string {
	seen := map[string]bool{}
	var ends []string
	var follow func(id string)
	follow = func(id string) {
		src := x.source(id)
		if seen[id] || src == nil {
			return
		}
		seen[id] = true
		if len(src.ReliesOn) == 0 {
			ends = append(ends, id)
		}
		for _, on := range src.ReliesOn {
			follow(on)
		}
	}
	follow(source)
	x.inCaseOrder(ends)
	return ends
}

// Origins returns the sources at the ends of a source's provenance, in case order.
// A source that relies on nothing is its own origin. An unknown source has none,
// and neither have sources that only rest on each other.
func (x *Index) Origins(source string) []string { return slices.Clone(x.origins[source]) }

// Independent reports whether two sources have no origin in common. A source is
// never independent of itself, nor of one that the case does not have.
func (x *Index) Independent(a, b string) bool {
	return x.knows(a) && x.knows(b) && len(x.SharedOrigins(a, b)) == 0
}

// SharedOrigins returns the origins that two sources have in common, in case
// order. Two sources that share one are not independent.
func (x *Index) SharedOrigins(a, b string) []string {
	var both []string
	for _, id := range x.origins[a] {
		if slices.Contains(x.origins[b], id) {
			both = append(both, id)
		}
	}
	return both
}

// Witnesses returns the independent witnesses of a claim at t: the origins that
// assert it themselves, in a paragraph that was public by t, in case order. A
// report adds nothing to the origin it repeats.
func (x *Index) Witnesses(claim string, t edtf.Date) []string {
	cl, ok := x.c.Claim(claim)
	if !ok {
		return nil
	}
	var witnesses []string
	for _, ref := range cl.AssertedBy {
		id := SourceOf(ref)
		isOrigin := slices.Equal(x.origins[id], []string{id})
		if isOrigin && x.PublicBy(ref, t) && !slices.Contains(witnesses, id) {
			witnesses = append(witnesses, id)
		}
	}
	x.inCaseOrder(witnesses)
	return witnesses
}

// AssertingOrigins returns the origins of a source that assert the claim
// themselves, in case order.
func (x *Index) AssertingOrigins(source, claim string) []string {
	cl, found := x.c.Claim(claim)
	if !found {
		return nil
	}
	return slices.DeleteFunc(x.Origins(source), func(origin string) bool {
		return !slices.ContainsFunc(cl.AssertedBy, func(ref string) bool { return SourceOf(ref) == origin })
	})
}

// OriginOf returns the one origin of a report that asserts the claim itself. ok is
// false when there is none, or more than one.
func (x *Index) OriginOf(report, claim string) (origin string, ok bool) {
	asserting := x.AssertingOrigins(report, claim)
	if len(asserting) != 1 {
		return "", false
	}
	return asserting[0], true
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
		for _, next := range x.c.Sources[x.place[id]].ReliesOn {
			if _, seen := from[next]; !seen && x.knows(next) {
				from[next] = id
				queue = append(queue, next)
			}
		}
	}
	return nil
}
