package app

import (
	"strings"

	"holdtheline/game/classroom"
	"holdtheline/game/figure"
	"holdtheline/game/parts"
	"holdtheline/game/sources"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/session"
)

// The ids that the program and other screens refer to.
const (
	headingID       = "heading"           // the screen's heading
	questionID      = "question"          // the heading of the question
	outcomeID       = "outcome"           // the heading of the feedback
	hintID          = "hint.text"         // the hint that was taken
	dialogHeadingID = parts.DialogHeading // the heading of the open dialog
	bodyID          = "body"
)

// pageWidth is how wide a screen's content grows, in CSS pixels at 100 % text.
const pageWidth = theme.PageWidth

// How wide the narrow column's content is: a share of both, within bounds, in
// CSS pixels at 100 % text.
const (
	sideShare = 0.45
	leastSide = 372
	mostSide  = 540
)

// pageShare is the most of the content's width that the narrow column takes in
// the plain page.
const pageShare = 0.42

// A frame is what a screen needs to know of the window.
type frame struct {
	wide    bool
	narrow  bool    // a phone held upright
	cramped bool    // the same with text so large that a bar holds hardly a button
	margin  float64 // left and right of the content
	side    float64 // width of the narrow column's content
	width   float64 // of the window, in CSS pixels at 100 % text
}

func newFrame(vp ui.Viewport) frame {
	text := max(1, vp.Text)
	width := vp.Width / text
	f := frame{wide: width >= theme.WideFrom, narrow: width < theme.RoomyFrom, cramped: width < 240, margin: space4, width: width}
	if f.wide {
		f.margin = max(40, (vp.Width-pageWidth)/2)
	} else if !f.narrow {
		f.margin = space8
	}
	f.side = min(mostSide, max(leastSide, sideShare*(min(width, pageWidth)-2*space8)))
	return f
}

// View makes the whole screen from the model: the same model and viewport give
// the same tree.
func (m *Model) View(vp ui.Viewport) *ui.Node {
	f := newFrame(vp)
	var s screen
	switch {
	case m.session == nil:
		s = m.briefing(f)
	case m.phase() == classroom.Discuss:
		s = m.discuss(f)
	default:
		switch m.step().Kind {
		case session.BeatStep:
			s = m.beat(f)
		case session.PuzzleStep:
			s = m.puzzle(f)
		case session.DebriefStep:
			s = m.debrief(f)
		default:
			s = m.briefing(f)
		}
	}
	if !f.wide && m.settledInClass() && len(s.main) > 0 && !s.lead {
		// What is new comes before the material, which lies below.
		s.main = append(append([]*ui.Node{s.main[0]}, s.side...), s.main[1:]...)
		s.side = nil
	}
	first := &s.main
	if s.lead {
		first = &s.side
	}
	if above := kids(m.lookingBack(), m.classPanel()); len(above) > 0 {
		*first = append(above, *first...)
	}
	root := m.assemble(f, s)
	m.giveShortcuts(root)
	if m.words.Lends() {
		m.markLent(root)
	}
	sources.MarkLanguages(root)
	return root
}

// lookingBack leads back from a step that was gone back to.
func (m *Model) lookingBack() *ui.Node {
	if m.session == nil || m.session.At() == m.session.Furthest() {
		return nil
	}
	furthest := m.session.Steps()[m.session.Furthest()]
	n := panel("back",
		paragraph("back.note", m.say("back.note"), bodyFont),
		plain("back.return", m.say("back.return"), GoTo{Step: furthest.ID}))
	n.Style.Flow, n.Style.Gap = ui.Wrap, space3
	n.Style.Align = ui.Center
	return section(n, m.say("back.note"))
}

// A screen is the part of the tree that differs from screen to screen; assemble
// puts it in the frame that all have.
type screen struct {
	title string // of the page
	head  *ui.Node
	main  []*ui.Node // the content; the wide column where there are two
	side  []*ui.Node // the narrow column: the question
	lead  bool       // the narrow column comes first, at the left
	left  []*ui.Node // the bar's left side
	right []*ui.Node // the bar's buttons, the main one last
	drops *ui.Drops  // what can be dragged onto what
	sheet bool       // it is printed on one sheet, in two columns
}

