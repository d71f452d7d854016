package app

import (
	"strconv"
	"strings"

	"holdtheline/assets/words"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/puzzle"
)

// radios is a group of choices of which one holds.
func radios(id string, name words.Text, options ...*ui.Node) *ui.Node {
	return &ui.Node{ID: id, Role: ui.RadioGroup, Name: name.String(), Style: ui.Style{Gap: space2}, Children: kids(options...)}
}

// checks is a group of choices of which any may hold.
func checks(id string, name words.Text, options ...*ui.Node) *ui.Node {
	return &ui.Node{ID: id, Role: ui.CheckGroup, Name: name.String(), Style: ui.Style{Gap: space2}, Children: kids(options...)}
}

// asking is a card with a label, a group of choices and a word on how to use it.
func asking(id string, title, note words.Text, group *ui.Node) *ui.Node {
	return section(card(id, label(id+".title", 3, title), softly(paragraph(id+".note", note, smallFont)), group), title.String())
}

// ask is a card that asks for one field of a question.
func (m *Model) ask(item puzzle.Item, field, id, group, prefix string) *ui.Node {
	f := m.fieldOf(item, field)
	return asking(id, m.in(f.Label), m.in(f.Note), m.choices(item, f, group, prefix))
}

// dateIt lays out "when was this written?": the text with its phrases to mark,
// and the windows to choose from.
func (m *Model) dateIt(f frame, d *puzzle.Date, s *screen, answered bool) {
	text := m.undatedCard(d, answered)
	if answered {
		m.dateFeedback(d, s, text)
		return
	}
	s.main = append(s.main, text)
	s.side = append(s.side, m.ask(d, "window", "ask.window", "windows", "window."), m.ask(d, "phrases", "ask.phrases", "phrases", "phrase."))
}

// undatedCard shows the source in question without its date, its phrases
// highlighted; once answered, only those that gave the date away.
func (m *Model) undatedCard(d *puzzle.Date, answered bool) *ui.Node {
	name, part, isPart := strings.Cut(d.Puzzle().Source, "#")
	src, ok := m.caseFile().Source(name)
	if !ok {
		return nil
	}
	n := card("undated", m.cardKind("undated", src, isPart), heading("undated.title", 3, m.sourceTitle(src.ID), leadFont))
	n.Role, n.Name = ui.Article, m.sourceTitle(src.ID).String()
	for _, p := range src.Digest {
		if isPart && p.ID != part || !isPart && !p.At.IsZero() {
			continue
		}
		var phrases []string
		for _, clue := range d.Phrases(0) {
			if clue.In == src.ID+"#"+p.ID && (!answered || clue.GivesAway) {
				phrases = append(phrases, clue.Phrase)
			}
		}
		para := news("undated."+p.ID, p.Text)
		para.Text = marked(p.Text, phrases)
		for i := range para.Text {
			para.Text[i].Lang = m.caseLang
		}
		n.Children = append(n.Children, para)
	}
	return n
}

// marked splits a text into spans in which the phrases are highlighted.
func marked(text string, phrases []string) []ui.Span {
	var spans []ui.Span
	for text != "" {
		at, phrase := -1, ""
		for _, p := range phrases {
			if i := strings.Index(text, p); i >= 0 && (at < 0 || i < at) {
				at, phrase = i, p
			}
		}
		if at < 0 {
			return append(spans, ui.Span{Text: text})
		}
		if at > 0 {
			spans = append(spans, ui.Span{Text: text[:at]})
		}
		spans = append(spans, ui.Span{Text: phrase, Marked: true})
		text = text[at+len(phrase):]
	}
	return spans
}

