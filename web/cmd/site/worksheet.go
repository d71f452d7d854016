package main

import (
	"bytes"
	"fmt"
	"html/template"
	"path/filepath"
	"slices"
	"strings"

	"holdtheline/assets"
	"holdtheline/game/figure"
	"holdtheline/game/theme"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/evidence"
	"holdtheline/quiz/puzzle"
)

// sheetSeed deals the cards on paper: everybody in a class has the same ones.
const sheetSeed = 1

// A sheet is a case to be done on paper: no script, the same questions, and the
// answers with their reasons at the end. All of it follows from the case.
type sheet struct {
	*page
	Style   string
	Beats   []sheetBeat
	Rooms   []sheetRoom
	Stamps  []sheetStamp
	Answers []sheetAnswer

	set    *puzzle.Set
	locale edtf.Locale
}

type sheetBeat struct {
	*casefile.Beat
	Arrivals, Tabs []sheetSource
	Claims         []string
}

// A sheetSource is a source as a reader of the day saw it: what was public, and
// without a date if its page has none.
type sheetSource struct{ Kind, Title, Meta, Lead, Texts string }

type sheetStamp struct {
	Name, Means string
	Figure      template.HTML
}

type sheetRoom struct {
	*casefile.Room
	Tasks []sheetTask
}

type sheetTask struct {
	*casefile.Puzzle
	About  []sheetSource
	Claim  string
	Fields []sheetField
}

// A sheetField is one thing to fill in: options to tick, or, with Top and Bottom,
// cards to number, or, with Cords, cards with letters to say which rests on which.
type sheetField struct {
	Name, Note  string
	Top, Bottom string
	Cords       bool
	Options     []string
}

type sheetAnswer struct {
	Room, Title, Right, Why, More string
	Line                          []string // the true order, or what is right point by point
	Figure                        template.HTML
}

// worksheets makes the worksheet of every case, and their style; and those of cases that
// are told in other languages than the site's own.
func (s *site) worksheets(icon *file) (files, translated []*file, err error) {
	style, err := s.worksheetStyle()
	if err != nil {
		return nil, nil, err
	}
	files = []*file{style}
	for _, id := range assets.Cases() {
		one := *s
		one.caseID = id
		sheets, err := one.worksheetsOfCase(icon, style)
		if err != nil {
			return nil, nil, err
		}
		files, translated = append(files, sheets[0]), append(translated, sheets[1:]...)
	}
	return files, translated, nil
}

