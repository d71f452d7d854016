package together

import (
	"strconv"

	"holdtheline/assets/words"
	"holdtheline/game/figure"
	"holdtheline/game/parts"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/hands"
	"holdtheline/quiz/puzzle"
)

// cardTitle is what stands on a card of a board.
func (m *Model) cardTitle(s hands.Slide, id string) words.Text {
	if o, ok := m.board(s); ok {
		for _, field := range o.Form(m.class.Config().Seed).Fields {
			for _, option := range field.Options {
				if option.ID == id {
					return m.voice.In(option.Label)
				}
			}
		}
	}
	return words.In("", id)
}

// boardSlide has the class put cards in order together. Where it doesn't agree on a
// card, that is noted.
func (m *Model) boardSlide(f frame.Frame, s hands.Slide) frame.Screen {
	o, _ := m.board(s)
	field := o.Form(m.class.Config().Seed).Fields[0]
	closed := m.class.Seen(s.Item, hands.Line)
	sorting := parts.Sorting{
		ID: "cards", Name: m.voice.In(field.Label).String(), Value: field.Name, Lifted: m.lifted, Narrow: f.Narrow, Low: !f.Narrow, Say: m.Say,
		Lift: func(card string) ui.Msg { return LiftCard{Card: card} },
		Move: func(from, to int) ui.Msg { return MoveCard{From: from, To: to} },
	}
	for _, id := range m.class.Order(s.Item) {
		title := m.cardTitle(s, id)
		on := m.class.Disagreed(s.Item, id)
		flag := tool(parts.Plain("disagree."+id, m.Say("together.disagree"), Disagree{Card: id}))
		flag.Name, flag.Toggle, flag.Checked = m.Say("together.disagree.name", "card", title), true, on
		flag.Style.MinHeight = 0
		if on {
			flag.Style.Look = ui.PrimaryButton
		}
		sorting.Cards = append(sorting.Cards, parts.SortCard{ID: id, Title: title, Extra: flag})
	}
	cards := sorting.Node()
	cards.Style.MaxWidth = 0
	if closed {
		inert(cards)
	}
	head := parts.Row("top", parts.Space3,
		parts.Grow(top(m.told(o.Puzzle().Title), parts.LeadFont)), parts.Eyebrow("order.first", m.voice.In(field.Top)))
	if f.Narrow {
		head = parts.Column("top", parts.Space1, head.Children...)
	}
	out := m.titled(o.Puzzle().Title, parts.Kids(head, m.weighedFor(o), cards)...)
	out.Note = said(m.told(o.Puzzle().Prompt))
	if closed {
		out.Note = said(m.Say("together.closed"))
	}
	return out
}

// weighedFor is the claim that the sources of a board are weighed for; nil where
// events are put in order.
func (m *Model) weighedFor(o *puzzle.Order) *ui.Node {
	claim, ok := m.caseFile().Claim(o.Puzzle().Claim)
	if !ok || o.Kind() != puzzle.KindWeigh {
		return nil
	}
	return parts.Row("claim", parts.Space3,
		parts.Eyebrow("claim.label", m.Say("word.claim")),
		parts.Grow(wide(parts.Paragraph("claim.text", m.told(claim.Text), parts.BodyFont))))
}

// inert takes what can be pressed and dragged away from a board that is closed.
func inert(n *ui.Node) {
	n.Sort = nil
	if n.Do != nil {
		n.Disabled = true
	}
	for _, c := range n.Children {
		inert(c)
	}
}

// line is the true order: what can't be told apart stands side by side.
func (m *Model) line(f frame.Frame, s hands.Slide) frame.Screen {
	o, _ := m.board(s)
	title := m.Say("order.line")
	if o.Kind() == puzzle.KindWeigh {
		title = m.Say("weigh.line")
	}
	out := m.titled(title, parts.Kids(top(title, parts.LeadFont), m.weighedFor(o))...)
	e, mark, ok := m.class.Line(s.Item)
	if !ok {
		return out
	}
	out.Note = said(m.Say("together.line", "right", mark.Right, "of", mark.Decidable))
	rungs := parts.List("line", title)
	rungs.Style.Gap = parts.Space1
	for i, layer := range e.Layers {
		side := &ui.Node{ID: "rung." + strconv.Itoa(i), Role: ui.ListItem, Style: ui.Style{Gap: 1}}
		for _, c := range layer {
			side.Children = append(side.Children, m.lineCard(f, s, o, c))
		}
		rungs.Children = append(rungs.Children, side)
	}
	lesson := parts.Panel("lesson",
		parts.Label("lesson.title", 2, m.Say("feedback.lesson")),
		wide(parts.Paragraph("lesson.text", m.told(o.Puzzle().Why), parts.NewsFont)))
	out.Main = append(out.Main, rungs, parts.Section(lesson, m.Say("feedback.lesson")))
	return out
}

// dateWidth is the room for a date beside its card, in CSS pixels at 100 % text.
const dateWidth = 236

// lineCard is a card where it belongs, with its date, and whether the class had it
// there. Those that can't be told apart touch.
func (m *Model) lineCard(f frame.Frame, s hands.Slide, o *puzzle.Order, c puzzle.OrderCard) *ui.Node {
	id := "item." + c.ID
	symbol, color, said := figure.Right, theme.RealColor, m.Say("order.stayed")
	if c.Move {
		symbol, color, said = figure.Wrong, theme.DeniedColor, m.Say("together.moved.card")
	}
	when := m.Words.Date(c.Date)
	if o.Kind() == puzzle.KindWeigh {
		when = m.Say("directness." + string(c.Directness))
	}
	if m.class.Disagreed(s.Item, c.ID) {
		when += m.Say("list.dot") + m.Say("together.disagree")
	}
	date := wide(parts.Softly(parts.Paragraph(id+".when", when, parts.BodyFont)))
	title := parts.Grow(&ui.Node{ID: id + ".title", Role: ui.Paragraph, Text: parts.Spans(m.cardTitle(s, c.ID)), Style: ui.Style{Font: parts.NewsBold}})
	move := &ui.Node{ID: id + ".move", Role: ui.Paragraph, VisuallyHidden: true, Text: ui.Plain(said)}
	mark := parts.Icon(id+".icon", symbol, 18, color)
	if f.Narrow {
		n := parts.Card(id, parts.Row(id+".head", parts.Space2, mark, parts.Grow(date)), title, move)
		n.Style.Gap, n.Style.Pad = 0, ui.Sides(parts.Space2, parts.Space3)
		return n
	}
	date.Style.Width = dateWidth
	n := parts.Row(id, parts.Space2, mark, date, title, move)
	n.Style.Look, n.Style.Pad = ui.Card, ui.Sides(parts.Space1, parts.Space3)
	return n
}
