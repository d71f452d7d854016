package evidence

import (
	"slices"
	"strings"

	"holdtheline/quiz/casefile"
)

// Cast returns the people who enter the story at each beat of the desk, by the
// beat's id and in case order: those whom something names that comes in there, and
// nothing did before. Nobody who enters later may be introduced earlier, or the cast
// would tell the story in advance.
func (x *Index) Cast() map[string][]*casefile.Person {
	cast := map[string][]*casefile.Person{}
	entered := map[string]bool{}
	for _, room := range x.c.Rooms {
		for _, beat := range room.Beats {
			for i := range x.c.People {
				p := &x.c.People[i]
				if !entered[p.ID] && slices.ContainsFunc(beat.Arrivals, func(ref string) bool { return x.names(ref, p) }) {
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
func (x *Index) FirstCast() []*casefile.Person {
	for _, room := range x.c.Rooms {
		if len(room.Beats) > 0 {
			return x.Cast()[room.Beats[0].ID]
		}
	}
	return nil
}

// names reports whether a source, or a paragraph of it, names a person.
func (x *Index) names(ref string, p *casefile.Person) bool {
	id, part, isPart := casefile.SplitRef(ref)
	src := x.source(id)
	if src == nil {
		return false
	}
	if !isPart && slices.ContainsFunc([]string{src.Title, src.Outlet, src.Author}, func(s string) bool { return strings.Contains(s, p.Name) }) {
		return true
	}
	return slices.ContainsFunc(src.Digest, func(d casefile.Paragraph) bool {
		return (!isPart || d.ID == part) && (d.SaidBy == p.ID || strings.Contains(d.Text, p.Name))
	})
}
