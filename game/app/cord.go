package app

import (
	"slices"
	"strings"

	"holdtheline/assets/words"
	"holdtheline/game/figure"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/puzzle"
)

// A board is how the cards of a field of links hang: a row for each, none above one
// whose cord leads to it.
type board struct {
	root   string
	rows   []hung
	lying  []string
	leads  map[string]string // by card: where its cord leads
	titles map[string]words.Text
}

// A hung is a card on the board.
type hung struct {
	card  string
	lane  int    // of its bead
	to    string // the card that its cord leads to; empty for an end
	hangs bool   // from the claim, since no cord leads to it
}

// boardOf lays the cards out. Every card that no cord leads to begins a lane, which
// goes on to where its cord leads; where several lead, the first lane goes on.
func (m *Model) boardOf(field *puzzle.Field, d puzzle.Draft) board {
	b := board{root: field.Root, leads: map[string]string{}, titles: map[string]words.Text{}}
	up := map[string]bool{field.Root: true}
	for _, l := range d.Links(field.Name) {
		up[l.From] = true
		if l.To != "" {
			up[l.To], b.leads[l.From] = true, l.To
		}
	}
	behind := map[string][]string{} // by card: those whose cords lead to it
	for _, o := range field.Options {
		b.titles[o.ID] = m.in(o.Label)
		if to := b.leads[o.ID]; to != "" {
			behind[to] = append(behind[to], o.ID)
		}
		if !up[o.ID] {
			b.lying = append(b.lying, o.ID)
		}
	}
	placed := map[string]bool{}
	lanes := 0
	var place func(card string) int
	place = func(card string) int {
		placed[card] = true
		lane := -1
		for _, from := range behind[card] {
			if placed[from] {
				continue // cords that lead round in a circle
			}
			if l := place(from); lane < 0 {
				lane = l
			}
		}
		if lane < 0 {
			lane = lanes
			lanes++
		}
		b.rows = append(b.rows, hung{card: card, lane: lane, to: b.leads[card], hangs: len(behind[card]) == 0})
		return lane
	}
	for _, o := range field.Options {
		if !up[o.ID] || placed[o.ID] {
			continue
		}
		end := o.ID
		for range field.Options {
			if to := b.leads[end]; to != "" {
				end = to
			}
		}
		if !placed[end] {
			place(end)
		}
	}
	return b
}

func (b *board) up(card string) bool { return !slices.Contains(b.lying, card) }

// behind tells whether a card's cord leads to another, through any others.
func (b *board) behind(card, other string) bool {
	for range b.leads {
		if card = b.leads[card]; card == other {
			return true
		}
	}
	return false
}

// ends counts the cards whose cord leads nowhere.
func (b *board) ends() int {
	n := 0
	for _, r := range b.rows {
		if r.to == "" {
			n++
		}
	}
	return n
}

// onClaim is the name of the claim where cards are dropped.
const onClaim = "#claim"

// join returns the message that joins what was lifted to where it was put: the cord
// of a card that hangs is pulled to the other card; a card that lies is hung under
// the other, or under the claim. It is nil where nothing can be joined.
func (b *board) join(lifted, target string) ui.Msg {
	switch {
	case lifted == target:
	case target == onClaim:
		if !b.up(lifted) {
			return Hang{Card: lifted}
		}
	case b.up(lifted):
		if !b.behind(target, lifted) {
			return Hang{Card: lifted, To: target}
		}
	case b.up(target):
		return Hang{Card: target, To: lifted}
	}
	return nil
}

// linked is what an item asks to link, or nil.
func (m *Model) linked(item puzzle.Item) *puzzle.Field {
	form := m.session.Form(item.ID())
	for i := range form.Fields {
		if form.Fields[i].Pick == puzzle.PickLinks {
			return &form.Fields[i]
		}
	}
	return nil
}

// hang pulls a card's cord to another card, or hangs it up alone.
func (m *Model) hang(item puzzle.Item, card, to string) []Effect {
	field := m.linked(item)
	if field == nil {
		return nil
	}
	before := m.boardOf(field, m.filled(item))
	if to != "" && before.behind(to, card) {
		return nil
	}
	d, ok := m.filled(item).Link(field.Name, card, to)
	if !ok {
		return nil
	}
	m.lifted = ""
	after := m.boardOf(field, d)
	ends := m.count("cord.ends", after.ends())
	if to == "" {
		m.announce(m.say("cord.hung", "card", after.titles[card], "ends", ends))
	} else {
		m.announce(m.say("cord.pulled", "card", after.titles[card], "to", after.titles[to], "ends", ends))
	}
	return m.draft(item.ID(), d)
}

