package compare

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"holdtheline/assets/words"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/report"
	"holdtheline/quiz/session"
)

// result is a report on so many true claims believed, of how many, and others.
func result(who, id string, hits, signals, alarms, noise int) report.Entry {
	var given []*puzzle.VerdictParts
	for i := range signals {
		v := puzzle.VerdictParts{Supported: casefile.Real, Given: casefile.Denied, Certainty: 2, CBM: -2}
		if i < hits {
			v.Given, v.Right, v.CBM = casefile.Real, true, 2
		}
		given = append(given, &v)
	}
	for i := range noise {
		v := puzzle.VerdictParts{Supported: casefile.Prank, Given: casefile.Prank, Certainty: 1, CBM: 1, Right: true}
		if i < alarms {
			v.Given, v.Right, v.CBM = casefile.Real, false, 0
		}
		given = append(given, &v)
	}
	return report.Entry{Who: who, Report: report.Report{
		Case: id, Title: "Story " + id, Finished: true, Mode: session.Assessment,
		Discernment: report.Discern(given), Calibration: report.Calibrate(given),
	}}
}

// pupils are a class of whom half began with case a, all with the same results.
func pupils(n int, before, after [4]int) (b, a []report.Entry) {
	for i := range n {
		who, first, second := fmt.Sprint("pupil ", i), "a", "b"
		if i%2 == 1 {
			first, second = second, first
		}
		b = append(b, result(who, first, before[0], before[1], before[2], before[3]))
		a = append(a, result(who, second, after[0], after[1], after[2], after[3]))
	}
	return b, a
}

// Nobody believes more than all or less than nothing.
func TestNoChangeIsLargerThanThereCanBe(t *testing.T) {
	before, after := pupils(6, [4]int{4, 4, 5, 5}, [4]int{0, 4, 0, 5})
	for _, c := range Of(before, after, Options{}).Changes {
		if m := c.Measure; (m == TrueBelieved || m == FalseBelieved) && (c.Low != -1 || c.Difference != -1 || c.High <= -1) {
			t.Errorf("from all to none the %s changes by %v, %v to %v", m, c.Difference, c.Low, c.High)
		}
	}
}

func TestFindings(t *testing.T) {
	for _, c := range []struct {
		name          string
		before, after [4]int
		pupil, class  Finding
	}{
		{"from guessing to telling all apart", [4]int{4, 8, 5, 8}, [4]int{8, 8, 0, 8}, Discerning, Discerning},
		{"from telling all apart to guessing", [4]int{8, 8, 0, 8}, [4]int{4, 8, 5, 8}, Duller, Duller},
		{"from believing nearly all to believing nearly nothing", [4]int{8, 8, 6, 8}, [4]int{2, 8, 0, 8}, Suspicious, Suspicious},
		{"the other way round", [4]int{2, 8, 0, 8}, [4]int{8, 8, 6, 8}, Trusting, Trusting},
		{"a false one less", [4]int{5, 7, 4, 7}, [4]int{5, 7, 3, 7}, Open, Open},
		{"the same", [4]int{6, 7, 2, 7}, [4]int{6, 7, 2, 7}, Open, Open},
		{"everything, both times", [4]int{7, 7, 7, 7}, [4]int{7, 7, 7, 7}, Open, Open},
		{"fewer of both, the false ones far more", [4]int{7, 8, 7, 8}, [4]int{5, 8, 1, 8}, Suspicious, Warier},
		{"three true ones only", [4]int{3, 3, 5, 8}, [4]int{3, 3, 0, 8}, Few, Few},
	} {
		one := Of([]report.Entry{result("ada", "a", c.before[0], c.before[1], c.before[2], c.before[3])},
			[]report.Entry{result("ada", "b", c.after[0], c.after[1], c.after[2], c.after[3])}, Options{})
		if one.Sort != Pupil || one.Finding != c.pupil {
			t.Errorf("%s: a pupil is %s, want %s: %+v", c.name, one.Finding, c.pupil, one.Changes)
		}
		before, after := pupils(24, c.before, c.after)
		all := Of(before, after, Options{})
		if all.Sort != Class || all.Finding != c.class {
			t.Errorf("%s: a class is %s, want %s: %+v", c.name, all.Finding, c.class, all.Changes)
		}
		groups := Of(before, after, Options{Unmatched: true})
		if groups.Sort != Groups || groups.Finding != c.class {
			t.Errorf("%s: groups are %s, want %s: %+v", c.name, groups.Finding, c.class, groups.Changes)
		}
	}
}

