package app

import (
	"fmt"
	"slices"

	"holdtheline/game/figure"
	"holdtheline/game/theme"
	"holdtheline/game/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/report"
	"holdtheline/quiz/session"
)

// How good discernment has to be, out of 100, to be called good or fair.
const (
	goodDiscernment = 70
	fairDiscernment = 40
)

// worthAnotherLook is how many answers the debrief picks out.
const worthAnotherLook = 3

// debrief is the last room: what the player's answers say about how they judge.
func (m *Model) debrief(f frame) screen {
	r := report.Make(m.set, m.session)
	s := screen{
		title: m.say("page.step", "step", m.say("debrief.title"), "case", m.caseFile().Title),
		head:  m.progress(f),
	}
	if m.review {
		m.reviewAll(f, &s, r)
	} else {
		m.debriefCards(f, &s, r)
	}
	return s
}

func (m *Model) debriefCards(f frame, s *screen, r report.Report) {
	score := &ui.Node{
		ID: "score", Role: ui.Paragraph,
		Text:  []ui.Span{{Text: fmt.Sprint(percent(r.Score / 100)), Strong: true}, {Text: m.say("debrief.of-100")}},
		Style: ui.Style{Font: displayFont, MinWidth: 120, TextAlign: ui.End, Self: ui.Center},
	}
	titles := column("titles", space1,
		eyebrow("eyebrow", m.say("debrief.eyebrow", "case", r.Title, "length", m.say("length."+string(r.Length)))),
		heading(headingID, 1, m.headline(r), displayFont),
	)
	top := row("top", space4, grow(titles), score)
	if f.narrow {
		top = column("top", space2, titles, score)
		score.Style.Self, score.Style.TextAlign = ui.Start, ui.Start
	}
	belief, discernment := m.beliefCard(f, r), m.discernmentCard(r)
	calibration, skills, again := m.calibrationCard(r), m.skillsCard(r), m.againCard(r)
	if f.wide {
		belief.Style.Grow, discernment.Style.Width = 1, 420
		calibration.Style.Grow, skills.Style.Grow, again.Style.Grow = 1, 1, 1
		s.main = kids(top,
			&ui.Node{ID: "row.1", Style: ui.Style{Flow: ui.Row, Gap: space5}, Children: kids(belief, discernment)},
			&ui.Node{ID: "row.2", Style: ui.Style{Flow: ui.Grid, Columns: 3, Gap: space5}, Children: kids(calibration, skills, again)},
		)
	} else {
		s.main = kids(top, belief, discernment, calibration, skills, again)
	}
	review := plain("review", m.say("debrief.review"), Review{Show: true})
	print := plain("print", m.say("debrief.print"), Print{})
	save := primary("save", m.say("debrief.save"), OpenSave{})
	if f.narrow {
		s.main = append(s.main, review, print)
		s.right = []*ui.Node{save}
	} else {
		s.right = []*ui.Node{review, print, save}
	}
	s.left = []*ui.Node{softly(paragraph("bar.note", m.say("debrief.private"), smallFont))}
}

// headline says in one sentence what the report amounts to.
func (m *Model) headline(r report.Report) string {
	level := "low"
	for _, skill := range r.Skills {
		if skill.Skill != puzzle.Discernment {
			continue
		}
		switch {
		case skill.Value >= goodDiscernment:
			level = "good"
		case skill.Value >= fairDiscernment:
			level = "fair"
		}
	}
	return m.say("debrief.head." + level + "." + string(r.Discernment.Lean))
}

// beliefCard draws the belief line of the claim that was asked most often, and
// says the same in words.
func (m *Model) beliefCard(f frame, r report.Report) *ui.Node {
	if len(r.Belief) == 0 {
		return nil
	}
	line := slices.MaxFunc(r.Belief, func(a, b report.BeliefLine) int { return len(a.Points) - len(b.Points) })
	rows := []casefile.Verdict{casefile.Real, casefile.Unconfirmed, casefile.Denied, casefile.Prank}
	fig := figure.Belief{Narrow: f.narrow}
	for _, v := range rows {
		fig.Rows = append(fig.Rows, m.verdictName(v))
		fig.Colors = append(fig.Colors, stamps[v].Color)
	}
	words := list("belief.words", m.say("debrief.belief"))
	for i, p := range line.Points {
		point := figure.BeliefPoint{Label: p.Short, Supported: slices.Index(rows, p.Supported), Given: -1, Certainty: p.Certainty}
		text := m.say("debrief.belief.none", "beat", p.Short, "supported", m.verdictName(p.Supported))
		if p.Answered {
			point.Given = slices.Index(rows, p.Given)
			text = m.say("debrief.belief.point", "beat", p.Short, "given", m.verdictName(p.Given),
				"certainty", m.certaintyName(p.Certainty), "supported", m.verdictName(p.Supported))
		}
		fig.Points = append(fig.Points, point)
		words.Children = append(words.Children, &ui.Node{ID: fmt.Sprintf("belief.%d", i), Role: ui.ListItem, Unseen: true, Text: ui.Plain(text)})
	}
	return section(card("belief",
		label("belief.title", 2, m.say("debrief.belief")),
		paragraph("belief.claim", m.say("order.quote", "card", line.Text), newsBold),
		softly(paragraph("belief.legend", m.say("debrief.belief.legend"), smallFont)),
		&ui.Node{ID: "belief.figure", Silent: true, Figure: fig},
		words,
	), m.say("debrief.belief"))
}

