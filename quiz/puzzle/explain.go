package puzzle

import (
	"encoding/json"
	"slices"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/evidence"
)

// An Explanation says what was right and why, with its evidence, beside what
// was answered. Of the pointers exactly one is set, by the kind of the item.
type Explanation struct {
	// Why is what there is to learn: the status's reason for a verdict, the
	// puzzle's for a puzzle, empty for tabs.
	Why  string `json:"why,omitempty"`
	Mark Mark   `json:"mark"`

	Verdict *VerdictExplanation `json:"verdict,omitempty"`
	Order   *OrderExplanation   `json:"order,omitempty"` // order and weigh
	Date    *DateExplanation    `json:"date,omitempty"`
	Trace   *TraceExplanation   `json:"trace,omitempty"`
	Spot    *SpotExplanation    `json:"spot,omitempty"`
	Slips   *SlipsExplanation   `json:"slips,omitempty"`
	Tabs    *TabsExplanation    `json:"tabs,omitempty"`
}

// VerdictExplanation is drawn from the claim's status at the beat alone, so it
// can hold nothing from later.
type VerdictExplanation struct {
	Supported   casefile.Verdict             `json:"supported"`
	Because     []evidence.Citation          `json:"because"`
	WouldChange string                       `json:"would_change"`
	Defensible  map[casefile.Verdict]float64 `json:"defensible,omitempty"`
}

// Explain tells what the evidence supported at the beat.
func (v *Verdict) Explain(answer json.RawMessage) (Explanation, error) {
	mark, err := v.Mark(answer)
	if err != nil {
		return Explanation{}, err
	}
	return Explanation{Why: v.Status.Why, Mark: mark, Verdict: &VerdictExplanation{
		Supported:   v.Status.Is,
		Because:     v.x.Cite(v.Status.Because...),
		WouldChange: v.Status.WouldChange,
		Defensible:  v.Status.Defensible,
	}}, nil
}

// OrderExplanation draws the true line.
type OrderExplanation struct {
	Layers [][]OrderCard `json:"layers"` // cards of one layer can't be told apart
	Chance float64       `json:"chance"` // the mark that guessing earns on average
}

// An OrderCard is one card on the true line.
type OrderCard struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	// Date is the event's date on the axis played; a weighed source has its
	// date of publication.
	Date       edtf.Date           `json:"date"`
	Directness casefile.Directness `json:"directness,omitempty"` // of a weighed source
	Note       string              `json:"note,omitempty"`
	Because    []evidence.Citation `json:"because"`
	Move       bool                `json:"move"`         // one of the fewest cards that had to be moved
	TooEarly   []string            `json:"too_early_of"` // cards that truly come before it but were put after it
	TooLate    []string            `json:"too_late_of"`  // cards that truly come after it but were put before it
}

// Explain draws the true line and says which cards lay wrong.
func (o *Order) Explain(answer json.RawMessage) (Explanation, error) {
	mark, err := o.Mark(answer)
	if err != nil {
		return Explanation{}, err
	}
	e := &OrderExplanation{Chance: o.ChanceMean()}
	for _, layer := range o.Layers() {
		cards := make([]OrderCard, len(layer))
		for i, id := range layer {
			card := o.card(id)
			card.Move = slices.Contains(mark.Order.Move, id)
			for _, pair := range mark.Order.WrongPairs {
				switch id {
				case pair[0]:
					card.TooLate = append(card.TooLate, pair[1])
				case pair[1]:
					card.TooEarly = append(card.TooEarly, pair[0])
				}
			}
			cards[i] = card
		}
		e.Layers = append(e.Layers, cards)
	}
	return Explanation{Why: o.puzzle.Why, Mark: mark, Order: e}, nil
}

func (o *Order) card(id string) OrderCard {
	if src, ok := o.x.Case().Source(id); ok && o.kind == KindWeigh {
		return OrderCard{
			ID: id, Title: src.Title, Date: src.Published, Directness: src.Directness,
			Because: o.x.Cite(id),
		}
	}
	event, _ := o.x.Case().Event(id) // newOrder keeps no other cards
	return OrderCard{
		ID: id, Title: event.Title, Date: event.On(o.puzzle.Axis), Note: event.Note,
		Because: o.x.Cite(event.Because...),
	}
}

// DateExplanation says when the source was written and what gives it away.
type DateExplanation struct {
	Window    edtf.Date        `json:"window"`    // the right one
	Published edtf.Date        `json:"published"` // when it came out, as far as is known
	DatedBy   casefile.DatedBy `json:"dated_by"`
	Phrases   []PhraseReason   `json:"phrases"` // clues first
}

// A PhraseReason says what a phrase gives away, or why it gives nothing away.
type PhraseReason struct {
	ID        string            `json:"id"`
	Phrase    string            `json:"phrase"`
	In        evidence.Citation `json:"in"`
	Why       string            `json:"why"`
	GivesAway bool              `json:"gives_away"`
	Chosen    bool              `json:"chosen"`
}