// takeDown lays a card back on the table.
func (m *Model) takeDown(item puzzle.Item, card string) []Effect {
	field := m.linked(item)
	if field == nil {
		return nil
	}
	d, ok := m.filled(item).Unlink(field.Name, card)
	if !ok {
		return nil
	}
	m.lifted = ""
	after := m.boardOf(field, d)
	m.focus = "card." + card
	m.announce(m.say("cord.taken-down", "card", after.titles[card], "ends", m.count("cord.ends", after.ends())))
	return m.draft(item.ID(), d)
}

// liftEnd takes a lying card up, or the end of the cord of one that hangs.
func (m *Model) liftEnd(b *board, card string) {
	if _, ok := b.titles[card]; !ok {
		return
	}
	if m.lifted == card {
		m.lifted = ""
		m.announce(m.say("cord.let-go"))
		return
	}
	m.lifted = card
	m.announce(m.inHand(b))
}

// inHand says what was lifted, and what can be done with it.
func (m *Model) inHand(b *board) string {
	key := "cord.card-in-hand"
	if b.up(m.lifted) {
		key = "cord.end-in-hand"
	}
	return m.say(key, "card", b.titles[m.lifted])
}

// cordFields lays out the question of a field of links: the claim with what hangs
// from it, and what lies on the table.
func (m *Model) cordFields(f frame, item puzzle.Item, field *puzzle.Field, s *screen, claim *ui.Node) {
	b := m.boardOf(field, m.filled(item))
	s.main = append(s.main, m.hanging(f, field, &b, claim))
	table := list("table", m.say("cord.table"))
	for _, card := range b.lying {
		table.Children = append(table.Children, m.tableCard(f, &b, card))
	}
	if len(b.lying) == 0 {
		table = softly(paragraph("table.empty", m.say("cord.table.empty"), smallFont))
	}
	s.side = append(s.side, m.hand(f, &b, field),
		section(column("table.box", space3, label("table.title", 2, m.say("cord.table")), table), m.say("cord.table")))
	s.left = []*ui.Node{softly(paragraph("bar.note", m.chance(item), smallFont))}
	s.drops = &ui.Drops{Message: b.join, Thread: "thread"}
}

// hanging is the claim and below it the cards on their cords.
func (m *Model) hanging(f frame, field *puzzle.Field, b *board, claim *ui.Node) *ui.Node {
	items := &ui.Node{
		ID: "cord", Role: ui.List, Name: m.in(field.Label).String(), Value: field.Name,
		Style: ui.Style{Gap: space3, Pad: ui.Edges{Left: figure.PullsWidth(b.lanes(), f.narrow)}, Page: &ui.Page{Thread: true}},
	}
	for _, r := range b.rows {
		items.Children = append(items.Children, m.cordCard(f, b, r))
	}
	head := &ui.Node{ID: "claim", Style: ui.Style{Look: ui.Panel, Pad: ui.Sides(space3, space4), Joint: true}, Drop: onClaim}
	count := &ui.Node{ID: "ends", Text: ui.Plain(m.say("cord.count", "ends", m.count("cord.ends", b.ends()))), Style: ui.Style{Font: smallBold}}
	press := &ui.Node{ID: "claim.press", Style: ui.Style{Gap: space1, MinHeight: 44}, Children: append(slices.Clone(claim.Children), count)}
	if m.lifted != "" && b.join(m.lifted, onClaim) != nil {
		press.Role, press.Do = ui.Button, b.join(m.lifted, onClaim)
		press.Name = m.say("cord.onto-claim", "card", b.titles[m.lifted])
		head.Style.Look = ui.SortCard
	}
	head.Children = []*ui.Node{press}
	box := column("board", space5, head, items)
	box.Figure = b.figure(m.lifted)
	return section(box, m.in(field.Label).String())
}

func (b *board) lanes() int {
	n := 1
	for _, r := range b.rows {
		n = max(n, r.lane+1)
	}
	return n
}

