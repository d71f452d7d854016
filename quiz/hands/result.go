package hands

import (
	"encoding/json"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
)

// A Result is what a class said of one claim at one beat, beside what the evidence
// supported.
type Result struct {
	Item          string
	Verdict       *puzzle.Verdict
	First, Second Tally
}

// Last is the second count, or the first where there was no second.
func (r Result) Last() Tally {
	if r.Second.Sum() > 0 {
		return r.Second
	}
	return r.First
}

// Right reports whether the evidence supported a verdict, or a careful reader could
// have given it.
func (r Result) Right(v casefile.Verdict) bool {
	return v == r.Verdict.Is() || r.Verdict.Status.Defensible[v] > 0
}

// Misconception returns the verdict with the most hands, at the last count, that
// neither the evidence supported nor a careful reader could have given. ok is false if
// there is none with a hand, or as many for two.
func (r Result) Misconception() (v casefile.Verdict, n int, ok bool) {
	wrong := Tally{}
	for v, n := range r.Last() {
		if !r.Right(v) {
			wrong[v] = n
		}
	}
	v, ok = wrong.Most()
	return v, wrong[v], ok
}

// Result returns what the class said of an item. ok is false for one that is no
// verdict.
func (c *Class) Result(item string) (r Result, ok bool) {
	it, _ := c.set.Item(item)
	v, ok := it.(*puzzle.Verdict)
	if !ok {
		return Result{}, false
	}
	return Result{Item: item, Verdict: v, First: c.Count(item, First), Second: c.Count(item, Second)}, true
}

// Results lists what the class said of every claim whose evidence it has seen, in
// playing order.
func (c *Class) Results() []Result {
	var all []Result
	for _, s := range c.deck[:c.furthest+1] {
		if r, ok := c.Result(s.Item); ok && s.Part == Reveal {
			all = append(all, r)
		}
	}
	return all
}

// Line returns what is true of a board, and how the class's order compares. ok is false
// for an item that is no board.
func (c *Class) Line(item string) (e *puzzle.OrderExplanation, parts *puzzle.OrderParts, ok bool) {
	o, ok := c.order(item)
	if !ok {
		return nil, nil, false
	}
	order, err := json.Marshal(c.Order(item))
	if err != nil {
		return nil, nil, false
	}
	explained, err := o.Explain(order)
	if err != nil {
		return nil, nil, false
	}
	return explained.Order, explained.Mark.Order, true
}

// A BeliefLine is what the class believed about one claim, from beat to beat.
type BeliefLine struct {
	Claim  *casefile.Claim
	Points []Result
}

// Belief returns the line of the claim that was asked most often, of several the
// first. Without any its points are none.
func (c *Class) Belief() BeliefLine {
	var lines []BeliefLine
	at := map[string]int{}
	for _, r := range c.Results() {
		i, there := at[r.Verdict.Claim.ID]
		if !there {
			i = len(lines)
			at[r.Verdict.Claim.ID] = i
			lines = append(lines, BeliefLine{Claim: r.Verdict.Claim})
		}
		lines[i].Points = append(lines[i].Points, r)
	}
	var longest BeliefLine
	for _, l := range lines {
		if len(l.Points) > len(longest.Points) {
			longest = l
		}
	}
	return longest
}
