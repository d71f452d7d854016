package together

import (
	"cmp"
	"slices"
	"strconv"

	"holdtheline/assets/words"
	"holdtheline/game/figure"
	"holdtheline/game/parts"
	"holdtheline/game/sources"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/hands"
)

// end is what the class believed beside what the evidence supported, what talking
// moved, and what to talk about. It is a page to print.
func (m *Model) end(f frame.Frame) frame.Screen {
	s := m.titled(m.Say("together.end"),
		parts.Column("top", parts.Space1,
			parts.Eyebrow("eyebrow", m.Tell("together.end.eyebrow", "case", m.told(m.caseFile().Title), "date", m.day(), "pupils", m.Count("together.pupils.some", m.class.Pupils()))),
			top(m.Say("together.end"), parts.DisplayFont)),
		m.belief(),
		m.answers(),
		m.boards(),
		m.questions())
	again := parts.Plain("leave", m.Say("together.leave"), LeaveClass{})
	print := parts.Primary("print", m.Say("debrief.print"), Print{})
	s.Bar = append(s.Bar, again, print)
	return s
}

// day is the day on which the class began.
func (m *Model) day() string { return m.Words.Date(edtf.Day(m.class.Config().Began)) }

// rows are the verdicts on the belief line, from the top.
func rows() []casefile.Verdict {
	return []casefile.Verdict{casefile.Real, casefile.Unconfirmed, casefile.Denied, casefile.Prank}
}

// From which share of the hands a bead is larger.
const (
	half     = 0.5
	twoThird = 2.0 / 3
)

// belief draws what most hands were raised for, moment by moment, over what the
// evidence supported. A larger bead is a larger share of the hands.
func (m *Model) belief() *ui.Node {
	line := m.class.Belief()
	if len(line.Points) == 0 {
		return nil
	}
	var fig figure.Belief
	for _, v := range rows() {
		fig.Rows = append(fig.Rows, m.stampName(v).String())
		fig.Colors = append(fig.Colors, sources.Stamp(v).Color)
	}
	said := parts.List("belief.words", m.Say("together.belief"))
	said.Style.Print = &ui.Print{Hidden: true}
	for i, p := range line.Points {
		beat := p.Verdict.Beat.Short
		point := figure.BeliefPoint{Label: beat, Supported: slices.Index(rows(), p.Verdict.Is()), Given: -1}
		text := m.Tell("together.belief.split", "beat", m.told(beat), "supported", m.stampName(p.Verdict.Is()))
		if most, ok := p.Last().Most(); ok {
			share := p.Last().Share(most)
			point.Given, point.Certainty = slices.Index(rows(), most), 1
			if share >= half {
				point.Certainty++
			}
			if share >= twoThird {
				point.Certainty++
			}
			text = m.Tell("together.belief.point", "beat", m.told(beat), "given", m.stampName(most),
				"n", p.Last()[most], "of", p.Last().Sum(), "supported", m.stampName(p.Verdict.Is()))
		}
		fig.Points = append(fig.Points, point)
		said.Children = append(said.Children, &ui.Node{ID: "belief." + strconv.Itoa(i), Role: ui.ListItem, VisuallyHidden: true, Text: parts.Spans(text)})
	}
	mark := func(id string, mark figure.KeyMark, text string) *ui.Node {
		return parts.LegendMark(id, figure.BeliefKey{Mark: mark}, text, parts.BodyFont)
	}
	legend := parts.Legend("belief.legend",
		mark("legend.band", figure.BandMark, m.Say("debrief.legend.band")),
		mark("legend.bead", figure.BeadMark, m.Say("together.legend.bead")))
	return parts.Section(parts.Card("belief",
		parts.Label("belief.title", 2, m.Say("together.belief")),
		wide(parts.Paragraph("belief.claim", m.Tell("order.quote", "card", m.told(line.Claim.Text)), parts.NewsBold)),
		legend,
		&ui.Node{ID: "belief.figure", Decorative: true, Figure: fig, PrintWidth: 820},
		said), m.Say("together.belief"))
}

