package session

import (
	"slices"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
)

// StepKind is the kind of a step.
type StepKind string

// The kinds of step.
const (
	BriefingStep StepKind = "briefing"
	BeatStep     StepKind = "beat"
	PuzzleStep   StepKind = "puzzle"
	DebriefStep  StepKind = "debrief"
)

// The ids of the two steps that every case has. A beat's step has the beat's
// id, a puzzle's step the puzzle's.
const (
	BriefingID = "briefing"
	DebriefID  = "debrief"
)

// A Step is what a session shows and asks on one screen.
type Step struct {
	ID     string   `json:"id"`
	Kind   StepKind `json:"kind"`
	Room   string   `json:"room,omitempty"`
	Beat   string   `json:"beat,omitempty"`
	Puzzle string   `json:"puzzle,omitempty"`
	Items  []string `json:"items,omitempty"` // the items to answer here: a beat's verdicts, or the puzzle
	Tabs   string   `json:"tabs,omitempty"`  // the beat's tabs item, which is marked but need not be answered
}

// Plan returns the steps of a length of play: the briefing, its beats and puzzles
// in case order, and the debrief.
func Plan(set *puzzle.Set, l casefile.Length) []Step {
	steps := []Step{{ID: BriefingID, Kind: BriefingStep}}
	for _, room := range set.Case().Rooms {
		for _, beat := range room.Beats {
			if !included(beat.Lengths, l) {
				continue
			}
			step := Step{ID: beat.ID, Kind: BeatStep, Room: room.ID, Beat: beat.ID}
			for _, ask := range beat.Ask {
				if _, ok := set.Item(ask.ID); ok {
					step.Items = append(step.Items, ask.ID)
				}
			}
			if _, ok := set.Item(puzzle.TabsID(beat.ID)); ok {
				step.Tabs = puzzle.TabsID(beat.ID)
			}
			steps = append(steps, step)
		}
		for _, p := range room.Puzzles {
			if _, ok := set.Item(p.ID); ok && included(p.Lengths, l) {
				steps = append(steps, Step{
					ID: p.ID, Kind: PuzzleStep, Room: room.ID, Puzzle: p.ID, Items: []string{p.ID},
				})
			}
		}
	}
	return append(steps, Step{ID: DebriefID, Kind: DebriefStep})
}

func included(lengths []casefile.Length, l casefile.Length) bool {
	return len(lengths) == 0 || slices.Contains(lengths, l)
}
