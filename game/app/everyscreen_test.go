package app_test

import (
	"fmt"
	"strings"
	"testing"

	"holdtheline/assets/words"
	"holdtheline/game/app"
	"holdtheline/game/screentest"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// The windows in which a screen is put together differently.
var (
	narrow = ui.Viewport{Width: 390, Height: 844, Text: 1}
	broad  = ui.Viewport{Width: 1366, Height: 768, Text: 1}
)

// everyScreen plays a whole game in every language, and of each other case in one,
// once with all answers right and once with all wrong, opens every dialog on the
// way, and calls look with the model as it is then, once for each state that a
// screen can be in.
func everyScreen(t *testing.T, look func(name string, m *app.Model)) {
	t.Helper()
	everyScreenIn(t, screentest.Told, look)
}

// everyScreenIn is everyScreen with the cases as tell tells them in a language.
func everyScreenIn(t *testing.T, tell func(t testing.TB, set *puzzle.Set, lang string) *puzzle.Set, look func(name string, m *app.Model)) {
	t.Helper()
	type story struct {
		lang string
		set  *puzzle.Set
	}
	var stories []story
	for _, lang := range words.Languages() {
		stories = append(stories, story{lang, tell(t, setOf(t), lang)})
	}
	for _, set := range otherSets(t) {
		stories = append(stories, story{words.Default, set})
	}
	for _, s := range stories {
		lang, set := s.lang, s.set
		seen := map[string]bool{}
		for how, choose := range map[string]answers{"right": best, "wrong": wrong} {
			var m *app.Model
			var p *player
			check := func(_ string, tree *ui.Node) {
				state := fmt.Sprintf("%s, %s, %s", lang, tree.ID, set.Case().ID)
				for _, part := range []string{outcome, "dialog", "hint.text", "score", "trouble"} {
					if n := screentest.Find(tree, part); n != nil {
						state += fmt.Sprintf(", %s %s", part, n.Name)
					}
				}
				if m.Session() == nil {
					state += ", not begun"
				}
				if screentest.Find(tree, outcome) != nil {
					state += ", " + how
				}
				if !seen[state] {
					seen[state] = true
					look(state, m)
					p.shown = nil // a look may press what is shown
				}
			}
			m = app.New(set, app.Options{
				Words: screentest.In(t, lang), Length: casefile.Full, Mode: session.Practice, Seed: 4, CanPlay: true,
				Worksheet: "worksheet.html", Statement: "statement.html", Shelf: shelfOfAll(t),
			})
			p = &player{t: t, m: m, screens: check, alone: true}
			check("", p.tree())
			for _, id := range []string{"settings", "dialog.close", "shelf.choose", "dialog.close"} {
				p.press(id)
			}
			p.play(set, choose)
			p.update(app.ViewChanged{View: app.PlainPage, Reason: app.ContextLost})
			check("", p.tree())
			p.press("trouble.close")
			p.press("legend")
			p.press("dialog.close")
			p.update(app.Conflict{Variant: app.Variant{Length: casefile.Full, Mode: session.Practice}})
			check("", p.tree())
			p.press("dialog.close")
			for _, id := range []string{"menu", "menu.settings", "dialog.close", "menu", "menu.marking", "dialog.close", "menu", "menu.help", "dialog.close", "menu", "menu.words", "dialog.close", "save", "dialog.close", "give", "dialog.close", "review", "menu", "menu.restart", "restart.no"} {
				p.press(id)
			}
			// Back to a question that was answered, and to the briefing.
			p.press("menu")
			p.press("goto." + m.Session().Steps()[1].ID)
			p.press("menu")
			p.press("menu.restart")
			p.press("restart.yes")
		}
		if len(seen) < 40 {
			t.Errorf("only %d states of screens were seen", len(seen))
		}
	}
	for _, lang := range words.Languages() {
		set := tell(t, formSet(t, casefile.FormA), lang)
		p := &player{t: t, m: app.New(set, app.Options{Words: screentest.In(t, lang), Seed: 4, CanPlay: true, Test: app.Test{When: session.Before, Halves: true}, Worksheet: "worksheet.html", Statement: "statement.html"})}
		look(lang+", test, briefing", p.m)
		p.press("begin")
		look(lang+", test, halves", p.m)
		p.press("halves.odd")
		for p.m.Session().Step().Kind != session.DebriefStep {
			step := p.m.Session().Step()
			look(lang+", test, "+step.ID, p.m)
			for _, id := range step.Items {
				item, _ := set.Item(id)
				p.answer(item, best(item))
				p.press("submit")
			}
		}
		look(lang+", test, handed in", p.m)
		q := &player{t: t, m: newGame(t, app.Options{CanPlay: true})}
		attendClass(q, setOf(t), lang, func(name string) { look(lang+", "+name, q.m) })
	}
}

// A screenCheck looks at every screen. What is wrong is told once all were shown:
// showing them takes far longer than looking, so that all checks look on one way.
type screenCheck struct {
	name string                                       // of the test that tells what it found
	look func(f *faults, screen string, m *app.Model) // leaves the model as it is
	end  func(t *testing.T)                           // what is to be said of all screens; may be nil
}

// faults are what a check found.
type faults []string

func (f *faults) Errorf(format string, values ...any) {
	*f = append(*f, fmt.Sprintf(format, values...))
}

// lookedAt has the checks once they have looked at every screen, and what they found.
var lookedAt struct {
	checks []screenCheck
	found  []faults
}

// onEveryScreen tells what the checks of a test found on every screen in every language.
func onEveryScreen(t *testing.T) {
	t.Helper()
	if lookedAt.checks == nil {
		checks := []screenCheck{
			everyScreenOfTheTourIsChecked(),
			whatStandsOnAControlIsInItsName(),
			everyControlHasAName(),
			headingsKeepNamesWhole(t),
			everyStepHasATitleOfItsOwn(),
			headingsMakeAnOutline(),
			theMenuIsInTheSamePlaceOnEveryStep(narrow),
			theMenuIsInTheSamePlaceOnEveryStep(broad),
		}
		found := make([]faults, len(checks))
		everyScreen(t, func(screen string, m *app.Model) {
			for i, c := range checks {
				c.look(&found[i], screen, m)
			}
		})
		lookedAt.checks, lookedAt.found = checks, found
	}
	told := false
	for i, c := range lookedAt.checks {
		if c.name != t.Name() {
			continue
		}
		told = true
		for _, fault := range lookedAt.found[i] {
			t.Error(fault)
		}
		if c.end != nil {
			c.end(t)
		}
	}
	if !told {
		t.Error("no check of screens belongs to this test")
	}
}

// Every screen that the tour pictures is also one that the checks of every screen
// look at, in all languages.
func TestEveryScreenOfTheTourIsChecked(t *testing.T) { onEveryScreen(t) }

func everyScreenOfTheTourIsChecked() screenCheck {
	shown := func(m *app.Model) string {
		tree := m.View(broad)
		name := tree.ID
		if dialog := screentest.Find(tree, "dialog"); dialog != nil {
			name += ", " + dialog.Children[0].ID
		}
		return name
	}
	checked := map[string]bool{}
	tour := func(t *testing.T) {
		w := newTour(t)
		w.visit = func(name string) {
			at := shown(w.m)
			// A dialog need not be opened on every screen that the tour opens it on.
			_, dialog, isDialog := strings.Cut(at, ", ")
			ok := checked[at]
			for other := range checked {
				ok = ok || isDialog && strings.HasSuffix(other, ", "+dialog)
			}
			if !ok {
				t.Errorf("the tour's %s (%s) is on no way that everyScreen goes", name, at)
			}
		}
		w.walk()
	}
	return screenCheck{
		name: "TestEveryScreenOfTheTourIsChecked",
		look: func(_ *faults, _ string, m *app.Model) { checked[shown(m)] = true },
		end:  tour,
	}
}

// outcome is the node that there is once a question is answered.
const outcome = "outcome"

// controls lists what can be operated on a screen, in the order of reading. While
// a dialog is open, that is what is in it.
func controls(tree *ui.Node) []*ui.Node {
	if d := screentest.Find(tree, "dialog"); d != nil {
		tree = d
	}
	var out []*ui.Node
	var walk func(n *ui.Node)
	walk = func(n *ui.Node) {
		switch n.Role {
		case ui.Button, ui.Link, ui.Radio, ui.Checkbox:
			out = append(out, n)
		}
		for _, c := range n.Children {
			walk(c)
		}
	}
	walk(tree)
	return out
}
