package app

import (
	"strconv"

	"holdtheline/game/figure"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/evidence"
	"holdtheline/quiz/session"
)

// briefing is the first screen: who, what, the content note, how long.
func (m *Model) briefing(f frame) screen {
	c := m.caseFile()
	s := screen{title: m.say("page.briefing", "case", c.Title)}

	height, font := 104.0, heroFont
	if f.narrow {
		height, font = 60, displayFont
	}
	title := column("titles", 0,
		eyebrow("eyebrow", m.say("game.title")),
		heading(headingID, 1, m.told(c.Title), font),
	)
	title.Style.Grow = 1
	top := covered(f, "top", space6, cover("cover", c.Picture, height), title)

	people := m.cast("people", m.say("briefing.people"), evidence.FirstCast(c))

	about := &ui.Node{ID: "about", Style: ui.Style{Gap: space4}, Children: []*ui.Node{
		m.howItWorks(f),
		section(card("who", label("who.title", 2, m.say("briefing.people")), people), m.say("briefing.people")),
	}}
	if f.wide {
		people.Style.Flow, people.Style.Columns, people.Style.Gap = ui.Grid, 2, space3
	}
	note := section(panel("note",
		label("note.title", 2, m.say("briefing.note")),
		paragraph("note.text", m.told(c.ContentNote), bodyFont),
	), m.say("briefing.note"))
	summary := paragraph("summary", m.told(c.Summary), newsFont)
	summary.Style.Page = &ui.Page{MaxWidth: summaryMeasure}
	other := m.anotherStory()
	if other != nil {
		other.Style.Self = ui.Start
	}
	s.main = kids(top, summary, other, m.joinEntry(), about)
	saved := m.saved[m.variant()]
	start := m.start
	if c.Form != "" {
		start = m.testCard
	}
	if m.class != nil {
		start = m.classCard
	}
	s.side = kids(m.savedCard(f, saved), start(), note)
	if m.class != nil && !f.wide {
		// Who one is and how it goes on is what changes here: it stands first.
		s.main = kids(top, summary, start(), about)
		s.side = kids(m.savedCard(f, saved), note)
	}
	if private := softly(paragraph("privacy", m.private(), smallFont)); f.narrow {
		s.side = append(s.side, private)
	} else {
		s.left = []*ui.Node{private}
	}
	if m.class != nil {
		s.right = kids(m.aloneAgain(saved), m.classStart())
	} else if saved != nil {
		s.right = []*ui.Node{primary("go-on", m.say("briefing.go-on"), Next{})}
		if !f.narrow {
			s.right = kids(append([]*ui.Node{m.restart()}, s.right...)...)
		}
	} else {
		s.right = []*ui.Node{primary("begin", m.say("briefing.begin"), Begin{})}
	}
	settings := plain("settings", m.say("settings.title"), OpenSettings{})
	if f.narrow {
		settings = iconButton("settings", m.say("settings.title"), figure.Settings, OpenSettings{})
	}
	if tools := kids(m.soundSwitch(), settings); f.cramped {
		s.main = append([]*ui.Node{s.main[0], row("tools", space2, tools...)}, s.main[1:]...)
	} else {
		s.right = append(tools, s.right...)
	}
	return s
}

// leastStep is the least width of a step in a row of them in the plain page, and
// summaryMeasure the greatest of the summary there, in CSS pixels.
const (
	leastStep      = 160
	summaryMeasure = 1.25 * theme.Measure
)

// howItWorks tells the game in three steps.
func (m *Model) howItWorks(f frame) *ui.Node {
	steps := list("how.steps", m.say("briefing.how"))
	for i, step := range []struct {
		symbol figure.Symbol
		text   string
	}{
		{figure.ArticleSymbol, m.say("briefing.how.1")},
		{figure.StampSymbol, m.say("briefing.how.2")},
		{figure.CordSymbol, m.say("briefing.how.3")},
	} {
		id := "how." + strconv.Itoa(i+1)
		n := row(id, space3, icon(id+".icon", step.symbol, 26, theme.Cord), grow(paragraph(id+".text", step.text, bodyFont)))
		n.Role, n.Style.Align = ui.ListItem, ui.Start
		if f.wide {
			n.Style.Flow, n.Style.Gap = ui.Column, space2
		}
		steps.Children = append(steps.Children, n)
	}
	if f.wide {
		steps.Style.Flow, steps.Style.Columns, steps.Style.Gap = ui.Grid, 3, space5
		steps.Style.Page = &ui.Page{Column: leastStep}
	}
	help := quiet("help", m.say("help.title"), OpenHelp{})
	help.Style.Font = smallBold
	more := wrap("how.more", space5, m.askWords("words", ""), help)
	return section(card("how", label("how.title", 2, m.say("briefing.how")), steps, more), m.say("briefing.how"))
}

// start is the card where length and mode are chosen.
func (m *Model) start() *ui.Node {
	c := m.caseFile()
	lengths := &ui.Node{
		ID: "lengths", Role: ui.RadioGroup, Name: m.say("briefing.length"),
		Style: ui.Style{Gap: space2},
	}
	for _, l := range []struct {
		length  casefile.Length
		minutes int
	}{{casefile.Quick, c.Minutes.Quick}, {casefile.Lesson, c.Minutes.Lesson}, {casefile.Full, c.Minutes.Full}} {
		lengths.Children = append(lengths.Children, choice(
			"length."+string(l.length), ui.Radio,
			m.count("length."+string(l.length)+".choice", l.minutes, "minutes", l.minutes),
			m.length == l.length, ChooseLength{Length: l.length},
		))
	}
	modes := &ui.Node{
		ID: "modes", Role: ui.RadioGroup, Name: m.say("briefing.mode"),
		Style: ui.Style{Gap: space2},
	}
	for _, mode := range []session.Mode{session.Practice, session.Assessment} {
		modes.Children = append(modes.Children, choice(
			"mode."+string(mode), ui.Radio, m.say("mode."+string(mode)+".choice"),
			m.mode == mode, ChooseMode{Practice: mode == session.Practice},
		))
	}
	return section(card("start",
		label("start.length", 2, m.say("briefing.length")), lengths,
		label("start.mode", 2, m.say("briefing.mode")), modes,
	), m.say("briefing.choices"))
}

// savedCard describes the saved game, if there is one.
func (m *Model) savedCard(f frame, saved *session.Session) *ui.Node {
	if saved == nil {
		return nil
	}
	cfg := saved.Config()
	answered, asked := 0, 0
	for _, step := range saved.Steps() {
		for _, id := range step.Items {
			asked++
			if saved.Tries(id) > 0 {
				answered++
			}
		}
	}
	var restart *ui.Node
	if restart = m.restart(); restart != nil && f.narrow {
		restart.Style.Self = ui.Start
	} else {
		restart = nil // it is in the bar
	}
	return section(card("saved",
		label("saved.title", 2, m.say("briefing.saved")),
		paragraph("saved.what", m.say("briefing.saved.what",
			"length", m.say("length."+string(cfg.Length)),
			"mode", m.say("mode."+string(cfg.Mode)),
			"answered", answered, "asked", asked), bodyFont),
		softly(paragraph("saved.note", m.say("briefing.saved.note"), smallFont)),
		restart,
	), m.say("briefing.saved"))
}

// restart leads to starting over. A test is taken once.
func (m *Model) restart() *ui.Node {
	if m.caseFile().Form != "" || m.class != nil {
		return nil
	}
	return plain("restart", m.say("briefing.restart"), AskRestart{})
}
