package app_test

import (
	"strings"
	"testing"

	"holdtheline/game/app"
	"holdtheline/game/screentest"
	"holdtheline/game/toolkit/mirror"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
)

func TestTheLanguageChangesAtOnceAndIsKept(t *testing.T) {
	m := newGame(t, app.Options{Spoken: []string{"de-AT", "en"}})
	p := &player{t: t, m: m}
	p.press("settings")
	p.press("language.de")
	if m.Lang() != "de" || screentest.Find(p.tree(), "dialog").Name != "Einstellungen" {
		t.Errorf("the interface speaks %s, the dialog is called %q", m.Lang(), screentest.Find(p.tree(), "dialog").Name)
	}
	last, ok := p.effects[len(p.effects)-1].(app.SaveSettings)
	if !ok || app.ReadSettings(last.Data).Lang != "de" {
		t.Error("the choice is not kept")
	}
	p.press("language.en")
	if m.Lang() != "en" {
		t.Errorf("then it speaks %s, want en", m.Lang())
	}
	p.press("language.auto")
	if m.Lang() != "de" {
		t.Errorf("on a device that prefers de-AT it speaks %s, want de", m.Lang())
	}
	if got := app.ReadSettings([]byte(`{"lang":"tlh"}`)).Lang; got != "" {
		t.Errorf("a language that isn't there counts as %q, want never chosen", got)
	}
}

// The case is in English. Wherever its words stand on a German screen, the
// mirror says so, down to the part of a sentence.
func TestTheCasesWordsCarryTheirLanguage(t *testing.T) {
	m := newGame(t, app.Options{Words: screentest.In(t, "de"), Length: casefile.Full, Seed: 4})
	p := &player{t: t, m: m}
	c := setOf(t).Case()

	summary := screentest.Find(p.tree(), "summary")
	if summary.Lang != c.Language {
		t.Errorf("the summary's language is %q, want %q", summary.Lang, c.Language)
	}
	if how := screentest.Find(p.tree(), "how.1"); how.Lang != "" {
		t.Errorf("the interface's own words are marked as %q", how.Lang)
	}
	e := mirror.From(screentest.Layouter().Lay(p.tree(), sizes[0], nil))
	if got := e.Find("summary").Attributes["lang"]; got != c.Language {
		t.Errorf("the element's lang is %q, want %q", got, c.Language)
	}

	p.press("begin")
	var there, marked []string
	for _, span := range screentest.Find(p.tree(), "eyebrow").Text {
		there = append(there, span.Text)
		if span.Lang == c.Language {
			marked = append(marked, span.Text)
		}
	}
	if text := strings.Join(there, ""); text != "The Desk · 1 von 11" {
		t.Errorf("the line over the heading is %q", text)
	}
	if text := strings.Join(marked, "|"); text != "The Desk" {
		t.Errorf("marked in it is %q, want the room's name alone", text)
	}
	if claim := screentest.Find(p.tree(), "question"); claim.Lang != c.Language {
		t.Errorf("the claim's language is %q", claim.Lang)
	}
}

// Marking changes no text, and in the case's own language there is nothing to
// mark.
func TestMarkingLanguagesChangesNoText(t *testing.T) {
	texts := func(lang string, count *int) map[string]string {
		m := newGame(t, app.Options{Words: screentest.In(t, lang), Length: casefile.Full, Seed: 4})
		out := map[string]string{}
		p := &player{t: t, m: m}
		p.screens = func(screen string, tree *ui.Node) {
			var walk func(*ui.Node)
			walk = func(n *ui.Node) {
				text := ""
				for _, span := range n.Text {
					text += span.Text
					if span.Lang != "" {
						*count++
					}
				}
				if n.Lang != "" {
					*count++
					out[screen+n.ID] = text
				}
				for _, c := range n.Children {
					walk(c)
				}
			}
			walk(tree)
		}
		p.play(setOf(t), best)
		return out
	}
	var german, english int
	whole := texts("de", &german)
	texts("en", &english)
	if english != 0 {
		t.Errorf("%d passages are marked where the interface and the case speak the same language", english)
	}
	if german < 500 {
		t.Errorf("only %d passages are marked in a whole game", german)
	}
	for at, text := range whole {
		if strings.Contains(text, "ä") || strings.Contains(text, "ü") {
			t.Errorf("%s is marked as English: %q", at, text)
		}
	}
}
