package check_test

import (
	"testing"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/check"
)

func TestEveryStampIsRightOftenEnough(t *testing.T) {
	c := loadBase(t)
	// Five verdicts, and none of them is a prank.
	for i := range c.Rooms[0].Beats {
		for j := range c.Rooms[0].Beats[i].Ask {
			if ask := &c.Rooms[0].Beats[i].Ask[j]; ask.ID == "found-thursday" {
				ask.Claim = "away"
			}
		}
	}
	monday := &c.Rooms[0].Beats[3]
	monday.Ask = append(monday.Ask, casefile.Ask{ID: "away-monday", Claim: "away", Hint: "Who has seen her?"})
	if findProblem(check.Fair(c), "rooms", `of 5 verdicts "prank" is right for 0, and should be for 1 or more`) == nil {
		t.Errorf("got:\n%v", check.Fair(c))
	}
	monday.Ask = monday.Ask[:1]
	if found := findProblem(check.Fair(c), "rooms", `"prank" is right`); found != nil {
		t.Errorf("of four verdicts: %v", found)
	}
}

func TestATestAsksForRealAndForOthersOftenEnough(t *testing.T) {
	const few = "too few to say which way somebody leans"
	c := loadBase(t)
	if found := findProblem(check.Across(c), "rooms", few); found != nil {
		t.Errorf("a case that is no test: %v", found)
	}
	c.Form = casefile.FormA
	if findProblem(check.Across(c), "rooms", "of the test's 4 verdicts 1 are real and 3 are not: "+few) == nil {
		t.Errorf("got:\n%v", check.Across(c))
	}
	// Four of both: real on Monday, and the photo before that.
	for i, b := range c.Rooms[0].Beats {
		first := b.Ask[0]
		for len(c.Rooms[0].Beats[i].Ask) < 4 && (i == 0 || i == 3) {
			c.Rooms[0].Beats[i].Ask = append(c.Rooms[0].Beats[i].Ask, first)
		}
	}
	if found := findProblem(check.Across(c), "rooms", few); found != nil {
		t.Errorf("with four of both: %v", found)
	}
}
