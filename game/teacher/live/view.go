package live

import (
	"fmt"
	"slices"
	"strings"

	"holdtheline/game/parts"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// View makes the whole screen from the model: the same model and viewport give the
// same tree.
func (m *Model) View(vp ui.Viewport) *ui.Node {
	f := frame.NewFrame(vp)
	var s frame.Screen
	switch {
	case m.class == nil && m.entered != "":
		s = m.enteringScreen()
	case m.class == nil:
		s = m.classesScreen(f)
	case m.at == Question:
		s = m.questionScreen(f)
	case m.at == Pupils:
		s = m.pupilsScreen(f)
	case m.at == Picture:
		s = m.pictureScreen(f)
	default:
		s = m.doorScreen(f)
	}
	s.Name = m.screen()
	if m.class != nil {
		if f.Wide {
			s.Tools = []*ui.Node{m.screensNode(f)}
			s.Main = append(parts.Kids(m.lostNode()), s.Main...)
		} else {
			s.Main = append(parts.Kids(m.screensNode(f), m.lostNode()), s.Main...)
		}
		s.Dialog = m.dialogNode(f)
	}
	return m.Tree(f, s)
}

// screensNode leads to the screens of the class.
func (m *Model) screensNode(f frame.Frame) *ui.Node {
	n := parts.Wrap("screens", parts.Space2)
	if f.Wide {
		n = parts.Row("screens", parts.Space2)
	}
	n.Role, n.Name = ui.Region, m.Say("teacher.live.screens")
	n.Style.Print = &ui.Print{Hidden: true}
	for _, s := range screens() {
		b := frame.Small(parts.Plain("screen.to."+string(s), m.Say("teacher.live.screen."+string(s)), Show{Screen: s}))
		b.Current = s == m.at
		b.Toggle, b.Checked = true, s == m.at
		if f.Narrow {
			b.Style.Pad = ui.Sides(parts.Space2, parts.Space2)
		}
		n.Children = append(n.Children, b)
	}
	return n
}

// lostNode says that nothing comes from the server.
func (m *Model) lostNode() *ui.Node {
	if !m.class.lost(m.now) {
		return nil
	}
	return parts.Panel("lost", parts.Paragraph("lost.text", m.Say("teacher.live.lost"), parts.BodyFont))
}

// enteringScreen waits for the server.
func (m *Model) enteringScreen() frame.Screen {
	return frame.Screen{
		Title: m.Say("teacher.live.title"),
		Main: []*ui.Node{
			parts.Heading(frame.HeadingID, 1, m.Say("teacher.live.entering", "code", spaced(m.entered)), parts.DisplayFont),
		},
		Bar: []*ui.Node{parts.Plain("leave", m.Say("teacher.live.leave"), LeaveClass{})},
	}
}

// spaced spaces the letters of a code, for eyes and ears.
func spaced(codeOf string) string { return strings.Join(strings.Split(codeOf, ""), " ") }

// nameOf is what a pupil is called on the screen: the pseudonym, or a number where
// those are hidden.
func (m *Model) nameOf(s seat) string {
	name := shortened(s.Name)
	if m.class.hidden || name == "" {
		return m.Say("teacher.pupil", "n", m.class.numberOf(s.Seat))
	}
	return name
}

// longestName is the most letters that are shown of a pseudonym.
const longestName = 40

func shortened(name string) string {
	name = strings.Join(strings.Fields(name), " ")
	if letters := []rune(name); len(letters) > longestName {
		return string(letters[:longestName-1]) + "…"
	}
	return name
}

// namesOf are the names of several pupils in a row.
func (m *Model) namesOf(seats []seat) string {
	names := make([]string, len(seats))
	for i, s := range seats {
		names[i] = m.nameOf(s)
	}
	return strings.Join(names, ", ")
}

// hideNode hides the pseudonyms, or shows them.
func (m *Model) hideNode() *ui.Node {
	if m.class.hidden {
		return parts.Plain("names", m.Say("teacher.names.show"), HideNames{On: false})
	}
	return parts.Plain("names", m.Say("teacher.names.hide"), HideNames{On: true})
}

// tag is a pupil's name among others.
func (m *Model) tag(id string, s seat) *ui.Node {
	n := parts.Paragraph(fmt.Sprint(id, ".", s.Seat), m.nameOf(s), parts.SmallBold)
	n.Role = ui.ListItem
	n.Style.Look, n.Style.Pad = ui.TagNeutral, ui.Sides(parts.Space1, parts.Space2)
	return n
}

// kindly keeps a text to a readable width.
func kindly(n *ui.Node) *ui.Node {
	if n != nil {
		n.Style.MaxWidth = 2 * theme.Measure
	}
	return n
}

// lasting are the classes of this browser that are not over.
func (m *Model) lasting() []kept {
	return slices.DeleteFunc(slices.Clone(m.kept), func(k kept) bool { return !k.End.After(m.now) })
}
