package compare

import (
	"math"
	"slices"

	"holdtheline/quiz/report"
	"holdtheline/quiz/session"
)

// Measure is what is compared.
type Measure string

// The measures. Rates and their differences are from 0 to 1, or −1 to 1.
const (
	TrueBelieved  Measure = "true_believed"  // share of the claims that were real and were believed
	FalseBelieved Measure = "false_believed" // share of the other claims that were believed
	Discernment   Measure = "discernment"    // TrueBelieved less FalseBelieved
	DPrime        Measure = "d_prime"        // sensitivity; see report.SignalDetection
	Leaning       Measure = "c"              // criterion: below 0 leans to believing, above 0 to doubting
	Calibration   Measure = "calibration"    // mean certainty-based mark of an answer, −6 to 3
)

// Measures lists the measures in the order in which they are shown.
func Measures() []Measure {
	return []Measure{TrueBelieved, FalseBelieved, Discernment, DPrime, Leaning, Calibration}
}

// Sort is what a comparison is of.
type Sort string

// The sorts of comparison.
const (
	Pupil  Sort = "pupil"  // one pupil's two results
	Class  Sort = "class"  // several pupils, each with two results
	Groups Sort = "groups" // results of pupils of whom nothing says who is who
)

// A Comparison is what results from before and after show.
type Comparison struct {
	Sort   Sort `json:"sort"`
	Before int  `json:"before"` // results compared; in a class as many as after
	After  int  `json:"after"`

	Changes  []Change  `json:"changes"` // all measures, in the order of Measures
	Finding  Finding   `json:"finding"`
	Cautions []Caution `json:"cautions,omitempty"` // what to keep in mind
	Pupils   []Single  `json:"pupils,omitempty"`   // of a pupil or class, in the order given before
	LeftOut  []LeftOut `json:"left_out,omitempty"` // results that were not compared
}

// A Single is one pupil's comparison.
type Single struct {
	Who     string   `json:"who"`
	Before  Played   `json:"before"`
	After   Played   `json:"after"`
	Changes []Change `json:"changes"`
	Finding Finding  `json:"finding"`
}

// Played is which case a result is of.
type Played struct {
	Case     string `json:"case"`
	Title    string `json:"title"`
	Finished bool   `json:"finished"`
}

// A Change is one measure before and after, with the difference and its interval.
type Change struct {
	Measure Measure `json:"measure"`
	Known   bool    `json:"known"` // false if the answers are too few: the numbers below are then 0

	Before     float64 `json:"before"` // of a class or group the mean of its pupils; d′ and c of its pooled answers
	After      float64 `json:"after"`
	Difference float64 `json:"difference"` // how much more after than before; see Of for halves of a class
	Low        float64 `json:"low"`        // 95 % interval of the difference
	High       float64 `json:"high"`

	// For the two rates, how many claims were believed of how many.
	BelievedBefore int `json:"believed_before,omitempty"`
	OfBefore       int `json:"of_before,omitempty"`
	BelievedAfter  int `json:"believed_after,omitempty"`
	OfAfter        int `json:"of_after,omitempty"`
}

// Rose and Fell report whether the interval leaves room for nothing else.
func (c Change) Rose() bool { return c.Known && c.Low > 0 }

// Fell is like Rose.
func (c Change) Fell() bool { return c.Known && c.High < 0 }

// Options are how results are compared.
type Options struct {
	// Unmatched compares all results before with all after as two groups, whatever
	// they are called.
	Unmatched bool
}

// FewestPupils is the least number of pupils for a class, and of results on each
// side for groups. With fewer, look at each pupil.
const FewestPupils = 5

// Of compares results from before and after. One result on each side is taken to be
// of one pupil. Of several, those with the same Who are of one pupil: see [Name].
// If no two are, they are compared as two groups. What can't be compared is listed
// in LeftOut.
//
// If half of a class began with one case and the other half with another, the
// difference is the mean of the halves' differences: see pairedChanges. It may then
// differ a little from After less Before.
func Of(before, after []report.Entry, o Options) Comparison {
	if len(before) == 1 && len(after) == 1 && !o.Unmatched {
		return ofPupil(before[0], after[0])
	}
	m := match(before, after)
	if o.Unmatched || len(m.pairs) == 0 && len(before) > 1 && len(after) > 1 {
		return ofGroups(before, after)
	}
	return ofClass(m)
}

