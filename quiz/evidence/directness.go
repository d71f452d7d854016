package evidence

import (
	"slices"

	"holdtheline/quiz/casefile"
)

// Directness derives how close a source is to what it tells from its kind, its
// speaker and what it relies on:
//
//   - a report (an article, an agency's dispatch, a newspaper) is second-hand, or
//     retold if it relies on nothing but reports; a retrospective and a book are
//     retold;
//   - a statement, a notice or a letter is first-hand if somebody speaks in person,
//     and otherwise official;
//   - a cable in which somebody speaks, in person or for somebody, is treated as a
//     statement, and any other as a report;
//   - anything else (a post, an interview, a confession, a broadcast, a photograph, a
//     film) is
//     first-hand if it relies on nothing but sources of its own kind, and is
//     otherwise treated as a report.
//
// why is the reason, as a clause for authors.
func (x *Index) Directness(src *casefile.Source) (d casefile.Directness, why string) {
	switch src.Kind {
	case casefile.Retrospective:
		return casefile.Retold, "a retrospective tells it again, later"
	case casefile.Book:
		return casefile.Retold, "a book tells it again, later"
	case casefile.Statement, casefile.Notice, casefile.Letter, casefile.Cable:
		switch {
		case speaks(src):
			return casefile.Firsthand, "somebody speaks in person (speaker)"
		case src.SpeaksFor != "" || src.Kind != casefile.Cable:
			return casefile.Official, "it is a statement in which nobody speaks in person (speaker)"
		}
	case casefile.Article, casefile.Agency, casefile.Newspaper:
	case casefile.Post, casefile.Interview, casefile.Confession, casefile.Broadcast, casefile.Photograph, casefile.Film:
		if x.reliesOnlyOn(src, func(on *casefile.Source) bool { return on.Kind == src.Kind }) {
			return casefile.Firsthand, "it is the thing itself and relies on nothing else"
		}
	}
	if len(src.ReliesOn) > 0 && x.reliesOnlyOn(src, func(on *casefile.Source) bool { return IsReport(on.Kind) }) {
		return casefile.Retold, "all that it relies on are reports"
	}
	return casefile.Secondhand, "it reports what others said"
}

// speaks reports whether somebody speaks in person in a source or a part of it.
func speaks(src *casefile.Source) bool {
	return src.Speaker != "" || slices.ContainsFunc(src.Digest, func(p casefile.Paragraph) bool { return p.Speaker != "" })
}

func (x *Index) reliesOnlyOn(src *casefile.Source, fits func(*casefile.Source) bool) bool {
	return !slices.ContainsFunc(src.ReliesOn, func(id string) bool {
		on, ok := x.Source(id)
		return !ok || !fits(on)
	})
}

// IsReport reports whether a kind of source repeats what others said.
func IsReport(kind casefile.SourceKind) bool {
	switch kind {
	case casefile.Article, casefile.Agency, casefile.Retrospective, casefile.Newspaper, casefile.Book:
		return true
	case casefile.Post, casefile.Statement, casefile.Interview, casefile.Confession, casefile.Broadcast,
		casefile.Cable, casefile.Notice, casefile.Letter, casefile.Photograph, casefile.Film:
	}
	return false
}
