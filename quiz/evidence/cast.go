package evidence

import (
	"slices"
	"strings"

	"holdtheline/quiz/casefile"
)

// Cast returns the people who enter the story at each beat of the desk, by the
// beat's id and in case order: those whom something names that comes in there, and
// nothing did before. Nobody who enters later may be introduced earlier, or the cast
// would tell the story in advance. It needs no [Index], which takes a while to make.
func Cast(c *casefile.Case) map[string][]*casefile.Person {
	cast := map[string][]*casefile.Person{}
	entered := map[string]bool{}
	sources := casefile.NewLookup(c)
	for _, room := range c.Rooms {
		for i := range room.Beats {
			beat := &room.Beats[i]
			for _, p := range namedAt(c, sources, beat, entered) {
				if !entered[p.ID] {
					entered[p.ID] = true
					cast[beat.ID] = append(cast[beat.ID], p)
				}
			}
		}
	}
	return cast
}

// FirstCast returns the people who are there from the beginning: those who enter at
// the first beat.
func FirstCast(c *casefile.Case) []*casefile.Person {
	for _, room := range c.Rooms {
		if len(room.Beats) > 0 {
			return namedAt(c, c, &room.Beats[0], nil)
		}
	}
	return nil
}

// finder finds a source of a case.
type finder interface {
	Source(id string) (*casefile.Source, bool)
}

// namedAt returns the people whom something names that comes in at a beat, without
// those who have entered.
func namedAt(c *casefile.Case, in finder, beat *casefile.Beat, entered map[string]bool) []*casefile.Person {
	var people []*casefile.Person
	for i := range c.People {
		p := &c.People[i]
		if !entered[p.ID] && slices.ContainsFunc(beat.Arrivals, func(ref string) bool { return names(in, ref, p) }) {
			people = append(people, p)
		}
	}
	return people
}

// names reports whether a source, or a paragraph of it, names a person.
func names(in finder, ref string, p *casefile.Person) bool {
	id, part, isPart := casefile.SplitRef(ref)
	src, ok := in.Source(id)
	if !ok {
		return false
	}
	if !isPart && slices.ContainsFunc([]string{src.Title, src.Outlet, src.Author}, func(s string) bool { return strings.Contains(s, p.Name) }) {
		return true
	}
	return slices.ContainsFunc(src.Digest, func(d casefile.Paragraph) bool {
		return (!isPart || d.ID == part) && (d.SaidBy == p.ID || strings.Contains(d.Text, p.Name))
	})
}
