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

// A Support is how well an answer is supported: the independent sources that give
// it, in case order, and the best tier among all sources that give it.
type Support struct {
	Voices []string
	Tier   int
}

// Support returns how well an answer is supported. Repeating adds nothing: it
// counts every origin that gives the answer itself, and then, in case order, every
// report of it that shares no origin with a voice already counted. The tier is
// that of the written directness.
func (x *Index) Support(a casefile.Answer) Support {
	s := Support{Tier: Tier("")}
	var given []string // known sources that give the answer, each once
	for _, ref := range a.By {
		if id := SourceOf(ref); x.knows(id) && !slices.Contains(given, id) {
			given = append(given, id)
		}
	}
	x.inCaseOrder(given)
	heard := map[string]bool{} // origins that a counted voice rests on
	for _, origins := range []bool{true, false} {
		for _, id := range given {
			src := x.source(id)
			if len(src.ReliesOn) == 0 != origins {
				continue
			}
			s.Tier = min(s.Tier, Tier(src.Directness))
			behind := x.origins[id]
			if slices.ContainsFunc(behind, func(o string) bool { return heard[o] }) {
				continue
			}
			s.Voices = append(s.Voices, id)
			for _, o := range behind {
				heard[o] = true
			}
		}
	}
	x.inCaseOrder(s.Voices)
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

// BestSupported returns the index of the best supported answer on a point: the one
// whose support is better than every other's ([Support.Better]). ok is false when
// the point is unknown, has no answers, or two answers tie for first place.
func (x *Index) BestSupported(point string) (answer int, ok bool) {
	p, found := x.c.Point(point)
	if !found {
		return 0, false
	}
	support := make([]Support, len(p.Answers))
	for i, a := range p.Answers {
		support[i] = x.Support(a)
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

// AnswersBy returns the indices of the answers that a source gives on a point:
// none when it says nothing on it, more than one when it contradicts itself.
func (x *Index) AnswersBy(point, source string) []int {
	p, found := x.c.Point(point)
	if !found {
		return nil
	}
	var given []int
	for i, a := range p.Answers {
		if slices.ContainsFunc(a.By, func(ref string) bool { return SourceOf(ref) == source }) {
			given = append(given, i)
		}
	}
	return given
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
