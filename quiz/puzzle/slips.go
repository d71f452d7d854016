package puzzle

import (
	"encoding/json"
	"fmt"
	"slices"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/evidence"
)

// A Slips asks to find every slip of a later retelling: each point on which the
// answer that it gives is not the best supported one. Where two answers are
// supported equally well nobody can say, and it is no slip.
//
// The answer is a list of points, ["point", …]. The mark is
// max(0, (hits − false alarms) / slips).
type Slips struct {
	entry
	puzzle *casefile.Puzzle
	points []string
	slips  []string
}

func newSlips(x *evidence.Index, p *casefile.Puzzle) (Item, bool) {
	source := evidence.SourceOf(p.Source)
	speaks := func(point string) bool { _, ok := x.AnswerBy(point, source); return ok }
	s := &Slips{entry: puzzleEntry(x, p, KindSlips, Sources), puzzle: p, points: distinct(p.Points, speaks)}
	for _, id := range s.points {
		given, _ := x.AnswerBy(id, source)
		if best, ok := x.BestSupported(id); ok && best != given {
			s.slips = append(s.slips, id)
		}
	}
	return s, len(s.points) > 0
}

// Puzzle returns the puzzle as the case tells it.
func (s *Slips) Puzzle() *casefile.Puzzle { return s.puzzle }

// Source returns the id of the retelling.
func (s *Slips) Source() string { return evidence.SourceOf(s.puzzle.Source) }

// Points returns the points to choose from, shuffled.
func (s *Slips) Points(seed uint64) []string { return dealt(seed, s.id, s.points) }

// Deal returns the same as Points.
func (s *Slips) Deal(seed uint64) []string { return s.Points(seed) }

// Slips returns the points on which the retelling slips, as the case lists them.
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
