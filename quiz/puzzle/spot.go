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
// the one whose answer there has more independent voices or, with equally many, a
// better tier (evidence.Support). Each half earns 0.5.
//
// Where the case says that a disagreement is open, neither is better supported, and
// the account is [Unsettled]. It can be chosen in every spot of such a case: offered
// only where it is right, it would give itself away.
type Spot struct {
	entry
	puzzle   *casefile.Puzzle
	accounts [2]string
	open     bool // Unsettled can be chosen
	points   []string
	place    string
	account  string // or Unsettled
}

// Unsettled is the answer that neither account is better supported. It is no id, so no
// source is called like it.
const Unsettled = "_unsettled"

// KindSpot is finding where two accounts disagree.
const KindSpot Kind = "spot"

// The parts of a mark: for where the accounts disagree, and for which is better
// supported.
const (
	PartPlace   PartName = "place"
	PartAccount PartName = "account"
)

const fewestPlaces = 2 // of the points to choose from

var spot Spec = spotSpec{about{KindSpot, Sources, "sources points open?", Nothing}}

type spotSpec struct{ about }

// A difference is a point on which two accounts give different answers.
type difference struct {
	index         int // in the puzzle's points
	point         *casefile.Point
	first, second int // the indices of the accounts' answers
}

// differences finds where two accounts disagree.
func (spotSpec) differences(x *evidence.Index, first, second string, points []string) []difference {
	var found []difference
	for i, id := range points {
		a, okA := x.AnswerBy(id, first)
		b, okB := x.AnswerBy(id, second)
		if okA && okB && a != b {
			point, _ := x.Point(id)
			found = append(found, difference{i, point, a, b})
		}
	}
	return found
}

func (s spotSpec) New(x *evidence.Index, p *casefile.Puzzle) (Item, bool) {
	accounts := distinct(p.Sources, func(id string) bool { _, ok := x.Source(id); return ok })
	if len(accounts) != 2 {
		return nil, false
	}
	it := &Spot{
		entry: s.entry(x, p), puzzle: p, accounts: [2]string(accounts),
		points: distinct(p.Points, func(id string) bool { _, ok := x.Point(id); return ok }),
	}
	it.open = anyOpen(x.Case())
	for _, d := range s.differences(x, accounts[0], accounts[1], it.points) {
		one, other := x.Support(d.point.Answers[d.first]), x.Support(d.point.Answers[d.second])
		switch {
		case one.Better(other):
			it.place, it.account = d.point.ID, accounts[0]
		case other.Better(one):
			it.place, it.account = d.point.ID, accounts[1]
		case p.Open:
			it.place, it.account = d.point.ID, Unsettled
		default:
			continue // neither is better supported
		}
		return it, true
	}
	return nil, false
}

// anyOpen reports whether some spot of a case has an open disagreement.
func anyOpen(c *casefile.Case) bool {
	return slices.ContainsFunc(c.Rooms, func(r casefile.Room) bool {
		return slices.ContainsFunc(r.Puzzles, func(p casefile.Puzzle) bool { return p.Kind == KindSpot && p.Open })
	})
}

func (s spotSpec) Check(f Reporter, x *evidence.Index, p *casefile.Puzzle, path string) {
	if len(p.Sources) != 2 {
		if len(p.Sources) > 0 {
			f.Report(path+".sources", "name two", "spot it compares exactly two accounts, and here are %d", len(p.Sources))
		}
		return
	}
	if len(p.Points) == 0 {
		return
	}
	atLeast(f, path+".points", "points to choose from", len(p.Points), fewestPlaces)
	single := true
	for i, id := range p.Points {
		for _, account := range p.Sources {
			single = checkSingleAnswer(f, x, id, account, fmt.Sprintf("%s.points[%d]", path, i)) && single
		}
	}
	if !single {
		return // where they differ, neither is better supported
	}
	differences := s.differences(x, p.Sources[0], p.Sources[1], p.Points)
	if len(differences) != 1 {
		f.Report(path+".points", "list exactly one point on which the two differ", "the two accounts differ on %d of these points", len(differences))
		return
	}
	d := differences[0]
	here := fmt.Sprintf("%s.points[%d]", path, d.index)
	first, second := x.Support(d.point.Answers[d.first]), x.Support(d.point.Answers[d.second])
	best, ok := x.BestSupported(d.point.ID)
	switch {
	case p.Open && (first.Better(second) || second.Better(first)):
		better := p.Sources[0]
		if second.Better(first) {
			better = p.Sources[1]
		}
		f.Report(path+".open", "delete it, or correct who gives which answer", "the disagreement on %q is not open: the answer of %q has more independent voices or closer ones", d.point.ID, better)
	case p.Open && x.Outdone(d.point, d.first):
		f.Report(here, "choose an account that gives the best supported answer", "neither account gives the best supported answer to %q", d.point.ID)
	case p.Open:
	case !ok:
		f.Report(here, "write open: true if the record leaves it honestly open: that it can't be settled is the right answer then; otherwise choose another point, or cite who else gives one of the answers",
			"two answers to %q are equally well supported, so neither account is better supported there", d.point.ID)
	case best != d.first && best != d.second:
		f.Report(here, "choose an account that gives the best supported answer", "neither account gives the best supported answer to %q", d.point.ID)
	}
}

// checkSingleAnswer reports a problem if a source gives several answers to a point,
// and returns whether there is none.
func checkSingleAnswer(f Reporter, x *evidence.Index, point, source, path string) bool {
	if len(x.AnswersBy(point, source)) <= 1 {
		return true
	}
	f.Report(path, "keep the paragraphs of one answer only, or choose another point", "%q gives two answers to %q", source, point)
	return false
}

