package app

import (
	"slices"
	"strings"

	"holdtheline/assets/words"
	"holdtheline/game/figure"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

var kindSymbols = map[casefile.SourceKind]figure.Symbol{
	casefile.Article:       figure.ArticleSymbol,
	casefile.Agency:        figure.AgencySymbol,
	casefile.Post:          figure.PostSymbol,
	casefile.Statement:     figure.StatementSymbol,
	casefile.Interview:     figure.InterviewSymbol,
	casefile.Confession:    figure.ConfessionSymbol,
	casefile.Broadcast:     figure.BroadcastSymbol,
	casefile.Retrospective: figure.RetrospectiveSymbol,
	casefile.Cable:         figure.CableSymbol,
	casefile.Newspaper:     figure.NewspaperSymbol,
	casefile.Notice:        figure.NoticeSymbol,
	casefile.Letter:        figure.LetterSymbol,
	casefile.Book:          figure.BookSymbol,
	casefile.Photograph:    figure.PhotographSymbol,
	casefile.Film:          figure.FilmSymbol,
}

// newsCard shows a source whole: what it is, what it says, who says so, and
// what it rests on. ref is a source's id, or source#paragraph for a later part
// of one; only what was public at the moment is shown. With level 0 the title
// is left out.
func (m *Model) newsCard(id, ref string, at edtf.Date, level int) *ui.Node {
	name, part, isPart := strings.Cut(ref, "#")
	src, ok := m.caseFile().Source(name)
	if !ok {
		return nil
	}
	body := column(id+".body", space2)
	body.Style.Pad = ui.Sides(space4, space5)
	if level > 0 {
		body.Children = append(body.Children, heading(id+".title", level, m.sourceTitle(src.ID), titleFont))
	}
	for _, p := range src.Digest {
		if isPart && p.ID != part {
			continue
		}
		if !isPart && !p.At.IsZero() && !m.public(src.ID+"#"+p.ID, at) {
			continue
		}
		body.Children = append(body.Children, news(id+"."+p.ID, m.told(p.Text)))
	}
	meta := softly(paragraph(id+".meta", m.cardMeta(src, part), smallFont))
	n := &ui.Node{
		ID: id, Role: ui.Article, Name: m.sourceTitle(src.ID).String(),
		Style:    ui.Style{Look: ui.Card, Enter: ui.Rise},
		Children: m.clad(id, src, m.kindWords(src, isPart), body, meta),
	}
	return n
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
		icon(id+".icon", kindSymbols[src.Kind], 16, theme.Soft),
		grow(eyebrow(id+".what", m.kindWords(src, update))))
}

// kindWords say what kind of source it is and how close to the events.
func (m *Model) kindWords(src *casefile.Source, update bool) string {
	kind := m.say("kind." + string(src.Kind))
	if !m.asksLater(src.ID, puzzle.Closeness) {
		kind = m.say("source.kind", "kind", kind, "directness", m.say("directness."+string(src.Directness)))
	}
	if update {
		kind = m.say("source.update", "kind", kind)
	}
	return kind
}

// cardMeta is a card's last line: who, when, and what it rests on.
func (m *Model) cardMeta(src *casefile.Source, part string) words.Text {
	by := src.Author
	if src.Outlet != "" && src.Outlet != by {
		by = strings.TrimPrefix(by+", "+src.Outlet, ", ")
	}
	parts := []words.Text{m.told(by)}
	if by == "" {
		parts[0] = m.tell("source.unsigned")
	}
	date := src.Published
	for _, p := range src.Digest {
		if p.ID == part && !p.At.IsZero() {
			date = p.At
		}
	}
	switch {
	case src.DatedBy == casefile.Inferred:
		// When it was written is for the player to find out, in the Lab.
		parts = append(parts, m.tell("source.undated"))
	case !src.Written.IsZero() && date == src.Published:
		parts = append(parts, m.tell("source.written", "written", m.date(src.Written), "published", m.date(date)))
	default:
		parts = append(parts, words.In("", m.date(date)))
	}
	if m.step().Kind == session.BeatStep {
		if on := m.restsOn(src); len(on) > 0 && !m.asksLater(src.ID, puzzle.Provenance) {
			parts = append(parts, m.tell("source.rests", "on", on))
		}
	}
	return words.Join(m.say("list.dot"), parts...)
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

// restsOn names what a source rests on, the first two by name. It is shown at
// the desk; elsewhere finding it out is the question.
func (m *Model) restsOn(src *casefile.Source) words.Text {
	const named = 2
	var names []words.Text
	for _, id := range src.ReliesOn {
		names = append(names, m.sourceTitle(id))
	}
	if more := len(names) - named; more > 0 {
		return m.tellCount("source.more", more, "names", words.Join(m.say("list.comma"), names[:named]...))
	}
	return words.Join(m.say("list.and"), names...)
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
