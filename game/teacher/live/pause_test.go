package live_test

import (
	"testing"

	"holdtheline/game/screentest"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/session"
)

// A pause ends by itself where the class goes on, and the answers that a vote showed
// are hidden when the class votes again.
func TestPausing(t *testing.T) {
	s := classServer(t)
	w := newTeacher(t, "en", s.URL, nil)
	w.Press("open")
	r := enter(t, s.URL, w.m.Code(), 3)
	for _, p := range r.pupils {
		r.send(p)
	}
	w.Press("begin")
	w.next()
	step := session.Plan(r.set, casefile.Lesson)[1]
	r.goTo(step.ID)
	w.next()
	r.vote(step, 2, 0.5)
	w.look()
	w.Press("answers.show")
	w.next()
	w.Press("pause")
	if !w.Has("tally.paused") {
		t.Error("a pause is not shown")
	}
	w.Press("pause")
	if w.Has("tally.paused") {
		t.Error("the pause doesn't end")
	}
	w.Press("pause")
	w.next()
	if w.Has("tally.paused") || !w.Has("answers.hidden") || w.Has("trouble") {
		t.Errorf("the class votes again, and the page says:\n%s", screentest.Said(w.Tree()))
	}
}
