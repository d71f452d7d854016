package casefile

import (
	"fmt"

	"holdtheline/quiz/casefile/internal/tree"
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
	k.values()
	k.places()
	k.across()
	return k.problems
}

type checker struct {
	c        *Case
	problems Problems
	names    names

	chronologies map[Axis]Chronology
}

// chronology derives each axis once.
func (k *checker) chronology(axis Axis) Chronology {
	if _, ok := k.chronologies[axis]; !ok {
		k.chronologies[axis] = k.c.Chronology(axis)
	}
	return k.chronologies[axis]
}

func newChecker(c *Case) *checker {
	return &checker{c: c, names: namesOf(c), chronologies: map[Axis]Chronology{}}
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
	k.problems = append(k.problems, Problem{Path: path, Message: fmt.Sprintf(format, args...), Next: next})
}

// suggest is the next step after a name that is not one of the options.
func suggest(name string, options []string) string { return tree.Suggest(name, options) }

// at is the path of one item of a list.
func at(list string, i int) string { return fmt.Sprintf("%s[%d]", list, i) }
