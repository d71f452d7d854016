package report

import (
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// A BeliefLine compares, beat by beat, what a player believed about a claim with
// what the evidence supported.
type BeliefLine struct {
	Claim  string        `json:"claim"`
	Text   string        `json:"text"`
	Points []BeliefPoint `json:"points"` // in playing order
}

// A BeliefPoint is one beat of a belief line. Until it is answered it holds neither
// the belief nor what the evidence supported.
type BeliefPoint struct {
	Item      string           `json:"item"`
	Beat      string           `json:"beat"`
	Short     string           `json:"short"` // the beat in two or three words
	Answered  bool             `json:"answered"`
	Supported casefile.Verdict `json:"supported,omitempty"`
	Given     casefile.Verdict `json:"given,omitempty"`     // the first answer
	Certainty int              `json:"certainty,omitempty"` // 1 guess, 2 fairly sure, 3 certain
}

func beliefs(set *puzzle.Set, s *session.Session) []BeliefLine {
	var lines []BeliefLine
	place := map[string]int{} // claim → index of its line
	for _, step := range s.Steps() {
		for _, id := range step.Items {
			it, _ := set.Item(id)
			v, ok := it.(*puzzle.Verdict)
			if !ok {
				continue
			}
			at, seen := place[v.Claim.ID]
			if !seen {
				at = len(lines)
				place[v.Claim.ID] = at
				lines = append(lines, BeliefLine{Claim: v.Claim.ID, Text: v.Claim.Text})
			}
			point := BeliefPoint{Item: id, Beat: v.Beat.ID, Short: v.Beat.Short}
			if mark, ok := s.FirstMark(id); ok {
				point.Answered = true
				point.Supported, point.Given = mark.Verdict.Supported, mark.Verdict.Given
				point.Certainty = mark.Verdict.Certainty
			}
			lines[at].Points = append(lines[at].Points, point)
		}
	}
	return lines
}
