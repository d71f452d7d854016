package parts

import (
	"slices"

	"holdtheline/assets/words"
	"holdtheline/game/figure"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// A Sorting is cards in a row from top to bottom that are put in order: dragged, picked
// up and put down by two presses, or moved by their buttons.
type Sorting struct {
	ID, Name, Value string // of the list
	Cards           []SortCard
	Lifted          string // the card that was picked up by a press; empty for none
	Narrow          bool   // on a phone held upright
	Low             bool   // cards are as low as can be, so that all are seen at once
	Say             func(key string, args ...any) string
	Lift            func(card string) ui.Msg
	Move            func(from, to int) ui.Msg
}

// A SortCard is one of the cards.
type SortCard struct {
	ID     string
	Title  words.Text
	Detail words.Text // below the title; may be empty
	Extra  *ui.Node   // a control of the program's own, before the arrows; may be nil
}

// lowCard is how high a low card is, in CSS pixels at 100 % text.
const lowCard = 34

// Node is the list.
func (s Sorting) Node() *ui.Node {
	items := &ui.Node{
		ID: s.ID, Role: ui.List, Name: s.Name, Value: s.Value,
		Sort:   &ui.Sortable{Move: s.Move},
		Figure: figure.Rail{Out: s.index(s.Lifted)},
		Style:  ui.Style{Gap: Space2, MaxWidth: 760, Pad: ui.Edges{Left: figure.RailWidth}},
	}
	if s.Low {
		items.Style.Gap = Space1
	}
	for i := range s.Cards {
		items.Children = append(items.Children, s.card(i))
	}
	return items
}

func (s Sorting) index(card string) int {
	return slices.IndexFunc(s.Cards, func(c SortCard) bool { return c.ID == card })
}

// card is one card of the row: its name says its place, pressing it picks it up or,
// when another is up, puts that one here.
func (s Sorting) card(i int) *ui.Node {
	c, of := s.Cards[i], len(s.Cards)
	said := c.Title.String() // the name begins with all that is to be read on the card
	text := []*ui.Node{{ID: "card." + c.ID + ".title", Text: Spans(c.Title), Style: ui.Style{Font: NewsBold}}}
	if len(c.Detail) > 0 {
		said += " " + c.Detail.String()
		text = append(text, &ui.Node{ID: "card." + c.ID + ".detail", Text: Spans(c.Detail), Style: ui.Style{Font: SmallFont, Color: theme.Soft}})
	}
	look, name := ui.SortCard, s.Say("order.card", "card", said, "n", i+1, "of", of)
	do := s.Lift(c.ID)
	switch {
	case s.Lifted == c.ID:
		look, name = ui.LiftedCard, s.Say("order.card.lifted", "card", said, "n", i+1, "of", of)
	case s.Lifted != "":
		name = s.Say("order.card.target", "card", said, "n", i+1, "of", of)
		do = s.Move(s.index(s.Lifted), i)
	}
	press := &ui.Node{
		ID: "card." + c.ID, Role: ui.Button, Name: name, Do: do,
		Style:    ui.Style{Grow: 1, MinHeight: 44, Pad: ui.Sides(Space3, Space1), Gap: 2, Justify: ui.Center},
		Children: text,
	}
	earlier := IconButton("earlier."+c.ID, s.Say("order.earlier", "card", c.Title), figure.Earlier, s.Move(i, i-1))
	earlier.Disabled = i == 0
	later := IconButton("later."+c.ID, s.Say("order.later", "card", c.Title), figure.Later, s.Move(i, i+1))
	later.Disabled = i == of-1
	grip := Icon("item."+c.ID+".grip", figure.Grip, 20, theme.Soft)
	grip.Style.Width, grip.Style.Height = 32, 44
	arrows := Row("item."+c.ID+".arrows", Space1, earlier, later)
	if s.Narrow {
		// On top of one another they leave the title its line.
		grip.Style.Width = 24
		arrows.Style.Flow, arrows.Style.Gap = ui.Column, 0
		for _, b := range arrows.Children {
			b.Style.Height = 36
		}
	}
	gap, least := float64(Space1), 60.0
	if s.Low {
		gap, least = 0, lowCard
		press.Style.Pad, press.Style.MinHeight, grip.Style.Height = ui.Sides(0, Space1), lowCard, lowCard
		earlier.Style.Height, later.Style.Height = lowCard, lowCard
	}
	return &ui.Node{
		ID: "item." + c.ID, Role: ui.ListItem, Value: c.ID,
		Style: ui.Style{
			Look: look, Flow: ui.Row, Gap: Space1, Align: ui.Center, Pad: ui.Sides(gap, Space2), MinHeight: least,
			Joint: true, Glide: true,
		},
		Children: Kids(grip, press, c.Extra, arrows),
	}
}
