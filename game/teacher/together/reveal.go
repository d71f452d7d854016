package together

import (
	"strconv"

	"holdtheline/game/parts"
	"holdtheline/game/sources"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/evidence"
	"holdtheline/quiz/hands"
)

// stampShown is a stamp that was put down.
func (m *Model) stampShown(id string, v casefile.Verdict) *ui.Node {
	look := sources.Stamp(v)
	return &ui.Node{
		ID: id, Role: ui.Paragraph, Figure: look, Text: parts.Spans(m.stampName(v)),
		Style: ui.Style{
			Font: theme.Font{Size: theme.SmallSize, Bold: true, Caps: true}, Color: look.Color, Enter: ui.Stamp, Width: 190, MinHeight: stampHeight,
			TextAlign: ui.Center, Align: ui.Center, Justify: ui.Center, Pad: ui.Sides(parts.Space2, stampRoom(look)),
		},
	}
}

// reveal names the commonest misconception, and then says what the evidence supported
// and why.
func (m *Model) reveal(f frame.Frame, s hands.Slide) frame.Screen {
	r, _ := m.class.Result(s.Item)
	v := r.Verdict
	var wrong *ui.Node
	if most, n, ok := r.Misconception(); ok {
		wrong = parts.Panel("misconception", wide(parts.Paragraph("misconception.text",
			m.Words.TellCount("together.misconception", n, "stamp", m.stampName(most), "means", m.means(most)), parts.BodyFont)))
	}
	said := parts.Column("said", parts.Space1,
		parts.Eyebrow("eyebrow", m.Say("together.reveal")),
		top(m.Tell("order.quote", "card", m.told(v.Claim.Text)), parts.LeadFont))
	head := parts.Row("supported.row", parts.Space4, parts.Grow(said), m.stampShown("supported", v.Is()))
	if f.Narrow {
		head = parts.Column("supported.row", parts.Space2, said, m.stampShown("supported", v.Is()))
	}
	return m.titled(m.Say("together.reveal"), wrong, head,
		wide(parts.Paragraph("why", m.told(v.Status.Why), sized(f, len(v.Status.Why)+fewLetters/3))),
		m.defensible(v.Status))
}

// defensible names what a careful reader could have stamped too.
func (m *Model) defensible(status *casefile.Status) *ui.Node {
	for _, v := range casefile.Verdicts() {
		if status.Defensible[v] > 0 {
			return wide(parts.Softly(parts.Paragraph("defensible", m.Tell("together.defensible", "stamp", m.stampName(v)), parts.BodyFont)))
		}
	}
	return nil
}

// evidence is the sources that decide it, and what would have changed it.
func (m *Model) evidence(s hands.Slide) frame.Screen {
	v, _ := m.verdict(s)
	list := parts.List("because", m.Say("feedback.because"))
	for i, cited := range evidence.BySource(m.class.Set().Evidence().Cite(v.Status.Because...)) {
		id := "because." + strconv.Itoa(i)
		n := parts.Card(id, parts.Heading(id+".title", 2, m.desk().Title(cited[0].Source), parts.NewsBold))
		for j, c := range cited {
			n.Children = append(n.Children, wide(parts.Paragraph(id+".text."+strconv.Itoa(j), m.told(c.Text), parts.NewsFont)))
		}
		n.Role, n.Style.Gap, n.Style.Pad = ui.ListItem, parts.Space1, ui.Sides(parts.Space2, parts.Space4)
		list.Children = append(list.Children, n)
	}
	change := parts.Panel("change",
		parts.Label("change.title", 2, m.Say("feedback.change")),
		wide(parts.Paragraph("change.text", m.told(v.Status.WouldChange), parts.BodyFont)))
	return m.titled(m.Say("feedback.because"), top(m.Say("feedback.because"), parts.TitleFont), list, change)
}
