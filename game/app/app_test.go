package app_test

import (
	"sync"
	"testing"
	"time"

	"holdtheline/assets"
	"holdtheline/assets/words"
	"holdtheline/game/app"
	"holdtheline/game/screentest"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
)

// The sizes at which every screen must hold.
var sizes = []ui.Viewport{
	{Width: 320, Height: 640, Text: 1},
	{Width: 390, Height: 844, Text: 1},
	{Width: 768, Height: 1024, Text: 1},
	{Width: 1366, Height: 768, Text: 1},
	{Width: 1920, Height: 1080, Text: 1},
	{Width: 390, Height: 844, Text: 2},
	{Width: 1366, Height: 768, Text: 2},
	{Width: 320, Height: 256, Text: 1}, // a laptop at 400 % zoom
	{Width: 844, Height: 390, Text: 1}, // a phone lying on its side
}

func began() time.Time { return time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC) }

// theCall is the shipped case, loaded once: a set is read-only.
var theCall = sync.OnceValues(func() (*puzzle.Set, error) {
	data, err := assets.Case(assets.DefaultCase)
	if err != nil {
		return nil, err
	}
	c, err := casefile.Load(data)
	if err != nil {
		return nil, err
	}
	return puzzle.New(c), nil
})

// setOf is the shipped case, ready to be played.
func setOf(t testing.TB) *puzzle.Set {
	t.Helper()
	set, err := theCall()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// otherSets are the other cases of the shelf.
func otherSets(t testing.TB) []*puzzle.Set {
	t.Helper()
	var sets []*puzzle.Set
	for _, head := range assets.Heads() {
		if head.ID == assets.DefaultCase || head.Form != "" {
			continue
		}
		c, err := assets.Load(head.ID)
		if err != nil {
			t.Fatal(err)
		}
		sets = append(sets, puzzle.New(c))
	}
	return sets
}

// shelfOfAll is the shelf as the program has it.
func shelfOfAll(t testing.TB) []app.Shelved {
	t.Helper()
	var shelf []app.Shelved
	for _, head := range assets.Heads() {
		if head.Form == "" {
			shelf = append(shelf, app.Shelved{Case: head})
		}
	}
	return shelf
}

// newGame is a game of the shipped case at its briefing.
func newGame(t testing.TB, o app.Options) *app.Model {
	t.Helper()
	if o.Words == nil {
		o.Words = screentest.In(t, words.Default)
	}
	return app.New(setOf(t), o)
}

// send sends a message as the program does, which tells the time where it is asked,
// and returns all other effects and the node that takes the focus, if one does.
func send(m *app.Model, msg ui.Msg) (effects []app.Effect, focus string) {
	for _, e := range m.Update(msg) {
		switch e := e.(type) {
		case app.ReadClock:
			more, to := send(m, app.Began{At: began()})
			effects, focus = append(append(effects, e), more...), to
		case app.Focus:
			focus = e.Node
		default:
			effects = append(effects, e)
		}
	}
	return effects, focus
}
