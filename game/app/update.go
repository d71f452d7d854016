package app

import (
	"slices"

	"holdtheline/game/classroom"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// Update answers a message: it changes the model and returns what is to be
// done outside. A message that makes no sense where the player is changes
// nothing; it may come from a button that was pressed twice.
func (m *Model) Update(msg ui.Msg) []Effect {
	before, heard, played := m.screen(), m.moment(), m.session
	effects := m.answer(msg)
	m.handed.of(m.session)
	m.keepReport()
	if _, told := msg.(CaseTold); m.session != played && !told {
		m.review = false // it was of the game before
	}
	if m.screen() != before {
		m.item, m.lifted, m.dialog, m.asked = "", "", noDialog, false
		m.said = ""
		m.focus = headingID
		if m.afterTalk(before) {
			m.focus = classPanelID + ".title" // what is done now, not the same heading again
		}
	}
	if s := sound(heard, m.moment()); s != "" {
		effects = append(effects, PlaySound{Sound: s})
	}
	if m.focus != "" {
		effects, m.focus = append(effects, Focus{Node: m.focus}), ""
	}
	return effects
}

func (m *Model) answer(msg ui.Msg) []Effect {
	switch msg := msg.(type) {
	case ShowNotice:
		m.notice = msg.Text
		return nil
	case DismissNotice:
		m.notice, m.showing.lost = "", false
		return nil
	case UpgradeReady, UseUpgrade, PostponeUpgrade:
		return m.handleUpgrade(msg)
	case Conflict:
		return m.conflict(msg.Variant)
	case LoadOtherGame:
		return []Effect{LoadSession{Variant: m.variant()}}
	case KeepThisGame:
		m.dialog = noDialog
		if m.session == nil {
			return nil
		}
		return []Effect{ReplaceSession{Variant: m.variant(), Data: m.played().Encode()}}
	case Loaded:
		m.loaded(msg)
		return nil
	case CloseDialog:
		if m.paused() {
			m.class.passed = m.class.Pace.Version
			return nil // what was open before is there again
		}
		// Focus goes back to what opened it by itself, unless that is gone: what
		// was on offer behind a tab lies open in its place.
		if m.session != nil && m.dialog == readingDialog && slices.Contains(m.session.Opened(m.step().ID), m.reading) {
			m.focus = tabID(m.reading) + ".title"
		}
		m.dialog, m.reading = noDialog, ""
		return nil
	case ShowMarking:
		m.open(markingDialog)
		return nil
	case OpenHelp:
		m.open(helpDialog)
		return nil
	case OpenGlossary:
		m.open(wordsDialog)
		if isTerm(msg.Term) {
			m.focus = wordID(msg.Term)
		}
		return nil
	case OpenLegend:
		m.open(legendDialog)
		return nil
	case OpenSettings:
		m.open(settingsDialog)
		return nil
	case OpenShelf:
		m.open(shelfDialog)
		return nil
	case ChooseCase:
		return m.chooseCase(msg.Case)
	case ChooseHalf:
		return m.chooseHalf(msg.Even)
	case CaseOpened:
		return m.change(msg.Set, msg.Options)
	case CaseTold:
		return m.retell(msg)
	case SetTheme, SetText, SetMotion, SetSound, SetLanguage, SetView, SetKeys:
		return m.adjust(msg)
	case WordsCame:
		return m.wordsCame(msg)
	case ViewChanged:
		m.viewChanged(msg)
		return nil
	case Sharing:
		m.sharing = sharingImpossible
		if msg.Possible {
			m.sharing = sharingPossible
		}
		return nil
	}
	if effects, ok := m.inClass(msg); ok {
		return effects
	}
	if m.session == nil {
		return m.brief(msg)
	}
	return m.play(msg)
}

// brief answers what can be done before a game has begun.
func (m *Model) brief(msg ui.Msg) []Effect {
	switch msg := msg.(type) {
	case ChooseLength:
		m.length = msg.Length
	case ChooseMode:
		m.mode = session.Assessment
		if msg.Practice {
			m.mode = session.Practice
		}
	case Next:
		m.session = m.saved[m.variant()]
	case AskRestart:
		if m.class == nil { // what the class has can't be begun again
			m.open(restartDialog)
		}
	case Begin, Restart:
		if m.class != nil && (m.class.Fetching || m.saved[m.variant()] != nil) {
			return nil
		}
		if m.test.Halves {
			m.open(halvesDialog)
			return nil
		}
		return []Effect{ReadClock{}}
	case Began:
		var drop []Effect
		if m.saved[m.variant()] != nil {
			drop = []Effect{ArchiveSession{Variant: m.variant()}}
		}
		c := m.caseFile()
		m.session = session.Start(m.set, m.beginsIn(session.Config{
			Case: c.ID, Fingerprint: c.Fingerprint(),
			Length: m.length, Mode: m.mode, When: m.test.When, Seed: m.seed, Began: msg.At,
		}))
		if m.led() {
			return append(append(drop, m.keep()), m.follow(classroom.Pace{})...)
		}
		if steps := m.session.Steps(); len(steps) > 1 {
			m.do(session.Event{Kind: session.Went, Step: steps[1].ID})
		}
		return append(drop, m.keep())
	}
	return nil
}

// play answers what can be done in a game.
func (m *Model) play(msg ui.Msg) []Effect {
	switch msg := msg.(type) {
	case OpenMenu:
		m.open(menuDialog)
	case OpenSave:
		m.open(saveDialog)
		if m.sharing == sharingUnasked {
			return []Effect{AskSharing{}}
		}
	case OpenGive:
		if m.handed.session != nil {
			m.open(giveDialog)
		}
	case CopyCode:
		if m.handed.text != "" {
			m.said = m.say("give.copied")
			return []Effect{CopyText{Text: m.handed.text}}
		}
	case AskRestart, Restart:
		if m.class != nil {
			return nil
		}
		if _, ask := msg.(AskRestart); ask {
			m.open(restartDialog)
			return nil
		}
		delete(m.saved, m.variant())
		m.session = nil
		return []Effect{ArchiveSession{Variant: m.variant()}}
	case OpenSource:
		m.reading = msg.Source
		m.open(readingDialog)
	case FocusQuestion:
		m.focus = questionID
	case Review:
		m.review = msg.Show
	case Save:
		return m.saveFile(msg.Format)
	case SavePicture:
		return []Effect{m.makePicture(msg.Share)}
	case Print:
		return []Effect{PrintPage{}}
	case GoTo:
		if m.led() && m.class.Pace.Step != session.DebriefID {
			return nil // the class is somewhere
		}
		return m.log(session.Event{Kind: session.Went, Step: msg.Step})
	case Next:
		return m.goOn()
	case OpenTab:
		effects := m.log(session.Event{Kind: session.Opened, Step: m.step().ID, Source: msg.Source})
		m.reading = msg.Source
		m.open(readingDialog)
		return effects
	default:
		return m.fillIn(msg)
	}
	return nil
}

// goOn shows the step's next question, or goes to the next step.
func (m *Model) goOn() []Effect {
	for _, id := range m.step().Items {
		if !m.session.Answered(id) {
			m.item, m.said, m.focus = id, "", questionID
			return nil
		}
	}
	if m.led() {
		m.item = ""
		m.announce(m.say("class.answered.said"))
		m.focus = outcomeID
		return nil
	}
	steps := m.session.Steps()
	if i := m.session.At() + 1; i < len(steps) {
		return m.log(session.Event{Kind: session.Went, Step: steps[i].ID})
	}
	return nil
}

// fillIn answers what changes or hands in the answer to the current question.
func (m *Model) fillIn(msg ui.Msg) []Effect {
	item := m.current()
	if item == nil || !m.asks() {
		return nil
	}
	id := item.ID()
	if m.session.Answered(id) {
		if _, ok := msg.(Retry); ok && !m.led() {
			effects := m.log(session.Event{Kind: session.Retried, Item: id})
			m.item, m.focus, m.said = id, questionID, ""
			return effects
		}
		return nil
	}
	switch msg := msg.(type) {
	case Fill:
		if d, ok := m.filled(item).Fill(msg.Field, msg.Option); ok {
			return m.draft(id, d)
		}
	case MoveCard:
		return m.moveCard(item, msg.From, msg.To)
	case LiftCard:
		m.lift(item, msg.Card)
	case Hang:
		return m.hang(item, msg.Card, msg.To)
	case TakeDown:
		return m.takeDown(item, msg.Card)
	case TakeHint:
		m.focus = hintID // the button is gone
		return m.log(session.Event{Kind: session.Hinted, Item: id})
	case Submit:
		return m.submit(item)
	case KeepOrder:
		if m.ordered(item) != nil {
			effects := m.draft(id, m.filled(item))
			return append(effects, m.submit(item)...)
		}
	}
	return nil
}

func (m *Model) moveCard(item puzzle.Item, from, to int) []Effect {
	field := m.ordered(item)
	if field == nil {
		return nil
	}
	before := m.arrangement(item)
	after := moved(before, from, to)
	m.lifted, m.asked = "", false
	d, ok := m.filled(item).Arrange(field.Name, after)
	if !ok || slices.Equal(before, after) {
		return nil
	}
	m.announce(m.say("order.moved", "card", m.cardTitle(item, after[to]), "n", to+1, "of", len(after)))
	return m.draft(item.ID(), d)
}

func (m *Model) lift(item puzzle.Item, card string) {
	if field := m.linked(item); field != nil {
		b := m.boardOf(field, m.filled(item))
		m.liftEnd(&b, card)
		return
	}
	if !slices.Contains(m.arrangement(item), card) {
		return
	}
	if m.lifted == card {
		m.lifted = ""
		m.announce(m.say("order.put-back"))
		return
	}
	m.lifted = card
	m.announce(m.say("order.lifted", "card", m.cardTitle(item, card)))
}

func (m *Model) submit(item puzzle.Item) []Effect {
	d := m.filled(item)
	if !d.Complete() {
		return nil
	}
	if m.ordered(item) != nil && m.session.Draft(item.ID()) == nil {
		m.asked = true // an untouched deal is handed in only by saying so
		m.announce(m.say("order.untouched"))
		return nil
	}
	effects := m.log(session.Event{Kind: session.Answered, Item: item.ID(), Answer: d.JSON()})
	m.item, m.lifted, m.asked = item.ID(), "", false
	switch {
	case !m.session.Answered(item.ID()):
	case !m.explains():
		effects = append(effects, m.goOn()...)
	default:
		m.announce(m.outcome(item))
		m.focus = outcomeID
	}
	return effects
}

// draft keeps what is filled in so far.
func (m *Model) draft(id string, d puzzle.Draft) []Effect {
	return m.log(session.Event{Kind: session.Drafted, Item: id, Answer: d.JSON()})
}

// log records an event and saves the session.
func (m *Model) log(e session.Event) []Effect {
	if m.again() {
		return m.logAgain(e)
	}
	if !m.do(e) {
		return nil
	}
	return []Effect{m.keep()}
}

// do records an event. One that the session refuses changes nothing: the
// screen offered it a moment ago and it has become stale since.
func (m *Model) do(e session.Event) bool { return m.session.Apply(e) == nil }

func (m *Model) keep() Effect {
	return SaveSession{Variant: m.variant(), Data: m.written.of(m.played())}
}

func (m *Model) announce(text string) { m.said = text }

// open opens a dialog. Where one takes another's place, reading begins at the
// new one's heading; a first one takes the focus by itself.
func (m *Model) open(d dialog) {
	if m.dialog != noDialog && m.dialog != d {
		m.focus = dialogHeadingID
	}
	m.dialog = d
}
