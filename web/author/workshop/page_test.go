package workshop_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"holdtheline/assets/words"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/authoring"
	"holdtheline/quiz/puzzle"
)

const page = "../../page/author/"

// texts are what the author's page says in English: its own, and what the catalogue has
// of kinds of puzzle.
func texts(t *testing.T) map[string]string {
	t.Helper()
	data, err := os.ReadFile(page + "words/en.json")
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]string
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	catalogue, err := words.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range catalogue.Keys() {
		if own, isTheirs := strings.CutPrefix(key, "author."); isTheirs {
			if _, twice := all[own]; twice {
				t.Errorf("%q is in web/page/author/words and in assets/words", own)
			}
			all[own] = catalogue.Say(key)
		}
	}
	return all
}

// What the page's texts say of a key of the format is what the format says of it, so that
// whoever changes the one hears of the translations.
func TestThePageExplainsTheFormat(t *testing.T) {
	type node struct {
		Ref         string           `json:"$ref"`
		Description string           `json:"description"`
		Properties  map[string]*node `json:"properties"`
		Items       *node            `json:"items"`
		More        json.RawMessage  `json:"additionalProperties"`
		Defs        map[string]*node `json:"$defs"`
	}
	var schema node
	if err := json.Unmarshal(ask(t, map[string]any{"do": "schema"}).Data, &schema); err != nil {
		t.Fatal(err)
	}
	resolve := func(n *node) *node {
		for n != nil && n.Ref != "" {
			n = schema.Defs[strings.TrimPrefix(n.Ref, "#/$defs/")]
		}
		return n
	}
	explained := 0
	for key, text := range texts(t) {
		where, ok := strings.CutPrefix(key, "help.")
		if !ok {
			continue
		}
		explained++
		at, said := &schema, ""
		for step := range strings.SplitSeq(where, ".") {
			at = resolve(at)
			switch {
			case at.Items != nil:
				at = resolve(at.Items)
			case at.Properties == nil && len(at.More) > 0:
				inner := &node{}
				if err := json.Unmarshal(at.More, inner); err != nil {
					t.Fatal(err)
				}
				at = resolve(inner)
			}
			if at = at.Properties[step]; at == nil {
				t.Errorf("%s: the format has no such key", key)
				break
			}
			if said = at.Description; said == "" {
				said = resolve(at).Description
			}
		}
		if at != nil && text != said {
			t.Errorf("%s says %q; the format says %q. Translate it too, then go run ./assets/words/check -accept", key, text, said)
		}
	}
	if explained < 100 {
		t.Errorf("%d keys are explained", explained)
	}
}

// The page calls each word that an author chooses from by a name. Licences are known by
// their own, and the two forms of a test by a letter.
func TestThePageNamesWhatAnAuthorChooses(t *testing.T) {
	var schema any
	if err := json.Unmarshal(ask(t, map[string]any{"do": "schema"}).Data, &schema); err != nil {
		t.Fatal(err)
	}
	all, named := texts(t), map[string]bool{}
	own := regexp.MustCompile(`^(?:[ab]|.*[A-Z].*)$`)
	var walk func(any)
	walk = func(node any) {
		switch node := node.(type) {
		case map[string]any:
			options, _ := node["enum"].([]any)
			for _, option := range options {
				word := option.(string)
				named[word] = true
				if !own.MatchString(word) && all["word."+word] == "" {
					t.Errorf("the format knows %q: say what it is called as word.%s in web/page/author/words; a kind of puzzle, as author.word.%[1]s in assets/words", word, word)
				}
			}
			for _, inner := range node {
				walk(inner)
			}
		case []any:
			for _, inner := range node {
				walk(inner)
			}
		}
	}
	walk(schema)
	for _, kind := range puzzle.Kinds() {
		if !named[string(kind)] {
			t.Errorf("the format's schema doesn't offer the kind %q", kind)
		}
	}
}

