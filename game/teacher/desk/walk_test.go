package desk_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"holdtheline/game/screentest"
	"holdtheline/game/teacher/desk"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/session"
)

// walk leads through every kind of screen, in each of its states.
func walk(t testing.TB, lang string, stop func(name string, h *screentest.Hand)) {
	t.Helper()
	w := newTeacher(t, lang)
	stop("empty", w.Hand)
	w.Press("settings")
	stop("settings", w.Hand)
	w.Press("dialog.close")

	// What a teacher may find in a folder.
	a, b := formOf(t, casefile.FormA), formOf(t, casefile.FormB)
	good := take(t, a, session.Before, pupil{6, 6}, 3, 0)
	half := take(t, b, "", pupil{9, 2}, 3, 4)
	cut := take(t, b, session.After, pupil{8, 2}, 4, 0)
	w.drop("before",
		ui.File{Name: "ada-before.jsonl", Data: good},
		ui.File{Name: "ada-before (1).jsonl", Data: good},
		ui.File{Name: "the holiday pictures.zip", Data: []byte("PK\x03\x04\x00\x00")},
		ui.File{Name: "all of them", Fault: ui.FileUnreadable})
	w.drop("after",
		ui.File{Name: "ada-after.jsonl", Data: half},
		ui.File{Name: "bo-after.jsonl", Data: cut[:2*len(cut)/3]},
		ui.File{Name: "cleo-after.jsonl", Data: bytes.Replace(good, []byte(a.Case().ID), []byte("the-cat"), 1)})
	stop("files", w.Hand)
	w.Press("trouble.close")

	w.Press("clear")
	one := codeOf(t, game(t, "the-call", pupil{8, 3}, 1))
	mistyped := one.Lines()
	mistyped[1] = "00000 00000 00000 00000"
	w.send(desk.CodesCame{Side: session.After, Text: "Ada: " + one.String() + "\n\nBo: " + strings.Join(mistyped, "\n") +
		"\n\n" + codeOf(t, game(t, "the-call", pupil{6, 6}, 2)).String()})
	stop("codes", w.Hand)
	w.Press(screentest.Find(w.Tree(), "after.files").Children[0].ID + ".remove")
	w.Press("compare")
	stop("group-pupil", w.Hand)
	w.Press("back")
	w.Press("clear")
	var texts []string
	for i := range 24 {
		texts = append(texts, fmt.Sprintf("Pupil %c: %s", 'A'+i, codeOf(t, game(t, "the-call", pupil{4 + i%7, i % 6}, uint64(i)))))
	}
	w.send(desk.CodesCame{Side: session.After, Text: strings.Join(texts, "\n")})
	w.Press("compare")
	stop("group", w.Hand)
	w.Press("names")
	w.Press("save")
	stop("group-save", w.Hand)
	w.Press("dialog.close")
	w.Press("names")
	w.Press("back")

	w.Press("clear")
	w.drop("before", ui.File{Name: "ada-before.jsonl", Data: take(t, a, session.Before, pupil{7, 6}, 3, 0)})
	w.drop("after", ui.File{Name: "ada-after.jsonl", Data: take(t, b, session.After, pupil{8, 3}, 5, 0)})
	w.Press("compare")
	stop("pupil", w.Hand)
	w.Press("back")

	w.Press("clear")
	w.class(24, pupil{6, 6}, pupil{9, 2})
	w.drop("before", ui.File{Name: "zoe-before.jsonl", Data: take(t, a, session.Before, pupil{7, 6}, 77, 0)})
	stop("class-files", w.Hand)
	w.Press("compare")
	stop("discerning", w.Hand)
	w.Press("save")
	stop("save", w.Hand)
	w.Press("dialog.close")
	w.Press("names")
	stop("names-hidden", w.Hand)
	w.Press("names")
	w.Press("back")

	w.Press("clear")
	w.class(24, pupil{9, 8}, pupil{4, 3})
	w.Press("compare")
	stop("suspicious", w.Hand)
	w.Press("back")

	w.Press("clear")
	w.class(12, pupil{6, 5}, pupil{6, 5})
	w.send(frame.ShowNotice{Text: "The file could not be saved: there is no room left."})
	w.Press("compare")
	stop("open", w.Hand)
}
