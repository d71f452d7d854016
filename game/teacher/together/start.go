package together

import (
	"holdtheline/assets/words"
	"holdtheline/game/parts"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
)

// startScreen chooses what to play.
func (m *Model) startScreen(f frame.Frame) frame.Screen {
	var cases, sizes []*ui.Node
	chosen := m.head(m.caseID)
	for _, id := range m.stories() {
		head := m.head(id)
		cases = append(cases, parts.Choice("case."+id, ui.Radio, m.headed(head, head.Title), id == m.caseID, ChooseCase{Case: id}))
	}
	for _, l := range lengths() {
		sizes = append(sizes, parts.Choice("length."+string(l), ui.Radio, m.Say("together.length."+string(l)), l == m.length, ChooseLength{Length: l}))
	}
	group := func(id, title string, options []*ui.Node) *ui.Node {
		return &ui.Node{
			ID: id, Role: ui.RadioGroup, Text: ui.Plain(title),
			Style: ui.Style{Font: parts.BoldFont, Gap: parts.Space1}, Children: options,
		}
	}
	note := parts.Section(parts.Panel("content",
		parts.Label("content.title", 2, m.Say("together.content")),
		wide(parts.Paragraph("content.text", m.headed(chosen, chosen.ContentNote), parts.BodyFont))), m.Say("together.content"))
	stories, length := group("cases", m.Say("together.case"), cases), group("lengths", m.Say("together.lengths"), sizes)
	choices := &ui.Node{
		ID: "choices", Style: ui.Style{Flow: ui.Grid, Columns: 2, Gap: parts.Space5},
		Children: []*ui.Node{parts.Column("choice.case", parts.Space3, stories, note), length},
	}
	if f.Narrow {
		choices = parts.Column("choices", parts.Space3, stories, length, note)
	}
	s := frame.Screen{Title: m.Say("together.title"), Main: []*ui.Node{
		parts.Column("top", parts.Space1,
			top(m.Say("together.title"), parts.TitleFont),
			wide(parts.Paragraph("what", m.Say("together.what"), parts.BodyFont))),
		choices,
	}}
	if m.o.Statement != "" {
		access := parts.Quiet("access", m.Say("menu.access"), ui.Follow{Href: m.o.Statement})
		access.Role, access.Href, access.Style.Self = ui.Link, m.o.Statement, ui.Start
		s.Main = append(s.Main, access)
	}
	begin := parts.Primary("begin", m.Say("together.begin"), Begin{})
	if m.saved() {
		begin.Text = ui.Plain(m.Say("together.continue"))
		s.Bar = append(s.Bar, parts.Plain("anew", m.Say("together.anew"), AskAnew{}))
	}
	if m.waiting {
		s.Note = said(m.Say("together.waiting"))
		begin.Disabled = true
	}
	s.Bar = append(s.Bar, begin)
	return s
}

// head is what the shelf knows of a case.
func (m *Model) head(id string) *casefile.Case {
	if head, known := m.Head(id); known {
		return head
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
