package together

import (
	"strconv"

	"holdtheline/assets/words"
	"holdtheline/game/figure"
	"holdtheline/game/parts"
	"holdtheline/game/sources"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/hands"
)

// How high a stamp and the number below it are, in CSS pixels at 100 % text.
const (
	stampHeight  = 72
	numberHeight = 56
	starRoom     = 24 // beside what stands in a star, which its spikes need
)

// claim is what is judged, as a heading.
func (m *Model) claim(s hands.Slide) *ui.Node {
	v, _ := m.verdict(s)
	return top(m.Tell("order.quote", "card", m.told(v.Claim.Text)), parts.TitleFont)
}

// vote counts hands. Of the counts only the one that is being made can be read: what
// the others raise their hands for is none of anybody's business before the talk.
func (m *Model) vote(f frame.Frame, s hands.Slide) frame.Screen {
	ask := "together.vote.first"
	if s.Part == hands.Revote {
		ask = "together.vote.second"
	}
	open := m.class.Open(s.Item, round(s))
	fields := &ui.Node{ID: "stamps", Role: ui.List, Name: m.Say("together.stamps"), Style: ui.Style{Flow: ui.Grid, Columns: 4, Gap: parts.Space2}}
	if f.Narrow {
		fields.Style.Columns = 2
	}
	for i, v := range casefile.Verdicts() {
		fields.Children = append(fields.Children, m.field(s, i, v, open))
	}
	out := m.titled(m.Say(ask), m.claim(s), wide(parts.Paragraph("ask", m.Say(ask), parts.BodyFont)), fields)
	if open {
		out.Main = append(out.Main, m.tools(f, s))
	} else {
		out.Main = append(out.Main, wide(parts.Softly(parts.Paragraph("closed", m.Say("together.closed"), parts.BodyFont))))
	}
	out.Note = said(m.tally(s))
	return out
}

// tally says how many hands were counted in all.
func (m *Model) tally(s hands.Slide) string {
	n, all := m.class.Count(s.Item, round(s)).Sum(), m.class.Pupils()
	if all == 0 {
		return m.Count("together.hands", n)
	}
	return m.Say("together.hands.of", "n", n, "of", all)
}

// field is a stamp to raise hands for. Pressing it counts one more.
func (m *Model) field(s hands.Slide, i int, v casefile.Verdict, open bool) *ui.Node {
	id := "raise." + string(v)
	n := m.class.Count(s.Item, round(s))[v]
	look := sources.Stamp(v)
	name := m.stampName(v)
	stamp := &ui.Node{
		ID: id + ".stamp", Figure: look, Text: parts.Spans(name),
		Style: ui.Style{
			Font: theme.Font{Size: theme.SmallSize, Bold: true, Caps: true}, Color: look.Color, MinHeight: stampHeight,
			TextAlign: ui.Center, Align: ui.Center, Justify: ui.Center, Pad: ui.Sides(parts.Space2, stampRoom(look)),
		},
	}
	shown, font := "", parts.HeroFont
	switch {
	case !open:
	case m.inHand == v:
		shown = strconv.Itoa(n)
	case n > 0:
		shown, font = m.Say("together.counted.short"), parts.BodyFont
	}
	number := &ui.Node{
		ID: id + ".number", Text: ui.Plain(shown),
		Style: ui.Style{Font: font, MinHeight: numberHeight, TextAlign: ui.Center, Justify: ui.Center},
	}
	node := &ui.Node{
		ID: id, Style: ui.Style{Look: ui.Card, Pad: ui.Sides(parts.Space2, parts.Space1), Gap: parts.Space1, MinHeight: 44},
		Children: []*ui.Node{stamp, number},
	}
	if !open {
		stamp.Role, number.Decorative = ui.Paragraph, true
		return &ui.Node{ID: id + ".item", Role: ui.ListItem, Children: []*ui.Node{node}}
	}
	node.Role, node.Do = ui.Button, Raise{Verdict: v}
	switch {
	case m.inHand == v:
		node.Name = m.Count("together.raise.hands", n, "stamp", name)
	case n > 0:
		node.Name = m.Say("together.raise.counted", "stamp", name)
	default:
		node.Name = m.Say("together.raise", "stamp", name)
	}
	if m.Chosen.Keys {
		node.Shortcut = strconv.Itoa(i + 1)
	}
	return &ui.Node{ID: id + ".item", Role: ui.ListItem, Children: []*ui.Node{node}}
}

// stampRoom is the room beside what stands in a stamp.
func stampRoom(s figure.Stamp) float64 {
	if s.Outline == figure.Star {
		return starRoom
	}
	return parts.Space2
}

// tools change the count of the stamp in hand.
func (m *Model) tools(f frame.Frame, s hands.Slide) *ui.Node {
	tally := m.class.Count(s.Item, round(s))
	left := m.class.Pupils() - tally.Sum()
	button := func(id, text string, do ui.Msg, can bool) *ui.Node {
		b := tool(parts.Plain(id, text, do))
		b.Shortcut, b.Disabled = m.shortcut(id), !can
		return b
	}
	rest := m.Say("together.rest")
	if left > 0 {
		rest = m.Say("together.rest.n", "n", left)
	}
	return parts.Wrap("tools", parts.Space2,
		button("take", m.Say("together.take"), Take{}, tally[m.inHand] > 0),
		button("number", m.Say("together.number"), AskNumber{}, m.inHand != ""),
		button("rest", rest, Rest{}, m.inHand != "" && left > 0),
		m.sizeButton(f))
}

