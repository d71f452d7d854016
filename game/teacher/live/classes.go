package live

import (
	"fmt"
	"slices"

	"holdtheline/assets"
	"holdtheline/assets/words"
	"holdtheline/game/figure"
	"holdtheline/game/parts"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/session"
)

// classesScreen opens a class, or leads into one that is open.
func (m *Model) classesScreen(f frame.Frame) frame.Screen {
	top := parts.Column("top", parts.Space2,
		parts.Heading(frame.HeadingID, 1, m.Say("teacher.live.title"), parts.DisplayFont),
		kindly(parts.Paragraph("what", m.Say("teacher.live.what"), parts.BodyFont)))
	s := frame.Screen{Title: m.Say("teacher.live.title"), Main: []*ui.Node{top}}
	links := parts.Wrap("links", parts.Space3,
		frame.Outside("privacy", m.Say("teacher.privacy"), m.O.Privacy),
		frame.Outside("access", m.Say("menu.access"), assets.StatementIn(m.Lang(), m.O.Statement)))
	switch m.server {
	case absent:
		s.Main = append(s.Main, parts.Panel("absent",
			parts.Label("absent.title", 2, m.Say("teacher.live.absent.title")),
			kindly(parts.Paragraph("absent.text", m.Say("teacher.live.absent"), parts.BodyFont)),
			kindly(parts.Paragraph("absent.other", m.Say("teacher.live.absent.other"), parts.BodyFont))), links)
		return s
	case unreachable:
		s.Main = append(s.Main, parts.Panel("unreachable",
			kindly(parts.Paragraph("unreachable.text", m.Say("teacher.live.unreachable"), parts.BodyFont)),
			startOf(parts.Plain("retry", m.Say("teacher.live.retry"), Retry{}))), links)
		return s
	}
	s.Main = append(s.Main, frame.Abreast(f, "classes", m.newClass(f), m.keptClasses()), links)
	open := parts.Primary("open", m.Say("teacher.live.open"), OpenClass{})
	open.Disabled = m.busy
	s.Bar = []*ui.Node{open}
	return s
}

func startOf(n *ui.Node) *ui.Node {
	n.Style.Self = ui.Start
	return n
}

// newClass chooses what a new class plays.
func (m *Model) newClass(f frame.Frame) *ui.Node {
	room := f.Width - 2*parts.Space8
	if f.Wide {
		room = min(f.Width, theme.PageWidth)/2 - 3*parts.Space8
	}
	choices := &ui.Node{ID: "case.values", Style: ui.Style{Gap: parts.Space2}}
	for _, c := range m.stories() {
		n := parts.Choice("case."+c.ID, ui.Radio, c.Title, c.ID == m.asked.Case, ChooseCase{ID: c.ID})
		if c.Language != m.Lang() {
			n.Lang = c.Language
		}
		choices.Children = append(choices.Children, n)
	}
	which := &ui.Node{
		ID: "case", Role: ui.RadioGroup, Text: ui.Plain(m.Say("teacher.live.case")),
		Style: ui.Style{Font: parts.BoldFont, Gap: parts.Space2}, Children: []*ui.Node{choices},
	}
	var long, how, pace []parts.Option
	for _, l := range lengths() {
		long = append(long, parts.Option{ID: "length." + string(l), Text: m.Say("length." + string(l)), Chosen: l == m.asked.Length, Do: ChooseLength{Length: l}})
	}
	for _, mode := range modes() {
		how = append(how, parts.Option{ID: "mode." + string(mode), Text: m.Say("mode." + string(mode)), Chosen: mode == m.asked.Mode, Do: ChooseMode{Mode: mode}})
	}
	for _, p := range paces() {
		pace = append(pace, parts.Option{ID: "pace." + p, Text: m.Say("teacher.live.pace." + p), Chosen: p == m.asked.Pace, Do: ChoosePace{Pace: p}})
	}
	children := []*ui.Node{parts.Heading("new.title", 2, m.Say("teacher.live.new"), parts.TitleFont), which}
	children = append(children, parts.Setting(room, "length", m.Say("teacher.live.length"), long))
	children = append(children, parts.Setting(room, "mode", m.Say("teacher.live.mode"), how), parts.Setting(room, "pace", m.Say("teacher.live.pace"), pace),
		parts.Softly(parts.Paragraph("pace.note", m.Say("teacher.live.pace.note."+m.asked.Pace), parts.SmallFont)))
	n := parts.Card("new", children...)
	n.Style.Gap = parts.Space3
	return parts.Section(n, m.Say("teacher.live.new"))
}

// stories are the heads of the cases that a class can play. The forms of the test are
// not among them: half of a class begins with either, so there is nothing to lead.
func (m *Model) stories() []*casefile.Case {
	all := slices.DeleteFunc(slices.Clone(m.Heads()), func(c *casefile.Case) bool { return c.Form != "" })
	// The usual one first, the others in their order.
	slices.SortStableFunc(all, func(a, b *casefile.Case) int {
		switch {
		case a.ID == assets.DefaultCase && b.ID != a.ID:
			return -1
		case b.ID == assets.DefaultCase && b.ID != a.ID:
			return 1
		}
		return 0
	})
	return all
}

// story is the title of a case, or else its id.
func (m *Model) story(id string) words.Text {
	if c, known := m.Head(id); known {
		return m.Title(c)
	}
	return words.In("", id)
}

// keptClasses are those that this browser has opened.
func (m *Model) keptClasses() *ui.Node {
	lasting := m.lasting()
	if len(lasting) == 0 {
		return nil
	}
	title := m.Say("teacher.live.kept")
	items := parts.List("kept.list", title)
	items.Style.Gap = parts.Space3
	for _, k := range lasting {
		id := "kept." + k.Code
		n := parts.Row(id, parts.Space3,
			parts.Grow(parts.Column(id+".words", 0,
				parts.Paragraph(id+".code", spaced(k.Code), parts.LeadFont),
				parts.Softly(parts.Paragraph(id+".end", m.Say("teacher.live.until", "time", m.clock(k.End)), parts.SmallFont)))),
			parts.Plain(id+".enter", m.Say("teacher.live.enter"), Enter{Code: k.Code}),
			parts.IconButton(id+".forget", m.Say("teacher.live.forget", "code", spaced(k.Code)), figure.Close, Forget{Code: k.Code}))
		n.Style.Page = &ui.Page{NoWrap: true}
		n.Role = ui.ListItem
		items.Children = append(items.Children, n)
	}
	n := parts.Card("kept", parts.Heading("kept.title", 2, title, parts.TitleFont), items,
		parts.Softly(parts.Paragraph("kept.note", m.Say("teacher.live.kept.note"), parts.SmallFont)))
	n.Style.Gap = parts.Space3
	return parts.Section(n, title)
}

// playing says what a class plays.
func (m *Model) playing() words.Text {
	c := m.class
	texts := []words.Text{m.story(c.Case), words.In("", m.Say("length."+string(c.Length)))}
	if c.Mode != session.Test {
		texts = append(texts, words.In("", m.Say("mode."+string(c.Mode))))
	}
	if c.Pace == together || c.Pace == free {
		texts = append(texts, words.In("", m.Say("teacher.live.pace."+c.Pace)))
	}
	return words.Join(" · ", texts...)
}

// numbered is an id among others of its sort.
func numbered(prefix string, i int) string { return fmt.Sprint(prefix, i) }
