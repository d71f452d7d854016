package together_test

import (
	"slices"
	"strings"
	"testing"

	"holdtheline/game/settings"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/teacher/together"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/hands"
)

// A language is spoken once it was chosen. What comes of an earlier choice is left.
func TestWordsThatComeLater(t *testing.T) {
	w := newTeacher(t, "en", together.Options{Case: "the-call"})
	if w.send(frame.WordsCame{Lang: "es", Words: in(t, "es")}); w.m.Lang() != "en" {
		t.Error("a language that nobody asked for is spoken")
	}
	w.press("settings")
	w.press("language.es") // part of a program with all languages: at once
	if w.m.Lang() != "es" || w.m.Catalogue().Lang() != "es" {
		t.Errorf("it speaks %s", w.m.Lang())
	}
	if n := find(w.tree(), "next"); said(n) != in(t, "es").Say("together.next.scene") {
		t.Errorf("the way on says %q", said(n))
	}
}

// In a language that the canvas can't set it is a plain page, which runs the way that
// the language does, and says why.
func TestALanguageThatTheCanvasCantSet(t *testing.T) {
	w := newTeacher(t, "ar", together.Options{Options: frame.Options{Unset: true, View: settings.Canvas}})
	if got := w.m.FirstView(); got != settings.PlainPage {
		t.Errorf("the first view is %q", got)
	}
	if !w.tree().RightToLeft {
		t.Error("it runs from left to right")
	}
	contains(t, w.text("trouble.text"), in(t, "ar").Say("view.script"))
}

// A whole Lesson of each story, led by what is on the screen, with the page loaded again
// after every slide. In the end every number on it is as it was counted.
func TestALesson(t *testing.T) {
	for _, id := range []string{"the-call", "the-armistice-cable"} {
		w := newTeacher(t, "en", together.Options{Case: id})
		w.press("size")
		w.press("number.2")
		w.press("number.0")
		w.press("number.enter")
		votes, boards := 0, 0
		for w.has("next") {
			switch s := w.m.Class().Slide(); s.Part {
			case hands.Vote:
				votes++
				w.count(9, 1, 6, 3)
				w.press("take") // the last was one too many
				w.press("rest") // and then all that are left
				if got := w.text("note"); !strings.Contains(got, "20 of 20") {
					t.Fatalf("%s: %q", s.ID, got)
				}
			case hands.Revote:
				w.count(4, 1, 3, 1)
				w.press("number")
				w.press("number.1")
				w.press("number.2")
				w.press("number.enter")
			case hands.Shift:
				contains(t, w.text("votes"), "First 9, after talking 4.", "First 4, after talking 12.")
				contains(t, w.text("moved"), "At least 8 hands")
			case hands.Board:
				boards++
				order := w.m.Class().Order(s.Item)
				w.press("later." + order[0])
				w.press("card." + order[2])
				last := len(order) - 1
				w.press("card." + order[last])
				w.press("disagree." + order[1])
				want := slices.Clone(order)
				want[0], want[1] = want[1], want[0]
				want = append(slices.Delete(want, 2, 3), order[2])
				if got := w.m.Class().Order(s.Item); !slices.Equal(got, want) {
					t.Fatalf("%s: the order is %v, want %v", s.ID, got, want)
				}
			}
			before := w.m.Class().Encode()
			w.arrive("en", together.Options{Case: id})
			if string(w.m.Class().Encode()) != string(before) {
				t.Fatalf("%s: after loading again something is lost", w.m.Class().Slide().ID)
			}
			w.press("next")
		}
		if w.m.Class().Slide().Part != hands.End || votes < 4 || boards < 1 {
			t.Fatalf("%s ended at %s after %d votes and %d boards", id, w.m.Class().Slide().ID, votes, boards)
		}
		end := w.text("answers") + w.text("boards") + w.text("questions")
		contains(t, w.text("top"), "20 pupils", "2 Mar 2026")
		contains(t, end, "of 20 hands at first", "pairs in order", "of you stamped", "You didn’t agree where")
		points := len(w.m.Class().Belief().Points)
		if got := len(find(w.tree(), "belief.words").Children); got != points || points < 2 {
			t.Errorf("%s: the belief line has %d points, said %d", id, points, got)
		}
		w.press("print")
		if _, ok := w.asked[len(w.asked)-1].(frame.PrintPage); !ok {
			t.Error("nothing is printed")
		}
	}
}

