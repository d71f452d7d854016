package live

import (
	"holdtheline/assets/words"
	"holdtheline/game/figure"
	"holdtheline/game/parts"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// pupilsScreen is the class: who may need help, and everybody in the order in which
// they came. Nobody is ranked.
func (m *Model) pupilsScreen(f frame.Frame) frame.Screen {
	c := m.class
	s := frame.Screen{Title: m.Say("teacher.live.title")}
	s.Main = []*ui.Node{parts.Column("top", parts.Space2,
		parts.Heading(frame.HeadingID, 1, m.Count("teacher.live.here", len(c.seats)), parts.DisplayFont),
		kindly(parts.Softly(parts.Paragraph("pupils.note", m.Say("teacher.live.pupils.note"), parts.SmallFont))))}
	if help := m.help(); help != nil {
		s.Main = append(s.Main, help)
	}
	title := m.Say("teacher.live.pupils")
	items := parts.List("pupils", title)
	items.Style.Gap = parts.Space3
	if f.Wide {
		items.Style.Flow, items.Style.Columns = ui.Grid, 2
	}
	for _, pupil := range c.seats {
		items.Children = append(items.Children, m.pupil(f, pupil))
	}
	if len(items.Children) > 0 {
		s.Main = append(s.Main, items)
	}
	s.Bar = []*ui.Node{m.hideNode()}
	return s
}

// help says who is stuck and who is idle.
func (m *Model) help() *ui.Node {
	idle, stuck := m.class.waiting(m.now)
	if len(idle)+len(stuck) == 0 {
		return nil
	}
	line := func(what string, who []seat) *ui.Node {
		if len(who) == 0 {
			return nil
		}
		key := "teacher.live.needs." + what
		if m.class.pace != nil {
			key += ".together"
		}
		return parts.Column("help."+what, 0,
			parts.Paragraph("help."+what+".count", m.Count(key, len(who)), parts.BoldFont),
			parts.Paragraph("help."+what+".names", m.namesOf(who), parts.BodyFont))
	}
	title := m.Say("teacher.live.help")
	n := parts.Panel("help", parts.Label("help.title", 2, title), line("stuck", stuck), line("idle", idle))
	n.Style.Gap = parts.Space2
	return parts.Section(n, title)
}

// pupil is one of the class, with what can be done for them.
func (m *Model) pupil(f frame.Frame, s seat) *ui.Node {
	c := m.class
	id := "pupil." + s.Seat
	name := m.nameOf(s)
	stands := c.standing(s, m.now)
	about := m.Say("teacher.live.stands." + string(stands))
	var where words.Text
	if c.pace == nil && c.set != nil {
		if i := c.stepIndex(s.Step); i >= 0 {
			where = m.Tell("teacher.live.pupil.at", "n", i+1, "of", len(c.steps), "step", m.stepShort(c.steps[i]))
		}
	}
	var note *ui.Node
	if text := m.note(s.Seat); text != "" && !c.hidden {
		note = parts.Paragraph(id+".note.text", text, parts.SmallFont)
	}
	standing := parts.Softly(parts.Paragraph(id+".stands", words.Join(" · ", join(words.In("", about), where)...), parts.SmallFont))
	if stands == standsStuck || stands == standsIdle {
		standing.Style.Color = theme.Ink
	}
	who := parts.Grow(parts.Column(id+".words", 0, parts.Paragraph(id+".name", name, parts.BoldFont), note, standing))
	remove := parts.IconButton(id+".remove", m.Say("teacher.live.remove", "name", name), figure.Close, Remove{Seat: s.Seat})
	write := frame.Small(parts.Plain(id+".note", m.Say("teacher.live.note"), Note{Seat: s.Seat}))
	write.Name = m.Say("teacher.live.note.of", "name", name)
	key := frame.Small(parts.Plain(id+".key", m.Say("teacher.live.key"), NewKey{Seat: s.Seat}))
	key.Name = m.Say("teacher.live.key.of", "name", name)
	for _, b := range []*ui.Node{write, key, remove} {
		b.Style.Print = &ui.Print{Hidden: true}
	}
	var n *ui.Node
	if f.Wide {
		row := parts.Row(id+".head", parts.Space2, who, write, key, remove)
		row.Style.Page = &ui.Page{NoWrap: true}
		n = parts.Card(id, row)
	} else {
		head := parts.Row(id+".head", parts.Space2, who, remove)
		head.Style.Page = &ui.Page{NoWrap: true}
		n = parts.Card(id, head, parts.Wrap(id+".do", parts.Space2, write, key))
	}
	n.Role = ui.ListItem
	n.Style.Gap, n.Style.Pad = parts.Space2, ui.All(parts.Space3)
	return n
}

// join leaves out empty texts.
func join(texts ...words.Text) []words.Text {
	var out []words.Text
	for _, t := range texts {
		if len(t) > 0 {
			out = append(out, t)
		}
	}
	return out
}
