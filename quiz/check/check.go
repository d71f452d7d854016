package check

import (
	"fmt"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/evidence"
)

// Case returns everything that is unsound in a case, and never stops at the first
// problem. In a case without problems every question has exactly one right answer
// and no hindsight. [Truth] holds the written answers against the evidence, and
// [Warnings] looks for what is allowed but probably not meant.
//
// The checks are in files of their own: head, names (ids and references), dates,
// desk and puzzles.
func Case(c *casefile.Case) casefile.Problems {
	problems, tooLarge := casefile.Validate(c)
	if tooLarge {
		return problems
	}
	var all casefile.Collector
	all.Add(problems...)
	all.Add(Places(c)...)
	all.Add(Across(c)...)
	return all.Problems()
}

// Places runs the checks that look at one place at a time.
func Places(c *casefile.Case) casefile.Problems {
	k := newChecker(c)
	k.run("id", k.ids)
	k.run("head", k.head)
	k.run("puzzle-keys", k.puzzleKeys)
	k.run("tab-lead", k.leads)
	k.run("season", k.seasons)
	return k.Problems()
}

// Across runs the checks that compare parts of the case with each other.
func Across(c *casefile.Case) casefile.Problems {
	k := newChecker(c)
	k.x = evidence.New(c)
	k.run("reference", k.references)
	k.run("provenance", k.provenance)
	k.run("event", k.events)
	k.run("status", k.claims)
	k.run("point", k.points)
	k.run("desk", k.desk)
	k.run("test-balance", k.balance)
	k.run("foretold", k.foretold)
	k.run("length", k.lengths)
	k.run("puzzle", k.puzzles)
	return k.Problems()
}

// run runs a check, whose problems get a code.
func (k *checker) run(code string, check func()) {
	k.Code = code
	check()
}

// A Problem is one thing wrong with a case; see [casefile.Problem].
type Problem = casefile.Problem

type checker struct {
	casefile.Collector
	c       *casefile.Case
	find    *casefile.Lookup
	x       *evidence.Index // nil in Places
	names   names
	reaches map[string]map[string]bool // by source, all that it rests on
}

func newChecker(c *casefile.Case) *checker {
	return &checker{c: c, find: casefile.NewLookup(c), names: namesOf(c), reaches: map[string]map[string]bool{}}
}

// at returns the path of one item of a list.
func at(list string, i int) string { return fmt.Sprintf("%s[%d]", list, i) }
