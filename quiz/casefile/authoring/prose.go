package authoring

import (
	"fmt"
	"strings"

	"holdtheline/quiz/casefile"
)

// An editor reads a case as prose: headings that give a date away, sentences
// and beats that are too long or too hard. These are rules for the author, who
// can break none of the game's answers with them, so the game does not carry
// them. They know English words, and say nothing about other languages.
type editor struct {
	c        *casefile.Case
	problems casefile.Problems
}

func (e *editor) say(path, next, format string, args ...any) {
	e.problems = append(e.problems, casefile.Problem{Path: path, Message: fmt.Sprintf(format, args...), Next: next})
}

// readPlaces looks at one text at a time.
func readPlaces(c *casefile.Case) casefile.Problems {
	e := editor{c: c}
	if inEnglish(c) {
		e.leaks()
		e.sentences()
	}
	return e.problems
}

// readBeats looks at everything that a player reads at a beat together.
func readBeats(c *casefile.Case) casefile.Problems {
	e := editor{c: c}
	if inEnglish(c) {
		for i, r := range c.Rooms {
			for j := range r.Beats {
				e.reading(&r.Beats[j], fmt.Sprintf("rooms[%d].beats[%d]", i, j))
			}
		}
	}
	return e.problems
}

func inEnglish(c *casefile.Case) bool {
	return c.Language == "en" || strings.HasPrefix(c.Language, "en-")
}

// Prose says what is wrong with the words of a case: it is to be read by a
// pupil of 13, and no heading may give away the date that is asked for.
// [Load] includes it.
func Prose(c *casefile.Case) casefile.Problems { return append(readPlaces(c), readBeats(c)...) }
