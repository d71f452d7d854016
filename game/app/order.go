package app

import (
	"slices"
	"strconv"
	"strings"

	"holdtheline/game/figure"
	"holdtheline/game/theme"
	"holdtheline/game/ui"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/puzzle"
)

// cardTitle is what stands on a card: an event's or a source's title.
func (m *Model) cardTitle(o *puzzle.Order, id string) string {
	if o.Kind() == puzzle.KindWeigh {
		if src, ok := m.caseFile().Source(id); ok {
			return shown(src.Title)
		}
	} else if e, ok := m.caseFile().Event(id); ok {
		return e.Title
	}
	return id
}

// order lays out an order or weigh puzzle: cards in a row from top to bottom,
// which can be dragged, picked up and put down by two presses, or moved by
// their buttons.
func (m *Model) order(f frame, o *puzzle.Order, s *screen, answered bool) {
	if answered {
		m.orderFeedback(f, o, s)
		return
	}
	first, last := m.say("order.first"), m.say("order.last")
	if o.Kind() == puzzle.KindWeigh {
		first, last = m.say("weigh.first"), m.say("weigh.last")
	}
	cards := m.arrangement(o)
	items := &ui.Node{
		ID: "cards", Role: ui.List, Name: m.say("order.list"),
		Sort:  &ui.Sortable{Move: func(from, to int) ui.Msg { return MoveCard{From: from, To: to} }},
		Style: ui.Style{Gap: space2, MaxWidth: 760},
	}
	for i, id := range cards {
		items.Children = append(items.Children, m.sortCard(o, id, i, len(cards)))
	}
	s.main = append(s.main, eyebrow("order.first", first), items, eyebrow("order.last", last))
	s.side = append(s.side, softly(paragraph("order.how", m.say("order.how"), smallFont)))
	if m.asked {
		s.side = append(s.side, panel("untouched", paragraph("untouched.text", m.say("order.untouched"), bodyFont)))
	}
	chance := m.say("order.chance", "mark", percent(o.ChanceMean()), "cards", len(cards))
	s.left = []*ui.Node{softly(paragraph("bar.note", chance, smallFont))}
}

// sortCard is one card of the row: its name says its place, pressing it picks
// it up or, when another is up, puts that one here.
func (m *Model) sortCard(o *puzzle.Order, id string, i, of int) *ui.Node {
	title := m.cardTitle(o, id)
	text := []*ui.Node{{ID: "card." + id + ".title", Text: ui.Plain(title), Style: ui.Style{Font: newsBold}}}
	said := title // the name begins with all that is to be read on the card
	if o.Kind() == puzzle.KindWeigh {
		if src, ok := m.caseFile().Source(id); ok {
			detail := m.cardMeta(src, "")
			said += " " + detail
			text = append(text, &ui.Node{ID: "card." + id + ".detail", Text: ui.Plain(detail), Style: ui.Style{Font: smallFont, Color: theme.Soft}})
		}
	}
	look, name := ui.SortCard, m.say("order.card", "card", said, "n", i+1, "of", of)
	var do ui.Msg = LiftCard{Card: id}
	switch {
	case m.lifted == id:
		look, name = ui.LiftedCard, m.say("order.card.lifted", "card", said, "n", i+1, "of", of)
	case m.lifted != "":
		name = m.say("order.card.target", "card", said, "n", i+1, "of", of)
		do = MoveCard{From: slices.Index(m.arrangement(o), m.lifted), To: i}
	}
	press := &ui.Node{
		ID: "card." + id, Role: ui.Button, Name: name, Do: do,
		Style:    ui.Style{Grow: 1, MinHeight: 44, Pad: ui.Sides(space3, space1), Gap: 2, Justify: ui.Center},
		Children: text,
	}
	earlier := iconButton("earlier."+id, m.say("order.earlier", "card", title), figure.Earlier, MoveCard{From: i, To: i - 1})
	earlier.Disabled = i == 0
	later := iconButton("later."+id, m.say("order.later", "card", title), figure.Later, MoveCard{From: i, To: i + 1})
	later.Disabled = i == of-1
	grip := icon("item."+id+".grip", figure.Grip, 20, theme.Soft)
	grip.Style.Width, grip.Style.Height = 32, 44
	return &ui.Node{
		ID: "item." + id, Role: ui.ListItem,
		Style: ui.Style{
			Look: look, Flow: ui.Row, Gap: space1, Align: ui.Center, Pad: ui.Sides(space1, space2), MinHeight: 60,
		},
		Children: []*ui.Node{grip, press, earlier, later},
	}
}

// orderFeedback draws the true line: every rung with its date and how
// precisely it is known, ties side by side, and what was wrong.
func (m *Model) orderFeedback(f frame, o *puzzle.Order, s *screen) {
	answer, _ := m.session.Answer(o.ID())
	e, err := o.Explain(answer)
	if err != nil {
		s.main = append(s.main, paragraph("feedback.error", err.Error(), bodyFont))
		return
	}
	parts := e.Mark.Order
	detail := m.say("order.detail",
		"right", parts.Right, "decidable", parts.Decidable,
		"move", m.count("order.move", parts.ToMove),
		"chance", percent(e.Order.Chance))
	scale := newScale(e.Order.Layers)
	rungs := list("line", m.say("order.line"))
	for i, layer := range e.Order.Layers {
		rungs.Children = append(rungs.Children, m.rung(f, o, i, layer, scale))
	}
	rungs.Style.Gap = space2
	s.side = append(s.side, m.markHead(e.Mark, detail), m.lesson(e.Why))
	s.main = append(s.main,
		section(column("line.box", space2,
			label("line.title", 2, m.say("order.line")),
			softly(paragraph("line.note", m.say("order.line.note"), smallFont)),
			rungs,
		), m.say("order.line")),
	)
}