// While a vote is open, no slide says which stamp is right, how many are, or how hands
// were spread, unless the teacher shows the first count.
func TestNothingIsGivenAwayWhileAVoteIsOpen(t *testing.T) {
	w := newTeacher(t, "en", together.Options{Case: "the-call"})
	w.to(hands.Vote)
	item := w.m.Class().Slide().Item
	r, _ := w.m.Class().Result(item)
	w.count(7, 5, 3, 11)
	hidden := func(numbers ...string) {
		t.Helper()
		all := said(find(w.tree(), "body")) + names(find(w.tree(), "body")) // the place in the lesson is a number too
		for _, n := range append(numbers, r.Verdict.Status.Why, r.Verdict.Status.WouldChange) {
			if strings.Contains(all, n) {
				t.Errorf("%s gives %q away", w.m.Class().Slide().ID, n)
			}
		}
		if w.has("votes") || w.has("supported") {
			t.Errorf("%s shows the counts or the answer", w.m.Class().Slide().ID)
		}
	}
	hidden("7 hands", "5 hands", "3 hands")
	contains(t, w.text("raise.unconfirmed.number"), "11") // the one that is being counted
	contains(t, w.text("raise.real.number"), "counted")
	w.press("next")
	hidden("7", "11")
	// The two with the most hands are set against each other, in the order of the stamps.
	contains(t, w.text("question.box"), "“Real” or “Can’t know yet”?")
	w.press("next")
	hidden("11 hands", "7 hands")
	w.count(0, 0, 0, 2)
	hidden("7 hands")
	w.press("back")
	if w.has("show") {
		t.Error("once hands are counted again, the first count can't be shown as such")
	}
	w.press("next")
	w.press("next")
	if !w.has("votes") || w.has("supported") {
		t.Error("the shift comes first, then what the evidence supported")
	}
}

// names are the accessible names of a node and what is below it.
func names(n *ui.Node) string {
	all := n.Name + "\n"
	for _, c := range n.Children {
		all += names(c)
	}
	return all
}

func TestTheFirstCountIsShownAndThenClosed(t *testing.T) {
	w := newTeacher(t, "en", together.Options{Case: "the-call", Length: casefile.Quick})
	w.to(hands.Vote)
	w.count(3, 0, 2, 0)
	w.press("next")
	w.press("show")
	contains(t, w.text("votes"), "3 hands", "2 hands")
	w.press("back")
	if w.has("tools") || find(w.tree(), "raise.real").Do != nil {
		t.Error("a count that was shown can be changed")
	}
	contains(t, w.text("closed"), "can’t be changed")
}

// Gone on by mistake, as with a clicker, a count can still be mended; after the next
// has begun it can't.
func TestACountIsMendedUntilTheNextBegins(t *testing.T) {
	w := newTeacher(t, "en", together.Options{Case: "the-call", Length: casefile.Quick})
	w.to(hands.Vote)
	item := w.m.Class().Slide().Item
	w.count(3, 0, 0, 0)
	w.press("next")
	w.press("back")
	w.press("raise.prank")
	w.press("take")
	w.press("raise.real")
	if got := w.m.Class().Count(item, hands.First); got[casefile.Real] != 4 || got.Sum() != 4 {
		t.Errorf("the count is %v", got)
	}
	w.press("next")
	w.press("next")
	w.press("back")
	w.press("back")
	saves := w.saves
	w.send(together.Raise{Verdict: casefile.Real}) // a press that came late
	if w.saves != saves || w.m.Class().Count(item, hands.First).Sum() != 4 {
		t.Error("a closed count was changed")
	}
}