// figure is the cords, with the end of one in the player's hand.
func (b *board) figure(out string) figure.Pulls {
	var f figure.Pulls
	for _, r := range b.rows {
		to := slices.IndexFunc(b.rows, func(other hung) bool { return other.card == r.to })
		f.Cards = append(f.Cards, figure.Pulled{Lane: r.lane, To: to, Hangs: r.hangs, Out: r.card == out})
	}
	return f
}

// cordCard is a card that hangs. Pressing it takes the end of its cord, or joins what
// was lifted to it.
func (m *Model) cordCard(f frame, b *board, r hung) *ui.Node {
	state := words.In("", m.say("cord.end"))
	if r.to != "" {
		state = m.tell("cord.leads", "to", b.titles[r.to])
	}
	n := m.pullCard(f, b, r.card, state)
	n.Style.Joint = true
	n.Drag.Thread = true
	return n
}

// tableCard is a card that lies on the table. Pressing it takes it up, or pulls the
// cord in the player's hand to it.
func (m *Model) tableCard(f frame, b *board, card string) *ui.Node {
	return m.pullCard(f, b, card, nil)
}

// pullCard is a card that can be hung up and from which a cord can be pulled: what it
// is, what it says where there is room, and how its cord goes.
func (m *Model) pullCard(f frame, b *board, card string, state words.Text) *ui.Node {
	src, ok := m.caseFile().Source(card)
	if !ok {
		return nil
	}
	title := b.titles[card]
	said := title.String()
	text := []*ui.Node{{ID: "card." + card + ".title", Text: spans(title), Style: ui.Style{Font: newsBold}}}
	if meta := m.cardMeta(src, ""); !f.narrow || len(state) == 0 {
		text = append(text, &ui.Node{ID: "card." + card + ".meta", Text: spans(meta), Style: ui.Style{Font: smallFont, Color: theme.Soft}})
		said += ". " + meta.String()
	}
	if len(state) > 0 {
		text = append(text, &ui.Node{ID: "card." + card + ".state", Text: spans(state), Style: ui.Style{Font: smallBold}})
		said += ". " + state.String()
	}
	look, name := ui.SortCard, said
	var do ui.Msg = LiftCard{Card: card}
	switch {
	case m.lifted == card:
		look, name = ui.LiftedCard, m.say("cord.card.lifted", "card", said)
	case m.lifted == "" && b.up(card):
		name = m.say("cord.card.hung", "card", said)
	case m.lifted == "":
		name = m.say("cord.card.lying", "card", said)
	case b.join(m.lifted, card) != nil:
		do = b.join(m.lifted, card)
		key := "cord.card.under" // what is in the hand is hung under it
		if b.up(m.lifted) {
			key = "cord.card.onto" // the cord in the hand is pulled to it
		}
		name = m.say(key, "card", said, "lifted", b.titles[m.lifted])
	}
	press := &ui.Node{
		ID: "card." + card, Role: ui.Button, Name: name, Do: do,
		Style:    ui.Style{Grow: 1, MinHeight: 44, Pad: ui.Sides(space2, space1), Gap: 2, Justify: ui.Center},
		Children: text,
	}
	read := m.readButton(card, title)
	grip := icon("item."+card+".grip", figure.Grip, 20, theme.Soft)
	grip.Style.Width, grip.Style.Height = 28, 44
	if f.narrow {
		grip.Style.Width = 20
	}
	if m.showing.view == PlainPage {
		grip = nil // nothing can be dragged there
	}
	head := row("item."+card+".row", space1, grip, press, read)
	n := &ui.Node{
		ID: "item." + card, Role: ui.ListItem, Value: card,
		Drag: &ui.Draggable{Name: card}, Drop: card,
		Style:    ui.Style{Look: look, Pad: ui.Sides(space1, space3), MinHeight: 60, Glide: true},
		Children: []*ui.Node{head},
	}
	if f.wide && b.leads[card] == "" {
		// It is read to tell what it rests on.
		body := column("item."+card+".text", space1, m.saidIn(src)...)
		body.Style.Pad = ui.Edges{Bottom: space2}
		n.Children = append(n.Children, body)
	}
	return n
}

// readButton opens a card to read it whole.
func (m *Model) readButton(card string, title words.Text) *ui.Node {
	return iconButton("read."+card, m.say("cord.read", "card", title), figure.ArticleSymbol, OpenSource{Source: card})
}

