package edit_test

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"holdtheline/quiz/casefile/authoring/edit"
)

const small = `# The head.
format: 1   # the first
title: A cat
"summary": 'It''s a: cat' # quoted
empty:
note: |
  Two
  lines
people: # who
  # Tom comes first.
  - id: tom
    name: Tom

  # Then Ada.
  - id: ada # her id
    name: "Ada, of: old"
    role: a long text that
      goes on here
tags: [a, "b#c", 'd e'] # short
lines:
  - one
  - "two" # the second
  - three
`

func TestApply(t *testing.T) {
	for _, test := range []struct {
		name      string
		op        edit.Op
		old, want string // the piece that changes
	}{
		{"a value keeps its comment", op("set", "format", 2, 0), "format: 1   # the first", "format: 2   # the first"},
		{"a value in quotes", op("set", "summary", "dog", 0), `'It''s a: cat' # quoted`, `dog # quoted`},
		{"text that needs quotes", op("set", "title", "A cat: gone # really", 0), "A cat\n", "\"A cat: gone # really\"\n"},
		{"text like a number", op("set", "title", "12", 0), "A cat\n", "\"12\"\n"},
		{"a date", op("set", "title", "1918-11-07", 0), "A cat\n", "1918-11-07\n"},
		{"several lines", op("set", "note", "One", 0), "note: |\n  Two\n  lines\n", "note: One\n"},
		{"a value over two lines", op("set", "people[1].role", "short", 0), "a long text that\n      goes on here", "short"},
		{"a key without a value", op("set", "empty", "full", 0), "empty:\n", "empty: full\n"},
		{"a new key in its place", op("set", "people[0].role", "a pupil", 0), "    name: Tom\n", "    name: Tom\n    role: a pupil\n"},
		{"a new key before all others", op("set", "people[0].zoo", 1, 0), "    name: Tom\n", "    name: Tom\n    zoo: 1\n"},
		{"a list for a key without one", op("add", "empty", "x", 0), "empty:\n", "empty: [x]\n"},
		{"an item in brackets", op("add", "tags", "e", 1), ` [a, "b#c", 'd e'] #`, "\n  - a\n  - e\n  - b#c\n  - d e #"},
		{"an item at the end", op("add", "lines", "four", 9), "  - three\n", "  - three\n  - four\n"},
		{"an item at the front", op("add", "lines", "zero", 0), "  - one\n", "  - zero\n  - one\n"},
		{"an item with keys", op("add", "people", map[string]any{"id": "eve"}, 1), "    name: Tom\n", "    name: Tom\n  - id: eve\n"},
		{"remove an item", op("remove", "lines[1]", nil, 0), "  - \"two\" # the second\n", ""},
		{"remove a key behind a dash", op("remove", "people[1].id", nil, 0), "- id: ada # her id\n    name", "- name"},
		{"remove a key", op("remove", "people[1].role", nil, 0), "    role: a long text that\n      goes on here\n", ""},
		{
			"move an item with the comments above it", op("move", "people[1]", nil, 0),
			"  - id: tom\n    name: Tom\n\n  # Then Ada.\n  - id: ada # her id\n    name: \"Ada, of: old\"\n    role: a long text that\n      goes on here\n",
			"\n  # Then Ada.\n  - id: ada # her id\n    name: \"Ada, of: old\"\n    role: a long text that\n      goes on here\n  - id: tom\n    name: Tom\n",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := edit.Apply([]byte(small), test.op)
			if err != nil {
				t.Fatal(err)
			}
			if strings.Count(small, test.old) != 1 {
				t.Fatalf("%q stands %d times in the text", test.old, strings.Count(small, test.old))
			}
			if want := strings.Replace(small, test.old, test.want, 1); string(got) != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func TestRefused(t *testing.T) {
	for _, test := range []struct {
		name, text, path string
		op               edit.Do
	}{
		{"no YAML", "a: [", "a", "set"},
		{"two documents", "a: 1\n---\nb: 2\n", "a", "set"},
		{"an anchor", "a: &x 1\nb: 2\n", "b", "set"},
		{"a key twice", "a: 1\na: 2\n", "a", "set"},
		{"nowhere", "a: 1\n", "b.c", "set"},
		{"no such item", "a: [1]\n", "a[3]", "remove"},
		{"a list with comments", "a:\n  # why\n  - 1\n", "a", "set"},
		{"carriage returns", "a: 1\r\n", "a", "set"},
		{"an unknown operation", "a: 1\n", "a", "burn"},
	} {
		if got, err := edit.Apply([]byte(test.text), op(string(test.op), test.path, "x", 0)); err == nil {
			t.Errorf("%s: no error, but %q", test.name, got)
		}
	}
}

// Whatever is changed in a case, everything else stays: every line that the change
// isn't about, and every comment.
func TestOtherLinesStay(t *testing.T) {
	for _, file := range cases(t) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		places := places(t, text)
		random := rand.New(rand.NewPCG(1918, 2015))
		refused := 0
		const tries = 40
		for range tries {
			path := places[random.IntN(len(places))]
			for _, o := range changes(path, random) {
				got, err := edit.Apply(text, o)
				if err != nil {
					if !strings.Contains(err.Error(), "in the text") {
						t.Fatalf("%s %s: %v", o.Do, path, err)
					}
					refused++
					continue
				}
				if o.Do != edit.Remove && o.Do != edit.Move {
					if lost := comments(string(text)) - comments(string(got)); lost > 0 {
						t.Errorf("%s %s loses %d comments", o.Do, path, lost)
					}
				}
				if o.Do == edit.Set {
					// A text may stand on several lines; so may a list in brackets.
					if changed := changedLines(string(text), string(got)); changed > 12 {
						t.Errorf("%s %s changes %d lines", o.Do, path, changed)
					}
				}
			}
		}
		if refused > tries/10 {
			t.Errorf("%s: %d of about %d changes are refused", filepath.Base(filepath.Dir(file)), refused, 2*tries)
		}
	}
}

func TestPaths(t *testing.T) {
	for _, text := range []string{"", "title", "claims[2].status[0].why", "stamps.prank.name", "a[0][1]"} {
		path, err := edit.ParsePath(text)
		if err != nil || path.String() != text {
			t.Errorf("%q becomes %q, %v", text, path, err)
		}
	}
	for _, text := range []string{"a[", "a[x]", ".a", "a[-1]", "a..b"} {
		if path, err := edit.ParsePath(text); err == nil {
			t.Errorf("%q is read as %q", text, path)
		}
	}
}

func TestJSONKeepsTheOrder(t *testing.T) {
	got, err := edit.JSON([]byte("b: 2021-03-01\na: [1, 1.50, yes, true, null]\n"))
	if want := `{"b":"2021-03-01","a":[1,1.50,"yes",true,null]}`; err != nil || string(got) != want {
		t.Errorf("%s, %v; want %s", got, err, want)
	}
}

func FuzzApply(f *testing.F) {
	f.Add(small, "people[1].role", `"x"`, "set", 0)
	f.Add("a: {b: [1, 'c'], d: }\n", "a.b[0]", `{"x":[1]}`, "set", 1)
	f.Add("- - a\n  - b\n- >-\n  x\n", "[0][1]", `"y"`, "add", 3)
	f.Fuzz(func(t *testing.T, text, at, value, do string, to int) {
		path, err := edit.ParsePath(at)
		if err != nil {
			return
		}
		// It checks its own result; here it must only not panic.
		got, err := edit.Apply([]byte(text), edit.Op{Do: edit.Do(do), Path: path, Value: json.RawMessage(value), To: to})
		if err == nil {
			if _, err := edit.JSON(got); err != nil {
				t.Errorf("%q becomes %q: %v", text, got, err)
			}
		}
	})
}

func op(do, path string, value any, to int) edit.Op {
	p, err := edit.ParsePath(path)
	if err != nil {
		panic(err)
	}
	data, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	return edit.Op{Do: edit.Do(do), Path: p, Value: data, To: to}
}

// changes lists changes of one place.
func changes(path edit.Path, random *rand.Rand) []edit.Op {
	texts := []string{"short", "with: a colon", "“quoted”, and # no comment", "- dash", "2015-09-14", "yes", "12", " space ", "two\nlines"}
	data, err := json.Marshal(texts[random.IntN(len(texts))])
	if err != nil {
		panic(err)
	}
	out := []edit.Op{{Do: edit.Set, Path: path, Value: data}}
	if _, isItem := path[len(path)-1].(int); isItem {
		out = append(out, edit.Op{Do: edit.Remove, Path: path}, edit.Op{Do: edit.Move, Path: path})
	}
	return out
}

// places lists the paths of all values of a case, and of its lists' items.
func places(t *testing.T, text []byte) []edit.Path {
	data, err := edit.JSON(text)
	if err != nil {
		t.Fatal(err)
	}
	var root any
	if err := json.Unmarshal(data, &root); err != nil {
		t.Fatal(err)
	}
	var out []edit.Path
	var walk func(v any, path edit.Path)
	walk = func(v any, path edit.Path) {
		switch v := v.(type) {
		case map[string]any:
			for k := range v {
				walk(v[k], append(path[:len(path):len(path)], k))
			}
		case []any:
			for i := range v {
				walk(v[i], append(path[:len(path):len(path)], i))
			}
		default:
			out = append(out, path)
		}
	}
	walk(root, nil)
	return sorted(out)
}

func sorted(paths []edit.Path) []edit.Path {
	seen := map[string]edit.Path{}
	var keys []string
	for _, p := range paths {
		seen[p.String()] = p
		keys = append(keys, p.String())
	}
	slices.Sort(keys)
	out := make([]edit.Path, len(keys))
	for i, k := range keys {
		out[i] = seen[k]
	}
	return out
}

// changedLines counts the lines of the longer text that the other doesn't have at
// either end.
func changedLines(a, b string) int {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for len(x) > 0 && len(y) > 0 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
	for len(x) > 0 && len(y) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	return max(len(x), len(y))
}

func comments(text string) int { return strings.Count(text, " # ") + strings.Count(text, "\n#") }

func cases(t *testing.T) []string {
	files, err := filepath.Glob("../../../../assets/cases/*/case.yaml")
	if err != nil || len(files) < 2 {
		t.Fatalf("there are no cases: %v, %v", files, err)
	}
	return append(files, "../../testdata/lost-cat.yaml")
}

func TestNothingElseIsRead(t *testing.T) {
	before, err := edit.JSON([]byte(small))
	if err != nil {
		t.Fatal(err)
	}
	got, err := edit.Apply([]byte(small), op("set", "people[0].name", "Tim", 0))
	if err != nil {
		t.Fatal(err)
	}
	after, err := edit.JSON(got)
	if err != nil {
		t.Fatal(err)
	}
	if want := strings.Replace(string(before), `"Tom"`, `"Tim"`, 1); !reflect.DeepEqual(string(after), want) {
		t.Errorf("got %s, want %s", after, want)
	}
}
