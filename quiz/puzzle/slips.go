package puzzle

import (
	"encoding/json"
	"fmt"
	"slices"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/evidence"
)

// A Slips asks to find every slip of a later retelling: each point on which its
// answer is not the best supported one. If two answers are equally well supported
// the point is not a slip.
//
// The answer is a list of points, ["point", …]. The mark is
// max(0, (hits − false alarms) / slips).
type Slips struct {
	entry
	puzzle *casefile.Puzzle
	points []string
	slips  []string
}

// KindSlips is finding every slip of a later retelling.
const KindSlips Kind = "slips"

// PartSlips is the part of a mark for the slips found.
const PartSlips PartName = "slips"

var slips Spec = slipsSpec{about{KindSlips, Sources, "source points", Nothing}}

type slipsSpec struct{ about }

func (s slipsSpec) New(x *evidence.Index, p *casefile.Puzzle) (Item, bool) {
	source := evidence.SourceOf(p.Source)
	speaks := func(point string) bool { _, ok := x.AnswerBy(point, source); return ok }
	it := &Slips{entry: s.entry(x, p), puzzle: p, points: distinct(p.Points, speaks)}
	for _, id := range it.points {
		if slip, _ := s.slips(x, id, source); slip {
			it.slips = append(it.slips, id)
		}
	}
	return it, len(it.points) > 0
}

// slips reports whether a source's answer on a point is not the best supported
// one. It is not ok if no answer is best supported.
func (slipsSpec) slips(x *evidence.Index, point, source string) (slip, ok bool) {
	given, _ := x.AnswerBy(point, source)
	best, ok := x.BestSupported(point)
	return ok && best != given, ok
}

func (s slipsSpec) Check(f Reporter, x *evidence.Index, p *casefile.Puzzle, path string) {
	atLeast(f, path+".points", "points to choose from", len(p.Points), fewestPlaces)
	f.Source(path+".source", p.Source)
	_, known := x.Source(p.Source)
	slips, judged := 0, 0
	for i, id := range p.Points {
		if _, ok := x.Point(id); !ok || !known {
			continue
		}
		here := fmt.Sprintf("%s.points[%d]", path, i)
		if len(x.AnswersBy(id, p.Source)) == 0 {
			f.Report(here, "choose a point on which it speaks, or cite its paragraph at an answer", "%q does not speak on %q", p.Source, id)
			continue
		}
		if !checkSingleAnswer(f, x, id, p.Source, here) {
			continue
		}
		slip, ok := s.slips(x, id, p.Source)
		if !ok {
			f.Report(here, "cite who else gives one of the answers, or choose another point", "two answers to %q are equally well supported, so nobody can say whether this is a slip", id)
			continue
		}
		judged++
		if slip {
			slips++
		}
	}
	if judged > 0 && judged == len(p.Points) && slips == 0 {
		f.Report(path+".points", "list a point on which it is wrong", "%q slips on none of these points", p.Source)
	}
}

// Puzzle returns the puzzle as the case defines it.
func (s *Slips) Puzzle() *casefile.Puzzle { return s.puzzle }

// Source returns the id of the retelling.
func (s *Slips) Source() string { return evidence.SourceOf(s.puzzle.Source) }

// Points returns the points to choose from, shuffled.
func (s *Slips) Points(seed uint64) []string { return dealt(seed, s.id, s.points) }

// Deal returns the same as Points.
func (s *Slips) Deal(seed uint64) []string { return s.Points(seed) }

// Slips returns the points on which the retelling slips, in the puzzle's order.
func (s *Slips) Slips() []string { return slices.Clone(s.slips) }

func (s *Slips) read(answer json.RawMessage) ([]string, error) {
	points, err := decodeList(answer)
	if err == nil {
		err = subset(points, s.points, "points")
	}
	if err != nil {
		return nil, &AnswerError{
			Item: s.id, Problem: err.Error(),
			Expected: fmt.Sprintf("a list of the points on which it slips, each once, out of [%s]; [] for none", quoted(s.points)),
		}
	}
	return points, nil
}

// Form asks for the points on which the retelling slips.
func (s *Slips) Form(seed uint64) Form {
	return Form{
		Bare: true,
		Fields: []Field{{
			Name: "points", Pick: PickMany, Label: say("slips.points"), Note: say("slips.note"),
			Options: options(s.Points(seed), func(id string) Message {
				point, _ := s.x.Point(id)
				given, _ := s.x.AnswerBy(id, s.Source())
				return say("slips.point", "question", point.Question, "answer", point.Answers[given].Text)
			}),
		}},
		About: []string{s.Source()}, Term: "source",
	}
}

// Mark marks an answer ["point", …].
func (s *Slips) Mark(answer json.RawMessage) (Mark, error) {
	points, err := s.read(answer)
	if err != nil {
		return Mark{}, err
	}
	return s.mark(points), nil
}

func (s *Slips) mark(points []string) Mark {
	found := choice(points, s.slips, s.points)
	mark := newMark(Part{Name: PartSlips, Value: found.value(), Max: 1})
	mark.Slips = &found
	return mark
}

// Best returns all slips.
func (s *Slips) Best() json.RawMessage { return mustJSON(append([]string{}, s.slips...)) }

// Worst returns no point: every slip is missed.
func (s *Slips) Worst() json.RawMessage { return mustJSON([]string{}) }

// Chance returns what random points earn on average.
func (s *Slips) Chance() float64 { return choiceChance(len(s.slips), len(s.points)-len(s.slips)) }

// SlipsExplanation goes through the points of a retelling.
type SlipsExplanation struct {
	Source string      `json:"source"`
	Points []SlipPoint `json:"points"` // in the puzzle's order
}

// A SlipPoint compares what the retelling says on a point with what is best
// supported.
type SlipPoint struct {
	Point    string       `json:"point"`
	Question string       `json:"question"`
	Says     PointAnswer  `json:"says"`
	Best     *PointAnswer `json:"best,omitempty"` // nil if no answer is best supported
	Slip     bool         `json:"slip"`
	Chosen   bool         `json:"chosen"`
}

// Explain goes through the points.
func (s *Slips) Explain(answer json.RawMessage) (Explanation, error) {
	chosen, err := s.read(answer)
	if err != nil {
		return Explanation{}, err
	}
	e := &SlipsExplanation{Source: s.Source()}
	for _, id := range s.points {
		point, _ := s.x.Point(id)
		given, _ := s.x.AnswerBy(id, s.Source())
		line := SlipPoint{
			Point: id, Question: point.Question, Says: pointAnswer(s.x, point.Answers[given]),
			Slip: slices.Contains(s.slips, id), Chosen: slices.Contains(chosen, id),
		}
		if best, ok := s.x.BestSupported(id); ok {
			answer := pointAnswer(s.x, point.Answers[best])
			line.Best = &answer
		}
		e.Points = append(e.Points, line)
	}
	explained := Explanation{Why: s.puzzle.Why, Mark: s.mark(chosen), Slips: e}
	for _, p := range e.Points {
		key := "slips.sound"
		if p.Slip {
			key = "slips.slip"
		}
		line := Line{Right: p.Slip == p.Chosen, Text: together(text(p.Question), say(key, "answer", p.Says.Text))}
		if p.Slip && p.Best != nil {
			line.Text = together(line.Text, text(" "+p.Best.Text))
		}
		explained.Lines = append(explained.Lines, line)
	}
	return explained, nil
}
