package live

import (
	"fmt"

	"holdtheline/game/figure"
	"holdtheline/game/parts"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/report"
)

// The sums over a class that its picture shows.
type sums struct {
	pupils                       int // with a report
	hits, signals, alarms, noise int
	levels                       [3]struct{ answers, right int }
}

// sumsOf adds up the reports of a class.
func sumsOf(all []pupilReport) sums {
	var s sums
	for _, p := range all {
		if p.Report == nil {
			continue
		}
		s.pupils++
		d := p.Report.Discernment
		s.hits, s.signals, s.alarms, s.noise = s.hits+d.Hits, s.signals+d.Signals, s.alarms+d.FalseAlarms, s.noise+d.Noise
		for _, l := range p.Report.Calibration.Levels {
			if i := l.Certainty - puzzle.LeastSure; i >= 0 && i < len(s.levels) {
				s.levels[i].answers += l.Answers
				s.levels[i].right += l.Right
			}
		}
	}
	return s
}

// pictureScreen is what came out: the class's discernment and leaning, how sure it was
// against how often it was right, and its timelines. Nobody is named in it, and nobody
// ranked.
func (m *Model) pictureScreen(f frame.Frame) frame.Screen {
	c := m.class
	s := frame.Screen{Title: m.Say("teacher.live.title")}
	sum := sumsOf(c.reports)
	s.Main = []*ui.Node{parts.Column("top", parts.Space2,
		parts.Eyebrow("eyebrow", m.playing()),
		parts.Heading(frame.HeadingID, 1, m.Say("teacher.live.picture.title"), parts.DisplayFont),
		kindly(parts.Softly(parts.Paragraph("picture.note", m.Say("teacher.live.picture.note"), parts.SmallFont))))}
	switch {
	case c.failed != "":
		s.Main = append(s.Main, parts.Panel("picture.failed", parts.Paragraph("picture.failed.text", c.failed, parts.BodyFont)))
	case c.reported == 0 && c.asking:
		s.Main = append(s.Main, parts.Paragraph("picture.asking", m.Say("teacher.live.loading"), parts.BodyFont))
	case c.reported != 0 && sum.pupils == 0:
		s.Main = append(s.Main, parts.Paragraph("picture.none", m.Say("teacher.live.answers.none"), parts.BodyFont))
	case c.reported != 0:
		s.Main = append(s.Main, frame.Abreast(f, "pictures", m.cloud(sum), m.calibration(sum)))
		s.Main = append(s.Main, m.timelines(f)...)
	}
	fresh := parts.Plain("refresh", m.Say("teacher.live.refresh"), Refresh{})
	fresh.Disabled = c.asking
	var print *ui.Node
	if m.O.CanPrint {
		print = parts.Plain("print", m.Say("debrief.print"), Print{})
	}
	erase := parts.Plain("delete", m.Say("teacher.live.delete"), Delete{})
	save := parts.Primary("save", m.Say("teacher.live.save"), OpenSave{})
	if f.Narrow {
		s.Main = append(s.Main, parts.Wrap("more", parts.Space3, print, erase))
		s.Bar = []*ui.Node{fresh, save}
		return s
	}
	s.Note = erase
	s.Bar = parts.Kids(fresh, print, save)
	return s
}

// Widths of printed drawings, in CSS pixels.
const sheetCloud = 300

// cloud draws how pupils judge: upwards the true ones they believed, across the false
// ones.
func (m *Model) cloud(sum sums) *ui.Node {
	title := m.Say("teacher.live.cloud.title")
	if sum.signals == 0 || sum.noise == 0 {
		return parts.Section(parts.Card("cloud", parts.Label("cloud.title", 2, title),
			parts.Paragraph("cloud.few", m.Say("teacher.live.cloud.few"), parts.BodyFont)), title)
	}
	fig := figure.Cloud{
		Apart: m.Say("teacher.cloud.apart"), All: m.Say("teacher.cloud.all"), Nothing: m.Say("teacher.cloud.nothing"),
		Up: m.Say("teacher.cloud.up"), Across: m.Say("teacher.cloud.across"),
	}
	for _, p := range m.class.reports {
		if p.Report == nil {
			continue
		}
		if at := placeOf(p.Report.Discernment); at != nil {
			fig.Pupils = append(fig.Pupils, figure.CloudPupil{After: at})
		}
	}
	said := m.Say("teacher.live.cloud.said",
		"true", share(sum.hits, sum.signals), "false", share(sum.alarms, sum.noise), "points", points(sum))
	return parts.Section(parts.Card("cloud",
		parts.Label("cloud.title", 2, title),
		parts.Paragraph("cloud.said", said, parts.BodyFont),
		&ui.Node{ID: "cloud.figure", Role: ui.Image, Name: m.Say("teacher.live.cloud.name"), Figure: fig, PrintWidth: sheetCloud},
		parts.Softly(parts.Paragraph("cloud.note", m.Say("teacher.cloud.note"), parts.SmallFont))), title)
}

