package live

import (
	"fmt"
	"slices"

	"holdtheline/assets/words"
	"holdtheline/game/figure"
	"holdtheline/game/parts"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/evidence"
	"holdtheline/quiz/puzzle"
)

// Widths of printed drawings, in CSS pixels.
const sheetVotes = 420

// answers is what the class has answered: hidden until the teacher shows it, and what
// was right only once the class has come that far.
func (m *Model) answers(f frame.Frame, id string) []*ui.Node {
	c := m.class
	q, ok := c.set.Item(id)
	if !ok {
		return nil
	}
	if !c.shown && !(c.pace != nil && c.revealed()) {
		return []*ui.Node{m.hiddenAnswers()}
	}
	it := c.items[id]
	nodes := []*ui.Node{m.hider()}
	if it.First.Answered == 0 && it.Second == nil {
		nodes = append(nodes, parts.Paragraph("answers.none", m.Say("teacher.live.answers.none"), parts.BodyFont))
	} else {
		nodes = append(nodes, m.shownAnswers(f, q, it)...)
	}
	if c.revealed() {
		nodes = append(nodes, m.shift(q, it), m.mistake(q, it), m.explained(q))
	}
	return parts.Kids(nodes...)
}

// hiddenAnswers says that answers are hidden, and why, with the way to see them.
func (m *Model) hiddenAnswers() *ui.Node {
	show := parts.Plain("answers.show", m.Say("teacher.live.answers.show"), ShowAnswers{On: true})
	show.Shortcut, show.Key, show.Style.Self = "a", ui.PageUp, ui.Start
	n := parts.Panel("answers.hidden",
		kindly(parts.Paragraph("answers.why", m.Say("teacher.live.answers.hidden"), parts.BodyFont)), show)
	n.Style.Gap = parts.Space3
	n.Style.Print = &ui.Print{Hidden: true}
	return n
}

// hider hides the answers again; once they are revealed to all there is nothing to
// hide.
func (m *Model) hider() *ui.Node {
	if m.class.pace != nil && m.class.revealed() {
		return nil
	}
	hide := frame.Small(parts.Plain("answers.hide", m.Say("teacher.live.answers.hide"), ShowAnswers{}))
	hide.Shortcut, hide.Key, hide.Style.Self = "a", ui.PageUp, ui.Start
	hide.Style.Print = &ui.Print{Hidden: true}
	return hide
}

// shownAnswers are the answers of both votes, as fits the kind of question.
func (m *Model) shownAnswers(f frame.Frame, q puzzle.Item, it item) []*ui.Node {
	style := parts.VotesStyle{Wide: f.Width >= votesWide, Most: max(it.First.Answered, 1), PrintWidth: sheetVotes}
	if it.Second != nil {
		style.Most = max(style.Most, it.Second.Answered)
		style.First, style.Second = m.Say("teacher.live.round.1"), m.Say("teacher.live.round.2")
	}
	title := m.Say("teacher.live.answers.title")
	card := func(id string, name words.Text, children ...*ui.Node) *ui.Node {
		n := parts.Card(id, append([]*ui.Node{parts.Label(id+".title", 2, name)}, children...)...)
		n.Style.Gap = parts.Space3
		return parts.Section(n, name.String())
	}
	if v, ok := q.(*puzzle.Verdict); ok {
		return []*ui.Node{card("answers", words.In("", title),
			parts.Votes("votes", title, style, m.verdictVotes(v, it)...),
			parts.VotesKey("votes.key", [3]string{m.Say("certainty.1"), m.Say("certainty.2"), m.Say("certainty.3")}))}
	}
	style.Wide = false // these options are whole sentences
	form := m.form(q)
	best := form.Draft(q.Best())
	var nodes []*ui.Node
	for i := range form.Fields {
		field := &form.Fields[i]
		id, name := numbered("field.", i), m.told(field.Label)
		if len(name) == 0 {
			name = words.In("", title)
		}
		switch field.Pick {
		case puzzle.PickOrder:
			nodes = append(nodes, m.overlay(f, id, words.In("", title), q, &form, field, it))
		case puzzle.PickLinks:
			nodes = append(nodes, card(id, name, parts.Votes(id+".votes", name.String(), style, m.cordVotes(&form, field, it, best.Links(field.Name))...)))
		default:
			nodes = append(nodes, card(id, name, parts.Votes(id+".votes", name.String(), style, m.optionVotes(&form, field, it, best.Value(field.Name))...)))
		}
	}
	return nodes
}

