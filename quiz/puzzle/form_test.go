package puzzle

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"holdtheline/quiz/edtf"
)

// keyed shows every text as its key, and dates as they are written in a case.
type keyed struct{}

func (keyed) Say(key string, args ...any) string { return "[" + key + fmt.Sprint(args...) + "]" }
func (keyed) Count(key string, n int, args ...any) string {
	return fmt.Sprintf("[%s %d%s]", key, n, fmt.Sprint(args...))
}
func (keyed) Date(d edtf.Date) string { return d.String() }

func TestEveryFormCanBeFilledIn(t *testing.T) {
	for _, it := range loadSet(t).Items() {
		form := it.Form(3)
		if len(form.Fields) == 0 || form.Bare && len(form.Fields) != 1 {
			t.Errorf("%s has %d fields", it.ID(), len(form.Fields))
		}
		names := map[string]bool{}
		for _, f := range form.Fields {
			if f.Name == "" || names[f.Name] || f.Label.In(keyed{}) == "" {
				t.Errorf("%s: the field %q has no name or label of its own", it.ID(), f.Name)
			}
			names[f.Name] = true
			seen := map[string]bool{}
			for _, o := range f.Options {
				if o.ID == "" || seen[o.ID] || strings.TrimSpace(o.Label.In(keyed{})) == "" {
					t.Errorf("%s: the option %q of %s has no id or words of its own", it.ID(), o.ID, f.Name)
				}
				seen[o.ID] = true
			}
			if len(f.Options) < 2 && it.Kind() != KindTabs {
				t.Errorf("%s: there is no choice at %s", it.ID(), f.Name)
			}
		}
		// Filled in part by part, it is the best answer.
		best, draft := form.Draft(it.Best()), form.Draft(nil)
		for _, f := range form.Fields {
			if (f.Pick == PickOne || f.Pick == PickLinks) && draft.Complete() {
				t.Errorf("%s is complete without %s", it.ID(), f.Name)
			}
			var ok bool
			switch f.Pick {
			case PickOrder:
				draft, ok = draft.Arrange(f.Name, best.Value(f.Name))
			case PickLinks:
				for _, l := range best.Links(f.Name) {
					if draft, ok = draft.Link(f.Name, l.From, l.To); !ok {
						break
					}
				}
			default:
				for _, id := range best.Value(f.Name) {
					if draft, ok = draft.Fill(f.Name, id); !ok {
						break
					}
				}
			}
			if !ok {
				t.Errorf("%s: %s can't be filled in with %v", it.ID(), f.Name, best.Value(f.Name))
			}
			draft = form.Draft(draft.JSON()) // as it is kept in a log
		}
		if mark, err := it.Mark(draft.JSON()); err != nil || mark.Value != 1 || !draft.Complete() {
			t.Errorf("%s: filled in as %s it marks %v, %v", it.ID(), draft.JSON(), mark.Value, err)
		}
	}
}

func TestDraftIgnoresWhatIsNotOffered(t *testing.T) {
	s := loadSet(t)
	for _, it := range s.Items() {
		form := it.Form(3)
		empty := string(form.Draft(nil).JSON())
		for _, raw := range []string{``, `null`, `7`, `"x"`, `[1, null]`, `["x"]`, `{"x": 1}`, `{"is": 4, "certainty": "2", "window": null, "phrases": ["x"], "origin": [], "witnesses": 1.5}`} {
			if got := string(form.Draft(json.RawMessage(raw)).JSON()); got != empty {
				t.Errorf("%s: %s was read as %s", it.ID(), raw, got)
			}
		}
		d := form.Draft(it.Best())
		if _, ok := d.Fill(form.Fields[0].Name, "x"); ok {
			t.Errorf("%s takes what is not on offer", it.ID())
		}
		if _, ok := d.Fill("x", "x"); ok {
			t.Errorf("%s takes a field that it does not have", it.ID())
		}
		if _, ok := d.Arrange(form.Fields[0].Name, []string{"x"}); ok {
			t.Errorf("%s takes an order of other things", it.ID())
		}
	}
	var none Form
	if none.Draft(nil).Complete() || none.Draft(json.RawMessage(`null`)).AsDealt() {
		t.Error("a form without a field is complete")
	}
}