// The form of a puzzle asks for what only some kinds take, as the format has it, and the
// page has words for it.
func TestThePageAsksForTheKeysOfEachKind(t *testing.T) {
	all, asked := texts(t), map[string][]puzzle.Kind{}
	need := func(keys ...string) {
		for _, key := range keys {
			if all[key] == "" {
				t.Errorf("assets/words has no text author.%s", key)
			}
		}
	}
	var named func(fields []authoring.Field, path string)
	named = func(fields []authoring.Field, path string) {
		for _, f := range fields {
			here := path + f.Key
			need("puzzle."+here, "help.rooms.puzzles."+here)
			if f.Type == authoring.ListField {
				need("add."+here, "remove."+here, "unnamed."+here)
				named(f.Fields, here+".")
			}
		}
	}
	fields := authoring.PuzzleFields()
	named(fields, "")
	for _, f := range fields {
		asked[f.Key] = f.Kinds
	}
	for _, key := range casefile.PuzzleKeys() {
		if kinds := puzzle.KindsWithKey(key.Name); !slices.Equal(kinds, asked[key.Name]) {
			t.Errorf("the key %q is taken by the kinds %q; the form asks for it with %q", key.Name, kinds, asked[key.Name])
		}
	}
}

// Every text that the scripts ask for is there, and each that is there is asked for.
func TestThePageHasItsTexts(t *testing.T) {
	all, used := texts(t), map[string]bool{}
	scripts, err := filepath.Glob(page + "*.js")
	if err != nil {
		t.Fatal(err)
	}
	there := func(key string) bool {
		_, plain := all[key]
		_, plural := all[key+".other"]
		return plain || plural
	}
	composed := []string{"help.", "word."}
	asked := regexp.MustCompile(`^(?:(?:[^",]* \? )?"([a-z._-]+)"(?: : "([a-z._-]+)")?)?`)
	begun := regexp.MustCompile("^`([a-z._]+\\.)\\$\\{")
	for _, name := range scripts {
		script, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, call := range strings.Split(string(script), "wording(")[1:] {
			// One key, or one of two.
			for _, key := range asked.FindStringSubmatch(call)[1:] {
				if used[key] = true; key != "" && !there(key) {
					t.Errorf("%s asks for %q", filepath.Base(name), key)
				}
			}
			if prefix := begun.FindStringSubmatch(call); prefix != nil {
				composed = append(composed, prefix[1])
			}
		}
	}
	for key := range all {
		stem := strings.TrimSuffix(strings.TrimSuffix(key, ".other"), ".one")
		is := used[stem] || key == "language.name"
		for _, prefix := range composed {
			is = is || strings.HasPrefix(key, prefix)
		}
		if !is {
			t.Errorf("nothing asks for %q", key)
		}
	}
	if len(scripts) < 8 || len(used) < 200 {
		t.Errorf("%d scripts ask for %d texts", len(scripts), len(used))
	}
}

// Answers and dates are in the language of the page, and what the checker says is English.
func TestTheLanguageOfThePage(t *testing.T) {
	german := ask(t, map[string]any{"do": "check", "text": lostCat(t), "lang": "de-AT"})
	english := ask(t, map[string]any{"do": "check", "text": lostCat(t), "lang": "tlh"})
	if got, want := german.Dated[0].Text, english.Dated[0].Text; got != "28.\u00a0Feb. 2021" || want != "28 Feb 2021" {
		t.Errorf("the first date is %q, and %q in English", got, want)
	}
	found := false
	for i, one := range german.Asks {
		found = found || strings.Contains(strings.Join(one.Right, " "), "Noch unklar")
		if one.Rule != english.Asks[i].Rule {
			t.Errorf("the rule is %q", one.Rule)
		}
	}
	if !found {
		t.Error("no answer is in German")
	}
	if got := ask(t, map[string]any{"do": "date", "item": "7 November 1918", "lang": "es"}).Human; got != "7\u00a0nov. 1918" {
		t.Errorf("in Spanish the date is %q", got)
	}
}
