package together_test

import (
	"testing"

	"holdtheline/game/teacher/frame"
	"holdtheline/game/teacher/together"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/hands"
)

// walk leads through every kind of slide, in each of its states.
func walk(t testing.TB, lang string, stop func(name string, w *teacher)) {
	t.Helper()
	w := newTeacher(t, lang, together.Options{})
	stop("start", w)
	w.press("settings")
	stop("settings", w)
	w.press("dialog.close")
	w.press("begin")
	stop("opening", w)
	w.press("size")
	w.press("number.2")
	w.press("number.7")
	stop("size", w)
	w.press("number.enter")
	w.press("keys")
	stop("keys", w)
	w.press("dialog.close")
	w.press("next")
	stop("scene", w)
	w.press("next")
	stop("card", w)
	w.to(hands.Vote)
	stop("vote", w)
	w.count(8, 1, 12, 0)
	stop("counting", w)
	w.press("number")
	stop("number", w)
	w.press("dialog.close")
	w.press("raise.unconfirmed")
	w.press("rest")
	w.press("next")
	stop("talk", w)
	w.press("show")
	stop("talk-shown", w)
	w.press("desk")
	stop("desk", w)
	w.press("came.post")
	stop("reading", w)
	w.press("dialog.close")
	w.press("dialog.close")
	w.press("back")
	stop("closed", w)
	w.press("next")
	w.press("next")
	w.count(4, 1, 6, 16)
	stop("revote", w)
	w.press("next")
	stop("shift", w)
	w.press("next")
	stop("reveal", w)
	w.press("next")
	stop("evidence", w)
	for w.m.Class().Slide().Part != hands.Board {
		w.press("next")
		switch w.m.Class().Slide().Part {
		case hands.Vote:
			w.count(3, 2, 9, 13)
		case hands.Revote:
			w.count(2, 2, 14, 9)
		}
	}
	stop("board", w)
	order := w.m.Class().Order(w.m.Class().Slide().Item)
	w.press("disagree." + order[1])
	w.press("card." + order[3])
	stop("lifted", w)
	w.press("card." + order[0])
	w.press("next")
	stop("line", w)
	w.press("back")
	stop("board-closed", w)
	w.press("next")
	for w.has("next") {
		w.press("next")
	}
	stop("end", w)

	w.arrive(lang, together.Options{})
	w.send(frame.ShowNotice{Text: "This can’t be kept: there is no room left."})
	stop("saved", w)
	w.press("anew")
	stop("anew", w)

	// A story that speaks another language than the page, with clocks.
	w = newTeacher(t, "de", together.Options{Case: "the-armistice-cable", Length: casefile.Quick})
	w.press("next")
	stop("clocks", w)
}
