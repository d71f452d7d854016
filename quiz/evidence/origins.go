package casefile

import "slices"

// Origins lists where a source comes from in the end: following relies_on from
// source to source, the ones that rest on nothing further. They are in the
// order of the case; a source that rests on nothing is its own origin.
// An unknown source has none, and neither have sources that only rest on each
// other.
func (c *Case) Origins(source string) []string {
	ends := map[string]bool{}
	seen := map[string]bool{}
	var follow func(id string)
	follow = func(id string) {
		if seen[id] {
			return
		}
		seen[id] = true
		src, ok := c.Source(id)
		if !ok {
			return
		}
		if len(src.ReliesOn) == 0 {
			ends[id] = true
		}
		for _, on := range src.ReliesOn {
			follow(on)
		}
	}
	follow(source)
	var origins []string
	for i := range c.Sources {
		if ends[c.Sources[i].ID] {
			origins = append(origins, c.Sources[i].ID)
		}
	}
	return origins
}

// Asserts reports whether any paragraph of the source asserts the claim.
func (cl *Claim) Asserts(source string) bool {
	return slices.ContainsFunc(cl.AssertedBy, func(ref string) bool {
		id, _, _ := SplitRef(ref)
		return id == source
	})
}

// AssertingOrigins lists the origins of a source that assert the claim
// themselves.
func (c *Case) AssertingOrigins(source string, cl *Claim) []string {
	return slices.DeleteFunc(c.Origins(source), func(origin string) bool { return !cl.Asserts(origin) })
}

// Tier is the strength of a directness, 0 the strongest: firsthand, official,
// secondhand, retold. Anything else is weaker than all of them.
func (d Directness) Tier() int {
	tiers := d.Options()
	if i := slices.Index(tiers, string(d)); i >= 0 {
		return i
	}
	return len(tiers)
}

// A Support is what stands behind an answer: the independent sources that give
// it, in the order of the case, and the best tier among all that give it.
type Support struct {
	Voices []string
	Tier   int
}

// Support says what stands behind an answer. Repeating adds nothing: first
// counts every origin that gives the answer itself, then, in the order of the
// case, every report of it that shares no origin with a voice already counted.
func (c *Case) Support(a Answer) Support {
	s := Support{Tier: Directness("").Tier()}
	gives := map[string]bool{}
	for _, ref := range a.By {
		id, _, _ := SplitRef(ref)
		gives[id] = true
	}
	heard := map[string]bool{} // origins that a counted voice rests on
	voices := map[string]bool{}
	for _, origins := range []bool{true, false} {
		for i := range c.Sources {
			src := &c.Sources[i]
			if !gives[src.ID] || len(src.ReliesOn) == 0 != origins {
				continue
			}
			s.Tier = min(s.Tier, src.Directness.Tier())
			behind := c.Origins(src.ID)
			if slices.ContainsFunc(behind, func(o string) bool { return heard[o] }) {
				continue
			}
			voices[src.ID] = true
			for _, o := range behind {
				heard[o] = true
			}
		}
	}
	for i := range c.Sources {
		if voices[c.Sources[i].ID] {
			s.Voices = append(s.Voices, c.Sources[i].ID)
		}
	}
	return s
}

// Better reports whether s is stronger than o: more independent voices; with
// equally many, one that stands closer.
func (s Support) Better(o Support) bool {
	if len(s.Voices) != len(o.Voices) {
		return len(s.Voices) > len(o.Voices)
	}
	return s.Tier < o.Tier
}

// BestSupported is the answer of a point with the strongest support. It is not
// ok when two share the first place.
func (c *Case) BestSupported(p *Point) (answer int, ok bool) {
	support := make([]Support, len(p.Answers))
	for i, a := range p.Answers {
		support[i] = c.Support(a)
	}
	for i := range support {
		ahead := true
		for j := range support {
			ahead = ahead && (i == j || support[i].Better(support[j]))
		}
		if ahead {
			return i, true
		}
	}
	return 0, false
}

// AnswersOf lists which answers of a point a source gives: none when it does
// not speak on it, more than one when it contradicts itself.
func (p *Point) AnswersOf(source string) []int {
	var given []int
	for i, a := range p.Answers {
		if slices.ContainsFunc(a.By, func(ref string) bool {
			id, _, _ := SplitRef(ref)
			return id == source
		}) {
			given = append(given, i)
		}
	}
	return given
}
