package infer

import (
	"testing"
	"time"

	"holdtheline/assets/words"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
)

// A kind of puzzle that has no usual words would leave an author's puzzle without a title.
func TestEveryKindAndRoomHasItsUsualWords(t *testing.T) {
	wanted := []string{}
	for _, kind := range append(puzzle.Kinds(), casefile.PuzzleKind(casefile.Known)) {
		wanted = append(wanted, string(kind)+".title", string(kind)+".prompt", string(kind)+".why")
	}
	for _, kind := range casefile.RoomKind("").Options() {
		wanted = append(wanted, kind+".title", kind+".intro")
	}
	for lang := range catalogues() {
		for _, key := range wanted {
			if textsIn(lang).say("usual."+key) == "" {
				t.Errorf("%s: assets/words has no text usual.%s", lang, key)
			}
		}
	}
	if len(catalogues()) != len(words.Languages()) {
		t.Errorf("%d of the languages %q can be read", len(catalogues()), words.Languages())
	}
}

func TestDaysInEveryLanguage(t *testing.T) {
	day := time.Date(1918, time.November, 7, 12, 0, 0, 0, time.UTC)
	for lang, want := range map[string][2]string{
		"en":    {"Thursday, 7 November 1918", "7 Nov"},
		"en-GB": {"Thursday, 7 November 1918", "7 Nov"},
		"de":    {"Donnerstag, 7. November 1918", "7. Nov."},
		"es":    {"jueves, 7 de noviembre de 1918", "7 nov."},
	} {
		if got := [2]string{textsIn(lang).day(day), textsIn(lang).short(day)}; got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
	for _, lang := range []string{"", "tlh", "ar"} {
		if textsIn(lang) != nil {
			t.Errorf("there are texts in the language %q", lang)
		}
	}
}