// One story being harder than the other looks like a change in each half of the
// class, and like none in both.
func TestHalvesCancelADifferenceBetweenCases(t *testing.T) {
	easy, hard := [4]int{8, 8, 0, 8}, [4]int{5, 8, 4, 8}
	of := func(share int) Comparison {
		var before, after []report.Entry
		for i := range 24 {
			who := fmt.Sprint(i)
			e := result(who, "easy", easy[0], easy[1], easy[2], easy[3])
			h := result(who, "hard", hard[0], hard[1], hard[2], hard[3])
			if i < share {
				e, h = h, e
			}
			before, after = append(before, e), append(after, h)
		}
		return Of(before, after, Options{})
	}
	if c := of(10); c.Finding != Open || c.Changes[2].Difference != 0 || slices.Contains(c.Cautions, OneOrder) {
		t.Errorf("in halves: %s, %v, %+v", c.Finding, c.Cautions, c.Changes[2])
	}
	for _, share := range []int{0, 3, 24} {
		if c := of(share); !slices.Contains(c.Cautions, OneOrder) {
			t.Errorf("%d of 24 began with the hard one: cautions %v", share, c.Cautions)
		}
	}
}

// Three cases make no halves, but if they are spread evenly, no case comes first.
func TestSeveralCases(t *testing.T) {
	var before, after []report.Entry
	for i := range 12 {
		who, ids := fmt.Sprint(i), []string{"a", "b", "c"}
		before = append(before, result(who, ids[i%3], 5, 8, 3, 8))
		after = append(after, result(who, ids[(i+1)%3], 5, 8, 3, 8))
	}
	if c := Of(before, after, Options{}); c.Before != 12 || c.Finding != Open || !slices.Equal(c.Cautions, []Caution{ManySingle}) {
		t.Errorf("%d pupils, %s, %v", c.Before, c.Finding, c.Cautions)
	}
}

func TestNobodyIsDroppedSilently(t *testing.T) {
	before, after := pupils(8, [4]int{4, 7, 4, 7}, [4]int{6, 7, 1, 7})
	before = append(before, result("early", "a", 4, 7, 4, 7), result("twin", "a", 4, 7, 4, 7), result("twin", "a", 4, 7, 4, 7), result("short", "a", 1, 2, 1, 7))
	after = append(after, result("late", "b", 4, 7, 4, 7), result("twin", "b", 4, 7, 4, 7), result("pupil 0", "b", 4, 7, 4, 7), result("short", "b", 4, 7, 4, 7))
	c := Of(before, after, Options{})
	want := []LeftOut{{"pupil 0", TwiceAfter}, {"early", OnlyBefore}, {"twin", TwiceBefore}, {"late", OnlyAfter}, {"short", TooFew}}
	if !slices.Equal(c.LeftOut, want) || c.Before != 7 || len(c.Pupils) != 8 {
		t.Errorf("left out %v of %d; %d pupils", c.LeftOut, c.Before, len(c.Pupils))
	}
	// With no name on both sides they are two groups.
	for i := range after {
		after[i].Who = "other " + after[i].Who
	}
	if c := Of(before, after, Options{}); c.Sort != Groups || c.Before+c.After+len(c.LeftOut) != len(before)+len(after) {
		t.Errorf("%s, %d before, %d after, left out %v", c.Sort, c.Before, c.After, c.LeftOut)
	}
	if c := Of(before[:1], after, Options{}); c.Finding != Few || len(c.LeftOut) != 12 {
		t.Errorf("one before, many after: %s, left out %v", c.Finding, c.LeftOut)
	}
	if c := Of(nil, nil, Options{}); c.Finding != Few || len(c.LeftOut) != 0 {
		t.Errorf("of nothing: %+v", c)
	}
}

func TestCautions(t *testing.T) {
	with := func(change func(e *report.Entry)) report.Entry {
		e := result("ada", "b", 5, 7, 2, 7)
		change(&e)
		return e
	}
	for _, c := range []struct {
		after report.Entry
		want  []Caution
	}{
		{with(func(*report.Entry) {}), []Caution{OneOrder}},
		{with(func(e *report.Entry) { e.Case = "a" }), []Caution{SameCase}},
		{with(func(e *report.Entry) { e.Finished = false }), []Caution{OneOrder, Unfinished}},
		{with(func(e *report.Entry) { e.Mode = session.Practice }), []Caution{OneOrder, Practised}},
		{with(func(e *report.Entry) { e.Who = "bo" }), []Caution{OneOrder, OtherName}},
	} {
		got := Of([]report.Entry{result("ada", "a", 5, 7, 2, 7)}, []report.Entry{c.after}, Options{})
		if !slices.Equal(got.Cautions, c.want) {
			t.Errorf("cautions %v, want %v", got.Cautions, c.want)
		}
	}
	before, after := pupils(10, [4]int{5, 7, 2, 7}, [4]int{5, 7, 2, 7})
	if c := Of(before, after, Options{}); !slices.Equal(c.Cautions, []Caution{ManySingle}) {
		t.Errorf("of ten in halves: %v", c.Cautions)
	}
	before, after = pupils(10, [4]int{5, 7, 4, 7}, [4]int{6, 7, 0, 7})
	if c := Of(before, after, Options{}); !slices.Equal(c.Cautions, []Caution{NotWhy, ManySingle}) {
		t.Errorf("of ten who got better: %v", c.Cautions)
	}
}

