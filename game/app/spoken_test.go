package app_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"holdtheline/game/screentest"
	"holdtheline/game/toolkit/mirror"
	"holdtheline/game/toolkit/ui"
)

// spoken is where it is written what a screen reader meets on each kind of
// screen, in each of its states: one file each.
const spoken = "testdata/spoken"

// A listener writes down what is heard of one game.
type listener struct {
	*tour
	speaker mirror.Announcer
	layout  *ui.Layout // the last
	at      ui.Focus
	heard   map[string]string
}

// listen writes what is heard now: the page's title, where the focus goes, what
// is announced, and the tree. The same must be heard of the plain page.
func (l *listener) listen(name string) {
	l.t.Helper()
	tree := l.tree()
	layout := screentest.Layouter().Lay(tree, ui.Viewport{Width: 1366, Height: 768, Text: 1}, nil)
	elements := mirror.From(layout)
	was, wish := l.at.ID, l.focus
	l.focus = ""
	l.at = ui.NextFocus(l.layout, layout, l.at, wish)
	l.layout = layout
	to := ""
	if l.at.ID != was || wish != "" {
		to = l.at.ID
	}
	announced := l.speaker.Next(layout, elements.Find(to))
	text := fmt.Sprintf("title %q\n", tree.Name)
	if to != "" {
		text += fmt.Sprintf("focus %s\n", to)
	}
	if announced != "" {
		text += fmt.Sprintf("status %q\n", announced)
	}
	dump := mirror.Dump(elements)
	l.heard[name] = text + "\n" + dump

	page := mirror.Page(layout)
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
	var press func(p *ui.Box)
	press = func(p *ui.Box) {
		if p.Node.Pressable() && !p.Node.Decorative {
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
	if l.at.ID != "" && root.Find(l.at.ID) == nil {
		l.t.Errorf("%s: the focus is on %s, which isn't there", name, l.at.ID)
	}
}

// removeOthers removes the recordings of screens that aren't there any more.
func removeOthers(t *testing.T, folder, ext string, there func(name string) bool) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*"+ext))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if !there(strings.TrimSuffix(filepath.Base(file), ext)) {
			if err := os.Remove(file); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestSpoken compares what a screen reader meets on every kind of screen with
// what is written down. To write it down anew:
//
//	go test ./game/app -run Spoken -update
func TestSpoken(t *testing.T) {
	l := &listener{tour: newTour(t), heard: map[string]string{}}
	l.visit, l.touch = l.listen, func(id string) { l.at.ID = id }
	l.walk()

	if *update {
		for name, text := range l.heard {
			writeFile(t, filepath.Join(spoken, name+".txt"), []byte(text))
		}
		removeOthers(t, spoken, ".txt", func(name string) bool { return l.heard[name] != "" })
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
			t.Errorf("%v: run go test ./game/app -run Spoken -update, and read the file", err)
		} else if got != string(want) {
			t.Errorf("%s sounds different; if that is meant, run go test ./game/app -run Spoken -update and read the difference\n%s", name, lineDiff(got, string(want)))
		}
	}
}