// SpotAnswer is the answer to a [Spot].
type SpotAnswer struct {
	Place   string `json:"place"`
	Account string `json:"account"`
}

// Puzzle returns the puzzle as the case defines it.
func (s *Spot) Puzzle() *casefile.Puzzle { return s.puzzle }

// Accounts returns the two accounts, by source id, in the puzzle's order.
func (s *Spot) Accounts() [2]string { return s.accounts }

// choices returns what can be chosen as the better supported account.
func (s *Spot) choices() []string {
	if s.open {
		return append(s.accounts[:], Unsettled)
	}
	return s.accounts[:]
}

// Places returns the points to choose from, shuffled.
func (s *Spot) Places(seed uint64) []string { return dealt(seed, s.id, s.points) }

// Deal returns the same as Places.
func (s *Spot) Deal(seed uint64) []string { return s.Places(seed) }

// Place returns the point on which the accounts disagree.
func (s *Spot) Place() string { return s.place }

// Account returns the account that is better supported there, or [Unsettled].
func (s *Spot) Account() string { return s.account }

// Form asks for the place and the account.
func (s *Spot) Form(seed uint64) Form {
	return Form{
		Fields: []Field{
			{Name: "place", Label: say("spot.places"), Note: say("spot.places.note"), Options: options(s.Places(seed), func(id string) Message {
				point, _ := s.x.Point(id)
				return text(point.Question)
			})},
			{Name: "account", Label: say("spot.better"), Note: say("spot.better.note"), Options: options(s.choices(), func(id string) Message {
				if id == Unsettled {
					return say("spot.unsettled")
				}
				return titleOf(s.x, id)
			})},
		},
		About: slices.Clone(s.accounts[:]), Term: "independent",
	}
}

// Mark marks an answer {"place": …, "account": …}.
func (s *Spot) Mark(answer json.RawMessage) (Mark, error) {
	var a SpotAnswer
	if err := decode(answer, &a); err != nil {
		return Mark{}, s.malformed(err.Error())
	}
	switch {
	case !slices.Contains(s.points, a.Place):
		return Mark{}, s.malformed(fmt.Sprintf("%q is not one of the places", quote.Short(a.Place)))
	case !slices.Contains(s.choices(), a.Account):
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
			quoted(s.points), quoted(s.choices()), s.points[0], s.accounts[0]),
	}
}

// Best returns the place and the better supported account.
func (s *Spot) Best() json.RawMessage {
	return mustJSON(SpotAnswer{Place: s.place, Account: s.account})
}

// Worst returns another place and another account.
func (s *Spot) Worst() json.RawMessage {
	return mustJSON(SpotAnswer{Place: other(s.Places(0), s.place), Account: other(s.choices(), s.account)})
}

// Chance returns what a random place and account earn on average.
func (s *Spot) Chance() float64 {
	return 0.5/float64(len(s.points)) + 0.5/float64(len(s.choices()))
}

// SpotParts compares an answer with where the two accounts disagree. An account may be
// [Unsettled].
type SpotParts struct {
	Place        string `json:"place"`
	GivenPlace   string `json:"given_place"`
	Account      string `json:"account"`
	GivenAccount string `json:"given_account"`
}

// SpotExplanation compares the two accounts' answers.
type SpotExplanation struct {
	Place    string       `json:"place"`    // the point's id
	Question string       `json:"question"` // the point's question
	Accounts [2]SpotSide  `json:"accounts"` // in the order of Accounts
	Agree    []PointAgree `json:"agree"`    // the other points offered
}

// SpotSide is one account's answer at the place where the two disagree.
type SpotSide struct {
	Source string      `json:"source"`
	Answer PointAnswer `json:"answer"`
	Better bool        `json:"better"`
}

// A PointAgree is a point on which the two accounts do not disagree; an answer is
// empty if that account says nothing on it.
type PointAgree struct {
	Point    string    `json:"point"`
	Question string    `json:"question"`
	Answers  [2]string `json:"answers"`
}

// Explain compares the two accounts.
func (s *Spot) Explain(answer json.RawMessage) (Explanation, error) {
	mark, err := s.Mark(answer)
	if err != nil {
		return Explanation{}, err
	}
	e := &SpotExplanation{Place: s.place}
	for _, id := range s.points {
		point, _ := s.x.Point(id)
		agree := PointAgree{Point: id, Question: point.Question}
		for i, source := range s.accounts {
			given, ok := s.x.AnswerBy(id, source)
			if !ok {
				continue
			}
			agree.Answers[i] = point.Answers[given].Text
			if id == s.place {
				e.Question = point.Question
				e.Accounts[i] = SpotSide{
					Source: source, Better: source == s.account,
					Answer: pointAnswer(s.x, point.Answers[given]),
				}
			}
		}
		if id != s.place {
			e.Agree = append(e.Agree, agree)
		}
	}
	return Explanation{Why: s.puzzle.Why, Mark: mark, Answer: text(e.Question), Lines: s.lines(e, mark.Spot), Spot: e}, nil
}

// lines describes what the two accounts say where they disagree.
func (s *Spot) lines(e *SpotExplanation, given *SpotParts) []Line {
	var lines []Line
	for _, side := range e.Accounts {
		title := titleOf(s.x, side.Source)
		line := Line{Right: given.GivenAccount == given.Account, Text: together(title, text(": "+side.Answer.Text))}
		if side.Better {
			line.Text = together(line.Text, text(" "), say("spot.account.result", "source", title))
		}
		lines = append(lines, line)
	}
	if given.Account == Unsettled {
		lines = append(lines, Line{Right: given.GivenAccount == Unsettled, Text: say("spot.unsettled.result")})
	}
	return lines
}