func (m *Model) dateFeedback(d *puzzle.Date, s *screen, text *ui.Node) {
	answer, _ := m.session.Answer(d.ID())
	e, err := d.Explain(answer)
	if err != nil {
		s.main = append(s.main, paragraph("feedback.error", err.Error(), bodyFont))
		return
	}
	window := "date.window.wrong"
	switch {
	case e.Mark.Date.Right == e.Mark.Date.Given:
		window = "date.window.right"
	case e.Mark.Date.Beside:
		window = "date.window.beside"
	}
	chosen, _ := edtf.Parse(e.Mark.Date.Given)
	detail := m.say(window, "window", m.date(e.Date.Window), "given", m.date(chosen))
	reasons := list("reasons", m.say("date.reasons"))
	for i, p := range e.Date.Phrases {
		key := "date.gives-nothing"
		if p.GivesAway {
			key = "date.gives-away"
		}
		reasons.Children = append(reasons.Children, m.ticked("reason."+strconv.Itoa(i), p.GivesAway == p.Chosen,
			append(strong(m.tell("date.phrase", "phrase", m.told(p.Phrase))), spans(m.tell(key, "why", m.told(p.Why)))...), nil))
	}
	s.main = append(s.main, m.markHead(e.Mark, detail), text)
	s.side = append(s.side,
		section(card("reasons.box", label("reasons.title", 2, m.say("date.reasons")), reasons), m.say("date.reasons")),
		m.lesson(e.Why))
}

// spot lays out "two accounts disagree": the two side by side, the points to
// choose from, and which account is better supported.
func (m *Model) spot(f frame, p *puzzle.Spot, s *screen, answered bool) {
	accounts := p.Accounts()
	columns := 2
	if f.narrow {
		columns = 1
	}
	both := &ui.Node{ID: "accounts", Style: ui.Style{Flow: ui.Grid, Columns: columns, Gap: space3}}
	for i, id := range accounts {
		both.Children = append(both.Children, m.newsCard("account."+strconv.Itoa(i), id, edtf.Date{}, 3))
	}
	both.Children = kids(both.Children...)
	if answered {
		m.spotFeedback(p, s, both)
		return
	}
	s.main = append(s.main, both)
	s.side = append(s.side, m.ask(p, "place", "ask.place", "places", "place."), m.ask(p, "account", "ask.better", "better", "better."))
}

func (m *Model) spotFeedback(p *puzzle.Spot, s *screen, both *ui.Node) {
	answer, _ := m.session.Answer(p.ID())
	e, err := p.Explain(answer)
	if err != nil {
		s.main = append(s.main, paragraph("feedback.error", err.Error(), bodyFont))
		return
	}
	parts := e.Mark.Spot
	results := list("results", m.say("feedback.results"))
	results.Children = append(results.Children, m.ticked("result.place", parts.Place == parts.GivenPlace,
		spans(m.tell("spot.place.result", "question", m.told(e.Spot.Question))), nil))
	var better words.Text
	for i, side := range e.Spot.Accounts {
		if side.Better {
			better = m.sourceTitle(side.Source)
		}
		results.Children = append(results.Children, &ui.Node{
			ID: "side." + strconv.Itoa(i), Role: ui.ListItem,
			Text: append(strong(m.sourceTitle(side.Source)),
				spans(m.tell("spot.says", "answer", m.told(side.Answer.Text), "voices", m.voices(side.Answer)))...),
			Style: ui.Style{Font: bodyFont, MaxWidth: measure(bodyFont)},
		})
	}
	result, detail := m.tell("spot.account.result", "source", better), m.say("spot.detail")
	if parts.Account == puzzle.Unsettled {
		result, detail = words.In("", m.say("spot.unsettled.result")), m.say("spot.unsettled.detail")
	}
	results.Children = append(results.Children, m.ticked("result.account", parts.Account == parts.GivenAccount, spans(result), nil))
	agree := list("agree", m.say("spot.agree"))
	for i, a := range e.Spot.Agree {
		key, answer := "spot.same", a.Answers[0]
		if a.Answers[0] == "" || a.Answers[1] == "" {
			key, answer = "spot.only-one", a.Answers[0]+a.Answers[1]
			if answer == "" {
				key = "spot.neither"
			}
		}
		agree.Children = append(agree.Children, &ui.Node{
			ID: "agree." + strconv.Itoa(i), Role: ui.ListItem,
			Text:  append(strong(m.told(a.Question)), spans(m.tell(key, "answer", m.told(answer)))...),
			Style: ui.Style{Font: smallFont, MaxWidth: measure(smallFont)},
		})
	}
	s.main = append(s.main, m.markHead(e.Mark, detail), results, both)
	s.side = append(s.side, m.lesson(e.Why))
	if len(agree.Children) > 0 {
		s.side = append(s.side, section(card("agree.box", label("agree.title", 2, m.say("spot.agree")), agree), m.say("spot.agree")))
	}
}