// saidIn is what a source said by the day that counts for the question.
func (m *Model) saidIn(src *casefile.Source) []*ui.Node {
	var out []*ui.Node
	at := m.asOf()
	for _, p := range src.Digest {
		if p.At.IsZero() || m.public(src.ID+"#"+p.ID, at) {
			out = append(out, paragraph("item."+src.ID+"."+p.ID, m.told(p.Text), smallFont))
		}
	}
	return out
}

// asOf is the day that counts as today where a source is read: that of the beat, or
// of the question; the zero date where all is known.
func (m *Model) asOf() edtf.Date {
	if m.session == nil {
		return edtf.Date{}
	}
	if beat := m.beatOf(m.step().Beat); beat != nil {
		return beat.At
	}
	if p := m.puzzleOf(m.step().Puzzle); p != nil {
		return p.At
	}
	return edtf.Date{}
}

// hand says how the cord is pulled, or what is in the player's hand and what else
// can be done with it.
func (m *Model) hand(f frame, b *board, field *puzzle.Field) *ui.Node {
	if m.lifted == "" {
		how := m.say("cord.how")
		if m.showing.view == PlainPage {
			how = m.say("cord.how.plain") // nothing can be dragged there
		}
		return panel("hand", paragraph("hand.text", how, smallFont), softly(paragraph("hand.note", m.in(field.Note), smallFont)))
	}
	buttons := wrap("hand.buttons", space2)
	if !f.narrow { // there it is in the bar, within the thumb's reach
		buttons.Children = append(buttons.Children, m.letGo())
	}
	if b.up(m.lifted) {
		if b.leads[m.lifted] != "" {
			buttons.Children = append(buttons.Children, plain("cut", m.say("cord.cut"), Hang{Card: m.lifted}))
		}
		if m.lifted != b.root {
			buttons.Children = append(buttons.Children, plain("take-down", m.say("cord.take-down"), TakeDown{Card: m.lifted}))
		}
	}
	for _, n := range buttons.Children {
		n.Style.Font, n.Style.Pad = smallBold, ui.Sides(space1, space4)
	}
	if len(buttons.Children) == 0 {
		buttons = nil
	}
	return panel("hand", paragraph("hand.text", m.inHand(b), smallFont), buttons)
}

// letGo is the button that puts back what was lifted.
func (m *Model) letGo() *ui.Node {
	return plain("let-go", m.say("cord.put-back"), LiftCard{Card: m.lifted})
}

// trace lays out "what does this rest on?": the claim with the report on its cord,
// and the cards that lie about.
func (m *Model) trace(f frame, t *puzzle.Trace, s *screen, answered bool) {
	claim := m.claimLine(t.Puzzle().Claim, t.Puzzle().At)
	field := m.linked(t)
	if answered {
		m.traceFeedback(f, t, field, s, claim)
		return
	}
	m.cordFields(f, t, field, s, claim)
}

// claimLine names the claim that a puzzle is about, and the day that counts.
func (m *Model) claimLine(id string, at edtf.Date) *ui.Node {
	c, ok := m.caseFile().Claim(id)
	if !ok {
		return &ui.Node{ID: "claim"}
	}
	return panel("claim",
		&ui.Node{ID: "claim.label", Text: ui.Plain(m.say("trace.claim", "date", m.date(at))), Style: ui.Style{Font: labelFont, Color: theme.Soft}},
		&ui.Node{ID: "claim.text", Text: spans(m.told(c.Text)), Style: ui.Style{Font: leadFont}})
}