// Explain says when the source was written and what gives it away.
func (d *Date) Explain(answer json.RawMessage) (Explanation, error) {
	window, chosen, err := d.read(answer)
	if err != nil {
		return Explanation{}, err
	}
	e := &DateExplanation{Window: d.puzzle.Windows[d.right], Published: d.x.Published(d.puzzle.Source)}
	if src, ok := d.x.Case().Source(evidence.SourceOf(d.puzzle.Source)); ok {
		e.DatedBy = src.DatedBy
	}
	for _, p := range d.phrases {
		reason := PhraseReason{
			ID: p.ID, Phrase: p.Phrase, Why: p.Why,
			GivesAway: p.GivesAway, Chosen: slices.Contains(chosen, p.ID),
		}
		if cited := d.x.Cite(p.In); len(cited) > 0 {
			reason.In = cited[0]
		}
		e.Phrases = append(e.Phrases, reason)
	}
	return Explanation{Why: d.puzzle.Why, Mark: d.mark(window, chosen), Date: e}, nil
}

// TraceExplanation shows the way from the report down to its origin, and who
// the witnesses are.
type TraceExplanation struct {
	Path      []evidence.Citation `json:"path"`      // from the report to the origin
	Witnesses []evidence.Citation `json:"witnesses"` // the paragraphs in which they assert the claim
}

// Explain shows the way to the origin and the witnesses.
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
	return Explanation{Why: t.puzzle.Why, Mark: mark, Trace: e}, nil
}

// A PointAnswer is what some sources say on a point, and how well that is
// supported.
type PointAnswer struct {
	Text   string              `json:"text"`
	By     []evidence.Citation `json:"by"`
	Voices []string            `json:"voices"` // independent sources that say so, by id
	Tier   int                 `json:"tier"`   // the best tier among them, 0 the strongest
}

func pointAnswer(x *evidence.Index, a casefile.Answer) PointAnswer {
	support := x.Support(a)
	return PointAnswer{Text: a.Text, By: x.Cite(a.By...), Voices: support.Voices, Tier: support.Tier}
}

// SpotExplanation sets the two accounts' answers side by side.
type SpotExplanation struct {
	Place    string       `json:"place"`    // the point's id
	Question string       `json:"question"` // the point's question
	Accounts [2]SpotSide  `json:"accounts"` // in the order of Accounts
	Agree    []PointAgree `json:"agree"`    // the other points on offer
}

// SpotSide is one account's answer at the place where the two disagree.
type SpotSide struct {
	Source string      `json:"source"`
	Answer PointAnswer `json:"answer"`
	Better bool        `json:"better"`
}

// A PointAgree is a point on which the two accounts do not disagree; an answer
// is empty where that account says nothing on it.
type PointAgree struct {
	Point    string    `json:"point"`
	Question string    `json:"question"`
	Answers  [2]string `json:"answers"`
}

// Explain sets the two accounts side by side.
func (s *Spot) Explain(answer json.RawMessage) (Explanation, error) {
	mark, err := s.Mark(answer)
	if err != nil {
		return Explanation{}, err
	}
	e := &SpotExplanation{Place: s.place}
	for _, id := range s.points {
		point, _ := s.x.Case().Point(id)
		agree := PointAgree{Point: id, Question: point.Question}
		for i, source := range s.accounts {
			given, ok := s.x.AnswerBy(id, source)
			if !ok {
				continue
			}
			agree.Answers[i] = point.Answers[given].Text
			if id == s.place {
				e.Question = point.Question
				e.Accounts[i] = SpotSide{
					Source: source, Better: source == s.account,
					Answer: pointAnswer(s.x, point.Answers[given]),
				}
			}
		}
		if id != s.place {
			e.Agree = append(e.Agree, agree)
		}
	}
	return Explanation{Why: s.puzzle.Why, Mark: mark, Spot: e}, nil
}

// SlipsExplanation goes through the points of a retelling.
type SlipsExplanation struct {
	Source string      `json:"source"`
	Points []SlipPoint `json:"points"` // as the case lists them
}

// A SlipPoint compares what the retelling says on a point with what is best
// supported.
type SlipPoint struct {
	Point    string       `json:"point"`
	Question string       `json:"question"`
	Says     PointAnswer  `json:"says"`
	Best     *PointAnswer `json:"best,omitempty"` // nil where the evidence does not tell
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
		point, _ := s.x.Case().Point(id)
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
	return Explanation{Why: s.puzzle.Why, Mark: s.mark(chosen), Slips: e}, nil
}

// TabsExplanation says of every tab on offer what it adds.
type TabsExplanation struct {
	Tabs []TabReason `json:"tabs"` // as the case lists them
}

// A TabReason says what a tab adds to the desk.
type TabReason struct {
	Source    string   `json:"source"`
	Opened    bool     `json:"opened"`
	Good      bool     `json:"good"`
	Firsthand bool     `json:"firsthand"`
	Repeats   []string `json:"repeats"` // the origins it shares with the desk, by id; none: it is independent
}

// Explain says of every tab what it adds.
func (t *Tabs) Explain(answer json.RawMessage) (Explanation, error) {
	opened, err := t.read(answer)
	if err != nil {
		return Explanation{}, err
	}
	e := &TabsExplanation{}
	for _, id := range t.offered {
		e.Tabs = append(e.Tabs, TabReason{
			Source: id, Opened: slices.Contains(opened, id), Good: t.Good(id),
			Firsthand: t.firsthand(id), Repeats: t.repeats(id),
		})
	}
	return Explanation{Mark: t.mark(opened), Tabs: e}, nil
}