func TestFillTogglesAChoiceOfMany(t *testing.T) {
	it, _ := loadSet(t).Item("date-paper")
	form := it.Form(1)
	d := form.Draft(nil)
	for _, step := range []struct{ field, option, want string }{
		{"phrases", "twice a week", `{"phrases":["twice a week"]}`},
		{"window", "2021-03-03", `{"window":"2021-03-03","phrases":["twice a week"]}`},
		{"phrases", "found the school cat yesterday", `{"window":"2021-03-03","phrases":["twice a week","found the school cat yesterday"]}`},
		{"phrases", "twice a week", `{"window":"2021-03-03","phrases":["found the school cat yesterday"]}`},
		{"window", "2021-03-01/2021-03-02", `{"window":"2021-03-01/2021-03-02","phrases":["found the school cat yesterday"]}`},
	} {
		before := string(d.JSON())
		next, ok := d.Fill(step.field, step.option)
		if got := string(next.JSON()); !ok || got != step.want {
			t.Errorf("after %s %q it is %s, want %s", step.field, step.option, got, step.want)
		}
		if string(d.JSON()) != before {
			t.Error("filling in changed the draft before")
		}
		d = next
	}
}

func TestOrderIsAsDealtUntilMoved(t *testing.T) {
	it, _ := loadSet(t).Item("order-happened")
	form := it.Form(5)
	d := form.Draft(nil)
	if !slices.Equal(d.Value("cards"), it.Deal(5)) || d.AsDealt() {
		t.Error("an untouched order lies as dealt, and nobody has said that it is meant")
	}
	if !form.Draft(d.JSON()).AsDealt() || form.Draft(it.Best()).AsDealt() {
		t.Error("only an order equal to the deal is as dealt")
	}
}

func TestWorstAnswersAreWrong(t *testing.T) {
	for _, it := range loadSet(t).Items() {
		form := it.Form(0)
		for _, answer := range []json.RawMessage{it.Worst(), form.Worst(it.Best())} {
			if mark, err := it.Mark(answer); err != nil || mark.Value > 0.5 {
				t.Errorf("%s: the wrong answer %s marks %v, %v", it.ID(), answer, mark.Value, err)
			}
		}
	}
}

// everyAnswer lists all answers to a form.
func everyAnswer(f *Form) []Draft {
	answers := []Draft{f.Draft(nil)}
	for _, field := range f.Fields {
		var values [][]string
		ids := field.IDs()
		switch field.Pick {
		case PickOne:
			for _, id := range ids {
				values = append(values, []string{id})
			}
		case PickMany:
			for set := range 1 << len(ids) {
				chosen := []string{}
				for i, id := range ids {
					if set>>i&1 == 1 {
						chosen = append(chosen, id)
					}
				}
				values = append(values, chosen)
			}
		case PickOrder:
			values = arrangements(ids)
		case PickLinks:
			for i := range answers {
				answers[i] = answers[i].withLinks(field.Name, nil)
			}
			answers = everyLinking(answers, &field)
			continue
		}
		var all []Draft
		for _, answer := range answers {
			for _, value := range values {
				all = append(all, answer.with(field.Name, value))
			}
		}
		answers = all
	}
	return answers
}

// everyLinking lists all ways to link the options of a field: the root leads to
// another, and every other option lies, hangs alone, or leads to another.
func everyLinking(answers []Draft, f *Field) []Draft {
	for _, from := range f.IDs() {
		var all []Draft
		for _, d := range answers {
			if from != f.Root {
				all = append(all, d, d.withLinks(f.Name, append(d.Links(f.Name), Link{From: from})))
			}
			for _, to := range f.IDs() {
				if to != from {
					all = append(all, d.withLinks(f.Name, append(d.Links(f.Name), Link{from, to})))
				}
			}
		}
		answers = all
	}
	return answers
}

