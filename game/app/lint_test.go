package app_test

import (
	"fmt"
	"testing"

	"holdtheline/assets/words"
	"holdtheline/game/app"
	"holdtheline/game/screentest"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/session"
)

// Nothing is cut off, overlaps, lies outside or is too small to press, on any
// screen, at any size that a school has, with text up to twice as large, in any
// language.
func TestNothingIsCutOffOnAnyScreen(t *testing.T) {
	lay := screentest.Layouter()
	for _, lang := range words.Languages() {
		seen := map[string]bool{}
		for name, choose := range map[string]answers{"right": best, "wrong": wrong} {
			var m *app.Model
			check := func(screen string, tree *ui.Node) {
				dialog := ""
				if d := screentest.Find(tree, "dialog"); d != nil {
					dialog = d.Name
				}
				state := fmt.Sprint(name, screen, screentest.Find(tree, "outcome") != nil, dialog, m.Session() != nil)
				if seen[state] {
					return
				}
				seen[state] = true
				for _, vp := range sizes {
					layout := lay.Lay(m.View(vp), vp, nil)
					for _, problem := range append(ui.Lint(layout), tooLong(layout.Root)...) {
						t.Errorf("%s %s (%s) at %v × %v, text %v: %s", lang, screen, name, vp.Width, vp.Height, vp.Text, problem)
					}
				}
			}
			m = app.New(screentest.Told(t, setOf(t), lang), app.Options{Words: screentest.In(t, lang), Length: casefile.Full, Mode: session.Practice, Seed: 4, CanPlay: true, Worksheet: "worksheet.html", Statement: "statement.html"})
			p := &player{t: t, m: m, screens: check, alone: true}
			check("screen.briefing", m.View(sizes[0]))
			for _, id := range []string{"settings", "dialog.close", "help", "dialog.close", "words", "dialog.close"} {
				p.press(id)
			}
			p.play(screentest.Told(t, setOf(t), lang), choose)
			for _, id := range []string{"menu", "menu.settings", "dialog.close", "menu", "menu.marking", "dialog.close", "save", "dialog.close", "review"} {
				p.press(id)
			}
			m = app.New(screentest.Told(t, setOf(t), lang), app.Options{
				Words: screentest.In(t, lang), Length: casefile.Full, CanPlay: true,
				Saved: map[app.Variant]*session.Session{{Length: casefile.Full, Mode: session.Practice}: m.Session()},
			})
			check("screen.briefing, with a saved game", m.View(sizes[0]))
			m.Update(app.Next{})
			m.Update(app.Conflict{Variant: app.Variant{Length: casefile.Full, Mode: session.Practice}})
			check("screen, with another tab", m.View(sizes[0]))
		}
	}
}

// The same of the cases beside the program, of which the interface's language tells
// nothing new.
func TestNothingIsCutOffInAnyOtherCase(t *testing.T) {
	lay := screentest.Layouter()
	for _, set := range otherSets(t) {
		for name, choose := range map[string]answers{"right": best, "wrong": wrong} {
			m := app.New(set, app.Options{Words: screentest.In(t, words.Default), Length: casefile.Full, Mode: session.Practice, Seed: 4, Shelf: shelfOfAll(t)})
			seen := map[string]bool{}
			p := &player{t: t, m: m, alone: true, screens: func(screen string, tree *ui.Node) {
				state := fmt.Sprint(screen, screentest.Find(tree, "outcome") != nil, screentest.Find(tree, "dialog") != nil)
				if seen[state] {
					return
				}
				seen[state] = true
				for _, vp := range sizes {
					layout := lay.Lay(m.View(vp), vp, nil)
					for _, problem := range append(ui.Lint(layout), tooLong(layout.Root)...) {
						t.Errorf("%s %s (%s) at %v × %v, text %v: %s", set.Case().ID, screen, name, vp.Width, vp.Height, vp.Text, problem)
					}
				}
			}}
			p.screens("screen.briefing", p.tree())
			p.press("shelf.choose")
			p.press("dialog.close")
			p.play(set, choose)
			p.press("review")
		}
	}
}

// longest is how many characters a line of running text may have: 70 where
// letters are of usual width, and so a few more where many are narrow.
const longest = 77

// tooLong lists the lines of running text that are hard to follow to their end.
func tooLong(p *ui.Box) []string {
	var out []string
	if r := p.Node.Role; r == ui.Paragraph || r == ui.ListItem {
		for _, line := range p.Lines {
			n := 0
			for _, run := range line.Runs {
				n += len([]rune(run.Text))
			}
			if n > longest {
				out = append(out, fmt.Sprintf("%s has a line of %d characters", p.Node.ID, n))
			}
		}
	}
	for _, c := range p.Children {
		out = append(out, tooLong(c)...)
	}
	return out
}
