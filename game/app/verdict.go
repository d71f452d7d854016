package app

import (
	"fmt"
	"strconv"
	"strings"

	"holdtheline/game/figure"
	"holdtheline/game/sources"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/evidence"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// How high stamps are, in CSS pixels: to choose from, and put down.
const (
	stampHeight      = 84
	shownStampHeight = 68
	starRoom         = 30 // beside what stands in a star, which its spikes need
)

// verdict is the question of a beat, or the feedback once it is answered.
func (m *Model) verdict(f frame, v *puzzle.Verdict, n int) *ui.Node {
	box := card("claim",
		label("claim.label", 2, m.say("verdict.claim", "n", n, "of", len(m.step().Items))),
		heading(questionID, 3, m.told(v.Claim.Text), leadFont),
	)
	box.Style.Gap = space3
	section(box, m.say("verdict.region"))
	if m.session.Answered(v.ID()) {
		feedback := m.withheld
		if m.session.Explained() {
			feedback = func() []*ui.Node { return m.verdictFeedback(f, v) }
		}
		box.Children = append(box.Children, kids(feedback()...)...)
		box.Children = append(box.Children, kids(m.secondNote(v))...)
		return box
	}
	a, is, certainty := m.filled(v), m.fieldOf(v, "is"), m.fieldOf(v, "certainty")
	ask := softly(paragraph("claim.ask", m.say("verdict.ask"), bodyFont))

	options := &ui.Node{
		ID: "verdicts", Role: ui.RadioGroup, Name: m.say("verdict.ask"),
		Style: ui.Style{Flow: ui.Grid, Columns: 2, Gap: space2},
	}
	for _, verdict := range casefile.Verdicts() {
		options.Children = append(options.Children, m.pick(m.stamp(f, "verdict."+string(verdict), verdict), a, is, string(verdict)))
	}
	sure := &ui.Node{
		ID: "certainties", Role: ui.RadioGroup, Name: m.say("certainty.ask"),
		Style: ui.Style{Flow: ui.Grid, Columns: 3},
	}
	for level := puzzle.LeastSure; level <= puzzle.MostSure; level++ {
		sure.Children = append(sure.Children, m.pick(m.certainty(level), a, certainty, strconv.Itoa(level)))
	}
	m.filling(options, is)
	m.filling(sure, certainty)
	legend := m.askLegend()
	if m.newToStamps() {
		legend = m.legend("legend.lines")
	}
	box.Children = append(box.Children, kids(
		ask, options,
		label("certainty.label", 3, m.say("certainty.ask")), sure, legend,
		m.moreOn(v, m.askWords("words", "claim")),
	)...)
	return box
}

// stampFont is what stands in a stamp; on a phone the longest verdict needs
// the smaller one to stay clear of the outline.
func stampFont(f frame) theme.Font {
	font := theme.Font{Size: theme.SmallSize, Bold: true, Caps: true}
	if f.narrow {
		font.Size = theme.LabelSize
	}
	return font
}

// sideRoom is the room beside what stands in a stamp.
func sideRoom(s figure.Stamp) float64 {
	if s.Outline == figure.Star {
		return starRoom
	}
	return space2
}

// stamp is one of the four verdicts to choose from.
func (m *Model) stamp(f frame, id string, v casefile.Verdict) *ui.Node {
	look := sources.Stamp(v)
	return &ui.Node{
		ID: id, Role: ui.Radio, Figure: look,
		Text: spans(m.verdictName(v)),
		Style: ui.Style{
			Font: stampFont(f), Color: look.Color,
			MinHeight: stampHeight, TextAlign: ui.Center, Align: ui.Center, Justify: ui.Center,
			Pad: ui.Sides(space3, sideRoom(look)),
		},
	}
}

// certainty is one level of certainty with its stakes: they are shown before
// they are chosen.
func (m *Model) certainty(level int) *ui.Node {
	stake, _ := puzzle.Stakes(level)
	stakes := m.say("certainty.stakes", "right", m.points(stake.Right), "wrong", m.points(stake.Wrong))
	id := fmt.Sprintf("certainty.%d", level)
	return &ui.Node{
		ID: id, Role: ui.Radio,
		Name: m.say("certainty.name", "level", m.certaintyName(level), "right", m.points(stake.Right), "wrong", m.points(stake.Wrong)),
		Style: ui.Style{
			Look: ui.Segment, MinHeight: 52, Pad: ui.Sides(space2, space1), Justify: ui.Center,
		},
		Children: []*ui.Node{
			{ID: id + ".level", Text: ui.Plain(m.certaintyName(level)), Style: ui.Style{Font: smallBold, TextAlign: ui.Center}},
			{ID: id + ".stakes", Text: ui.Plain(stakes), Style: ui.Style{Font: theme.Font{Size: theme.LabelSize}, TextAlign: ui.Center}},
		},
	}
}

// points writes a certainty-based mark with its sign: +2, 0, −6.
func (m *Model) points(p float64) string {
	text := m.number(strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.1f", p), "0"), "."))
	switch {
	case p > 0:
		return "+" + text
	case p < 0:
		return "−" + strings.TrimPrefix(text, "-")
	}
	return "0"
}

// verdictFeedback says at once what the evidence supported, why, what shows it
// and what would have changed it. It is drawn from the status at the beat
// alone, so nothing from later is in it.
func (m *Model) verdictFeedback(f frame, v *puzzle.Verdict) []*ui.Node {
	answer, _ := m.session.Answer(v.ID())
	e, err := v.Explain(answer)
	if err != nil {
		return []*ui.Node{paragraph("feedback.error", err.Error(), bodyFont)}
	}
	given := e.Mark.Verdict
	result := heading(outcomeID, 3, m.verdictOutcome(given), leadFont)
	compare := &ui.Node{
		ID: "compare", Style: ui.Style{Flow: ui.Grid, Columns: 2, Gap: space3},
		Children: []*ui.Node{
			m.stampShown(f, "supported", m.say("feedback.supported"), e.Verdict.Supported),
			m.stampShown(f, "given", m.say("feedback.you", "certainty", m.certaintyName(given.Certainty)), given.Given),
		},
	}
	nodes := []*ui.Node{
		row("result", space3, m.resultIcon("result.icon", given.Right, given.Defensible), grow(result)),
		compare,
		m.askLegend(),
		paragraph("feedback.why", m.told(e.Why), bodyFont),
		m.citations("because", m.say("feedback.because"), e.Verdict.Because),
		label("change.title", 3, m.say("feedback.change")),
		paragraph("change.text", m.told(e.Verdict.WouldChange), bodyFont),
	}
	if m.allAnswered() {
		if tabs := m.tabsOutcome(v.Beat.ID); len(tabs) > 0 {
			nodes = append(nodes, label("tabs.outcome.title", 3, m.say("tabs.outcome")), &ui.Node{
				ID: "tabs.outcome", Role: ui.List, Style: ui.Style{Gap: space2}, Children: tabs,
			})
		}
	}
	return nodes
}

func (m *Model) allAnswered() bool {
	for _, id := range m.step().Items {
		if !m.session.Answered(id) {
			return false
		}
	}
	return true
}

// verdictOutcome is the feedback in one line: right, defensible or not, and
// what it earned.
func (m *Model) verdictOutcome(p *puzzle.VerdictParts) string {
	key := "outcome.wrong"
	switch {
	case p.Right:
		key = "outcome.right"
	case p.Defensible:
		key = "outcome.defensible"
	}
	return m.say(key, "points", m.points(p.CBM))
}

func (m *Model) resultIcon(id string, right, half bool) *ui.Node {
	switch {
	case right:
		return icon(id, figure.Right, 22, theme.RealColor)
	case half:
		return icon(id, figure.Half, 22, theme.UnknownColor)
	}
	return icon(id, figure.Wrong, 22, theme.DeniedColor)
}

// stampShown is a stamp that was put down: not to choose, but to compare.
func (m *Model) stampShown(f frame, id, what string, v casefile.Verdict) *ui.Node {
	look := sources.Stamp(v)
	return &ui.Node{
		ID: id, Style: ui.Style{Gap: space1},
		Children: []*ui.Node{
			softly(paragraph(id+".what", what, smallFont)),
			{
				ID: id + ".stamp", Role: ui.Paragraph, Figure: look, Text: spans(m.verdictName(v)),
				Style: ui.Style{
					Font: stampFont(f), Color: look.Color,
					Enter: ui.Stamp, MinHeight: shownStampHeight, TextAlign: ui.Center, Align: ui.Center, Justify: ui.Center, Pad: ui.Sides(space2, sideRoom(look)),
				},
			},
		},
	}
}

// citations list the paragraphs that support something; each can be read.
func (m *Model) citations(id, title string, cited []evidence.Citation) *ui.Node {
	if len(cited) == 0 {
		return nil
	}
	list := &ui.Node{ID: id + ".list", Role: ui.List, Name: title}
	for _, group := range evidence.BySource(cited) {
		ref := group[0].Ref
		if len(group) > 1 {
			ref = group[0].Source // of which several parts are cited: all of it is shown
		}
		b := quiet(id+"."+ref, m.sourceTitle(group[0].Source), OpenSource{Source: ref})
		b.Style.Font = smallBold
		list.Children = append(list.Children, &ui.Node{ID: id + ".item." + ref, Role: ui.ListItem, Children: []*ui.Node{b}})
	}
	return column(id, space1, label(id+".title", 3, title), list)
}

// hint is the way to a hint in practice, or the hint once it was taken.
func (m *Model) hint(item puzzle.Item) *ui.Node {
	if m.session.Config().Mode != session.Practice || item.Hint() == "" || m.again() {
		return nil
	}
	if m.session.Hinted(item.ID()) {
		return panel("hint", paragraph(hintID, m.told(item.Hint()), bodyFont))
	}
	b := quiet("hint", m.say("hint.take"), TakeHint{})
	b.Style.Self = ui.Start
	return b
}

// handIn is the bar's button before an answer is complete and after.
func (m *Model) handIn(item puzzle.Item, text string) []*ui.Node {
	b := primary("submit", text, Submit{})
	b.Disabled = !m.filled(item).Complete()
	return []*ui.Node{b}
}

// onward is the bar after feedback: try again in practice, and on.
func (m *Model) onward(item puzzle.Item) []*ui.Node {
	if m.led() {
		return m.reveals(item)
	}
	var nodes []*ui.Node
	if mark, ok := m.session.Mark(item.ID()); ok && m.session.Config().Mode == session.Practice && mark.Value < 1 {
		nodes = append(nodes, plain("retry", m.say("retry"), Retry{}))
	}
	return append(nodes, m.next())
}

// next is the button to the next question, step or room.
func (m *Model) next() *ui.Node {
	if !m.allAnswered() {
		return primary("next", m.say("next.question"), Next{})
	}
	steps, at := m.session.Steps(), m.session.At()
	if at+1 >= len(steps) {
		return nil
	}
	following := steps[at+1]
	switch {
	case following.Kind == session.DebriefStep:
		return primary("next", m.say("next.debrief"), Next{})
	case following.Kind == session.BeatStep:
		return primary("next", m.tell("next.beat", "beat", m.told(m.beatOf(following.Beat).Short)), Next{})
	case following.Room != m.step().Room:
		for _, r := range m.caseFile().Rooms {
			if r.ID == following.Room {
				return primary("next", m.tell("next.room", "room", m.told(r.Title)), Next{})
			}
		}
	}
	return primary("next", m.say("next.puzzle"), Next{})
}
