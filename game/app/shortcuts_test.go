package app_test

import (
	"strings"
	"testing"

	"holdtheline/assets/words"
	"holdtheline/game/app"
	"holdtheline/game/screentest"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/session"
)

// each calls a function with every node of a tree.
func each(n *ui.Node, do func(*ui.Node)) {
	do(n)
	for _, c := range n.Children {
		each(c, do)
	}
}

// In every language and on every screen a key presses one thing, and the help
// lists it.
func TestShortcutsAreUniqueAndDocumented(t *testing.T) {
	for _, lang := range words.Languages() {
		m := newGame(t, app.Options{Words: screentest.In(t, lang), Length: casefile.Full, Mode: session.Practice, Seed: 4})
		p := &player{t: t, m: m}
		p.press("help")
		documented := map[string]bool{}
		each(screentest.Find(p.tree(), "help.single"), func(n *ui.Node) {
			if strings.HasSuffix(n.ID, ".key") {
				if documented[n.PlainText()] {
					t.Errorf("%s: the help lists %q twice", lang, n.PlainText())
				}
				documented[n.PlainText()] = true
			}
		})
		p.press("dialog.close")
		used := map[string]bool{}
		p.screens = func(screen string, tree *ui.Node) {
			scope := tree
			if d := screentest.Find(tree, "dialog"); d != nil {
				scope = d
			}
			here := map[string]string{}
			each(scope, func(n *ui.Node) {
				if n.Shortcut == "" {
					return
				}
				if other, taken := here[n.Shortcut]; taken {
					t.Errorf("%s, %s: %q presses both %s and %s", lang, screen, n.Shortcut, other, n.ID)
				}
				here[n.Shortcut], used[n.Shortcut] = n.ID, true
				if !documented[n.Shortcut] {
					t.Errorf("%s, %s: the help doesn't list %q of %s", lang, screen, n.Shortcut, n.ID)
				}
			})
		}
		p.play(setOf(t), wrong)
		p.press("menu")
		for key := range documented {
			if !used[key] {
				t.Errorf("%s: the help lists %q, which presses nothing in a whole game", lang, key)
			}
		}
	}
}

func TestShortcutsCanBeSwitchedOff(t *testing.T) {
	m := newGame(t, app.Options{Length: casefile.Full, Seed: 4})
	p := &player{t: t, m: m}
	p.press("begin")
	count := func() (n int) {
		each(p.tree(), func(node *ui.Node) {
			if node.Shortcut != "" {
				n++
			}
		})
		return n
	}
	if count() < 10 {
		t.Fatalf("at first there are %d shortcuts on the desk", count())
	}
	p.press("help")
	p.press("help.single.switch")
	p.press("dialog.close")
	if n := count(); n > 0 || m.Settings().Keys {
		t.Errorf("switched off in the help, %d shortcuts are left", n)
	}
	for _, id := range []string{"menu", "menu.settings", "keys.on", "dialog.close"} {
		p.press(id)
	}
	if count() == 0 {
		t.Error("switched on again in the settings, there are none")
	}
}

// Whoever asks for a word begins to read at it.
func TestAWordIsExplainedAtOnce(t *testing.T) {
	m := newGame(t, app.Options{Length: casefile.Full, Seed: 4})
	p := &player{t: t, m: m}
	p.press("begin")
	for _, test := range []struct{ press, focus string }{
		{"words", "word.claim"},
		{"words.lateral", "word.lateral"},
	} {
		p.press(test.press)
		at := p.focus
		n := screentest.Find(p.tree(), at)
		if at != test.focus || n == nil || n.Role != ui.Heading {
			t.Errorf("%s moves the focus to %q, want the heading %q", test.press, at, test.focus)
		}
		p.press("dialog.close")
	}
	p.press("menu")
	p.press("menu.words")
	if at := p.focus; at != "dialog.heading" {
		t.Errorf("from the menu the focus moves to %q, want the heading", at)
	}
}
