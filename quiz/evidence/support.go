package evidence

import (
	"slices"

	"holdtheline/quiz/casefile"
)

// Tier returns the rank of a directness, strongest first: firsthand 0, official 1,
// secondhand 2, retold 3. Anything else ranks below all of them.
func Tier(d casefile.Directness) int {
	tiers := d.Options()
	if i := slices.Index(tiers, string(d)); i >= 0 {
		return i
	}
	return len(tiers)
}

// A Support is how well an answer is supported: the independent voices that give it,
// and the best tier among all sources that give it.
type Support struct {
	Voices []Witness
	Tier   int
}

// Support returns how well an answer is supported. Repeating adds nothing: it counts
// everybody who gives the answer in an origin, and then, in case order, every report
// of it that rests on nothing that is counted already. The tier is that of the
// written directness.
func (x *Index) Support(a casefile.Answer) Support {
	s := Support{Tier: Tier("")}
	given := x.sourcesOf(a.By)
	voices := &counted{x: x}
	for _, i := range given {
		s.Tier = min(s.Tier, Tier(x.c.Sources[i].Directness))
		if x.isOrigin(i) {
			voices.add(i, a.By)
		}
	}
	for _, i := range given {
		if !x.isOrigin(i) && !slices.ContainsFunc(x.origins[i], voices.heard) {
			voices.add(i, a.By)
		}
	}
	s.Voices = voices.list
	return s
}

// Better reports whether s is stronger than o: it has more independent voices or,
// with equally many, a better tier.
func (s Support) Better(o Support) bool {
	if len(s.Voices) != len(o.Voices) {
		return len(s.Voices) > len(o.Voices)
	}
	return s.Tier < o.Tier
}

// answers is what the sources say on one point.
type answers struct {
	by     map[string][]int // source id → the indices of the answers that it gives
	best   int
	isBest bool // there is a best supported answer
}

// findAnswers finds what the sources say on each point.
func (x *Index) findAnswers() map[string]answers {
	points := make(map[string]answers, len(x.c.Points))
	for _, p := range x.c.Points {
		if _, twice := points[p.ID]; twice {
			continue
		}
		on := answers{by: map[string][]int{}}
		support := make([]Support, len(p.Answers))
		for i, a := range p.Answers {
			support[i] = x.Support(a)
			for _, ref := range a.By {
				source := SourceOf(ref)
				if given := on.by[source]; len(given) == 0 || given[len(given)-1] != i {
					on.by[source] = append(given, i)
				}
			}
		}
		for i := range support {
			ahead := true
			for j := range support {
				ahead = ahead && (i == j || support[i].Better(support[j]))
			}
			if ahead {
				on.best, on.isBest = i, true
			}
		}
		points[p.ID] = on
	}
	return points
}

// BestSupported returns the index of the best supported answer on a point: the one
// whose support is better than every other's ([Support.Better]). ok is false when
// the point is unknown, has no answers, or two answers tie for first place.
func (x *Index) BestSupported(point string) (answer int, ok bool) {
	on := x.points()[point]
	return on.best, on.isBest
}

// AnswersBy returns the indices of the answers that a source gives on a point:
// none when it says nothing on it, more than one when it contradicts itself.
func (x *Index) AnswersBy(point, source string) []int {
	return slices.Clone(x.points()[point].by[source])
}

// AnswerBy returns the index of the answer that a source gives on a point, the
// first if it contradicts itself. ok is false when it says nothing on it.
func (x *Index) AnswerBy(point, source string) (answer int, ok bool) {
	given := x.AnswersBy(point, source)
	if len(given) == 0 {
		return 0, false
	}
	return given[0], true
}

// Outdone reports whether another answer on a point is better supported than one of
// them, given by its index.
func (x *Index) Outdone(p *casefile.Point, answer int) bool {
	own := x.Support(p.Answers[answer])
	return slices.ContainsFunc(p.Answers, func(a casefile.Answer) bool { return x.Support(a).Better(own) })
}
