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

func (e *editor) say(severity casefile.Severity, code, path, next, format string, args ...any) {
	e.problems = append(e.problems, casefile.Problem{Severity: severity, Code: code, Path: path, Message: fmt.Sprintf(format, args...), Next: next})
}

// readPlaces checks one text at a time for what makes a question answer itself.
func readPlaces(c *casefile.Case) casefile.Problems {
	e := editor{c: c}
	if inEnglish(c) {
		e.leaks()
	}
	return e.problems
}

// readProse returns warnings about what is hard to read: long sentences, and beats
// with much or difficult text.
func readProse(c *casefile.Case) casefile.Problems {
	e := editor{c: c}
	if inEnglish(c) {
		e.sentences()
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
