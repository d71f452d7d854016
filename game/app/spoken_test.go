package app_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"holdtheline/game/app"
	"holdtheline/game/mirror"
	"holdtheline/game/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// spoken is where it is written what a screen reader meets on each kind of
// screen, in each of its states: one file each.
const spoken = "testdata/spoken"

// A listener writes down what is heard of one game.
type listener struct {
	*player
	guide   mirror.Guide
	focused string
	heard   map[string]string
}

// listen writes what is heard now: the page's title, where the focus goes, what
// is announced, and the tree. The same must be heard of the plain page.
func (l *listener) listen(name string) {
	l.t.Helper()
	tree := l.tree()
	focus := l.m.TakeFocus()
	layout := layouter().Lay(tree, ui.Viewport{Width: 1366, Height: 768, Text: 1}, nil)
	elements := mirror.From(layout)
	to, announced := l.guide.Next(layout, elements, mirror.Options{Screen: tree.ID, Title: tree.Name, Focus: focus}, l.focused)
	if to != "" {
		l.focused = to
	}
	text := fmt.Sprintf("title %q\n", tree.Name)
	if to != "" {
		text += fmt.Sprintf("focus %s\n", to)
	}
	if announced != "" {
		text += fmt.Sprintf("status %q\n", announced)
	}
	dump := mirror.Dump(elements)
	if l.heard[name] != "" {
		l.t.Errorf("%s is written down twice", name)
	}
	l.heard[name] = text + "\n" + dump

	draw := func(ui.Figure, float64, float64, ui.State, bool) string { return "<svg/>" }
	page := mirror.Page(layout, draw)
	if plain := mirror.Dump(page); plain != dump {
		l.t.Errorf("of the plain page of %s something else is heard:\n%s\nthan over the canvas:\n%s", name, plain, dump)
	}
	l.reach(name, layout, elements)
	l.reach(name+" as a plain page", layout, page)
}

// reach checks that what can be pressed and what can be reached are the same,
// and that the focus goes where there is something.
func (l *listener) reach(name string, layout *ui.Layout, root *mirror.Element) {
	l.t.Helper()
	reached := map[string]bool{}
	keys := map[string]bool{}
	var walk func(e *mirror.Element, inert bool)
	walk = func(e *mirror.Element, inert bool) {
		if keys[e.Key] {
			l.t.Errorf("%s: two elements have the key %s", name, e.Key)
		}
		keys[e.Key] = true
		_, here := e.Attributes["inert"]
		inert = inert || here
		switch e.Tag {
		case "button", "a", "input":
			_, disabled := e.Attributes["disabled"]
			if !inert && !disabled && e.Attributes["aria-disabled"] != "true" {
				reached[e.Node()] = true
			}
		}
		for _, child := range e.Children {
			walk(child, inert)
		}
	}
	walk(root, false)
	top := layout.Root
	if d := layout.Dialog(); d != nil {
		top = d
	}
	var press func(p *ui.Placed)
	press = func(p *ui.Placed) {
		if p.Node.Pressable() && !p.Node.Silent {
			if !reached[p.Node.ID] {
				l.t.Errorf("%s: %s can be pressed and not reached", name, p.Node.ID)
			}
			delete(reached, p.Node.ID)
		}
		for _, c := range p.Children {
			press(c)
		}
	}
	press(top)
	for id := range reached {
		l.t.Errorf("%s: %s can be reached and not pressed", name, id)
	}
	if l.focused != "" && root.Find(l.focused) == nil {
		l.t.Errorf("%s: the focus is on %s, which isn't there", name, l.focused)
	}
}

// write moves the player's focus to a control and presses it.
func (l *listener) press(id string) {
	l.t.Helper()
	l.focused = id
	l.player.press(id)
}

// solve fills in the right answer, or a wrong one.
func (l *listener) solve(right bool) {
	l.t.Helper()
	item := l.item()
	raw := item.Best()
	if !right {
		raw = wrong(item)
	}
	l.answer(item, raw)
}

// item is the question that is asked.
func (l *listener) item() puzzle.Item {
	l.t.Helper()
	s := l.m.Session()
	for _, id := range s.Step().Items {
		if !s.Answered(id) {
			item, _ := setOf(l.t).Item(id)
			return item
		}
	}
	l.t.Fatal("nothing is asked")
	return nil
}

// through answers everything up to the step with the id.
func (l *listener) through(step string) {
	l.t.Helper()
	for range 100 {
		if l.m.Session().Step().ID == step {
			return
		}
		l.solve(true)
		l.press("submit")
		l.press("next")
	}
	l.t.Fatalf("%s is never reached", step)
}

