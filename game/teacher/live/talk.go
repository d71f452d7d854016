package live

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"holdtheline/game/teacher/frame"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
	"holdtheline/web/class/code"
)

// The calls; web/class/README.md is the contract.

func pathOf(codeOf, rest string) string { return "api/classes/" + codeOf + rest }

func get(to Purpose, rest string) Call {
	return Call{To: to, Method: methodGet, Path: pathOf(to.Code, rest)}
}

// look finds out whether there is a class server.
func look() Call {
	return Call{To: Purpose{What: Looking}, Method: methodGet, Path: "readyz"}
}

func signIn(codeOf, secret string) Call {
	return Call{To: Purpose{What: SigningIn, Code: codeOf}, Method: methodPost, Path: pathOf(codeOf, "/teacher"), Secret: secret}
}

func body(v any) []byte {
	data, err := json.Marshal(v)
	if err != nil {
		return nil // of strings and numbers there is always one
	}
	return data
}

// enter asks what a class plays.
func (m *Model) enter(codeOf string) []Effect {
	m.entered = codeOf
	return []Effect{get(Purpose{What: Describing, Code: codeOf}, "")}
}

// answered takes the answer to a call.
func (m *Model) answered(a Answered) []Effect {
	to := a.To
	switch to.What {
	case Looking:
		m.looked(a)
		return nil
	case Opening:
		return m.opened(a)
	case SigningIn:
		if to.Code != m.entered {
			return nil
		}
		if a.Status == statusNoContent {
			return m.enter(to.Code)
		}
		return m.refused(a, "teacher.live.no-entry")
	case Describing:
		if to.Code != m.entered {
			return nil
		}
		return m.described(a)
	case SigningOut:
		return nil
	}
	if to.Code != m.Code() {
		return nil // of a class that was left meanwhile
	}
	switch to.What {
	case Polling:
		return m.polled(a)
	case Pacing:
		m.paced(a)
	case Keying:
		m.keyed(a)
	case Removing:
		return m.removed(a)
	case Deleting:
		return m.deleted(a)
	case Reporting:
		m.reported(a)
	case Exporting:
		return m.exported(a)
	}
	return nil
}

// looked finds out from the answer of a server whether it lets classes play: others
// have no such address.
func (m *Model) looked(a Answered) {
	var ready struct {
		Status string `json:"status"`
	}
	switch {
	case a.Failed:
		m.server = unreachable
	case json.Unmarshal(a.Body, &ready) == nil && ready.Status == "ready",
		a.Status == statusUnavailable || a.Status == statusTooMany:
		m.server = present
	default:
		m.server = absent
	}
}

// open opens a class.
func (m *Model) open() []Effect {
	if m.busy || m.server == absent {
		return nil
	}
	m.busy = true
	return []Effect{Call{To: Purpose{What: Opening}, Method: methodPost, Path: "api/classes", Body: body(m.asked)}}
}

func (m *Model) opened(a Answered) []Effect {
	m.busy = false
	var made opened
	if a.Status != statusCreated || json.Unmarshal(a.Body, &made) != nil {
		m.Notice = m.reason(a, "teacher.live.not-opened")
		return nil
	}
	m.Notice = ""
	m.keep(made.Code, kept{Code: made.Code, End: made.Expires})
	m.entered, m.secret = made.Code, made.Teacher
	return []Effect{m.keepClasses(), signIn(made.Code, made.Teacher)}
}

// keep puts a class into the list, the newest first.
func (m *Model) keep(codeOf string, k kept) {
	m.kept = slices.DeleteFunc(m.kept, func(k kept) bool { return k.Code == codeOf })
	m.kept = append([]kept{k}, m.kept...)
}

// forget strikes a class, and who its pupils are.
func (m *Model) forget(codeOf string) []Effect {
	m.kept = slices.DeleteFunc(m.kept, func(k kept) bool { return k.Code == codeOf })
	delete(m.notes, codeOf)
	return []Effect{m.keepClasses(), m.keepNotes()}
}

func (m *Model) keepClasses() Effect { return KeepClasses{Data: body(m.kept)} }
func (m *Model) keepNotes() Effect   { return KeepNotes{Data: body(m.notes)} }

// described begins with a class, once it is known what it plays.
func (m *Model) described(a Answered) []Effect {
	var of about
	if a.Status != statusOK || json.Unmarshal(a.Body, &of) != nil {
		return m.refused(a, "teacher.live.no-entry")
	}
	parsed, ok := code.Parse(of.Code)
	if _, known := m.Head(of.Case); !ok || parsed != m.entered || !known {
		return m.refused(Answered{}, "teacher.live.foreign")
	}
	c := &class{about: of, items: map[string]item{}, since: m.now}
	c.line = line{heard: m.now, stream: m.now, listened: m.now}
	m.class, m.entered, m.at = c, "", Door
	m.keep(of.Code, kept{Code: of.Code, End: of.Expires})
	effects := []Effect{m.keepClasses(), PutLink{Code: of.Code}, KeepAwake{On: true}, Listen{Code: of.Code}, c.poll(m.now)}
	if set := m.sets[of.Case]; set != nil {
		m.take(set)
		return append(effects, m.Retell(set.Case())...)
	}
	return append(effects, m.Load(of.Case))
}

