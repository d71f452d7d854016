package app_test

import (
	"os"
	"strings"
	"testing"

	"holdtheline/assets/words"
	"holdtheline/game/app"
	"holdtheline/game/screentest"
	"holdtheline/game/toolkit/mirror"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// arabicCat is the small case of the tests in Arabic.
func arabicCat(t *testing.T) *puzzle.Set {
	t.Helper()
	data, err := os.ReadFile("../../quiz/casefile/testdata/lost-cat-ar.json")
	if err != nil {
		t.Fatal(err)
	}
	c, err := casefile.Load(data)
	if err != nil {
		t.Fatal(err)
	}
	return puzzle.New(c)
}

// What the canvas can't set is a plain page from the start, and says why in its own
// language. It can't be drawn until the language is another one.
func TestWhatTheCanvasCannotSetIsAPlainPage(t *testing.T) {
	m := app.New(setOf(t), app.Options{Words: screentest.In(t, "ar"), WordsUnset: true, View: app.Canvas})
	p := &player{t: t, m: m}
	if m.FirstView() != app.PlainPage {
		t.Error("an Arabic interface begins on the canvas")
	}
	if said := screentest.Find(p.tree(), "trouble.text").PlainText(); said != screentest.In(t, "ar").Say("view.script") || strings.Contains(said, "[") {
		t.Errorf("it says %q", said)
	}
	m.Update(app.ViewChanged{View: app.PlainPage})
	if effects := m.Update(app.SetView{View: app.Canvas}); len(effects) > 0 {
		t.Errorf("drawing it asks for %v", effects)
	}
	if effects := m.Update(app.SetLanguage{Lang: "en"}); !contains(effects, app.SwitchView{View: app.Canvas}) {
		t.Errorf("in English it asks for %v, want the canvas", effects)
	}
	if screentest.Find(p.tree(), "trouble.text") != nil {
		t.Error("in English it still says that it can't be drawn")
	}

	// A case is enough, in the middle of a visit too.
	m = app.New(setOf(t), app.Options{Words: screentest.In(t, "en")})
	m.Update(app.ViewChanged{View: app.Canvas})
	effects := m.Update(app.CaseOpened{Set: arabicCat(t), Options: app.Options{Words: screentest.In(t, "en"), CaseUnset: true}})
	if !contains(effects, app.SwitchView{View: app.PlainPage}) {
		t.Errorf("a case in Arabic asks for %v, want the plain page", effects)
	}
	m.Update(app.ViewChanged{View: app.PlainPage})
	effects = m.Update(app.CaseOpened{Set: setOf(t), Options: app.Options{Words: screentest.In(t, "en")}})
	if !contains(effects, app.SwitchView{View: app.Canvas}) {
		t.Errorf("the next case asks for %v, want the canvas again", effects)
	}

	// Whoever has chosen the plain page stays there, and hears of nothing.
	chosen := app.DefaultSettings()
	chosen.View = app.PlainPage
	m = app.New(setOf(t), app.Options{Words: screentest.In(t, "ar"), WordsUnset: true, Settings: chosen})
	m.Update(app.ViewChanged{View: app.PlainPage})
	if screentest.Find((&player{t: t, m: m}).tree(), "trouble.text") != nil {
		t.Error("whoever has chosen the plain page is told why it is one")
	}
	if effects := m.Update(app.SetLanguage{Lang: "en"}); contains(effects, app.SwitchView{View: app.Canvas}) {
		t.Error("whoever has chosen the plain page leaves it")
	}
}

func contains(effects []app.Effect, wanted app.Effect) bool {
	for _, e := range effects {
		if e == wanted {
			return true
		}
	}
	return false
}

// A language that isn't part of the program is asked for, and what comes of an earlier
// choice is left.
func TestWordsThatComeLater(t *testing.T) {
	m := newGame(t, app.Options{})
	p := &player{t: t, m: m}
	if m.Update(app.WordsCame{Lang: "de", Words: screentest.In(t, "de")}); m.Lang() != "en" {
		t.Error("a language that nobody asked for is spoken")
	}
	p.press("settings")
	p.press("language.de") // part of a program with all languages: at once
	if m.Lang() != "de" {
		t.Errorf("it speaks %s", m.Lang())
	}
}

// A whole game in Arabic: every word that is shown is Arabic or says which language it
// is in, and what has a direction is drawn mirrored.
func TestAGameInArabic(t *testing.T) {
	set := arabicCat(t)
	m := app.New(set, app.Options{Words: screentest.In(t, "ar"), Length: casefile.Full, Mode: session.Practice, Seed: 4})
	m.Update(app.ViewChanged{View: app.PlainPage})
	p := &player{t: t, m: m}
	screens := 0
	p.screens = func(screen string, tree *ui.Node) {
		screens++
		if !tree.RightToLeft {
			t.Errorf("%s runs from left to right", screen)
		}
		each(tree, func(n *ui.Node) {
			for _, s := range n.Text {
				if n.Lang+s.Lang == "" && strings.Contains(s.Text, "[") {
					t.Errorf("%s, %s: %q", screen, n.ID, s.Text)
				}
			}
		})
	}
	p.play(set, best)
	if screens < 12 {
		t.Errorf("only %d screens were shown", screens)
	}
	tree := p.tree()
	arabic := mirror.Page(screentest.Layouter().Lay(tree, sizes[0], nil))
	tree.RightToLeft = false
	straight := mirror.Page(screentest.Layouter().Lay(tree, sizes[0], nil))
	var mirrored, same int
	var compare func(a, b *mirror.Element)
	compare = func(a, b *mirror.Element) {
		if a.Drawing != nil {
			if a.Drawing.SVG() == b.Drawing.SVG() {
				same++
			} else {
				mirrored++
			}
		}
		for i := range a.Children {
			compare(a.Children[i], b.Children[i])
		}
	}
	compare(arabic, straight)
	if mirrored == 0 {
		t.Errorf("no drawing of the debrief is mirrored, %d are the same", same)
	}
}

// What a language lacks is English, and says so.
func TestLentTextsSayThatTheyAreEnglish(t *testing.T) {
	w, err := words.New("eo", map[string]string{"briefing.begin": "Komenci", "briefing.length": "Kiom da tempo?"})
	if err != nil {
		t.Fatal(err)
	}
	m := app.New(setOf(t), app.Options{Words: w})
	tree := (&player{t: t, m: m}).tree()
	if n := screentest.Find(tree, "begin"); n.Lang != "" || n.PlainText() != "Komenci" {
		t.Errorf("what is there is %q, in %q", n.PlainText(), n.Lang)
	}
	found := false
	each(tree, func(n *ui.Node) {
		for _, s := range n.Text {
			if s.Text == w.Say("briefing.how.1") {
				found = true
				if n.Lang+s.Lang != "en" {
					t.Errorf("what is missing is in %q", n.Lang+s.Lang)
				}
			}
		}
	})
	if !found {
		t.Error("what is missing isn't there in English")
	}
}
