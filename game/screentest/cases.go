package screentest

import (
	"slices"
	"sync"
	"testing"

	"holdtheline/assets"
	"holdtheline/assets/words"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/puzzle"
)

// In returns the texts of a language.
func In(t testing.TB, lang string) *words.Catalogue {
	t.Helper()
	w, err := words.Load(lang)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

var loaded sync.Map // sets by the ids of their cases

// SetOf returns a case of the shelf, ready to be played. Tests share it: it is read-only.
func SetOf(t testing.TB, id string) *puzzle.Set {
	t.Helper()
	if set, ok := loaded.Load(id); ok {
		return set.(*puzzle.Set)
	}
	c, err := assets.Load(id)
	if err != nil {
		t.Fatal(err)
	}
	set := puzzle.New(c)
	loaded.Store(id, set)
	return set
}

// Told returns a case in a language; in its own where it hasn't been translated into that
// one.
func Told(t testing.TB, set *puzzle.Set, lang string) *puzzle.Set {
	t.Helper()
	id := set.Case().ID
	if !slices.Contains(assets.Translated(id), lang) {
		return set
	}
	texts, err := assets.Translation(id, lang)
	if err != nil {
		t.Fatal(err)
	}
	told, err := set.In(texts)
	if err != nil {
		t.Fatal(err)
	}
	return told
}

// Layouter returns a layouter with the game's typefaces.
func Layouter() *ui.Layouter { return ui.NewLayouter(theme.Faces()) }
