package desk

import (
	"holdtheline/game/figure"
	"holdtheline/game/parts"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/compare"
	"holdtheline/quiz/report"
)

// places is where a pupil stands, before and after; nil where there is no result.
type places struct{ before, after *figure.CloudPlace }

// placesOf are the places of all who are compared: of a class its pupils, and of
// groups the results, of which nothing says who is who.
func placesOf(c compare.Comparison, before, after []report.Entry) []places {
	var all []places
	if c.Sort != compare.Groups {
		for _, p := range c.Pupils {
			t, f := p.Changes[0], p.Changes[1]
			one := places{
				before: placeOf(t.BelievedBefore, t.OfBefore, f.BelievedBefore, f.OfBefore),
				after:  placeOf(t.BelievedAfter, t.OfAfter, f.BelievedAfter, f.OfAfter),
			}
			if one.before != nil && one.after != nil {
				all = append(all, one)
			}
		}
		return all
	}
	of := func(e report.Entry) *figure.CloudPlace {
		d := e.Discernment
		return placeOf(d.Hits, d.Signals, d.FalseAlarms, d.Noise)
	}
	for _, e := range before {
		all = append(all, places{before: of(e)})
	}
	for _, e := range after {
		all = append(all, places{after: of(e)})
	}
	return all
}

// placeOf is nil if there are no claims of either sort.
func placeOf(hits, signals, alarms, noise int) *figure.CloudPlace {
	if signals == 0 || noise == 0 {
		return nil
	}
	return &figure.CloudPlace{True: float64(hits) / float64(signals), False: float64(alarms) / float64(noise)}
}

// cloud draws where the pupils stand. Nobody is named, and nobody ranked.
func (m *Model) cloud(c compare.Comparison) *ui.Node {
	if len(m.places) == 0 {
		return nil
	}
	fig := m.cloudFigure()
	for _, p := range m.places {
		fig.Pupils = append(fig.Pupils, figure.CloudPupil{Before: p.before, After: p.after})
	}
	key := func(id string, after bool, text string) *ui.Node {
		return parts.LegendMark(id, figure.CloudKey{After: after}, text, parts.SmallFont)
	}
	legend := parts.Legend("cloud.legend",
		key("cloud.before", false, m.Say("teacher.before")), key("cloud.after", true, m.Say("teacher.after")))
	title := m.Say("teacher.cloud.title")
	note := "teacher.cloud.note"
	if c.Sort == compare.Pupil {
		note = "teacher.cloud.note.pupil"
	}
	return parts.Section(parts.Card("cloud",
		parts.Label("cloud.title", 2, title),
		legend,
		&ui.Node{ID: "cloud.figure", Role: ui.Image, Name: m.cloudName(c), Figure: fig, PrintWidth: sheetCloud, Style: ui.Style{Print: &ui.Print{Share: cloudShare}}},
		parts.Softly(parts.Paragraph("cloud.note", m.Say(note), parts.SmallFont)),
	), title)
}

// cloudFigure is a cloud without pupils.
func (m *Model) cloudFigure() figure.Cloud {
	return figure.Cloud{
		Apart: m.Say("teacher.cloud.apart"), All: m.Say("teacher.cloud.all"), Nothing: m.Say("teacher.cloud.nothing"),
		Up: m.Say("teacher.cloud.up"), Across: m.Say("teacher.cloud.across"),
	}
}

// cloudName says what the cloud shows.
func (m *Model) cloudName(c compare.Comparison) string {
	t, f := c.Changes[0].Shown(), c.Changes[1].Shown()
	if !c.Changes[0].Known || !c.Changes[1].Known {
		return m.Say("teacher.cloud.name.few")
	}
	return m.Say("teacher.cloud.name",
		"true", m.in(t.Before), "later", m.in(t.After), "false", m.in(f.Before), "after", m.in(f.After))
}
