package desk_test

import (
	"fmt"
	"strings"
	"testing"

	"holdtheline/game/screentest"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/puzzle"
)

// What was missed is named in the page's language where the story has been translated
// into it, and in another once that is chosen.
func TestResultsSpeakThePagesLanguage(t *testing.T) {
	w := newTeacher(t, "de")
	for i := range 3 {
		w.drop("before", ui.File{Name: fmt.Sprint(i, ".jsonl"), Data: game(t, "the-call", pupil{2, 9}, uint64(i+1)).Encode()})
	}
	w.Press("compare")
	titles := func(lang string) (all []string) {
		for _, item := range screentest.Told(t, screentest.SetOf(t, "the-call"), lang).Items() {
			if v, ok := item.(*puzzle.Verdict); ok {
				all = append(all, v.Title())
			}
		}
		return all
	}
	said := func(titles []string) (n int) {
		text := w.Text("missed")
		for _, title := range titles {
			if strings.Contains(text, title) {
				n++
			}
		}
		return n
	}
	german, english := titles("de"), titles("en")
	if said(german) == 0 || said(english) > 0 {
		t.Errorf("in German the page says %q", w.Text("missed"))
	}
	w.send(frame.SetLanguage{Lang: "en"})
	if said(english) == 0 || said(german) > 0 {
		t.Errorf("in English the page says %q", w.Text("missed"))
	}
	w.absent = true
	w.send(frame.SetLanguage{Lang: "de"})
	if said(english) == 0 || !strings.Contains(w.Text("trouble.text"), "the network is down") {
		t.Errorf("without the translation the page says %q and %q", w.Text("missed"), w.Text("trouble.text"))
	}
}
