package mutation

import (
	"fmt"

	"holdtheline/quiz/casefile"
)

// Kind is a kind of change.
type Kind string

// The kinds of change, in the order in which they are reported.
const (
	Statuses Kind = "status"
	Froms    Kind = "from"
	Windows  Kind = "window"
	Dates    Kind = "date"
	Tiers    Kind = "tier"
	Clues    Kind = "clue"
	Weighed  Kind = "weighed"
	Words    Kind = "word"
)

// Doc describes what a change of the kind does.
func (k Kind) Doc() string {
	switch k {
	case Statuses:
		return "a status becomes each other stamp"
	case Froms:
		return "a status begins a day or a week earlier or later"
	case Windows:
		return "the right window moves by a day or a week, or changes places with another"
	case Dates:
		return "what is to be dated came out in another window"
	case Tiers:
		return "a source has each other directness"
	case Clues:
		return "a clue becomes a decoy, a decoy a clue, or the two change places"
	case Weighed:
		return "a puzzle weighs its cards for each other claim"
	case Words:
		return "somebody's word on a claim says something else of it"
	}
	return ""
}

// Kinds lists the kinds of change in the order in which they are reported.
func Kinds() []Kind {
	return []Kind{Statuses, Froms, Windows, Dates, Tiers, Clues, Weighed, Words}
}

// A Change is one change to a case.
type Change struct {
	Kind Kind
	What string // a description: what is changed into what

	apply func() (undo func())
}

// A Tally counts the changes of one kind.
type Tally struct {
	Kind   Kind
	Made   int
	Caught int
	Missed []string // descriptions of the changes that were not caught
}

// Share returns the share of changes that were caught, from 0 to 1; it is 1 if none
// was made.
func (t Tally) Share() float64 {
	if t.Made == 0 {
		return 1
	}
	return float64(t.Caught) / float64(t.Made)
}

// Run makes every change to a case, one at a time, runs check on each and undoes
// it. It returns one tally for each kind. It is an error if check finds a problem
// in the unchanged case, since then every change would look caught.
//
// The case must not be used concurrently; afterwards it is as it was.
func Run(c *casefile.Case, check func(*casefile.Case) casefile.Problems) ([]Tally, error) {
	if problems := check(c); len(problems) > 0 {
		return nil, fmt.Errorf("mutation: the case has to be sound before it is changed: %w", problems)
	}
	tallies := make([]Tally, len(Kinds()))
	of := map[Kind]*Tally{}
	for i, kind := range Kinds() {
		tallies[i].Kind = kind
		of[kind] = &tallies[i]
	}
	for _, change := range Changes(c) {
		tally := of[change.Kind]
		undo := change.apply()
		objected := len(check(c)) > 0
		undo()
		tally.Made++
		if objected {
			tally.Caught++
		} else {
			tally.Missed = append(tally.Missed, change.What)
		}
	}
	return tallies, nil
}
