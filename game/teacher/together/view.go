package together

import (
	"holdtheline/game/figure"
	"holdtheline/game/parts"
	"holdtheline/game/sources"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/drive"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/hands"
)

// Stage is the least window that slides are made for at 100 % text. In a projector's
// window of 1366 by 768 pixels text of 16 pixels is then a twenty-eighth of the height:
// what the last row of a classroom can read. It is narrow enough for one of 1024 by 768.
var Stage = drive.Stage{Width: 580, Height: 440}

// roomyFrom is the width from which stamps stand side by side, in CSS pixels at 100 %
// text.
const roomyFrom = 520

func newFrame(vp ui.Viewport) frame.Frame {
	text := max(1, vp.Text)
	f := frame.Frame{Width: vp.Width / text, Margin: parts.Space4}
	f.Narrow = f.Width < roomyFrom
	if !f.Narrow {
		f.Margin = max(parts.Space6, (vp.Width-text*widest)/2)
	}
	return f
}

// widest is the most that a slide's content takes, in CSS pixels at 100 % text.
const widest = 860

// View makes the whole screen from the model: the same model and viewport give the same
// tree.
func (m *Model) View(vp ui.Viewport) *ui.Node {
	f := newFrame(vp)
	s := m.slide(f)
	s.Name, s.Dialog = m.screen(), m.dialogNode(f)
	body := &ui.Node{
		ID: bodyID, Style: ui.Style{
			Grow: 1, Scroll: true, Gap: parts.Space3, Page: &ui.Page{FullBleed: true},
			Pad: ui.Edges{Top: parts.Space3, Right: f.Margin, Bottom: parts.Space4, Left: f.Margin},
		},
		Children: parts.Kids(s.Main...),
	}
	root := m.Root(f, s, m.header(f), m.noticeBar(f), body, m.bar(f, s))
	if m.class != nil {
		root.Turn = &ui.Turn{On: Next{}, Back: Back{}}
	}
	if m.lifted != "" {
		root.Cancel = LiftCard{Card: m.lifted} // Escape puts it back
	}
	sources.MarkLanguages(root)
	return root
}

// slide is what the class sees now.
func (m *Model) slide(f frame.Frame) frame.Screen {
	if m.class == nil {
		return m.startScreen(f)
	}
	s := m.class.Slide()
	switch s.Part {
	case hands.Opening:
		return m.opening(f)
	case hands.Scene:
		return m.scene(f, s)
	case hands.Card:
		return m.card(f, s)
	case hands.Vote, hands.Revote:
		return m.vote(f, s)
	case hands.Talk:
		return m.talk(f, s)
	case hands.Shift:
		return m.shift(f, s)
	case hands.Reveal:
		return m.reveal(f, s)
	case hands.Evidence:
		return m.evidence(s)
	case hands.Board:
		return m.boardSlide(f, s)
	case hands.Line:
		return m.line(f, s)
	}
	return m.end(f)
}

// placeFrom is the width from which there is room for the place beside the buttons, in
// CSS pixels at 100 % text.
const placeFrom = 320

// place is where in the lesson a slide is, as a small line above: the moment or the
// board, and how many of those there are.
func (m *Model) place(f frame.Frame) *ui.Node {
	line := func(n *ui.Node) *ui.Node {
		n.VisuallyHidden = f.Width < placeFrom
		return parts.Grow(parts.Column("place.room", 0, wide(n)))
	}
	if m.class == nil {
		return line(parts.Eyebrow("place", m.Say("together.brand", "game", m.Say("game.title"))))
	}
	s := m.class.Slide()
	told := m.told(m.caseFile().Title)
	if beat := m.beat(s); beat != nil {
		told = m.told(beat.Title)
	} else if o, ok := m.board(s); ok {
		told = m.told(o.Puzzle().Title)
	}
	n, of := m.step()
	if n == 0 {
		return line(parts.Eyebrow("place", told))
	}
	return line(parts.Eyebrow("place", m.Tell("together.place", "where", told, "n", n, "of", of)))
}

// step is the number of the moment or board that a slide belongs to, from 1, and how
// many there are; 0 for the opening and the end.
func (m *Model) step() (n, of int) {
	deck, at := m.class.Deck(), m.class.At()
	last := ""
	for i, s := range deck {
		if s.Step != "" && s.Step != last {
			of++
			last = s.Step
		}
		if i == at && s.Step != "" {
			n = of
		}
	}
	return n, of
}

