package casefile_test

import (
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/authoring"
	"holdtheline/quiz/casefile/casetest"
)

// baseJSON returns the small case as the game reads it.
func baseJSON(t testing.TB) string {
	t.Helper()
	data, err := authoring.JSON(casetest.LostCat(t))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// mutate replaces a text that occurs once in the case.
func mutate(t *testing.T, text, old, replacement string) string {
	t.Helper()
	if n := strings.Count(text, old); n != 1 {
		t.Fatalf("%q is in the case %d times", old, n)
	}
	return strings.Replace(text, old, replacement, 1)
}

func TestLoadReadsTheCaseThatJSONWrites(t *testing.T) {
	want := casetest.LostCat(t)
	got, err := casefile.Load([]byte(baseJSON(t)))
	if err != nil {
		t.Fatal(err)
	}
	clearAuthorsKeys(reflect.ValueOf(want).Elem())
	if !reflect.DeepEqual(got, want) {
		t.Error("the case has changed on its way through JSON")
	}
	compact, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := casefile.Load(compact); err != nil || again.Fingerprint() != want.Fingerprint() {
		t.Errorf("the compact JSON is another case: %v", err)
	}
}

// clearAuthorsKeys empties the keys that only an author sees: they are not compiled.
func clearAuthorsKeys(v reflect.Value) {
	switch v.Kind() {
	case reflect.Slice:
		for i := range v.Len() {
			clearAuthorsKeys(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if _, ok := v.Type().Field(i).Tag.Lookup("key"); ok {
				v.Field(i).SetZero()
			} else {
				clearAuthorsKeys(v.Field(i))
			}
		}
	}
}

func TestFingerprint(t *testing.T) {
	c := casetest.LostCat(t)
	before := c.Fingerprint()
	if len(before) != 16 || strings.Trim(before, "0123456789abcdef") != "" {
		t.Errorf("fingerprint %q", before)
	}
	if again := casetest.LostCat(t).Fingerprint(); again != before {
		t.Errorf("the same case is %q and %q", before, again)
	}
	c.Sources[0].Digest[0].Text += "!"
	if c.Fingerprint() == before {
		t.Error("another text has the same fingerprint")
	}
}

// TestLoadIsStrict: the JSON that the command writes is read, and nothing merely
// similar.
func TestLoadIsStrict(t *testing.T) {
	good := baseJSON(t)
	change := func(old, replacement string) string { return mutate(t, good, old, replacement) }
	for _, c := range []struct{ name, text, message string }{
		{"nothing", "", "not the JSON of a case"},
		{"blank", " \n\t\n", "not the JSON of a case"},
		{"YAML", "format: 1", "not the JSON of a case"},
		{"cut off", good[:len(good)/2], "not the JSON of a case"},
		{"a comma too many", change(`"language": "en",`, `"language": "en",,`), "not the JSON of a case"},
		{"two cases", good + good, "follows after the end"},
		{"a list", "[]", "not the JSON of a case"},
		{"null", "null", "missing or empty"},
		{"writing turned round", change("The Lost Cat", `The \u202etaC tsoL`), "nobody sees (U+202E)"},
		{"a stamp with a bell", change(`"name": "A joke"`, `"name": "A \u0007 joke"`), "stamps.prank.name has a character that nobody sees (U+0007)"},
		{"not UTF-8", change("The Lost Cat", "The L\xf6st Cat"), "not UTF-8"},
		{"a well", strings.Repeat("[", 100000), "not the JSON of a case"},
		{"far too much", strings.Repeat(" ", 9<<20), "larger than 8 MB"},
		{"unknown key", change(`"summary"`, `"sumary"`), `"sumary"`},
		{"key with a capital", change(`"summary"`, `"Summary"`), `"Summary" has to be written "summary"`},
		{"key twice", change(`"language": "en",`, `"language": "en", "language": "en",`), `"language" twice`},
		{"verdict twice", change(`"real": 0.5`, `"real": 0.5, "real": 0.6`), `"real" twice`},
		{"number for text", change(`"language": "en"`, `"language": 7`), "number"},
		{"huge number", change(`"format": 1`, `"format": 1e99`), "1e99"},
		{"date with a mistake", change(`"published": "2021-03-01"`, `"published": "2021-03-51"`), "no day 51"},
		{"empty date", change(`"published": "2021-03-01"`, `"published": ""`), "missing or empty"},
		{"word not on the list", change(`"kind": "confession"`, `"kind": "confesion"`), `no "confesion"`},
	} {
		got, err := casefile.Load([]byte(c.text))
		var problems casefile.Problems
		if !errors.As(err, &problems) || got != nil || len(problems) == 0 {
			t.Errorf("%s: a case %v and the error %v", c.name, got != nil, err)
			continue
		}
		if !strings.Contains(problems.String(), c.message) || problems[0].Next == "" {
			t.Errorf("%s: got %v, want %q", c.name, problems, c.message)
		}
	}
	if _, err := casefile.Load([]byte("\uFEFF" + good)); err != nil {
		t.Errorf("a byte order mark is no mistake: %v", err)
	}
}

// Authors can write JSON too and learn where a mistake is.
func TestAuthoredJSONIsRefusedWithPlaceAndNextStep(t *testing.T) {
	good := baseJSON(t)
	cases := []struct {
		name, old, new string
		path, message  string
		at             string // begins where the problem points
	}{
		{"unknown key", `"summary"`, `"sumary"`, "sumary", "no key", `"sumary"`},
		{"key with a capital", `"summary"`, `"Summary"`, "Summary", "no key", `"Summary"`},
		{"key twice", `"language": "en",`, `"language": "en", "language": "en",`, "language", "stands here twice", `"language": "en",` + "\n"},
		{"null", `"language": "en"`, `"language": null`, "language", "no value", `null`},
		{"number for text", `"language": "en"`, `"language": 7`, "language", "should be text, but is the number 7", `7`},
		{"text for number", `"format": 1`, `"format": "1"`, "format", "should be a whole number, but is text", `"1"`},
		{"fraction", `"format": 1`, `"format": 1.5`, "format", "should be a whole number", `1.5`},
		{"huge number", `"format": 1`, `"format": 1e99`, "format", "should be a whole number", `1e99`},
		{"group for text", `"language": "en"`, `"language": {}`, "language", "should be text, but is a group of keys", `{}`},
		{"date with a mistake", `"published": "2021-03-01"`, `"published": "2021-03-51"`, "sources[0].published", "March 2021 has no day 51", `"2021-03-51"`},
		{"empty date", `"published": "2021-03-01"`, `"published": ""`, "sources[0].published", "is empty", `""`},
		{"empty text", `"title": "The Lost Cat"`, `"title": " "`, "title", "is empty", `" "`},
		{"word not on the list", `"kind": "confession"`, `"kind": "confesion"`, "sources[6].kind", `no "confesion"`, `"confesion"`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			changed := mutate(t, good, c.old, c.new)
			got, problems := authoring.Load("case.json", []byte(changed))
			if len(problems) == 0 || got != nil {
				t.Fatalf("a case %v and the problems %v", got != nil, problems)
			}
			i := slices.IndexFunc(problems, func(p casefile.Problem) bool {
				return p.Path == c.path && strings.Contains(p.Message, c.message)
			})
			if i < 0 {
				t.Fatalf("no problem at %s that says %q in:\n%v", c.path, c.message, problems)
			}
			found := problems[i]
			lines := strings.SplitAfter(changed, "\n")
			rest := strings.Join(lines[found.Line-1:], "")[found.Column-1:]
			if !strings.HasPrefix(rest, c.at) {
				t.Errorf("points at %.30q, want %q", rest, c.at)
			}
			if found.Next == "" || !strings.HasSuffix(found.Excerpt, "^") {
				t.Errorf("next step %q, excerpt %q", found.Next, found.Excerpt)
			}
		})
	}
}

func TestLoadRefusesJSONThatIsNotACase(t *testing.T) {
	good := baseJSON(t)
	cases := []struct{ name, text, message string }{
		{"nothing", "", "empty"},
		{"blank", " \n\t\n", "empty"},
		{"cut off", good[:len(good)/2], "ends in the middle"},
		{"only a bracket", "{", "ends in the middle"},
		{"a comma too many", strings.Replace(good, `"language": "en",`, `"language": "en",,`, 1), "not JSON"},
		{"a word", "surprise", "not JSON"},
		{"two cases", good + good, "follows after the end"},
		{"a list", "[]", "should be a group of keys, but is a list"},
		{"a text", `"case"`, "should be a group of keys, but is text"},
		{"null", "null", "no value"},
		{"YAML", "format: 1", "not JSON"},
		{"not UTF-8", strings.Replace(good, "Lost", "L\xf6st", 1), "not UTF-8"},
		{"a well", strings.Repeat("[", 100000), "nested more than"},
		{"a well of groups", strings.Repeat(`{"a":`, 100000), "nested more than"},
		{"far too much", strings.Repeat(" ", 9<<20), "larger than 8 MB"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, problems := authoring.Load("case.json", []byte(c.text))
			if got != nil || len(problems) == 0 {
				t.Fatalf("a case %v and the problems %v", got != nil, problems)
			}
			if !strings.Contains(problems[0].Message, c.message) || problems[0].Next == "" {
				t.Errorf("got %v, want %q", problems[0], c.message)
			}
		})
	}
	if _, problems := authoring.Load("case.json", []byte("\uFEFF"+good)); len(problems) > 0 {
		t.Errorf("a byte order mark is no mistake: %v", problems)
	}
}

