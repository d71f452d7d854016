package together

import (
	"holdtheline/game/parts"
	"holdtheline/game/sources"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/evidence"
	"holdtheline/quiz/hands"
)

// coverHeight is how high the picture of a case is drawn, in CSS pixels at 100 % text.
const coverHeight = 92

// opening says what the case is about.
func (m *Model) opening(f frame.Frame) frame.Screen {
	c := m.caseFile()
	titles := parts.Column("titles", parts.Space1,
		parts.Eyebrow("eyebrow", m.Say("game.title")), top(m.told(c.Title), parts.DisplayFont))
	head := parts.Row("opening", parts.Space4, sources.Cover("cover", c.Picture, coverHeight), parts.Grow(titles))
	head.Style.Page = &ui.Page{NoWrap: true}
	s := m.titled(m.Say("together.opening"), head,
		wide(parts.Paragraph("summary", m.told(c.Summary), sized(f, len(c.Summary)))),
		m.people("people", m.Say("briefing.people"), evidence.FirstCast(c)))
	s.Bar[0] = parts.Plain("leave", m.Say("together.leave"), LeaveClass{}) // there is nothing to go back to
	s.Note = m.sizeButton(f)
	return s
}

// sizeButton asks how many pupils there are.
func (m *Model) sizeButton(f frame.Frame) *ui.Node {
	text := m.Say("together.size.ask")
	if n := m.class.Pupils(); n > 0 {
		text = m.Count("together.size", n)
	}
	b := parts.Plain("size", text, AskNumber{Pupils: true})
	b.Shortcut = m.shortcut("size")
	return tool(b)
}

// tool is a button for the teacher, of which the class has nothing to read.
func tool(b *ui.Node) *ui.Node {
	b.Style.Font, b.Style.Pad = parts.SmallBold, ui.Sides(parts.Space1, parts.Space3)
	return b
}

// people are listed with who they are.
func (m *Model) people(id, title string, people []*casefile.Person) *ui.Node {
	if len(people) == 0 {
		return nil
	}
	list := parts.List(id, title)
	list.Style.Gap = parts.Space1
	for _, p := range people {
		name := parts.Spans(m.told(p.Name))
		for i := range name {
			name[i].Strong = true
		}
		list.Children = append(list.Children, &ui.Node{
			ID: "person." + p.ID, Role: ui.ListItem,
			Text:  append(name, parts.Spans(m.Tell("briefing.role", "role", m.told(p.Role)))...),
			Style: ui.Style{Font: parts.BodyFont},
		})
	}
	return parts.Section(parts.Column(id+".box", parts.Space1, parts.Label(id+".title", 2, title), list), title)
}

// scene is a moment, before its cards.
func (m *Model) scene(f frame.Frame, s hands.Slide) frame.Screen {
	beat := m.beat(s)
	columns := 4
	if f.Narrow {
		columns = 2
	}
	clocks := m.desk().Clocks(beat, columns)
	if clocks != nil {
		clocks = large(f, clocks)
	}
	return m.titled(beat.Title,
		top(m.told(beat.Title), parts.DisplayFont),
		clocks,
		wide(parts.Paragraph("scene", m.told(beat.Scene), sized(f, len(beat.Scene)))),
		m.people("newcomers", m.Say("beat.newcomers"), m.newcomers(beat)))
}

// newcomers are the people who enter at a beat, or have entered at one before it that
// this length of play skips.
func (m *Model) newcomers(beat *casefile.Beat) []*casefile.Person {
	played := map[string]bool{}
	for _, s := range m.class.Deck() {
		if s.Part == hands.Scene {
			played[s.Step] = true
		}
	}
	entering := evidence.Cast(m.caseFile())
	var people []*casefile.Person
	first := true
	for _, room := range m.caseFile().Rooms {
		for _, b := range room.Beats {
			if !first { // the first are introduced at the opening
				people = append(people, entering[b.ID]...)
			}
			first = false
			if b.ID == beat.ID {
				return people
			}
			if played[b.ID] {
				people = nil
			}
		}
	}
	return nil
}

// card is one source, as large as it can be.
func (m *Model) card(f frame.Frame, s hands.Slide) frame.Screen {
	beat := m.beat(s)
	n := m.desk().Card("news", s.Ref, beat.At, 1)
	if n == nil {
		return m.titled(beat.Title, top(m.told(beat.Title), parts.DisplayFont))
	}
	return m.titled(n.Name, large(f, n))
}
