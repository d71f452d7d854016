package simulate

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/report"
)

// A Test is a case made ready to be played many times.
type Test struct {
	set       *puzzle.Set
	questions []*question
	verdicts  []*question // those of them that ask for a verdict
}

// A question is one scored item.
type question struct {
	item   puzzle.Item
	weight float64

	is    casefile.Verdict // of a verdict: what the evidence supports
	marks map[casefile.Verdict][puzzle.MostSure]puzzle.Mark

	form  puzzle.Form // of any other
	best  puzzle.Draft
	known map[string]float64 // marks by answer, as far as given
}

// NewTest makes every question of a case ready, for all its lengths. Tabs are left
// out: they are not scored. It is an error if the case has no question, or one whose
// best answer can't be marked.
func NewTest(set *puzzle.Set) (*Test, error) {
	t := &Test{set: set}
	for _, it := range set.Items() {
		if it.Kind() == puzzle.KindTabs {
			continue
		}
		q := &question{item: it, weight: it.Weight()}
		if v, ok := it.(*puzzle.Verdict); ok {
			if err := q.judged(v); err != nil {
				return nil, err
			}
			t.verdicts = append(t.verdicts, q)
		} else {
			q.form = it.Form(0)
			q.best = q.form.Draft(it.Best())
			q.known = map[string]float64{}
			if _, err := q.mark(it.Best()); err != nil {
				return nil, err
			}
		}
		t.questions = append(t.questions, q)
	}
	if len(t.questions) == 0 {
		return nil, fmt.Errorf("the case %q asks nothing", set.Case().ID)
	}
	return t, nil
}

// judged marks all possible answers to a verdict.
func (q *question) judged(v *puzzle.Verdict) error {
	q.is = v.Is()
	q.marks = map[casefile.Verdict][puzzle.MostSure]puzzle.Mark{}
	for _, is := range casefile.Verdicts() {
		var levels [puzzle.MostSure]puzzle.Mark
		for i := range levels {
			answer, err := json.Marshal(puzzle.VerdictAnswer{Is: is, Certainty: i + puzzle.LeastSure})
			if err != nil {
				return err
			}
			if levels[i], err = v.Mark(answer); err != nil {
				return err
			}
		}
		q.marks[is] = levels
	}
	return nil
}

// mark marks an answer. Many pupils give the same one.
func (q *question) mark(answer json.RawMessage) (float64, error) {
	if value, ok := q.known[string(answer)]; ok {
		return value, nil
	}
	mark, err := q.item.Mark(answer)
	if err != nil {
		return 0, err
	}
	q.known[string(answer)] = mark.Value
	return mark.Value, nil
}

// A pupil is one made-up pupil.
type pupil struct {
	Profile
	random *rand.Rand
}

// born returns a pupil of a kind. The seed and the pupil's number decide everything
// about it.
func born(k Kind, seed, number uint64) *pupil {
	p := &pupil{Profile: k.Profile(), random: rand.New(rand.NewPCG(seed, number))}
	p.DPrime = max(0, p.DPrime+p.Spread*p.random.NormFloat64())
	p.Criterion += p.Spread * p.random.NormFloat64()
	return p
}

// become turns a pupil into another kind. How far the pupil is from the mean of its
// kind stays.
func (p *pupil) become(from, to Profile) {
	changed := to
	changed.DPrime = max(0, to.DPrime+scaled(p.DPrime-from.DPrime, from.Spread, to.Spread))
	changed.Criterion = to.Criterion + scaled(p.Criterion-from.Criterion, from.Spread, to.Spread)
	p.Profile = changed
}

func scaled(distance, from, to float64) float64 {
	if from == 0 {
		return 0
	}
	return distance * to / from
}

// judge stamps a claim and says how sure the pupil is.
func (p *pupil) judge(q *question) *puzzle.VerdictParts {
	mark := p.stamped(q)
	return mark.Verdict
}

func (p *pupil) stamped(q *question) puzzle.Mark {
	seen := p.random.NormFloat64() - p.DPrime/2
	if q.is == casefile.Real {
		seen += p.DPrime
	}
	given := casefile.Real
	if seen <= p.Criterion {
		given = p.other(q.is)
	}
	return q.marks[given][p.certainty(math.Abs(seen-p.Criterion))-puzzle.LeastSure]
}

