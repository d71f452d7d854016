package live

import (
	"net/url"
	"slices"
	"strings"

	"holdtheline/game/teacher/frame"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/session"
)

// Update answers a message: it changes the model and returns what is to be done
// outside. A message that makes no sense now changes nothing.
func (m *Model) Update(msg ui.Msg) []Effect {
	before, lang := m.screen(), m.Lang()
	effects, known := m.Answer(msg)
	if !known {
		effects = m.answer(msg)
	} else if m.Lang() != lang && m.class != nil && m.class.set != nil {
		effects = append(effects, m.Retell(m.class.set.Case())...)
	}
	for _, e := range effects {
		if _, leaves := e.(frame.Leave); leaves {
			effects = append(m.Leave(), effects...)
			break
		}
	}
	if m.screen() != before {
		m.dialog, m.Focus = noDialog, frame.HeadingID
	}
	return m.Moved(effects)
}

// Tick tells the time, and returns whether anything on the screen depends on it now.
func (m *Model) Tick(t Tick) (effects []Effect, changed bool) {
	was := m.glance()
	m.now = t.Now
	if m.class != nil {
		effects = m.class.tick(m.now)
	}
	return effects, m.glance() != was
}

// glance is what time alone changes on the screen.
func (m *Model) glance() string {
	c := m.class
	if c == nil {
		return ""
	}
	marks := make([]string, 0, len(c.seats)+1)
	if c.lost(m.now) {
		marks = append(marks, "lost")
	}
	for _, s := range c.seats {
		marks = append(marks, string(c.standing(s, m.now)))
	}
	return strings.Join(marks, " ")
}

func (m *Model) answer(msg ui.Msg) []Effect {
	switch msg := msg.(type) {
	case Answered:
		return m.answered(msg)
	case Heard:
		return m.heard(msg)
	case StreamEnded:
		m.streamEnded(msg.Code)
	case Tick:
		effects, _ := m.Tick(msg)
		return effects
	case frame.CaseCame:
		return m.caseCame(msg)
	case OpenClass:
		return m.open()
	case Enter:
		if parsed := msg.Code; m.class == nil && slices.ContainsFunc(m.kept, func(k kept) bool { return k.Code == parsed }) {
			m.Notice = ""
			return m.enter(parsed)
		}
	case Forget:
		m.Focus = frame.HeadingID
		return m.forget(msg.Code)
	case LeaveClass:
		if m.class == nil && m.entered != "" {
			m.entered, m.secret = "", ""
			return []Effect{PutLink{}, look()}
		}
		return m.leave()
	case Retry:
		if m.class == nil {
			m.server = unknown
			return []Effect{look()}
		}
	case CloseDialog:
		m.dialog, m.ticket = noDialog, ticket{}
	case ChooseCase, ChooseLength, ChooseMode, ChoosePace:
		m.choose(msg)
	default:
		if m.class != nil {
			return m.teach(msg)
		}
	}
	return nil
}

// choose says what a new class plays. What doesn't exist changes nothing.
func (m *Model) choose(msg ui.Msg) {
	switch msg := msg.(type) {
	case ChooseCase:
		if slices.ContainsFunc(m.stories(), func(c *casefile.Case) bool { return c.ID == msg.ID }) {
			m.asked.Case = msg.ID
		}
	case ChooseLength:
		if slices.Contains(lengths(), msg.Length) {
			m.asked.Length = msg.Length
		}
	case ChooseMode:
		if slices.Contains(modes(), msg.Mode) {
			m.asked.Mode = msg.Mode
		}
	case ChoosePace:
		if slices.Contains(paces(), msg.Pace) {
			m.asked.Pace = msg.Pace
		}
	}
}

func lengths() []casefile.Length {
	return []casefile.Length{casefile.Quick, casefile.Lesson, casefile.Full}
}
func modes() []session.Mode { return []session.Mode{session.Practice, session.Assessment} }
func paces() []string       { return []string{together, free} }

