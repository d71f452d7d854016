package app

import (
	"holdtheline/assets/words"
	"holdtheline/game/parts"
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
	if o.Kind() == puzzle.KindWeigh {
		// How close a source stands depends on what it is weighed for.
		s.side = append(s.side, kids(m.claimPanel(o.Puzzle().Claim))...)
	}
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
	sorting := parts.Sorting{
		ID: "cards", Name: m.in(field.Label).String(), Value: field.Name, Lifted: m.lifted, Narrow: f.narrow, Say: m.say,
		Lift: func(card string) ui.Msg { return LiftCard{Card: card} },
		Move: func(from, to int) ui.Msg { return MoveCard{From: from, To: to} },
	}
	for _, id := range m.arrangement(item) {
		card := parts.SortCard{ID: id, Title: m.cardTitle(item, id)}
		if src, ok := m.caseFile().Source(id); ok && item.Kind() == puzzle.KindWeigh {
			card.Detail = m.cardMeta(src, "")
		}
		sorting.Cards = append(sorting.Cards, card)
	}
	return kids(eyebrow("order.first", m.in(field.Top)), sorting.Node(), eyebrow("order.last", m.in(field.Bottom)))
}
