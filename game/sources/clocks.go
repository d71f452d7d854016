package sources

import (
	"strconv"

	"holdtheline/game/figure"
	"holdtheline/game/parts"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
)

// Clocks show what time it is at a beat in the cities of the case, in so many columns:
// what is known in one may not be known in another. There are none at a beat without an
// hour.
func (d Desk) Clocks(beat *casefile.Beat, columns int) *ui.Node {
	const face = 40
	lines := parts.List("clocks", d.Words.Say("beat.clocks"))
	lines.Style.Flow, lines.Style.Columns, lines.Style.Gap = ui.Grid, columns, parts.Space3
	for i, c := range d.Case.Clocks {
		shown, ok := c.At(beat.At)
		if !ok {
			return nil
		}
		id := "clocks." + strconv.Itoa(i)
		dial := &ui.Node{ID: id + ".face", Decorative: true, Figure: figure.ClockFace{Hour: shown.Hour(), Minute: shown.Minute(), Pixels: face}}
		n := parts.Row(id, parts.Space2, dial, parts.Column(id+".reads", 0,
			parts.Softly(parts.Paragraph(id+".city", d.Told(c.City), parts.SmallFont)),
			parts.Paragraph(id+".time", d.Words.Say("beat.clock", "time", shown.Format("15:04"), "day", d.Words.Dates().DayLabel(shown)), parts.SmallBold)))
		n.Role = ui.ListItem
		lines.Children = append(lines.Children, n)
	}
	if len(lines.Children) == 0 {
		return nil
	}
	return lines
}