// TestLoadReadsEveryJSONEscape: two are not in YAML, and the file is parsed as YAML.
func TestLoadReadsEveryJSONEscape(t *testing.T) {
	text := mutate(t, baseJSON(t), `"title": "The Lost Cat"`, `"title": "\\ud83d \ud83d\ude3a \/ \u00e4 \\"`)
	c, problems := authoring.Load("case.json", []byte(text))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if want := "\\ud83d \U0001F63A / ä \\"; c.Title != want {
		t.Errorf("got %q, want %q", c.Title, want)
	}
}

func TestProblemReadsLikeACompilerError(t *testing.T) {
	cases := []struct {
		p    casefile.Problem
		want string
	}{
		{
			casefile.Problem{Path: "id", Message: "it is wrong", Next: "right it", File: "a.yaml", Line: 3, Column: 5, Excerpt: "id: x\n    ^"},
			"a.yaml:3:5: it is wrong\n    id: x\n        ^\n    → right it",
		},
		{casefile.Problem{Path: "id", Message: "it is wrong", Line: 3, Column: 5}, "3:5: it is wrong"},
		{casefile.Problem{Path: "id", Message: "it is wrong", Next: "right it"}, "id: it is wrong\n    → right it"},
		{casefile.Problem{Message: "it is wrong", File: "a.yaml"}, "a.yaml: it is wrong"},
		{casefile.Problem{Message: "it is wrong"}, "it is wrong"},
	}
	for _, c := range cases {
		if got := c.p.String(); got != c.want {
			t.Errorf("got\n%s\nwant\n%s", got, c.want)
		}
	}
	two := casefile.Problems{{Message: "one"}, {Message: "two"}}
	if two.Error() != "one\ntwo" {
		t.Errorf("got %q", two.Error())
	}
}

