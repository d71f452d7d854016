package puzzle

import (
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/evidence"
)

// An Explanation says what was right and why, with its evidence, and what was
// answered. Answer and Lines say it in words, for any screen or worksheet. At most
// one of the pointers is set, for a screen of the kind's own.
type Explanation struct {
	// Why is what there is to learn: the reason of the status for a verdict, that
	// of the puzzle for a puzzle, empty for tabs.
	Why  string `json:"why,omitempty"`
	Mark Mark   `json:"mark"`

	Answer Message `json:"-"` // what is right, in a few words; may be empty
	Lines  []Line  `json:"-"` // the same, part by part

	Verdict *VerdictExplanation `json:"verdict,omitempty"`
	Order   *OrderExplanation   `json:"order,omitempty"` // order and weigh
	Date    *DateExplanation    `json:"date,omitempty"`
	Trace   *TraceExplanation   `json:"trace,omitempty"`
	Spot    *SpotExplanation    `json:"spot,omitempty"`
	Slips   *SlipsExplanation   `json:"slips,omitempty"`
	Tabs    *TabsExplanation    `json:"tabs,omitempty"`
}

// A Line says what is right about one part of a question.
type Line struct {
	Right  bool    // whether this part was answered right
	Text   Message // what is right
	Detail Message // what was answered instead, or the reason; may be empty
}

// A PointAnswer is what some sources say on a point, and how well that is
// supported.
type PointAnswer struct {
	Text   string              `json:"text"`
	By     []evidence.Citation `json:"by"`
	Voices []evidence.Witness  `json:"voices"` // who says so independently
	Tier   int                 `json:"tier"`   // the best tier among them, 0 the strongest
}

func pointAnswer(x *evidence.Index, a casefile.Answer) PointAnswer {
	support := x.Support(a)
	return PointAnswer{Text: a.Text, By: x.Cite(a.By...), Voices: support.Voices, Tier: support.Tier}
}