// talk asks the class to talk, with a question that comes from the case.
func (m *Model) talk(f frame.Frame, s hands.Slide) frame.Screen {
	v, _ := m.verdict(s)
	var shown *ui.Node
	if m.class.Shown(s.Item) {
		shown = m.votes(f, s, false)
	}
	out := m.titled(m.Say("together.talk"),
		parts.Eyebrow("eyebrow", m.Say("together.talk")),
		m.claim(s),
		shown,
		wide(parts.Paragraph("neighbour", m.Say("together.talk.how"), parts.BodyFont)),
		m.question(s),
		parts.Panel("hint",
			parts.Label("hint.title", 2, m.Say("together.talk.hint")),
			wide(parts.Paragraph("hint.text", m.told(v.Hint()), parts.NewsFont))))
	if first := m.class.Count(s.Item, hands.First); first.Sum() > 0 && shown == nil && !m.class.Seen(s.Item, hands.Revote) {
		b := tool(parts.Plain("show", m.Say("together.show"), ShowFirst{}))
		b.Shortcut = m.shortcut("show")
		out.Note = b
	}
	return out
}

// question sets the two stamps with the most hands against each other, in the order of
// the stamps, so that it doesn't tell which of them has more.
func (m *Model) question(s hands.Slide) *ui.Node {
	var two []casefile.Verdict
	first := m.class.Count(s.Item, hands.First)
	for _, v := range casefile.Verdicts() {
		more := 0
		for _, other := range casefile.Verdicts() {
			if first[other] > first[v] {
				more++
			}
		}
		if first[v] > 0 && more < 2 && len(two) < 2 {
			two = append(two, v)
		}
	}
	if len(two) < 2 {
		return wide(parts.Paragraph("question", m.Say("together.talk.one"), parts.NewsFont))
	}
	lines := parts.List("question.stamps", m.Say("legend.title"))
	lines.Style.Gap = parts.Space1
	for _, v := range two {
		lines.Children = append(lines.Children, m.meaning("question."+string(v), v))
	}
	ask := wide(parts.Paragraph("question", m.Tell("together.talk.two", "a", m.stampName(two[0]), "b", m.stampName(two[1])), parts.NewsFont))
	return parts.Column("question.box", parts.Space2, ask, lines)
}

// meaning is a stamp with what it means.
func (m *Model) meaning(id string, v casefile.Verdict) *ui.Node {
	name := parts.Spans(m.stampName(v))
	for i := range name {
		name[i].Strong = true
	}
	return &ui.Node{
		ID: id, Role: ui.ListItem, Text: append(name, parts.Spans(m.Tell("legend.line", "means", m.means(v)))...),
		Style: ui.Style{Font: parts.BodyFont},
	}
}

// votes draws the first count, or both.
func (m *Model) votes(f frame.Frame, s hands.Slide, both bool) *ui.Node {
	first, second := m.class.Count(s.Item, hands.First), m.class.Count(s.Item, hands.Second)
	style := parts.VotesStyle{Wide: !f.Narrow, Most: max(1, first.Sum(), second.Sum()), PrintWidth: 640}
	if both {
		style.First, style.Second = m.Say("together.first"), m.Say("together.second")
	}
	var options []parts.Voted
	for _, v := range casefile.Verdicts() {
		look := sources.Stamp(v)
		o := parts.Voted{
			ID: string(v), Name: m.stampName(v), Mark: &figure.StampMark{Outline: look.Outline, Color: look.Color},
			Color: look.Color, First: figure.Tally{Votes: first[v]}, Said: m.Count("together.hands", first[v]),
		}
		if both {
			o.Second = &figure.Tally{Votes: second[v]}
			o.Said = m.Say("together.shift.said", "first", first[v], "second", second[v])
		}
		options = append(options, o)
	}
	return parts.Votes("votes", m.Say("together.votes"), style, options...)
}

// shift sets both counts side by side.
func (m *Model) shift(f frame.Frame, s hands.Slide) frame.Screen {
	second := m.class.Count(s.Item, hands.Second)
	first := m.class.Count(s.Item, hands.First)
	moved := 0
	for _, v := range casefile.Verdicts() {
		moved += max(0, second[v]-first[v])
	}
	said := words.In("", m.Count("together.moved", moved))
	switch {
	case first.Sum() == 0 && second.Sum() == 0:
		said = words.In("", m.Say("together.uncounted"))
	case first.Sum() == 0 || second.Sum() == 0:
		said = words.In("", m.Say("together.once"))
	}
	out := m.titled(m.Say("together.shift"), m.claim(s), m.votes(f, s, true))
	out.Note = wide(parts.Paragraph("moved", said, parts.BodyFont))
	return out
}