// traceFeedback shows what was hung up once more: the right cords stay, the wrong
// ones spring back. Then the whole provenance as one picture.
func (m *Model) traceFeedback(f frame, t *puzzle.Trace, field *puzzle.Field, s *screen, claim *ui.Node) {
	answer, _ := m.session.Answer(t.ID())
	e, err := t.Explain(answer)
	if err != nil {
		s.main = append(s.main, paragraph("feedback.error", err.Error(), bodyFont))
		return
	}
	b := m.boardOf(field, m.filled(t))
	judged := map[string]puzzle.TraceCard{}
	lines := map[string]puzzle.Line{}
	for i, c := range e.Trace.Cards {
		judged[c.Source], lines[c.Source] = c, e.Lines[i]
	}
	cords := b.figure("")
	cords.Marked = true
	hanging := list("cord", m.say("cord.yours"))
	hanging.Style.Pad, hanging.Style.Page = ui.Edges{Left: figure.PullsWidth(b.lanes(), f.narrow)}, &ui.Page{Thread: true}
	for i, r := range b.rows {
		cords.Cards[i].Sprung = judged[r.card].Pull == puzzle.Wrong
		n := m.judgedCard(r.card, &b, lines[r.card])
		n.Style.Joint = true
		hanging.Children = append(hanging.Children, n)
	}
	lying := list("table", m.say("cord.left"))
	for _, card := range b.lying {
		lying.Children = append(lying.Children, m.judgedCard(card, &b, lines[card]))
	}
	claim.Style.Joint, claim.Style.Pad = true, ui.Sides(space3, space4)
	box := column("board", space5, claim, hanging)
	box.Figure = cords
	parts := e.Mark.Trace
	witnesses := m.count("trace.witness", len(t.Witnesses()))
	if ends := len(parts.Witnesses); ends != len(t.Witnesses()) {
		witnesses = m.say("trace.detail.people", "ends", m.count("cord.ends", ends), "witnesses", witnesses)
	}
	detail := m.say("trace.detail", "right", parts.Right, "of", parts.Of, "ends", m.count("cord.ends", len(parts.Ends)), "witnesses", witnesses)
	s.main = append(s.main, m.markHead(e.Mark, detail),
		column("board.box", space3, label("board.title", 2, m.say("cord.yours")), section(box, m.say("cord.yours"))))
	spread := m.provenance("spread", 2, m.say("trace.spread"), m.spreadOf(t, e.Trace.Spread), t.Report())
	if spread != nil {
		spread = section(spread, m.say("trace.spread"))
	}
	if len(lying.Children) == 0 {
		lying = nil
	}
	s.side = append(s.side, spread, m.lesson(e.Why))
	if lying != nil {
		s.side = append(s.side, section(column("table.box", space3, label("table.title", 2, m.say("cord.left")), lying), m.say("cord.left")))
	}
}

// judgedCard is a card as it was answered, with what is right about it.
func (m *Model) judgedCard(card string, b *board, l puzzle.Line) *ui.Node {
	id := "item." + card
	symbol, color, look, word := figure.Wrong, theme.DeniedColor, ui.BadCard, "tick.wrong"
	if l.Right {
		symbol, color, look, word = figure.Right, theme.RealColor, ui.GoodCard, "tick.right"
	}
	n := &ui.Node{
		ID: id, Role: ui.ListItem, Value: card,
		Style: ui.Style{Look: look, Pad: ui.Edges{Top: space2, Right: space2, Bottom: space3, Left: space4}, Gap: 0, Glide: true},
	}
	mark := &ui.Node{ID: id + ".mark", Role: ui.Paragraph, Text: ui.Plain(m.say(word)), Style: ui.Style{Font: smallBold}}
	detail := m.in(l.Detail)
	n.Children = kids(
		row(id+".head", space2, icon(id+".icon", symbol, 16, color), grow(mark), m.readButton(card, b.titles[card])),
		&ui.Node{ID: id + ".text", Role: ui.Paragraph, Text: spans(m.in(l.Text)), Style: ui.Style{Font: bodyFont, MaxWidth: measure(bodyFont)}},
		softly(paragraph(id+".detail", detail, smallFont)),
	)
	return n
}

// dated is when a source came out, as far as its page or an answered question tells.
func (m *Model) datedAs(src *casefile.Source) string {
	if src.DatedBy == casefile.Inferred && m.datesLater(src.ID) {
		return m.say("source.undated")
	}
	return m.date(src.Published)
}

// datesLater tells whether a question of this game that is not answered yet asks when
// a source was written.
func (m *Model) datesLater(source string) bool {
	if m.session == nil {
		return false
	}
	for _, step := range m.session.Steps() {
		for _, id := range step.Items {
			item, _ := m.set.Item(id)
			d, ok := item.(*puzzle.Date)
			if ok && m.session.Tries(id) == 0 && strings.HasPrefix(d.Puzzle().Source+"#", source+"#") {
				return true
			}
		}
	}
	return false
}