// discernmentCard tells true from false: counts first, then the lean in words.
func (m *Model) discernmentCard(r report.Report) *ui.Node {
	d := r.Discernment
	n := card("discernment", label("discernment.title", 2, m.say("debrief.discernment")))
	dial := figure.Dial{Left: m.say("debrief.dial.believes"), Middle: m.say("debrief.dial.even"), Right: m.say("debrief.dial.doubts")}
	if d.Enough {
		dial.Lean = d.C / 1.5
	} else {
		switch d.Lean {
		case report.Believing:
			dial.Lean = -0.5
		case report.Doubting:
			dial.Lean = 0.5
		}
	}
	n.Children = append(n.Children,
		&ui.Node{ID: "discernment.dial", Silent: true, Figure: dial},
		paragraph("discernment.counts", m.say("debrief.counts",
			"hits", d.Hits, "signals", d.Signals, "false", d.FalseAlarms, "noise", d.Noise), bodyFont),
		paragraph("discernment.lean", m.say("debrief.lean."+string(d.Lean)), bodyFont),
	)
	few := m.say("debrief.few", "n", d.Signals+d.Noise)
	if d.Enough {
		few = m.say("debrief.numbers", "n", d.Signals+d.Noise, "d", m.decimal(d.DPrime), "c", m.decimal(d.C))
	}
	n.Children = append(n.Children, softly(paragraph("discernment.few", few, smallFont)))
	return section(n, m.say("debrief.discernment"))
}

// decimal writes a number with one digit and a proper minus.
func (m *Model) decimal(x float64) string {
	if x < 0 {
		return m.number(fmt.Sprintf("−%.1f", -x))
	}
	return m.number(fmt.Sprintf("%.1f", x))
}

// calibrationCard shows, for each certainty, how many answers were right
// against how many had to be.
func (m *Model) calibrationCard(r report.Report) *ui.Node {
	n := card("calibration", label("calibration.title", 2, m.say("debrief.calibration")))
	for _, l := range r.Calibration.Levels {
		id := fmt.Sprintf("calibration.%d", l.Certainty)
		text := m.say("debrief.calibration.none")
		if l.Answers > 0 {
			text = m.say("debrief.calibration.level", "right", l.Right, "answers", l.Answers,
				"share", percent(l.Share), "needed", percent(l.Needed))
		}
		n.Children = append(n.Children, column(id, 2,
			row(id+".head", space2,
				grow(paragraph(id+".name", m.certaintyName(l.Certainty), boldFont)),
			),
			&ui.Node{ID: id + ".gauge", Silent: true, Figure: figure.Gauge{Share: l.Share, Needed: l.Needed}},
			softly(paragraph(id+".text", text, smallFont)),
		))
	}
	n.Children = append(n.Children, softly(paragraph("calibration.note", m.say("debrief.calibration.note"), smallFont)))
	return section(n, m.say("debrief.calibration"))
}

func (m *Model) skillsCard(r report.Report) *ui.Node {
	n := card("skills", label("skills.title", 2, m.say("debrief.skills")))
	items := list("skills.list", m.say("debrief.skills"))
	for _, skill := range r.Skills {
		id := "skill." + string(skill.Skill)
		value := m.say("debrief.skill.none")
		share := 0.0
		if skill.Items > 0 {
			value, share = fmt.Sprint(percent(skill.Value/100)), skill.Value/100
		}
		number := paragraph(id+".value", value, boldFont)
		number.Style.MinWidth, number.Style.TextAlign = 34, ui.End
		items.Children = append(items.Children, &ui.Node{
			ID: id, Role: ui.ListItem, Style: ui.Style{Gap: 2},
			Children: []*ui.Node{
				row(id+".head", space2, grow(paragraph(id+".name", m.say("skill."+string(skill.Skill)), bodyFont)), number),
				{ID: id + ".bar", Silent: true, Figure: figure.CordBar{Share: share}},
			},
		})
	}
	n.Children = append(n.Children, items)
	return section(n, m.say("debrief.skills"))
}

