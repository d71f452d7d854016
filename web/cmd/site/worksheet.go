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

// A sheetSource is a source as far as it was public, and as a reader of the day
// saw it: without a date where its page has none.
type sheetSource struct{ Kind, Title, Meta, Lead, Texts string }

type sheetStamp struct {
	Name   string
	Figure template.HTML
}

type sheetRoom struct {
	*casefile.Room
	Tasks []sheetTask
}

type sheetTask struct {
	*casefile.Puzzle
	About       []sheetSource
	Claim       string
	First, Last string   // above and below the cards
	Cards       []string // to be numbered
	Choices     []sheetChoice
}

type sheetChoice struct {
	Name    string
	Options []string
}

type sheetAnswer struct {
	Room, Title, Right, Why, More string
	Line                          []string // the true order, or what is right point by point
}

// worksheets makes the worksheet of every case, and their style.
func (s *site) worksheets(icon *file) ([]*file, error) {
	css, err := s.style(theme.CSS(), "web/page/worksheet.css")
	if err != nil {
		return nil, err
	}
	style := hashed("worksheet.css", css)
	files := []*file{style}
	for _, id := range assets.Cases() {
		one := *s
		one.caseID = id
		f, err := one.worksheet(icon, style)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	return files, nil
}

func (s *site) worksheet(icon, style *file) (*file, error) {
	p, err := s.page()
	if err != nil {
		return nil, err
	}
	p.Icon = icon.name
	sh := &sheet{page: p, Style: style.name, set: puzzle.New(p.Case), locale: p.game.Dates()}
	for _, v := range casefile.Verdicts() {
		sh.Stamps = append(sh.Stamps, sheetStamp{p.game.Say("verdict." + string(v)), drawing(figure.Stamp{Outline: outlines[v], Color: theme.Ink}, 150)})
	}
	for i := range p.Case.Rooms {
		sh.room(&p.Case.Rooms[i])
	}
	t, err := template.ParseFiles(filepath.Join(s.root, "web", "page", "worksheet.html"))
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := t.Option("missingkey=error").Execute(&b, sh); err != nil {
		return nil, err
	}
	return &file{name: assets.Worksheet(s.caseID), data: b.Bytes()}, nil
}

var outlines = map[casefile.Verdict]figure.Outline{
	casefile.Real: figure.Ring, casefile.Prank: figure.Star, casefile.Denied: figure.Bars, casefile.Unconfirmed: figure.Dots,
}

func (sh *sheet) room(r *casefile.Room) {
	for i := range r.Beats {
		sh.beat(r, &r.Beats[i])
	}
	room := sheetRoom{Room: r}
	for i := range r.Puzzles {
		item, ok := sh.set.Item(r.Puzzles[i].ID)
		if !ok {
			continue
		}
		room.Tasks = append(room.Tasks, sh.task(&r.Puzzles[i], item))
		sh.Answers = append(sh.Answers, sh.answer(r, item))
	}
	if len(room.Tasks) > 0 {
		sh.Rooms = append(sh.Rooms, room)
	}
}

func (sh *sheet) beat(r *casefile.Room, b *casefile.Beat) {
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
			continue
		}
		out.Claims = append(out.Claims, item.Title())
		e, err := item.Explain(item.Best())
		if err != nil || e.Verdict == nil {
			continue
		}
		sh.Answers = append(sh.Answers, sheetAnswer{
			Room: r.Title, Title: b.Short + ": " + item.Title(), Right: sh.game.Say("verdict." + string(e.Verdict.Supported)), Why: e.Why,
			More: sh.game.Say("feedback.change") + ": " + e.Verdict.WouldChange,
		})
	}
	sh.Beats = append(sh.Beats, out)
}

// source is a source, or one later part of it, as it was public at a moment;
// with no moment, whole.
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

// plainTitle is a title without the brackets around those the case had to make.
func plainTitle(title string) string { return strings.TrimSuffix(strings.TrimPrefix(title, "["), "]") }

func (sh *sheet) titles(sources []string) []string {
	var out []string
	for _, id := range sources {
		if src, ok := sh.Case.Source(id); ok {
			out = append(out, plainTitle(src.Title))
		}
	}
	return out
}

func (sh *sheet) questions(points []string) []string {
	var out []string
	for _, id := range points {
		if p, ok := sh.Case.Point(id); ok {
			out = append(out, p.Question)
		}
	}
	return out
}