// answers says of every claim what talking moved.
func (m *Model) answers() *ui.Node {
	list := parts.List("answers.list", m.Say("together.answers"))
	for i, r := range m.class.Results() {
		id := "answer." + strconv.Itoa(i)
		supported := r.Verdict.Is()
		text := m.Tell("together.answer", "supported", m.stampName(supported),
			"first", r.First[supported], "of", r.First.Sum(), "second", r.Second[supported], "all", r.Second.Sum())
		if r.First.Sum() == 0 && r.Second.Sum() == 0 {
			text = m.Tell("together.answer.none", "supported", m.stampName(supported))
		}
		list.Children = append(list.Children, &ui.Node{
			ID: id, Role: ui.ListItem, Style: ui.Style{Gap: 2},
			Children: []*ui.Node{
				wide(parts.Paragraph(id+".claim", m.Tell("review.at", "beat", m.told(r.Verdict.Beat.Short), "title", m.told(r.Verdict.Claim.Text)), parts.NewsBold)),
				wide(parts.Paragraph(id+".text", text, parts.BodyFont)),
			},
		})
	}
	if len(list.Children) == 0 {
		return nil
	}
	return parts.Section(parts.Card("answers", parts.Label("answers.title", 2, m.Say("together.answers")), list), m.Say("together.answers"))
}

// boards says how the class put cards in order.
func (m *Model) boards() *ui.Node {
	list := parts.List("boards.list", m.Say("together.boards"))
	for _, s := range m.class.Deck() {
		if s.Part != hands.Line || !m.class.Seen(s.Item, hands.Line) {
			continue
		}
		o, _ := m.board(s)
		_, mark, ok := m.class.Line(s.Item)
		if !ok {
			continue
		}
		id := "boards." + s.Item
		list.Children = append(list.Children, &ui.Node{
			ID: id, Role: ui.ListItem, Style: ui.Style{Gap: 2},
			Children: []*ui.Node{
				wide(parts.Paragraph(id+".title", m.told(o.Puzzle().Title), parts.NewsBold)),
				wide(parts.Paragraph(id+".text", m.Say("together.line", "right", mark.Right, "of", mark.Decidable), parts.BodyFont)),
			},
		})
	}
	if len(list.Children) == 0 {
		return nil
	}
	return parts.Section(parts.Card("boards", parts.Label("boards.title", 2, m.Say("together.boards")), list), m.Say("together.boards"))
}

// mostWrong and mostCards are how many misconceptions, and how many cards, the class is
// asked to talk about at most.
const (
	mostWrong = 2
	mostCards = 2
)

// questions are those to talk about afterwards: the misconceptions that were left, the
// most frequent first; where talking moved hands away from what the evidence supported;
// and cards that the class didn't agree on.
func (m *Model) questions() *ui.Node {
	results := m.class.Results()
	left := func(r hands.Result) int {
		_, n, _ := r.Misconception()
		return n
	}
	away := func(r hands.Result) float64 {
		if r.First.Sum() == 0 || r.Second.Sum() == 0 {
			return 0
		}
		return r.First.Share(r.Verdict.Is()) - r.Second.Share(r.Verdict.Is())
	}
	var all []words.Text
	slices.SortStableFunc(results, func(a, b hands.Result) int { return left(b) - left(a) })
	for _, r := range results[:min(len(results), mostWrong)] {
		if v, n, ok := r.Misconception(); ok {
			all = append(all, m.Words.TellCount("together.question.wrong", n, "beat", m.told(r.Verdict.Beat.Short),
				"claim", m.told(r.Verdict.Claim.Text), "stamp", m.stampName(v)))
		}
	}
	slices.SortStableFunc(results, func(a, b hands.Result) int { return cmp.Compare(away(b), away(a)) })
	if len(results) > 0 && away(results[0]) > 0 {
		v := results[0].Verdict
		all = append(all, m.Tell("together.question.away", "beat", m.told(v.Beat.Short), "claim", m.told(v.Claim.Text)))
	}
	cards := 0
	for _, s := range m.class.Deck() {
		if s.Part != hands.Line || !m.class.Seen(s.Item, hands.Line) {
			continue
		}
		for _, card := range m.class.Order(s.Item) {
			if m.class.Disagreed(s.Item, card) && cards < mostCards {
				cards++
				all = append(all, m.Tell("together.question.card", "card", m.cardTitle(s, card)))
			}
		}
	}
	all = append(all, words.In("", m.Say("together.question.all")))
	list := parts.List("questions.list", m.Say("together.questions"))
	for i, q := range all {
		list.Children = append(list.Children, &ui.Node{
			ID: "question." + strconv.Itoa(i), Role: ui.ListItem, Text: parts.Spans(q), Style: ui.Style{Font: parts.BodyFont},
		})
	}
	return parts.Section(parts.Card("questions", parts.Label("questions.title", 2, m.Say("together.questions")), list), m.Say("together.questions"))
}
