package report

import (
	"encoding/json"
	"math"
	"time"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// A Report is the result of a play-through. It is computed from first answers;
// retries in practice show only in Items.
type Report struct {
	Case  string `json:"case"`
	Title string `json:"title"`
	// Stamps has the names of the stamps that the case words itself, by verdict.
	Stamps      map[casefile.Verdict]string `json:"stamps,omitempty"`
	Fingerprint string                      `json:"fingerprint"`
	Length      casefile.Length             `json:"length"`
	Mode        session.Mode                `json:"mode"`
	When        session.When                `json:"when,omitempty"` // of a test
	Seed        uint64                      `json:"seed"`
	Began       time.Time                   `json:"began"`
	Finished    bool                        `json:"finished"` // the debrief has been reached
	Answered    int                         `json:"answered"` // scored items answered
	Asked       int                         `json:"asked"`    // scored items in the plan

	// Score is the weighted mean of the scored items' marks × 100, from 0 to 100.
	// Until the debrief is reached it covers the items answered so far; after that
	// an item without an answer counts 0, except where a teacher led the class and may
	// have left it out. Tabs count in the skill Sources only.
	Score float64 `json:"score"`

	Skills      []SkillScore `json:"skills"` // the five, in the order of puzzle.Skills
	Discernment Discernment  `json:"discernment"`
	Calibration Calibration  `json:"calibration"`
	Belief      []BeliefLine `json:"belief"` // claims in the order in which they are first asked
	Items       []ItemReport `json:"items"`  // the plan's items in playing order
}

// A SkillScore is the value of a skill, from 0 to 100. Items is the number of
// answers that it is based on; if that is 0 the value means nothing.
//
// Chronology, Verdicts and Sources are the weighted mean of their items' marks.
// Calibration is the round mark of certainty-based marking (puzzle.RoundMark).
// Discernment is the share of true claims believed minus the share of others
// believed (Youden's J): 100 for telling all apart, 0 for guessing, for believing
// everything, and for anything worse. It needs at least one claim of each sort.
type SkillScore struct {
	Skill puzzle.Skill `json:"skill"`
	Value float64      `json:"value"`
	Items int          `json:"items"`
}

// An ItemReport is the result of one item. While the item is not answered, the
// report holds nothing that would give the answer away.
type ItemReport struct {
	ID       string       `json:"id"`
	Kind     puzzle.Kind  `json:"kind"`
	Skill    puzzle.Skill `json:"skill"`
	Step     string       `json:"step"`
	Title    string       `json:"title"`
	Weight   float64      `json:"weight"`
	Scored   bool         `json:"scored"` // counts in the score; tabs do not
	Answered bool         `json:"answered"`
	Tries    int          `json:"tries"`
	Hinted   bool         `json:"hinted"`

	First  float64         `json:"first"`            // the mark of the first answer, which counts
	Mark   float64         `json:"mark"`             // the mark of the latest answer
	Chance float64         `json:"chance,omitempty"` // what guessing earns on average
	Parts  []puzzle.Part   `json:"parts,omitempty"`  // of the first answer
	Given  json.RawMessage `json:"given,omitempty"`  // the first answer
	Latest json.RawMessage `json:"latest,omitempty"` // the latest answer, if the item was retried
	Best   json.RawMessage `json:"best,omitempty"`   // an answer that marks 1

	// Verdict compares the first answer of a verdict with the evidence.
	Verdict *puzzle.VerdictParts `json:"verdict,omitempty"`
}

// Of reads the log of a saved session and reports on it. The log must belong to the
// set's version of its case. The error is a *session.CorruptError: the report then
// covers what came before the damage, and is the zero Report if that is nothing.
func Of(set *puzzle.Set, log []byte) (Report, error) {
	s, err := session.Read(set, log)
	if s == nil {
		return Report{}, err
	}
	return Make(set, s), err
}

// Make reports on a session of a set.
func Make(set *puzzle.Set, s *session.Session) Report {
	cfg := s.Config()
	r := Report{
		Case: cfg.Case, Title: set.Case().Title, Fingerprint: cfg.Fingerprint,
		Length: cfg.Length, Mode: cfg.Mode, When: cfg.When, Seed: cfg.Seed, Began: cfg.Began, Finished: s.Done(),
		Belief: beliefs(set, s),
	}
	for _, step := range s.Steps() {
		ids := step.Items
		if step.Tabs != "" {
			ids = append([]string{step.Tabs}, ids...)
		}
		for _, id := range ids {
			if it, ok := set.Item(id); ok {
				r.Items = append(r.Items, itemReport(it, step.ID, s))
			}
		}
	}
	for v, own := range set.Case().Stamps {
		if r.Stamps == nil {
			r.Stamps = map[casefile.Verdict]string{}
		}
		r.Stamps[v] = own.Name
	}
	given := verdictsOf(r.Items)
	r.Discernment, r.Calibration = Discern(given), Calibrate(given)
	r.score(cfg.Led)
	r.skills()
	return r
}

func itemReport(it puzzle.Item, step string, s *session.Session) ItemReport {
	r := ItemReport{
		ID: it.ID(), Kind: it.Kind(), Skill: it.Skill(), Step: step, Title: it.Title(), Weight: it.Weight(),
		Scored: it.Kind() != puzzle.KindTabs, Tries: s.Tries(it.ID()), Hinted: s.Hinted(it.ID()),
		Chance: round(it.Chance()),
	}
	first, ok := s.FirstMark(it.ID())
	if !ok {
		return r
	}
	r.Answered = true
	r.First, r.Mark = first.Value, first.Value
	r.Parts, r.Verdict = first.Parts, first.Verdict
	r.Given, _ = s.First(it.ID())
	r.Best = it.Best()
	if latest, ok := s.Mark(it.ID()); ok && r.Tries > 1 {
		r.Mark = latest.Value
		r.Latest, _ = s.Answer(it.ID())
	}
	return r
}

// verdictsOf returns the first answers to verdicts among the items.
func verdictsOf(items []ItemReport) []*puzzle.VerdictParts {
	var given []*puzzle.VerdictParts
	for _, it := range items {
		if it.Verdict != nil {
			given = append(given, it.Verdict)
		}
	}
	return given
}

// mean accumulates a weighted mean.
type mean struct {
	sum, weight float64
	items       int
}

func (m *mean) add(value, weight float64) {
	m.sum += value * weight
	m.weight += weight
	m.items++
}

// percent returns the mean × 100, or 0 without values.
func (m *mean) percent() float64 {
	if m.weight <= 0 {
		return 0
	}
	return round(100 * m.sum / m.weight)
}

// round keeps four decimals: more than anybody reads, and few enough that the same
// play gives the same report on every machine.
func round(v float64) float64 {
	const unit = 1e4
	return math.Round(v*unit) / unit
}

func (r *Report) score(led bool) {
	var score mean
	for _, it := range r.Items {
		if !it.Scored {
			continue
		}
		r.Asked++
		if it.Answered {
			r.Answered++
		}
		if it.Answered || r.Finished && !led {
			score.add(it.First, it.Weight)
		}
	}
	r.Score = score.percent()
}

func (r *Report) skills() {
	means := map[puzzle.Skill]*mean{puzzle.Chronology: {}, puzzle.Verdicts: {}, puzzle.Sources: {}}
	for _, it := range r.Items {
		if m := means[it.Skill]; m != nil && it.Answered {
			m.add(it.First, it.Weight)
		}
	}
	for _, skill := range puzzle.Skills() {
		line := SkillScore{Skill: skill}
		switch skill {
		case puzzle.Calibration:
			line.Value, line.Items = round(100*r.Calibration.RoundMark), r.Calibration.Answers
		case puzzle.Discernment:
			d := r.Discernment
			if d.Signals > 0 && d.Noise > 0 {
				line.Value, line.Items = round(100*d.youden()), d.Signals+d.Noise
			}
		default:
			line.Value, line.Items = means[skill].percent(), means[skill].items
		}
		r.Skills = append(r.Skills, line)
	}
}