// other chooses a stamp for a claim that is not believed.
func (p *pupil) other(is casefile.Verdict) casefile.Verdict {
	if is != casefile.Real && p.random.Float64() < p.Stamp {
		return is
	}
	var wrong []casefile.Verdict
	for _, v := range casefile.Verdicts() {
		if v != casefile.Real && v != is {
			wrong = append(wrong, v)
		}
	}
	return wrong[p.random.IntN(len(wrong))]
}

func (p *pupil) certainty(distance float64) int {
	if p.Certainty == [puzzle.MostSure]float64{} {
		switch {
		case distance >= certain:
			return 3
		case distance >= fairlySure:
			return 2
		}
		return 1
	}
	left := p.random.Float64()
	for i, chance := range p.Certainty {
		if left -= chance; left < 0 {
			return i + puzzle.LeastSure
		}
	}
	return puzzle.MostSure
}

// solve answers a puzzle.
func (p *pupil) solve(q *question) json.RawMessage {
	answer := q.best
	for i := range q.form.Fields {
		field := &q.form.Fields[i]
		ids := field.IDs()
		switch right := q.best.Value(field.Name); field.Pick {
		case puzzle.PickOne:
			if p.random.Float64() >= p.Knows {
				answer, _ = answer.Fill(field.Name, ids[p.random.IntN(len(ids))])
			}
		case puzzle.PickMany:
			for _, id := range ids {
				if p.random.Float64() >= p.Knows && p.random.IntN(2) == 0 {
					answer, _ = answer.Fill(field.Name, id) // the wrong way round
				}
			}
		case puzzle.PickOrder:
			answer, _ = answer.Arrange(field.Name, p.arrange(right))
		case puzzle.PickLinks:
			answer = p.link(q.form.Draft(nil), field, q.best.Links(field.Name))
		}
	}
	return answer.JSON()
}

// link pulls each cord where it should lead, or anywhere.
func (p *pupil) link(answer puzzle.Draft, field *puzzle.Field, right []puzzle.Link) puzzle.Draft {
	for _, from := range field.IDs() {
		if p.random.Float64() < p.Knows {
			if i := slices.IndexFunc(right, func(l puzzle.Link) bool { return l.From == from }); i >= 0 {
				answer, _ = answer.Link(field.Name, from, right[i].To)
			}
			continue
		}
		// Where it may lead: to another card, to none, or it stays where it lies.
		others := slices.DeleteFunc(field.IDs(), func(id string) bool { return id == from })
		ways := len(others)
		if from != field.Root {
			ways += 2
		}
		switch n := p.random.IntN(ways); {
		case n < len(others):
			answer, _ = answer.Link(field.Name, from, others[n])
		case n == len(others):
			answer, _ = answer.Link(field.Name, from, "")
		}
	}
	return answer
}

// arrange mixes the true order of cards with a random one.
func (p *pupil) arrange(right []string) []string {
	type placed struct {
		id    string
		place float64
	}
	cards := make([]placed, len(right))
	for i, id := range right {
		place := float64(i) / float64(max(1, len(right)-1))
		cards[i] = placed{id, p.Knows*place + (1-p.Knows)*p.random.Float64()}
	}
	slices.SortStableFunc(cards, func(a, b placed) int { return cmp.Compare(a.place, b.place) })
	order := make([]string, len(cards))
	for i, card := range cards {
		order[i] = card.id
	}
	return order
}

// played is the result of one pupil.
type played struct {
	discernment report.Discernment
	calibration report.Calibration
	marks       []float64 // by question
	score       float64   // 0 to 100
}

// play answers every question of a test.
func (p *pupil) play(t *Test) (played, error) {
	var given []*puzzle.VerdictParts
	result := played{marks: make([]float64, len(t.questions))}
	sum, weights := 0.0, 0.0
	for i, q := range t.questions {
		if q.marks != nil {
			mark := p.stamped(q)
			given = append(given, mark.Verdict)
			result.marks[i] = mark.Value
		} else {
			value, err := q.mark(p.solve(q))
			if err != nil {
				return played{}, err
			}
			result.marks[i] = value
		}
		sum += result.marks[i] * q.weight
		weights += q.weight
	}
	result.discernment, result.calibration = report.Discern(given), report.Calibrate(given)
	result.score = 100 * sum / weights
	return result, nil
}