// teach answers what is done in a class.
func (m *Model) teach(msg ui.Msg) []Effect {
	c := m.class
	switch msg := msg.(type) {
	case Show:
		return m.show(msg.Screen)
	case Go:
		m.at = Question
		return m.lead(pace{Step: msg.Step, Phase: phase(msg.Phase)})
	case Pause:
		if c.pace != nil {
			return m.lead(pace{Step: c.pace.Step, Phase: c.pace.Phase, Paused: msg.On})
		}
	case See:
		m.see(msg.Step)
	case Item:
		if step, ok := c.step(); ok && msg.Index >= 0 && msg.Index < len(step.Items) {
			c.index = msg.Index
			c.shown = c.shown && c.revealed()
		}
	case ShowAnswers:
		c.shown = msg.On
	case HideNames:
		c.hidden = msg.On
		m.Said = m.Say("teacher.live.names.shown")
		if msg.On {
			m.Said = m.Say("teacher.live.names.hidden")
		}
	case Refresh:
		return m.report()
	case Export:
		if msg.Format == "csv" || msg.Format == "json" {
			return []Effect{get(Purpose{What: Exporting, Code: c.Code, More: msg.Format}, "/report."+msg.Format)}
		}
	case Print:
		return []Effect{frame.PrintPage{}}
	case OpenSave:
		m.dialog, m.Focus = saveDialog, frame.DialogHeadingID
	case Elsewhere:
		if m.leadLink() != "" {
			m.dialog, m.Focus = elsewhereDialog, frame.DialogHeadingID
		}
	case Delete:
		m.dialog, m.Focus = deleteDialog, frame.DialogHeadingID
	case DeleteSurely:
		m.dialog, c.deleting = noDialog, true
		return []Effect{Call{To: Purpose{What: Deleting, Code: c.Code}, Method: methodDelete, Path: pathOf(c.Code, "")}}
	case Woke:
		c.line.tries, c.line.listened, c.line.stream = 0, m.now, m.now
		return []Effect{Listen{Code: c.Code, After: c.number}, c.poll(m.now)}
	default:
		return m.seat(msg)
	}
	return nil
}

// seat answers what is done about one pupil.
func (m *Model) seat(msg ui.Msg) []Effect {
	c := m.class
	there := func(id string) bool { return c.seatIndex(id) >= 0 }
	switch msg := msg.(type) {
	case NewKey:
		if there(msg.Seat) {
			to := Purpose{What: Keying, Code: c.Code, Seat: msg.Seat}
			return []Effect{Call{To: to, Method: methodPost, Path: pathOf(c.Code, "/seats/"+url.PathEscape(msg.Seat)+"/key")}}
		}
	case Remove:
		if there(msg.Seat) {
			m.dialog, m.subject, m.Focus = removeDialog, msg.Seat, frame.DialogHeadingID
		}
	case RemoveSurely:
		m.dialog = noDialog
		if there(msg.Seat) {
			to := Purpose{What: Removing, Code: c.Code, Seat: msg.Seat}
			m.Focus = frame.HeadingID
			return []Effect{Call{To: to, Method: methodDelete, Path: pathOf(c.Code, "/seats/"+url.PathEscape(msg.Seat))}}
		}
	case Note:
		if i := c.seatIndex(msg.Seat); i >= 0 {
			return []Effect{AskNote{
				Code: c.Code, Seat: msg.Seat, Text: m.note(msg.Seat),
				Question: m.Say("teacher.live.note.ask", "name", c.seats[i].Name),
			}}
		}
	case Noted:
		if msg.Code == c.Code && there(msg.Seat) {
			return m.noted(msg)
		}
	}
	return nil
}

// show goes to a screen of the class.
func (m *Model) show(screen Screen) []Effect {
	if !slices.Contains(screens(), screen) {
		return nil
	}
	m.at = screen
	if c := m.class; screen == Picture && c.reported != c.number {
		return m.report()
	}
	return nil
}

// see looks at a step of the class.
func (m *Model) see(step string) {
	c := m.class
	i := c.stepIndex(step)
	if step != "" && i < 0 {
		return
	}
	m.at = Question
	if c.pace != nil && (step == c.pace.Step || i > c.stepIndex(c.pace.Step)) {
		step = "" // what is ahead is for the teacher to read at home
	}
	c.seen, c.index, c.shown = step, 0, step != "" && c.pace != nil
	m.Focus = frame.HeadingID
}

// mostNotes is the most letters of a note.
const mostNotes = 80

// note is who is behind a pseudonym, as far as the teacher has noted it.
func (m *Model) note(seat string) string { return m.notes[m.Code()][seat] }

// noted keeps a note in this browser.
func (m *Model) noted(n Noted) []Effect {
	text := strings.Join(strings.Fields(n.Text), " ")
	if letters := []rune(text); len(letters) > mostNotes {
		text = string(letters[:mostNotes])
	}
	of := m.notes[n.Code]
	if of == nil {
		of = map[string]string{}
		m.notes[n.Code] = of
	}
	if text == "" {
		delete(of, n.Seat)
	} else {
		of[n.Seat] = text
	}
	return []Effect{m.keepNotes()}
}
