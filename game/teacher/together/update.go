package together

import (
	"slices"
	"strings"

	"holdtheline/game/settings"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/hands"
)

// Update answers a message: it changes the model and returns what is to be done
// outside. A message that makes no sense now changes nothing.
func (m *Model) Update(msg ui.Msg) []Effect {
	before, lang := m.screen(), m.Lang()
	effects, known := m.Answer(msg)
	if known {
		m.setVoice()
		if m.class != nil && m.Lang() != lang {
			effects = append(effects, m.Retell(m.caseFile())...)
		}
	} else {
		effects = m.answer(msg)
	}
	if m.screen() != before {
		m.InSettings = false
		m.dialog, m.Said, m.lifted, m.inHand, m.number, m.reading = noDialog, "", "", "", noNumber, ""
		m.Focus = m.beginning()
	}
	return m.Moved(effects)
}

// beginning is the node where reading a screen begins.
func (m *Model) beginning() string {
	if m.class != nil && m.class.Slide().Part == hands.Card {
		return cardHeadingID
	}
	return frame.HeadingID
}

func (m *Model) answer(msg ui.Msg) []Effect {
	switch msg := msg.(type) {
	case CloseDialog:
		if m.dialog == deskDialog && m.reading != "" {
			m.reading, m.Focus = "", frame.DialogHeadingID
			return nil
		}
		m.dialog, m.number = noDialog, noNumber
	case OpenKeys:
		m.show(keysDialog)
	case Opened:
		return m.opened(msg)
	case frame.CaseCame:
		return m.toldAnew(msg)
	default:
		if m.class == nil {
			return m.start(msg)
		}
		return m.lead(msg)
	}
	return nil
}

// show opens a dialog.
func (m *Model) show(d dialog) { m.dialog, m.Focus = d, frame.DialogHeadingID }

// start answers what can be done before a class has begun.
func (m *Model) start(msg ui.Msg) []Effect {
	switch msg := msg.(type) {
	case ChooseCase:
		m.caseID = settings.Known(m.stories(), msg.Case, m.caseID)
	case ChooseLength:
		m.length = settings.Known(lengths(), msg.Length, m.length)
	case AskAnew:
		if m.saved() {
			m.show(anewDialog)
		}
	case Begin:
		if m.waiting {
			return nil
		}
		m.waiting, m.dialog = true, noDialog
		return []Effect{m.open(msg.Anew)}
	}
	return nil
}

// saved tells whether a class is saved of what is chosen.
func (m *Model) saved() bool { return m.o.Saved != nil && m.o.Saved(m.caseID, m.length) }

func (m *Model) opened(msg Opened) []Effect {
	m.waiting = false
	switch {
	case msg.Class != nil:
		m.take(msg.Class)
		m.Notice = msg.Notice
		if msg.Untranslated != "" {
			m.Untranslated(msg.Lang, msg.Untranslated)
			m.Notice = strings.TrimSpace(msg.Notice + " " + m.Notice)
		}
		if msg.Lang != m.Lang() {
			return m.Retell(m.caseFile())
		}
	case msg.Why != "":
		m.Notice = m.Say("trouble.case", "why", msg.Why)
	}
	return nil
}

// toldAnew goes on with the class's case in another language.
func (m *Model) toldAnew(came frame.CaseCame) []Effect {
	if m.class == nil || came.ID != m.caseID || m.Late(came, m.class.Set()) {
		return nil
	}
	why := came.Why + came.Untranslated // there is one at most
	if came.Set != nil {
		c, err := hands.Read(came.Set, m.class.Encode())
		if err == nil {
			m.take(c)
		} else {
			why = err.Error()
		}
	}
	if why != "" {
		m.Untranslated(came.Lang, why)
	}
	return nil
}

// lead answers what can be done with a class.
func (m *Model) lead(msg ui.Msg) []Effect {
	s := m.class.Slide()
	switch msg := msg.(type) {
	case Next:
		return m.turn(1)
	case Back:
		return m.turn(-1)
	case LeaveClass:
		m.class = nil
	case ShowFirst:
		m.Said = m.Say("together.shown")
		return m.log(hands.Event{Kind: hands.Shown, Item: s.Item})
	case AskNumber:
		m.askNumber(msg.Pupils)
	case Digit, Erase, Enter:
		return m.write(msg)
	case LiftCard:
		m.lift(msg.Card)
	case MoveCard:
		return m.move(msg.From, msg.To)
	case Disagree:
		return m.disagree(msg.Card)
	case OpenDesk:
		m.reading = ""
		m.show(deskDialog)
	case OpenSource:
		m.reading = msg.Ref
		m.show(deskDialog)
	case Print:
		return []Effect{frame.PrintPage{}}
	case Raise, Take, Rest:
		return m.raise(msg)
	}
	return nil
}

