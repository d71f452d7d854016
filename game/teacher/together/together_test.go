package together_test

import (
	"flag"
	"strings"
	"sync"
	"testing"
	"time"

	"holdtheline/assets"
	"holdtheline/assets/words"
	"holdtheline/game/settings"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/teacher/together"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/hands"
	"holdtheline/quiz/puzzle"
)

var update = flag.Bool("update", false, "write what is recorded of the slides anew")

func layouter() *ui.Layouter { return ui.NewLayouter(theme.Faces()) }

func in(t testing.TB, lang string) *words.Catalogue {
	t.Helper()
	w, err := words.Load(lang)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

var loaded sync.Map // sets by the ids of their cases: a set is read-only

func setOf(t testing.TB, id string) *puzzle.Set {
	t.Helper()
	if set, ok := loaded.Load(id); ok {
		return set.(*puzzle.Set)
	}
	c, err := assets.Load(id)
	if err != nil {
		t.Fatal(err)
	}
	set := puzzle.New(c)
	loaded.Store(id, set)
	return set
}

// A teacher leads a class through the tree alone, and the world answers at once.
type teacher struct {
	t     testing.TB
	m     *together.Model
	kept  map[string][]byte // what was saved, by case and length
	saves int
	focus string
	asked []together.Effect // all but those that are answered here
	down  string            // why no case can be had
}

func key(id string, length casefile.Length) string { return id + "." + string(length) }

func newTeacher(t testing.TB, lang string, o together.Options) *teacher {
	t.Helper()
	w := &teacher{t: t, kept: map[string][]byte{}}
	return w.arrive(lang, o)
}

// arrive opens the page, as at first and after a reload.
func (w *teacher) arrive(lang string, o together.Options) *teacher {
	w.t.Helper()
	o.Words, o.Settings, o.Statement = in(w.t, lang), settings.Default(), "https://example.org/accessibility.html"
	o.Home = true
	o.Saved = func(id string, length casefile.Length) bool { return w.kept[key(id, length)] != nil }
	w.m = together.New(o)
	w.answer(w.m.Init())
	return w
}

func (w *teacher) send(msg ui.Msg) {
	w.t.Helper()
	w.focus = ""
	w.answer(w.m.Update(msg))
}

func (w *teacher) answer(effects []together.Effect) {
	w.t.Helper()
	for _, e := range effects {
		switch e := e.(type) {
		case frame.Focus:
			w.focus = e.Node
		case together.OpenClass:
			w.open(e)
		case together.SaveClass:
			w.saves++
			w.kept[key(e.Case, e.Length)] = e.Data
		default:
			w.asked = append(w.asked, e)
		}
	}
}

func (w *teacher) open(e together.OpenClass) {
	w.t.Helper()
	if w.down != "" {
		w.send(together.Opened{Why: w.down})
		return
	}
	set := setOf(w.t, e.Case)
	data := w.kept[key(e.Case, e.Length)]
	if data == nil || e.Anew {
		w.send(together.Opened{Class: hands.Start(set, hands.Config{Length: e.Length, Seed: 7, Began: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)})})
		return
	}
	c, err := hands.Read(set, data)
	if err != nil {
		w.t.Fatal(err)
	}
	w.send(together.Opened{Class: c})
}

func (w *teacher) tree() *ui.Node { return w.m.View(viewport(1366, 768)) }

func viewport(width, height float64) ui.Viewport {
	return ui.Viewport{Width: width, Height: height, Text: together.Stage.Scale(width, height)}
}

func find(n *ui.Node, id string) *ui.Node {
	if n.ID == id {
		return n
	}
	for _, c := range n.Children {
		if found := find(c, id); found != nil {
			return found
		}
	}
	return nil
}

func (w *teacher) has(id string) bool { return find(w.tree(), id) != nil }

// press presses a node that must be there and enabled.
func (w *teacher) press(id string) {
	w.t.Helper()
	n := find(w.tree(), id)
	if n == nil || n.Do == nil || n.Disabled {
		w.t.Fatalf("on %s, %q can't be pressed", w.tree().ID, id)
	}
	w.send(n.Do)
}

// said is all text of a node and what is below it.
func said(n *ui.Node) string {
	all := n.PlainText()
	for _, c := range n.Children {
		if words := said(c); words != "" {
			all += words + "\n"
		}
	}
	return all
}

// text is that of a node which must be there.
func (w *teacher) text(id string) string {
	w.t.Helper()
	n := find(w.tree(), id)
	if n == nil {
		w.t.Fatalf("on %s there is no %q", w.tree().ID, id)
	}
	return said(n)
}

// count counts hands one by one, in the order of the stamps.
func (w *teacher) count(n ...int) {
	w.t.Helper()
	for i, v := range casefile.Verdicts() {
		for range n[i] {
			w.press("raise." + string(v))
		}
	}
}

// to goes on to the next slide of a part.
func (w *teacher) to(part hands.Part) {
	w.t.Helper()
	for w.press("next"); w.m.Class().Slide().Part != part; {
		w.press("next")
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
