package hands

import (
	"strconv"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// Part is what a slide is for.
type Part string

// The parts of a lesson. At a beat come the scene, its cards, and for each claim the
// six from Vote to Evidence; a timeline has a board and the true line.
const (
	Opening  Part = "opening"  // what the case is about
	Scene    Part = "scene"    // a moment, before its cards
	Card     Part = "card"     // one source
	Vote     Part = "vote"     // hands are counted for the first time
	Talk     Part = "talk"     // the class talks; the first count is covered
	Revote   Part = "revote"   // hands are counted for the second time
	Shift    Part = "shift"    // both counts, side by side
	Reveal   Part = "reveal"   // what the evidence supported, and why
	Evidence Part = "evidence" // the sources that decide it
	Board    Part = "board"    // cards are put in order
	Line     Part = "line"     // the true order
	End      Part = "end"      // what the class believed, beside what the evidence supported
)

// A Slide is one thing on the screen. Which of Step, Item and Ref it has depends on
// its part.
type Slide struct {
	ID   string
	Part Part
	Step string // the beat's or the puzzle's id; empty for the opening and the end
	Item string // what is asked
	Ref  string // of a Card: source, or source#paragraph
}

// Deck lists the slides of a length of play, in order. Of the puzzles it has those
// that a class can do together on a board: putting events in order, and weighing
// sources. The others ask for a device for each pupil.
//
// Counting twice and talking takes a class some minutes for each claim. So all but the
// full length ask one claim at each beat, of those there the one that is asked most
// often, and have only the first timeline and the first weighing.
func Deck(set *puzzle.Set, length casefile.Length) []Slide {
	deck := []Slide{{ID: string(Opening), Part: Opening}}
	plan := session.Plan(set, length)
	if length != casefile.Full {
		plan = shortened(set, plan)
	}
	add := func(s Slide, name string) {
		s.ID = name + "/" + string(s.Part)
		deck = append(deck, s)
	}
	for _, step := range plan {
		switch step.Kind {
		case session.BeatStep:
			beat := beatOf(set.Case(), step.Beat)
			if beat == nil {
				continue
			}
			add(Slide{Part: Scene, Step: step.ID}, step.ID)
			for i, ref := range beat.Arrivals {
				deck = append(deck, Slide{ID: step.ID + "/" + string(Card) + strconv.Itoa(i+1), Part: Card, Step: step.ID, Ref: ref})
			}
			for _, id := range step.Items {
				for _, part := range []Part{Vote, Talk, Revote, Shift, Reveal, Evidence} {
					add(Slide{Part: part, Step: step.ID, Item: id}, id)
				}
			}
		case session.PuzzleStep:
			if item, _ := set.Item(step.Puzzle); onBoard(item) {
				for _, part := range []Part{Board, Line} {
					add(Slide{Part: part, Step: step.ID, Item: step.Puzzle}, step.Puzzle)
				}
			}
		}
	}
	return append(deck, Slide{ID: string(End), Part: End})
}

// shortened is a plan with one claim at each beat, and one board of each kind.
func shortened(set *puzzle.Set, plan []session.Step) []session.Step {
	asked := map[string]int{} // by claim
	claim := func(item string) string {
		it, _ := set.Item(item)
		if v, ok := it.(*puzzle.Verdict); ok {
			return v.Claim.ID
		}
		return ""
	}
	for _, step := range plan {
		for _, item := range step.Items {
			asked[claim(item)]++
		}
	}
	var short []session.Step
	boards := map[puzzle.Kind]bool{}
	for _, step := range plan {
		switch step.Kind {
		case session.BeatStep:
			var most string
			for _, item := range step.Items {
				if most == "" || asked[claim(item)] > asked[claim(most)] {
					most = item
				}
			}
			step.Items = nil
			if most != "" {
				step.Items = []string{most}
			}
		case session.PuzzleStep:
			item, ok := set.Item(step.Puzzle)
			if !ok || boards[item.Kind()] {
				continue
			}
			boards[item.Kind()] = true
		}
		short = append(short, step)
	}
	return short
}

func onBoard(item puzzle.Item) bool {
	_, ok := item.(*puzzle.Order)
	return ok
}

func beatOf(c *casefile.Case, id string) *casefile.Beat {
	for r := range c.Rooms {
		for b := range c.Rooms[r].Beats {
			if c.Rooms[r].Beats[b].ID == id {
				return &c.Rooms[r].Beats[b]
			}
		}
	}
	return nil
}
