package desk

import (
	"fmt"
	"math"

	"holdtheline/assets/words"
	"holdtheline/game/figure"
	"holdtheline/game/parts"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/report"
	"holdtheline/quiz/session"
)

// groupScreen shows the results of one side alone: what a teacher has after one game.
func (m *Model) groupScreen(f frame.Frame) frame.Screen {
	g := m.alone
	entries := m.shownEntries(g)
	top := parts.Column("top", parts.Space2,
		parts.Eyebrow("eyebrow", m.groupOf(g)),
		parts.Heading(frame.HeadingID, 1, m.groupHead(g, entries), parts.DisplayFont),
	)
	top.Style.MaxWidth = 2 * theme.Measure
	left := parts.Grow(parts.Column("group.column", parts.Space4, m.groupLean(g), m.groupSure(f, g), m.groupMissed(g)))
	side := parts.Column("side", parts.Space4, m.groupCloud(g), m.groupCautions(g))
	both := parts.Column("both", parts.Space5, left, side)
	if f.Wide {
		side.Style.Width = theme.SideWidth
		both = &ui.Node{ID: "both", Style: ui.Style{Flow: ui.Row, Gap: parts.Space8}, Children: []*ui.Node{left, side}}
	}
	s := frame.Screen{Title: m.Say("teacher.title"), Main: parts.Kids(top, both, m.groupPupils(entries))}
	m.ways(f, &s)
	return s
}

// groupOf says whose results they are, and of what.
func (m *Model) groupOf(g *group) words.Text {
	story := words.In("", m.Say("teacher.group.several"))
	if !g.several {
		story = m.story(g.entries[0].Case, g.entries[0].Title)
	}
	return m.Words.TellCount("teacher.group.of", len(g.entries), "story", story)
}

// groupHead is the finding in a sentence.
func (m *Model) groupHead(g *group, entries []report.Entry) string {
	switch {
	case !g.known:
		return m.Say("teacher.group.few")
	case len(entries) == 1:
		return m.Say("teacher.group.head.pupil", "who", entries[0].Who,
			"hits", g.hits, "signals", g.signals, "false", g.alarms, "noise", g.noise)
	}
	return m.Say("teacher.group.head", "true", percent(g.truly), "false", percent(g.falsely))
}

func percent(share float64) int { return int(math.Round(100 * share)) }

// groupLean says which way the answers lean.
func (m *Model) groupLean(g *group) *ui.Node {
	title := m.Say("debrief.discernment")
	lean := "few"
	if l := g.lean(); l != "" {
		lean = string(l)
	}
	var more *ui.Node
	if g.known {
		more = parts.Paragraph("lean.points", m.Say("teacher.group.points", "n", percent(g.truly-g.falsely)), parts.BodyFont)
	}
	return parts.Section(parts.Card("lean",
		parts.Label("lean.title", 2, title), more,
		parts.Paragraph("lean.text", m.Say("teacher.group.lean."+lean), parts.BodyFont),
	), title)
}

// The widths of the parts of a row of bars, in CSS pixels at 100 % text.
const (
	levelWidth = 150
	shareWidth = 52
	rowCramped = 420 // below, a bar has a line of its own
	sheetBar   = 260
)

// groupSure shows how often all were right, for each certainty.
func (m *Model) groupSure(f frame.Frame, g *group) *ui.Node {
	title := m.Say("debrief.calibration")
	items := parts.List("sure.list", title)
	for _, l := range g.levels {
		id := fmt.Sprint("sure.", l.Certainty)
		text, share := m.Say("debrief.calibration.none"), m.Say("debrief.skill.none")
		if l.Answers > 0 {
			text, share = m.Say("debrief.calibration.level", "right", l.Right, "answers", l.Answers), m.Say("debrief.share", "n", percent(l.Share))
		}
		needed := m.Say("debrief.share", "n", percent(l.Needed))
		said := parts.Column(id+".said", 0,
			parts.Paragraph(id+".name", m.Say("certainty."+string(rune('0'+l.Certainty))), parts.BoldFont),
			parts.Softly(parts.Paragraph(id+".text", text, parts.SmallFont)))
		bar := &ui.Node{ID: id + ".bar", Decorative: true, Figure: figure.Gauge{Share: l.Share, Needed: l.Needed, Label: needed}, PrintWidth: sheetBar}
		value := parts.Paragraph(id+".share", share, parts.BoldFont)
		value.Style.TextAlign = ui.End
		row := parts.Column(id+".row", parts.Space1, parts.Row(id+".head", parts.Space2, parts.Grow(said), value), bar)
		if f.Width >= rowCramped {
			said.Style.Width, value.Style.MinWidth = levelWidth, shareWidth
			row = parts.Row(id+".row", parts.Space3, said, parts.Grow(bar), value)
			row.Style.Align = ui.Start
		}
		items.Children = append(items.Children, &ui.Node{ID: id, Role: ui.ListItem, Children: []*ui.Node{row}})
	}
	return parts.Section(parts.Card("sure", parts.Label("sure.title", 2, title), items,
		parts.Softly(parts.Paragraph("sure.note", m.Say("debrief.calibration.note"), parts.SmallFont))), title)
}

