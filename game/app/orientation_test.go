package app_test

import (
	"fmt"
	"reflect"
	"testing"

	"holdtheline/game/app"
	"holdtheline/game/screentest"
	"holdtheline/game/toolkit/ui"
)

// From its title one knows which screen a page is: no two steps have the same,
// and all name the case (WCAG 2.2, success criterion 2.4.2).
func TestEveryStepHasATitleOfItsOwn(t *testing.T) { onEveryScreen(t) }

func everyStepHasATitleOfItsOwn() screenCheck {
	of := map[string]string{} // the screen with a title, in each language
	return screenCheck{name: "TestEveryStepHasATitleOfItsOwn", look: func(f *faults, screen string, m *app.Model) {
		tree := m.View(broad)
		if tree.Name == "" {
			f.Errorf("%s has no title", screen)
		}
		key := screen[:2] + tree.Name
		if other, there := of[key]; there && other != tree.ID {
			f.Errorf("%s and %s are both called %q", other, tree.ID, tree.Name)
		}
		of[key] = tree.ID
	}}
}

// Headings make an outline: one first heading, also of a dialog, and below it no
// level left out (1.3.1, 2.4.6).
func TestHeadingsMakeAnOutline(t *testing.T) { onEveryScreen(t) }

func headingsMakeAnOutline() screenCheck {
	return screenCheck{name: "TestHeadingsMakeAnOutline", look: func(f *faults, screen string, m *app.Model) {
		for _, vp := range []ui.Viewport{narrow, broad} {
			tree := m.View(vp)
			var levels []int
			dialog := screentest.Find(tree, "dialog")
			var walk func(n *ui.Node)
			walk = func(n *ui.Node) {
				if n.Role == ui.Heading {
					levels = append(levels, n.Level)
					if len(lettersOf(nameOf(n))) == 0 {
						f.Errorf("%s: the heading %s says nothing", screen, n.ID)
					}
				}
				for _, c := range n.Children {
					if c != dialog {
						walk(c)
					}
				}
			}
			outline := func(what string) {
				first, last := 0, 0
				for _, level := range levels {
					if level == 1 {
						first++
					}
					if level > last+1 && last > 0 {
						f.Errorf("%s: in %s a heading of level %d follows one of level %d", screen, what, level, last)
					}
					last = level
				}
				if first != 1 {
					f.Errorf("%s: %s has %d first headings", screen, what, first)
				}
			}
			walk(tree)
			outline("the screen")
			if dialog != nil {
				levels = nil
				walk(dialog)
				outline("the dialog")
			}
		}
	}}
}

// On every step the same ways stand at the top, in the same order and under the
// same names, and the menu, which has all there is to look up, is one of them
// (3.2.3, 3.2.4, 3.2.6).
func TestTheMenuIsInTheSamePlaceOnEveryStep(t *testing.T) { onEveryScreen(t) }

func theMenuIsInTheSamePlaceOnEveryStep(vp ui.Viewport) screenCheck {
	first := map[string][]string{} // in each language
	return screenCheck{name: "TestTheMenuIsInTheSamePlaceOnEveryStep", look: func(f *faults, screen string, m *app.Model) {
		if m.Session() == nil {
			return // at the briefing there is nothing to look back to
		}
		tree := m.View(vp)
		header := screentest.Find(tree, "header")
		if header == nil {
			f.Errorf("%s has no header", screen)
			return
		}
		var ways []string
		menu := false
		for _, n := range controls(header) {
			menu = menu || n.ID == "menu" && n.Do == app.OpenMenu{} && !n.Disabled
			ways = append(ways, fmt.Sprintf("%s %q", n.ID, nameOf(n)))
		}
		if !menu {
			f.Errorf("%s has no menu at its top", screen)
		}
		lang := screen[:2]
		if first[lang] == nil {
			first[lang] = ways
		}
		if !reflect.DeepEqual(ways, first[lang]) {
			f.Errorf("at the top of %s are %q, elsewhere %q", screen, ways, first[lang])
		}
	}}
}
