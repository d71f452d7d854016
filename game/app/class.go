package app

import (
	"encoding/json"
	"slices"

	"holdtheline/assets/words"
	"holdtheline/game/classroom"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// Classmate is what a game that is played in a class starts with.
type Classmate struct {
	Status classroom.Status
	Second map[string]json.RawMessage // answers in second votes that were given, by item
}

// The messages of a class.
type (
	// ClassesHere says that the site's server lets classes play.
	ClassesHere struct{}
	// OpenJoin opens the entry of a class's code; TypeCode adds a letter, EraseCode takes
	// the last one away. UseCode opens the class: its effect is OpenClass.
	OpenJoin  struct{}
	TypeCode  struct{ Letter string }
	EraseCode struct{}
	UseCode   struct{}

	// JoinClass asks for a seat, AnotherName for another name.
	JoinClass   struct{}
	AnotherName struct{}

	// ClassChanged says how the class is now.
	ClassChanged struct{ Status classroom.Status }
	// ClassLog brings the server's log, with which the game goes on.
	ClassLog struct{ Log []byte }
	// ClassParted says that the server's log and the game are no longer the same.
	// TakeClassLog goes on with the server's, LeaveClass with this one, alone.
	ClassParted  struct{ Log []byte }
	TakeClassLog struct{}
	LeaveClass   struct{}
	// ClassDropped says that the server has refused an event.
	ClassDropped struct{ classroom.Drop }

	// ShowAnswer shows the explanation of another question of the step.
	ShowAnswer struct{ Item string }
)

// The effects of a class.
type (
	// OpenClass loads the page of a class.
	OpenClass struct{ Code string }
	// TakeSeat asks the class for a seat, with a name in a language.
	TakeSeat struct{ Lang string }
	// AskName asks for another name.
	AskName struct{}
	// AnswerAgain sends an answer in the second vote.
	AnswerAgain struct {
		Item   string
		Answer json.RawMessage
	}
	// TakeLog goes on with the server's log, LeaveTheClass without the class.
	TakeLog       struct{ Log []byte }
	LeaveTheClass struct{}
)

// A class is the class that a game is played in.
type class struct {
	classroom.Status
	second map[string]json.RawMessage
	// own is the session, while the model's is one in which the step is asked again.
	own    *session.Session
	passed int    // the version of a pause that the pupil has closed
	parted []byte // the server's log, where it is no longer the same
}

func newClass(c *Classmate) *class {
	if !classroom.Included {
		return nil
	}
	if c == nil {
		return nil
	}
	second := map[string]json.RawMessage{}
	for item, answer := range c.Second {
		second[item] = answer
	}
	return &class{Status: c.Status, second: second}
}

// played is the game that is saved: not the second vote.
func (m *Model) played() *session.Session {
	if m.class != nil && m.class.own != nil {
		return m.class.own
	}
	return m.session
}

// again reports whether the step is asked a second time.
func (m *Model) again() bool { return m.class != nil && m.class.own != nil }

// led reports whether a teacher leads through the steps.
func (m *Model) led() bool {
	if !classroom.Included {
		return false
	}
	return m.class != nil && m.class.Class.Together() && m.class.Left == "" && m.class.Seat != ""
}

// phase is what the class does at the step that is shown; empty for a game without a
// leader. What lies behind the class is explained.
func (m *Model) phase() classroom.Phase {
	if !classroom.Included {
		return ""
	}
	switch {
	case !m.led() || m.session == nil:
		return ""
	case m.class.Pace.Step == "":
		return classroom.Read // where the class is isn't known yet
	case m.step().ID != m.class.Pace.Step:
		return classroom.Reveal
	}
	return m.class.Pace.Phase
}

// explains reports whether answers are explained where the player is.
func (m *Model) explains() bool {
	p := m.phase()
	return m.session.Explained() && (p == "" || p == classroom.Reveal)
}

// asks reports whether questions can be answered where the player is.
func (m *Model) asks() bool {
	switch m.phase() {
	case "", classroom.Vote, classroom.Revote:
		return true
	}
	return false
}

// inClass answers the messages of a class. ok is false for others.
func (m *Model) inClass(msg ui.Msg) (effects []Effect, ok bool) {
	switch msg := msg.(type) {
	case ClassesHere:
		m.joinable = true
		return nil, true
	case OpenJoin:
		m.code = ""
		m.open(joinDialog)
		return nil, true
	case TypeCode, EraseCode, UseCode:
		return m.typeCode(msg), true
	}
	if !classroom.Included || m.class == nil {
		return nil, false
	}
	switch msg := msg.(type) {
	case JoinClass:
		if m.class.Seat == "" && !m.class.Busy {
			return []Effect{TakeSeat{Lang: m.Lang()}}, true
		}
	case AnotherName:
		if m.class.MayRename && !m.class.Busy {
			return []Effect{AskName{}}, true
		}
	case ClassChanged:
		return m.classChanged(msg.Status), true
	case ClassLog:
		return m.takeLog(msg.Log), true
	case ClassParted:
		m.class.parted = msg.Log
		m.open(partedDialog)
	case TakeClassLog:
		if log := m.class.parted; log != nil {
			return append([]Effect{TakeLog{Log: log}}, m.takeLog(log)...), true
		}
	case LeaveClass:
		m.dialog, m.class.parted = noDialog, nil
		return []Effect{LeaveTheClass{}}, true
	case ClassDropped:
		return m.dropped(msg.Drop), true
	case ShowAnswer:
		if m.session != nil && slices.Contains(m.step().Items, msg.Item) {
			m.item, m.focus = msg.Item, questionID
		}
	default:
		return nil, false
	}
	return nil, true
}

// classChanged takes over how the class is, and says what has changed.
func (m *Model) classChanged(now classroom.Status) []Effect {
	if !classroom.Included {
		return nil
	}
	was := m.class.Status
	m.class.Status = now
	switch {
	case now.Left != was.Left && now.Left != "":
		m.restoreOwn()
		m.notice = m.say("class.left." + string(now.Left))
		return nil
	case now.Seat != was.Seat && now.Seat != "":
		m.announce(m.say("class.name.said", "name", now.Name))
		m.focus = classNameID
	case now.Name != was.Name && now.Name != "":
		m.announce(m.say("class.name.said", "name", now.Name))
	case now.Trouble != was.Trouble && now.Trouble != "":
		m.announce(m.say("class.trouble." + string(now.Trouble)))
	case now.Offline && !was.Offline:
		m.announce(m.say("class.offline"))
	}
	if now.Pace == was.Pace && now.Seat == was.Seat && now.Fetching == was.Fetching {
		return nil
	}
	return m.follow(was.Pace)
}

// follow goes to where the class is. A pupil who comes late joins in there.
func (m *Model) follow(was classroom.Pace) []Effect {
	if !classroom.Included {
		return nil
	}
	pace := m.class.Pace
	if !m.led() || m.class.Fetching || pace.Step == "" {
		return nil
	}
	if m.session == nil {
		if m.stepIndex(pace.Step) > 0 {
			return []Effect{ReadClock{}}
		}
		return nil
	}
	var effects []Effect
	played := m.played()
	if was.Step != pace.Step && played.Step().ID != pace.Step || played.Furthest() < m.stepIndex(pace.Step) {
		m.restoreOwn()
		effects = m.log(session.Event{Kind: session.Went, Step: pace.Step})
	}
	switch {
	case pace.Phase == classroom.Revote && m.step().ID == pace.Step:
		m.askAgain()
	default:
		m.restoreOwn()
	}
	if was.Step == pace.Step && was.Phase == pace.Phase {
		return effects
	}
	m.item, m.lifted, m.asked = "", "", false
	if items := m.step().Items; pace.Phase == classroom.Reveal && len(items) > 0 {
		m.item = items[0]
	}
	if was.Step == pace.Step && (pace.Phase == classroom.Vote || pace.Phase == classroom.Reveal) {
		m.announce(m.say("class." + string(pace.Phase) + ".said"))
	}
	return effects
}

func (m *Model) stepIndex(id string) int {
	plan := session.Plan(m.set, m.length)
	if m.session != nil {
		plan = m.session.Steps()
	}
	return slices.IndexFunc(plan, func(s session.Step) bool { return s.ID == id })
}

// afterTalk reports whether the class has come back from a screen to its step.
func (m *Model) afterTalk(before string) bool {
	if !classroom.Included {
		return false
	}
	return m.session != nil && before == m.step().ID+discussing && m.classPanel() != nil
}

// askAgain shows the step as it was before it was answered, with the second answers.
func (m *Model) askAgain() {
	if !classroom.Included {
		return
	}
	if m.again() || m.session == nil {
		return
	}
	items := m.step().Items
	var events []session.Event
	for _, e := range m.session.Log() {
		if e.Item == "" || !slices.Contains(items, e.Item) {
			events = append(events, e)
		}
	}
	fresh, err := session.Replay(m.set, events)
	if err != nil {
		return // the first answers stay on the screen
	}
	for _, item := range items {
		if answer := m.class.second[item]; answer != nil {
			_ = fresh.Apply(session.Event{Kind: session.Drafted, Item: item, Answer: answer}) // an order as dealt is meant
			_ = fresh.Apply(session.Event{Kind: session.Answered, Item: item, Answer: answer})
		}
	}
	m.class.own, m.session = m.session, fresh
}

// restoreOwn ends the second vote.
func (m *Model) restoreOwn() {
	if !classroom.Included {
		return
	}
	if m.again() {
		m.session, m.class.own = m.class.own, nil
	}
}

// logAgain records an event of the second vote: it is no part of the game's log.
func (m *Model) logAgain(e session.Event) []Effect {
	if !classroom.Included {
		return nil
	}
	if e.Kind != session.Drafted && e.Kind != session.Answered || m.session.Apply(e) != nil || e.Kind == session.Drafted {
		return nil
	}
	m.class.second[e.Item] = e.Answer
	return []Effect{AnswerAgain{Item: e.Item, Answer: e.Answer}}
}

// takeLog goes on with a log of this game that was played on elsewhere.
func (m *Model) takeLog(log []byte) []Effect {
	if !classroom.Included {
		return nil
	}
	s, err := session.Read(m.set, log)
	if s == nil {
		m.notice = m.say("trouble.foreign", "why", err)
		return []Effect{LeaveTheClass{}}
	}
	m.restoreOwn()
	m.session, m.dialog, m.reading, m.class.parted = s, noDialog, "", nil
	m.item, m.lifted, m.asked, m.said = "", "", false, m.say("class.fetched")
	m.saved[m.variant()] = s
	m.focus = headingID
	effects := []Effect{ReplaceSession{Variant: m.variant(), Data: m.written.of(s)}}
	return append(effects, m.follow(m.class.Pace)...)
}

// dropped takes an event that the server has refused out of the game. What followed it
// stays where it still fits.
func (m *Model) dropped(d classroom.Drop) []Effect {
	if !classroom.Included {
		return nil
	}
	played := m.played()
	if played == nil {
		return nil
	}
	log := played.Log()
	if d.Event <= 0 || d.Event >= len(log) || string(session.EncodeEvent(log[d.Event])) != string(d.Line) {
		return []Effect{m.keep()} // it is gone already
	}
	s, err := session.Replay(m.set, log[:d.Event])
	if err != nil {
		return []Effect{m.keep()}
	}
	for _, e := range log[d.Event+1:] {
		_ = s.Apply(e) // an event that rests on the refused one goes with it
	}
	again := m.again()
	m.restoreOwn()
	m.session, m.item = s, ""
	if again {
		m.askAgain()
	}
	if log[d.Event].Kind == session.Answered {
		m.announce(m.say("class.late"))
	}
	return []Effect{m.keep()}
}

// beginsIn is the configuration of the class's game.
func (m *Model) beginsIn(cfg session.Config) session.Config {
	if m.class != nil {
		c := m.class.Class
		cfg.Length, cfg.Mode, cfg.Seed, cfg.Led = casefile.Length(c.Length), session.Mode(c.Mode), c.Seed, c.Together()
	}
	return cfg
}

// ownAnswers are the player's answers at the step, in words and without marks.
func (m *Model) ownAnswers() *ui.Node {
	answers := list("own.answers", m.say("class.own"))
	for i, id := range m.step().Items {
		item, ok := m.set.Item(id)
		if !ok {
			continue
		}
		n := column(numbered("own.", i), space1, softly(paragraph(numbered("own.asked.", i), m.question(item), smallFont)))
		n.Role = ui.ListItem
		raw, given := m.session.Answer(id)
		if !given {
			n.Children = append(n.Children, paragraph(numbered("own.none.", i), m.say("class.own.none"), bodyFont))
		} else {
			n.Children = append(n.Children, m.answerLines(item, raw, i)...)
		}
		answers.Children = append(answers.Children, n)
	}
	if len(answers.Children) == 0 {
		return nil
	}
	return section(card("own", label("own.title", 2, m.say("class.own")), answers), m.say("class.own"))
}

// question is what an item asks.
func (m *Model) question(item puzzle.Item) words.Text {
	if v, ok := item.(*puzzle.Verdict); ok {
		return m.told(v.Claim.Text)
	}
	if p := m.puzzleOf(item.ID()); p != nil {
		return m.told(p.Prompt)
	}
	return nil
}
