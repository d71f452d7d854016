package together_test

import (
	"testing"

	"holdtheline/game/screentest"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/teacher/together"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/hands"
)

// walk leads through every kind of slide, in each of its states.
func walk(t testing.TB, lang string, stop func(name string, h *screentest.Hand)) {
	t.Helper()
	w := newTeacher(t, lang, together.Options{})
	stop("start", w.Hand)
	w.Press("settings")
	stop("settings", w.Hand)
	w.Press("dialog.close")
	w.Press("begin")
	stop("opening", w.Hand)
	w.Press("size")
	w.Press("number.2")
	w.Press("number.7")
	stop("size", w.Hand)
	w.Press("number.enter")
	w.Press("keys")
	stop("keys", w.Hand)
	w.Press("dialog.close")
	w.Press("next")
	stop("scene", w.Hand)
	w.Press("next")
	stop("card", w.Hand)
	w.to(hands.Vote)
	stop("vote", w.Hand)
	w.count(8, 1, 12, 0)
	stop("counting", w.Hand)
	w.Press("number")
	stop("number", w.Hand)
	w.Press("dialog.close")
	w.Press("raise.unconfirmed")
	w.Press("rest")
	w.Press("next")
	stop("talk", w.Hand)
	w.Press("show")
	stop("talk-shown", w.Hand)
	w.Press("desk")
	stop("desk", w.Hand)
	w.Press("came.post")
	stop("reading", w.Hand)
	w.Press("dialog.close")
	w.Press("dialog.close")
	w.Press("back")
	stop("closed", w.Hand)
	w.Press("next")
	w.Press("next")
	w.count(4, 1, 6, 16)
	stop("revote", w.Hand)
	w.Press("next")
	stop("shift", w.Hand)
	w.Press("next")
	stop("reveal", w.Hand)
	w.Press("next")
	stop("evidence", w.Hand)
	for w.m.Class().Slide().Part != hands.Board {
		w.Press("next")
		switch w.m.Class().Slide().Part {
		case hands.Vote:
			w.count(3, 2, 9, 13)
		case hands.Revote:
			w.count(2, 2, 14, 9)
		}
	}
	stop("board", w.Hand)
	order := w.m.Class().Order(w.m.Class().Slide().Item)
	w.Press("disagree." + order[1])
	w.Press("card." + order[3])
	stop("lifted", w.Hand)
	w.Press("card." + order[0])
	w.Press("next")
	stop("line", w.Hand)
	w.Press("back")
	stop("board-closed", w.Hand)
	w.Press("next")
	for w.Has("next") {
		w.Press("next")
	}
	stop("end", w.Hand)

	w.arrive(lang, together.Options{})
	w.send(frame.ShowNotice{Text: "This can’t be kept: there is no room left."})
	stop("saved", w.Hand)
	w.Press("anew")
	stop("anew", w.Hand)

	// A story that speaks another language than the page, with clocks.
	w = newTeacher(t, "de", together.Options{Case: "the-armistice-cable", Length: casefile.Quick})
	w.Press("next")
	stop("clocks", w.Hand)
}