// worksheetsOfCase makes the worksheet of the case in every language that it is told in,
// the site's own first.
func (s *site) worksheetsOfCase(icon, style *file) ([]*file, error) {
	var files []*file
	for _, lang := range s.tellings() {
		one := *s
		one.lang = lang
		f, err := one.worksheet(icon, style)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	return files, nil
}

func (s *site) worksheetStyle() (*file, error) {
	css, err := s.style(theme.CSS(), "web/page/worksheet.css")
	if err != nil {
		return nil, err
	}
	return hashed("worksheet.css", css), nil
}

func (s *site) worksheet(icon, style *file) (*file, error) {
	p, err := s.page()
	if err != nil {
		return nil, err
	}
	p.Icon = icon.name
	sh := &sheet{page: p, Style: style.name, set: puzzle.New(p.Case), locale: p.game.Dates()}
	for _, v := range casefile.Verdicts() {
		sh.Stamps = append(sh.Stamps, sheetStamp{puzzle.Stamp(p.Case, v).In(p.game), p.game.Say("legend.line", "means", puzzle.Means(p.Case, v).In(p.game)), drawing(figure.Stamp{Outline: outlines[v], Color: theme.Ink}, 150)})
	}
	for i := range p.Case.Rooms {
		if err := sh.room(&p.Case.Rooms[i]); err != nil {
			return nil, err
		}
	}
	if p.Case.Form != "" {
		sh.Answers = nil // a test explains nothing, and the menu leads here
	}
	t, err := template.ParseFiles(filepath.Join(s.root, "web", "page", "worksheet.html"))
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := t.Option("missingkey=error").Execute(&b, sh); err != nil {
		return nil, err
	}
	return &file{name: assets.Worksheet(s.caseID, s.lang), data: b.Bytes()}, nil
}

var outlines = map[casefile.Verdict]figure.Outline{
	casefile.Real: figure.Ring, casefile.Prank: figure.Star, casefile.Denied: figure.Bars, casefile.Unconfirmed: figure.Dots,
}

func (sh *sheet) room(r *casefile.Room) error {
	for i := range r.Beats {
		if err := sh.beat(r, &r.Beats[i]); err != nil {
			return err
		}
	}
	room := sheetRoom{Room: r}
	for i := range r.Puzzles {
		item, ok := sh.set.Item(r.Puzzles[i].ID)
		if !ok {
			return fmt.Errorf("the puzzle %q can't be asked: check the case", r.Puzzles[i].ID)
		}
		room.Tasks = append(room.Tasks, sh.task(&r.Puzzles[i], item))
		answer, err := sh.answer(r, item)
		if err != nil {
			return err
		}
		sh.Answers = append(sh.Answers, answer)
	}
	if len(room.Tasks) > 0 {
		sh.Rooms = append(sh.Rooms, room)
	}
	return nil
}

func (sh *sheet) beat(r *casefile.Room, b *casefile.Beat) error {
	out := sheetBeat{Beat: b}
	for _, ref := range b.Arrivals {
		out.Arrivals = append(out.Arrivals, sh.source(ref, b.At))
	}
	for _, ref := range b.Tabs {
		out.Tabs = append(out.Tabs, sh.source(ref, b.At))
	}
	for _, ask := range b.Ask {
		item, ok := sh.set.Item(ask.ID)
		if !ok {
			return fmt.Errorf("the verdict %q can't be asked: check the case", ask.ID)
		}
		out.Claims = append(out.Claims, item.Title())
		e, err := item.Explain(item.Best())
		if err != nil {
			return err
		}
		a := sheetAnswer{Room: r.Title, Title: b.Short + ": " + item.Title(), Right: sh.in(e.Answer), Why: e.Why}
		if e.Verdict != nil {
			a.More = sh.game.Say("feedback.change") + ": " + e.Verdict.WouldChange
		}
		sh.Answers = append(sh.Answers, a)
	}
	sh.Beats = append(sh.Beats, out)
	return nil
}

// source is what was public of a source, or of one later part of it, at a moment;
// with no moment, all of it.
func (sh *sheet) source(ref string, at edtf.Date) sheetSource {
	name, part, isPart := strings.Cut(ref, "#")
	src, ok := sh.Case.Source(name)
	if !ok {
		return sheetSource{}
	}
	out := sheetSource{
		Title: plainTitle(src.Title), Lead: src.Lead,
		Kind: sh.game.Say("source.kind", "kind", sh.game.Say("kind."+string(src.Kind)), "directness", sh.game.Say("directness."+string(src.Directness))),
	}
	when := src.Published
	var texts []string
	for _, p := range src.Digest {
		switch {
		case isPart && p.ID != part, !isPart && !p.At.IsZero() && !at.IsZero() && !sh.set.Evidence().PublicBy(src.ID+"#"+p.ID, at):
			continue
		case isPart && !p.At.IsZero():
			when = p.At
		}
		texts = append(texts, p.Text)
	}
	out.Texts = strings.Join(texts, " ")
	date := sh.date(when)
	if src.DatedBy == casefile.Inferred {
		date = sh.game.Say("source.undated")
	}
	by := strings.TrimPrefix(src.Author+", "+src.Outlet, ", ")
	if src.Outlet == "" || src.Outlet == src.Author {
		by = src.Author
	}
	if by == "" {
		by = sh.game.Say("source.unsigned")
	}
	out.Meta = by + sh.game.Say("list.dot") + date
	return out
}

func (sh *sheet) date(d edtf.Date) string { return d.Human(sh.locale) }

// plainTitle is a title without the brackets of one that the case made up.
func plainTitle(title string) string { return strings.TrimSuffix(strings.TrimPrefix(title, "["), "]") }

// in returns a message in the sheet's language.
func (sh *sheet) in(m puzzle.Message) string { return m.In(sh.game) }

// task puts a question of any kind on paper, from its form.
func (sh *sheet) task(p *casefile.Puzzle, item puzzle.Item) sheetTask {
	form := item.Form(sheetSeed)
	t := sheetTask{Puzzle: p}
	for _, ref := range form.About {
		t.About = append(t.About, sh.source(ref, p.At))
	}
	if claim, ok := sh.Case.Claim(form.Claim); ok {
		t.Claim = claim.Text
	}
	for _, f := range form.Fields {
		field := sheetField{Name: sh.in(f.Label), Note: sh.in(f.Note), Top: sh.in(f.Top), Bottom: sh.in(f.Bottom), Cords: f.Pick == puzzle.PickLinks}
		for _, o := range f.Options {
			field.Options = append(field.Options, sh.in(o.Label))
		}
		t.Fields = append(t.Fields, field)
	}
	return t
}

// answer is what is right about a puzzle, and why.
func (sh *sheet) answer(r *casefile.Room, item puzzle.Item) (sheetAnswer, error) {
	e, err := item.Explain(item.Best())
	if err != nil {
		return sheetAnswer{}, err
	}
	a := sheetAnswer{Room: r.Title, Title: item.Title(), Right: sh.in(e.Answer), Why: e.Why}
	for _, line := range e.Lines {
		a.Line = append(a.Line, sh.in(line.Text))
	}
	if e.Trace != nil {
		a.Figure = drawing(sh.provenance(e.Trace.Spread), answerWidth)
	}
	return a, nil
}

// answerWidth is how wide a drawing in the answers is, in CSS pixels: they are in two
// columns.
const answerWidth = 320

// provenance draws who has something from whom.
func (sh *sheet) provenance(told []evidence.Hearing) figure.Provenance {
	var f figure.Provenance
	for _, h := range told {
		src, ok := sh.Case.Source(h.Source)
		if !ok {
			continue
		}
		how := "provenance.copy"
		if len(h.From) == 0 {
			how = "provenance.own"
		}
		card := figure.Told{Head: sh.date(src.Published) + sh.game.Say("list.dot") + sh.game.Say(how), Title: plainTitle(src.Title)}
		for _, on := range h.From {
			card.From = append(card.From, slices.IndexFunc(told, func(other evidence.Hearing) bool { return other.Source == on }))
		}
		f.Cards = append(f.Cards, card)
	}
	return f
}
