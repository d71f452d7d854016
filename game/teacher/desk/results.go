package desk

import (
	"fmt"

	"holdtheline/assets"
	"holdtheline/assets/words"
	"holdtheline/game/figure"
	"holdtheline/game/parts"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/session"
)

// resultsScreen is the first screen: what the page does, and the results from before
// and after.
func (m *Model) resultsScreen(f frame.Frame) frame.Screen {
	var columns []*ui.Node
	for _, side := range sides() {
		columns = append(columns, m.side(f, side))
	}
	s := frame.Screen{
		Title: m.Say("teacher.title"),
		Main: []*ui.Node{
			parts.Column("top", parts.Space2,
				parts.Heading(frame.HeadingID, 1, m.Say("teacher.title"), parts.DisplayFont),
				parts.Paragraph("what", m.Say("teacher.what"), parts.BodyFont),
				parts.Softly(parts.Paragraph("private", m.Say("teacher.private"), parts.SmallFont))),
			frame.Abreast(f, "sides", columns...),
			parts.Panel("how",
				parts.Label("how.title", 2, m.Say("teacher.how.title")),
				parts.Paragraph("how.files", m.Say("teacher.how.files"), parts.BodyFont),
				parts.Paragraph("how.codes", m.Say("teacher.how.codes"), parts.BodyFont),
				parts.Paragraph("how.names", m.Say("teacher.how.names"), parts.BodyFont),
				frame.Outside("access", m.Say("menu.access"), assets.StatementIn(m.Lang(), m.o.Statement))),
		},
	}
	do := parts.Primary("compare", m.Say("teacher.compare"), Compare{})
	do.Disabled = !m.ready()
	if m.oneSide() != "" {
		do.Text = ui.Plain(m.Say("teacher.alone"))
	}
	if len(m.files) > 0 {
		s.Bar = append(s.Bar, parts.Plain("clear", m.Say("teacher.clear"), Clear{}))
	}
	s.Bar = append(s.Bar, do)
	note := m.tally()
	switch {
	case m.coming > 0:
		note = m.Count("teacher.coming", m.coming)
	case m.waits():
		note = m.Say("teacher.state.waiting")
	case do.Disabled:
		note = m.Say("teacher.missing")
	}
	s.Note = parts.Softly(parts.Paragraph("tally", note, parts.SmallFont))
	return s
}

// side is one of the two places: how files get there, and those that are there.
func (m *Model) side(f frame.Frame, side session.When) *ui.Node {
	id := sideID(side)
	title := m.Say("teacher." + id)
	items := parts.List(id+".files", m.Say("teacher.files", "side", title))
	items.Style.Gap = parts.Space2
	for i := range m.files {
		if m.files[i].side == side {
			items.Children = append(items.Children, m.fileRow(&m.files[i]))
		}
	}
	var choose *ui.Node
	hint := m.Say("teacher.drop.desktop")
	if m.o.CanChoose {
		choose = parts.Plain(id+".choose", m.Say("teacher.choose"), Choose{Side: side})
		choose.Name, choose.Style.Self = m.Say("teacher.choose.side", "side", title), ui.Start
		hint = m.Say("teacher.drop")
	}
	var enter, scan *ui.Node
	if m.o.CanEnter {
		enter = parts.Plain(id+".enter", m.Say("teacher.enter"), EnterCodes{Side: side})
		scan = parts.Plain(id+".scan", m.Say("teacher.scan"), ScanCodes{Side: side})
		enter.Name, scan.Name = m.Say("teacher.enter.side", "side", title), m.Say("teacher.scan.side", "side", title)
	}
	var ways *ui.Node
	if choose != nil || enter != nil {
		ways = parts.Wrap(id+".ways", parts.Space2, choose, enter, scan)
		for _, n := range ways.Children {
			n.Style.Pad = ui.Sides(parts.Space2, parts.Space4)
		}
	}
	if len(items.Children) == 0 {
		items = nil
	}
	n := parts.Card(id,
		parts.Heading(id+".title", 2, title, parts.TitleFont),
		parts.Paragraph(id+".what", m.Say("teacher."+id+".what"), parts.BodyFont),
		ways,
		parts.Softly(parts.Paragraph(id+".hint", hint, parts.SmallFont)),
		items,
	)
	n.Style.Gap = parts.Space3
	n.TakeFiles = func(files ui.Files) ui.Msg { return Came{Side: side, Files: files} }
	return parts.Section(n, title)
}

func fileID(f file) string { return fmt.Sprint("file.", f.number) }

// fileRow is one file: its name, what it is, and a way to take it away.
func (m *Model) fileRow(f *file) *ui.Node {
	id := fileID(*f)
	name := parts.Paragraph(id+".name", shortened(m.called(f)), parts.BoldFont)
	about := parts.Paragraph(id+".about", m.about(f), parts.SmallFont)
	about.Style.Color = theme.Soft
	symbol, color := figure.Right, theme.RealColor
	switch {
	case !f.usable() && f.state != waiting:
		symbol, color, about.Style.Color = figure.Wrong, theme.DeniedColor, theme.DeniedColor
	case f.state != whole:
		symbol, color = figure.Half, theme.Ink
	}
	n := parts.Row(id, parts.Space3,
		parts.Icon(id+".icon", symbol, 18, color),
		parts.Grow(parts.Column(id+".words", 0, name, about)),
		m.naming(f),
		parts.IconButton(id+".remove", m.Say("teacher.remove", "name", m.called(f)), figure.Close, Remove{File: f.number}))
	n.Style.Page = &ui.Page{NoWrap: true}
	n.Role = ui.ListItem
	return n
}

// naming is the button to give a code's pupil a name.
func (m *Model) naming(f *file) *ui.Node {
	if !f.code || !m.o.CanEnter || !f.usable() && f.state != waiting {
		return nil
	}
	n := parts.Plain(fileID(*f)+".rename", m.Say("teacher.rename"), AskName{File: f.number})
	n.Name, n.Style.Font, n.Style.Pad = m.Say("teacher.rename.name", "name", m.called(f)), parts.SmallBold, ui.Sides(parts.Space2, parts.Space3)
	return n
}

// longestName is the most letters that are shown of a file's name.
const longestName = 60

func shortened(name string) string {
	if r := []rune(name); len(r) > longestName {
		return string(r[:longestName-20]) + "…" + string(r[len(r)-19:])
	}
	return name
}

// about says what a file is: its story and date, and what state it is in, or why it
// can't be used.
func (m *Model) about(f *file) words.Text {
	state := words.In("", m.Say("teacher.state."+string(f.state), "line", f.line))
	if !f.usable() {
		return state
	}
	first := f.entries[0]
	if f.table {
		return m.Words.TellCount("teacher.table", len(f.entries), "story", m.story(first.Case, first.Title))
	}
	if f.state == unfinished {
		state = words.In("", m.Say("teacher.state.unfinished", "answered", first.Answered, "asked", first.Asked))
	}
	said := m.Tell("teacher.about", "story", m.story(first.Case, first.Title), "date", m.Words.Date(edtf.Day(first.Began)), "state", state)
	if f.itself {
		said = words.Join(" ", said, words.In("", m.Say("teacher.itself."+string(f.side))))
	}
	return said
}

// story is the title of a case, or else the one that its result gives.
func (m *Model) story(id, title string) words.Text {
	if c, known := m.Head(id); known {
		return m.Title(c)
	}
	return words.In("", title)
}