// assemble lays header, content, bar, status and dialog around a screen. The
// content scrolls and the bar stays, so the main action is always in reach.
func (m *Model) assemble(f frame, s screen) *ui.Node {
	root := &ui.Node{
		ID: "screen." + m.screen(), Role: ui.Main, Name: s.title, Names: m.names(), RightToLeft: ui.RightToLeft(m.Lang()),
		Style: ui.Style{Look: ui.NoLook},
	}
	if m.lifted != "" {
		root.Cancel = LiftCard{Card: m.lifted} // Escape puts it back
	}
	if s.sheet {
		root.Style.Print = &ui.Print{Typeset: true}
	}
	root.Children = kids(
		m.header(f, s),
		m.noticeBar(f),
		m.classBar(f),
		m.upgradeBar(f),
		m.content(f, s),
		bar(f, s),
		&ui.Node{ID: "status", Role: ui.Status, VisuallyHidden: true, Text: ui.Plain(m.said)},
		m.dialogNode(f),
	)
	if root.Drops = s.drops; s.drops != nil && m.showing.view != PlainPage {
		root.Children = append(root.Children, &ui.Node{ID: s.drops.Thread, Decorative: true, Figure: figure.PulledThread{}})
	}
	return root
}

// names are those of the case's people, as far as a line could end within them.
func (m *Model) names() []string {
	var names []string
	for _, p := range m.caseFile().People {
		if strings.Contains(p.Name, " ") {
			names = append(names, p.Name)
		}
	}
	return names
}

func (m *Model) header(f frame, s screen) *ui.Node {
	if s.head == nil {
		return nil
	}
	menu := iconButton("menu", m.say("menu.open"), figure.MenuLines, OpenMenu{})
	if f.wide {
		menu = plain("menu", m.say("menu.open"), OpenMenu{})
		menu.Style.Font = smallBold
		menu.Style.Pad = ui.Sides(space2, space4)
	}
	s.head.Style.Grow = 1
	return &ui.Node{
		ID: "header", Role: ui.Header,
		Style: ui.Style{
			Flow: ui.Row, Gap: space4, Align: ui.Center,
			Pad:  ui.Edges{Top: space2, Right: f.margin, Bottom: 0, Left: f.margin},
			Page: &ui.Page{FullBleed: true, NoWrap: true},
		},
		Children: kids(s.head, m.soundSwitch(), m.helpButton(f), menu),
	}
}

// sheetGap is the room between the columns of a printed sheet, in millimetres.
const sheetGap = 10

func (m *Model) content(f frame, s screen) *ui.Node {
	var print *ui.Print
	if s.sheet {
		print = &ui.Print{Columns: []float64{ui.FreeColumn, ui.FreeColumn}, Gap: sheetGap}
	}
	pad := ui.Edges{Top: space4, Right: f.margin, Bottom: space8, Left: f.margin}
	if !f.wide || len(s.side) == 0 {
		all := append(append([]*ui.Node{}, s.main...), s.side...)
		if s.lead {
			all = append(append([]*ui.Node{}, s.side...), s.main...)
		}
		return &ui.Node{
			ID: bodyID, Style: ui.Style{Grow: 1, Scroll: true, Pad: pad, Gap: space4, Page: &ui.Page{FullBleed: true}, Print: print},
			Children: kids(all...),
		}
	}
	left, right := pad, pad
	left.Right, right.Left = space5, space5
	main := &ui.Node{
		ID: bodyID, Style: ui.Style{Grow: 1, Scroll: true, Gap: space4, Pad: left},
		Children: kids(s.main...),
	}
	side := &ui.Node{
		ID: "side", Style: ui.Style{
			Width: f.side + space5 + f.margin, Scroll: true, Gap: space4, Pad: right,
			Page: &ui.Page{Width: theme.SideWidth, Share: pageShare},
		},
		Children: kids(s.side...),
	}
	columns := &ui.Node{
		ID: "columns", Style: ui.Style{Flow: ui.Row, Grow: 1, Page: &ui.Page{
			FullBleed: true, Pad: ui.Edges{Top: space4, Bottom: space8}, NoWrap: true, Gap: space10,
		}},
		Children: []*ui.Node{main, side},
	}
	if s.lead {
		main.Style.Pad, side.Style.Pad = right, left
		columns.Children = []*ui.Node{side, main}
	}
	return columns
}

// besideFrom is the width from which the bar's buttons are side by side,
// in CSS pixels at 100 % text.
const besideFrom = 240

func bar(f frame, s screen) *ui.Node {
	left, right := kids(s.left...), kids(s.right...)
	if len(left)+len(right) == 0 {
		return nil
	}
	pad := ui.Sides(space3, f.margin)
	if f.narrow {
		// The main action as wide as the thumb's reach, the others beside it.
		look := ui.Style{Look: ui.Bar, Pad: pad, Flow: ui.Row, Gap: space2, Align: ui.Center}
		if f.width < besideFrom {
			look.Flow, look.Align = ui.Column, ui.Stretch
		} else {
			right[len(right)-1].Style.Grow = 1
		}
		return &ui.Node{ID: "bar", Role: ui.Footer, Style: look, Children: right}
	}
	spacer := &ui.Node{ID: "bar.left", Style: ui.Style{Flow: ui.Row, Grow: 1, Gap: space3, Align: ui.Center}, Children: left}
	return &ui.Node{
		ID: "bar", Role: ui.Footer,
		Style:    ui.Style{Look: ui.Bar, Pad: pad, Flow: ui.Row, Gap: space3, Align: ui.Center},
		Children: append([]*ui.Node{spacer}, right...),
	}
}

