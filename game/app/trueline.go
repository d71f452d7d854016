package app

import (
	"strconv"
	"strings"

	"holdtheline/assets/words"
	"holdtheline/game/figure"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/puzzle"
)

// orderFeedback moves the player's cards to where they truly belong: along a
// scaled, dated cord, or, where sources were weighed, onto the steps of their
// strength. Cards that can't be told apart stand side by side.
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
	head, lesson := m.markHead(e.Mark, detail), m.lesson(e.Why)
	if o.Kind() == puzzle.KindWeigh {
		s.side = append(s.side, head, lesson)
		s.main = append(s.main, m.tiers(f, o, e.Order.Layers))
		return
	}
	top := s.side
	s.main, s.side, s.lead = nil, nil, false
	line := m.trueLine(f, o, e.Order.Layers)
	notes := m.dateNotes(e.Order.Layers)
	if !f.wide {
		s.main = append(top, kids(head, line, lesson, notes)...)
		return
	}
	// Headline and mark above the line, what there is to say about it below.
	for _, n := range top[1:] {
		n.VisuallyHidden = true // what was asked has been answered
	}
	head.Style.Width = f.side
	below := &ui.Node{ID: "line.below", Style: ui.Style{Flow: ui.Grid, Columns: 2, Gap: space5}, Children: kids(lesson, notes)}
	if notes == nil {
		below = lesson
	}
	above := row("line.above", space8, grow(column("line.what", space2, top...)), head)
	above.Style.Align = ui.End
	s.main = []*ui.Node{above, line, below}
}

// leastCard is the least width of a card that stands on the line, in CSS pixels
// at 100 % text.
const leastCard = 178

// linePaper is how wide the line is on paper, in CSS pixels.
const linePaper = 660

// trueLine is the cord with the cards around it: between two rows of them where
// there is room, else down at their left.
func (m *Model) trueLine(f frame, o *puzzle.Order, layers [][]puzzle.OrderCard) *ui.Node {
	scale := newScale(layers)
	cord := figure.TrueLine{Ticks: scale.ticks(m.locale), Breaks: scale.breaks()}
	cards, most := 0, 0
	for _, layer := range layers {
		cards += len(layer)
		most = max(most, len(layer))
	}
	step := (min(f.width, pageWidth) - 2*40) / float64(cards+1)
	cord.Upright = !f.wide || step*float64(most+1)/float64(max(1, most)) < leastCard

	rungs := list("line", m.say("order.line"))
	rungs.Style.Page = &ui.Page{Thread: true}
	if cord.Upright {
		rungs.Style.Gap = space3
		rungs.Style.Pad = ui.Edges{Top: space2, Bottom: space2, Left: figure.TrueLineWidth}
	} else {
		rungs.Style.Flow, rungs.Style.Gap, rungs.Style.Split = ui.Zigzag, space4, figure.TrueLineSplit
	}
	for i, layer := range layers {
		id := "rung." + strconv.Itoa(i)
		side := &ui.Node{ID: id + ".cards", Style: ui.Style{Flow: ui.Grid, Columns: len(layer), Gap: space2}}
		if cord.Upright && f.narrow {
			side.Style.Columns = 1
		}
		var all figure.Stretch
		for j, c := range layer {
			stretch := scale.stretch(c)
			n := m.lineCard(o, c, m.date(c.Date))
			n.Style.Joint = !cord.Upright
			title := n.Children[1]
			title.Fallback, title.PrintWidth = figure.Spread{Stretch: stretch, Breaks: cord.Breaks}, linePaper
			side.Children = append(side.Children, n)
			if n.Style.Joint {
				cord.Stretches = append(cord.Stretches, stretch)
			}
			if j == 0 {
				all = stretch
			}
			all = all.With(stretch)
		}
		if cord.Upright {
			// A leader to the second card would run behind the first.
			cord.Stretches = append(cord.Stretches, all)
		}
		rungs.Children = append(rungs.Children, &ui.Node{
			ID: id, Role: ui.ListItem, Style: ui.Style{Grow: float64(len(layer)), Joint: cord.Upright}, Children: []*ui.Node{side},
		})
	}
	rungs.Figure = cord
	rungs.Fallback, rungs.PrintWidth = figure.Scale{Ticks: cord.Ticks, Breaks: cord.Breaks}, linePaper
	note := softly(paragraph("line.note", m.say("order.line.note"), smallFont))
	title := column("line.head", space1, label("line.title", 2, m.say("order.line")), note)
	return section(column("line.box", space3, title, rungs), m.say("order.line"))
}

