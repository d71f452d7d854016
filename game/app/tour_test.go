package app_test

import (
	"strings"
	"testing"

	"holdtheline/game/app"
	"holdtheline/game/screentest"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// A tour leads through every kind of screen, in each of its states.
type tour struct {
	*player
	set   *puzzle.Set       // that is played
	visit func(name string) // called at every stop
	touch func(id string)   // called before a control is pressed; may be nil
	stops map[string]bool   // the names there were
}

// newTour is a tour that begins at the briefing of a full game.
func newTour(t *testing.T) *tour {
	t.Helper()
	options := app.Options{Length: casefile.Full, Mode: session.Practice, Seed: 7, CanPlay: true, CanCopy: true, Worksheet: "https://example.org/worksheet-the-call.html", Statement: "https://example.org/accessibility.html", Shelf: shelfOfAll(t)}
	m := newGame(t, options)
	return &tour{set: setOf(t), player: &player{t: t, m: m, focus: m.Init()[0].(app.Focus).Node}, stops: map[string]bool{}}
}

// stop is at a screen that hasn't been visited.
func (w *tour) stop(name string) {
	w.t.Helper()
	if w.stops[name] {
		w.t.Errorf("%s is visited twice", name)
	}
	w.stops[name] = true
	w.visit(name)
}

// press presses a control.
func (w *tour) press(id string) {
	w.t.Helper()
	if w.touch != nil {
		w.touch(id)
	}
	w.player.press(id)
}

// solve fills in the right answer, or a wrong one.
func (w *tour) solve(right bool) {
	w.t.Helper()
	item := w.item()
	raw := item.Best()
	if !right {
		raw = wrong(item)
	}
	w.answer(item, raw)
}

// item is the question that is asked.
func (w *tour) item() puzzle.Item {
	w.t.Helper()
	s := w.m.Session()
	for _, id := range s.Step().Items {
		if !s.Answered(id) {
			item, _ := w.set.Item(id)
			return item
		}
	}
	w.t.Fatal("nothing is asked")
	return nil
}

// through answers everything up to the step with the id.
func (w *tour) through(step string) {
	w.t.Helper()
	for range 100 {
		if w.m.Session().Step().ID == step {
			return
		}
		w.solve(true)
		w.press("submit")
		w.press("next")
	}
	w.t.Fatalf("%s is never reached", step)
}

// walk goes all the way.
func (w *tour) walk() {
	w.t.Helper()
	w.stop("briefing")
	w.press("settings")
	w.stop("settings")
	w.press("dialog.close")
	w.m.Update(app.ShowNotice{Text: "Your game can’t be saved here."})
	w.stop("trouble")
	w.press("trouble.close")

	w.press("begin")
	w.stop("beat")
	w.press("verdict.denied")
	w.press("certainty.2")
	w.stop("beat-chosen")
	w.press("hint")
	w.stop("beat-hint")
	for _, open := range []string{"open."} {
		w.press(w.first(open))
	}
	w.stop("beat-reading")
	w.press("reading.done")
	w.stop("beat-tab-opened")
	w.press("submit")
	w.stop("beat-answered")
	w.press("next")
	w.stop("beat-second-question")
	w.solve(true)
	w.press("submit")
	w.stop("beat-all-answered")
	w.press("next")
	w.stop("beat-later")
	w.press("menu")
	w.stop("menu")
	w.press("menu.marking")
	w.stop("marking")
	w.press("dialog.close")
	w.press("menu")
	w.press("menu.restart")
	w.stop("restart")
	w.press("restart.no")
	w.press("legend")
	w.stop("legend")
	w.press("dialog.close")
	w.press("help")
	w.stop("help")
	w.press("help.words")
	w.stop("words")
	w.press("dialog.close")
	w.press("words.lateral")
	w.stop("words-lateral")
	w.press("dialog.close")
	w.m.Update(app.Conflict{Variant: app.Variant{Length: w.m.Session().Config().Length, Mode: w.m.Session().Config().Mode}})
	w.stop("elsewhere")
	w.press("dialog.close")

	w.m.Update(app.ViewChanged{View: app.Canvas})
	w.press("menu")
	w.press("menu.settings")
	w.stop("settings-with-views")
	w.press("dialog.close")
	w.m.Update(app.ViewChanged{View: app.PlainPage, Reason: app.ContextLost})
	w.stop("drawing-lost")
	w.press("trouble.close")
	w.m.Update(app.ViewChanged{View: app.PlainPage, Reason: app.CanvasUnsupported})
	w.stop("no-drawing")
	w.press("trouble.close")

	for _, room := range w.set.Case().Rooms {
		for _, p := range room.Puzzles {
			kind := string(p.Kind)
			if p.Axis == casefile.Known {
				kind += "-known"
			}
			if w.stops[kind] {
				continue
			}
			w.through(p.ID)
			w.stop(kind)
			if p.Kind == puzzle.KindOrder && p.Axis == casefile.Happened {
				cards := w.order()
				w.press("submit")
				w.stop("order-untouched")
				w.press("card." + cards[1])
				w.stop("order-lifted")
				w.press("card." + cards[3])
				w.stop("order-put")
				w.press("later." + cards[0])
				w.stop("order-moved")
			}
			if p.Kind == puzzle.KindTrace {
				w.press("card." + p.Source)
				w.stop(kind + "-lifted")
				w.press("card." + p.Source)
			}
			w.solve(false)
			w.stop(kind + "-chosen")
			w.press("submit")
			w.stop(kind + "-answered")
			if p.Kind == puzzle.KindTrace {
				w.press("read." + p.Source)
				w.stop(kind + "-reading")
				w.press("reading.done")
			}
			w.press("next")
		}
	}
	w.through(session.DebriefID)
	w.stop("debrief")
	w.press("save")
	w.stop("save")
	w.press("dialog.close")
	w.press("give")
	w.stop("give")
	w.press("dialog.close")
	w.press("review")
	w.stop("review")
	w.press(w.first("review."))
	w.stop("looking-back")
	w.elsewhere()
	attendClass(w.player, setOf(w.t), "en", w.stop)
}

// elsewhere leads to the shelf, and through what another case looks like: a desk of
// 1918, with its clocks.
func (w *tour) elsewhere() {
	w.t.Helper()
	w.press("menu")
	w.press("shelf.choose")
	w.stop("shelf")
	w.set = otherSets(w.t)[0]
	w.press("shelf." + w.set.Case().ID + ".open")
	w.m.Update(app.CaseOpened{Set: w.set, Options: app.Options{
		Words: screentest.In(w.t, "en"), Length: casefile.Full, Mode: session.Practice, Seed: 7, Shelf: shelfOfAll(w.t),
	}})
	w.stop("other-briefing")
	w.press("begin")
	for _, at := range []struct{ beat, stop string }{
		{"noon", "other-cable"}, {"night", "other-newspaper"}, {"friday-evening", "other-notice"}, {"archive", "other-letter"},
	} {
		w.through(at.beat)
		w.stop(at.stop)
	}
	w.solve(true)
	w.press("submit")
	w.stop("other-answered")

	w.set = formSet(w.t, casefile.FormA)
	w.m.Update(app.CaseOpened{Set: w.set, Options: app.Options{
		Words: screentest.In(w.t, "en"), Seed: 7, CanCopy: true, Test: app.Test{When: session.Before, Halves: true}, Shelf: shelfOfAll(w.t),
	}})
	w.stop("test-briefing")
	w.press("begin")
	w.stop("test-halves")
	w.press("halves.odd")
	for w.m.Session().Step().Kind != session.DebriefStep {
		w.solve(true)
		w.press("submit")
	}
	w.stop("test-handed-in")
}

// first is the first control whose id begins so and that can be pressed.
func (w *tour) first(prefix string) string {
	w.t.Helper()
	var found string
	var walk func(n *ui.Node)
	walk = func(n *ui.Node) {
		if found == "" && strings.HasPrefix(n.ID, prefix) && n.Pressable() {
			found = n.ID
		}
		for _, c := range n.Children {
			walk(c)
		}
	}
	walk(w.tree())
	if found == "" {
		w.t.Fatalf("nothing on the screen begins with %q", prefix)
	}
	return found
}
