package infer

import (
	"testing"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
)

// A kind of puzzle that has no usual words would leave an author's puzzle without a title.
func TestEveryKindAndRoomHasItsUsualWords(t *testing.T) {
	for lang, texts := range allTexts {
		for _, kind := range puzzle.Kinds() {
			if q := texts.puzzles[kind]; q.title == "" || q.prompt == "" || q.why == "" {
				t.Errorf("%s: the texts of the kind %q are missing or not whole: %+v", lang, kind, q)
			}
		}
		if len(texts.puzzles) != len(puzzle.Kinds()) {
			t.Errorf("%s: there are texts of a kind that doesn't exist", lang)
		}
		for _, option := range casefile.RoomKind("").Options() {
			kind := casefile.RoomKind(option)
			if r := texts.rooms[kind]; r.title == "" || r.intro == "" {
				t.Errorf("%s: the texts of the room %q are missing or not whole: %+v", lang, kind, r)
			}
		}
	}
}
