package together

import (
	"strconv"

	"holdtheline/assets/words"
	"holdtheline/game/figure"
	"holdtheline/game/parts"
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
func (m *Model) boardSlide(f frame, s hands.Slide) slide {
	o, _ := m.board(s)
	field := o.Form(m.class.Config().Seed).Fields[0]
	closed := m.class.Seen(s.Item, hands.Line)
	sorting := parts.Sorting{
		ID: "cards", Name: m.voice.In(field.Label).String(), Value: field.Name, Lifted: m.lifted, Narrow: f.narrow, Say: m.say,
		Lift: func(card string) ui.Msg { return LiftCard{Card: card} },
		Move: func(from, to int) ui.Msg { return MoveCard{From: from, To: to} },
	}
	for _, id := range m.class.Order(s.Item) {
		title := m.cardTitle(s, id)
		on := m.class.Disagreed(s.Item, id)
		flag := tool(parts.Plain("disagree."+id, m.say("together.disagree"), Disagree{Card: id}))
		flag.Name, flag.Toggle, flag.Checked = m.say("together.disagree.name", "card", title), true, on
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
	out := m.titled(o.Puzzle().Title,
		parts.Column("top", parts.Space1,
			top(m.told(o.Puzzle().Title), parts.TitleFont),
			wide(parts.Paragraph("prompt", m.told(o.Puzzle().Prompt), parts.BodyFont))),
		parts.Eyebrow("order.first", m.voice.In(field.Top)), cards, parts.Eyebrow("order.last", m.voice.In(field.Bottom)))
	out.note = note(m.say("together.board.how"))
	if closed {
		out.note = note(m.say("together.closed"))
	}
	return out
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
func (m *Model) line(f frame, s hands.Slide) slide {
	o, _ := m.board(s)
	title := m.say("order.line")
	if o.Kind() == puzzle.KindWeigh {
		title = m.say("weigh.line")
	}
	out := m.titled(title, parts.Eyebrow("eyebrow", m.told(o.Puzzle().Title)), top(title, parts.TitleFont))
	e, mark, err := m.explained(s.Item)
	if err != nil {
		return out
	}
	rungs := parts.List("line", title)
	rungs.Style.Gap = parts.Space2
	for i, layer := range e.Layers {
		side := &ui.Node{ID: "rung." + strconv.Itoa(i), Role: ui.ListItem, Style: ui.Style{Flow: ui.Grid, Columns: len(layer), Gap: parts.Space2}}
		if f.narrow {
			side.Style.Columns = 1
		}
		for _, c := range layer {
			side.Children = append(side.Children, m.lineCard(s, o, c))
		}
		rungs.Children = append(rungs.Children, side)
	}
	out.main = append(out.main,
		wide(parts.Paragraph("result", m.say("together.line", "right", mark.Right, "of", mark.Decidable), parts.BodyFont)),
		rungs,
		parts.Panel("lesson",
			parts.Label("lesson.title", 2, m.say("feedback.lesson")),
			wide(parts.Paragraph("lesson.text", m.told(o.Puzzle().Why), parts.NewsFont))))
	return out
}

// explained is what is true of a board, and how the class's order compares.
func (m *Model) explained(item string) (*puzzle.OrderExplanation, *puzzle.OrderParts, error) {
	it, _ := m.class.Set().Item(item)
	o, ok := it.(*puzzle.Order)
	if !ok {
		return nil, nil, errNoBoard
	}
	mark, err := o.MarkOrder(m.class.Order(item))
	if err != nil {
		return nil, nil, err
	}
	e, err := o.Explain(orderJSON(m.class.Order(item)))
	if err != nil {
		return nil, nil, err
	}
	return e.Order, mark.Order, nil
}

// lineCard is a card where it belongs, with its date, and whether the class had it
// there.
func (m *Model) lineCard(s hands.Slide, o *puzzle.Order, c puzzle.OrderCard) *ui.Node {
	id := "item." + c.ID
	look, symbol, color, said := ui.GoodCard, figure.Right, theme.RealColor, m.say("order.stayed")
	if c.Move {
		look, symbol, color, said = ui.BadCard, figure.Wrong, theme.DeniedColor, m.say("together.moved.card")
	}
	when := m.words.Date(c.Date)
	if o.Kind() == puzzle.KindWeigh {
		when = m.say("weigh.tier." + string(c.Directness))
	}
	if m.class.Disagreed(s.Item, c.ID) {
		when += m.say("list.dot") + m.say("together.disagree")
	}
	head := parts.Row(id+".head", parts.Space2, parts.Icon(id+".icon", symbol, 18, color), parts.Grow(wide(parts.Softly(parts.Paragraph(id+".when", when, parts.BoldFont)))))
	n := parts.Card(id, head,
		&ui.Node{ID: id + ".title", Role: ui.Paragraph, Text: parts.Spans(m.cardTitle(s, c.ID)), Style: ui.Style{Font: parts.NewsBold}},
		&ui.Node{ID: id + ".move", Role: ui.Paragraph, VisuallyHidden: true, Text: ui.Plain(said)})
	n.Style.Look, n.Style.Gap, n.Style.Pad, n.Style.Glide = look, 0, ui.Sides(parts.Space2, parts.Space4), true
	return n
}
