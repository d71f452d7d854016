package app_test

import (
	"strings"
	"testing"
	"unicode"

	"holdtheline/game/app"
	"holdtheline/game/toolkit/ui"
)

// Whoever speaks to the device says what stands on a control: those words are
// part of its name, one after the other (WCAG 2.2, success criterion 2.5.3).
// Signs such as the stakes' plus and minus are spelt out in the name.
func TestWhatStandsOnAControlIsInItsName(t *testing.T) { onEveryScreen(t) }

func whatStandsOnAControlIsInItsName() screenCheck {
	checked := 0
	look := func(f *faults, screen string, m *app.Model) {
		for _, vp := range []ui.Viewport{narrow, broad} {
			for _, n := range controls(m.View(vp)) {
				label, name := lettersOf(painted(n)), lettersOf(nameOf(n))
				if len(label) == 0 {
					continue
				}
				checked++
				if !strings.Contains(" "+strings.Join(name, " ")+" ", " "+strings.Join(label, " ")+" ") {
					f.Errorf("%s: on %s stands %q, but it is called %q", screen, n.ID, label, name)
				}
			}
		}
	}
	return screenCheck{"TestWhatStandsOnAControlIsInItsName", look, func(t *testing.T) {
		if checked < 500 {
			t.Errorf("only %d controls have words on them", checked)
		}
	}}
}

// A control without words on it has a name all the same (4.1.2).
func TestEveryControlHasAName(t *testing.T) { onEveryScreen(t) }

func everyControlHasAName() screenCheck {
	return screenCheck{name: "TestEveryControlHasAName", look: func(f *faults, screen string, m *app.Model) {
		for _, vp := range []ui.Viewport{narrow, broad} {
			for _, n := range controls(m.View(vp)) {
				if len(lettersOf(nameOf(n))) == 0 && !strings.ContainsFunc(nameOf(n), unicode.IsDigit) {
					f.Errorf("%s: %s is called %q", screen, n.ID, nameOf(n))
				}
			}
		}
	}}
}

// painted is all that the eye reads on a node.
func painted(n *ui.Node) string {
	if n.VisuallyHidden {
		return ""
	}
	text := n.PlainText()
	for _, c := range n.Children {
		text += " " + painted(c)
	}
	return text
}

// nameOf is what the mirror calls a node.
func nameOf(n *ui.Node) string {
	if n.Name != "" {
		return n.Name
	}
	text := n.PlainText()
	for _, c := range n.Children {
		if !c.Decorative {
			text += " " + nameOf(c)
		}
	}
	return text
}

// lettersOf splits a text into its words, without signs and numbers.
func lettersOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
}
