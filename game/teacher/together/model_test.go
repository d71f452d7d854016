package together_test

import (
	"slices"
	"strings"
	"testing"

	"holdtheline/game/screentest"
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
	if w.send(frame.WordsCame{Lang: "es", Words: screentest.In(t, "es")}); w.m.Lang() != "en" {
		t.Error("a language that nobody asked for is spoken")
	}
	w.Press("settings")
	w.Press("language.es") // part of a program with all languages: at once
	if w.m.Lang() != "es" || w.m.Catalogue().Lang() != "es" {
		t.Errorf("it speaks %s", w.m.Lang())
	}
	if n := screentest.Find(w.Tree(), "next"); screentest.Said(n) != screentest.In(t, "es").Say("together.next.scene") {
		t.Errorf("the way on says %q", screentest.Said(n))
	}
}

// In a language that the canvas can't set it is a plain page, which runs the way that
// the language does, and says why.
func TestALanguageThatTheCanvasCantSet(t *testing.T) {
	w := newTeacher(t, "ar", together.Options{Options: frame.Options{Unset: true, View: settings.Canvas}})
	if got := w.m.FirstView(); got != settings.PlainPage {
		t.Errorf("the first view is %q", got)
	}
	if !w.Tree().RightToLeft {
		t.Error("it runs from left to right")
	}
	contains(t, w.Text("trouble.text"), screentest.In(t, "ar").Say("view.script"))
}

