package together_test

import (
	"flag"
	"strings"
	"testing"
	"time"

	"holdtheline/game/screentest"
	"holdtheline/game/settings"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/teacher/together"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/hands"
)

var update = flag.Bool("update", false, "write what is recorded of the slides anew")

// A teacher leads a class through the tree alone, and the world answers at once.
type teacher struct {
	*screentest.Hand
	m     *together.Model
	kept  map[string][]byte // what was saved, by case and length
	saves int
	asked []together.Effect // all but those that are answered here
	down  string            // why no case can be had
}

func key(id string, length casefile.Length) string { return id + "." + string(length) }

func newTeacher(t testing.TB, lang string, o together.Options) *teacher {
	t.Helper()
	return newPage(t).arrive(lang, o)
}

// newPage is a page that isn't open yet.
func newPage(t testing.TB) *teacher {
	w := &teacher{kept: map[string][]byte{}}
	w.Hand = &screentest.Hand{T: t, View: func(vp ui.Viewport) *ui.Node { return w.m.View(vp) }, Send: w.send, Stage: together.Stage}
	return w
}

// arrive opens the page, as at first and after a reload.
func (w *teacher) arrive(lang string, o together.Options) *teacher {
	w.T.Helper()
	o.Words, o.Settings, o.Statement = screentest.In(w.T, lang), settings.Default(), "https://example.org/accessibility.html"
	o.Home = true
	o.Saved = func(id string, length casefile.Length) bool { return w.kept[key(id, length)] != nil }
	w.m = together.New(o)
	w.answer(w.m.Init())
	return w
}

func (w *teacher) send(msg ui.Msg) {
	w.T.Helper()
	w.Focus = ""
	w.answer(w.m.Update(msg))
}

func (w *teacher) answer(effects []together.Effect) {
	w.T.Helper()
	for _, e := range effects {
		switch e := e.(type) {
		case frame.Focus:
			w.Focus = e.Node
		case together.OpenClass:
			w.open(e)
		case frame.LoadCase:
			came := frame.CaseCame{ID: e.ID, Lang: e.Lang, Why: w.down}
			if w.down == "" {
				came.Set = screentest.Told(w.T, screentest.SetOf(w.T, e.ID), e.Lang)
			}
			w.send(came)
		case together.SaveClass:
			w.saves++
			w.kept[key(e.Case, e.Length)] = e.Data
		default:
			w.asked = append(w.asked, e)
		}
	}
}

func (w *teacher) open(e together.OpenClass) {
	w.T.Helper()
	if w.down != "" {
		w.send(together.Opened{Why: w.down})
		return
	}
	set := screentest.Told(w.T, screentest.SetOf(w.T, e.Case), e.Lang)
	data := w.kept[key(e.Case, e.Length)]
	if data == nil || e.Anew {
		w.send(together.Opened{Lang: e.Lang, Class: hands.Start(set, hands.Config{Length: e.Length, Seed: 7, Began: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)})})
		return
	}
	c, err := hands.Read(set, data)
	if err != nil {
		w.T.Fatal(err)
	}
	w.send(together.Opened{Lang: e.Lang, Class: c})
}

// count counts hands one by one, in the order of the stamps.
func (w *teacher) count(n ...int) {
	w.T.Helper()
	for i, v := range casefile.Verdicts() {
		for range n[i] {
			w.Press("raise." + string(v))
		}
	}
}

// to goes on to the next slide of a part.
func (w *teacher) to(part hands.Part) {
	w.T.Helper()
	for w.Press("next"); w.m.Class().Slide().Part != part; {
		w.Press("next")
	}
}

func contains(t testing.TB, text string, all ...string) {
	t.Helper()
	for _, one := range all {
		if !strings.Contains(text, one) {
			t.Errorf("there is no %q in\n%s", one, text)
		}
	}
}
