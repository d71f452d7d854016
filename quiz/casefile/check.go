package casefile

import (
	"fmt"

	"holdtheline/quiz/casefile/internal/tree"
)

// Check says everything that is wrong with a case and that no schema can say,
// and never stops at the first problem. A case without problems can't
// contradict itself: every mark and every piece of feedback is derived from
// what is checked here.
//
// The checks stand in files of their own: values (one key at a time),
// names (ids and references), dates (what is certain about them), desk,
// puzzles, leaks and reading.
func Check(c *Case) Problems {
	k := newChecker(c)
	k.values()
	k.places()
	k.across()
	return k.problems
}

// checkPlaces is the part of Check that looks at one place at a time, and so
// still means something when other places of the case could not be read. What
// the reading itself enforces is left out.
func checkPlaces(c *Case) Problems {
	k := newChecker(c)
	k.places()
	return k.problems
}

type checker struct {
	c        *Case
	problems Problems
	names    names
}

func newChecker(c *Case) *checker { return &checker{c: c, names: namesOf(c)} }

// places runs the checks that need nothing but the value they look at.
func (k *checker) places() {
	k.ids()
	k.head()
	k.puzzleKeys()
	k.leads()
	k.leaks()
	k.sentences()
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
