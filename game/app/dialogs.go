package app

import (
	"strings"

	"holdtheline/assets"
	"holdtheline/assets/words"
	"holdtheline/game/parts"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/session"
)

// dialogNode is the open dialog, or nil.
func (m *Model) dialogNode(f frame) *ui.Node {
	if m.paused() {
		return m.pausedBox(f)
	}
	switch m.dialog {
	case joinDialog:
		return m.joinBox(f)
	case partedDialog:
		return m.partedBox(f)
	case readingDialog:
		return m.readingBox(f)
	case menuDialog:
		return m.menuBox(f)
	case saveDialog:
		return m.saveBox(f)
	case markingDialog:
		return m.markingBox(f)
	case settingsDialog:
		return m.settingsBox(f)
	case restartDialog:
		return m.restartBox(f)
	case helpDialog:
		return m.helpBox(f)
	case wordsDialog:
		return m.wordsBox(f)
	case legendDialog:
		return m.legendBox(f)
	case halvesDialog:
		return m.halvesBox(f)
	case shelfDialog:
		return m.shelfBox(f)
	case giveDialog:
		return m.giveBox(f)
	case conflictDialog:
		return m.conflictBox(f)
	}
	return nil
}

// boxWidth is how wide the content of a dialog is, in CSS pixels at 100 % text.
func (f frame) boxWidth() float64 { return parts.DialogRoom(f.width) }

// box is a dialog's frame: its heading, what it holds, and a way out.
func (m *Model) box(f frame, id, title string, children ...*ui.Node) *ui.Node {
	return m.textBox(f, id, words.In("", title), children...)
}

// textBox is a box with a heading from the case.
func (m *Model) textBox(f frame, id string, title words.Text, children ...*ui.Node) *ui.Node {
	return parts.Dialog(f.width, id, title, parts.Way{Name: m.say("dialog.close"), Do: CloseDialog{}}, children...)
}

// readingBox shows a source whole.
func (m *Model) readingBox(f frame) *ui.Node {
	name, _, _ := strings.Cut(m.reading, "#")
	src, ok := m.caseFile().Source(name)
	if !ok {
		return nil
	}
	content := m.newsCard("reading", m.reading, m.asOf(), 0) // its title is the dialog's heading
	content.Style.Enter = ui.AtOnce
	reference := softly(paragraph("reading.reference", m.tell("source.reference", "reference", m.told(src.Reference)), smallFont))
	box := m.textBox(f, "reading.box", m.sourceTitle(src.ID), content, reference, m.lineage(src.ID))
	box.Children = append(box.Children, primary("reading.done", m.say("dialog.done"), CloseDialog{}))
	return box
}

// menuBox leads everywhere: back to what was visited, to how marking works,
// and to starting over.
func (m *Model) menuBox(f frame) *ui.Node {
	visited := list("visited", m.say("menu.steps"))
	visited.Style.Gap = space1
	steps, restart := label("menu.steps", 2, m.say("menu.steps")), plain("menu.restart", m.say("menu.restart"), AskRestart{})
	if m.session.Config().Mode == session.Test {
		restart = nil // a test is taken once
		if !m.session.Explained() {
			steps, visited = nil, nil
		}
	}
	if m.class != nil {
		restart = nil // what the class has can't be begun again
		if m.led() && m.class.Pace.Step != session.DebriefID {
			steps, visited = nil, nil // the class is somewhere
		}
	}
	for i, s := range m.session.Steps() {
		if visited == nil || s.Kind == session.BriefingStep || i > m.session.Furthest() {
			continue
		}
		b := quiet("goto."+s.ID, m.stepTitle(s), GoTo{Step: s.ID})
		b.Current = s.ID == m.step().ID
		b.Disabled = b.Current
		visited.Children = append(visited.Children, &ui.Node{ID: "visited." + s.ID, Role: ui.ListItem, Children: []*ui.Node{b}})
	}
	cfg := m.session.Config()
	return m.box(
		f, "menu.box", m.say("menu.title"),
		m.classInMenu(),
		softly(paragraph("menu.what", m.say("menu.what",
			"length", m.say("length."+string(cfg.Length)), "mode", m.say("mode."+string(cfg.Mode)), "seed", cfg.Seed), smallFont)),
		plain("menu.settings", m.say("settings.title"), OpenSettings{}),
		plain("menu.help", m.say("help.title"), OpenHelp{}),
		plain("menu.words", m.say("words.open"), OpenGlossary{}),
		plain("menu.marking", m.say("menu.marking"), ShowMarking{}),
		m.anotherStory(),
		outside("menu.worksheet", m.say("menu.worksheet"), m.sheet),
		outside("menu.access", m.say("menu.access"), assets.StatementIn(m.Lang(), m.access)),
		restart, steps, visited,
	)
}

// outside is a link to a page beside the game, such as the worksheet, where there
// is one.
func outside(id, words, address string) *ui.Node {
	if address == "" {
		return nil
	}
	n := plain(id, words, ui.Follow{Href: address})
	n.Role, n.Href = ui.Link, address
	return n
}

// stepTitle is a step's name in a list of steps.
func (m *Model) stepTitle(s session.Step) words.Text {
	switch s.Kind {
	case session.BeatStep:
		return m.told(m.beatOf(s.Beat).Title)
	case session.PuzzleStep:
		return m.told(m.puzzleOf(s.Puzzle).Title)
	}
	return m.tell("debrief.title")
}

// markingBox explains how answers are marked, in plain words.
func (m *Model) markingBox(f frame) *ui.Node {
	var children []*ui.Node
	for _, part := range []string{"verdicts", "certainty", "orders", "others", "score"} {
		children = append(children,
			label("marking."+part+".title", 2, m.say("marking."+part+".title")),
			paragraph("marking."+part+".text", m.say("marking."+part), bodyFont))
	}
	return m.box(f, "marking", m.say("marking.title"), children...)
}

// saveBox offers the result as a picture and as files.
func (m *Model) saveBox(f frame) *ui.Node {
	children := []*ui.Node{
		paragraph("save.note", m.say("save.note"), bodyFont),
		label("save.picture.title", 2, m.say("save.picture.title")),
		primary("save.picture", m.say("save.picture"), SavePicture{}),
	}
	if m.sharing == sharingPossible {
		children = append(children, plain("save.share", m.say("save.share"), SavePicture{Share: true}))
	}
	children = append(children, label("save.files.title", 2, m.say("save.files.title")))
	for _, format := range saveFormats {
		children = append(children, plain("save."+format.name, m.say("save."+format.name), Save{Format: format.name}))
	}
	return m.box(f, "save.box", m.say("save.title"), children...)
}

// restartBox asks before anything is put aside.
func (m *Model) restartBox(f frame) *ui.Node {
	buttons := wrap("restart.buttons", space3,
		plain("restart.no", m.say("restart.no"), CloseDialog{}),
		primary("restart.yes", m.say("restart.yes"), Restart{}),
	)
	return m.box(f, "restart.box", m.say("restart.title"), paragraph("restart.text", m.say("restart.text"), bodyFont), buttons)
}
