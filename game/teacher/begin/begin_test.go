package begin_test

import (
	"strings"
	"testing"

	"holdtheline/assets"
	"holdtheline/assets/words"
	"holdtheline/game/screentest"
	"holdtheline/game/settings"
	"holdtheline/game/snapshot/contact"
	"holdtheline/game/teacher/begin"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/toolkit/ui"
)

func model(t *testing.T, lang string) *begin.Model {
	t.Helper()
	return begin.New(frame.Options{Words: screentest.In(t, lang), Settings: settings.Default(), Home: true, Statement: "https://example.org/a", Privacy: "https://example.org/p", Lessons: "https://example.org/"})
}

// Every choice has its texts and leads somewhere, and nothing is cut off at any size.
func TestEveryChoice(t *testing.T) {
	lay := screentest.Layouter()
	for _, lang := range words.Languages() {
		m := model(t, lang)
		for _, problem := range contact.Lint(lay, m.View) {
			t.Errorf("%s: %s", lang, problem)
		}
		tree := m.View(ui.Viewport{Width: 1366, Height: 768, Text: 1})
		lessons := 0
		for _, head := range assets.HeadsIn(lang) {
			link := screentest.Find(tree, "lesson."+head.ID)
			if (link != nil) != (head.Form == "") {
				t.Errorf("%s: %s has a lesson, and a test none", lang, head.ID)
			} else if link != nil {
				lessons++
				if link.Href != "https://example.org/"+assets.Lesson(head.ID, lang) || !strings.Contains(link.PlainText(), head.Title) {
					t.Errorf("%s: %q leads to %s", lang, link.PlainText(), link.Href)
				}
			}
		}
		if lessons < 2 {
			t.Errorf("%s: there are %d lessons", lang, lessons)
		}
		for _, c := range begin.Choices() {
			button := screentest.Find(tree, "begin."+string(c))
			if button == nil {
				t.Fatalf("%s: %s can't be chosen", lang, c)
			}
			for _, key := range []string{"teacher.begin." + string(c), "teacher.begin." + string(c) + ".what"} {
				if !m.Words.Has(key) {
					t.Errorf("%s: there is no text %s", lang, key)
				}
			}
			effects := m.Update(button.Do)
			if len(effects) != 1 || effects[0] != (begin.Choose{Choice: c}) {
				t.Errorf("%s: choosing %s does %v", lang, c, effects)
			}
		}
	}
}

// The settings that all rooms share change what is on the screen, and are kept.
func TestTheSettings(t *testing.T) {
	m := model(t, "en")
	m.Update(frame.OpenSettings{})
	tree := m.View(ui.Viewport{Width: 1366, Height: 768, Text: 1})
	effects := m.Update(screentest.Find(tree, "language.de").Do)
	if m.Lang() != "de" || len(effects) != 1 {
		t.Errorf("the language is %s, and %v is done", m.Lang(), effects)
	}
	if _, keeps := effects[0].(frame.SaveSettings); !keeps {
		t.Errorf("%v is done", effects)
	}
	if effects := m.Update(frame.SetText{Percent: 7}); len(effects) != 0 {
		t.Errorf("a text size that doesn't exist does %v", effects)
	}
	m.Update(frame.CloseSettings{})
	if screentest.Find(m.View(ui.Viewport{Width: 1366, Height: 768, Text: 1}), "dialog") != nil {
		t.Error("the settings stay open")
	}
	if effects := m.Update(frame.GoHome{}); len(effects) != 1 || effects[0] != (frame.Leave{}) {
		t.Errorf("going to the start does %v", effects)
	}
}
