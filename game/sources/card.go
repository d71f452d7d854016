package sources

import (
	"strings"

	"holdtheline/assets/words"
	"holdtheline/game/figure"
	"holdtheline/game/parts"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/puzzle"
)

var symbols = map[casefile.SourceKind]figure.Symbol{
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

// Card shows a source whole: what it is, what it says, who says so, and what it rests
// on. ref is a source's id, or source#paragraph for a later part of one; only what was
// public at the moment is shown. With level 0 the title is left out. It is nil for a
// source that there isn't.
func (d Desk) Card(id, ref string, at edtf.Date, level int) *ui.Node {
	name, part, isPart := strings.Cut(ref, "#")
	src, ok := d.Case.Source(name)
	if !ok {
		return nil
	}
	body := parts.Column(id+".body", parts.Space2)
	body.Style.Pad = ui.Sides(parts.Space4, parts.Space5)
	if level > 0 {
		body.Children = append(body.Children, parts.Heading(id+".title", level, d.Title(src.ID), parts.TitleFont))
	}
	if !isPart && src.Image.File != "" {
		body.Children = append(body.Children, d.picture(id, src))
	}
	for _, p := range src.Digest {
		if isPart && p.ID != part {
			continue
		}
		if !isPart && !p.At.IsZero() && !d.Public(src.ID+"#"+p.ID, at) {
			continue
		}
		body.Children = append(body.Children, parts.Paragraph(id+"."+p.ID, d.Told(p.Text), parts.NewsFont))
	}
	meta := parts.Softly(parts.Paragraph(id+".meta", d.Meta(src, part), parts.SmallFont))
	n := &ui.Node{
		ID: id, Role: ui.Article, Name: d.Title(src.ID).String(),
		Style:    ui.Style{Look: ui.Card, Enter: ui.Rise},
		Children: d.clad(id, src, d.Kind(src, isPart), body, meta),
	}
	return n
}

// Kind says what kind of source it is and how close to the events.
func (d Desk) Kind(src *casefile.Source, update bool) string {
	kind := d.Words.Say("kind." + string(src.Kind))
	if !d.Asks(src.ID, puzzle.Closeness) {
		kind = d.Words.Say("source.kind", "kind", kind, "directness", d.Words.Say("directness."+string(src.Directness)))
	}
	if update {
		kind = d.Words.Say("source.update", "kind", kind)
	}
	return kind
}

// Meta is a card's last line: who, when, and what it rests on.
func (d Desk) Meta(src *casefile.Source, part string) words.Text {
	by := src.Author
	if src.Outlet != "" && src.Outlet != by {
		by = strings.TrimPrefix(by+", "+src.Outlet, ", ")
	}
	parts := []words.Text{d.Told(by)}
	if by == "" {
		parts[0] = d.Words.Tell("source.unsigned")
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
		parts = append(parts, d.Words.Tell("source.undated"))
	case !src.Written.IsZero() && date == src.Published:
		parts = append(parts, d.Words.Tell("source.written", "written", d.Words.Date(src.Written), "published", d.Words.Date(date)))
	default:
		parts = append(parts, words.In("", d.Words.Date(date)))
	}
	if d.Rests {
		if on := d.restsOn(src); len(on) > 0 && !d.Asks(src.ID, puzzle.Provenance) {
			parts = append(parts, d.Words.Tell("source.rests", "on", on))
		}
	}
	return words.Join(d.Words.Say("list.dot"), parts...)
}

// restsOn names what a source rests on, the first two by name. It is shown at
// the desk; elsewhere finding it out is the question.
func (d Desk) restsOn(src *casefile.Source) words.Text {
	const named = 2
	var names []words.Text
	for _, id := range src.ReliesOn {
		names = append(names, d.Title(id))
	}
	if more := len(names) - named; more > 0 {
		return d.Words.TellCount("source.more", more, "names", words.Join(d.Words.Say("list.comma"), names[:named]...))
	}
	return words.Join(d.Words.Say("list.and"), names...)
}