func TestNames(t *testing.T) {
	for file, want := range map[string]string{
		"ada.jsonl": "ada", "before/Ada.jsonl": "ada", `C:\class\ADA-before.jsonl`: "ada", "after_ada.jsonl": "ada",
		"nachher ada.jsonl": "ada", "ada.vorher.jsonl": "ada", "Ada Lovelace - post.jsonl": "ada lovelace",
		"before.jsonl": "before", "-before-.jsonl": "before", "preston.jsonl": "preston", "ada": "ada", "": ".", "a\x1b[2J.jsonl": "a\uFFFD[2j",
		"postbote.jsonl": "postbote", "müller.jsonl": "müller",
	} {
		if got := Name(file); got != want && !(file == "" && got == "") {
			t.Errorf("%q is of %q, want %q", file, got, want)
		}
	}
}

func TestNumbers(t *testing.T) {
	w, err := words.Load("de")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		v        float64
		decimals int
		want     string
	}{
		{0, 0, "0"},
		{0, 1, "0,0"},
		{12.4, 0, "+12"},
		{-12.6, 0, "−13"},
		{0.4, 0, "+0,4"},
		{-0.04, 1, "−0,04"},
		{0.0004, 1, "0,0"},
		{1.25, 1, "+1,2"},
		{-0.05, 1, "−0,1"},
	} {
		if got := number(c.v, c.decimals).In(w); got != c.want {
			t.Errorf("%v is %q, want %q", c.v, got, c.want)
		}
	}
}

// Every language has every text, and no placeholder is left open.
func TestWords(t *testing.T) {
	before, after := pupils(12, [4]int{4, 7, 4, 7}, [4]int{6, 7, 1, 7})
	before, after = append(before, result("early", "a", 4, 7, 4, 7), result("x", "a", 1, 1, 0, 0)), append(after, result("late", "b", 4, 7, 4, 7), result("x", "b", 1, 1, 0, 0))
	all := []Comparison{
		Of(before, after, Options{}), Of(before, after, Options{Unmatched: true}),
		Of(before[:1], after[:1], Options{}), Of(before[:1], after[1:2], Options{}), Of(before[13:], after[13:], Options{}),
	}
	for _, lang := range words.Languages() {
		w, err := words.Load(lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range Keys() {
			if !w.Has(key) && !w.Has(key+".other") {
				t.Errorf("%s.json has no %q", lang, key)
			}
		}
		for _, c := range all {
			for _, f := range Findings() {
				c.Finding = f
				for _, line := range c.Lines() {
					if text := line.Text.In(w); strings.ContainsAny(text, "{}[]") || text == "" {
						t.Errorf("%s: %q", lang, text)
					}
				}
			}
		}
	}
}

// A comparison never says in words that somebody got better unless both measures
// of discernment leave room for nothing else.
func TestBetterIsSaidOnlyWhereTheIntervalsSaySo(t *testing.T) {
	const n = 7
	for h := range n + 1 {
		for f := range n + 1 {
			for h1 := range n + 1 {
				for f1 := range n + 1 {
					c := Of([]report.Entry{result("", "a", h, n, f, n)}, []report.Entry{result("", "b", h1, n, f1, n)}, Options{})
					better := c.Finding == Discerning || c.Finding == Warier
					if better != (c.Changes[2].Low > 0 && c.Changes[3].Low > 0) {
						t.Fatalf("%d %d, then %d %d: %s with %+v", h, f, h1, f1, c.Finding, c.Changes[2])
					}
					if h1 < h && f1 < f && c.Finding == Discerning && c.Changes[0].Fell() {
						t.Fatalf("%d %d, then %d %d: %s", h, f, h1, f1, c.Finding)
					}
				}
			}
		}
	}
}

func TestTable(t *testing.T) {
	before, after := pupils(6, [4]int{4, 7, 4, 7}, [4]int{6, 7, 1, 7})
	before[0].Who, after[0].Who = "=1+1", "=1+1"
	before = append(before, result("@late", "a", 1, 7, 1, 7))
	c := Of(before, after, Options{})
	var out bytes.Buffer
	if err := c.WriteCSV(&out); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&out).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if want := 1 + 6*(1+6) + 1; len(rows) != want || !slices.Equal(rows[0], columns) {
		t.Errorf("%d rows, want %d; header %v", len(rows), want, rows[0])
	}
	if rows[7][1] != "'=1+1" || rows[len(rows)-1][1] != "'@late" {
		t.Errorf("cells that a spreadsheet would run: %v, %v", rows[7], rows[len(rows)-1])
	}
	if rows[1][0] != "class" || rows[1][11] != "24" || rows[1][12] != "42" || rows[3][8] == "" {
		t.Errorf("row of the class %v", rows[1])
	}
	if _, err := json.Marshal(c); err != nil {
		t.Error(err)
	}
}
