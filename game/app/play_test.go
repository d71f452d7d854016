package app_test

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"holdtheline/game/app"
	"holdtheline/game/screentest"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/report"
	"holdtheline/quiz/session"
)

func TestEveryLengthCanBePlayedToTheEnd(t *testing.T) {
	for _, length := range []casefile.Length{casefile.Quick, casefile.Lesson, casefile.Full} {
		for _, mode := range []session.Mode{session.Practice, session.Assessment} {
			t.Run(string(length)+"/"+string(mode), func(t *testing.T) {
				m := newGame(t, app.Options{Length: length, Mode: mode, Seed: 7})
				p := &player{t: t, m: m}
				set := setOf(t)
				p.play(set, best)
				r := report.Make(set, m.Session())
				if !r.Finished || r.Score != 100 {
					t.Errorf("finished %v with a score of %v; want true and 100", r.Finished, r.Score)
				}
				if !p.has("score") {
					t.Error("the debrief shows no score")
				}
			})
		}
	}
}

// wrong gives an answer that is wrong wherever it can be.
func wrong(item puzzle.Item) json.RawMessage { return item.Worst() }

func TestEveryWrongAnswerIsExplained(t *testing.T) {
	m := newGame(t, app.Options{Length: casefile.Full, Mode: session.Assessment, Seed: 3})
	p := &player{t: t, m: m}
	p.screens = func(name string, tree *ui.Node) {
		if n := screentest.Find(tree, "next"); n != nil {
			if screentest.Find(tree, "outcome") == nil || screentest.Find(tree, "feedback.error") != nil {
				t.Errorf("%s goes on without saying what was right", name)
			}
		}
	}
	set := setOf(t)
	p.play(set, wrong)
	r := report.Make(set, m.Session())
	if r.Score > 15 {
		t.Errorf("wrong answers throughout score %v", r.Score)
	}
	p.press("review")
	for _, item := range r.Items {
		if !p.has("review." + item.ID) {
			t.Errorf("the review leaves %s out", item.ID)
		}
	}
	p.press("review.back")
	p.press("save")
	p.press("save.csv")
	var saved bool
	for _, e := range p.effects {
		if f, ok := e.(app.SaveFile); ok {
			saved = strings.HasSuffix(f.Name, ".csv") && len(f.Data) > 0
		}
	}
	if !saved {
		t.Error("pressing “save as CSV” saved no file")
	}
}

// texts collects every text of a tree.
func texts(n *ui.Node, visit func(id, text string)) {
	visit(n.ID, n.Name)
	for _, s := range n.Text {
		visit(n.ID, s.Text)
	}
	for _, c := range n.Children {
		texts(c, visit)
	}
}

// missing matches a key in brackets, which is how a text that the catalogue
// lacks comes out, and a placeholder that was not filled in.
var missing = regexp.MustCompile(`\[[a-z0-9.-]+\]|\{[a-z-]+\}`)

func TestNoScreenLacksAText(t *testing.T) {
	for name, choose := range map[string]answers{"right": best, "wrong": wrong} {
		m := newGame(t, app.Options{Length: casefile.Full, Seed: 11})
		p := &player{t: t, m: m}
		p.screens = func(screen string, tree *ui.Node) {
			texts(tree, func(id, text string) {
				if missing.MatchString(text) {
					t.Errorf("%s: on %s, %s says %q", name, screen, id, text)
				}
			})
		}
		p.play(setOf(t), choose)
		for _, id := range []string{"menu", "menu.marking", "dialog.close", "save", "dialog.close", "review", "review.back"} {
			p.press(id)
		}
		for _, format := range []string{"text", "json", "csv", "log"} {
			p.press("save")
			p.press("save." + format)
			p.press("dialog.close")
		}
		for _, e := range p.effects {
			if f, ok := e.(app.SaveFile); ok && strings.HasSuffix(f.Name, ".txt") && missing.Match(f.Data) {
				t.Errorf("the saved text lacks words:\n%s", f.Data)
			}
		}
	}
}

func TestAFreshModelOfTheLogIsWhereThePlayerWas(t *testing.T) {
	set := setOf(t)
	m := newGame(t, app.Options{Length: casefile.Quick, Seed: 5})
	p := &player{t: t, m: m}
	p.screens = func(name string, tree *ui.Node) {
		s := m.Session()
		if s == nil {
			return
		}
		restored, err := session.Read(set, s.Encode())
		if err != nil {
			t.Fatalf("on %s the saved game does not load: %v", name, err)
		}
		cfg := s.Config()
		variant := app.Variant{Length: cfg.Length, Mode: cfg.Mode}
		again := newGame(t, app.Options{
			Length: cfg.Length, Mode: cfg.Mode, Resume: true,
			Saved: map[app.Variant]*session.Session{variant: restored},
		})
		if got := again.View(ui.Viewport{Width: 1366, Height: 768, Text: 1}).ID; got != tree.ID && tree.ID != "screen.review" {
			t.Fatalf("the player was on %s, and after loading on %s", tree.ID, got)
		}
	}
	p.play(set, best)
}

func TestStartingOverAsksFirst(t *testing.T) {
	m := newGame(t, app.Options{Length: casefile.Quick})
	p := &player{t: t, m: m}
	p.press("begin")
	p.press("menu")
	p.press("menu.restart")
	p.press("restart.no")
	if m.Session() == nil {
		t.Fatal("“No” started over")
	}
	p.press("menu")
	p.press("menu.restart")
	p.press("restart.yes")
	if m.Session() != nil || !p.has("begin") {
		t.Fatal("“Yes” did not start over")
	}
	for _, e := range p.effects {
		if _, ok := e.(app.ArchiveSession); ok {
			return
		}
	}
	t.Error("the old game was not put aside")
}

