package desk

import (
	"holdtheline/game/figure"
	"holdtheline/game/parts"
	"holdtheline/game/settings"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/session"
)

// A frame is what a screen needs to know of the window.
type frame struct {
	wide   bool    // there is room for two columns
	narrow bool    // a phone held upright
	margin float64 // left and right of the content
	width  float64 // of the window, in CSS pixels at 100 % text
}

func newFrame(vp ui.Viewport) frame {
	width := vp.Width / max(1, vp.Text)
	f := frame{wide: width >= theme.WideFrom, narrow: width < theme.RoomyFrom, margin: parts.Space4, width: width}
	switch {
	case f.wide:
		f.margin = max(parts.Space10, (vp.Width-theme.PageWidth)/2)
	case !f.narrow:
		f.margin = parts.Space8
	}
	return f
}

// A screen is the part of the tree that differs between the screens.
type screen struct {
	title string
	main  []*ui.Node // the content
	note  *ui.Node   // at the bar's left
	bar   []*ui.Node // the bar's buttons, the main one last
}

// View makes the whole screen from the model: the same model and viewport give the
// same tree.
func (m *Model) View(vp ui.Viewport) *ui.Node {
	f := newFrame(vp)
	s := m.resultsScreen(f)
	switch {
	case m.comparing:
		s = m.comparedScreen(f)
	case m.alone != nil:
		s = m.groupScreen(f)
	}
	return &ui.Node{
		ID: "screen." + m.screen(), Role: ui.Main, Name: s.title, RightToLeft: ui.RightToLeft(m.Lang()),
		Style: ui.Style{Print: &ui.Print{Typeset: true}},
		// Files that are dropped beside both sides go where they say themselves.
		TakeFiles: func(files ui.Files) ui.Msg { return Came{Files: files} },
		Children: parts.Kids(
			m.header(f),
			m.noticeBar(f),
			&ui.Node{
				ID: "body", Style: ui.Style{
					Grow: 1, Scroll: true, Gap: parts.Space5, Page: &ui.Page{FullBleed: true},
					Pad: ui.Edges{Top: parts.Space4, Right: f.margin, Bottom: parts.Space8, Left: f.margin},
				},
				Children: parts.Kids(s.main...),
			},
			bar(f, s),
			&ui.Node{ID: "status", Role: ui.Status, VisuallyHidden: true, Text: ui.Plain(m.said)},
			m.dialogNode(f),
		),
	}
}

func (m *Model) header(f frame) *ui.Node {
	brand := parts.Row("brand", parts.Space3,
		&ui.Node{ID: "brand.phone", Decorative: true, Figure: figure.Phone{Height: 30}},
		parts.Grow(m.brand(f)))
	brand.Style.Page = &ui.Page{NoWrap: true}
	open := parts.Plain("settings", m.say("settings.title"), OpenSettings{})
	open.Style.Font, open.Style.Pad = parts.SmallBold, ui.Sides(parts.Space2, parts.Space4)
	var home *ui.Node
	if m.o.Home {
		home = parts.Plain("home", m.say("teacher.home"), GoHome{})
		home.Style.Font, home.Style.Pad = parts.SmallBold, ui.Sides(parts.Space2, parts.Space4)
	}
	return &ui.Node{
		ID: "header", Role: ui.Header,
		Style: ui.Style{
			Flow: ui.Row, Gap: parts.Space4, Align: ui.Center,
			Pad:  ui.Edges{Top: parts.Space2, Right: f.margin, Left: f.margin},
			Page: &ui.Page{FullBleed: true, NoWrap: true},
		},
		Children: parts.Kids(parts.Grow(brand), home, open),
	}
}

// brand is the program's name, where there is room for it beside the button.
func (m *Model) brand(f frame) *ui.Node {
	n := parts.Paragraph("brand.name", m.say("teacher.brand", "game", m.say("game.title")), parts.SmallBold)
	n.VisuallyHidden = f.width < stacked
	return n
}

// noticeBar shows what went wrong outside, or what became of files.
func (m *Model) noticeBar(f frame) *ui.Node {
	if m.notice == "" {
		return nil
	}
	text := parts.Grow(parts.Paragraph("trouble.text", m.notice, parts.SmallFont))
	text.Style.MaxWidth = 2 * theme.Measure
	var again *ui.Node
	if m.lost {
		again = parts.Plain("view.again", m.say("view.again"), SetView{View: settings.Canvas})
	}
	return &ui.Node{
		ID: "trouble", Role: ui.Region, Name: m.say("trouble.title"),
		Style: ui.Style{
			Look: ui.Panel, Flow: ui.Row, Gap: parts.Space3, Align: ui.Center, Pad: ui.Sides(parts.Space2, f.margin),
			Page: &ui.Page{FullBleed: true}, Print: &ui.Print{Hidden: true},
		},
		Children: parts.Kids(text, again, parts.Plain("trouble.close", m.say("trouble.close"), DismissNotice{})),
	}
}

// stacked is the width below which the bar's buttons stand below one another, in CSS
// pixels at 100 % text.
const stacked = 300

func bar(f frame, s screen) *ui.Node {
	style := ui.Style{
		Look: ui.Bar, Pad: ui.Sides(parts.Space3, f.margin), Flow: ui.Row, Gap: parts.Space3, Align: ui.Center,
		Print: &ui.Print{Hidden: true},
	}
	buttons := parts.Kids(s.bar...)
	if f.narrow {
		if f.width < stacked {
			style.Flow, style.Align = ui.Column, ui.Stretch
		} else {
			buttons[len(buttons)-1].Style.Grow = 1
		}
		for _, b := range buttons {
			b.Style.Pad = ui.Sides(parts.Space2, parts.Space3)
		}
		return &ui.Node{ID: "bar", Role: ui.Footer, Style: style, Children: buttons}
	}
	left := &ui.Node{ID: "bar.left", Style: ui.Style{Flow: ui.Row, Grow: 1, Align: ui.Center}, Children: parts.Kids(s.note)}
	return &ui.Node{ID: "bar", Role: ui.Footer, Style: style, Children: append([]*ui.Node{left}, buttons...)}
}

// sides are the two, in their order.
func sides() []session.When { return []session.When{session.Before, session.After} }

func sideID(side session.When) string { return string(side) }

// abreast puts nodes side by side in equal columns where there is room, else below
// one another.
func abreast(f frame, id string, nodes ...*ui.Node) *ui.Node {
	if !f.wide {
		return parts.Column(id, parts.Space4, nodes...)
	}
	return &ui.Node{
		ID: id, Style: ui.Style{Flow: ui.Grid, Columns: len(nodes), Gap: parts.Space5},
		Children: parts.Kids(nodes...),
	}
}