// A whole Lesson of each story, led by what is on the screen, with the page loaded again
// after every slide. In the end every number on it is as it was counted.
func TestALesson(t *testing.T) {
	for _, id := range []string{"the-call", "the-armistice-cable"} {
		w := newTeacher(t, "en", together.Options{Case: id})
		w.Press("size")
		w.Press("number.2")
		w.Press("number.0")
		w.Press("number.enter")
		votes, boards := 0, 0
		for w.Has("next") {
			switch s := w.m.Class().Slide(); s.Part {
			case hands.Vote:
				votes++
				w.count(9, 1, 6, 3)
				w.Press("take") // the last was one too many
				w.Press("rest") // and then all that are left
				if got := w.Text("note"); !strings.Contains(got, "20 of 20") {
					t.Fatalf("%s: %q", s.ID, got)
				}
			case hands.Revote:
				w.count(4, 1, 3, 1)
				w.Press("number")
				w.Press("number.1")
				w.Press("number.2")
				w.Press("number.enter")
			case hands.Shift:
				contains(t, w.Text("votes"), "First 9, after talking 4.", "First 4, after talking 12.")
				contains(t, w.Text("moved"), "At least 8 hands")
			case hands.Board:
				boards++
				order := w.m.Class().Order(s.Item)
				w.Press("later." + order[0])
				w.Press("card." + order[2])
				last := len(order) - 1
				w.Press("card." + order[last])
				w.Press("disagree." + order[1])
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
			w.Press("next")
		}
		if w.m.Class().Slide().Part != hands.End || votes < 4 || boards < 1 {
			t.Fatalf("%s ended at %s after %d votes and %d boards", id, w.m.Class().Slide().ID, votes, boards)
		}
		end := w.Text("answers") + w.Text("boards") + w.Text("questions")
		contains(t, w.Text("top"), "20 pupils", "2 Mar 2026")
		contains(t, end, "of 20 hands at first", "pairs in order", "of you stamped", "You didn’t agree where")
		points := len(w.m.Class().Belief().Points)
		if got := len(screentest.Find(w.Tree(), "belief.words").Children); got != points || points < 2 {
			t.Errorf("%s: the belief line has %d points, said %d", id, points, got)
		}
		w.Press("print")
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
		all := screentest.Said(screentest.Find(w.Tree(), "body")) + names(screentest.Find(w.Tree(), "body")) // the place in the lesson is a number too
		for _, n := range append(numbers, r.Verdict.Status.Why, r.Verdict.Status.WouldChange) {
			if strings.Contains(all, n) {
				t.Errorf("%s gives %q away", w.m.Class().Slide().ID, n)
			}
		}
		if w.Has("votes") || w.Has("supported") {
			t.Errorf("%s shows the counts or the answer", w.m.Class().Slide().ID)
		}
	}
	hidden("7 hands", "5 hands", "3 hands")
	contains(t, w.Text("raise.unconfirmed.number"), "11") // the one that is being counted
	contains(t, w.Text("raise.real.number"), "counted")
	w.Press("next")
	hidden("7", "11")
	// The two with the most hands are set against each other, in the order of the stamps.
	contains(t, w.Text("question.box"), "“Real” or “Can’t know yet”?")
	w.Press("next")
	hidden("11 hands", "7 hands")
	w.count(0, 0, 0, 2)
	hidden("7 hands")
	w.Press("back")
	if w.Has("show") {
		t.Error("once hands are counted again, the first count can't be shown as such")
	}
	w.Press("next")
	w.Press("next")
	if !w.Has("votes") || w.Has("supported") {
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
	w.Press("next")
	w.Press("show")
	contains(t, w.Text("votes"), "3 hands", "2 hands")
	w.Press("back")
	if w.Has("tools") || screentest.Find(w.Tree(), "raise.real").Do != nil {
		t.Error("a count that was shown can be changed")
	}
	contains(t, w.Text("closed"), "can’t be changed")
}

// Gone on by mistake, as with a clicker, a count can still be mended; after the next
// has begun it can't.
func TestACountIsMendedUntilTheNextBegins(t *testing.T) {
	w := newTeacher(t, "en", together.Options{Case: "the-call", Length: casefile.Quick})
	w.to(hands.Vote)
	item := w.m.Class().Slide().Item
	w.count(3, 0, 0, 0)
	w.Press("next")
	w.Press("back")
	w.Press("raise.prank")
	w.Press("take")
	w.Press("raise.real")
	if got := w.m.Class().Count(item, hands.First); got[casefile.Real] != 4 || got.Sum() != 4 {
		t.Errorf("the count is %v", got)
	}
	w.Press("next")
	w.Press("next")
	w.Press("back")
	w.Press("back")
	saves := w.saves
	w.send(together.Raise{Verdict: casefile.Real}) // a press that came late
	if w.saves != saves || w.m.Class().Count(item, hands.First).Sum() != 4 {
		t.Error("a closed count was changed")
	}
}

func TestNumbersAreTyped(t *testing.T) {
	w := newTeacher(t, "en", together.Options{Case: "the-call", Length: casefile.Quick})
	w.Press("size")
	for _, d := range []int{2, 7, 4, 9} { // the fourth digit would be beyond every class
		w.send(together.Digit{Digit: d})
	}
	if w.Focus != "number.enter" {
		t.Errorf("Enter goes to %q", w.Focus)
	}
	contains(t, w.Text("number.shown"), "274")
	w.Press("number.erase")
	w.Press("number.enter")
	if got := w.m.Class().Pupils(); got != 27 {
		t.Errorf("%d pupils", got)
	}
	w.to(hands.Vote)
	if !screentest.Find(w.Tree(), "number").Disabled || !screentest.Find(w.Tree(), "rest").Disabled || !screentest.Find(w.Tree(), "take").Disabled {
		t.Error("without a stamp in hand there is nothing to change")
	}
	w.Press("raise.denied")
	w.Press("number")
	w.Press("dialog.close")
	w.Press("number")
	w.Press("number.9")
	w.Press("number.erase")
	if !screentest.Find(w.Tree(), "number.enter").Disabled {
		t.Error("nothing can be taken")
	}
	w.Press("number.8")
	w.Press("number.enter")
	w.Press("raise.prank")
	w.Press("rest")
	if got := w.m.Class().Count(w.m.Class().Slide().Item, hands.First); got[casefile.Denied] != 8 || got[casefile.Prank] != 19 {
		t.Errorf("the count is %v", got)
	}
}

// What was saved is gone on with, or put aside when the teacher says so.
func TestChoosingAndBeginningAnew(t *testing.T) {
	w := newTeacher(t, "en", together.Options{})
	w.Press("case.the-armistice-cable")
	w.Press("length.quick")
	if w.Has("anew") {
		t.Error("nothing is saved yet")
	}
	w.Press("begin")
	w.Press("next")
	w.Press("next")
	at := w.m.Class().Slide().ID
	w.arrive("en", together.Options{})
	w.Press("case.the-armistice-cable")
	w.Press("length.quick")
	contains(t, w.Text("begin"), "Go on")
	w.Press("begin")
	if got := w.m.Class().Slide().ID; got != at {
		t.Errorf("it goes on at %s, want %s", got, at)
	}
	w.arrive("en", together.Options{Case: "the-armistice-cable", Length: casefile.Quick})
	w.Press("back")
	w.Press("back")
	w.Press("leave")
	w.Press("anew")
	w.Press("anew.yes")
	if got := w.m.Class().Furthest(); got != 0 {
		t.Errorf("a new class begins at %d", got)
	}
}

// Whatever can't be had is said, and the page goes on.
func TestTrouble(t *testing.T) {
	w := newPage(t)
	w.down = "the network is down"
	w.arrive("de", together.Options{Case: "the-armistice-cable"})
	contains(t, w.Text("trouble"), "the network is down")
	w.down = ""
	w.Press("trouble.close")
	w.Press("begin")
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
		w.Tree()
	}
	if got := w.m.Class().Slide().Part; got != hands.Opening || w.saves != 0 {
		t.Errorf("nonsense led to %s and %d saves", got, w.saves)
	}
}
