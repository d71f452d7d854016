package casefile

import (
	"fmt"

	"holdtheline/quiz/casefile/internal/tree"
	"holdtheline/quiz/internal/quote"
)

// Check says everything that is wrong with a case and that no schema can say,
// and never stops at the first problem. A case without problems can't
// contradict itself: every mark and every piece of feedback is derived from
// what is checked here. How a case reads is another matter, and the authoring
// package's.
//
// The checks stand in files of their own: values (one key at a time),
// names (ids and references), dates (what is certain about them), desk and
// puzzles.
func Check(c *Case) Problems {
	k := newChecker(c)
	if k.values(); k.tooLarge {
		return listed(k.problems, k.more)
	}
	k.places()
	k.across()
	return listed(k.problems, k.more)
}

type checker struct {
	c        *Case
	problems Problems
	more     int                    // problems beyond the first, only counted
	hidden   func(path string) bool // nothing is said there; may be nil
	tooLarge bool                   // beyond what can be checked
	names    names
	reaches  map[string]map[string]bool // by source, all that it rests on
	best     map[*Point]int             // the best supported answer, or -1

	chronologies map[Axis]Chronology
}

// chronology derives each axis once.
func (k *checker) chronology(axis Axis) Chronology {
	if _, ok := k.chronologies[axis]; !ok {
		k.chronologies[axis] = k.c.Chronology(axis)
	}
	return k.chronologies[axis]
}

// bestSupported derives the best supported answer of each point once.
func (k *checker) bestSupported(p *Point) (answer int, ok bool) {
	answer, known := k.best[p]
	if !known {
		if answer, ok = k.c.BestSupported(p); !ok {
			answer = -1
		}
		k.best[p] = answer
	}
	return answer, answer >= 0
}

func newChecker(c *Case) *checker {
	return &checker{c: c, names: namesOf(c), reaches: map[string]map[string]bool{}, best: map[*Point]int{}, chronologies: map[Axis]Chronology{}}
}

// places runs the checks that need nothing but the value they look at.
func (k *checker) places() {
	k.ids()
	k.head()
	k.puzzleKeys()
	k.leads()
}

// across runs the checks that compare parts of the case with each other.
func (k *checker) across() {
	k.references()
	k.provenance()
	k.events()
	k.claims()
	k.points()
	k.desk()
	k.lengths()
	k.puzzles()
}

// say adds a problem. The message takes no full stop.
func (k *checker) say(path, next, format string, args ...any) {
	k.add(Problem{Path: path, Message: fmt.Sprintf(format, quote.Args(args)...), Next: next})
}

// add keeps problems up to the number that is told, and counts the others.
func (k *checker) add(problems ...Problem) {
	for _, p := range problems {
		switch {
		case k.hidden != nil && k.hidden(p.Path):
		case len(k.problems) == tree.MaxFaults:
			k.more++
		default:
			p.Message, p.Next = quote.Sentence(p.Message), quote.Sentence(p.Next)
			k.problems = append(k.problems, p)
		}
	}
}

// suggest is the next step after a name that is not one of the options. It
// takes time, so it is worked out only for problems that are told.
func (k *checker) suggest(name string, options []string) string {
	if len(k.problems) == tree.MaxFaults {
		return ""
	}
	return tree.Suggest(name, options)
}

// at is the path of one item of a list.
func at(list string, i int) string { return fmt.Sprintf("%s[%d]", list, i) }
