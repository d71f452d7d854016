package puzzle

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/evidence"
)

// A Tabs marks which other reports a player opened at a beat. The mark is the share
// of those opened that add something: they bear on a claim of the beat, and are
// first-hand or independent of everything on the desk. None opened earns 0. It counts
// in the skill Sources only. At some beats no tab adds anything; nothing is marked
// there.
//
// The desk holds what has arrived at this beat and all before it, including beats
// that the chosen length skips: that is what the public knew. The answer is the
// list of the sources opened, ["source", …].
type Tabs struct {
	entry
	beat    *casefile.Beat
	desk    *desk
	at      int // the beat's number at the desk
	offered []string
	bearing map[string]bool // sources that say something on a claim of the beat
}

// A desk knows from which beat on an origin is behind something that has arrived. The
// beats of a case share it.
type desk struct {
	beats int
	since map[string]int // origin → the number of a beat, from 1
}

// next puts on the desk what arrives at the next beat.
func (d *desk) next(x *evidence.Index, arrivals []string) {
	d.beats++
	for _, ref := range arrivals {
		for _, origin := range x.Origins(evidence.SourceOf(ref)) {
			if d.since[origin] == 0 {
				d.since[origin] = d.beats
			}
		}
	}
}

// KindTabs is choosing which other reports to open. It is asked at the desk, so it
// is not a puzzle of the case file.
const KindTabs Kind = "tabs"

// PartTabs is the part of a mark for the share of opened tabs that add something.
const PartTabs PartName = "tabs"

// newTabs returns the tabs of the beat whose arrivals were put on the desk last.
func newTabs(x *evidence.Index, beat *casefile.Beat, on *desk) (*Tabs, bool) {
	exists := func(id string) bool { _, ok := x.Source(id); return ok }
	t := &Tabs{
		entry: entry{id: TabsID(beat.ID), kind: KindTabs, skill: Sources, title: beat.Title, weight: 1, x: x},
		beat:  beat, desk: on, at: on.beats, offered: distinct(beat.Tabs, exists), bearing: map[string]bool{},
	}
	for _, a := range beat.Ask {
		if claim, ok := x.Claim(a.Claim); ok {
			for _, ref := range claim.Bearing() {
				t.bearing[evidence.SourceOf(ref)] = true
			}
		}
	}
	return t, len(t.offered) > 0
}

// marked reports whether there is anything to mark: a tab that adds something.
func (t *Tabs) marked() bool { return slices.ContainsFunc(t.offered, t.Good) }

// Beat returns the beat at which the tabs are offered.
func (t *Tabs) Beat() *casefile.Beat { return t.beat }

// Offered returns the tabs' sources in the beat's order.
func (t *Tabs) Offered() []string { return slices.Clone(t.offered) }

// Deal returns the same as Offered, whatever the seed.
func (t *Tabs) Deal(uint64) []string { return t.Offered() }

// Good reports whether a source adds to what is on the desk: it bears on a claim of
// the beat, and is first-hand or has no origin in common with any source there.
func (t *Tabs) Good(source string) bool {
	return slices.Contains(t.offered, source) && t.bears(source) && (t.firsthand(source) || t.repeats(source) == nil)
}

// bears reports whether a source says something on a claim of the beat.
func (t *Tabs) bears(source string) bool { return t.bearing[source] }

func (t *Tabs) firsthand(source string) bool {
	src, ok := t.x.Source(source)
	return ok && slices.Contains(t.offered, source) && src.Directness == casefile.Firsthand
}

// repeats returns the origins that a source shares with the desk.
func (t *Tabs) repeats(source string) []string {
	var shared []string
	for _, origin := range t.x.Origins(source) {
		if since := t.desk.since[origin]; since > 0 && since <= t.at {
			shared = append(shared, origin)
		}
	}
	return shared
}

// Form offers the tabs.
func (t *Tabs) Form(uint64) Form {
	title := func(id string) Message { return titleOf(t.x, id) }
	return Form{Bare: true, Fields: []Field{{Name: "tabs", Pick: PickMany, Label: say("tabs.title"), Options: options(t.offered, title)}}}
}

func (t *Tabs) read(answer json.RawMessage) ([]string, error) {
	opened, err := decodeList(answer)
	if err == nil {
		err = subset(opened, t.offered, "tabs of this beat")
	}
	if err != nil {
		return nil, &AnswerError{
			Item: t.id, Problem: err.Error(),
			Expected: fmt.Sprintf("a list of the tabs opened, each once, out of [%s]; [] for none", quoted(t.offered)),
		}
	}
	return opened, nil
}

// Mark marks the list of sources opened, ["source", …].
func (t *Tabs) Mark(answer json.RawMessage) (Mark, error) {
	opened, err := t.read(answer)
	if err != nil {
		return Mark{}, err
	}
	return t.mark(opened), nil
}

func (t *Tabs) mark(opened []string) Mark {
	parts := TabsParts{Opened: len(opened)}
	for _, id := range opened {
		if t.Good(id) {
			parts.Good++
		}
	}
	mark := newMark(Part{Name: PartTabs, Value: parts.value(), Max: 1})
	mark.Tabs = &parts
	return mark
}

func (p TabsParts) value() float64 {
	if p.Opened == 0 {
		return 0
	}
	return float64(p.Good) / float64(p.Opened)
}

// Best returns all tabs that add something.
func (t *Tabs) Best() json.RawMessage {
	return mustJSON(distinct(t.offered, t.Good))
}

// Worst returns none: a player who opens nothing learns nothing.
func (t *Tabs) Worst() json.RawMessage { return mustJSON([]string{}) }

// Chance returns what random tabs earn on average. For any number opened, the mean
// share of good tabs is their share of all; for none it is 0.
func (t *Tabs) Chance() float64 {
	n := float64(len(t.offered))
	return float64(len(distinct(t.offered, t.Good))) / n * (1 - math.Exp2(-n))
}

// TabsParts counts the tabs opened that add something; see [Tabs.Good].
type TabsParts struct {
	Opened int `json:"opened"`
	Good   int `json:"good"`
}

// TabsExplanation says what every tab offered adds.
type TabsExplanation struct {
	Tabs []TabReason `json:"tabs"` // in the beat's order
}

// A TabReason says what a tab adds to the desk.
type TabReason struct {
	Source    string   `json:"source"`
	Opened    bool     `json:"opened"`
	Good      bool     `json:"good"`
	Bears     bool     `json:"bears"` // on a claim of the beat
	Firsthand bool     `json:"firsthand"`
	Repeats   []string `json:"repeats"` // the origins it shares with the desk, by id; empty if it is independent
}

// Explain says what every tab offered adds.
func (t *Tabs) Explain(answer json.RawMessage) (Explanation, error) {
	opened, err := t.read(answer)
	if err != nil {
		return Explanation{}, err
	}
	return Explanation{Mark: t.mark(opened), Tabs: &TabsExplanation{Tabs: t.Reasons(opened)}}, nil
}

// Reasons returns what every tab offered adds, for the tabs that were opened.
func (t *Tabs) Reasons(opened []string) []TabReason {
	var reasons []TabReason
	for _, id := range t.offered {
		reasons = append(reasons, TabReason{
			Source: id, Opened: slices.Contains(opened, id), Good: t.Good(id),
			Bears: t.bears(id), Firsthand: t.firsthand(id), Repeats: t.repeats(id),
		})
	}
	return reasons
}
