package live_test

import (
	"strings"
	"testing"

	"holdtheline/game/screentest"
	"holdtheline/game/teacher/frame"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// A class is led in the page's language where its story has been translated into it, and
// the page goes on in another.
func TestTheStoryIsToldInThePagesLanguage(t *testing.T) {
	claim := func(lang string) string {
		set := screentest.Told(t, screentest.SetOf(t, "the-call"), lang)
		item, _ := set.Item(session.Plan(set, casefile.Lesson)[1].Items[0])
		return item.(*puzzle.Verdict).Claim.Text
	}
	s := opened(t, "de", "together")
	s.hear(map[string]any{"seats": s.seats(9, 0, "")})
	s.Press("begin")
	s.lead("go.next")
	says := func(text string) {
		t.Helper()
		if got := s.Text("body"); !strings.Contains(got, text) {
			t.Errorf("there is no %q in\n%s", text, got)
		}
	}
	says(claim("de"))
	s.send(frame.SetLanguage{Lang: "en"})
	says(claim("en"))
	s.absent = true
	s.send(frame.SetLanguage{Lang: "de"})
	says(claim("en"))
	if got := s.Text("trouble.text"); !strings.Contains(got, "Deutsch") || !strings.Contains(got, "the network is down") {
		t.Errorf("why the story goes on in English isn't said: %q", got)
	}
	// What comes too late changes nothing.
	s.send(frame.CaseCame{ID: "the-call", Lang: "es", Set: screentest.Told(t, screentest.SetOf(t, "the-call"), "es")})
	says(claim("en"))
	s.send(frame.CaseCame{ID: "the-call", Lang: "de", Set: screentest.Told(t, screentest.SetOf(t, "the-call"), "de")})
	says(claim("de"))
}

// The stories to choose from have their titles in the page's language.
func TestTheTitlesOfStories(t *testing.T) {
	w := newTeacher(t, "de", "", nil)
	(&stage{teacher: w}).reply(200, `{"status":"ready"}`)
	if got, want := w.Text("case.the-call"), screentest.Told(t, screentest.SetOf(t, "the-call"), "de").Case().Title; !strings.Contains(got, want) {
		t.Errorf("the story is called %q, not %q", got, want)
	}
}
