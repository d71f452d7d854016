package app

import (
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/session"
)

// A Test is what a link says of a test that is taken before and after the game.
type Test struct {
	When    session.When
	Reasons bool // the reasons are shown once it is handed in
	// Halves leaves the form to the pupils, who choose by their numbers. Half of a class
	// begins with each form and ends with the other.
	Halves bool
}

// halfForm is the form for an even or an odd number: before the game another one
// than after it.
func halfForm(even bool, when session.When) casefile.Form {
	if even == (when == session.After) {
		return casefile.FormA
	}
	return casefile.FormB
}

// chooseHalf begins the form for one's number, or asks for it. Until that is there the
// question stays open: if it can't be had, nobody must begin with the other form.
func (m *Model) chooseHalf(even bool) []Effect {
	if !m.test.Halves || m.session != nil {
		return nil
	}
	m.dialog = noDialog
	form := halfForm(even, m.test.When)
	if form == m.caseFile().Form {
		m.test.Halves = false
		return []Effect{ReadClock{}}
	}
	return []Effect{OpenForm{Form: form}}
}

// halvesBox asks for one's number in the class.
func (m *Model) halvesBox(f frame) *ui.Node {
	return m.box(f, "halves.box", m.say("test.halves"),
		paragraph("halves.note", m.say("test.halves.note"), bodyFont),
		plain("halves.odd", m.say("test.odd"), ChooseHalf{}),
		plain("halves.even", m.say("test.even"), ChooseHalf{Even: true}),
	)
}

// testCard says what is different in a test, in the place of the choice of a length.
func (m *Model) testCard() *ui.Node {
	minutes := m.caseFile().Minutes.Full
	what := m.count("test.what", minutes, "minutes", minutes)
	if m.test.When != "" {
		what = m.count("test.what."+string(m.test.When), minutes, "minutes", minutes)
	}
	rules := list("test.rules", m.say("test.title"))
	rules.Style.Gap = space2
	for i, rule := range []string{m.say("test.rule.1"), m.say("test.rule.2"), m.say("test.rule.3")} {
		rules.Children = append(rules.Children, &ui.Node{
			ID: "test.rule." + string(rune('1'+i)), Role: ui.ListItem, Text: ui.Plain(rule),
			Style: ui.Style{Font: bodyFont, MaxWidth: measure(bodyFont)},
		})
	}
	return section(card("test",
		label("test.title", 2, m.say("test.title")),
		paragraph("test.what", what, bodyFont),
		rules,
	), m.say("test.title"))
}

// withheld is shown in the place of feedback before a test is handed in.
func (m *Model) withheld() []*ui.Node {
	return []*ui.Node{
		heading(outcomeID, 3, m.say("test.answered"), leadFont),
		paragraph("outcome.later", m.say("test.later"), bodyFont),
	}
}

// handedIn is the end of a test whose reasons aren't shown.
func (m *Model) handedIn(f frame) screen {
	s := screen{title: m.say("page.step", "step", m.say("test.done"), "case", m.caseFile().Title), head: m.progress(f)}
	s.main = []*ui.Node{
		heading(headingID, 1, m.say("test.done"), displayFont),
		paragraph("test.thanks", m.say("test.thanks"), newsFont),
		paragraph("test.hand-over", m.say("test.hand-over"), bodyFont),
	}
	if m.handed.text != "" {
		room := f.width - 2*f.margin - 2*space5
		s.main = append(s.main, section(card("give", m.give(room, nil)...), m.say("give.title")))
	}
	s.right = []*ui.Node{primary("save.log", m.say("test.save"), Save{Format: "log"})}
	if !f.narrow {
		s.left = []*ui.Node{softly(paragraph("bar.note", m.keptWhere(), smallFont))}
	}
	return s
}
