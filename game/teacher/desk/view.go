package desk

import (
	"holdtheline/game/figure"
	"holdtheline/game/parts"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/session"
)

// View makes the whole screen from the model: the same model and viewport give the
// same tree.
func (m *Model) View(vp ui.Viewport) *ui.Node {
	f := frame.NewFrame(vp)
	s := m.resultsScreen(f)
	switch {
	case m.comparing:
		s = m.comparedScreen(f)
	case m.alone != nil:
		s = m.groupScreen(f)
	}
	s.Name, s.Header, s.Dialog = m.screen(), m.header(f), m.dialogNode(f)
	root := m.Tree(f, s)
	// Files that are dropped beside both sides go where they say themselves.
	root.TakeFiles = func(files ui.Files) ui.Msg { return Came{Files: files} }
	return root
}

// header has two buttons at most: there is room for larger ones than in other rooms, and
// for the name on most phones.
func (m *Model) header(f frame.Frame) *ui.Node {
	button := func(id, text string, do ui.Msg) *ui.Node {
		n := frame.Small(parts.Plain(id, text, do))
		n.Style.Pad = ui.Sides(parts.Space2, parts.Space4)
		return n
	}
	brand := parts.Row("brand", parts.Space3,
		&ui.Node{ID: "brand.phone", Decorative: true, Figure: figure.Phone{Height: 30}},
		parts.Grow(m.brand(f)))
	brand.Style.Page = &ui.Page{NoWrap: true}
	var home *ui.Node
	if m.o.Home {
		home = button("home", m.Say("teacher.home"), frame.GoHome{})
	}
	return &ui.Node{
		ID: "header", Role: ui.Header,
		Style: ui.Style{
			Flow: ui.Row, Gap: parts.Space4, Align: ui.Center,
			Pad:  ui.Edges{Top: parts.Space2, Right: f.Margin, Left: f.Margin},
			Page: &ui.Page{FullBleed: true, NoWrap: true},
		},
		Children: parts.Kids(parts.Grow(brand), home, button("settings", m.Say("settings.title"), frame.OpenSettings{})),
	}
}

// brand is the program's name, where there is room for it.
func (m *Model) brand(f frame.Frame) *ui.Node {
	n := parts.Paragraph("brand.name", m.Say("teacher.brand", "game", m.Say("game.title")), parts.SmallBold)
	n.VisuallyHidden = f.Width < frame.Stacked
	return n
}

// sides are the two, in their order.
func sides() []session.When { return []session.When{session.Before, session.After} }

func sideID(side session.When) string { return string(side) }