// votesWide is the width from which names stand beside the bars, in CSS pixels at
// 100 % text.
const votesWide = 700

// overlay lays the orders of all pupils over one another: for each card, in which
// places it was put.
func (m *Model) overlay(f frame.Frame, id string, name words.Text, q puzzle.Item, form *puzzle.Form, field *puzzle.Field, it item) *ui.Node {
	order, _ := q.(*puzzle.Order)
	return m.overlaid(f, id, name, form, field, order, it.latest(), m.class.revealed())
}

func (m *Model) overlaid(f frame.Frame, id string, name words.Text, form *puzzle.Form, field *puzzle.Field, order *puzzle.Order, r round, revealed bool) *ui.Node {
	places, most := placeTally(form, field, r)
	ids := field.IDs()
	var right map[string]span
	if order != nil && revealed {
		ids, right = spans(order)
	}
	labels := map[string]puzzle.Message{}
	for _, o := range field.Options {
		labels[o.ID] = o.Label
	}
	items := parts.List(id+".places", name.String())
	items.Style.Gap = parts.Space3
	for _, card := range ids {
		at := id + "." + card
		fig := figure.Placed{Counts: places[card], Most: most}
		said := m.Say("teacher.live.placed", "places", m.placesSaid(places[card]))
		if s, known := right[card]; known {
			fig.Known, fig.From, fig.To = true, s.from, s.to
			key := "teacher.live.placed.right"
			if s.from != s.to {
				key = "teacher.live.placed.right.between"
			}
			said += " " + m.Say(key, "from", s.from+1, "to", s.to+1)
		}
		label := parts.Paragraph(at+".name", m.told(labels[card]), parts.BoldFont)
		drawn := &ui.Node{ID: at + ".figure", Decorative: true, Figure: fig, PrintWidth: sheetVotes}
		words := parts.Paragraph(at+".said", said, parts.SmallFont)
		words.VisuallyHidden = true
		n := parts.Column(at, parts.Space1, label, drawn, words)
		if f.Width >= votesWide {
			label.Style.Width = placedNames
			n = parts.Row(at, parts.Space4, label, parts.Grow(parts.Column(at+".drawn", 0, drawn, words)))
			n.Style.Page = &ui.Page{NoWrap: true}
		}
		n.Role = ui.ListItem
		items.Children = append(items.Children, n)
	}
	note := "teacher.live.placed.note"
	if right != nil {
		note = "teacher.live.placed.note.right"
	}
	n := parts.Card(id, parts.Label(id+".title", 2, name),
		parts.Softly(parts.Paragraph(id+".note", m.Say(note), parts.SmallFont)), items)
	n.Style.Gap = parts.Space3
	return parts.Section(n, name.String())
}

// placedNames is the room for the names of cards beside their places.
const placedNames = 280

// placesSaid says how often a card was put where.
func (m *Model) placesSaid(counts []int) string {
	said := ""
	for i, n := range counts {
		if n == 0 {
			continue
		}
		if said != "" {
			said += ", "
		}
		said += m.Say("teacher.live.placed.times", "place", i+1, "n", n)
	}
	if said == "" {
		return m.Say("teacher.live.placed.nowhere")
	}
	return said
}

// shift says how many were right in both votes.
func (m *Model) shift(q puzzle.Item, it item) *ui.Node {
	if it.First.Right == nil || it.First.Answered == 0 {
		return nil
	}
	text := m.Say("teacher.live.shift.one", "n", *it.First.Right, "of", it.First.Answered)
	if _, verdict := q.(*puzzle.Verdict); !verdict && it.First.Mark != nil {
		text = m.Say("teacher.live.shift.mark", "percent", percent(*it.First.Mark))
	}
	if s := it.Second; s != nil && s.Right != nil && s.Answered > 0 {
		text = m.Say("teacher.live.shift.two", "n", *it.First.Right, "of", it.First.Answered, "later", *s.Right, "all", s.Answered)
		if _, verdict := q.(*puzzle.Verdict); !verdict && it.First.Mark != nil && s.Mark != nil {
			text = m.Say("teacher.live.shift.marks", "percent", percent(*it.First.Mark), "later", percent(*s.Mark))
		}
	}
	return parts.Paragraph("shift", text, parts.LeadFont)
}

