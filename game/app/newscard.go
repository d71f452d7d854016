package app

import (
	"strings"

	"holdtheline/game/figure"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
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
}

// shown is a title as the player reads it. A case puts square brackets around
// the titles it had to make itself, for pages that have none.
func shown(title string) string {
	if strings.HasPrefix(title, "[") && strings.HasSuffix(title, "]") {
		return title[1 : len(title)-1]
	}
	return title
}

// newsCard shows a source whole: what it is, what it says, who says so, and
// what it rests on. ref is a source's id, or source#paragraph for a later part
// of one; only what was public at the moment is shown. With level 0 the title
// is left out, where it stands elsewhere.
func (m *Model) newsCard(id, ref string, at edtf.Date, level int) *ui.Node {
	name, part, isPart := strings.Cut(ref, "#")
	src, ok := m.caseFile().Source(name)
	if !ok {
		return nil
	}
	body := column(id+".body", space2)
	body.Style.Pad = ui.Sides(space4, space5)
	if level > 0 {
		body.Children = append(body.Children, heading(id+".title", level, shown(src.Title), titleFont))
	}
	for _, p := range src.Digest {
		if isPart && p.ID != part {
			continue
		}
		if !isPart && !p.At.IsZero() && !m.public(src.ID+"#"+p.ID, at) {
			continue
		}
		body.Children = append(body.Children, news(id+"."+p.ID, p.Text))
	}
	meta := softly(paragraph(id+".meta", m.cardMeta(src, part), smallFont))
	n := &ui.Node{
		ID: id, Role: ui.Article, Name: shown(src.Title),
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

// kindWords say what a source is and how close it stands to what it tells.
func (m *Model) kindWords(src *casefile.Source, update bool) string {
	words := m.say("source.kind",
		"kind", m.say("kind."+string(src.Kind)), "directness", m.say("directness."+string(src.Directness)))
	if update {
		words = m.say("source.update", "kind", words)
	}
	return words
}

// cardMeta is a card's last line: who, when, and what it rests on.
func (m *Model) cardMeta(src *casefile.Source, part string) string {
	var parts []string
	by := src.Author
	if src.Outlet != "" && src.Outlet != by {
		by = strings.TrimPrefix(by+", "+src.Outlet, ", ")
	}
	if by == "" {
		by = m.say("source.unsigned")
	}
	parts = append(parts, by)
	date := src.Published
	for _, p := range src.Digest {
		if p.ID == part && !p.At.IsZero() {
			date = p.At
		}
	}
	if src.DatedBy == casefile.Inferred {
		// When it was written is for the player to find out, in the Lab.
		parts = append(parts, m.say("source.undated"))
	} else {
		parts = append(parts, m.date(date))
	}
	if m.step().Kind == session.BeatStep {
		if on := m.restsOn(src); on != "" {
			parts = append(parts, m.say("source.rests", "on", on))
		}
	}
	return strings.Join(parts, m.say("list.dot"))
}

// restsOn names what a source rests on, the first two by name. It is shown at
// the desk; elsewhere finding it out is the question.
func (m *Model) restsOn(src *casefile.Source) string {
	const named = 2
	var names []string
	for _, id := range src.ReliesOn {
		if on, ok := m.caseFile().Source(id); ok {
			names = append(names, shown(on.Title))
		}
	}
	if more := len(names) - named; more > 0 {
		return m.count("source.more", more, "names", strings.Join(names[:named], m.say("list.comma")))
	}
	return strings.Join(names, m.say("list.and"))
}

// smallCard is a source that already lies on the desk: its name, and a press
// away the whole of it.
func (m *Model) smallCard(id, ref string) *ui.Node {
	name, _, isPart := strings.Cut(ref, "#")
	src, ok := m.caseFile().Source(name)
	if !ok {
		return nil
	}
	kind := m.cardKind(id, src, isPart)
	title := &ui.Node{ID: id + ".title", Text: ui.Plain(shown(src.Title)), Style: ui.Style{Font: newsBold}}
	return &ui.Node{
		ID: id, Role: ui.Button, Do: Read{Source: ref},
		Style:    ui.Style{Look: ui.Card, Pad: ui.Sides(space3, space4), Gap: space1, MinHeight: 44},
		Children: []*ui.Node{kind, title},
	}
}
