package puzzle

import (
	"encoding/json"
	"fmt"
	"slices"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/evidence"
	"holdtheline/quiz/internal/quote"
)

// A Spot asks where two accounts disagree, and which of them is better
// supported there.
//
// The answer is {"place": "point", "account": "source"}. The place is the one
// point on which the two give different answers; the better supported account is
// the one whose answer has more independent voices behind it, or the better best
// tier (evidence.Support). Each half earns 0.5.
type Spot struct {
	entry
	puzzle   *casefile.Puzzle
	accounts [2]string
	points   []string
	place    string
	account  string
}

func newSpot(x *evidence.Index, p *casefile.Puzzle) (Item, bool) {
	accounts := distinct(p.Sources, func(id string) bool { _, ok := x.Case().Source(id); return ok })
	if len(accounts) != 2 {
		return nil, false
	}
	s := &Spot{
		entry: puzzleEntry(x, p, KindSpot, Sources), puzzle: p, accounts: [2]string(accounts),
		points: distinct(p.Points, func(id string) bool { _, ok := x.Case().Point(id); return ok }),
	}
	for _, id := range s.points {
		first, ok1 := x.AnswerBy(id, accounts[0])
		second, ok2 := x.AnswerBy(id, accounts[1])
		if !ok1 || !ok2 || first == second {
			continue
		}
		point, _ := x.Case().Point(id)
		one, other := x.Support(point.Answers[first]), x.Support(point.Answers[second])
		switch {
		case one.Better(other):
			s.place, s.account = id, accounts[0]
		case other.Better(one):
			s.place, s.account = id, accounts[1]
		default:
			continue // nobody could say which is better supported
		}
		return s, true
	}
	return nil, false
}

// SpotAnswer is the answer to a [Spot].
type SpotAnswer struct {
	Place   string `json:"place"`
	Account string `json:"account"`
}

// Puzzle returns the puzzle as the case tells it.
func (s *Spot) Puzzle() *casefile.Puzzle { return s.puzzle }

// Accounts returns the two accounts, by source id, as the case lists them.
func (s *Spot) Accounts() [2]string { return s.accounts }

// Places returns the points to choose from, shuffled.
func (s *Spot) Places(seed uint64) []string { return dealt(seed, s.id, s.points) }

// Deal returns the same as Places.
func (s *Spot) Deal(seed uint64) []string { return s.Places(seed) }

// Place returns the point on which the accounts disagree.
func (s *Spot) Place() string { return s.place }

// Account returns the account that is better supported there.
func (s *Spot) Account() string { return s.account }

// Mark marks an answer {"place": …, "account": …}.
func (s *Spot) Mark(answer json.RawMessage) (Mark, error) {
	var a SpotAnswer
	if err := decode(answer, &a); err != nil {
		return Mark{}, s.malformed(err.Error())
	}
	switch {
	case !slices.Contains(s.points, a.Place):
		return Mark{}, s.malformed(fmt.Sprintf("%q is not one of the places", quote.Short(a.Place)))
	case !slices.Contains(s.accounts[:], a.Account):
		return Mark{}, s.malformed(fmt.Sprintf("%q is not one of the two accounts", quote.Short(a.Account)))
	}
	mark := newMark(
		Part{Name: PartPlace, Value: yes(a.Place == s.place, 0.5), Max: 0.5},
		Part{Name: PartAccount, Value: yes(a.Account == s.account, 0.5), Max: 0.5},
	)
	mark.Spot = &SpotParts{Place: s.place, GivenPlace: a.Place, Account: s.account, GivenAccount: a.Account}
	return mark, nil
}

func (s *Spot) malformed(problem string) error {
	return &AnswerError{
		Item: s.id, Problem: problem,
		Expected: fmt.Sprintf(`one of the places %s, and one of the accounts %s, like {"place": %q, "account": %q}`,
			quoted(s.points), quoted(s.accounts[:]), s.points[0], s.accounts[0]),
	}
}

// Best returns the place and the better supported account.
func (s *Spot) Best() json.RawMessage {
	return mustJSON(SpotAnswer{Place: s.place, Account: s.account})
}