// refused goes back to the list of classes and says why.
func (m *Model) refused(a Answered, key string) []Effect {
	m.Notice = m.reason(a, key)
	m.Said = m.Notice
	effects := []Effect{PutLink{}}
	if gone(a) {
		effects = append(effects, m.forget(m.entered)...)
	}
	m.entered, m.secret = "", ""
	if m.server == unknown {
		effects = append(effects, look())
	}
	return effects
}

// gone tells whether an answer says that there is no such class for this browser.
func gone(a Answered) bool {
	return a.Status == statusNotFound || a.Status == statusGone || a.Status == statusUnauthorized
}

// leave goes back to the list. The class goes on.
func (m *Model) leave() []Effect {
	if m.class == nil {
		return nil
	}
	m.class, m.at, m.secret = nil, "", ""
	effects := m.Leave()
	if m.server == unknown {
		effects = append(effects, look())
	}
	return effects
}

// caseCame takes the case of the class, at first and in another language.
func (m *Model) caseCame(came frame.CaseCame) []Effect {
	had := m.sets[came.ID]
	if m.Late(came, had) {
		return nil
	}
	if came.Set != nil {
		m.sets[came.ID] = came.Set
	}
	if m.class == nil || m.class.Case != came.ID {
		return nil
	}
	switch {
	case came.Set == nil && had == nil:
		m.class.why = m.Say("teacher.live.no-case", "why", came.Why)
		return nil
	case came.Set == nil:
		m.Untranslated(came.Lang, came.Why)
		return nil
	case came.Untranslated != "":
		m.Untranslated(came.Lang, came.Untranslated)
	}
	m.take(came.Set)
	if came.Lang != m.Lang() {
		return m.Retell(came.Set.Case())
	}
	return nil
}

func (m *Model) take(set *puzzle.Set) {
	if set.Fingerprint() != m.class.Fingerprint {
		m.class.why = m.Say("teacher.live.other-version")
		return
	}
	m.class.set, m.class.why = set, ""
	m.class.steps = session.Plan(set, m.class.Length)
}

// polled takes the state that was asked for.
func (m *Model) polled(a Answered) []Effect {
	c := m.class
	c.line.polling = false
	var st state
	switch {
	case a.Status == statusOK && json.Unmarshal(a.Body, &st) == nil:
		c.line.heard = m.now
		c.fold(st, m.now)
	case gone(a):
		return m.shutOut(a)
	case a.Wait > 0:
		c.line.polled = m.now.Add(a.Wait - pollEvery)
	}
	return nil
}

// shutOut leaves a class that isn't there any more, or isn't this teacher's.
func (m *Model) shutOut(a Answered) []Effect {
	codeOf, meant := m.Code(), m.class.deleting
	effects := append(m.leave(), m.forget(codeOf)...)
	m.Notice = m.reason(a, "teacher.live.no-entry")
	if meant {
		m.Notice = m.Say("teacher.live.deleted")
	}
	m.Said = m.Notice
	return effects
}

// heard takes an event of the stream.
func (m *Model) heard(e Heard) []Effect {
	c := m.class
	if c == nil || e.Code != c.Code {
		return nil
	}
	c.line.heard, c.line.stream, c.line.tries = m.now, m.now, 0
	switch e.Name {
	case "state":
		var st state
		if json.Unmarshal([]byte(e.Data), &st) == nil {
			c.fold(st, m.now)
		}
	case "end":
		var p struct {
			Status int `json:"status"`
		}
		_ = json.Unmarshal([]byte(e.Data), &p)
		c.line.broken, c.line.listened = true, m.now
		if a := (Answered{Status: p.Status, Body: []byte(e.Data)}); gone(a) {
			return m.shutOut(a)
		}
	}
	return nil
}

// streamEnded notes that the stream has to be begun again.
func (m *Model) streamEnded(codeOf string) {
	if c := m.class; c != nil && codeOf == c.Code {
		c.line.broken, c.line.listened = true, m.now
	}
}