func placeOf(d report.Discernment) *figure.CloudPlace {
	if d.Signals == 0 || d.Noise == 0 {
		return nil
	}
	return &figure.CloudPlace{True: float64(d.Hits) / float64(d.Signals), False: float64(d.FalseAlarms) / float64(d.Noise)}
}

func share(k, of int) string {
	if of == 0 {
		return "0"
	}
	return percent(float64(k) / float64(of))
}

// points is how many more of the true ones were believed, in percentage points.
func points(s sums) string {
	n := 100*float64(s.hits)/float64(s.signals) - 100*float64(s.alarms)/float64(s.noise)
	sign := "+"
	if n < 0 {
		sign, n = "−", -n
	}
	return sign + fmt.Sprintf("%.0f", n)
}

// calibration shows how often the class was right when it was so sure.
func (m *Model) calibration(sum sums) *ui.Node {
	title := m.Say("teacher.live.calibration")
	items := parts.List("levels", title)
	items.Style.Gap = parts.Space4
	for i, l := range sum.levels {
		id := numbered("level.", i)
		name := m.Say(fmt.Sprint("certainty.", i+puzzle.LeastSure))
		if l.answers == 0 {
			one := parts.Paragraph(id, m.Say("teacher.live.level.none", "certainty", name), parts.BodyFont)
			one.Role = ui.ListItem
			items.Children = append(items.Children, one)
			continue
		}
		stake, _ := puzzle.Stakes(i + puzzle.LeastSure)
		one := parts.Column(id, parts.Space1,
			parts.Paragraph(id+".said", m.Say("teacher.live.level", "certainty", name, "right", l.right, "of", l.answers, "percent", share(l.right, l.answers), "needed", percent(stake.Needed)), parts.BodyFont),
			&ui.Node{ID: id + ".bar", Decorative: true, PrintWidth: sheetCloud, Figure: figure.Gauge{
				Share: float64(l.right) / float64(l.answers), Needed: stake.Needed, Label: m.Say("teacher.live.level.needed"),
			}})
		one.Role = ui.ListItem
		items.Children = append(items.Children, one)
	}
	n := parts.Card("calibration", parts.Label("calibration.title", 2, title), items,
		parts.Softly(parts.Paragraph("calibration.note", m.Say("teacher.live.calibration.note"), parts.SmallFont)))
	n.Style.Gap = parts.Space3
	return parts.Section(n, title)
}

// timelines are the orders of all pupils, laid over one another.
func (m *Model) timelines(f frame.Frame) []*ui.Node {
	c := m.class
	if c.set == nil {
		return nil
	}
	var nodes []*ui.Node
	for at, step := range c.steps {
		for _, id := range step.Items {
			q, _ := c.set.Item(id)
			order, ok := q.(*puzzle.Order)
			it := c.items[id]
			if !ok || it.First.Answered == 0 {
				continue
			}
			form := m.form(q)
			field, ok := form.Ordered()
			if !ok {
				continue
			}
			// What is still to be shown to the class stays closed.
			revealed := c.pace == nil || at < c.stepIndex(c.pace.Step) || step.ID == c.pace.Step && c.pace.Phase == revealing
			nodes = append(nodes, m.overlaid(f, "line."+id, m.caseText(q.Title()), &form, field, order, it.latest(), revealed))
		}
	}
	return nodes
}
