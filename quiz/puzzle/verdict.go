package puzzle

import (
	"encoding/json"
	"fmt"
	"strconv"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/evidence"
	"holdtheline/quiz/internal/quote"
)

// A Verdict asks what the evidence supported about a claim at a beat, and how
// sure the player is. It uses nothing later than the beat.
//
// The answer is {"is": "prank", "certainty": 2}; certainty is 1 guess, 2 fairly
// sure or 3 certain. The claim's status marks 1, a defensible answer what the case
// says, anything else 0.
type Verdict struct {
	entry
	Ask    *casefile.Ask
	Beat   *casefile.Beat
	Claim  *casefile.Claim
	Status *casefile.Status // the claim's status at the beat
}

// KindVerdict is saying what the evidence supported, with a certainty. It is asked
// at the desk, so it is not a puzzle of the case file.
const KindVerdict Kind = "verdict"

// PartVerdict is the part of a mark for what the evidence supported.
const PartVerdict PartName = "verdict"

func newVerdict(x *evidence.Index, beat *casefile.Beat, ask *casefile.Ask) (Item, bool) {
	claim, ok := x.Claim(ask.Claim)
	if !ok {
		return nil, false
	}
	status, ok := x.StatusAt(claim.ID, beat.At)
	if !ok {
		return nil, false
	}
	return &Verdict{
		entry: entry{
			id: ask.ID, kind: KindVerdict, skill: Verdicts, title: claim.Text,
			weight: weight(ask.Weight), hint: ask.Hint, x: x,
		},
		Ask: ask, Beat: beat, Claim: claim, Status: status,
	}, true
}

// VerdictAnswer is the answer to a [Verdict].
type VerdictAnswer struct {
	Is        casefile.Verdict `json:"is"`
	Certainty int              `json:"certainty"` // 1 guess, 2 fairly sure, 3 certain
}

// Is returns the claim's status at the beat.
func (v *Verdict) Is() casefile.Verdict { return v.Status.Is }

// Deal returns nil: the four verdicts are always in the same order.
func (v *Verdict) Deal(uint64) []string { return nil }

// Form asks for a verdict and a certainty.
func (v *Verdict) Form(uint64) Form {
	is := Field{Name: "is", Label: say("verdict.ask")}
	for _, one := range casefile.Verdicts() {
		is.Options = append(is.Options, Option{ID: string(one), Label: Stamp(v.x.Case(), one)})
	}
	certainty := Field{Name: "certainty", Number: true, Label: say("certainty.ask")}
	for level := LeastSure; level <= MostSure; level++ {
		n := strconv.Itoa(level)
		certainty.Options = append(certainty.Options, Option{ID: n, Label: say("certainty." + n)})
	}
	return Form{Fields: []Field{is, certainty}, Claim: v.Claim.ID, Term: "claim"}
}

// Mark marks an answer {"is": …, "certainty": …}.
func (v *Verdict) Mark(answer json.RawMessage) (Mark, error) {
	var a VerdictAnswer
	if err := decode(answer, &a); err != nil {
		return Mark{}, v.malformed(err.Error())
	}
	if !known(a.Is) {
		return Mark{}, v.malformed(fmt.Sprintf("%q is not a verdict", quote.Short(string(a.Is))))
	}
	stake, ok := Stakes(a.Certainty)
	if !ok {
		return Mark{}, v.malformed(fmt.Sprintf("its certainty is %d", a.Certainty))
	}
	value, right, defensible := markVerdict(v.Status.Is, v.Status.Defensible, a.Is)
	cbm := stake.Wrong
	switch {
	case right:
		cbm = stake.Right
	case defensible:
		cbm = stake.Defensible
	}
	mark := newMark(Part{Name: PartVerdict, Value: value, Max: 1})
	mark.Verdict = &VerdictParts{
		Supported: v.Status.Is, Given: a.Is, Certainty: a.Certainty,
		CBM: cbm, Right: right, Defensible: defensible,
	}
	return mark, nil
}

// markVerdict marks a verdict. An answer listed as defensible with a mark of 0 is
// not defensible.
func markVerdict(supported casefile.Verdict, also map[casefile.Verdict]float64, given casefile.Verdict) (value float64, right, defensible bool) {
	if given == supported {
		return 1, true, false
	}
	value = min(1, max(0, also[given]))
	return value, false, value > 0
}

func known(v casefile.Verdict) bool {
	for _, one := range casefile.Verdicts() {
		if v == one {
			return true
		}
	}
	return false
}

func (v *Verdict) malformed(problem string) error {
	return &AnswerError{
		Item: v.id, Problem: problem,
		Expected: `a verdict real, prank, denied or unconfirmed, and a certainty 1, 2 or 3, like {"is": "prank", "certainty": 2}`,
	}
}

// Best returns the supported verdict, as certain.
func (v *Verdict) Best() json.RawMessage {
	return mustJSON(VerdictAnswer{Is: v.Status.Is, Certainty: MostSure})
}

// Worst returns the first verdict that earns nothing, as certain.
func (v *Verdict) Worst() json.RawMessage {
	for _, is := range casefile.Verdicts() {
		if value, _, _ := markVerdict(v.Status.Is, v.Status.Defensible, is); value == 0 {
			return mustJSON(VerdictAnswer{Is: is, Certainty: MostSure})
		}
	}
	return v.Best() // every verdict is defensible
}

// Chance returns what a random verdict earns on average.
func (v *Verdict) Chance() float64 {
	sum := 0.0
	for _, is := range casefile.Verdicts() {
		value, _, _ := markVerdict(v.Status.Is, v.Status.Defensible, is)
		sum += value
	}
	return sum / float64(len(casefile.Verdicts()))
}

// VerdictParts compares a verdict with what the evidence supported.
type VerdictParts struct {
	Supported  casefile.Verdict `json:"supported"`
	Given      casefile.Verdict `json:"given"`
	Certainty  int              `json:"certainty"` // 1 guess, 2 fairly sure, 3 certain
	CBM        float64          `json:"cbm"`       // certainty-based mark, −6 to 3
	Right      bool             `json:"right"`
	Defensible bool             `json:"defensible"` // not right, but a careful reader could say so
}

// VerdictExplanation comes from the claim's status at the beat alone, so it holds
// nothing from later.
type VerdictExplanation struct {
	Supported   casefile.Verdict             `json:"supported"`
	Because     []evidence.Citation          `json:"because"`
	WouldChange string                       `json:"would_change"`
	Defensible  map[casefile.Verdict]float64 `json:"defensible,omitempty"`
}

// Explain says what the evidence supported at the beat.
func (v *Verdict) Explain(answer json.RawMessage) (Explanation, error) {
	mark, err := v.Mark(answer)
	if err != nil {
		return Explanation{}, err
	}
	return Explanation{Why: v.Status.Why, Mark: mark, Answer: Stamp(v.x.Case(), v.Status.Is), Verdict: &VerdictExplanation{
		Supported:   v.Status.Is,
		Because:     v.x.Cite(v.Status.Because...),
		WouldChange: v.Status.WouldChange,
		Defensible:  v.Status.Defensible,
	}}, nil
}
