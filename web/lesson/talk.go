package lesson

import "holdtheline/quiz/casefile"

// A Turn is a claim whose stamp changed on the way, to talk about.
type Turn struct {
	Text        string
	First, Last *Claim
	From, To    string // the moments
}

// mostTurns is how many of them a class has time for.
const mostTurns = 3

// Turns returns the claims that were stamped in different ways at different moments,
// in the order in which they were first asked.
func (l *Lesson) Turns() []Turn {
	type asked struct {
		moment *Moment
		claim  *Claim
	}
	all := map[string][]asked{}
	var order []string
	for _, m := range l.Moments {
		for _, c := range m.Claims {
			if all[c.claim] == nil {
				order = append(order, c.claim)
			}
			all[c.claim] = append(all[c.claim], asked{m, c})
		}
	}
	var turns []Turn
	for _, id := range order {
		first, last := all[id][0], all[id][len(all[id])-1]
		if first.claim.Right != last.claim.Right && len(turns) < mostTurns {
			turns = append(turns, Turn{Text: first.claim.Text, First: first.claim, Last: last.claim, From: first.moment.Beat.Short, To: last.moment.Beat.Short})
		}
	}
	return turns
}

// Open returns the claims that can't be known yet or are denied at their moment, to ask
// what would settle them: at most mostTurns, none of them twice.
func (l *Lesson) Open() []*Claim {
	var open []*Claim
	seen := map[string]bool{}
	for _, m := range l.Moments {
		for _, c := range m.Claims {
			if !seen[c.claim] && (c.Right.Verdict == casefile.Denied || c.Right.Verdict == casefile.Unconfirmed) && len(open) < mostTurns {
				seen[c.claim] = true
				open = append(open, c)
			}
		}
	}
	return open
}
