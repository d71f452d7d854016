package check

import (
	"fmt"
	"slices"
	"strings"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/evidence"
	"holdtheline/quiz/puzzle"
)

// Truth returns where a case contradicts its own evidence: a status that does not
// follow from who says what, a source that can't be as direct as it claims, a clue
// that gives nothing away, a card weighed for a claim on which it says nothing. The
// rules are in package evidence. If sources or claims name something that does not
// exist, it returns nothing; [Case] reports that.
//
// It needs the author's keys, so the case must be read from YAML. A compiled case
// lacks them.
func Truth(c *casefile.Case) casefile.Problems {
	k := newTruth(c)
	if !k.whole() {
		return nil
	}
	k.Code = "directness"
	for i := range c.Sources {
		k.source(&c.Sources[i], fmt.Sprintf("sources[%d]", i))
	}
	k.Code = "truth"
	for i := range c.Claims {
		k.claim(&c.Claims[i], fmt.Sprintf("claims[%d]", i))
	}
	for i, room := range c.Rooms {
		for j := range room.Puzzles {
			path := fmt.Sprintf("rooms[%d].puzzles[%d]", i, j)
			p := &room.Puzzles[j]
			if puzzle.Asks(p.Kind, puzzle.Dating) {
				k.Code = "dating"
				k.dating(p, path)
			}
			if puzzle.Asks(p.Kind, puzzle.Closeness) {
				k.Code = "weighing"
				k.weighing(p, path)
			}
		}
	}
	return k.Problems()
}

func newTruth(c *casefile.Case) *truth {
	x := evidence.New(c)
	k := &truth{c: c, find: x.Lookup, x: x, reports: map[string][]string{}}
	for _, s := range c.Sources {
		for _, on := range s.ReliesOn {
			k.reports[on] = append(k.reports[on], s.ID)
		}
	}
	return k
}

// Judgements counts the statuses, and the sources by their directness, that rest
// on an editor's judgement and not on the rules.
func Judgements(c *casefile.Case) (statuses, sources int) {
	for i := range c.Claims {
		for _, s := range c.Claims[i].Status {
			if judged(s.Judgement) {
				statuses++
			}
		}
	}
	for i := range c.Sources {
		if judged(c.Sources[i].Judgement) {
			sources++
		}
	}
	return statuses, sources
}

func judged(reason string) bool { return strings.TrimSpace(reason) != "" }

type truth struct {
	casefile.Collector
	c       *casefile.Case
	find    *casefile.Lookup
	x       *evidence.Index
	reports map[string][]string // a source → those that rely on it
}

// whole reports whether everything that sources and claims name exists.
func (k *truth) whole() bool {
	lacks := func(refs []string, has func(string) bool) bool {
		return slices.ContainsFunc(refs, func(ref string) bool { return ref != "" && !has(ref) })
	}
	source := func(id string) bool { _, ok := k.find.Source(id); return ok }
	person := func(id string) bool { _, ok := k.find.Person(id); return ok }
	paragraph := func(ref string) bool { _, _, ok := k.find.Paragraph(ref); return ok }
	for _, s := range k.c.Sources {
		if lacks(s.ReliesOn, source) || lacks([]string{s.Speaker, s.SpeaksFor}, person) {
			return false
		}
		for _, p := range s.Digest {
			if lacks([]string{p.Speaker, p.SpeaksFor}, person) {
				return false
			}
		}
	}
	for _, cl := range k.c.Claims {
		if lacks(cl.KnownTo, person) || lacks(cl.CouldBeFooled, person) || lacks(saying(&cl), paragraph) {
			return false
		}
		for _, s := range cl.Status {
			if lacks(s.Because, paragraph) {
				return false
			}
		}
	}
	return true
}

// saying returns the paragraphs that say of a claim that it is so or not.
func saying(cl *casefile.Claim) []string {
	return slices.Concat(cl.AssertedBy, cl.DeniedBy, cl.SettledBy, cl.ExplainedBy)
}
