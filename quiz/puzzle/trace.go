package puzzle

import (
	"encoding/json"
	"fmt"
	"slices"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/evidence"
	"holdtheline/quiz/internal/quote"
)

// A Trace asks which statement a report rests on in the end, and how many
// independent witnesses stand behind its claim on the day that counts as today.
//
// The answer is {"origin": "source", "witnesses": 1}. Each half is right or
// wrong, and the mark is their mean.
type Trace struct {
	entry
	puzzle    *casefile.Puzzle
	options   []string
	origin    string
	witnesses []string
}

// mostWitnesses is the greatest number of witnesses that is always on offer.
const mostWitnesses = 4

func newTrace(x *evidence.Index, p *casefile.Puzzle) (Item, bool) {
	origin, ok := x.OriginOf(evidence.SourceOf(p.Source), p.Claim)
	options := distinct(p.Sources, func(id string) bool { _, ok := x.Case().Source(id); return ok })
	if !ok || !slices.Contains(options, origin) {
		return nil, false
	}
	return &Trace{
		entry: puzzleEntry(x, p, KindTrace, Sources), puzzle: p,
		options: options, origin: origin, witnesses: x.Witnesses(p.Claim, p.At),
	}, true
}

// TraceAnswer is the answer to a [Trace].
type TraceAnswer struct {
	Origin    string `json:"origin"`
	Witnesses int    `json:"witnesses"`
}

// Puzzle returns the puzzle as the case tells it.
func (t *Trace) Puzzle() *casefile.Puzzle { return t.puzzle }

// Options returns the statements to choose from, shuffled.
func (t *Trace) Options(seed uint64) []string { return dealt(seed, t.id, t.options) }

// Deal returns the same as Options.
func (t *Trace) Deal(seed uint64) []string { return t.Options(seed) }

// Origin returns the statement that the report rests on.
func (t *Trace) Origin() string { return t.origin }

// Witnesses returns the number of independent witnesses.
func (t *Trace) Witnesses() int { return len(t.witnesses) }

// WitnessOptions returns the numbers on offer: 0 to 4, and on to the right one
// should that be more.
func (t *Trace) WitnessOptions() []int {
	options := make([]int, max(mostWitnesses, len(t.witnesses))+1)
	for i := range options {
		options[i] = i
	}
	return options
}

// Mark marks an answer {"origin": …, "witnesses": …}.
func (t *Trace) Mark(answer json.RawMessage) (Mark, error) {
	var a struct {
		Origin    *string `json:"origin"`
		Witnesses *int    `json:"witnesses"`
	}
	if err := decode(answer, &a); err != nil {
		return Mark{}, t.malformed(err.Error())
	}
	switch {
	case a.Origin == nil:
		return Mark{}, t.malformed(`it has no "origin"`)
	case a.Witnesses == nil:
		return Mark{}, t.malformed(`it has no "witnesses"`)
	case !slices.Contains(t.options, *a.Origin):
		return Mark{}, t.malformed(fmt.Sprintf("%q is not one of the statements", quote.Short(*a.Origin)))
	case !slices.Contains(t.WitnessOptions(), *a.Witnesses):
		return Mark{}, t.malformed(fmt.Sprintf("%d is not one of the numbers on offer", *a.Witnesses))
	}
	mark := newMark(
		Part{Name: PartOrigin, Value: yes(*a.Origin == t.origin, 0.5), Max: 0.5},
		Part{Name: PartWitnesses, Value: yes(*a.Witnesses == len(t.witnesses), 0.5), Max: 0.5},
	)
	mark.Trace = &TraceParts{
		Origin: t.origin, GivenOrigin: *a.Origin,
		Witnesses: len(t.witnesses), GivenWitnesses: *a.Witnesses,
	}
	return mark, nil
}

func (t *Trace) malformed(problem string) error {
	return &AnswerError{
		Item: t.id, Problem: problem,
		Expected: fmt.Sprintf(`one of the statements %s, and a number of witnesses 0 to %d, like {"origin": %q, "witnesses": 1}`,
			quoted(t.options), len(t.WitnessOptions())-1, t.options[0]),
	}
}

// Best returns the origin and the number of witnesses.
func (t *Trace) Best() json.RawMessage {
	return mustJSON(TraceAnswer{Origin: t.origin, Witnesses: len(t.witnesses)})
}