// header is the line at the top, with what a teacher may need between slides.
func (m *Model) header(f frame.Frame) *ui.Node {
	tool := func(id, text string, symbol figure.Symbol, do ui.Msg) *ui.Node {
		if f.Narrow {
			return parts.IconButton(id, text, symbol, do)
		}
		b := parts.Plain(id, text, do)
		b.Style.Font, b.Style.Pad = parts.SmallBold, ui.Sides(parts.Space1, parts.Space3)
		return b
	}
	var home, desk, keys *ui.Node
	if m.class == nil && m.o.Home {
		home = parts.Plain("home", m.Say("teacher.home"), frame.GoHome{})
		home.Style.Font, home.Style.Pad = parts.SmallBold, ui.Sides(parts.Space1, parts.Space3)
	}
	if m.class != nil {
		desk = tool("desk", m.Say("together.desk"), figure.ArticleSymbol, OpenDesk{})
		desk.Shortcut = m.shortcut("desk")
		keys = parts.IconButton("keys", m.Say("together.keys"), figure.Question, OpenKeys{})
	}
	open := parts.IconButton("settings", m.Say("settings.title"), figure.MenuLines, frame.OpenSettings{})
	return &ui.Node{
		ID: "header", Role: ui.Header,
		Style: ui.Style{
			Flow: ui.Row, Gap: parts.Space2, Align: ui.Center, Pad: ui.Edges{Top: parts.Space1, Right: f.Margin, Left: f.Margin},
			Page: &ui.Page{FullBleed: true, NoWrap: true}, Print: &ui.Print{Hidden: true},
		},
		Children: parts.Kids(m.place(f), home, desk, keys, open),
	}
}

// shortcut is the key of a node, unless single keys are switched off.
func (m *Model) shortcut(id string) string {
	if !m.Chosen.Keys {
		return ""
	}
	return m.Say("together.key." + id)
}

// noticeBar shows what went wrong outside.
func (m *Model) noticeBar(f frame.Frame) *ui.Node {
	if m.Notice == "" {
		return nil
	}
	return m.Trouble(f, ui.Wrap, parts.Paragraph("trouble.text", m.Notice, parts.BodyFont))
}

// bar is the line at the bottom: a note, the way back and the way on.
func (m *Model) bar(f frame.Frame, s frame.Screen) *ui.Node {
	buttons := parts.Kids(s.Bar...)
	for _, b := range buttons {
		b.Style.Pad = ui.Sides(parts.Space2, parts.Space4)
	}
	left := &ui.Node{ID: "bar.left", Style: ui.Style{Flow: ui.Row, Grow: 1, Align: ui.Center}, Children: parts.Kids(s.Note)}
	children := append([]*ui.Node{left}, buttons...)
	style := ui.Style{
		Look: ui.Bar, Pad: ui.Sides(parts.Space2, f.Margin), Flow: ui.Row, Gap: parts.Space2, Align: ui.Center,
		Print: &ui.Print{Hidden: true},
	}
	if f.Narrow {
		style.Flow, style.Align = ui.Column, ui.Stretch
		row := parts.Row("bar.buttons", parts.Space2, buttons...)
		if len(buttons) > 0 {
			buttons[len(buttons)-1].Style.Grow = 1
		}
		children = parts.Kids(s.Note, row)
	}
	return &ui.Node{ID: "bar", Role: ui.Footer, Style: style, Children: children}
}

// ways are the way back and the way on, which says what comes.
func (m *Model) ways() []*ui.Node {
	deck, at := m.class.Deck(), m.class.At()
	back := parts.Plain("back", m.Say("together.back"), Back{})
	back.Disabled = at == 0
	if at+1 == len(deck) {
		return []*ui.Node{back}
	}
	next := parts.Primary("next", m.Say("together.next."+string(deck[at+1].Part)), Next{})
	return []*ui.Node{back, next}
}

// said is what is said at the bar's left.
func said[T parts.Sayable](text T) *ui.Node {
	return parts.Softly(parts.Paragraph("note", text, parts.BodyFont))
}

// titled is a slide with the ways back and on.
func (m *Model) titled(title string, main ...*ui.Node) frame.Screen {
	return frame.Screen{Title: m.Say("page.step", "step", title, "case", m.caseFile().Title), Main: main, Bar: m.ways()}
}

// top is a slide's heading.
func top[T parts.Sayable](text T, font theme.Font) *ui.Node {
	return parts.Heading(frame.HeadingID, 1, text, font)
}

// wide lets running text be as wide as the slide: it is large already.
func wide(n *ui.Node) *ui.Node {
	if n != nil {
		n.Style.MaxWidth = 0
	}
	return n
}

// bigFont is for what a slide is about, where that isn't long.
var bigFont = theme.Font{Family: theme.Serif, Size: theme.TitleSize}

// How many letters of a text, in all its paragraphs, leave room for the bigger font.
const fewLetters = 360

// sized is the largest font in which texts of so many letters fit on a slide.
func sized(f frame.Frame, letters int) theme.Font {
	if f.Narrow || letters > fewLetters {
		return parts.NewsFont
	}
	return bigFont
}

// large sets what a card says as large as fits, and its small print in the size of
// running text.
func large(f frame.Frame, n *ui.Node) *ui.Node {
	letters := 0
	each(n, func(n *ui.Node) {
		if n.Style.Font == parts.NewsFont {
			letters += len([]rune(n.PlainText()))
		}
	})
	each(n, func(n *ui.Node) {
		if n.Role != ui.Paragraph {
			return
		}
		n.Style.MaxWidth = 0
		switch n.Style.Font {
		case parts.SmallFont:
			n.Style.Font = parts.BodyFont
		case parts.SmallBold:
			n.Style.Font = parts.BoldFont
		case parts.NewsFont:
			n.Style.Font = sized(f, letters)
		}
	})
	return n
}

func each(n *ui.Node, do func(*ui.Node)) {
	do(n)
	for _, c := range n.Children {
		each(c, do)
	}
}
