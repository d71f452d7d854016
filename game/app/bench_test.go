package app_test

import (
	"encoding/json"
	"runtime"
	"testing"

	"holdtheline/assets"
	"holdtheline/game/app"
	"holdtheline/game/screentest"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/mirror"
	"holdtheline/game/toolkit/paint"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// largest is the largest screen there is: every answer of a whole game under
// one another. Its log is the longest session.
func largest(b *testing.B) (m *app.Model, log []byte) {
	b.Helper()
	s := played(b, playedFull)
	variant := app.Variant{Length: s.Config().Length, Mode: s.Config().Mode}
	m = newGame(b, app.Options{
		Length: variant.Length, Mode: variant.Mode, Resume: true, Saved: map[app.Variant]*session.Session{variant: s},
	})
	(&player{t: b, m: m}).press("review")
	return m, s.Encode()
}

var phone = ui.Viewport{Width: 390, Height: 844, Text: 1}

func BenchmarkLoadCase(b *testing.B) {
	data, err := assets.Case(assets.DefaultCase)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		c, err := casefile.LoadCompiled(data)
		if err != nil {
			b.Fatal(err)
		}
		puzzle.New(c)
	}
}

func BenchmarkFoldLongSession(b *testing.B) {
	_, log := largest(b)
	set := setOf(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := session.Read(set, log); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkMarkEverything marks a right and a wrong answer to every item.
func BenchmarkMarkEverything(b *testing.B) {
	items := setOf(b).Items()
	var answers []json.RawMessage
	for _, item := range items {
		answers = append(answers, item.Best(), wrong(item))
	}
	b.ReportAllocs()
	for b.Loop() {
		for i, answer := range answers {
			if _, err := items[i/2].Mark(answer); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkViewLargest(b *testing.B) {
	m, _ := largest(b)
	b.ReportAllocs()
	for b.Loop() {
		m.View(phone)
	}
}

// BenchmarkLayLargest lays out what has been measured before, as after a press.
func BenchmarkLayLargest(b *testing.B) {
	m, _ := largest(b)
	l := screentest.Layouter()
	b.ReportAllocs()
	for b.Loop() {
		l.Lay(m.View(phone), phone, nil)
	}
}

// BenchmarkWrapLargest measures and wraps every text of it anew.
func BenchmarkWrapLargest(b *testing.B) {
	m, _ := largest(b)
	faces := theme.Faces()
	tree := m.View(phone)
	b.ReportAllocs()
	for b.Loop() {
		ui.NewLayouter(faces).Lay(tree, phone, nil)
	}
}

// BenchmarkDiffLargest brings the mirror of it up to date after a scroll.
func BenchmarkDiffLargest(b *testing.B) {
	m, _ := largest(b)
	l := screentest.Layouter()
	tree := m.View(phone)
	old := mirror.From(l.Lay(tree, phone, nil))
	b.ReportAllocs()
	for b.Loop() {
		mirror.Diff(old, mirror.From(l.Lay(tree, phone, map[string]float64{"body": 300})), "")
	}
}

func BenchmarkPaintLargest(b *testing.B) {
	m, _ := largest(b)
	faces := theme.Faces()
	layout := ui.NewLayouter(faces).Lay(m.View(phone), phone, nil)
	painter := paint.New(faces)
	b.ReportAllocs()
	for b.Loop() {
		painter.Paint(paint.Scene{Layout: layout, Palette: theme.Of(theme.Light), Scale: 2})
	}
}

// Whatever layouter and painter remember is bounded: after a few games they
// take no more memory.
func TestGameAfterGameTakesNoMoreMemory(t *testing.T) {
	const (
		warm  = 4 // games after which memory has settled
		games = 16
		most  = 1.15 // times as much may be live in the end
	)
	faces := theme.Faces()
	layouter, painter := ui.NewLayouter(faces), paint.New(faces)
	vp := ui.Viewport{Width: 1366, Height: 768, Text: 1}
	live := func() float64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return float64(m.HeapAlloc)
	}
	settled := 0.0
	for n := range games {
		m := newGame(t, app.Options{Length: casefile.Quick, Mode: session.Practice, Seed: uint64(n)})
		p := &player{t: t, m: m}
		p.screens = func(_ string, tree *ui.Node) {
			painter.Paint(paint.Scene{Layout: layouter.Lay(tree, vp, nil), Palette: theme.Of(theme.Light), Scale: 1})
		}
		p.play(setOf(t), best)
		if n+1 == warm {
			settled = live()
		}
	}
	end := live()
	t.Logf("%.1f MB live after %d games, %.1f after %d", settled/1e6, warm, end/1e6, games)
	if end > most*settled {
		t.Errorf("%.1f MB are live after %d games, %.1f after %d", settled/1e6, warm, end/1e6, games)
	}
	runtime.KeepAlive(layouter)
	runtime.KeepAlive(painter)
}
