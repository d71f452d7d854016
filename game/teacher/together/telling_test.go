package together_test

import (
	"strings"
	"testing"

	"holdtheline/game/screentest"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/teacher/together"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/hands"
	"holdtheline/quiz/puzzle"
)

// claimIn is the claim of the slide, as it is told in a language.
func (w *teacher) claimIn(lang string) string {
	w.T.Helper()
	item, _ := screentest.Told(w.T, screentest.SetOf(w.T, "the-call"), lang).Item(w.m.Class().Slide().Item)
	return item.(*puzzle.Verdict).Claim.Text
}

// A story is told in the page's language where it has been translated into it, and goes
// on in another with all that was counted.
func TestTheStoryIsToldInThePagesLanguage(t *testing.T) {
	w := newTeacher(t, "de", together.Options{Case: "the-call", Length: casefile.Quick})
	w.to(hands.Vote)
	german, english := w.claimIn("de"), w.claimIn("en")
	if german == english {
		t.Fatal("the story isn't translated")
	}
	contains(t, w.Text("heading"), german)
	w.count(3, 2, 0, 4)
	slide := w.m.Class().Slide().ID

	w.send(frame.SetLanguage{Lang: "en"})
	contains(t, w.Text("heading"), english)
	if got := w.m.Class().Slide().ID; got != slide {
		t.Errorf("in English the class is at %q, not at %q", got, slide)
	}
	if got := w.m.Class().Count(w.m.Class().Slide().Item, hands.First).Sum(); got != 9 {
		t.Errorf("in English %d hands are left of 9", got)
	}
	w.Press("raise.real")
	w.send(frame.SetLanguage{Lang: "de"})
	contains(t, w.Text("heading"), german)
	if got := w.m.Class().Count(w.m.Class().Slide().Item, hands.First).Sum(); got != 10 {
		t.Errorf("back in German %d hands are left of 10", got)
	}
}

// A story that can't be had in the language goes on as it is, and the page says why.
func TestAStoryThatCannotBeToldInALanguage(t *testing.T) {
	w := newTeacher(t, "en", together.Options{Case: "the-call", Length: casefile.Quick})
	w.to(hands.Vote)
	w.count(1, 2, 0, 0)
	w.down = "the network is down"
	w.send(frame.SetLanguage{Lang: "de"})
	contains(t, w.Text("trouble.text"), "Deutsch", w.down)
	contains(t, w.Text("heading"), w.claimIn("en"))
	if got := w.m.Class().Count(w.m.Class().Slide().Item, hands.First).Sum(); got != 3 {
		t.Errorf("%d hands are left of 3", got)
	}
	// What comes too late changes nothing: another language is spoken now.
	w.down = ""
	w.send(frame.CaseCame{ID: "the-call", Lang: "es", Set: screentest.Told(t, screentest.SetOf(t, "the-call"), "es")})
	contains(t, w.Text("heading"), w.claimIn("en"))
}

// A translation that can't be had when a class begins leaves the story in its own
// language, and the page asks for it once.
func TestATranslationThatIsMissingAtTheBeginning(t *testing.T) {
	w := newTeacher(t, "de", together.Options{})
	own := hands.Start(screentest.SetOf(t, "the-call"), hands.Config{Length: casefile.Quick, Seed: 7})
	w.send(together.Opened{Lang: "de", Class: own, Untranslated: "the network is down"})
	contains(t, w.Text("trouble.text"), "Deutsch", "the network is down")
	w.to(hands.Vote)
	contains(t, w.Text("heading"), w.claimIn("en"))
}

// A class that was opened while the language changed is told in the new one.
func TestALanguageThatIsChosenWhileTheStoryComes(t *testing.T) {
	w := newTeacher(t, "de", together.Options{})
	set := screentest.SetOf(t, "the-call")
	w.send(together.Opened{Lang: "en", Class: hands.Start(set, hands.Config{Length: casefile.Quick, Seed: 7})})
	w.to(hands.Vote)
	contains(t, w.Text("heading"), w.claimIn("de"))
	if strings.Contains(w.Text("heading"), w.claimIn("en")) {
		t.Error("the story goes on in the language of before")
	}
}
