package casefile_test

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/authoring"
)

// baseJSON is the small case as the game reads it.
func baseJSON(t testing.TB) string {
	t.Helper()
	data, err := authoring.JSON(loadBase(t))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestJSONIsTheSameCase(t *testing.T) {
	want := loadBase(t)
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
	c := loadBase(t)
	before := c.Fingerprint()
	if len(before) != 16 || strings.Trim(before, "0123456789abcdef") != "" {
		t.Errorf("fingerprint %q", before)
	}
	if again := loadBase(t).Fingerprint(); again != before {
		t.Errorf("the same case is %q and %q", before, again)
	}
	c.Sources[0].Digest[0].Text += "!"
	if c.Fingerprint() == before {
		t.Error("another text has the same fingerprint")
	}
}

func TestLoadRefusesWithPlaceAndNextStep(t *testing.T) {
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
		{"unknown source", `"photo"` + "\n      ],\n      \"reference\"", `"foto"` + "\n      ],\n      \"reference\"", "sources[2].relies_on[0]", `no source "foto"`, `"foto"`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			changed := mutate(t, good, c.old, c.new)
			got, err := casefile.Load([]byte(changed))
			var problems casefile.Problems
			if !errors.As(err, &problems) || got != nil {
				t.Fatalf("a case %v and the error %v", got != nil, err)
			}
			found := findProblem(problems, c.path, c.message)
			if found == nil {
				t.Fatalf("no problem at %s that says %q in:\n%v", c.path, c.message, problems)
			}
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

func TestWhatIsNoJSON(t *testing.T) {
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
		{"not UTF-8", strings.Replace(good, "Lost", "L\xf6st", 1), "not UTF-8"},
		{"a well", strings.Repeat("[", 100000), "nested more than"},
		{"a well of groups", strings.Repeat(`{"a":`, 100000), "nested more than"},
		{"far too much", strings.Repeat(" ", 9<<20), "larger than 8 MB"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, err := casefile.Load([]byte(c.text))
			var problems casefile.Problems
			if !errors.As(err, &problems) || got != nil || len(problems) == 0 {
				t.Fatalf("a case %v and the error %v", got != nil, err)
			}
			if !strings.Contains(problems[0].Message, c.message) || problems[0].Next == "" {
				t.Errorf("got %v, want %q", problems[0], c.message)
			}
		})
	}
	if _, err := casefile.Load([]byte("\uFEFF" + good)); err != nil {
		t.Errorf("a byte order mark is no mistake: %v", err)
	}
}

func TestAProblemReadsLikeACompilers(t *testing.T) {
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
	c := loadBase(t)
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