// againCard picks out the answers that missed most, with the reason.
func (m *Model) againCard(r report.Report) *ui.Node {
	items := slices.DeleteFunc(slices.Clone(r.Items), func(i report.ItemReport) bool {
		return !i.Answered || i.First > 0.6 || i.Kind == puzzle.KindTabs
	})
	slices.SortStableFunc(items, func(a, b report.ItemReport) int {
		switch {
		case a.First < b.First:
			return -1
		case a.First > b.First:
			return 1
		}
		return 0
	})
	n := card("again", label("again.title", 2, m.say("debrief.again")))
	if len(items) == 0 {
		n.Children = append(n.Children, paragraph("again.none", m.say("debrief.again.none"), bodyFont))
	}
	for i, item := range items[:min(len(items), worthAnotherLook)] {
		id := fmt.Sprintf("again.%d", i)
		n.Children = append(n.Children,
			heading(id+".title", 3, m.itemTitle(item), newsBold),
			softly(paragraph(id+".why", m.itemReason(item), smallFont)))
	}
	return section(n, m.say("debrief.again"))
}

// itemTitle names an item with the moment it was asked at.
func (m *Model) itemTitle(i report.ItemReport) string {
	if beat := m.beatOf(i.Step); beat != nil {
		return m.say("review.at", "beat", beat.Short, "title", i.Title)
	}
	return i.Title
}

// itemReason is why the right answer to an item is right.
func (m *Model) itemReason(i report.ItemReport) string {
	item, ok := m.set.Item(i.ID)
	if !ok {
		return ""
	}
	e, err := item.Explain(item.Best())
	if err != nil {
		return ""
	}
	return e.Why
}

// reviewAll goes through every answer with its reason; each step can be opened
// again to see the whole of its feedback.
func (m *Model) reviewAll(f frame, s *screen, r report.Report) {
	s.main = []*ui.Node{column("top", space1,
		eyebrow("eyebrow", m.say("debrief.title")),
		heading(headingID, 1, m.say("review.title"), displayFont))}
	for _, item := range r.Items {
		id := "review." + item.ID
		text, symbol, color := m.say("review.open"), figure.Wrong, theme.DeniedColor
		if item.Answered {
			text = m.say("outcome.mark", "mark", percent(item.First))
			if v := item.Verdict; v != nil {
				text = m.say("review.verdict", "given", m.verdictName(v.Given), "certainty", m.certaintyName(v.Certainty),
					"supported", m.verdictName(v.Supported), "points", m.points(v.CBM))
			}
			switch {
			case item.First > 0.999:
				symbol, color = figure.Right, theme.RealColor
			case item.First > 0:
				symbol, color = figure.Half, theme.UnknownColor
			}
		}
		title := m.itemTitle(item)
		if item.Kind == puzzle.KindTabs {
			title = m.say("review.at", "beat", m.stepName(item.Step), "title", m.say("tabs.outcome"))
		}
		open := plain(id+".open", m.say("review.show"), GoTo{Step: item.Step})
		open.Name = m.say("review.show.name", "title", title)
		open.Style.Self, open.Style.Font = ui.Start, smallBold
		said := column(id+".said", space1,
			row(id+".head", space3, icon(id+".icon", symbol, 20, color), grow(heading(id+".title", 2, title, newsBold))),
			paragraph(id+".mark", text, smallBold),
			softly(paragraph(id+".why", m.itemReason(item), smallFont)),
		)
		n := card(id, said, open)
		if f.wide {
			n.Style.Flow, n.Style.Gap, said.Style.Grow = ui.Row, space5, 1
		}
		s.main = append(s.main, section(n, title))
	}
	s.right = []*ui.Node{primary("review.back", m.say("review.back"), Review{Show: false})}
}

func (m *Model) stepName(id string) string {
	for _, s := range m.session.Steps() {
		if s.ID == id && s.Kind != session.BriefingStep {
			if beat := m.beatOf(id); beat != nil {
				return beat.Short
			}
			return m.stepTitle(s)
		}
	}
	return id
}