func TestNumbersAreTyped(t *testing.T) {
	w := newTeacher(t, "en", together.Options{Case: "the-call", Length: casefile.Quick})
	w.press("size")
	for _, d := range []int{2, 7, 4, 9} { // the fourth digit would be beyond every class
		w.send(together.Digit{Digit: d})
	}
	if w.focus != "number.enter" {
		t.Errorf("Enter goes to %q", w.focus)
	}
	contains(t, w.text("number.shown"), "274")
	w.press("number.erase")
	w.press("number.enter")
	if got := w.m.Class().Pupils(); got != 27 {
		t.Errorf("%d pupils", got)
	}
	w.to(hands.Vote)
	if !find(w.tree(), "number").Disabled || !find(w.tree(), "rest").Disabled || !find(w.tree(), "take").Disabled {
		t.Error("without a stamp in hand there is nothing to change")
	}
	w.press("raise.denied")
	w.press("number")
	w.press("dialog.close")
	w.press("number")
	w.press("number.9")
	w.press("number.erase")
	if !find(w.tree(), "number.enter").Disabled {
		t.Error("nothing can be taken")
	}
	w.press("number.8")
	w.press("number.enter")
	w.press("raise.prank")
	w.press("rest")
	if got := w.m.Class().Count(w.m.Class().Slide().Item, hands.First); got[casefile.Denied] != 8 || got[casefile.Prank] != 19 {
		t.Errorf("the count is %v", got)
	}
}

// What was saved is gone on with, or put aside when the teacher says so.
func TestChoosingAndBeginningAnew(t *testing.T) {
	w := newTeacher(t, "en", together.Options{})
	w.press("case.the-armistice-cable")
	w.press("length.quick")
	if w.has("anew") {
		t.Error("nothing is saved yet")
	}
	w.press("begin")
	w.press("next")
	w.press("next")
	at := w.m.Class().Slide().ID
	w.arrive("en", together.Options{})
	w.press("case.the-armistice-cable")
	w.press("length.quick")
	contains(t, w.text("begin"), "Go on")
	w.press("begin")
	if got := w.m.Class().Slide().ID; got != at {
		t.Errorf("it goes on at %s, want %s", got, at)
	}
	w.arrive("en", together.Options{Case: "the-armistice-cable", Length: casefile.Quick})
	w.press("back")
	w.press("back")
	w.press("leave")
	w.press("anew")
	w.press("anew.yes")
	if got := w.m.Class().Furthest(); got != 0 {
		t.Errorf("a new class begins at %d", got)
	}
}

// Whatever can't be had is said, and the page goes on.
func TestTrouble(t *testing.T) {
	w := &teacher{t: t, kept: map[string][]byte{}, down: "the network is down"}
	w.arrive("de", together.Options{Case: "the-armistice-cable"})
	contains(t, w.text("trouble"), "the network is down")
	w.down = ""
	w.press("trouble.close")
	w.press("begin")
	if w.m.Class() == nil {
		t.Fatal("it hasn't begun")
	}
	for _, msg := range []ui.Msg{
		together.Raise{Verdict: "maybe"},
		together.Take{},
		together.Rest{},
		together.MoveCard{From: 9, To: -1},
		together.LiftCard{Card: "x"},
		together.Disagree{Card: "x"},
		together.Back{},
		together.ShowFirst{},
		together.Digit{Digit: 3},
		together.Enter{},
		together.Begin{},
		frame.SetTheme{Theme: "pink"},
		frame.SetLanguage{Lang: "xx"},
		together.OpenSource{Ref: "nothing"},
		together.CloseDialog{},
	} {
		w.send(msg)
		w.tree()
	}
	if got := w.m.Class().Slide().Part; got != hands.Opening || w.saves != 0 {
		t.Errorf("nonsense led to %s and %d saves", got, w.saves)
	}
}