func TestLookups(t *testing.T) {
	c := casetest.LostCat(t)
	if p, ok := c.Person("tom"); !ok || p.Name != "Tom Lindqvist" {
		t.Error("Tom is not found")
	}
	if e, ok := c.Event("return"); !ok || e.Title != "Biscuit comes home" {
		t.Error("the return is not found")
	}
	if p, ok := c.Point("where"); !ok || len(p.Answers) != 1 {
		t.Error("the point is not found")
	}
	if s, p, ok := c.Paragraph("paper#box"); !ok || s.ID != "paper" || p.ID != "box" {
		t.Error("the paragraph is not found")
	}
	for _, ref := range []string{"paper", "paper#", "paper#nothing", "nothing#box", "#", ""} {
		if s, p, ok := c.Paragraph(ref); ok || s != nil || p != nil {
			t.Errorf("%q is a paragraph", ref)
		}
	}
	if _, ok := c.Person("nobody"); ok {
		t.Error("nobody is found")
	}
	if _, ok := c.Source("nothing"); ok {
		t.Error("nothing is found among the sources")
	}
	if _, ok := c.Event("nothing"); ok {
		t.Error("nothing is found among the events")
	}
	if _, ok := c.Claim("nothing"); ok {
		t.Error("nothing is found among the claims")
	}
	if _, ok := c.Point("nothing"); ok {
		t.Error("nothing is found among the points")
	}
}

// FuzzLoad: nothing panics, every refusal says something, and whatever loads
// is written and read again as the same case.
func FuzzLoad(f *testing.F) {
	good := baseJSON(f)
	f.Add([]byte(good))
	for _, c := range []string{"", "{", "[]", `{"format":1}`, `{"rooms":[{"puzzles":[{"kind":"order","events":["a"]}]}]}`, `{"sources":[{"id":"a","relies_on":["a"]}]}`} {
		f.Add([]byte(c))
	}
	f.Add([]byte(strings.Replace(good, "radio", "#", -1)))
	f.Add([]byte(strings.Replace(good, "2021-03-03", "../2021", -1)))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := casefile.Load(data)
		if err != nil {
			var problems casefile.Problems
			if !errors.As(err, &problems) || len(problems) == 0 || problems[0].Message == "" || problems.String() == "" {
				t.Fatalf("a refusal that says nothing: %#v", err)
			}
			return
		}
		out, err := authoring.JSON(c)
		if err != nil {
			t.Fatal(err)
		}
		again, err := casefile.Load(out)
		if err != nil || again.Fingerprint() != c.Fingerprint() {
			t.Fatalf("read again it is another case: %v", err)
		}
	})
}
