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
	if findProblem(check.Across(c), "rooms", `of 5 verdicts "prank" is right for 0, and should be for 1 or more`) == nil {
		t.Errorf("got:\n%v", check.Across(c))
	}
	monday.Ask = monday.Ask[:1]
	if found := findProblem(check.Across(c), "rooms", `"prank" is right`); found != nil {
		t.Errorf("of four verdicts: %v", found)
	}
}