func ofPupil(before, after report.Entry) Comparison {
	one := single(before, after)
	return Comparison{
		Sort: Pupil, Before: 1, After: 1, Changes: one.Changes, Finding: one.Finding,
		Cautions: cautions(Pupil, one.Finding, []report.Entry{before}, []report.Entry{after}),
		Pupils:   []Single{one},
	}
}

func single(before, after report.Entry) Single {
	b, a := countsOf(&before.Report), countsOf(&after.Report)
	changes := changesOf([]counts{b}, []counts{a}, onePupil(b, a))
	return Single{Who: before.Who, Before: played(before), After: played(after), Changes: changes, Finding: find(changes)}
}

func played(e report.Entry) Played {
	return Played{Case: e.Case, Title: e.Title, Finished: e.Finished}
}

func ofClass(m matched) Comparison {
	c := Comparison{Sort: Class, LeftOut: m.left}
	var pairs []pair
	var before, after []report.Entry
	for _, p := range m.pairs {
		one := pair{before: countsOf(&p[0].Report), after: countsOf(&p[1].Report), order: order(p[0].Case, p[1].Case)}
		c.Pupils = append(c.Pupils, single(p[0], p[1]))
		if !one.before.enough() || !one.after.enough() {
			c.LeftOut = append(c.LeftOut, LeftOut{Who: p[0].Who, Why: TooFew})
			continue
		}
		pairs = append(pairs, one)
		before, after = append(before, p[0]), append(after, p[1])
	}
	c.Before, c.After = len(pairs), len(pairs)
	var changes map[Measure]estimate
	if len(pairs) >= FewestPupils {
		changes = pairedChanges(pairs)
	}
	c.Changes = changesOf(allCounts(before), allCounts(after), changes)
	c.Finding = find(c.Changes)
	c.Cautions = cautions(Class, c.Finding, before, after)
	return c
}

func ofGroups(before, after []report.Entry) Comparison {
	c := Comparison{Sort: Groups}
	before, c.LeftOut = withEnough(before, c.LeftOut)
	after, c.LeftOut = withEnough(after, c.LeftOut)
	c.Before, c.After = len(before), len(after)
	var changes map[Measure]estimate
	if min(len(before), len(after)) >= FewestPupils {
		changes = groupChanges(allCounts(before), allCounts(after))
	}
	c.Changes = changesOf(allCounts(before), allCounts(after), changes)
	c.Finding = find(c.Changes)
	c.Cautions = cautions(Groups, c.Finding, before, after)
	return c
}

func withEnough(results []report.Entry, left []LeftOut) ([]report.Entry, []LeftOut) {
	var kept []report.Entry
	for _, e := range results {
		if countsOf(&e.Report).enough() {
			kept = append(kept, e)
		} else {
			left = append(left, LeftOut{Who: e.Who, Why: TooFew})
		}
	}
	return kept, left
}

func allCounts(results []report.Entry) []counts {
	all := make([]counts, len(results))
	for i := range results {
		all[i] = countsOf(&results[i].Report)
	}
	return all
}

// changesOf lists the changes of all measures. Those without an estimate are not
// known.
func changesOf(before, after []counts, changes map[Measure]estimate) []Change {
	var b, a counts
	for _, c := range before {
		b.merge(c)
	}
	for _, c := range after {
		a.merge(c)
	}
	var list []Change
	for _, m := range Measures() {
		c := Change{Measure: m}
		switch m {
		case TrueBelieved:
			c.BelievedBefore, c.OfBefore, c.BelievedAfter, c.OfAfter = b.hits, b.signals, a.hits, a.signals
		case FalseBelieved:
			c.BelievedBefore, c.OfBefore, c.BelievedAfter, c.OfAfter = b.alarms, b.noise, a.alarms, a.noise
		}
		if e, known := changes[m]; known {
			c.Known = true
			c.Before, c.After = valueOf(m, before, b), valueOf(m, after, a)
			most := m.most()
			c.Difference, c.Low, c.High = round(e.value), round(max(-most, e.low)), round(min(most, e.high))
		}
		list = append(list, c)
	}
	return list
}

