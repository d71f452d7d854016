package authoring

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/internal/tree"
	"holdtheline/quiz/evidence"
	"holdtheline/quiz/puzzle"
)

// How far two parallel forms may be apart.
const (
	mostStampsApart = 1   // verdicts for which a stamp is right
	mostHalvesApart = 1   // verdicts with a second answer that earns something
	mostWordsApart  = 0.1 // of the longer form's words
	mostGradesApart = 1.0 // reading grades, by Flesch–Kincaid
)

// Measures sums up what a test asks of a pupil.
type Measures struct {
	Verdicts int
	Right    map[casefile.Verdict]int // for how many verdicts each stamp is right
	Halves   int                      // verdicts with a second answer that earns something
	Beats    int
	Tabs     int
	Puzzles  map[casefile.PuzzleKind][]int // by kind, how many cards or options each puzzle has, ascending
	Words    int                           // that a pupil reads before everything is answered; hints are not among them
	Grade    float64                       // the reading grade of these words, by Flesch–Kincaid; English only
}

// Measure sums up a case.
func Measure(c *casefile.Case) Measures {
	m := Measures{Right: map[casefile.Verdict]int{}, Puzzles: map[casefile.PuzzleKind][]int{}}
	x := evidence.New(c)
	for _, s := range c.Sources {
		if s.Tab {
			m.Tabs++
		}
	}
	for _, r := range c.Rooms {
		m.Beats += len(r.Beats)
		for _, b := range r.Beats {
			m.Verdicts += len(b.Ask)
			for _, a := range b.Ask {
				if status, ok := x.StatusAt(a.Claim, b.At); ok {
					m.Right[status.Is]++
					if len(status.Defensible) > 0 {
						m.Halves++
					}
				}
			}
		}
		for i := range r.Puzzles {
			p := &r.Puzzles[i]
			m.Puzzles[p.Kind] = append(m.Puzzles[p.Kind], choices(p))
		}
	}
	for _, sizes := range m.Puzzles {
		slices.Sort(sizes)
	}
	words, sentences, syllables := measure(allOf(c))
	m.Words = words
	if words > 0 {
		m.Grade = grade(words, sentences, syllables)
	}
	return m
}

// choices counts the cards or options of a puzzle: what is in the lists that only some
// kinds take.
func choices(p *casefile.Puzzle) int {
	n, v := 0, reflect.ValueOf(p).Elem()
	for i, f := range tree.Fields(v.Type()) {
		if f.Type.Kind() == reflect.Slice && len(puzzle.KindsWithKey(f.Key)) > 0 {
			n += v.Field(i).Len()
		}
	}
	return n
}

// allOf returns everything that a pupil reads from the briefing to the last
// question, each piece ending a sentence.
func allOf(c *casefile.Case) []string {
	text := []string{c.Title, c.Summary, c.ContentNote}
	titles := func(ids []string) {
		for _, id := range ids {
			if src, ok := c.Source(id); ok {
				text = append(text, src.Title)
			}
		}
	}
	written := c.Texts()
	for i := range c.Rooms {
		r := &c.Rooms[i]
		text = append(text, r.Title, r.Intro)
		for j := range r.Beats {
			b := &r.Beats[j]
			text = append(text, b.Title)
			titles(b.Arrivals)
			text = append(text, textOf(c, b)...)
			for _, id := range b.Tabs {
				if src, ok := c.Source(id); ok {
					text = append(text, src.Lead, src.Title)
					for _, p := range src.Digest {
						text = append(text, p.Text)
					}
				}
			}
		}
		for j := range r.Puzzles {
			p := &r.Puzzles[j]
			here := "rooms." + r.ID + "." + p.ID + "."
			for _, one := range written {
				if key, ok := strings.CutPrefix(one.Place, here); ok && key != "hint" && !strings.HasSuffix(key, "why") { // which come with help or afterwards
					text = append(text, one.Text)
				}
			}
			for _, id := range p.Events {
				if e, ok := c.Event(id); ok {
					text = append(text, e.Title)
				}
			}
			titles(p.Sources)
			for _, id := range p.Points {
				if point, ok := c.Point(id); ok {
					text = append(text, point.Question)
				}
			}
			if cl, ok := c.Claim(p.Claim); ok {
				text = append(text, cl.Text)
			}
		}
	}
	return text
}

