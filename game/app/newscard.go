package app

import (
	"slices"
	"strings"

	"holdtheline/assets/words"
	"holdtheline/game/sources"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// desk makes the cards of sources. What they rest on is shown at the desk; elsewhere
// finding it out is the question.
func (m *Model) desk() sources.Desk {
	return sources.Desk{
		Voice: m.voice(), Case: m.caseFile(), Titles: m.titles, Public: m.public, Asks: m.asksLater,
		Rests: m.session != nil && m.step().Kind == session.BeatStep,
	}
}

// newsCard shows a source whole: see [sources.Desk.Card].
func (m *Model) newsCard(id, ref string, at edtf.Date, level int) *ui.Node {
	return m.desk().Card(id, ref, at, level)
}

// cardMeta is a card's last line: who, when, and what it rests on.
func (m *Model) cardMeta(src *casefile.Source, part string) words.Text {
	return m.desk().Meta(src, part)
}

// public tells whether a paragraph was public at a moment; with no moment,
// everything is.
func (m *Model) public(ref string, at edtf.Date) bool {
	return at.IsZero() || m.set.Evidence().PublicBy(ref, at)
}

// cardKind is a small card's first line: a sign, what it is, how close it
// stands.
func (m *Model) cardKind(id string, src *casefile.Source, update bool) *ui.Node {
	return row(id+".kind", space2,
		icon(id+".icon", sources.Symbol(src.Kind), 16, theme.Soft),
		grow(eyebrow(id+".what", m.desk().Kind(src, update))))
}

// asksLater tells whether a question of this game that is not answered yet asks
// something of a source. The desk must not answer it before.
func (m *Model) asksLater(source string, what puzzle.Aspect) bool {
	for _, step := range m.session.Steps() {
		for _, id := range step.Items {
			item, ok := m.set.Item(id)
			if ok && m.session.Tries(id) == 0 && slices.Contains(item.Asks(), puzzle.Asked{Source: source, What: what}) {
				return true
			}
		}
	}
	return false
}

// smallCard is an earlier source: its name, and a press
// away the whole of it.
func (m *Model) smallCard(id, ref string) *ui.Node {
	name, _, isPart := strings.Cut(ref, "#")
	src, ok := m.caseFile().Source(name)
	if !ok {
		return nil
	}
	kind := m.cardKind(id, src, isPart)
	title := &ui.Node{ID: id + ".title", Text: spans(m.sourceTitle(src.ID)), Style: ui.Style{Font: newsBold}}
	return &ui.Node{
		ID: id, Role: ui.Button, Do: OpenSource{Source: ref},
		Style:    ui.Style{Look: ui.Card, Pad: ui.Sides(space3, space4), Gap: space1, MinHeight: 44},
		Children: []*ui.Node{kind, title},
	}
}
