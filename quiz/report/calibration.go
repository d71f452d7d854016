package report

import "holdtheline/quiz/puzzle"

// Calibration says whether the player's certainty was earned, over all verdicts
// answered.
type Calibration struct {
	Answers   int     `json:"answers"`
	Mean      float64 `json:"mean"`       // certainty-based mark per answer, −6 to 3
	RoundMark float64 `json:"round_mark"` // max(0, Σ CBM / 3n), 0 to 1
	Levels    []Level `json:"levels"`     // guess, fairly sure, certain
}

// A Level compares how often a player was right at one level of certainty with how
// often they must be right for that level to pay.
type Level struct {
	Certainty  int     `json:"certainty"` // 1 guess, 2 fairly sure, 3 certain
	Answers    int     `json:"answers"`
	Right      int     `json:"right"`
	Defensible int     `json:"defensible"` // not right, but a careful reader could say so
	Share      float64 `json:"share"`      // Right / Answers; 0 without answers
	Needed     float64 `json:"needed"`     // 1/2, 2/3, 4/5: see puzzle.Stake
}

// Calibrate says whether a player's certainty was earned, by the first answers to
// verdicts.
func Calibrate(verdicts []*puzzle.VerdictParts) Calibration {
	var c Calibration
	for level := puzzle.LeastSure; level <= puzzle.MostSure; level++ {
		stake, _ := puzzle.Stakes(level)
		c.Levels = append(c.Levels, Level{Certainty: level, Needed: round(stake.Needed)})
	}
	var marks []float64
	sum := 0.0
	for _, v := range verdicts {
		marks = append(marks, v.CBM)
		sum += v.CBM
		level := &c.Levels[v.Certainty-puzzle.LeastSure]
		level.Answers++
		switch {
		case v.Right:
			level.Right++
		case v.Defensible:
			level.Defensible++
		}
	}
	for i := range c.Levels {
		if level := &c.Levels[i]; level.Answers > 0 {
			level.Share = round(float64(level.Right) / float64(level.Answers))
		}
	}
	c.Answers = len(marks)
	c.RoundMark = round(puzzle.RoundMark(marks))
	if c.Answers > 0 {
		c.Mean = round(sum / float64(c.Answers))
	}
	return c
}
