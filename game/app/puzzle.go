package app

import (
	"holdtheline/assets/words"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
)

// puzzleOf finds a puzzle of the case by its id.
func (m *Model) puzzleOf(id string) *casefile.Puzzle {
	for r := range m.caseFile().Rooms {
		puzzles := m.caseFile().Rooms[r].Puzzles
		for p := range puzzles {
			if puzzles[p].ID == id {
				return &puzzles[p]
			}
		}
	}
	return nil
}

// puzzle is the screen of a puzzle: its heading and prompt, then what its kind
// lays out, or the feedback once it is answered.
func (m *Model) puzzle(f frame) screen {
	item := m.current()
	if item == nil {
		return screen{head: m.progress(f)}
	}
	p := m.puzzleOf(item.ID())
	s := screen{title: m.say("page.step", "step", p.Title, "case", m.caseFile().Title), head: m.progress(f)}
	answered := m.session.Answered(item.ID())
	prompt := &ui.Node{
		ID: questionID, Role: ui.Heading, Level: 2, Text: spans(m.told(p.Prompt)),
		Style: ui.Style{Font: bodyFont, MaxWidth: measure(bodyFont)},
	}
	s.main = kids(m.top(p.Title), prompt)
	if m.unasked(&s, item, answered) {
		return s
	}
	if answered && !m.session.Explained() {
		s.main = append(s.main, m.withheld()...)
		s.right = m.onward(item)
		return s
	}
	switch item := item.(type) {
	case *puzzle.Order:
		// The cards need the height: what is asked stands beside them.
		s.main, s.side, s.lead = nil, s.main, true
		m.order(f, item, &s, answered)
	case *puzzle.Date:
		m.dateIt(f, item, &s, answered)
	case *puzzle.Trace:
		m.trace(f, item, &s, answered)
	case *puzzle.Spot:
		m.spot(f, item, &s, answered)
	case *puzzle.Slips:
		m.slips(item, &s, answered)
	default:
		m.plainPuzzle(f, item, &s, answered)
	}
	if answered {
		s.right = m.onward(item)
		s.side = append(s.side, kids(m.secondNote(item))...)
		return s
	}
	s.right = m.handIn(item, m.say("puzzle.submit"))
	if h := m.hint(item); h != nil {
		if (m.ordered(item) != nil || m.linked(item) != nil) && f.narrow && h.Role == ui.Button {
			// Within the thumb's reach, and out of the cards' way.
			s.right = append([]*ui.Node{plain(h.ID, m.say("hint.short"), TakeHint{})}, s.right...)
		} else {
			s.side = append(s.side, h)
		}
	}
	if m.lifted != "" && f.narrow && m.linked(item) != nil {
		s.right = []*ui.Node{m.letGo(), s.right[len(s.right)-1]}
	}
	s.side = append(s.side, kids(m.puzzleWords(f, item))...)
	if m.asked {
		s.right = []*ui.Node{
			plain("keep-order", m.say("order.keep"), KeepOrder{}),
			s.right[len(s.right)-1],
		}
	}
	return s
}

// markHead is the head of a puzzle's feedback: its mark in words and numbers.
func (m *Model) markHead(mark puzzle.Mark, detail string) *ui.Node {
	return column("outcome.box", space1,
		row("result", space3,
			m.resultIcon("result.icon", mark.Value > 0.999, mark.Value > 0),
			grow(heading(outcomeID, 2, m.say("outcome.mark", "mark", percent(mark.Value)), displayFont)),
		),
		softly(paragraph("outcome.detail", detail, smallFont)),
	)
}

// lesson is what there is to learn from a puzzle.
func (m *Model) lesson(why string) *ui.Node {
	return section(panel("lesson",
		label("lesson.title", 2, m.say("feedback.lesson")),
		paragraph("lesson.text", m.told(why), bodyFont),
	), m.say("feedback.lesson"))
}

// percent writes a share as a whole number of hundredths.
func percent(share float64) int { return int(share*100 + 0.5) }

// outcome is the feedback to an answer in one sentence, for the status line.
func (m *Model) outcome(item puzzle.Item) string {
	mark, ok := m.session.Mark(item.ID())
	if !ok {
		return ""
	}
	if mark.Verdict != nil {
		return m.say("outcome.verdict", "outcome", m.verdictOutcome(mark.Verdict), "verdict", m.verdictName(mark.Verdict.Supported))
	}
	return m.say("outcome.mark", "mark", percent(mark.Value))
}

// ticked is a line with a tick or a cross in front, for lists of what was right.
func (m *Model) ticked(id string, good bool, text []ui.Span, detail words.Text) *ui.Node {
	look := ui.TagBad
	word := m.say("tick.wrong")
	if good {
		look, word = ui.TagGood, m.say("tick.right")
	}
	body := column(id+".body", space1,
		&ui.Node{ID: id + ".text", Role: ui.Paragraph, Text: text, Style: ui.Style{Font: bodyFont, MaxWidth: measure(bodyFont)}},
	)
	if len(detail) > 0 {
		body.Children = append(body.Children, softly(paragraph(id+".detail", detail, smallFont)))
	}
	return &ui.Node{
		ID: id, Role: ui.ListItem, Style: ui.Style{Flow: ui.Row, Gap: space3, Align: ui.Start, Color: theme.None},
		Children: []*ui.Node{tag(id+".tag", word, look), grow(body)},
	}
}
