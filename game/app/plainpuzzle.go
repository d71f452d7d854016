package app

import (
	"strconv"

	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/puzzle"
)

// numbered is the id of a node among others of its sort.
func numbered(prefix string, i int) string { return prefix + strconv.Itoa(i) }

// plainPuzzle lays out a puzzle of a kind that has no screen of its own, from its
// form alone: what is read with it, and a card for each field.
func (m *Model) plainPuzzle(f frame, item puzzle.Item, s *screen, answered bool) {
	form := m.session.Form(item.ID())
	if field := m.linked(item); field != nil && !answered {
		m.cordFields(f, item, field, s, m.claimLine(form.Claim, m.asOf()))
		return
	}
	about := []*ui.Node{m.claimPanel(form.Claim)}
	for i, ref := range form.About {
		about = append(about, m.newsCard(numbered("about.", i), ref, edtf.Date{}, 3))
	}
	about = kids(about...)
	if answered {
		m.plainFeedback(item, s, about)
		return
	}
	var fields []*ui.Node
	for i := range form.Fields {
		field := &form.Fields[i]
		id := "field." + field.Name
		if field.Pick == puzzle.PickOrder {
			fields = append(fields, m.cards(f, item)...)
			continue
		}
		choices := m.choices(item, field, id, id+".")
		if f.wide {
			choices.Style.Flow, choices.Style.Columns = ui.Grid, 2
		}
		fields = append(fields, section(card(id+".ask",
			heading(id+".title", 3, m.in(field.Label), newsBold),
			softly(paragraph(id+".note", m.in(field.Note), smallFont)),
			choices,
		), m.in(field.Label).String()))
	}
	s.main = append(s.main, about...)
	if len(about) == 0 {
		// With nothing to read beside them, the fields take the wider side.
		s.main = append(s.main, fields...)
	} else {
		s.side = append(s.side, fields...)
	}
	if m.asked {
		s.side = append(s.side, panel("untouched", paragraph("untouched.text", m.say("order.untouched"), bodyFont)))
	}
	s.left = []*ui.Node{softly(paragraph("bar.note", m.chance(item), smallFont))}
}

// claimPanel shows the claim that a question is about; nil without one.
func (m *Model) claimPanel(id string) *ui.Node {
	claim, ok := m.caseFile().Claim(id)
	if !ok {
		return nil
	}
	return panel("claim", eyebrow("claim.label", m.say("word.claim")), paragraph("claim.text", m.told(claim.Text), leadFont))
}

// chance says what guessing at a question earns.
func (m *Model) chance(item puzzle.Item) string {
	return m.say("puzzle.chance", "chance", percent(item.Chance()))
}

// plainFeedback tells part by part what is right.
func (m *Model) plainFeedback(item puzzle.Item, s *screen, about []*ui.Node) {
	answer, _ := m.session.Answer(item.ID())
	e, err := item.Explain(answer)
	if err != nil {
		s.main = append(s.main, paragraph("feedback.error", err.Error(), bodyFont))
		return
	}
	lines := list("results", m.say("feedback.results"))
	for i, line := range e.Lines {
		lines.Children = append(lines.Children, m.ticked(numbered("result.", i), line.Right, spans(m.in(line.Text)), m.in(line.Detail)))
	}
	s.main = append(s.main, kids(
		m.markHead(e.Mark, m.chance(item)),
		paragraph("answer", m.in(e.Answer), leadFont),
		section(card("results.box", label("results.title", 2, m.say("feedback.results")), lines), m.say("feedback.results")),
	)...)
	s.side = append(append(s.side, m.lesson(e.Why)), about...)
}