// lead takes the class to a step and phase. One wish at a time: the next one waits for
// the answer.
func (m *Model) lead(to pace) []Effect {
	c := m.class
	if c == nil || c.pace == nil || c.pending != nil {
		return nil
	}
	to.Version = c.pace.Version + 1
	c.pending = &to
	return []Effect{Call{
		To: Purpose{What: Pacing, Code: c.Code}, Method: methodPost, Path: pathOf(c.Code, "/pace"),
		Body: body(struct {
			Step   string `json:"step"`
			Phase  phase  `json:"phase"`
			Paused bool   `json:"paused"`
			Expect int    `json:"expect"`
		}{to.Step, to.Phase, to.Paused, c.pace.Version}),
	}}
}

// paced takes the answer to that. Where somebody else has led the class on meanwhile,
// this page follows and says so.
func (m *Model) paced(a Answered) {
	c := m.class
	heard := c.pending == nil // the stream has brought it already
	c.pending = nil
	var to pace
	var p problem
	switch {
	case a.Status == statusOK && json.Unmarshal(a.Body, &to) == nil:
		c.line.heard = m.now
		m.Notice = ""
		m.goTo(to)
	case a.Status == statusConflict && json.Unmarshal(a.Body, &p) == nil && p.Pace != nil:
		c.line.heard = m.now
		m.goTo(*p.Pace)
		m.Notice = m.Say("teacher.live.conflict")
		m.Said = m.Notice
	case a.Failed && heard:
	default:
		m.Notice = m.reason(a, "teacher.live.not-led")
		m.Said = m.Notice
	}
}

// goTo follows the pace, and says where the class is now.
func (m *Model) goTo(to pace) {
	c := m.class
	was := c.pace
	c.follow(to, m.now)
	if was == nil || *was != *c.pace {
		m.Said = m.phaseSaid()
	}
}

// keyed shows the new key of a pupil.
func (m *Model) keyed(a Answered) {
	var t ticket
	if a.Status != statusOK || json.Unmarshal(a.Body, &t) != nil || !strings.HasPrefix(t.Link, "/?") {
		m.Notice = m.reason(a, "teacher.live.not-done")
		return
	}
	m.ticket, m.subject = t, t.Seat
	m.dialog, m.Focus = keyDialog, frame.DialogHeadingID
}

func (m *Model) removed(a Answered) []Effect {
	if a.Status != statusNoContent && a.Status != statusGone {
		m.Notice = m.reason(a, "teacher.live.not-done")
		return nil
	}
	c := m.class
	m.Said = m.Say("teacher.live.removed")
	c.seats = slices.DeleteFunc(c.seats, func(s seat) bool { return s.Seat == a.To.Seat })
	c.reported = 0
	if m.notes[c.Code][a.To.Seat] == "" {
		return nil
	}
	delete(m.notes[c.Code], a.To.Seat)
	return []Effect{m.keepNotes()}
}

func (m *Model) deleted(a Answered) []Effect {
	m.class.deleting = false
	if a.Status != statusNoContent && a.Status != statusNotFound && a.Status != statusGone {
		m.Notice = m.reason(a, "teacher.live.not-done")
		return nil
	}
	m.class.deleting = true
	return m.shutOut(a)
}

// report asks for the reports of the pupils.
func (m *Model) report() []Effect {
	c := m.class
	if c.asking {
		return nil
	}
	c.asking = true
	return []Effect{get(Purpose{What: Reporting, Code: c.Code}, "/report.json")}
}

func (m *Model) reported(a Answered) {
	c := m.class
	c.asking = false
	var all reports
	if a.Status != statusOK || json.Unmarshal(a.Body, &all) != nil {
		c.failed = m.reason(a, "teacher.live.not-done")
		return
	}
	c.reports, c.reported, c.failed = all.Pupils, c.number, ""
}

// exported hands the reports over as the server wrote them.
func (m *Model) exported(a Answered) []Effect {
	if a.Status != statusOK {
		m.Notice = m.reason(a, "teacher.live.not-done")
		return nil
	}
	mime := "application/json"
	if a.To.More == "csv" {
		mime = "text/csv;charset=utf-8"
	}
	return []Effect{frame.SaveFile{Name: "class-" + a.To.Code + "." + a.To.More, MIME: mime, Data: a.Body}}
}

// reason says why a call has failed, in the page's words: the server has only English
// ones.
func (m *Model) reason(a Answered, key string) string {
	why := "odd"
	switch {
	case a.Failed:
		why = "none"
	case a.Status == statusUnauthorized || a.Status == statusForbidden:
		why = "secret"
	case a.Status == statusNotFound || a.Status == statusGone:
		why = "gone"
	case a.Status == statusTooMany || a.Status >= statusServerError:
		why = "busy"
	case a.Status == statusConflict || a.Status == statusUnprocessable:
		why = "refused"
	}
	return m.Say(key, "why", m.Say("teacher.live.why."+why))
}

// StreamPath is the path of the stream that an effect asks for.
func StreamPath(l Listen) string {
	return pathOf(l.Code, "/stream?after="+strconv.FormatUint(l.After, 10))
}
