package desk

import (
	"fmt"
	"math"
	"strings"

	"holdtheline/assets/words"
	"holdtheline/game/figure"
	"holdtheline/game/parts"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/compare"
)

// How wide a figure is drawn for paper, in CSS pixels that print a little smaller, the
// part of the sheet that the cloud takes, and the room between the measures' two
// columns in millimetres.
const (
	sheetInterval = 330
	sheetCloud    = 280
	cloudShare    = 0.4
	sheetGap      = 10
)

// comparedScreen is the second screen: what the results show, set side by side.
func (m *Model) comparedScreen(f frame.Frame) frame.Screen {
	c := m.named()
	top := parts.Column("top", parts.Space2,
		parts.Eyebrow("eyebrow", m.compares(c)),
		parts.Heading(frame.HeadingID, 1, m.in(c.Finding.Message(c.Sort)), parts.DisplayFont),
	)
	top.Style.MaxWidth = 2 * theme.Measure
	measures := parts.Grow(parts.Column("measures.column", parts.Space4, m.measures(f, c)))
	side := parts.Column("side", parts.Space4, m.cloud(c), m.cautions(c))
	both := parts.Column("both", parts.Space5, measures, side)
	if f.Wide {
		side.Style.Width = theme.SideWidth
		both = &ui.Node{ID: "both", Style: ui.Style{Flow: ui.Row, Gap: parts.Space8}, Children: []*ui.Node{measures, side}}
	}
	s := frame.Screen{
		Title: m.Say("teacher.title"),
		Main:  parts.Kids(top, both, m.pupils(c), m.leftOut(c)),
	}
	m.ways(f, &s)
	return s
}

// ways are what can be done with what is shown.
func (m *Model) ways(f frame.Frame, s *frame.Screen) {
	back := parts.Plain("back", m.Say("teacher.back"), Back{})
	names := parts.Plain("names", m.Say("teacher.names.hide"), HideNames{On: true})
	if m.hidden {
		names = parts.Plain("names", m.Say("teacher.names.show"), HideNames{On: false})
	}
	var print *ui.Node
	if m.o.CanPrint {
		print = parts.Plain("print", m.Say("debrief.print"), Print{})
	}
	save := parts.Primary("save", m.Say("teacher.save"), OpenSave{})
	if f.Narrow {
		s.Main = append(s.Main, parts.Wrap("more", parts.Space3, names, print))
		s.Bar = []*ui.Node{back, save}
		return
	}
	s.Note = back
	s.Bar = parts.Kids(names, print, save)
}

// compares says what is compared, with titles in their own language.
func (m *Model) compares(c compare.Comparison) words.Text {
	if c.Sort != compare.Pupil {
		return words.In("", m.in(c.About()))
	}
	p := c.Pupils[0]
	return m.Tell("compare.of.pupil", "who", p.Who,
		"before", m.story(p.Before.Case, p.Before.Title), "after", m.story(p.After.Case, p.After.Title))
}

// measures are the changes, each as a picture and in words.
func (m *Model) measures(f frame.Frame, c compare.Comparison) *ui.Node {
	items := parts.List("measures", m.Say("teacher.measures"))
	items.Style.Gap = parts.Space4
	items.Style.Print = &ui.Print{Columns: []float64{ui.FreeColumn, ui.FreeColumn}, Gap: sheetGap}
	reach := reaches(c.Changes)
	for _, change := range c.Changes {
		items.Children = append(items.Children, m.measure(change, reach[change.Measure]))
	}
	n := parts.Card("changes", parts.Label("changes.title", 2, m.Say("teacher.measures")), items,
		parts.Softly(parts.Paragraph("range", m.Say("compare.range"), parts.SmallFont)))
	n.Style.Gap = parts.Space3
	return parts.Section(n, m.Say("teacher.measures"))
}

