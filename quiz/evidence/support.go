package evidence

import (
	"slices"

	"holdtheline/quiz/casefile"
)

// Tier is the strength of a directness, 0 the strongest: firsthand 0, official
// 1, secondhand 2, retold 3. Anything else is weaker than all of them.
func Tier(d casefile.Directness) int {
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

// Better reports whether s is stronger than o: more independent voices; with
// equally many, one that stands closer.
func (s Support) Better(o Support) bool {
	if len(s.Voices) != len(o.Voices) {
		return len(s.Voices) > len(o.Voices)
	}
	return s.Tier < o.Tier
}

// BestSupported returns which answer on a point is best supported, as its place
// in the point's list: the one with more independent voices, and of equally many
// the one with the better best tier ([Support.Better]). ok is false when the
// point is unknown, has no answers, or two answers share the first place.
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

// AnswersBy lists which answers on a point a source gives, as their places in
// the point's list: none when it does not speak on it, more than one when it
// contradicts itself.
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

// AnswerBy returns the answer that a source gives on a point, as its place in
// the point's list: the first, should it contradict itself. ok is false when it
// says nothing on it.
func (x *Index) AnswerBy(point, source string) (answer int, ok bool) {
	given := x.AnswersBy(point, source)
	if len(given) == 0 {
		return 0, false
	}
	return given[0], true
}