func arrangements(ids []string) [][]string {
	if len(ids) == 0 {
		return [][]string{{}}
	}
	var all [][]string
	for i, id := range ids {
		for _, rest := range arrangements(slices.Delete(slices.Clone(ids), i, i+1)) {
			all = append(all, append([]string{id}, rest...))
		}
	}
	return all
}

// For every kind, guessing earns the mean over all answers.
func TestChanceIsTheMeanOfAllAnswers(t *testing.T) {
	for _, it := range loadSet(t).Items() {
		form := it.Form(0)
		answers := everyAnswer(&form)
		sum := 0.0
		for _, answer := range answers {
			mark, err := it.Mark(answer.JSON())
			if err != nil {
				t.Fatal(err)
			}
			sum += mark.Value
		}
		if mean := sum / float64(len(answers)); !near(mean, it.Chance()) {
			t.Errorf("%s: guessing earns %v, and %v is told", it.ID(), mean, it.Chance())
		}
	}
}

// Two lists of one item that are equally long are not shuffled alike.
func TestListsOfOneItemAreShuffledDifferently(t *testing.T) {
	list := []int{1, 2, 3, 4, 5, 6}
	alike := 0
	for seed := range uint64(100) {
		if slices.Equal(dealt(seed, "item", list), dealtField(seed, "item", "people", list)) {
			alike++
		}
	}
	if alike > 3 {
		t.Errorf("of 100 deals %d are alike", alike)
	}
}

// The explanations in words, written out for one case.
func TestExplanationsInWords(t *testing.T) {
	s := loadSet(t)
	for item, want := range map[string]string{
		"found-thursday": "A joke", // as the case words the stamp
		"home-monday":    "[verdict.real]",
		"date-paper":     "2021-03-03",
		"spot-library":   "Was there a cat in the library?",
	} {
		it, _ := s.Item(item)
		e := explain(t, s, item, string(it.Best()))
		if got := e.Answer.In(keyed{}); !strings.Contains(got, want) {
			t.Errorf("%s: the answer is told as %q", item, got)
		}
	}
	for _, it := range s.Items() {
		if it.Kind() == KindVerdict || it.Kind() == KindTabs {
			continue
		}
		best, worst := explain(t, s, it.ID(), string(it.Best())), explain(t, s, it.ID(), string(it.Worst()))
		if len(best.Lines) == 0 || len(best.Lines) != len(worst.Lines) {
			t.Errorf("%s is told in %d lines", it.ID(), len(best.Lines))
			continue
		}
		wrong := 0
		for i, line := range best.Lines {
			if line.Text.In(keyed{}) == "" || !line.Right {
				t.Errorf("%s: line %d of the right answer is %q, right %t", it.ID(), i, line.Text.In(keyed{}), line.Right)
			}
			if !worst.Lines[i].Right {
				wrong++
			}
		}
		if wrong == 0 {
			t.Errorf("%s: nothing is told to be wrong about %s", it.ID(), it.Worst())
		}
	}
}

func TestMadeUpTitleLosesItsBrackets(t *testing.T) {
	s := loadSet(t)
	c := s.Case()
	c.Sources[0].Title = "[The photo]"
	if got := titleOf(c, c.Sources[0].ID).In(keyed{}); got != "The photo" {
		t.Errorf("it is told as %q", got)
	}
	args := say("key", "date", edtf.MustParse("2021"), "n", 7, "words", text("a"))
	if got := together(args, text(" b")).In(keyed{}); !strings.Contains(got, "2021") || !strings.HasSuffix(got, " b") {
		t.Errorf("it is told as %q", got)
	}
}
