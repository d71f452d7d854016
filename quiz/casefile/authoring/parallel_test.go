package authoring_test

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/authoring"
)

// formOf loads the small case as one form of a test.
func formOf(t *testing.T, f casefile.Form) *casefile.Case {
	t.Helper()
	const file = "../testdata/lost-cat.yaml"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	c, problems := authoring.Load(file, data)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	c.Form = f
	return c
}

func TestParallel(t *testing.T) {
	plain := strings.Repeat("She is a cat. ", 9)
	for _, test := range []struct {
		name   string
		change func(b *casefile.Case) // of form b
		want   string                 // the problem; none if empty
	}{
		{"alike", func(*casefile.Case) {}, ""},
		{"two of one form", func(b *casefile.Case) { b.Form = casefile.FormA }, `form: the forms are "a" and "a"`},
		{"another language", func(b *casefile.Case) { b.Language = "de" }, `language: form a is in "en" and form b in "de"`},
		{"more minutes", func(b *casefile.Case) { b.Minutes = casefile.Minutes{Quick: 12, Lesson: 12, Full: 12} }, "minutes: form a takes 10 minutes and form b 12"},
		{
			"a verdict less",
			func(b *casefile.Case) { b.Rooms[0].Beats[2].Ask = nil },
			"rooms: form a has 4 verdicts and form b 3\n    → add 1 to form b, or leave out as many in form a",
		},
		{
			"a beat more",
			func(b *casefile.Case) {
				b.Rooms[0].Beats = append(b.Rooms[0].Beats, casefile.Beat{ID: "tuesday-after", At: b.Rooms[0].Beats[3].At})
			},
			"rooms: form a has 4 beats and form b 5\n    → add 1 to form a, or leave out as many in form b",
		},
		{"no tab", func(b *casefile.Case) { b.Sources[5].Tab = false }, "sources: form a has 1 tabs and form b 0"},
		{
			"a stamp one verdict apart",
			func(b *casefile.Case) { b.Rooms[0].Beats[3].Ask[0].Claim = "found" },
			"",
		},
		{
			"a stamp two verdicts apart",
			func(b *casefile.Case) {
				b.Rooms[0].Beats[3].Ask[0].Claim = "found"
				b.Rooms[0].Beats[1].At = b.Rooms[0].Beats[2].At
			},
			`claims: "prank" is right for 1 verdicts of form a and 3 of form b`,
		},
		{
			"more to defend",
			func(b *casefile.Case) {
				for i := range b.Claims {
					for j := range b.Claims[i].Status {
						b.Claims[i].Status[j].Defensible = map[casefile.Verdict]float64{casefile.Denied: 0.5}
					}
				}
			},
			"claims: a second answer earns something at 1 verdicts of form a and at 4 of form b",
		},
		{
			"a puzzle less",
			func(b *casefile.Case) { b.Rooms[1].Puzzles = b.Rooms[1].Puzzles[:1] },
			`rooms: form a has 2 puzzles of the kind "order" and form b 1`,
		},
		{
			"a card less",
			func(b *casefile.Case) { b.Rooms[1].Puzzles[0].Events = b.Rooms[1].Puzzles[0].Events[:5] },
			`rooms: puzzles of the kind "order" have [5 6] cards or options in form a and [5 5] in form b`,
		},
		{
			"longer",
			func(b *casefile.Case) { b.Rooms[0].Beats[0].Scene += " " + plain + plain + plain },
			"words to read in form a and",
		},
		{
			"a little longer",
			func(b *casefile.Case) { b.Rooms[0].Beats[0].Scene += " She is a cat." },
			"",
		},
		{
			"harder",
			func(b *casefile.Case) {
				b.Summary = strings.Repeat("Institutional deliberations notwithstanding, administrative communications necessitated extraordinary investigations. ", 3)
			},
			"use shorter sentences and shorter words in form b",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			b := formOf(t, casefile.FormB)
			test.change(b)
			problems := authoring.Parallel(formOf(t, casefile.FormA), b)
			if got := problems.Error(); !strings.Contains(got, test.want) || (test.want == "") != (len(problems) == 0) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// TestTheLongerFormIsToldHowLongItMayBe: the number that is named is enough.
func TestTheLongerFormIsToldHowLongItMayBe(t *testing.T) {
	a := formOf(t, casefile.FormA)
	least := authoring.Measure(a).Words
	most := least
	for extra := 1; extra < least; extra++ {
		b := formOf(t, casefile.FormB)
		b.Summary += strings.Repeat(" cat", extra)
		if problems := authoring.Parallel(a, b); strings.Contains(problems.Error(), "words to read") {
			break
		}
		most = least + extra
	}
	b := formOf(t, casefile.FormB)
	b.Summary += strings.Repeat(" cat", least)
	want := "shorten form b to at most " + strconv.Itoa(most) + " words"
	if got := authoring.Parallel(a, b).Error(); !strings.Contains(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestMeasureCountsWhatAPupilReads(t *testing.T) {
	c := formOf(t, casefile.FormA)
	before := authoring.Measure(c)
	for i := range c.Claims {
		for j := range c.Claims[i].Status {
			c.Claims[i].Status[j].Why += " More words that come after the answer."
		}
	}
	for i := range c.Rooms {
		for j := range c.Rooms[i].Puzzles {
			c.Rooms[i].Puzzles[j].Hint += " More words that a test does not show."
		}
	}
	if after := authoring.Measure(c).Words; after != before.Words {
		t.Errorf("reasons or hints are counted: %d words, then %d", before.Words, after)
	}
	c.Events[0].Title += " once more"
	if after, want := authoring.Measure(c).Words, before.Words+4; after != want {
		t.Errorf("two words on a card of two timelines: %d words, want %d", after, want)
	}
}
