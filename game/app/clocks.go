package app

import (
	"strconv"

	"holdtheline/game/figure"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
)

// clocks show what time it is at a beat in the cities of the case: what is known in
// one may not be known in another. There are none at a beat without an hour.
func (m *Model) clocks(f frame, beat *casefile.Beat) *ui.Node {
	const face = 40
	lines := list("clocks", m.say("beat.clocks"))
	lines.Style.Flow, lines.Style.Columns, lines.Style.Gap = ui.Grid, 4, space3
	switch {
	case f.cramped:
		lines.Style.Columns = 1
	case f.narrow:
		lines.Style.Columns = 2
	}
	for i, c := range m.caseFile().Clocks {
		shown, ok := c.At(beat.At)
		if !ok {
			return nil
		}
		id := "clocks." + strconv.Itoa(i)
		dial := &ui.Node{ID: id + ".face", Decorative: true, Figure: figure.ClockFace{Hour: shown.Hour(), Minute: shown.Minute(), Pixels: face}}
		n := row(id, space2, dial, column(id+".reads", 0,
			softly(paragraph(id+".city", m.told(c.City), smallFont)),
			paragraph(id+".time", m.say("beat.clock", "time", shown.Format("15:04"), "day", m.locale.DayLabel(shown)), smallBold)))
		n.Role = ui.ListItem
		lines.Children = append(lines.Children, n)
	}
	if len(lines.Children) == 0 {
		return nil
	}
	return lines
}
