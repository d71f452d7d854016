package puzzle

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/evidence"
	"holdtheline/quiz/internal/quote"
)

// A Trace asks for the statement that a report ultimately rests on, and for the
// number of independent witnesses of its claim on the day set as today.
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

// KindTrace is finding the origin of a report and counting the witnesses.
const KindTrace Kind = "trace"

// The parts of a mark: for the statement that the report rests on, and for how
// many independent witnesses there are.
const (
	PartOrigin    PartName = "origin"
	PartWitnesses PartName = "witnesses"
)

const (
	mostWitnesses      = 4 // the largest number that is always offered
	fewestTraceOptions = 3
)

var trace Spec = traceSpec{about{KindTrace, Sources, "claim at source sources"}}

type traceSpec struct{ about }

func (s traceSpec) New(x *evidence.Index, p *casefile.Puzzle) (Item, bool) {
	origin, ok := x.OriginOf(evidence.SourceOf(p.Source), p.Claim)
	options := distinct(p.Sources, func(id string) bool { _, ok := x.Case().Source(id); return ok })
	if !ok || !slices.Contains(options, origin) {
		return nil, false
	}
	return &Trace{
		entry: s.entry(x, p).asking(Provenance, append([]string{p.Source}, options...)...), puzzle: p,
		options: options, origin: origin, witnesses: x.Witnesses(p.Claim, p.At),
	}, true
}

func (s traceSpec) Check(f Reporter, x *evidence.Index, p *casefile.Puzzle, path string) {
	atLeast(f, path+".sources", "statements to choose from", len(p.Sources), fewestTraceOptions)
	f.Source(path+".source", p.Source)
	if !p.At.IsZero() && f.Moment(path+".at", p.At) {
		f.PublicBy(path+".source", p.Source, p.At)
		for i, id := range p.Sources {
			f.PublicBy(fmt.Sprintf("%s.sources[%d]", path, i), id, p.At)
		}
	}
	src, okSource := x.Case().Source(p.Source)
	cl, okClaim := x.Case().Claim(p.Claim)
	if !okSource || !okClaim {
		return
	}
	if len(src.ReliesOn) == 0 {
		f.Report(path+".source", "choose a source that relies on others, or add its relies_on", "%q is an origin itself, so there is nothing to trace", p.Source)
		return
	}
	all := x.Origins(src.ID)
	switch origins := x.AssertingOrigins(src.ID, cl.ID); {
	case len(all) == 0: // a circle or an unknown source, reported already
	case len(origins) == 0:
		f.Report(path+".claim", "add the origin's paragraph to the claim's asserted_by, or correct relies_on", "no origin of %q (%s) asserts the claim %q", p.Source, strings.Join(all, ", "), p.Claim)
	case len(origins) > 1:
		f.Report(path+".source", "choose a report with a single origin for this claim", "%d origins of %q assert the claim %q (%s), so there is more than one right answer", len(origins), p.Source, p.Claim, strings.Join(origins, ", "))
	case len(p.Sources) > 0 && !slices.Contains(p.Sources, origins[0]):
		f.Report(path+".sources", "add "+origins[0], "the origin of %q is not among the statements to choose from", p.Source)
	}
	s.checkOrigins(f, x, cl)
	if n := len(x.Witnesses(cl.ID, p.At)); n > mostWitnesses {
		f.Report(path+".claim", "choose another claim, or an earlier day", "%d independent witnesses stand behind %q by then, and a player can choose at most %d", n, cl.ID, mostWitnesses)
	}
}

// checkOrigins checks that every source that asserts a claim leads to an origin
// that asserts it too, since only origins count as witnesses.
func (traceSpec) checkOrigins(f Reporter, x *evidence.Index, cl *casefile.Claim) {
	i := slices.IndexFunc(x.Case().Claims, func(other casefile.Claim) bool { return other.ID == cl.ID })
	for j, ref := range cl.AssertedBy {
		id := evidence.SourceOf(ref)
		if len(x.AssertingOrigins(id, cl.ID)) > 0 {
			continue
		}
		all := x.Origins(id)
		if _, _, ok := x.Case().Paragraph(ref); !ok || len(all) == 0 {
			continue
		}
		here := fmt.Sprintf("claims[%d].asserted_by[%d]", i, j)
		if f.Has(here) {
			continue // every trace of the claim would report it
		}
		f.Report(here, "add the paragraph of its origin, or correct what it relies on", "%q asserts this, but none of its origins does (%s)", id, strings.Join(all, ", "))
	}
}