// turn goes to another slide.
func (m *Model) turn(by int) []Effect {
	to, deck := m.class.At()+by, m.class.Deck()
	if to < 0 || to >= len(deck) || m.dialog != noDialog || m.InSettings {
		return nil
	}
	return m.log(hands.Event{Kind: hands.Went, Slide: deck[to].ID})
}

// raise counts hands.
func (m *Model) raise(msg ui.Msg) []Effect {
	item, nth := m.class.Slide().Item, round(m.class.Slide())
	tally := m.class.Count(item, nth)
	switch msg := msg.(type) {
	case Raise:
		return m.set(msg.Verdict, tally[msg.Verdict]+1)
	case Take:
		if tally[m.inHand] > 0 {
			return m.set(m.inHand, tally[m.inHand]-1)
		}
	case Rest:
		if left := m.class.Pupils() - tally.Sum(); left > 0 && m.inHand != "" {
			return m.set(m.inHand, tally[m.inHand]+left)
		}
	}
	return nil
}

// set gives a verdict a number of hands, and has it in hand.
func (m *Model) set(v casefile.Verdict, n int) []Effect {
	s := m.class.Slide()
	effects := m.log(hands.Event{Kind: hands.Counted, Item: s.Item, Round: round(s), Option: v, N: n})
	if effects != nil {
		m.inHand = v
		m.Said = m.Count("together.counted", n, "stamp", m.stampName(v))
	}
	return effects
}

func (m *Model) askNumber(pupils bool) {
	d := handsDialog
	if pupils {
		d = pupilsDialog
	} else if m.inHand == "" || !m.class.Open(m.class.Slide().Item, round(m.class.Slide())) {
		return
	}
	m.number = noNumber
	m.show(d)
}

// write answers what is typed into the dialog of a number.
func (m *Model) write(msg ui.Msg) []Effect {
	if m.dialog != handsDialog && m.dialog != pupilsDialog {
		return nil
	}
	switch msg := msg.(type) {
	case Digit:
		if n := 10*max(0, m.number) + msg.Digit; n <= hands.MostHands && msg.Digit >= 0 && msg.Digit <= 9 {
			m.number = n
		}
		m.Focus = enterID // so that Enter takes the number
	case Erase:
		if m.number /= 10; m.number <= 0 {
			m.number = noNumber
		}
	case Enter:
		d, n := m.dialog, m.number
		m.dialog, m.number = noDialog, noNumber
		switch {
		case n == noNumber:
		case d == pupilsDialog:
			m.Said = m.Count("together.pupils", n)
			return m.log(hands.Event{Kind: hands.Sized, N: n})
		default:
			return m.set(m.inHand, n)
		}
	}
	return nil
}

func (m *Model) lift(card string) {
	s := m.class.Slide()
	if s.Part != hands.Board || m.class.Seen(s.Item, hands.Line) || !slices.Contains(m.class.Order(s.Item), card) {
		return
	}
	if m.lifted == card {
		m.lifted, m.Said = "", m.Say("order.put-back")
		return
	}
	m.lifted, m.Said = card, m.Say("order.lifted", "card", m.cardTitle(s, card))
}

func (m *Model) move(from, to int) []Effect {
	s := m.class.Slide()
	order := m.class.Order(s.Item)
	if from < 0 || from >= len(order) || to < 0 || to >= len(order) || from == to {
		m.lifted = ""
		return nil
	}
	card := order[from]
	order = slices.Insert(slices.Delete(order, from, from+1), to, card)
	effects := m.log(hands.Event{Kind: hands.Placed, Item: s.Item, Order: order})
	if effects != nil {
		m.lifted = ""
		m.Said = m.Say("order.moved", "card", m.cardTitle(s, card), "n", to+1, "of", len(order))
	}
	return effects
}

func (m *Model) disagree(card string) []Effect {
	s := m.class.Slide()
	on := !m.class.Disagreed(s.Item, card)
	effects := m.log(hands.Event{Kind: hands.Noted, Item: s.Item, Card: card, On: on})
	if effects != nil {
		key := "together.agreed"
		if on {
			key = "together.disagreed"
		}
		m.Said = m.Say(key, "card", m.cardTitle(s, card))
	}
	return effects
}

// log records an event and has the class saved. One that the class refuses changes
// nothing: the screen offered it a moment ago, and it has become stale since.
func (m *Model) log(e hands.Event) []Effect {
	if m.class.Apply(e) != nil {
		return nil
	}
	return []Effect{SaveClass{Case: m.caseID, Length: m.length, Data: m.class.Encode()}}
}
