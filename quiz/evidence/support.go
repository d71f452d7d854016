package evidence

import (
	"cmp"
	"slices"

	"holdtheline/quiz/casefile"
)

// A Support says how well an answer on a point is supported.
type Support struct {
	Voices []string // independent sources that give the answer, in case order
	Tier   int      // the best tier among all that give it, 0 the strongest; weaker than any when nobody does
}

// Compare orders two supports: negative when s is the weaker, positive when it
// is the stronger, 0 when the evidence does not tell. More independent voices
// count first, then the better best tier.
func (s Support) Compare(o Support) int {
	return cmp.Or(cmp.Compare(len(s.Voices), len(o.Voices)), cmp.Compare(o.Tier, s.Tier))
}

// Support returns how well an answer on a point is supported.
//
// The voices are counted so that repeating adds nothing: first every origin
// that gives the answer itself, then, in case order, every report of it that
// shares no origin with a voice already counted.
func (x *Index) Support(answer casefile.Answer) Support {
	support := Support{Tier: Tier("")}
	var by []string
	for _, ref := range answer.By {
		if id := SourceOf(ref); x.knows(id) && !slices.Contains(by, id) {
			by = append(by, id)
		}
	}
	x.inCaseOrder(by)
	for _, id := range by {
		src := &x.c.Sources[x.place[id]]
		support.Tier = min(support.Tier, Tier(src.Directness))
		if len(src.ReliesOn) == 0 {
			support.Voices = append(support.Voices, id)
		}
	}
	for _, id := range by {
		fresh := !slices.ContainsFunc(support.Voices, func(voice string) bool {
			return !x.Independent(id, voice)
		})
		if fresh {
			support.Voices = append(support.Voices, id)
		}
	}
	x.inCaseOrder(support.Voices)
	return support
}

// BestSupported returns which answer on a point is best supported, as its place
// in the point's list. ok is false when the point is unknown, has no answers,
// or two answers are supported equally well.
func (x *Index) BestSupported(point string) (answer int, ok bool) {
	p, found := x.c.Point(point)
	if !found {
		return 0, false
	}
	var best Support
	for i := range p.Answers {
		support := x.Support(p.Answers[i])
		switch c := support.Compare(best); {
		case i == 0 || c > 0:
			best, answer, ok = support, i, true
		case c == 0:
			ok = false
		}
	}
	return answer, ok
}

// AnswerBy returns the answer that a source gives on a point, as its place in
// the point's list: the first, should it contradict itself. ok is false when it
// says nothing on it.
func (x *Index) AnswerBy(point, source string) (answer int, ok bool) {
	p, found := x.c.Point(point)
	if !found {
		return 0, false
	}
	given := p.AnswersOf(source)
	if len(given) == 0 {
		return 0, false
	}
	return given[0], true
}