// TraceAnswer is the answer to a [Trace].
type TraceAnswer struct {
	Origin    string `json:"origin"`
	Witnesses int    `json:"witnesses"`
}

// Puzzle returns the puzzle as the case defines it.
func (t *Trace) Puzzle() *casefile.Puzzle { return t.puzzle }

// Options returns the statements to choose from, shuffled.
func (t *Trace) Options(seed uint64) []string { return dealt(seed, t.id, t.options) }

// Deal returns the same as Options.
func (t *Trace) Deal(seed uint64) []string { return t.Options(seed) }

// Origin returns the statement that the report rests on.
func (t *Trace) Origin() string { return t.origin }

// Witnesses returns the number of independent witnesses.
func (t *Trace) Witnesses() int { return len(t.witnesses) }

// WitnessOptions returns the numbers offered: 0 to 4, or to the right one if that
// is larger.
func (t *Trace) WitnessOptions() []int {
	options := make([]int, max(mostWitnesses, len(t.witnesses))+1)
	for i := range options {
		options[i] = i
	}
	return options
}

// Form asks for the statement and for the number of witnesses.
func (t *Trace) Form(seed uint64) Form {
	title := func(id string) Message { return titleOf(t.x.Case(), id) }
	witnesses := Field{Name: "witnesses", Number: true, Label: say("trace.witnesses"), Note: say("trace.witnesses.note", "date", t.puzzle.At)}
	for _, n := range t.WitnessOptions() {
		number := strconv.Itoa(n)
		witnesses.Options = append(witnesses.Options, Option{ID: number, Label: text(number)})
	}
	return Form{
		Fields: []Field{
			{Name: "origin", Label: say("trace.origins"), Note: say("trace.origins.note"), Options: options(t.Options(seed), title)},
			witnesses,
		},
		About: []string{t.puzzle.Source}, Claim: t.puzzle.Claim, Term: "provenance",
	}
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

// Worst returns another statement and another number.
func (t *Trace) Worst() json.RawMessage {
	return mustJSON(TraceAnswer{
		Origin: other(t.Options(0), t.origin), Witnesses: (len(t.witnesses) + 1) % mostWitnesses,
	})
}

// Chance returns what a random statement and number earn on average.
func (t *Trace) Chance() float64 {
	return 0.5/float64(len(t.options)) + 0.5/float64(len(t.WitnessOptions()))
}

// TraceParts compares the given origin and number of witnesses with the right ones.
type TraceParts struct {
	Origin         string `json:"origin"`
	GivenOrigin    string `json:"given_origin"`
	Witnesses      int    `json:"witnesses"`
	GivenWitnesses int    `json:"given_witnesses"`
}

// TraceExplanation shows the path from the report to its origin, and the witnesses.
type TraceExplanation struct {
	Path      []evidence.Citation `json:"path"`      // from the report to the origin
	Witnesses []evidence.Citation `json:"witnesses"` // the paragraphs in which they assert the claim
}

// Explain shows the path to the origin and the witnesses.
func (t *Trace) Explain(answer json.RawMessage) (Explanation, error) {
	mark, err := t.Mark(answer)
	if err != nil {
		return Explanation{}, err
	}
	e := &TraceExplanation{
		Path:      t.x.Cite(t.x.Path(evidence.SourceOf(t.puzzle.Source), t.Origin())...),
		Witnesses: []evidence.Citation{},
	}
	if claim, ok := t.x.Case().Claim(t.puzzle.Claim); ok {
		for _, witness := range t.witnesses {
			asserts := slices.IndexFunc(claim.AssertedBy, func(ref string) bool {
				return evidence.SourceOf(ref) == witness && t.x.PublicBy(ref, t.puzzle.At)
			})
			e.Witnesses = append(e.Witnesses, t.x.Cite(claim.AssertedBy[asserts])...)
		}
	}
	return Explanation{
		Why: t.puzzle.Why, Mark: mark, Trace: e, Lines: t.lines(e, mark.Trace),
		Answer: together(titleOf(t.x.Case(), t.origin), say("list.dot"), count("trace.witness", len(t.witnesses))),
	}, nil
}

// lines describes the path from the report to its origin.
func (t *Trace) lines(e *TraceExplanation, given *TraceParts) []Line {
	lines := make([]Line, len(e.Path))
	for i, cited := range e.Path {
		key := "trace.path.on"
		if i == 0 {
			key = "trace.path.report"
		} else if i == len(e.Path)-1 {
			key = "trace.path.origin"
		}
		lines[i] = Line{Right: given.GivenOrigin == given.Origin, Text: together(say(key), titleOf(t.x.Case(), cited.Source))}
	}
	return lines
}