// Parallel returns where form a and form b of a test are not alike in what they
// ask: only alike can they be set against each other, one before the lesson and one
// after it. It compares the verdicts, for how many of them each stamp is right and
// for how many a second answer earns something, the beats and tabs, the puzzles by
// kind and size, the minutes, and the length and grade of the reading. Whether the
// questions are equally hard only pupils can show.
func Parallel(a, b *casefile.Case) casefile.Problems {
	var k casefile.Collector
	if a.Form != casefile.FormA || b.Form != casefile.FormB {
		k.Report("form", "give the two cases the forms a and b", "the forms are %q and %q", string(a.Form), string(b.Form))
	}
	if a.Language != b.Language {
		k.Report("language", "compare two forms in one language", "form a is in %q and form b in %q", a.Language, b.Language)
	}
	if a.Minutes != b.Minutes {
		k.Report("minutes", "write the same minutes in both", "form a takes %d minutes and form b %d", a.Minutes.Full, b.Minutes.Full)
	}
	inA, inB := Measure(a), Measure(b)
	same := func(path, what string, inA, inB int) {
		if inA != inB {
			more, fewer := "a", "b"
			if inA < inB {
				more, fewer = fewer, more
			}
			k.Report(path, fmt.Sprintf("add %d to form %s, or leave out as many in form %s", abs(inA-inB), fewer, more), "form a has %d %s and form b %d", inA, what, inB)
		}
	}
	same("rooms", "verdicts", inA.Verdicts, inB.Verdicts)
	same("rooms", "beats", inA.Beats, inB.Beats)
	same("sources", "tabs", inA.Tabs, inB.Tabs)
	for _, v := range casefile.Verdicts() {
		if n, m := inA.Right[v], inB.Right[v]; abs(n-m) > mostStampsApart {
			k.Report("claims", fmt.Sprintf("ask in one of the forms about another claim, so that they differ by %d at most", mostStampsApart), "%q is right for %d verdicts of form a and %d of form b", string(v), n, m)
		}
	}
	if n, m := inA.Halves, inB.Halves; abs(n-m) > mostHalvesApart {
		k.Report("claims", fmt.Sprintf("decide alike what can be defended, so that they differ by %d at most", mostHalvesApart), "a second answer earns something at %d verdicts of form a and at %d of form b", n, m)
	}
	for _, kind := range puzzle.Kinds() {
		if n, m := inA.Puzzles[kind], inB.Puzzles[kind]; len(n) != len(m) {
			same("rooms", fmt.Sprintf("puzzles of the kind %q", kind), len(n), len(m))
		} else if !slices.Equal(n, m) {
			k.Report("rooms", "offer as many cards or options in both", "puzzles of the kind %q have %v cards or options in form a and %v in form b", string(kind), n, m)
		}
	}
	n, m := inA.Words, inB.Words
	if abs(n-m) > int(mostWordsApart*float64(max(n, m))) {
		longer := "a"
		if m > n {
			longer = "b"
		}
		k.Report("sources", fmt.Sprintf("shorten form %s to at most %d words, or let the other say more", longer, longest(min(n, m))), "there are %d words to read in form a and %d in form b, more than %.0f %% apart", n, m, 100*mostWordsApart)
	}
	if a.Language == b.Language && inEnglish(a) && math.Abs(inA.Grade-inB.Grade) > mostGradesApart {
		harder := "a"
		if inB.Grade > inA.Grade {
			harder = "b"
		}
		k.Report("sources", fmt.Sprintf("use shorter sentences and shorter words in form %s", harder), "form a reads at grade %.1f and form b at %.1f (Flesch–Kincaid), more than %.0f apart", inA.Grade, inB.Grade, mostGradesApart)
	}
	return k.Problems()
}

// longest returns the most words that a form may have beside one of so many.
func longest(words int) int { return int(float64(words) / (1 - mostWordsApart)) }

func abs(n int) int { return max(n, -n) }
