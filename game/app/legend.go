package app

import (
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
)

// legend says in a line each what the four stamps mean.
func (m *Model) legend(id string) *ui.Node {
	lines := list(id, m.say("legend.title"))
	lines.Style.Gap = space2
	for _, v := range casefile.Verdicts() {
		lines.Children = append(lines.Children, &ui.Node{
			ID: id + "." + string(v), Role: ui.ListItem,
			Text:  append(strong(m.verdictName(v)), spans(m.tell("legend.line", "means", m.in(puzzle.Means(m.caseFile(), v))))...),
			Style: ui.Style{Font: smallFont, MaxWidth: measure(smallFont)},
		})
	}
	return lines
}

// legendBox is the legend as a dialog, from wherever a stamp is shown.
func (m *Model) legendBox(f frame) *ui.Node {
	return m.box(f, "legend.box", m.say("legend.title"), m.legend("legend.lines"),
		softly(paragraph("legend.note", m.say("legend.note"), bodyFont)))
}

// askLegend is the way to the legend.
func (m *Model) askLegend() *ui.Node {
	b := quiet("legend", m.say("legend.open"), OpenLegend{})
	b.Style.Font, b.Style.Self = smallBold, ui.Start
	return b
}

// newToStamps tells whether no verdict has been given yet. The legend then shows by
// itself.
func (m *Model) newToStamps() bool {
	for _, step := range m.session.Steps() {
		for _, id := range step.Items {
			if item, ok := m.set.Item(id); ok && item.Kind() == puzzle.KindVerdict && m.session.Tries(id) > 0 {
				return false
			}
		}
	}
	return true
}
