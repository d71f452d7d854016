package desk_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"holdtheline/assets"
	"holdtheline/game/screentest"
	"holdtheline/game/settings"
	"holdtheline/game/teacher/desk"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

var update = flag.Bool("update", false, "write what is recorded of the screens anew")

// formOf is the case of a form of the test.
func formOf(t testing.TB, form casefile.Form) *puzzle.Set {
	t.Helper()
	id, ok := assets.FormCase(form)
	if !ok {
		t.Fatalf("there is no form %q", form)
	}
	return screentest.SetOf(t, id)
}

// A pupil believes so many of ten true claims, and of ten others.
type pupil struct{ truly, falsely int }

// take is the log of a test that a pupil took; the seed makes it the pupil's own. It
// ends after so many steps, or at the end for 0.
func take(t testing.TB, set *puzzle.Set, when session.When, p pupil, seed uint64, steps int) []byte {
	t.Helper()
	s := session.Start(set, session.Config{
		Length: casefile.Full, When: when, Seed: seed, Began: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC),
	})
	random := rand.New(rand.NewPCG(seed, uint64(len(when))))
	apply := func(e session.Event) {
		if err := s.Apply(e); err != nil {
			t.Fatal(err)
		}
	}
	plan := s.Steps()
	for i, step := range plan[1:] {
		if steps > 0 && i == steps {
			break
		}
		apply(session.Event{Kind: session.Went, Step: step.ID})
		for _, id := range step.Items {
			item, _ := set.Item(id)
			apply(session.Event{Kind: session.Answered, Item: id, Answer: p.answer(t, item, random)})
		}
	}
	return s.Encode()
}

func (p pupil) answer(t testing.TB, item puzzle.Item, random *rand.Rand) json.RawMessage {
	t.Helper()
	v, ok := item.(*puzzle.Verdict)
	if !ok {
		return item.Best()
	}
	believes := p.falsely
	if v.Is() == casefile.Real {
		believes = p.truly
	}
	given := puzzle.VerdictAnswer{Is: v.Is(), Certainty: 1 + random.IntN(3)}
	switch {
	case random.IntN(10) < believes:
		given.Is = casefile.Real
	case v.Is() == casefile.Real:
		given.Is = casefile.Unconfirmed
	}
	data, err := json.Marshal(given)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// A teacher works the page through its tree alone, and the world answers at once.
type teacher struct {
	*screentest.Hand
	m       *desk.Model
	effects []desk.Effect // all but those that are answered here
	absent  bool          // no case can be had
}

func newTeacher(t testing.TB, lang string) *teacher {
	w := &teacher{m: desk.New(desk.Options{
		Options:   frame.Options{Words: screentest.In(t, lang), Settings: settings.Default(), CanPrint: true, Statement: "https://example.org/accessibility.html"},
		CanChoose: true, CanEnter: true,
	})}
	w.Hand = &screentest.Hand{T: t, View: w.m.View, Send: w.send, Focus: frame.HeadingID}
	return w
}

func (w *teacher) send(msg ui.Msg) {
	w.T.Helper()
	w.Focus = ""
	for _, e := range w.m.Update(msg) {
		switch e := e.(type) {
		case frame.Focus:
			w.Focus = e.Node
		case frame.LoadCase:
			came := frame.CaseCame{ID: e.ID, Lang: e.Lang, Why: "the network is down"}
			if !w.absent {
				came = frame.CaseCame{ID: e.ID, Lang: e.Lang, Set: screentest.Told(w.T, screentest.SetOf(w.T, e.ID), e.Lang)}
			}
			w.send(came)
		default:
			w.effects = append(w.effects, e)
		}
	}
}

// drop drops files on a node.
func (w *teacher) drop(id string, files ...ui.File) {
	w.T.Helper()
	w.send(screentest.Find(w.Tree(), id).TakeFiles(ui.Files{List: files}))
}

func (w *teacher) rows(side string) []string {
	var rows []string
	if list := screentest.Find(w.Tree(), side+".files"); list != nil {
		for _, n := range list.Children {
			rows = append(rows, screentest.Said(n))
		}
	}
	return rows
}

// class brings a class of n, half of which began with either form.
func (w *teacher) class(n int, before, after pupil) {
	w.T.Helper()
	forms := []casefile.Form{casefile.FormA, casefile.FormB}
	var files []ui.File
	for i := range n {
		name := fmt.Sprintf("pupil-%02d", i+1)
		files = append(files,
			ui.File{Name: name + "-before.jsonl", Data: take(w.T, formOf(w.T, forms[i%2]), session.Before, before, uint64(i), 0)},
			ui.File{Name: name + "-after.jsonl", Data: take(w.T, formOf(w.T, forms[1-i%2]), session.After, after, uint64(i), 0)})
	}
	w.drop("screen.results", files...)
}
