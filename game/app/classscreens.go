package app

import (
	"encoding/json"
	"slices"
	"strings"

	"holdtheline/assets/words"
	"holdtheline/game/classroom"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// The ids of what focus goes to.
const (
	classNameID  = "class.name"
	classPanelID = "class.panel"
	// discussing ends the name of a step's screen while pupils talk.
	discussing = ".discuss"
)

// spacedCode is a class's code as it stands on a board.
func spacedCode(code string) string {
	if len(code) != classroom.CodeLength {
		return code
	}
	return code[:3] + " " + code[3:]
}

// classCard says which class this is, what it plays and what the pupil is called, in
// the place of the choice of a length.
func (m *Model) classCard() *ui.Node {
	if !classroom.Included {
		return nil
	}
	c := m.class.Class
	what := m.say("class.what", "length", m.say("length."+c.Length), "mode", m.say("mode."+c.Mode))
	if m.caseFile().Form != "" {
		what = m.say("test.what", "minutes", m.caseFile().Minutes.Full)
	}
	pace := m.say("class.free")
	if c.Together() {
		pace = m.say("class.together")
	}
	n := card("class",
		label("class.title", 2, m.say("class.title", "code", spacedCode(c.Code))),
		paragraph("class.what", what, bodyFont),
		paragraph("class.pace", pace, bodyFont))
	switch {
	case m.class.Left != "":
	case m.class.Seat == "":
		n.Children = append(n.Children, softly(paragraph("class.pseudonym", m.say("class.pseudonym"), smallFont)))
	default:
		n.Children = append(n.Children, kids(
			column("class.you", space1,
				softly(paragraph("class.you.label", m.say("class.you"), smallFont)),
				heading(classNameID, 3, m.class.Name, leadFont)),
			m.anotherName())...)
	}
	if m.class.Trouble != "" {
		n.Children = append(n.Children, panel("class.trouble", paragraph("class.trouble.text", m.say("class.trouble."+string(m.class.Trouble)), bodyFont)))
	}
	switch {
	case m.class.Fetching:
		n.Children = append(n.Children, paragraph("class.wait", m.say("class.fetching"), bodyFont))
	case m.led():
		n.Children = append(n.Children, paragraph("class.wait", m.say("class.wait"), bodyFont))
	}
	return section(n, m.say("class.region"))
}

// anotherName asks for another name, before the game has begun.
func (m *Model) anotherName() *ui.Node {
	if !m.class.MayRename {
		return nil
	}
	b := plain("class.another", m.say("class.another"), AnotherName{})
	b.Style.Self, b.Disabled = ui.Start, m.class.Busy
	return b
}

// classStart is the main button of the briefing in a class; nil where there is nothing
// to do but to wait.
func (m *Model) classStart() *ui.Node {
	if !classroom.Included {
		return nil
	}
	switch {
	case m.class.Seat == "" && m.class.Left == "":
		b := primary("class.join", m.say("class.join"), JoinClass{})
		b.Disabled = m.class.Busy
		return b
	case m.led() || m.class.Fetching:
		return nil
	case m.saved[m.variant()] != nil:
		return primary("go-on", m.say("briefing.go-on"), Next{})
	}
	return primary("begin", m.say("briefing.begin"), Begin{})
}

// aloneAgain goes on with the game of a seat that was taken away, without joining again.
func (m *Model) aloneAgain(saved *session.Session) *ui.Node {
	if !classroom.Included || saved == nil || m.class.Seat != "" || m.class.Left != "" {
		return nil
	}
	return plain("go-on", m.say("class.alone"), Next{})
}

// private says where the answers go.
func (m *Model) private() string {
	if m.class != nil && m.class.Left == "" {
		return m.say("class.private")
	}
	return m.say("briefing.privacy")
}

// kept says where the answers have gone.
func (m *Model) keptWhere() string {
	if m.class != nil {
		return m.say("class.private")
	}
	return m.say("debrief.private")
}

// classBar is one calm line while the server can't be reached. It goes away by itself.
func (m *Model) classBar(f frame) *ui.Node {
	if !classroom.Included {
		return nil
	}
	if m.class == nil || !m.class.Offline {
		return nil
	}
	n := panel("class.bar", softly(paragraph("class.offline", m.say("class.offline"), smallFont)))
	n.Style.Pad = ui.Sides(space2, f.margin)
	n.Style.Page, n.Style.Print = &ui.Page{FullBleed: true}, &ui.Print{Hidden: true}
	return n
}

// classPanel says what the class does at the step.
func (m *Model) classPanel() *ui.Node {
	if !classroom.Included {
		return nil
	}
	p := m.phase()
	if p == "" || m.session.At() != m.session.Furthest() || m.step().Kind == session.BriefingStep || m.step().Kind == session.DebriefStep {
		return nil
	}
	key := "class." + string(p)
	switch {
	case p == classroom.Discuss:
		return nil // a screen of its own
	case p == classroom.Read && len(m.step().Items) == 0:
		key = "class.look"
	case (p == classroom.Vote || p == classroom.Revote) && m.allAnswered():
		key = "class.answered"
	}
	n := panel(classPanelID,
		label(classPanelID+".title", 2, m.say(key+".title")),
		paragraph(classPanelID+".text", m.say(key), bodyFont))
	return section(n, m.say(key+".title"))
}

// discuss is the calm screen while pupils talk: what was asked, and their own answers,
// neither marks nor what others said.
func (m *Model) discuss(f frame) screen {
	if !classroom.Included {
		return screen{}
	}
	name := m.stepTitle(m.step())
	s := screen{title: m.say("page.step", "step", m.say("class.discuss.title"), "case", name), head: m.progress(f)}
	s.main = kids(
		column("top", space1,
			eyebrow("eyebrow", name),
			heading(headingID, 1, m.say("class.discuss.title"), displayFont)),
		paragraph("discuss.how", m.say("class.discuss"), newsFont),
		m.ownAnswers())
	return s
}

// unasked takes the question away where none can be answered now, and shows the
// pupil's own answers where there are any.
func (m *Model) unasked(s *screen, item puzzle.Item, answered bool) bool {
	if !classroom.Included {
		return false
	}
	p := m.phase()
	switch {
	case p == "" || item == nil:
		return false
	case p == classroom.Read:
		s.side = nil
	case !m.explains() && answered: // all of them: current is the first that isn't
		s.side = kids(m.waiting())
	case p == classroom.Reveal && !answered:
		s.side = m.unanswered(item)
	default:
		return false
	}
	s.left, s.right = nil, m.reveals(item)
	return true
}

// settledInClass reports whether nothing is left to answer at a step of the class, and
// there is something to see of the answers.
func (m *Model) settledInClass() bool {
	if !classroom.Included {
		return false
	}
	switch m.phase() {
	case classroom.Reveal:
		return len(m.step().Items) > 0
	case classroom.Vote, classroom.Revote:
		return len(m.step().Items) > 0 && m.allAnswered()
	}
	return false
}

// waiting stands in the place of a question once all are answered.
func (m *Model) waiting() *ui.Node {
	return column("waiting", space4,
		heading(outcomeID, 2, m.say("class.answered.title"), leadFont),
		m.ownAnswers())
}

// unanswered explains a question that the pupil has no answer to.
func (m *Model) unanswered(item puzzle.Item) []*ui.Node {
	var asked *ui.Node
	if item.Kind() == puzzle.KindVerdict { // what a puzzle asks stands above
		asked = heading(questionID, 2, m.question(item), leadFont)
	}
	if !m.session.Explained() { // a test
		return []*ui.Node{section(card("missed", asked, softly(paragraph("own.none", m.say("class.own.none"), bodyFont))), m.say("verdict.region"))}
	}
	e, err := item.Explain(item.Best())
	if err != nil {
		return []*ui.Node{paragraph("feedback.error", err.Error(), bodyFont)}
	}
	right := m.in(e.Answer)
	if e.Verdict != nil {
		right = m.tell("class.right", "verdict", m.verdictName(e.Verdict.Supported))
	}
	box := card("missed", asked,
		softly(paragraph("own.none", m.say("class.own.none"), bodyFont)),
		paragraph("answer", right, leadFont))
	if e.Verdict != nil {
		box.Children = append(box.Children, kids(
			paragraph("feedback.why", m.told(e.Why), bodyFont),
			m.citations("because", m.say("feedback.because"), e.Verdict.Because))...)
		return []*ui.Node{section(box, m.say("verdict.region"))}
	}
	lines := list("results", m.say("class.results"))
	for i, line := range e.Lines {
		n := &ui.Node{ID: numbered("result.", i), Role: ui.ListItem, Text: spans(m.in(line.Text)), Style: ui.Style{Font: bodyFont, MaxWidth: measure(bodyFont)}}
		lines.Children = append(lines.Children, n)
	}
	if len(lines.Children) > 0 && len(e.Answer) == 0 {
		box.Children = append(box.Children, lines)
	}
	return []*ui.Node{section(box, m.say("verdict.region")), m.lesson(e.Why)}
}

// reveals leads to the explanations of the step's other questions.
func (m *Model) reveals(item puzzle.Item) []*ui.Node {
	if !classroom.Included {
		return nil
	}
	items := m.step().Items
	if m.phase() != classroom.Reveal || len(items) < 2 {
		return nil
	}
	i := slices.Index(items, item.ID())
	var nodes []*ui.Node
	if i > 0 {
		nodes = append(nodes, plain("reveal.before", m.say("class.before"), ShowAnswer{Item: items[i-1]}))
	}
	if i+1 < len(items) {
		nodes = append(nodes, primary("next", m.say("next.question"), ShowAnswer{Item: items[i+1]}))
	}
	return nodes
}

// answerLines say an answer in words, field by field.
func (m *Model) answerLines(item puzzle.Item, raw json.RawMessage, n int) []*ui.Node {
	form := m.session.Form(item.ID())
	d := form.Draft(raw)
	var nodes []*ui.Node
	for i := range form.Fields {
		f := &form.Fields[i]
		said := m.picked(item, f, d)
		if len(said) == 0 {
			continue
		}
		if f.Pick == puzzle.PickOrder {
			row := list(numbered("own.order.", n), m.in(f.Label).String())
			row.Style.Gap = space1
			for place, title := range said {
				row.Children = append(row.Children, &ui.Node{
					ID: numbered(numbered("own.card.", n)+".", place), Role: ui.ListItem,
					Text: spans(m.tell("class.own.card", "n", place+1, "card", title)), Style: ui.Style{Font: bodyFont},
				})
			}
			nodes = append(nodes, row)
			continue
		}
		text := words.Join(m.say("list.and"), said...)
		if len(said) > 2 {
			text = words.Join("; ", said...)
		}
		if len(form.Fields) > 1 && item.Kind() != puzzle.KindVerdict {
			text = m.tell("class.own.part", "part", m.in(f.Label), "answer", text)
		}
		font := bodyFont
		if item.Kind() == puzzle.KindVerdict && i == 0 {
			font = leadFont
		}
		nodes = append(nodes, paragraph(numbered(numbered("own.said.", n)+".", i), text, font))
	}
	return nodes
}

// picked says what is filled in.
func (m *Model) picked(item puzzle.Item, f *puzzle.Field, d puzzle.Draft) []words.Text {
	label := func(id string) words.Text {
		switch {
		case item.Kind() == puzzle.KindVerdict && f.Name == "is":
			return m.verdictName(casefile.Verdict(id))
		case item.Kind() == puzzle.KindVerdict:
			return words.In("", m.certaintyName(int(id[0]-'0')))
		}
		for _, o := range f.Options {
			if o.ID == id {
				return m.in(o.Label)
			}
		}
		return words.In("", id)
	}
	var said []words.Text
	if f.Pick == puzzle.PickLinks {
		for _, l := range d.Links(f.Name) {
			if l.To != "" {
				said = append(said, m.tell("class.own.cord", "from", label(l.From), "to", label(l.To)))
			} else if l.From != f.Root {
				said = append(said, label(l.From))
			}
		}
		return said
	}
	for _, id := range d.Value(f.Name) {
		said = append(said, label(id))
	}
	return said
}

// secondNote says, where the evidence is shown, what the pupil said in the second vote.
func (m *Model) secondNote(item puzzle.Item) *ui.Node {
	if !classroom.Included {
		return nil
	}
	if m.phase() != classroom.Reveal || m.class.second[item.ID()] == nil {
		return nil
	}
	form := m.session.Form(item.ID())
	d := form.Draft(m.class.second[item.ID()])
	first, _ := m.session.Answer(item.ID())
	if string(first) == string(m.class.second[item.ID()]) {
		return softly(paragraph("second", m.say("class.second.same"), smallFont))
	}
	var said []words.Text
	for i := range form.Fields {
		said = append(said, m.picked(item, &form.Fields[i], d)...)
	}
	return softly(paragraph("second", m.tell("class.second", "answer", words.Join(", ", said...)), smallFont))
}

// pausedBox asks everybody to look up.
func (m *Model) pausedBox(f frame) *ui.Node {
	if !classroom.Included {
		return nil
	}
	return m.box(f, "paused.box", m.say("class.paused.title"), paragraph("paused.text", m.say("class.paused"), newsFont))
}

// paused reports whether everybody is asked to look up.
func (m *Model) paused() bool {
	if !classroom.Included {
		return false
	}
	return m.led() && m.class.Pace.Paused && m.class.passed != m.class.Pace.Version
}

// partedBox says that the seat's game was continued elsewhere.
func (m *Model) partedBox(f frame) *ui.Node {
	if !classroom.Included {
		return nil
	}
	return m.box(f, "parted.box", m.say("class.parted.title"),
		paragraph("parted.text", m.say("class.parted"), bodyFont),
		softly(paragraph("parted.note", m.say("class.parted.note"), smallFont)),
		wrap("parted.buttons", space3,
			plain("parted.alone", m.say("class.parted.alone"), LeaveClass{}),
			primary("parted.theirs", m.say("class.parted.theirs"), TakeClassLog{})))
}

// joinEntry leads to the entry of a class's code, where the site has classes.
func (m *Model) joinEntry() *ui.Node {
	if !m.joinable || m.class != nil {
		return nil
	}
	b := plain("class.enter", m.say("class.enter"), OpenJoin{})
	b.Style.Self = ui.Start
	return b
}

// typeCode changes the code that is being entered.
func (m *Model) typeCode(msg ui.Msg) []Effect {
	if m.dialog != joinDialog {
		return nil
	}
	switch msg := msg.(type) {
	case TypeCode:
		if len(m.code) < classroom.CodeLength && len(msg.Letter) == 1 && strings.Contains(classroom.Alphabet, msg.Letter) {
			m.code += msg.Letter
			m.announce(m.say("class.code.typed", "code", strings.Join(strings.Split(m.code, ""), " ")))
		}
		if len(m.code) == classroom.CodeLength {
			m.focus = "join.use"
		}
	case EraseCode:
		if m.code != "" {
			m.code = m.code[:len(m.code)-1]
		}
		m.announce(m.say("class.code.typed", "code", strings.Join(strings.Split(m.code, ""), " ")))
	case UseCode:
		if code, ok := classroom.ParseCode(m.code); ok {
			return []Effect{OpenClass{Code: code}}
		}
	}
	return nil
}

// keyWidth is the width of a letter's key, in CSS pixels at 100 % text.
const keyWidth = 48

// joinBox is where a class's code is entered: its letters are few, and a key for each
// works with a finger, a switch and a screen reader alike.
func (m *Model) joinBox(f frame) *ui.Node {
	full := len(m.code) == classroom.CodeLength
	shown := m.code + strings.Repeat("–", classroom.CodeLength-len(m.code))
	code := &ui.Node{
		ID: "join.code", Role: ui.Image, Name: m.say("class.code.typed", "code", strings.Join(strings.Split(m.code, ""), " ")),
		Text:  ui.Plain(strings.Join(strings.Split(shown, ""), " ")),
		Style: ui.Style{Font: displayFont, TextAlign: ui.Center},
	}
	if m.code == "" {
		code.Name = m.say("class.code.none")
	}
	keys := wrap("join.keys", space2)
	keys.Role, keys.Name = ui.Region, m.say("class.code.keys")
	for _, letter := range classroom.Alphabet {
		b := plain("join.key."+string(letter), string(letter), TypeCode{Letter: string(letter)})
		b.Disabled, b.Style.Pad = full, ui.Sides(space2, space1)
		b.Style.Width, b.Style.TextAlign, b.Style.Justify = keyWidth, ui.Center, ui.Center
		if m.settings.Keys {
			b.Shortcut = strings.ToLower(string(letter))
		}
		keys.Children = append(keys.Children, b)
	}
	erase := plain("join.erase", m.say("class.code.erase"), EraseCode{})
	erase.Disabled = m.code == ""
	use := primary("join.use", m.say("class.code.use"), UseCode{})
	use.Disabled = !full
	return m.box(f, "join.box", m.say("class.enter"),
		paragraph("join.note", m.say("class.code.note"), bodyFont),
		code, keys,
		wrap("join.buttons", space3, erase, use))
}

// classInMenu says in the menu which class this is.
func (m *Model) classInMenu() *ui.Node {
	if !classroom.Included {
		return nil
	}
	if m.class == nil || m.class.Seat == "" {
		return nil
	}
	n := paragraph("menu.class", m.say("class.menu", "code", spacedCode(m.class.Class.Code), "name", m.class.Name), bodyFont)
	n.Style.Color = theme.Ink
	return n
}
