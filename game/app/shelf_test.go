package app_test

import (
	"strings"
	"testing"

	"holdtheline/game/app"
	"holdtheline/game/screentest"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/svg"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/casetest"
	"holdtheline/quiz/puzzle"
)

// shelfOfTwo is a shelf with the shipped case and the small one.
func shelfOfTwo(t *testing.T) []app.Shelved {
	t.Helper()
	return []app.Shelved{{Case: setOf(t).Case().Head()}, {Case: casetest.LostCat(t).Head(), Saved: true}}
}

func TestTheShelfOffersTheCases(t *testing.T) {
	m := newGame(t, app.Options{Shelf: shelfOfTwo(t)})
	p := &player{t: t, m: m}
	p.press("shelf.choose")
	box := screentest.Find(p.tree(), "dialog")
	if box == nil {
		t.Fatal("the shelf doesn't open")
	}
	for id, want := range map[string]string{
		"shelf.the-call.title": "The Call", "shelf.the-call.here": "on your desk",
		"shelf.lost-cat.title": "The Lost Cat", "shelf.lost-cat.length": "3, 6 or 10 minutes · a game is saved",
		"shelf.lost-cat.content": "Nobody is hurt", "shelf.lost-cat.summary": "a photo says",
	} {
		if n := screentest.Find(box, id); n == nil || !strings.Contains(n.PlainText(), want) {
			t.Errorf("%s doesn't say %q", id, want)
		}
	}
	if open := screentest.Find(box, "shelf.lost-cat.open"); open == nil || !strings.Contains(open.Name, "The Lost Cat") {
		t.Error("a screen reader isn't told which story the button opens")
	}
	if screentest.Find(box, "shelf.the-call.open") != nil {
		t.Error("the case that is there can be opened again")
	}
}

func TestACaseIsChosenAndArrives(t *testing.T) {
	m := newGame(t, app.Options{Shelf: shelfOfTwo(t), Settings: app.Settings{Theme: "dark", Text: 150, Lang: "en", Motion: app.MotionOff, Keys: true}})
	m.Update(app.OpenShelf{})
	effects := m.Update(app.ChooseCase{Case: "lost-cat"})
	if len(effects) != 1 || effects[0] != (app.OpenCase{Case: "lost-cat"}) {
		t.Fatalf("the effects are %v", effects)
	}
	p := &player{t: t, m: m}
	if screentest.Find(p.tree(), "dialog") != nil || screentest.Find(p.tree(), "status").PlainText() != "Opening The Lost Cat" {
		t.Error("the player isn't told that the case is on its way")
	}
	effects, focus := send(m, app.CaseOpened{Set: puzzle.New(casetest.LostCat(t)), Options: app.Options{Words: screentest.In(t, "en"), Shelf: shelfOfTwo(t), Settings: m.Settings()}})
	if len(effects) != 0 || focus != "heading" {
		t.Errorf("the effects are %v, the focus goes to %q", effects, focus)
	}
	if n := screentest.Find(p.tree(), "heading"); n.PlainText() != "The Lost Cat" || m.Settings().Text != 150 {
		t.Errorf("the heading is %q, the text %d %%", n.PlainText(), m.Settings().Text)
	}
	p.press("begin")
	if m.Session() == nil || m.Session().Config().Case != "lost-cat" {
		t.Error("the other case isn't played")
	}
	p.press("menu")
	p.press("shelf.choose")
	if screentest.Find(p.tree(), "shelf.the-call.open") == nil {
		t.Error("the first case can't be gone back to")
	}
}

func TestOnlyCasesOfTheShelfCanBeChosen(t *testing.T) {
	m := newGame(t, app.Options{Shelf: shelfOfTwo(t)})
	for _, id := range []string{"", "the-call", "../lost-cat", "unheard-of"} {
		if effects := m.Update(app.ChooseCase{Case: id}); len(effects) != 0 {
			t.Errorf("%q: the effects are %v", id, effects)
		}
	}
	if screentest.Find((&player{t: t, m: newGame(t, app.Options{Shelf: shelfOfTwo(t)[:1]})}).tree(), "shelf.choose") != nil {
		t.Error("there is nothing to choose from a single case")
	}
}

// A case has a drawing of the game's, every source a sign and a name.
func TestEveryPictureAndKindOfSourceIsDrawn(t *testing.T) {
	seen := map[string]bool{}
	for _, picture := range append(casefile.Picture("").Options(), "") {
		c := *casetest.LostCat(t)
		c.Picture = casefile.Picture(picture)
		m := app.New(puzzle.New(&c), app.Options{Words: screentest.In(t, "en")})
		n := screentest.Find((&player{t: t, m: m}).tree(), "cover")
		if n == nil || n.Figure == nil {
			t.Fatalf("%q isn't drawn", picture)
		}
		w, h := n.Figure.Size(0)
		drawn := svg.Render(theme.Faces(), n.Figure, w, h)
		if picture != "" && seen[drawn] {
			t.Errorf("%q looks like another", picture)
		}
		seen[drawn] = true
	}
	for _, kind := range casefile.SourceKind("").Options() {
		if !screentest.In(t, "en").Has("kind."+kind) || !screentest.In(t, "de").Has("kind."+kind) {
			t.Errorf("the kind %s has no name", kind)
		}
	}
}