// cardTitle is what stands on a card: an event's or a source's title.
func (sh *sheet) cardTitle(id string) string {
	if e, ok := sh.Case.Event(id); ok {
		return e.Title
	}
	return strings.Join(sh.titles([]string{id}), "")
}

func (sh *sheet) task(p *casefile.Puzzle, item puzzle.Item) sheetTask {
	say := sh.game.Say
	t := sheetTask{Puzzle: p}
	if p.Source != "" {
		t.About = append(t.About, sh.source(p.Source, edtf.Date{}))
	}
	if claim, ok := sh.Case.Claim(p.Claim); ok {
		t.Claim = claim.Text
	}
	switch item := item.(type) {
	case *puzzle.Order:
		t.First, t.Last = say("order.first"), say("order.last")
		if item.Kind() == puzzle.KindWeigh {
			t.First, t.Last = say("weigh.first"), say("weigh.last")
		}
		for _, id := range item.Deal(sheetSeed) {
			t.Cards = append(t.Cards, sh.cardTitle(id))
		}
	case *puzzle.Date:
		var windows, phrases []string
		for _, w := range item.Windows() {
			windows = append(windows, sh.date(w))
		}
		for _, phrase := range item.Phrases(sheetSeed) {
			phrases = append(phrases, say("date.phrase", "phrase", phrase.Phrase))
		}
		t.Choices = []sheetChoice{{say("date.windows"), windows}, {say("date.phrases"), phrases}}
	case *puzzle.Trace:
		var numbers []string
		for _, n := range item.WitnessOptions() {
			numbers = append(numbers, fmt.Sprint(n))
		}
		t.Choices = []sheetChoice{{say("trace.origins"), sh.titles(item.Options(sheetSeed))}, {say("trace.witnesses.note", "date", sh.date(p.At)), numbers}}
	case *puzzle.Spot:
		accounts := item.Accounts()
		for _, id := range accounts {
			t.About = append(t.About, sh.source(id, edtf.Date{}))
		}
		t.Choices = []sheetChoice{{say("spot.places"), sh.questions(item.Places(sheetSeed))}, {say("spot.better"), sh.titles(accounts[:])}}
	case *puzzle.Slips:
		t.Choices = []sheetChoice{{say("slips.points"), sh.questions(item.Points(sheetSeed))}}
	}
	return t
}

// answer is what is right about a puzzle, and why.
func (sh *sheet) answer(r *casefile.Room, item puzzle.Item) sheetAnswer {
	say := sh.game.Say
	a := sheetAnswer{Room: r.Title, Title: item.Title()}
	e, err := item.Explain(item.Best())
	if err != nil {
		return a
	}
	a.Why = e.Why
	switch {
	case e.Order != nil:
		for _, layer := range e.Order.Layers {
			var same []string
			for _, card := range layer {
				when := sh.date(card.Date)
				if item.Kind() == puzzle.KindWeigh {
					when = say("weigh.tier." + string(card.Directness))
				}
				same = append(same, fmt.Sprintf("%s (%s)", plainTitle(card.Title), when))
			}
			a.Line = append(a.Line, strings.Join(same, " = "))
		}
	case e.Date != nil:
		a.Right = sh.date(e.Date.Window)
		for _, phrase := range e.Date.Phrases {
			if phrase.GivesAway {
				a.Line = append(a.Line, say("date.phrase", "phrase", phrase.Phrase)+" "+phrase.Why)
			}
		}
	case e.Trace != nil:
		t := item.(*puzzle.Trace)
		a.Right = strings.Join(sh.titles([]string{t.Origin()}), "") + say("list.dot") + sh.game.Count("trace.witness", t.Witnesses())
	case e.Spot != nil:
		s := item.(*puzzle.Spot)
		a.Right = e.Spot.Question
		for _, side := range e.Spot.Accounts {
			line := strings.Join(sh.titles([]string{side.Source}), "") + ": " + side.Answer.Text
			if side.Source == s.Account() {
				line += " " + say("spot.account.result", "source", strings.Join(sh.titles([]string{side.Source}), ""))
			}
			a.Line = append(a.Line, line)
		}
	case e.Slips != nil:
		slips := item.(*puzzle.Slips)
		for _, p := range e.Slips.Points {
			if slices.Contains(slips.Slips(), p.Point) {
				line := p.Question + say("slips.slip", "answer", p.Says.Text)
				if p.Best != nil {
					line += " " + p.Best.Text
				}
				a.Line = append(a.Line, line)
			}
		}
	}
	return a
}