func TestPracticeGivesHintsAndAnotherTry(t *testing.T) {
	m := newGame(t, app.Options{Length: casefile.Quick, Mode: session.Practice})
	p := &player{t: t, m: m}
	set := setOf(t)
	p.press("begin")
	item, _ := set.Item(m.Session().Step().Items[0])
	p.press("hint")
	if !p.has("hint.text") {
		t.Error("the hint is not shown")
	}
	p.answer(item, wrong(item))
	p.press("submit")
	p.press("retry")
	p.answer(item, item.Best())
	p.press("submit")
	if first, _ := m.Session().FirstMark(item.ID()); first.Value != 0 {
		t.Errorf("the first answer counts %v, want 0", first.Value)
	}
	if latest, _ := m.Session().Mark(item.ID()); latest.Value != 1 {
		t.Errorf("the second answer is marked %v, want 1", latest.Value)
	}
}

func TestAssessmentIsOneGo(t *testing.T) {
	m := newGame(t, app.Options{Length: casefile.Quick, Mode: session.Assessment})
	p := &player{t: t, m: m}
	p.press("begin")
	if p.has("hint") {
		t.Error("an assessment offers a hint")
	}
	item, _ := setOf(t).Item(m.Session().Step().Items[0])
	p.answer(item, wrong(item))
	p.press("submit")
	if p.has("retry") {
		t.Error("an assessment offers another try")
	}
}

func TestCardsMoveByTwoPresses(t *testing.T) {
	set := setOf(t)
	m := newGame(t, app.Options{Length: casefile.Quick, Seed: 2})
	p := &player{t: t, m: m}
	p.press("begin")
	for m.Session().Step().Kind != session.PuzzleStep {
		for _, id := range m.Session().Step().Items {
			item, _ := set.Item(id)
			p.answer(item, item.Best())
			p.press("submit")
			p.press("next")
		}
	}
	before := p.order()
	p.press("card." + before[0])
	if !p.has("card." + before[0]) {
		t.Fatal("the lifted card is gone")
	}
	p.press("card." + before[3])
	after := p.order()
	if after[3] != before[0] || after[0] != before[1] {
		t.Errorf("after two presses %v, before %v", after, before)
	}
	p.press("card." + after[1])
	p.press("card." + after[1]) // puts it back
	if now := p.order(); now[1] != after[1] {
		t.Errorf("putting a card back moved it: %v", now)
	}
}

// Messages that make no sense where the player is come from stale buttons.
func TestStaleMessagesChangeNothing(t *testing.T) {
	messages := []ui.Msg{
		app.Next{},
		app.GoTo{Step: "nowhere"},
		app.OpenTab{Source: "nothing"},
		app.OpenSource{Source: "nothing#at-all"},
		app.Fill{Field: "is", Option: "maybe"},
		app.Fill{Field: "certainty", Option: "99"},
		app.Fill{Field: "window", Option: "1815"},
		app.Fill{Field: "phrases", Option: ""},
		app.Fill{},
		app.MoveCard{From: -1, To: 99},
		app.LiftCard{Card: "nothing"},
		app.Submit{},
		app.KeepOrder{},
		app.Retry{},
		app.TakeHint{},
		app.Review{Show: true},
		app.Save{Format: "exe"},
		app.CloseDialog{},
		app.DismissNotice{},
		nil, 7, "message",
	}
	set := setOf(t)
	m := newGame(t, app.Options{Length: casefile.Full, Seed: 2})
	p := &player{t: t, m: m, alone: true}
	try := func(name string, tree *ui.Node) {
		for _, msg := range messages {
			if s := m.Session(); s != nil {
				restored, err := session.Read(set, s.Encode())
				if err != nil {
					t.Fatal(err)
				}
				cfg := s.Config()
				variant := app.Variant{Length: cfg.Length, Mode: cfg.Mode}
				other := newGame(t, app.Options{
					Length: cfg.Length, Mode: cfg.Mode, Resume: true,
					Saved: map[app.Variant]*session.Session{variant: restored},
				})
				other.Update(msg)
				other.View(sizes[0])
			}
		}
	}
	p.screens = func(name string, tree *ui.Node) {
		if screentest.Find(tree, "next") == nil {
			return
		}
		try(name, tree)
	}
	newGame(t, app.Options{}).Update(app.Submit{})
	p.play(set, best)
}

// What is saved after each step is the whole log, whichever game is played.
func TestWhatIsSavedIsTheWholeLog(t *testing.T) {
	m := newGame(t, app.Options{Length: casefile.Quick, Mode: session.Practice, Seed: 5})
	p := &player{t: t, m: m}
	saved := 0
	var first, kept []byte
	p.screens = func(string, *ui.Node) {
		for _, e := range p.effects {
			if e, ok := e.(app.SaveSession); ok {
				saved++
				if want := m.Session().Encode(); !bytes.Equal(e.Data, want) {
					t.Fatalf("saved is\n%s\nwant\n%s", e.Data, want)
				}
				if first == nil {
					first, kept = e.Data, bytes.Clone(e.Data)
				}
			}
		}
		p.effects = nil
	}
	for range 2 {
		p.play(setOf(t), best)
		p.press("menu")
		p.press("menu.restart")
		p.press("restart.yes")
	}
	if saved < 40 {
		t.Errorf("the game was saved %d times only", saved)
	}
	if !bytes.Equal(first, kept) {
		t.Error("what was saved first has changed since")
	}
}