func percent(share float64) string { return fmt.Sprintf("%.0f", 100*share) }

// mistake names the commonest misconception, in the words of the case.
func (m *Model) mistake(q puzzle.Item, it item) *ui.Node {
	asked := it.latest().Answered
	var said words.Text
	var detail words.Text
	switch q := q.(type) {
	case *puzzle.Verdict:
		is, n := commonestVerdict(q, it)
		if n == 0 {
			return nil
		}
		said = m.Tell("teacher.live.mistake.verdict", "answer", m.told(puzzle.Stamp(m.class.set.Case(), is)), "n", n, "of", asked)
		detail = m.Tell("teacher.live.mistake.means", "means", m.told(puzzle.Means(m.class.set.Case(), is)))
	case *puzzle.Order:
		form := m.form(q)
		field, ok := form.Ordered()
		if !ok {
			return nil
		}
		places, _ := placeTally(&form, field, it.latest())
		ids, right := spans(q)
		worst, most := "", 0
		for _, id := range ids {
			n := 0
			for i, times := range places[id] {
				if i < right[id].from || i > right[id].to {
					n += times
				}
			}
			if n > most {
				worst, most = id, n
			}
		}
		if most == 0 {
			return nil
		}
		i := slices.IndexFunc(field.Options, func(o puzzle.Option) bool { return o.ID == worst })
		said = m.Tell("teacher.live.mistake.place", "card", m.told(field.Options[i].Label), "n", most, "of", asked)
	default:
		s, ok := commonestSlip(q, it)
		if !ok {
			return nil
		}
		said = m.Tell("teacher.live.mistake.line", "line", m.told(s.line.Text), "n", s.count, "of", asked)
		detail = m.told(s.line.Detail)
	}
	title := m.Say("teacher.live.mistake")
	n := parts.Panel("mistake", parts.Label("mistake.title", 2, title),
		kindly(parts.Paragraph("mistake.text", said, parts.BoldFont)),
		kindly(parts.Paragraph("mistake.detail", detail, parts.BodyFont)))
	return parts.Section(n, title)
}

// explained is what the evidence supported and why, as the case says it.
func (m *Model) explained(q puzzle.Item) *ui.Node {
	e, err := q.Explain(q.Best())
	if err != nil {
		return nil
	}
	title := m.Say("teacher.live.evidence")
	children := []*ui.Node{
		parts.Label("evidence.title", 2, title),
		kindly(parts.Paragraph("evidence.answer", m.told(e.Answer), parts.LeadFont)),
		kindly(parts.Paragraph("evidence.why", m.caseText(e.Why), parts.BodyFont)),
	}
	if e.Verdict != nil {
		list := parts.List("evidence.because", m.Say("feedback.because"))
		list.Style.Gap = parts.Space3
		for i, cited := range evidence.BySource(e.Verdict.Because) {
			id := numbered("because.", i)
			one := parts.Column(id, parts.Space1, parts.Paragraph(id+".source", m.caseText(cited[0].Title), parts.SmallBold))
			for j, c := range cited {
				one.Children = append(one.Children, kindly(parts.Paragraph(numbered(id+".text.", j), m.caseText(c.Text), parts.NewsFont)))
			}
			one.Role = ui.ListItem
			list.Children = append(list.Children, one)
		}
		if len(list.Children) > 0 {
			children = append(children, parts.Label("because.title", 3, m.Say("feedback.because")), list)
		}
		children = append(children, parts.Label("change.title", 3, m.Say("feedback.change")),
			kindly(parts.Paragraph("change.text", m.caseText(e.Verdict.WouldChange), parts.BodyFont)))
	} else {
		lines := parts.List("evidence.lines", title)
		lines.Style.Gap = parts.Space2
		for i, line := range e.Lines {
			id := numbered("line.", i)
			one := parts.Column(id, 0,
				kindly(parts.Paragraph(id+".text", m.told(line.Text), parts.BoldFont)),
				kindly(parts.Paragraph(id+".detail", m.told(line.Detail), parts.SmallFont)))
			one.Role = ui.ListItem
			lines.Children = append(lines.Children, one)
		}
		if len(lines.Children) > 0 {
			children = append(children, lines)
		}
	}
	n := parts.Card("evidence", children...)
	n.Style.Gap = parts.Space3
	return parts.Section(n, title)
}
