package frame

import (
	"holdtheline/assets/words"
	"holdtheline/game/figure"
	"holdtheline/game/parts"
	"holdtheline/game/settings"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// DialogHeadingID is the id of a dialog's heading.
const DialogHeadingID = parts.DialogHeading

// A Frame is what a screen needs to know of the window.
type Frame struct {
	Wide   bool    // there is room for two columns
	Narrow bool    // a phone held upright
	Margin float64 // left and right of the content
	Width  float64 // of the window, in CSS pixels at 100 % text
}

// NewFrame returns the frame of a window.
func NewFrame(vp ui.Viewport) Frame {
	width := vp.Width / max(1, vp.Text)
	f := Frame{Wide: width >= theme.WideFrom, Narrow: width < theme.RoomyFrom, Margin: parts.Space4, Width: width}
	switch {
	case f.Wide:
		f.Margin = max(parts.Space10, (vp.Width-theme.PageWidth)/2)
	case !f.Narrow:
		f.Margin = parts.Space8
	}
	return f
}

// A Screen is the part of a tree that differs between the screens.
type Screen struct {
	Name   string // of the screen, in its id
	Title  string
	Header *ui.Node   // in the place of the usual one; nil for that
	Tools  []*ui.Node // in the header, beside the settings
	Main   []*ui.Node // the content
	Note   *ui.Node   // at the bar's left
	Bar    []*ui.Node // the bar's buttons, the main one last
	Dialog *ui.Node   // nil for none; the settings go before it
}

// Stacked is the width below which buttons stand below one another, in CSS pixels at
// 100 % text.
const Stacked = 300

// Tree makes a whole screen.
func (b *Base) Tree(f Frame, s Screen) *ui.Node {
	header := s.Header
	if header == nil {
		header = b.header(f, s.Tools)
	}
	body := &ui.Node{
		ID: "body", Style: ui.Style{
			Grow: 1, Scroll: true, Gap: parts.Space5, Page: &ui.Page{FullBleed: true},
			Pad: ui.Edges{Top: parts.Space4, Right: f.Margin, Bottom: parts.Space8, Left: f.Margin},
		},
		Children: parts.Kids(s.Main...),
	}
	return b.Root(f, s, header, b.noticeBar(f), body, bar(f, s))
}

// Root is the root of a screen's tree, for a room whose rows, from the header to the bar,
// look different. After them come what the status says and the open dialog.
func (b *Base) Root(f Frame, s Screen, rows ...*ui.Node) *ui.Node {
	dialog := s.Dialog
	if b.InSettings {
		dialog = b.settingsBox(f)
	}
	status := &ui.Node{ID: "status", Role: ui.Status, VisuallyHidden: true, Text: ui.Plain(b.Said)}
	return &ui.Node{
		ID: "screen." + s.Name, Role: ui.Main, Name: s.Title, RightToLeft: ui.RightToLeft(b.Lang()),
		Style:    ui.Style{Print: &ui.Print{Typeset: true}},
		Children: parts.Kids(append(rows, status, dialog)...),
	}
}

// Small is a button for the header.
func Small(n *ui.Node) *ui.Node {
	n.Style.Font, n.Style.Pad = parts.SmallBold, ui.Sides(parts.Space2, parts.Space3)
	return n
}

func (b *Base) header(f Frame, tools []*ui.Node) *ui.Node {
	name := parts.Paragraph("brand.name", b.Say("teacher.brand", "game", b.Say("game.title")), parts.SmallBold)
	name.VisuallyHidden = f.Width < theme.RoomyFrom
	brand := parts.Row("brand", parts.Space3,
		&ui.Node{ID: "brand.phone", Decorative: true, Figure: figure.Phone{Height: 30}}, parts.Grow(name))
	brand.Style.Page = &ui.Page{NoWrap: true}
	var home *ui.Node
	if b.O.Home {
		home = Small(parts.Plain("home", b.Say("teacher.home"), GoHome{}))
	}
	buttons := append(parts.Kids(tools...), parts.Kids(home, Small(parts.Plain("settings", b.Say("settings.title"), OpenSettings{})))...)
	n := &ui.Node{
		ID: "header", Role: ui.Header,
		Style: ui.Style{
			Flow: ui.Row, Gap: parts.Space3, Align: ui.Center,
			Pad:  ui.Edges{Top: parts.Space2, Right: f.Margin, Left: f.Margin},
			Page: &ui.Page{FullBleed: true},
		},
		Children: append([]*ui.Node{parts.Grow(brand)}, buttons...),
	}
	if f.Width < Stacked {
		// The buttons stand in as many rows as they take, and whole.
		n.Style.Flow, n.Style.Gap = ui.Wrap, parts.Space2
		n.Children = append([]*ui.Node{name}, buttons...)
	}
	return n
}

// noticeBar shows what went wrong outside.
func (b *Base) noticeBar(f Frame) *ui.Node {
	if b.Notice == "" {
		return nil
	}
	text := parts.Grow(parts.Paragraph("trouble.text", b.Notice, parts.SmallFont))
	text.Style.MaxWidth = 2 * theme.Measure
	return b.Trouble(f, ui.Row, text)
}

// Trouble is a row with a notice, a way to close it, and one back to the canvas where its
// drawing was lost.
func (b *Base) Trouble(f Frame, flow ui.Flow, text *ui.Node) *ui.Node {
	var again *ui.Node
	if b.lost {
		again = parts.Plain("view.again", b.Say("view.again"), SetView{View: settings.Canvas})
	}
	return &ui.Node{
		ID: "trouble", Role: ui.Region, Name: b.Say("trouble.title"),
		Style: ui.Style{
			Look: ui.Panel, Flow: flow, Gap: parts.Space3, Align: ui.Center, Pad: ui.Sides(parts.Space2, f.Margin),
			Page: &ui.Page{FullBleed: true}, Print: &ui.Print{Hidden: true},
		},
		Children: parts.Kids(text, again, parts.Plain("trouble.close", b.Say("trouble.close"), DismissNotice{})),
	}
}

func bar(f Frame, s Screen) *ui.Node {
	buttons := parts.Kids(s.Bar...)
	if len(buttons) == 0 {
		return nil
	}
	style := ui.Style{
		Look: ui.Bar, Pad: ui.Sides(parts.Space3, f.Margin), Flow: ui.Row, Gap: parts.Space3, Align: ui.Center,
		Print: &ui.Print{Hidden: true},
	}
	if f.Narrow {
		if f.Width < Stacked {
			style.Flow, style.Align = ui.Column, ui.Stretch
		} else {
			buttons[len(buttons)-1].Style.Grow = 1
		}
		for _, b := range buttons {
			b.Style.Pad = ui.Sides(parts.Space2, parts.Space3)
		}
		return &ui.Node{ID: "bar", Role: ui.Footer, Style: style, Children: buttons}
	}
	left := &ui.Node{ID: "bar.left", Style: ui.Style{Flow: ui.Row, Grow: 1, Align: ui.Center}, Children: parts.Kids(s.Note)}
	return &ui.Node{ID: "bar", Role: ui.Footer, Style: style, Children: append([]*ui.Node{left}, buttons...)}
}

// Abreast puts nodes side by side in equal columns where there is room, else below one
// another.
func Abreast(f Frame, id string, nodes ...*ui.Node) *ui.Node {
	nodes = parts.Kids(nodes...)
	if !f.Wide || len(nodes) < 2 {
		return parts.Column(id, parts.Space4, nodes...)
	}
	return &ui.Node{ID: id, Style: ui.Style{Flow: ui.Grid, Columns: len(nodes), Gap: parts.Space5}, Children: nodes}
}

// Outside is a link to a page beside this one, where there is one.
func Outside(id, text, address string) *ui.Node {
	if address == "" {
		return nil
	}
	n := parts.Plain(id, text, ui.Follow{Href: address})
	n.Role, n.Href, n.Style.Self = ui.Link, address, ui.Start
	return n
}

// Box is a dialog that a message closes.
func (b *Base) Box(f Frame, id, title string, shut any, children ...*ui.Node) *ui.Node {
	return parts.Dialog(f.Width, id, words.In("", title), parts.Way{Name: b.Say("dialog.close"), Do: shut}, children...)
}

// settingsBox is the dialog of the settings, which all programs of the site share.
func (b *Base) settingsBox(f Frame) *ui.Node {
	choose := parts.Chooser{
		Theme:    func(t theme.Name) ui.Msg { return SetTheme{Theme: t} },
		Motion:   func(motion settings.Motion) ui.Msg { return SetMotion{Motion: motion} },
		View:     func(v settings.View) ui.Msg { return SetView{View: v} },
		Language: func(tag string) ui.Msg { return SetLanguage{Lang: tag} },
	}
	if !b.O.FixedText {
		choose.Text = func(percent int) ui.Msg { return SetText{Percent: percent} }
	}
	return b.Box(f, "settings.box", b.Say("settings.title"), CloseSettings{},
		parts.Settings(parts.DialogRoom(f.Width), b.Say, b.Chosen, b.View, choose)...)
}