// TestSpoken compares what a screen reader meets on every kind of screen with
// what is written down. To write it down anew:
//
//	go test ./game/app -run Spoken -update
func TestSpoken(t *testing.T) {
	options := app.Options{Length: casefile.Full, Mode: session.Practice, Seed: 7, CanPlay: true, Worksheet: "https://example.org/worksheet-the-call.html"}
	l := &listener{player: &player{t: t, m: newGame(t, options)}, heard: map[string]string{}}

	l.listen("briefing")
	l.press("settings")
	l.listen("settings")
	l.press("dialog.close")
	l.m.Update(app.Trouble{Text: "Your game can’t be saved here."})
	l.listen("trouble")
	l.press("trouble.close")

	l.press("begin")
	l.listen("beat")
	l.press("verdict.denied")
	l.press("certainty.2")
	l.listen("beat-chosen")
	l.press("hint")
	l.listen("beat-hint")
	for _, open := range []string{"open."} {
		l.press(l.first(open))
	}
	l.listen("beat-reading")
	l.press("reading.done")
	l.listen("beat-tab-opened")
	l.press("submit")
	l.listen("beat-answered")
	l.press("next")
	l.listen("beat-second-question")
	l.solve(true)
	l.press("submit")
	l.listen("beat-all-answered")
	l.press("next")
	l.listen("beat-later")
	l.press("menu")
	l.listen("menu")
	l.press("menu.marking")
	l.listen("marking")
	l.press("dialog.close")
	l.press("menu")
	l.press("menu.restart")
	l.listen("restart")
	l.press("restart.no")
	l.press("help")
	l.listen("help")
	l.press("help.words")
	l.listen("words")
	l.press("dialog.close")
	l.press("words.lateral")
	l.listen("words-lateral")
	l.press("dialog.close")
	l.m.Update(app.Elsewhere{Way: app.Way{Length: l.m.Session().Config().Length, Mode: l.m.Session().Config().Mode}})
	l.listen("elsewhere")
	l.press("dialog.close")

	l.m.Update(app.Shown{View: app.Drawn})
	l.press("menu")
	l.press("menu.settings")
	l.listen("settings-with-views")
	l.press("dialog.close")
	l.m.Update(app.Shown{View: app.PlainPage, Why: app.Lost})
	l.listen("drawing-lost")
	l.press("trouble.close")
	l.m.Update(app.Shown{View: app.PlainPage, Why: app.NoDrawing})
	l.listen("no-drawing")
	l.press("trouble.close")

	for _, room := range setOf(t).Case().Rooms {
		for _, p := range room.Puzzles {
			kind := string(p.Kind)
			if p.Axis == casefile.Known {
				kind += "-known"
			}
			if l.heard[kind] != "" {
				continue
			}
			l.through(p.ID)
			l.listen(kind)
			if p.Kind == casefile.OrderPuzzle && p.Axis == casefile.Happened {
				cards := l.order()
				l.press("submit")
				l.listen("order-untouched")
				l.press("card." + cards[1])
				l.listen("order-lifted")
				l.press("card." + cards[3])
				l.listen("order-put")
				l.press("later." + cards[0])
				l.listen("order-moved")
			}
			l.solve(false)
			l.listen(kind + "-chosen")
			l.press("submit")
			l.listen(kind + "-answered")
			l.press("next")
		}
	}
	l.through(session.DebriefID)
	l.listen("debrief")
	l.press("save")
	l.listen("save")
	l.press("dialog.close")
	l.press("review")
	l.listen("review")
	l.press(l.first("review."))
	l.listen("looking-back")

	if *update {
		if err := os.RemoveAll(spoken); err != nil {
			t.Fatal(err)
		}
		if err := os.MkdirAll(spoken, 0o755); err != nil {
			t.Fatal(err)
		}
		for name, text := range l.heard {
			if err := os.WriteFile(filepath.Join(spoken, name+".txt"), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	files, err := os.ReadDir(spoken)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if name := strings.TrimSuffix(f.Name(), ".txt"); l.heard[name] == "" {
			t.Errorf("%s is of a screen that isn't there any more", f.Name())
		}
	}
	for name, got := range l.heard {
		want, err := os.ReadFile(filepath.Join(spoken, name+".txt"))
		if err != nil {
			t.Error(err)
		} else if got != string(want) {
			t.Errorf("%s sounds different; if that is meant, run go test ./game/app -run Spoken -update and read the difference\n%s", name, got)
		}
	}
}

// first is the first control whose id begins so and that can be pressed.
func (l *listener) first(prefix string) string {
	l.t.Helper()
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
	walk(l.tree())
	if found == "" {
		l.t.Fatalf("nothing on the screen begins with %q", prefix)
	}
	return found
}
