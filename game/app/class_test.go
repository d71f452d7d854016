package app_test

import (
	"testing"

	"holdtheline/game/app"
	"holdtheline/game/classroom"
	"holdtheline/game/screentest"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// attendClass joins a class that plays together and goes with it through every phase of
// a beat, an order and a trace. Stop is called at every kind of screen.
func attendClass(p *player, set *puzzle.Set, lang string, stop func(name string)) {
	p.t.Helper()
	tell := func(status classroom.Status) {
		p.t.Helper()
		effects, focus := send(p.m, app.ClassChanged{Status: status})
		p.effects, p.focus = append(p.effects, effects...), focus
	}
	status := classroom.Status{MayRename: true, Class: classroom.Class{
		Code: "BCDFGH", Case: set.Case().ID, Fingerprint: set.Fingerprint(), Length: "full", Mode: "practice", Seed: 7, Pace: "together",
	}}
	open := func(class *app.Classmate) {
		p.t.Helper()
		_, p.focus = send(p.m, app.CaseOpened{Set: set, Options: app.Options{
			Words: screentest.In(p.t, lang), Length: "full", Mode: session.Practice, Seed: 7, Class: class, CanPlay: true,
			Worksheet: "https://example.org/worksheet-the-call.html", Statement: "https://example.org/accessibility.html",
		}})
	}
	open(nil)
	p.m.Update(app.ClassesHere{})
	p.press("class.enter")
	for _, letter := range "BCDFGHX" {
		if letter == 'X' {
			p.press("join.erase")
		}
		p.press("join.key." + string(letter))
		if letter == 'D' {
			stop("class-code")
		}
	}
	p.press("join.use")
	open(&app.Classmate{Status: status})
	stop("class-joining")
	p.press("class.join")
	status.Seat, status.Name = "3", "Nimble Otter"
	tell(status)
	stop("class-waiting")

	var at struct{ beat, order, trace session.Step }
	for _, step := range session.Plan(set, "full") {
		for _, to := range []struct {
			step *session.Step
			kind puzzle.Kind
		}{{&at.beat, puzzle.KindVerdict}, {&at.order, puzzle.KindOrder}, {&at.trace, puzzle.KindTrace}} {
			if item, ok := set.Item(firstOf(step)); ok && item.Kind() == to.kind && to.step.ID == "" {
				*to.step = step
			}
		}
	}
	moves := func(step session.Step, phase classroom.Phase) {
		p.t.Helper()
		status.Pace.Version++
		status.Pace.Step, status.Pace.Phase = step.ID, phase
		tell(status)
	}
	answer := func(step session.Step, choose answers) {
		p.t.Helper()
		for _, id := range step.Items {
			item, _ := set.Item(id)
			p.answer(item, choose(item))
			p.press("submit")
		}
	}
	moves(at.beat, classroom.Read)
	stop("class-read")
	moves(at.beat, classroom.Vote)
	stop("class-vote")
	p.press("menu")
	stop("class-menu")
	p.press("dialog.close")
	status.Pace.Paused = true
	moves(at.beat, classroom.Vote)
	stop("class-paused")
	status.Pace.Paused = false
	moves(at.beat, classroom.Vote)
	answer(at.beat, wrong)
	stop("class-answered")
	moves(at.beat, classroom.Discuss)
	stop("class-discuss")
	status.Offline = true
	tell(status)
	stop("class-offline")
	status.Offline = false
	moves(at.beat, classroom.Revote)
	stop("class-revote")
	answer(at.beat, best)
	moves(at.beat, classroom.Reveal)
	stop("class-reveal")

	moves(at.order, classroom.Read)
	stop("class-order-read")
	moves(at.order, classroom.Vote)
	answer(at.order, wrong)
	moves(at.order, classroom.Discuss)
	stop("class-order-discuss")
	moves(at.order, classroom.Revote)
	stop("class-order-revote")
	moves(at.order, classroom.Reveal)
	stop("class-order-reveal")

	moves(at.trace, classroom.Vote)
	answer(at.trace, best)
	moves(at.trace, classroom.Discuss)
	stop("class-trace-discuss")
	p.m.Update(app.ClassDropped{Drop: dropOf(p.m, session.Answered)})
	moves(at.trace, classroom.Reveal)
	stop("class-missed")
	p.m.Update(app.ClassParted{Log: p.m.Session().Encode()})
	stop("class-parted")
	p.press("dialog.close")
	status.Left = classroom.Ended
	tell(status)
	stop("class-ended")
}

func firstOf(step session.Step) string {
	if len(step.Items) == 0 {
		return ""
	}
	return step.Items[0]
}

// dropOf is the server's refusal of the last event of a kind.
func dropOf(m *app.Model, kind session.EventKind) classroom.Drop {
	var drop classroom.Drop
	for i, e := range m.Session().Log() {
		if e.Kind == kind {
			drop = classroom.Drop{Event: i, Line: session.EncodeEvent(e)}
		}
	}
	return drop
}

// What isn't shown where there are no classes.
func TestThereIsNothingOfClassesAtHome(t *testing.T) {
	m := newGame(t, app.Options{Shelf: shelfOfAll(t)})
	p := &player{t: t, m: m}
	if p.has("class.enter") || p.has("class") {
		t.Error("a class is offered where there is none")
	}
	for _, msg := range []any{app.JoinClass{}, app.AnotherName{}, app.ClassChanged{}, app.LeaveClass{}, app.UseCode{}, app.TypeCode{Letter: "B"}} {
		if effects := m.Update(msg); len(effects) > 0 {
			t.Errorf("%T has the effects %v", msg, effects)
		}
	}
}

// Whatever a class does, a message that comes late or twice changes nothing.
func TestMessagesOfAClassThatMakeNoSense(t *testing.T) {
	set := setOf(t)
	p := &player{t: t, m: newGame(t, app.Options{})}
	attendClass(p, set, "en", func(name string) {
		if s := p.m.Session(); s != nil && name != "class-ended" {
			before := string(s.Encode())
			for _, msg := range []any{app.GoTo{Step: s.Steps()[1].ID}, app.Restart{}, app.AskRestart{}, app.Retry{}, app.ClassDropped{Drop: classroom.Drop{Event: 99}}, app.ClassDropped{Drop: classroom.Drop{Event: -1}}, app.ShowAnswer{Item: "no such item"}, app.Begin{}} {
				p.m.Update(msg)
			}
			if after := string(p.m.Session().Encode()); after != before {
				t.Errorf("at %s the log changes to\n%s", name, after)
			}
		}
	})
}

// A phase that begins announces itself and leaves the focus where it is, unless the
// screen is another one.
func TestPhasesAreAnnouncedAndLeaveTheFocus(t *testing.T) {
	p := &player{t: t, m: newGame(t, app.Options{})}
	said := map[string]string{}
	attendClass(p, setOf(t), "en", func(name string) {
		if status := screentest.Find(p.tree(), "status"); len(status.Text) > 0 {
			said[name] = status.Text[0].Text
		}
		switch name {
		case "class-vote", "class-offline":
			if p.focus != "" {
				t.Errorf("at %s the focus goes to %s", name, p.focus)
			}
		case "class-discuss":
			if p.focus != "heading" {
				t.Errorf("at %s, another screen, the focus goes to %q", name, p.focus)
			}
		case "class-revote":
			if p.focus != "class.panel.title" {
				t.Errorf("at %s the focus goes to %q, want what is done now", name, p.focus)
			}
		}
	})
	for name, want := range map[string]string{
		"class-vote": "class.vote.said", "class-offline": "class.offline",
	} {
		if want := screentest.In(t, "en").Say(want); said[name] != want {
			t.Errorf("at %s is said %q, want %q", name, said[name], want)
		}
	}
}
