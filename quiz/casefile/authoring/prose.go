package authoring

import (
	"fmt"
	"strings"

	"holdtheline/quiz/casefile"
)

// An editor checks the prose of a case: headings that give a date away, and
// sentences and beats that are too long or too hard. Breaking these rules can't
// make an answer wrong, so the game does not carry them. They know English only
// and say nothing about other languages.
type editor struct {
	c        *casefile.Case
	problems casefile.Problems
}

func (e *editor) say(path, next, format string, args ...any) {
	e.problems = append(e.problems, casefile.Problem{Path: path, Message: fmt.Sprintf(format, args...), Next: next})
}

// readPlaces checks one text at a time.
func readPlaces(c *casefile.Case) casefile.Problems {
	e := editor{c: c}
	if inEnglish(c) {
		e.leaks()
		e.sentences()
	}
	return e.problems
}

// readBeats checks together everything that a player reads at a beat.
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