// noticeBar shows what went wrong outside the game, and that it goes on.
func (m *Model) noticeBar(f frame) *ui.Node {
	if m.notice == "" {
		return nil
	}
	text := paragraph("trouble.text", m.notice, smallFont)
	text.Style.Grow = 1
	return &ui.Node{
		ID: "trouble", Role: ui.Region, Name: m.say("trouble.title"),
		Style: ui.Style{
			Look: ui.Panel, Flow: ui.Row, Gap: space3, Align: ui.Center,
			Pad:  ui.Sides(space2, f.margin),
			Page: &ui.Page{FullBleed: true}, Print: &ui.Print{Hidden: true},
		},
		Children: kids(text, m.drawAgain(), plain("trouble.close", m.say("trouble.close"), DismissNotice{})),
	}
}

// progress is the header's cord: the telephone, and a bead for every step of
// the room.
func (m *Model) progress(f frame) *ui.Node {
	cord := figure.Cord{Narrow: !f.wide}
	name := "progress.name"
	if _, _, of := m.place(); of > 1 {
		m.stepBeads(&cord)
	} else {
		// A room of one step shows its place among the rooms.
		name = "progress.rooms"
		m.roomBeads(&cord)
	}
	return &ui.Node{
		ID: "progress", Role: ui.Image, Figure: cord,
		Name:  m.say(name, "n", cord.At+1, "of", len(cord.Labels)),
		Style: ui.Style{Color: theme.Cord},
	}
}

// stepBeads strings the steps of the room on the cord.
func (m *Model) stepBeads(cord *figure.Cord) {
	here := m.step()
	for i, s := range m.session.Steps() {
		if s.Room != here.Room || s.Kind != here.Kind {
			continue
		}
		if s.ID == here.ID {
			cord.At = len(cord.Labels)
		}
		if i < m.session.Furthest() {
			cord.Done = len(cord.Labels) + 1
		}
		cord.Labels = append(cord.Labels, m.stepShort(s, len(cord.Labels)))
	}
}

// roomBeads strings the rooms on the cord, the debrief last.
func (m *Model) roomBeads(cord *figure.Cord) {
	room := m.step().Room
	for _, r := range m.caseFile().Rooms {
		if r.ID == room {
			cord.At = len(cord.Labels)
		}
		cord.Labels = append(cord.Labels, r.Title)
	}
	if m.step().Kind == session.DebriefStep {
		cord.At = len(cord.Labels)
	}
	cord.Done = cord.At
	cord.Labels = append(cord.Labels, m.say("debrief.title"))
}

// stepShort is a step's name in two or three words, for its bead.
func (m *Model) stepShort(s session.Step, index int) string {
	for _, room := range m.caseFile().Rooms {
		for _, b := range room.Beats {
			if b.ID == s.Beat {
				return b.Short
			}
		}
	}
	return m.say("progress.number", "n", index+1)
}

// place is the step's place in its room: "The Desk · 3 of 7".
func (m *Model) place() (room string, n, of int) {
	here := m.step()
	for _, s := range m.session.Steps() {
		if s.Room != here.Room || s.Kind != here.Kind {
			continue
		}
		of++
		if s.ID == here.ID {
			n = of
		}
	}
	for _, r := range m.caseFile().Rooms {
		if r.ID == here.Room {
			room = r.Title
		}
	}
	return room, n, of
}

// puzzled tells whether a puzzle is shown with its answer, which needs the space of
// the room's introduction.
func (m *Model) puzzled() bool {
	return m.step().Kind == session.PuzzleStep && m.session.Answered(m.step().Puzzle)
}

// top is the eyebrow and the heading, from the case, that every room's screen begins with. The
// first step of a room also says in one sentence what is done there.
func (m *Model) top(title string) *ui.Node {
	name, n, of := m.place()
	h := heading(headingID, 1, m.told(title), displayFont)
	var intro *ui.Node
	if n == 1 && !m.puzzled() {
		for _, r := range m.caseFile().Rooms {
			if r.ID == m.step().Room {
				intro = softly(paragraph("intro", m.told(r.Intro), bodyFont))
			}
		}
	}
	return column("top", space1,
		eyebrow("eyebrow", m.tell("room.place", "room", m.told(name), "n", n, "of", of)),
		h, intro,
	)
}