// tiers are the sources that were weighed, the strongest first.
func (m *Model) tiers(f frame, o *puzzle.Order, layers [][]puzzle.OrderCard) *ui.Node {
	rungs := list("line", m.say("weigh.line"))
	rungs.Style.Page = &ui.Page{Thread: true}
	rungs.Style.Gap = space5
	for i, layer := range layers {
		id := "rung." + strconv.Itoa(i)
		cards := &ui.Node{ID: id + ".cards", Style: ui.Style{Flow: ui.Grid, Columns: min(len(layer), 2), Gap: space2}}
		if f.narrow {
			cards.Style.Columns = 1
		}
		for _, c := range layer {
			cards.Children = append(cards.Children, m.lineCard(o, c, m.date(c.Date)))
		}
		rungs.Children = append(rungs.Children, &ui.Node{
			ID: id, Role: ui.ListItem, Style: ui.Style{Gap: space2},
			Children: []*ui.Node{label(id+".tier", 3, m.say("weigh.tier."+string(layer[0].Directness))), cards},
		})
	}
	return section(column("line.box", space3, label("line.title", 2, m.say("weigh.line")), rungs), m.say("weigh.line"))
}

// lineCard is a card where it belongs: whether it stood there, and if not, on
// the wrong side of what.
func (m *Model) lineCard(o *puzzle.Order, c puzzle.OrderCard, when string) *ui.Node {
	id := "item." + c.ID // the card that was moved: it glides here
	n := card(id)
	n.Style.Pad, n.Style.Gap, n.Style.Glide = ui.Sides(space3, space4), space1, true
	symbol, color := figure.Right, theme.RealColor
	n.Style.Look = ui.GoodCard
	if c.Move {
		symbol, color = figure.Wrong, theme.DeniedColor
		n.Style.Look = ui.BadCard
	}
	head := row(id+".head", space2,
		icon(id+".icon", symbol, 16, color),
		grow(softly(paragraph(id+".when", when, smallBold))),
	)
	head.Children[1].Style.Print = &ui.Print{KeepWithNext: true}
	title := &ui.Node{ID: id + ".title", Role: ui.Paragraph, Text: spans(m.cardTitle(o, c.ID)), Style: ui.Style{Font: newsBold}}
	result := &ui.Node{ID: id + ".move", Role: ui.Paragraph, VisuallyHidden: true, Text: ui.Plain(m.say("order.stayed"))}
	if c.Move {
		result = paragraph(id+".move", m.misplaced(o, c), smallFont)
	}
	n.Children = []*ui.Node{head, title, result}
	return n
}

// dateNotes are what the case has to say about single dates.
func (m *Model) dateNotes(layers [][]puzzle.OrderCard) *ui.Node {
	notes := list("notes", m.say("order.notes"))
	for _, layer := range layers {
		for _, c := range layer {
			if c.Note == "" {
				continue
			}
			notes.Children = append(notes.Children, &ui.Node{
				ID: "note." + c.ID, Role: ui.ListItem, Text: append(strong(m.tell("order.note", "card", m.told(c.Title))), spans(m.told(c.Note))...),
				Style: ui.Style{Font: bodyFont, MaxWidth: measure(bodyFont)},
			})
		}
	}
	if len(notes.Children) == 0 {
		return nil
	}
	return section(panel("notes.box", label("notes.title", 2, m.say("order.notes")), notes), m.say("order.notes"))
}

// inner turns quotation marks into those that stand within others.
var inner = strings.NewReplacer("“", "‘", "”", "’")

// misplaced says of a card that had to move which cards it stood on the wrong
// side of.
func (m *Model) misplaced(o *puzzle.Order, c puzzle.OrderCard) words.Text {
	const named = 1
	names := func(ids []string) words.Text {
		var titles []words.Text
		for _, id := range ids {
			titles = append(titles, m.tell("order.quote", "card", m.cardTitle(o, id).Map(inner.Replace)))
		}
		if more := len(titles) - named; more > 0 {
			return m.tellCount("source.more", more, "names", words.Join(m.say("list.comma"), titles[:named]...))
		}
		return words.Join(m.say("list.and"), titles...)
	}
	var out []words.Text
	if len(c.TooEarly) > 0 {
		out = append(out, m.tell("order.too-early", "cards", names(c.TooEarly)))
	}
	if len(c.TooLate) > 0 {
		out = append(out, m.tell("order.too-late", "cards", names(c.TooLate)))
	}
	return words.Join(" ", out...)
}
