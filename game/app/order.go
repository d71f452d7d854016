package app

import (
	"slices"

	"holdtheline/assets/words"
	"holdtheline/game/figure"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/puzzle"
)

// cardTitle is what stands on a card: an event's or a source's title.
func (m *Model) cardTitle(item puzzle.Item, id string) words.Text {
	if field := m.ordered(item); field != nil {
		for _, o := range field.Options {
			if o.ID == id {
				return m.in(o.Label)
			}
		}
	}
	return words.In("", id)
}

// order lays out an order or weigh puzzle: cards in a row from top to bottom,
// which can be dragged, picked up and put down by two presses, or moved by
// their buttons.
func (m *Model) order(f frame, o *puzzle.Order, s *screen, answered bool) {
	if answered {
		m.orderFeedback(f, o, s)
		return
	}
	s.main = append(s.main, m.cards(f, o)...)
	how := m.say("order.how")
	if m.showing.view == PlainPage {
		how = m.say("order.how.plain") // nothing can be dragged there
	}
	s.side = append(s.side, softly(paragraph("order.how", how, smallFont)))
	if m.asked {
		s.side = append(s.side, panel("untouched", paragraph("untouched.text", m.say("order.untouched"), bodyFont)))
	}
	chance := m.say("order.chance", "mark", percent(o.Chance()), "cards", len(o.Cards()))
	s.left = []*ui.Node{softly(paragraph("bar.note", chance, smallFont))}
}

// cards are what is to be put in order, in a row from top to bottom.
func (m *Model) cards(f frame, item puzzle.Item) []*ui.Node {
	field := m.ordered(item)
	cards := m.arrangement(item)
	items := &ui.Node{
		ID: "cards", Role: ui.List, Name: m.in(field.Label).String(), Value: field.Name,
		Sort:   &ui.Sortable{Move: func(from, to int) ui.Msg { return MoveCard{From: from, To: to} }},
		Figure: figure.Rail{Out: slices.Index(cards, m.lifted)},
		Style:  ui.Style{Gap: space2, MaxWidth: 760, Pad: ui.Edges{Left: figure.RailWidth}},
	}
	for i, id := range cards {
		items.Children = append(items.Children, m.sortCard(f, item, id, i, len(cards)))
	}
	return kids(eyebrow("order.first", m.in(field.Top)), items, eyebrow("order.last", m.in(field.Bottom)))
}

// sortCard is one card of the row: its name says its place, pressing it picks
// it up or, when another is up, puts that one here.
func (m *Model) sortCard(f frame, o puzzle.Item, id string, i, of int) *ui.Node {
	title := m.cardTitle(o, id)
	text := []*ui.Node{{ID: "card." + id + ".title", Text: spans(title), Style: ui.Style{Font: newsBold}}}
	said := title.String() // the name begins with all that is to be read on the card
	if o.Kind() == puzzle.KindWeigh {
		if src, ok := m.caseFile().Source(id); ok {
			detail := m.cardMeta(src, "")
			said += " " + detail.String()
			text = append(text, &ui.Node{ID: "card." + id + ".detail", Text: spans(detail), Style: ui.Style{Font: smallFont, Color: theme.Soft}})
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
	arrows := row("item."+id+".arrows", space1, earlier, later)
	if f.narrow {
		// On top of one another they leave the title its line.
		grip.Style.Width = 24
		arrows.Style.Flow, arrows.Style.Gap = ui.Column, 0
		for _, b := range arrows.Children {
			b.Style.Height = 36
		}
	}
	return &ui.Node{
		ID: "item." + id, Role: ui.ListItem, Value: id,
		Style: ui.Style{
			Look: look, Flow: ui.Row, Gap: space1, Align: ui.Center, Pad: ui.Sides(space1, space2), MinHeight: 60,
			Joint: true, Glide: true,
		},
		Children: []*ui.Node{grip, press, arrows},
	}
}
