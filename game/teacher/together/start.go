package together

import (
	"holdtheline/assets/words"
	"holdtheline/game/parts"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
)

// startScreen chooses what to play.
func (m *Model) startScreen(f frame) slide {
	var cases, sizes []*ui.Node
	chosen := m.head(m.caseID)
	for _, id := range stories() {
		head := m.head(id)
		cases = append(cases, parts.Choice("case."+id, ui.Radio, m.headed(head, head.Title), id == m.caseID, ChooseCase{Case: id}))
	}
	for _, l := range lengths() {
		sizes = append(sizes, parts.Choice("length."+string(l), ui.Radio, m.say("together.length."+string(l)), l == m.length, ChooseLength{Length: l}))
	}
	group := func(id, title string, options []*ui.Node) *ui.Node {
		return &ui.Node{
			ID: id, Role: ui.RadioGroup, Text: ui.Plain(title),
			Style: ui.Style{Font: parts.BoldFont, Gap: parts.Space1}, Children: options,
		}
	}
	note := parts.Section(parts.Panel("content",
		parts.Label("content.title", 2, m.say("together.content")),
		wide(parts.Paragraph("content.text", m.headed(chosen, chosen.ContentNote), parts.BodyFont))), m.say("together.content"))
	stories, length := group("cases", m.say("together.case"), cases), group("lengths", m.say("together.lengths"), sizes)
	choices := &ui.Node{
		ID: "choices", Style: ui.Style{Flow: ui.Grid, Columns: 2, Gap: parts.Space5},
		Children: []*ui.Node{parts.Column("choice.case", parts.Space3, stories, note), length},
	}
	if f.narrow {
		choices = parts.Column("choices", parts.Space3, stories, length, note)
	}
	s := slide{title: m.say("together.title"), main: []*ui.Node{
		parts.Column("top", parts.Space1,
			top(m.say("together.title"), parts.TitleFont),
			wide(parts.Paragraph("what", m.say("together.what"), parts.BodyFont))),
		choices,
	}}
	if m.o.Statement != "" {
		access := parts.Quiet("access", m.say("menu.access"), ui.Follow{Href: m.o.Statement})
		access.Role, access.Href, access.Style.Self = ui.Link, m.o.Statement, ui.Start
		s.main = append(s.main, access)
	}
	begin := parts.Primary("begin", m.say("together.begin"), Begin{})
	if m.saved() {
		begin.Text = ui.Plain(m.say("together.continue"))
		s.bar = append(s.bar, parts.Plain("anew", m.say("together.anew"), AskAnew{}))
	}
	if m.waiting {
		s.note = said(m.say("together.waiting"))
		begin.Disabled = true
	}
	s.bar = append(s.bar, begin)
	return s
}

// head is what the shelf knows of a case.
func (m *Model) head(id string) *casefile.Case {
	for _, head := range heads() {
		if head.ID == id {
			return head
		}
	}
	return &casefile.Case{ID: id, Title: id}
}

// headed is what a case says before it has begun.
func (m *Model) headed(head *casefile.Case, text string) words.Text {
	if head.Language == m.Lang() {
		return words.In("", text)
	}
	return words.In(head.Language, text)
}
