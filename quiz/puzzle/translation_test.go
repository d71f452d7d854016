package puzzle_test

import (
	"reflect"
	"strings"
	"testing"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/casetest"
	"holdtheline/quiz/puzzle"
)

// inCapitals is the small case in a made-up language, whose phrases stand in their
// paragraphs.
func inCapitals(t *testing.T, c *casefile.Case) *casefile.Translation {
	t.Helper()
	tr := &casefile.Translation{Format: casefile.Format, Case: c.ID, Language: "tlh", Of: c.Wording()}
	for _, text := range c.Texts() {
		tr.Texts = append(tr.Texts, strings.ToUpper(text.Text))
	}
	return tr
}

// TestItemsAreTheSameInEveryLanguage: one class may play in several languages.
func TestItemsAreTheSameInEveryLanguage(t *testing.T) {
	own := puzzle.New(casetest.LostCat(t))
	other, err := own.In(inCapitals(t, own.Case()))
	if err != nil {
		t.Fatal(err)
	}
	if own.Fingerprint() != other.Fingerprint() || own.Fingerprint() != own.Case().Fingerprint() {
		t.Errorf("the fingerprints are %s and %s", own.Fingerprint(), other.Fingerprint())
	}
	items, others := own.Items(), other.Items()
	if len(items) != len(others) || len(items) < 10 {
		t.Fatalf("%d items and %d", len(items), len(others))
	}
	kinds := map[puzzle.Kind]bool{}
	for i, it := range items {
		o := others[i]
		kinds[it.Kind()] = true
		if it.ID() != o.ID() || it.Kind() != o.Kind() || it.Weight() != o.Weight() || it.Chance() != o.Chance() {
			t.Errorf("%s isn't %s", it.ID(), o.ID())
		}
		if strings.ToUpper(it.Title()) != o.Title() || it.Title() == o.Title() {
			t.Errorf("%s is called %q", o.ID(), o.Title())
		}
		for seed := range uint64(5) {
			if !reflect.DeepEqual(it.Deal(seed), o.Deal(seed)) {
				t.Errorf("%s is dealt otherwise", it.ID())
			}
			form, in := it.Form(seed), o.Form(seed)
			for f := range form.Fields {
				if !reflect.DeepEqual(form.Fields[f].IDs(), in.Fields[f].IDs()) {
					t.Errorf("%s: the options of %s are %v and %v", it.ID(), form.Fields[f].Name, form.Fields[f].IDs(), in.Fields[f].IDs())
				}
			}
		}
		for _, answers := range [][2]string{{string(it.Best()), string(o.Best())}, {string(it.Worst()), string(o.Worst())}} {
			if answers[0] != answers[1] {
				t.Errorf("%s: an answer is %s and %s", it.ID(), answers[0], answers[1])
			}
			mark, err := it.Mark([]byte(answers[0]))
			if err != nil {
				t.Fatal(err)
			}
			in, err := o.Mark([]byte(answers[0]))
			if err != nil || !reflect.DeepEqual(mark, in) {
				t.Errorf("%s is marked %+v and %+v, %v", it.ID(), mark, in, err)
			}
			if _, err := o.Explain([]byte(answers[0])); err != nil {
				t.Errorf("%s can't be explained: %v", it.ID(), err)
			}
		}
	}
	if !kinds[puzzle.KindDate] || !kinds[puzzle.KindVerdict] {
		t.Errorf("only %v are compared", kinds)
	}
}

// TestAMarkedPhraseIsSaidInTheOtherLanguage: the answer names it in the case's own.
func TestAMarkedPhraseIsSaidInTheOtherLanguage(t *testing.T) {
	own := puzzle.New(casetest.LostCat(t))
	other, err := own.In(inCapitals(t, own.Case()))
	if err != nil {
		t.Fatal(err)
	}
	it, ok := other.Item("date-paper")
	if !ok {
		t.Fatal("there is no date-paper")
	}
	e, err := it.Explain(it.Best())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range e.Date.Phrases {
		if p.Phrase != strings.ToUpper(p.Phrase) || p.Why != strings.ToUpper(p.Why) {
			t.Errorf("%s is explained in the case's own language: %q, %q", p.ID, p.Phrase, p.Why)
		}
		if p.Chosen != p.GivesAway {
			t.Errorf("%s: chosen %v", p.ID, p.Chosen)
		}
	}
	if _, err := own.In(&casefile.Translation{Format: 1, Case: "another"}); err == nil {
		t.Error("the translation of another case is taken")
	}
}
