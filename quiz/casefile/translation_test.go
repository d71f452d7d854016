package casefile_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/casetest"
)

// everyCase are the shipped cases and the small one.
func everyCase(t *testing.T) []*casefile.Case {
	t.Helper()
	files, err := filepath.Glob("../../assets/cases/*/case.json")
	if err != nil || len(files) == 0 {
		t.Fatal("there are no cases", err)
	}
	all := []*casefile.Case{casetest.LostCat(t)}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		c, err := casefile.LoadCompiled(data)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, c)
	}
	return all
}

// translated is the translation that changes each text as change does.
func translated(c *casefile.Case, language string, change func(string) string) *casefile.Translation {
	t := &casefile.Translation{Format: casefile.Format, Case: c.ID, Language: language, Of: c.Wording()}
	for _, text := range c.Texts() {
		t.Texts = append(t.Texts, change(text.Text))
	}
	return t
}

func asJSON(t *testing.T, value any) string {
	t.Helper()
	data, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestTheIdentityTranslationChangesNothing(t *testing.T) {
	for _, c := range everyCase(t) {
		in, err := translated(c, c.Language, func(s string) string { return s }).Apply(c)
		if err != nil {
			t.Fatal(err)
		}
		if asJSON(t, in) != asJSON(t, c) {
			t.Errorf("%s isn't the same any more", c.ID)
		}
	}
}

// TestATranslationHasEveryTextAndNothingElse marks every text: what is not marked then
// has to be no text, and the case itself must stay as it is.
func TestATranslationHasEveryTextAndNothingElse(t *testing.T) {
	const mark = "§"
	facts := strings.Fields(`id license picture form offset kind published dated_by directness relies_on at said_by speaker speaks_for happened known
		after known_after because asserted_by denied_by settled_by explained_by related from is by arrivals tabs claim lengths axis
		events source sources windows in points`)
	for _, c := range everyCase(t) {
		before := asJSON(t, c)
		in, err := translated(c, "de", func(s string) string { return mark + s }).Apply(c)
		if err != nil {
			t.Fatal(err)
		}
		if asJSON(t, c) != before {
			t.Errorf("the case %s has been changed by its translation", c.ID)
		}
		if in.Language != "de" {
			t.Errorf("%s is in the language %q", c.ID, in.Language)
		}
		marked := 0
		var walk func(path, key string, value any)
		walk = func(path, key string, value any) {
			switch v := value.(type) {
			case string:
				if strings.HasPrefix(v, mark) {
					marked++
				}
				if strings.HasPrefix(v, mark) == (slices.Contains(facts, key) || v == "" || path == ".language") {
					t.Errorf("%s%s is %q", c.ID, path, v)
				}
			case []any:
				for i, item := range v {
					walk(fmt.Sprintf("%s[%d]", path, i), key, item)
				}
			case map[string]any:
				for key, item := range v {
					walk(path+"."+key, key, item)
				}
			}
		}
		var whole any
		if err := json.Unmarshal([]byte(asJSON(t, in)), &whole); err != nil {
			t.Fatal(err)
		}
		walk("", "", whole)
		if n := len(c.Texts()); marked != n || n < 100 {
			t.Errorf("of %d texts of %s, %d are translated", n, c.ID, marked)
		}
	}
}

func TestAPlaceIsThatOfOneText(t *testing.T) {
	for _, c := range everyCase(t) {
		seen := map[string]bool{}
		for _, text := range c.Texts() {
			if seen[text.Place] || strings.TrimSpace(text.Text) == "" {
				t.Errorf("%s: %q is there twice, or empty", c.ID, text.Place)
			}
			seen[text.Place] = true
		}
	}
}

func TestATranslationOfSomethingElseIsRefused(t *testing.T) {
	c := casetest.LostCat(t)
	for name, test := range map[string]struct {
		change func(*casefile.Translation)
		want   string
	}{
		"another case":   {func(t *casefile.Translation) { t.Case = "found-cat" }, "found-cat"},
		"older texts":    {func(t *casefile.Translation) { t.Of = "0123456789abcdef" }, "changed since"},
		"a text missing": {func(t *casefile.Translation) { t.Texts = t.Texts[1:] }, "texts"},
		"one too many":   {func(t *casefile.Translation) { t.Texts = append(t.Texts, "more") }, "texts"},
		"none":           {func(t *casefile.Translation) { t.Texts = nil }, "0 texts"},
	} {
		tr := translated(c, "de", strings.ToUpper)
		test.change(tr)
		if in, err := tr.Apply(c); err == nil || in != nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: the error is %v, want %q in it", name, err, test.want)
		}
	}
	for data, want := range map[string]string{"": "case build", "[]": "case build", `{"format": 2}`: "format 2", `{"texts": "x"}`: "case build"} {
		if _, err := casefile.LoadTranslation([]byte(data)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: the error is %v, want %q in it", data, err, want)
		}
	}
}

func TestTheWordingFollowsTheTextsAlone(t *testing.T) {
	c := casetest.LostCat(t)
	before, print := c.Wording(), c.Fingerprint()
	c.Rooms[0].Beats[0].Ask[0].Weight = 3
	if c.Wording() != before || c.Fingerprint() == print {
		t.Error("a weight changes the wording, or not the fingerprint")
	}
	c.Events[0].Title += "!"
	if c.Wording() == before {
		t.Error("another title leaves the wording as it was")
	}
}