func (m *Model) measure(c compare.Change, reach float64) *ui.Node {
	id := "measure." + string(c.Measure)
	name := parts.Paragraph(id+".name", m.in(c.Measure.Name()), parts.BoldFont)
	if !c.Known {
		return &ui.Node{ID: id, Role: ui.ListItem, Style: ui.Style{Gap: parts.Space1}, Children: parts.Kids(
			name, parts.Softly(parts.Paragraph(id+".few", m.Say("teacher.change.unknown"), parts.SmallFont)))}
	}
	shown := c.Shown()
	sure := "maybe"
	switch {
	case c.Rose():
		sure = "rose"
	case c.Fell():
		sure = "fell"
	}
	scale := figure.Interval{
		Value: c.Difference, Low: c.Low, High: c.High, Reach: reach, Sure: sure != "maybe",
		Less: m.signed(c.Measure, -reach), None: m.Say("teacher.none"), More: m.signed(c.Measure, reach),
	}
	if c.Measure == compare.Leaning {
		scale.Less, scale.More = m.Say("teacher.believing"), m.Say("teacher.doubting")
	}
	change := parts.Paragraph(id+".change", m.Say("teacher.change", "difference", m.in(shown.Difference), "low", m.in(shown.Low), "high", m.in(shown.High)), parts.SmallFont)
	change.Text = append([]ui.Span{{Text: m.Say("compare.change." + sure), Strong: true}, {Text: " "}}, change.Text...)
	drawn := &ui.Node{ID: id + ".figure", Decorative: true, Figure: scale, PrintWidth: sheetInterval}
	return &ui.Node{ID: id, Role: ui.ListItem, Style: ui.Style{Gap: parts.Space1}, Children: parts.Kids(
		name,
		parts.Paragraph(id+".values", m.Say("teacher.values", "before", m.in(shown.Before), "after", m.in(shown.After)), parts.BodyFont),
		drawn, change)}
}

// reaches are how far the scales of the changes go. Those in percentage points have
// the same, so that they can be compared by eye.
func reaches(changes []compare.Change) map[compare.Measure]float64 {
	most := map[compare.Measure]float64{}
	for _, c := range changes {
		m := c.Measure
		if points(m) {
			m = compare.Discernment
		}
		most[m] = max(most[m], math.Abs(c.Low), math.Abs(c.High))
	}
	steps := []float64{0.25, 0.5, 1, 1.5, 2, 3, 4, 6, 9}
	out := map[compare.Measure]float64{}
	for _, c := range changes {
		m := c.Measure
		if points(m) {
			m = compare.Discernment
		}
		out[c.Measure] = steps[len(steps)-1]
		for _, step := range steps {
			if most[m] <= step {
				out[c.Measure] = step
				break
			}
		}
	}
	return out
}

// points tells whether a measure is shown in percentage points.
func points(m compare.Measure) bool {
	return m == compare.TrueBelieved || m == compare.FalseBelieved || m == compare.Discernment
}

// signed is the end of a scale.
func (m *Model) signed(of compare.Measure, v float64) string {
	sign := "+"
	if v < 0 {
		sign = "−"
	}
	if points(of) {
		return m.Say("compare.value.points", "n", fmt.Sprintf("%s%.0f", sign, 100*math.Abs(v)))
	}
	return sign + strings.Replace(fmt.Sprintf("%g", math.Abs(v)), ".", m.Say("number.point"), 1)
}

// cautions are what to keep in mind.
func (m *Model) cautions(c compare.Comparison) *ui.Node {
	if len(c.Cautions) == 0 {
		return nil
	}
	title := m.Say("teacher.cautions")
	items := parts.List("cautions.list", title)
	for _, caution := range c.Cautions {
		n := parts.Paragraph("caution."+string(caution), m.in(caution.Message(c.Sort)), parts.BodyFont)
		n.Role = ui.ListItem
		items.Children = append(items.Children, n)
	}
	return parts.Section(parts.Panel("cautions", parts.Label("cautions.title", 2, title), items), title)
}

// pupils is what each pupil's results show, in the order in which they came.
func (m *Model) pupils(c compare.Comparison) *ui.Node {
	if c.Sort != compare.Class {
		return nil
	}
	var lines []string
	for _, p := range c.Pupils {
		lines = append(lines, m.in(p.Message()))
	}
	return listed("pupils", "pupil", m.Say("compare.pupils"), lines)
}

// leftOut lists what was not compared, and why.
func (m *Model) leftOut(c compare.Comparison) *ui.Node {
	var lines []string
	for _, l := range c.LeftOut {
		lines = append(lines, m.in(l.Message()))
	}
	return listed("left", "left", m.Say("compare.left"), lines)
}

// listed is a list below its title, or nil where it is empty. The ids of its items begin
// with item.
func listed(id, item, title string, lines []string) *ui.Node {
	if len(lines) == 0 {
		return nil
	}
	items := parts.List(id+".list", title)
	items.Style.Gap = parts.Space2
	for i, line := range lines {
		n := parts.Paragraph(fmt.Sprint(item, ".", i), line, parts.BodyFont)
		n.Role = ui.ListItem
		items.Children = append(items.Children, n)
	}
	return parts.Column(id, parts.Space3, parts.Heading(id+".title", 2, title, parts.TitleFont), items)
}