// groupMissed lists what to talk about: the items that earned least.
func (m *Model) groupMissed(g *group) *ui.Node {
	if len(g.missed) == 0 {
		return nil
	}
	title := m.Say("teacher.group.missed")
	items := parts.List("missed.list", title)
	for i, one := range g.missed {
		id := fmt.Sprint("missed.", i)
		name := words.In(m.langOf(one.caseID), one.item.Title)
		if beat := m.beatOf(one.caseID, one.item.Step); beat != "" {
			name = m.Tell("review.at", "beat", words.In(m.langOf(one.caseID), beat), "title", name)
		}
		about := m.Say("teacher.group.missed.mark", "right", one.right, "of", one.of, "mark", percent(one.mark))
		if one.mostly != "" {
			about = m.Say("teacher.group.missed.verdict", "right", one.right, "of", one.of, "mostly", m.stamp(one.caseID, one.mostly))
		} else if one.item.Verdict != nil {
			about = m.Say("debrief.calibration.level", "right", one.right, "answers", one.of)
		}
		items.Children = append(items.Children, &ui.Node{ID: id, Role: ui.ListItem, Style: ui.Style{Gap: 2}, Children: []*ui.Node{
			parts.Paragraph(id+".title", name, parts.NewsBold),
			parts.Softly(parts.Paragraph(id+".about", about, parts.SmallFont)),
		}})
	}
	return parts.Section(parts.Card("missed", parts.Label("missed.title", 2, title), items), title)
}

// langOf is the language that a case is told in where it isn't the page's.
func (m *Model) langOf(caseID string) string {
	var c *casefile.Case
	if set := m.sets[caseID]; set != nil {
		c = set.Case()
	} else {
		c, _ = m.Head(caseID)
	}
	if c == nil || c.Language == m.Lang() {
		return ""
	}
	return c.Language
}

// groupCloud draws where the pupils stand.
func (m *Model) groupCloud(g *group) *ui.Node {
	fig := m.cloudFigure()
	for _, e := range g.entries {
		d := e.Discernment
		p := placeOf(d.Hits, d.Signals, d.FalseAlarms, d.Noise)
		switch {
		case p == nil:
		case g.side == session.Before:
			fig.Pupils = append(fig.Pupils, figure.CloudPupil{Before: p})
		default:
			fig.Pupils = append(fig.Pupils, figure.CloudPupil{After: p})
		}
	}
	if len(fig.Pupils) == 0 {
		return nil
	}
	title, note := m.Say("teacher.cloud.title"), "teacher.cloud.note"
	if len(g.entries) == 1 {
		note = "teacher.cloud.note.pupil"
	}
	return parts.Section(parts.Card("cloud",
		parts.Label("cloud.title", 2, title),
		&ui.Node{
			ID: "cloud.figure", Role: ui.Image, Figure: fig, PrintWidth: sheetCloud, Style: ui.Style{Print: &ui.Print{Share: cloudShare}},
			Name: m.Say("teacher.group.cloud", "true", percent(g.truly), "false", percent(g.falsely)),
		},
		parts.Softly(parts.Paragraph("cloud.note", m.Say(note), parts.SmallFont)),
	), title)
}

// groupCautions are what to keep in mind.
func (m *Model) groupCautions(g *group) *ui.Node {
	title := m.Say("teacher.cautions")
	items := parts.List("cautions.list", title)
	add := func(when bool, id, key string) {
		if when {
			n := parts.Paragraph("caution."+id, m.Say(key), parts.BodyFont)
			n.Role = ui.ListItem
			items.Children = append(items.Children, n)
		}
	}
	add(g.several, "several", "teacher.group.mixed")
	add(g.open, "unfinished", "compare.caution.unfinished")
	add(g.practiced, "practice", "compare.caution.practice")
	add(true, "alone", "teacher.group.caution")
	return parts.Section(parts.Panel("cautions", parts.Label("cautions.title", 2, title), items), title)
}

// groupPupils is each pupil's result, in the order in which they came: no ranking.
func (m *Model) groupPupils(entries []report.Entry) *ui.Node {
	var lines []string
	for _, e := range entries {
		d := e.Discernment
		args := []any{"who", e.Who, "score", int(math.Round(e.Score)), "hits", d.Hits, "signals", d.Signals, "false", d.FalseAlarms, "noise", d.Noise}
		key := "teacher.group.pupil"
		if len(e.Items) == 0 {
			key = "teacher.group.pupil.table" // a table has no score
		}
		line := m.Say(key, args...)
		if d.Enough {
			line += " " + m.Say("teacher.group.pupil."+string(d.Lean))
		}
		lines = append(lines, line)
	}
	return listed("pupils", "pupil", m.Say("compare.pupils"), lines)
}