// voices says how many independent sources stand behind an answer, and how
// close the closest stands.
func (m *Model) voices(a puzzle.PointAnswer) string {
	directness := []casefile.Directness{casefile.Firsthand, casefile.Official, casefile.Secondhand, casefile.Retold}
	tier := min(max(a.Tier, 0), len(directness)-1)
	return m.count("spot.voices", len(a.Voices), "best", m.say("directness."+string(directness[tier])))
}

// slips lays out the retelling: the later account, and the points of which
// some are slips.
func (m *Model) slips(p *puzzle.Slips, s *screen, answered bool) {
	account := m.newsCard("account", p.Source(), edtf.Date{}, 3)
	if answered {
		m.slipsFeedback(p, s, account)
		return
	}
	s.main = append(s.main, account, m.ownTimeline())
	s.side = append(s.side, m.ask(p, "points", "ask.slips", "points", "point."))
}

// ownTimeline is the September line as the evidence has it, to hold the
// retelling against: every event the player has put in order already.
func (m *Model) ownTimeline() *ui.Node {
	var seen []*puzzle.Order
	for _, step := range m.session.Steps() {
		for _, id := range step.Items {
			item, _ := m.set.Item(id)
			if o, ok := item.(*puzzle.Order); ok && o.Kind() == puzzle.KindOrder && m.session.Answered(id) && o.Axis() == casefile.Happened {
				seen = append(seen, o)
			}
		}
	}
	if len(seen) == 0 {
		return nil
	}
	lines := list("own.list", m.say("slips.timeline"))
	lines.Style.Gap = space1
	best := seen[0]
	for _, layer := range best.Layers() {
		for _, id := range layer {
			e, ok := m.caseFile().Event(id)
			if !ok {
				continue
			}
			lines.Children = append(lines.Children, &ui.Node{
				ID: "own." + id, Role: ui.ListItem,
				Text:  append(strong(m.say("slips.when", "date", m.date(e.Happened))), spans(m.told(e.Title))...),
				Style: ui.Style{Font: smallFont, MaxWidth: measure(smallFont)},
			})
		}
	}
	return section(card("own", label("own.title", 2, m.say("slips.timeline")), lines), m.say("slips.timeline"))
}

func (m *Model) slipsFeedback(p *puzzle.Slips, s *screen, account *ui.Node) {
	answer, _ := m.session.Answer(p.ID())
	e, err := p.Explain(answer)
	if err != nil {
		s.main = append(s.main, paragraph("feedback.error", err.Error(), bodyFont))
		return
	}
	parts := e.Mark.Slips
	detail := m.say("slips.detail", "hits", parts.Hits, "of", parts.Of, "false", m.count("slips.false", parts.FalseAlarms))
	lines := list("points", m.say("slips.result"))
	for _, pt := range e.Slips.Points {
		key := "slips.sound"
		var best words.Text
		if pt.Slip {
			key = "slips.slip"
		}
		if pt.Best != nil {
			best = m.tell("slips.best", "answer", m.told(pt.Best.Text), "voices", m.voices(*pt.Best))
		}
		lines.Children = append(lines.Children, m.ticked("result."+pt.Point, pt.Slip == pt.Chosen,
			append(strong(m.told(pt.Question)), spans(m.tell(key, "answer", m.told(pt.Says.Text)))...), best))
	}
	s.main = append(s.main, m.markHead(e.Mark, detail),
		section(card("points.box", label("points.title", 2, m.say("slips.result")), lines), m.say("slips.result")))
	s.side = append(s.side, m.lesson(e.Why), account)
}