// rung is one step of the true line: one card, or several that can't be told
// apart.
func (m *Model) rung(f frame, o *puzzle.Order, i int, layer []puzzle.OrderCard, scale scale) *ui.Node {
	id := "rung." + strconv.Itoa(i)
	cards := &ui.Node{ID: id + ".cards", Style: ui.Style{Flow: ui.Grid, Columns: min(len(layer), 2), Gap: space2}}
	if f.narrow || len(layer) == 1 {
		cards.Style.Flow, cards.Style.Columns = ui.Column, 0
	}
	for _, c := range layer {
		cards.Children = append(cards.Children, m.lineCard(o, c, scale))
	}
	return &ui.Node{ID: id, Role: ui.ListItem, Children: []*ui.Node{cards}}
}

func (m *Model) lineCard(o *puzzle.Order, c puzzle.OrderCard, scale scale) *ui.Node {
	id := "true." + c.ID
	n := card(id)
	n.Style.Pad, n.Style.Gap = ui.Sides(space3, space4), space1
	symbol, color, word := figure.Right, theme.RealColor, m.say("order.stayed")
	if c.Move {
		symbol, color, word = figure.Wrong, theme.DeniedColor, m.say("order.had-to-move")
	}
	when := m.date(c.Date)
	if o.Kind() == puzzle.KindWeigh {
		when = m.say("weigh.tier." + string(c.Directness))
	}
	head := row(id+".head", space2,
		icon(id+".icon", symbol, 16, color),
		grow(softly(paragraph(id+".when", when, smallBold))),
	)
	title := &ui.Node{ID: id + ".title", Role: ui.Paragraph, Text: ui.Plain(shown(c.Title)), Style: ui.Style{Font: newsBold}}
	n.Children = kids(head, title)
	if o.Kind() != puzzle.KindWeigh {
		from, to, openStart, openEnd := scale.place(c.Date)
		n.Children = append(n.Children, &ui.Node{
			ID: id + ".span", Silent: true,
			Figure: figure.Span{From: from, To: to, OpenStart: openStart, OpenEnd: openEnd, Good: !c.Move},
			Style:  ui.Style{Height: 14},
		})
	}
	if c.Move {
		n.Children = append(n.Children, paragraph(id+".move", m.misplaced(o, c, word), smallFont))
	} else {
		n.Children = append(n.Children, &ui.Node{ID: id + ".move", Role: ui.Paragraph, Unseen: true, Text: ui.Plain(word)})
	}
	n.Children = append(n.Children, softly(paragraph(id+".note", c.Note, smallFont)))
	n.Children = kids(n.Children...)
	return n
}

// inner turns quotation marks into those that stand within others.
var inner = strings.NewReplacer("“", "‘", "”", "’")

// misplaced says of a card that had to move which cards it stood on the wrong
// side of.
func (m *Model) misplaced(o *puzzle.Order, c puzzle.OrderCard, word string) string {
	const named = 2
	names := func(ids []string) string {
		var titles []string
		for _, id := range ids {
			titles = append(titles, m.say("order.quote", "card", inner.Replace(m.cardTitle(o, id))))
		}
		if more := len(titles) - named; more > 0 {
			return m.count("source.more", more, "names", strings.Join(titles[:named], m.say("list.comma")))
		}
		return strings.Join(titles, m.say("list.and"))
	}
	out := word
	if len(c.TooEarly) > 0 {
		out += " " + m.say("order.too-early", "cards", names(c.TooEarly))
	}
	if len(c.TooLate) > 0 {
		out += " " + m.say("order.too-late", "cards", names(c.TooLate))
	}
	return out
}

// A scale puts dates between 0 and 1.
type scale struct{ first, last float64 }

// newScale spans all dates of a line, with a twentieth of room on both sides.
func newScale(layers [][]puzzle.OrderCard) scale {
	s := scale{}
	begun := false
	for _, layer := range layers {
		for _, c := range layer {
			if t, ok := c.Date.Earliest(); ok {
				if v := float64(t.Unix()); !begun || v < s.first {
					s.first = v
				}
			}
			if t, ok := c.Date.Latest(); ok {
				if v := float64(t.Unix()); !begun || v > s.last {
					s.last = v
				}
			}
			begun = true
		}
	}
	room := (s.last - s.first) / 20
	s.first -= room
	s.last += room
	return s
}

// place returns where an interval begins and ends on the scale.
func (s scale) place(d edtf.Date) (from, to float64, openStart, openEnd bool) {
	width := s.last - s.first
	if width <= 0 {
		return 0, 1, false, false
	}
	from, to, openStart, openEnd = 0, 1, true, true
	if t, ok := d.Earliest(); ok {
		from, openStart = (float64(t.Unix())-s.first)/width, false
	}
	if t, ok := d.Latest(); ok {
		to, openEnd = (float64(t.Unix())-s.first)/width, false
	}
	return max(0, from), min(1, to), openStart, openEnd
}