// most is the largest change that there can be. Student's interval knows no bounds.
func (m Measure) most() float64 {
	switch m {
	case TrueBelieved, FalseBelieved:
		return 1
	case Discernment:
		return 2
	case Calibration:
		return mostMark - leastMark
	default:
		return math.Inf(1)
	}
}

// valueOf is a measure of several results.
func valueOf(m Measure, results []counts, pooled counts) float64 {
	if m == DPrime || m == Leaning {
		v, _ := pooled.value(m)
		return round(v)
	}
	sum := 0.0
	for _, c := range results {
		v, _ := c.value(m)
		sum += v
	}
	return round(sum / float64(len(results)))
}

// round keeps four decimals, as reports do.
func round(v float64) float64 {
	const unit = 1e4
	return math.Round(v*unit) / unit
}

// Caution is something to keep in mind with a comparison.
type Caution string

// The cautions.
const (
	OneOrder   Caution = "order"      // nearly everybody had the same case first
	SameCase   Caution = "same"       // somebody had the same case both times
	Unfinished Caution = "unfinished" // a result is of an unfinished session
	Practised  Caution = "practice"   // a result is of practice, which has hints
	ManySingle Caution = "many"       // of so many single results some show a change by chance
	OtherName  Caution = "name"       // the two results of one pupil carry different names
	NotWhy     Caution = "why"        // a change was found; nothing says what it comes from
)

// Cautions lists all cautions.
func Cautions() []Caution {
	return []Caution{NotWhy, OneOrder, SameCase, Unfinished, Practised, ManySingle, OtherName}
}

// manySingle is how many single results it takes for chance to matter: in about one
// of forty an interval of 95 % lies wholly above no change without one.
const manySingle = 10

func cautions(sort Sort, found Finding, before, after []report.Entry) []Caution {
	var list []Caution
	if len(before) == 0 || len(after) == 0 {
		return nil
	}
	if found != Open && found != Few {
		list = append(list, NotWhy)
	}
	switch {
	case sort != Groups && slices.ContainsFunc(indices(before), func(i int) bool { return before[i].Case == after[i].Case }),
		sort == Groups && allOf(append(slices.Clone(before), after...), before[0].Case):
		list = append(list, SameCase)
	case sort == Groups && (allOf(before, before[0].Case) || allOf(after, after[0].Case)), sort != Groups && oneOrder(before, after):
		list = append(list, OneOrder)
	}
	both := append(slices.Clone(before), after...)
	if slices.ContainsFunc(both, func(e report.Entry) bool { return !e.Finished }) {
		list = append(list, Unfinished)
	}
	if slices.ContainsFunc(both, func(e report.Entry) bool { return e.Mode == session.Practice }) {
		list = append(list, Practised)
	}
	if sort == Pupil && before[0].Who != after[0].Who {
		list = append(list, OtherName)
	}
	if sort == Class && len(before) >= manySingle {
		list = append(list, ManySingle)
	}
	return list
}

func indices(list []report.Entry) []int {
	all := make([]int, len(list))
	for i := range all {
		all[i] = i
	}
	return all
}

func allOf(results []report.Entry, id string) bool {
	return !slices.ContainsFunc(results, func(e report.Entry) bool { return e.Case != id })
}

// oneOrder reports whether too many began with the same case for the class to be in
// halves.
func oneOrder(before, after []report.Entry) bool {
	pairs, first := make([]pair, len(before)), map[string]int{}
	most := 0
	for i := range pairs {
		pairs[i].order = order(before[i].Case, after[i].Case)
		first[before[i].Case]++
		most = max(most, first[before[i].Case])
	}
	return len(halvesOf(pairs)) == 1 && float64(most) > (1-leastHalf)*float64(len(pairs))
}
