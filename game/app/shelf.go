package app

import (
	"holdtheline/assets/words"
	"holdtheline/game/sources"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
)

// A Shelved is a case on the shelf.
type Shelved struct {
	*casefile.Case      // its head
	Saved          bool // there is a saved game of it on this device
}

// cover is the picture of a case.
func cover(id string, picture casefile.Picture, height float64) *ui.Node {
	return sources.Cover(id, picture, height)
}

// covered puts a case's cover beside its title, or above it where that needs the room.
func covered(f frame, id string, gap float64, cover, title *ui.Node) *ui.Node {
	if f.cramped {
		cover.Style.Self = ui.Start
		return column(id, space2, cover, title)
	}
	return row(id, gap, cover, title)
}

// shelfBox offers the cases: each with its picture, its length and what to know
// before it.
func (m *Model) shelfBox(f frame) *ui.Node {
	cases := list("shelf", m.say("shelf.title"))
	for _, one := range m.shelf {
		cases.Children = append(cases.Children, m.shelved(f, one))
	}
	return m.box(f, "shelf.box", m.say("shelf.title"),
		softly(paragraph("shelf.note", m.say("shelf.note"), smallFont)), cases)
}

func (m *Model) shelved(f frame, one Shelved) *ui.Node {
	id := "shelf." + one.ID
	lang := ""
	if one.Language != m.Lang() {
		lang = one.Language
	}
	height := 80.0
	if f.narrow {
		height = 48
	}
	saved := one.Saved
	var choose *ui.Node
	if one.ID == m.caseFile().ID {
		saved = len(m.saved) > 0 || m.session != nil
		choose = softly(paragraph(id+".here", m.say("shelf.here"), smallBold))
	} else {
		choose = plain(id+".open", m.say("shelf.open"), ChooseCase{Case: one.ID})
		choose.Name = m.tell("shelf.open.name", "title", words.In(lang, one.Title)).String()
		choose.Style.Self = ui.Start
	}
	length := m.say("shelf.minutes", "quick", one.Minutes.Quick, "lesson", one.Minutes.Lesson, "full", one.Minutes.Full)
	if saved {
		length = m.say("shelf.saved", "minutes", length)
	}
	n := card(id, covered(f, id+".head", space4,
		cover(id+".cover", one.Picture, height),
		grow(column(id+".titles", space1,
			heading(id+".title", 2, words.In(lang, one.Title), leadFont),
			softly(paragraph(id+".length", length, smallFont))))),
		paragraph(id+".summary", words.In(lang, one.Summary), bodyFont),
		softly(paragraph(id+".content", m.tell("shelf.content", "note", words.In(lang, one.ContentNote)), smallFont)),
		choose)
	n.Role, n.Style.Gap = ui.ListItem, space3
	return n
}

// anotherStory is the way to the shelf, if there is more than one case on it.
func (m *Model) anotherStory() *ui.Node {
	if len(m.shelf) < 2 || m.class != nil || m.caseFile().Form != "" {
		return nil
	}
	return plain("shelf.choose", m.say("shelf.choose"), OpenShelf{})
}

// chooseCase asks for another case.
func (m *Model) chooseCase(id string) []Effect {
	m.dialog = noDialog
	if id == m.caseFile().ID {
		return nil
	}
	for _, one := range m.shelf {
		if one.ID == id {
			m.said = m.say("shelf.opening", "title", one.Title)
			return []Effect{OpenCase{Case: id}}
		}
	}
	return nil
}

// change begins again with another case, at its briefing.
func (m *Model) change(set *puzzle.Set, o Options) []Effect {
	n := New(set, o)
	words, story := n.showing.wordsUnset, n.showing.caseUnset
	n.showing, n.sharing, n.upgrade, n.upgradeCases, n.joinable = m.showing, m.sharing, m.upgrade, m.upgradeCases, m.joinable
	n.showing.wordsUnset, n.showing.caseUnset, n.awaited = words, story, m.awaited
	*m = *n
	m.focus = headingID
	return m.fitView()
}
