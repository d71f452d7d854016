package enlarge_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/authoring"
	"holdtheline/quiz/casefile/authoring/complete"
	"holdtheline/quiz/casefile/authoring/edit"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/evidence"
	"holdtheline/quiz/infer"
	"holdtheline/quiz/outline"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/simulate"
)

// A stage is something that is done with a whole case.
type stage struct {
	name string
	run  func() error
}

// stages lists everything that an author or a player waits for.
func stages(t testing.TB, n int) []stage {
	text := enlarged(t, n)
	c := loaded(t, text)
	compiled, err := authoring.JSON(c)
	if err != nil {
		t.Fatal(err)
	}
	draft := sparse(t, c, text)
	last := len(c.Sources) - 1
	lines := strings.Split(string(text), "\n")
	line := 0 // the last that names paragraphs
	const key = "asserted_by: ["
	for i := range lines {
		if strings.Contains(lines[i], key) {
			line = i
		}
	}
	before := lines[line][:strings.Index(lines[line], key)+len(key)]
	changing := func(op edit.Op) func() error {
		return func() error {
			_, err := edit.Apply(text, op)
			return err
		}
	}
	return []stage{
		{"read and check", func() error {
			if r := authoring.Read("case.yaml", text); r.Case == nil {
				return r.Errors
			}
			return nil
		}},
		{"infer", func() error {
			if whole, _ := infer.Complete(draft, infer.Setting{}); len(whole.Claims[0].Status) == 0 {
				return fmt.Errorf("nothing is inferred")
			}
			return nil
		}},
		{"load", func() error { _, err := casefile.LoadForeign(compiled); return err }},
		{"evidence", func() error {
			x := evidence.New(c)
			for i := range c.Claims {
				x.Statements(&c.Claims[i]).At(c.Claims[i].Status[0].From, func(string) bool { return true })
			}
			return nil
		}},
		{"cast", func() error { evidence.Cast(c); return nil }},
		{"items", func() error { puzzle.New(c).Items(); return nil }},
		{"mark", func() error {
			for _, it := range puzzle.New(c).Items() {
				if _, err := it.Explain(it.Worst()); err != nil {
					return err
				}
			}
			return nil
		}},
		{"play", func() error { _, err := play(puzzle.New(c)); return err }},
		{"simulate", func() error {
			test, err := simulate.NewTest(puzzle.New(c))
			if err == nil {
				_, err = simulate.Run(test, 20, 1)
			}
			return err
		}},
		{"outline", func() error { outline.Of(c); return nil }},
		{"set", changing(edit.Op{Do: edit.Set, Path: edit.Path{"sources", last, "title"}, Value: json.RawMessage(`"Another"`)})},
		{"add", changing(edit.Op{Do: edit.Add, Path: edit.Path{"sources"}, Value: json.RawMessage(`{"id": "another", "title": "Another"}`), To: last + 1})},
		{"move", changing(edit.Op{Do: edit.Move, Path: edit.Path{"sources", last}, To: last / 2})},
		{"remove", changing(edit.Op{Do: edit.Remove, Path: edit.Path{"sources", last}})},
		{"as JSON", func() error { _, err := edit.JSON(text); return err }},
		{"complete", func() error {
			if found := complete.At(string(text), line+1, before); len(found.List) < last {
				return fmt.Errorf("%d can be written, of %d sources", len(found.List), last+1)
			}
			return nil
		}},
	}
}

// sparse returns a case without what can be inferred from the rest.
func sparse(t testing.TB, c *casefile.Case, text []byte) *casefile.Case {
	t.Helper()
	draft := loaded(t, bytes.Clone(text))
	if draft.ID != c.ID {
		t.Fatal("another case")
	}
	for i := range draft.Claims {
		draft.Claims[i].Status = nil
	}
	for i := range draft.Events {
		draft.Events[i].Known = edtf.Date{}
	}
	for i := range draft.Sources {
		draft.Sources[i].Directness, draft.Sources[i].DatedBy = "", ""
	}
	for i := range draft.Rooms {
		for j := range draft.Rooms[i].Beats {
			draft.Rooms[i].Beats[j].Arrivals, draft.Rooms[i].Beats[j].Tabs = nil, nil
		}
	}
	draft.Minutes = casefile.Minutes{}
	return draft
}

// mostGrowth is how many times as much a case ten times as large may take. In
// proportion it is ten times, and ten times log n for what is sorted.
const mostGrowth = 13

// What every stage allocates grows in proportion to the case, in number and in size:
// both are nearly the same in every run, whatever else the machine does. What compares
// each part with each without allocating is seen by the benchmark alone.
func TestGrowth(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	one, ten := stages(t, 1), stages(t, 10)
	for i := range one {
		smallCount, smallBytes := allocated(t, one[i])
		largeCount, largeBytes := allocated(t, ten[i])
		for _, of := range []struct {
			what         string
			small, large uint64
		}{{"allocations", smallCount, largeCount}, {"bytes", smallBytes, largeBytes}} {
			growth := float64(of.large) / float64(max(1, of.small))
			t.Logf("%s: %d %s, ten times as large %d, which is %.1f times as many", one[i].name, of.small, of.what, of.large, growth)
			if growth > mostGrowth {
				t.Errorf("%s: a case ten times as large takes %.1f times as many %s, more than %d", one[i].name, growth, of.what, mostGrowth)
			}
		}
	}
}

// allocated returns how often a stage allocates and how many bytes, the least of several
// runs: how a map grows differs a little, and what is made once is made in the first. No
// collection of garbage takes away what is kept for use again.
func allocated(t *testing.T, s stage) (count, bytes uint64) {
	t.Helper()
	runtime.GC()
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	count, bytes = math.MaxUint64, math.MaxUint64
	for range 3 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if err := s.run(); err != nil {
			t.Fatalf("%s: %v", s.name, err)
		}
		runtime.ReadMemStats(&after)
		count, bytes = min(count, after.Mallocs-before.Mallocs), min(bytes, after.TotalAlloc-before.TotalAlloc)
	}
	return count, bytes
}

// BenchmarkTenTimes measures every stage with a case ten times The Call, and how many
// times as long it takes as with The Call.
func BenchmarkTenTimes(b *testing.B) {
	one, ten := stages(b, 1), stages(b, 10)
	for i, s := range ten {
		b.Run(s.name, func(b *testing.B) {
			small := lasting(b, one[i])
			for b.Loop() {
				if err := s.run(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed())/float64(b.N)/float64(small), "times")
		})
	}
}

// lasting returns how long a stage takes: the shortest of several runs.
func lasting(b *testing.B, s stage) time.Duration {
	const runs = 10
	least := time.Hour
	for range runs {
		begun := time.Now()
		if err := s.run(); err != nil {
			b.Fatal(err)
		}
		least = min(least, time.Since(begun))
	}
	return max(1, least)
}
