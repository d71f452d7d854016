package authoring_test

import (
	"os"
	"strings"
	"testing"

	"holdtheline/quiz/casefile/authoring"
	"holdtheline/quiz/check"
)

// spoil replaces the first occurrence of old.
func spoil(t *testing.T, old, replacement string) string {
	t.Helper()
	text := string(readBase(t))
	if !strings.Contains(text, old) {
		t.Fatalf("%q is not in the case", old)
	}
	return strings.Replace(text, old, replacement, 1)
}

// lineOf returns the line of a text in the small case.
func lineOf(t *testing.T, text string) int {
	t.Helper()
	before, _, found := strings.Cut(string(readBase(t)), text)
	if !found {
		t.Fatalf("%q is not in the case", text)
	}
	return strings.Count(before, "\n") + 1
}

func TestLoadRefusesWhatIsNotACase(t *testing.T) {
	good := string(readBase(t))
	deep := "format: " + strings.Repeat("[", 200) + strings.Repeat("]", 200)
	cases := []struct {
		name, text    string
		line          int // 0: not known
		message, next string
	}{
		{"nothing", "", 1, "the file is empty", "format: 1"},
		{"blank lines", "\n  \n\n", 1, "the file is empty", "format: 1"},
		{"comments", "# a case\n# to come\n", 1, "nothing in this file but comments", "format: 1"},
		{"an empty document", "---\n", 0, "the case has no value", "write one"},
		{"a word", "surprise\n", 1, "should be a group of keys, but is text", "colon"},
		{"a list", "- format: 1\n", 1, "should be a group of keys, but is a list", "colon"},
		{"two documents", good + "---\nformat: 1\n", strings.Count(good, "\n") + 1, "a second document begins here", "one case"},
		{"a bad second document", good + "---\n[\n", 0, "not YAML", "look at this line"},
		{"a tab", spoil(t, "  - id: mira", "\t- id: mira"), lineOf(t, "  - id: mira"), "a tab indents this line", "spaces"},
		{"a tab after spaces", spoil(t, "    name: Mira", "  \tname: Mira"), lineOf(t, "    name: Mira"), "a tab indents this line", "spaces"},
		{"a colon in a text", spoil(t, "title: The Lost Cat", "title: The Lost Cat: a story"), 0, "not YAML", "quotes"},
		{"an open quote", spoil(t, "title: The Lost Cat", `title: "The Lost Cat`), 0, "not YAML", "quotes"},
		{"wrong indentation", spoil(t, "    name: Mira Okafor", "   name: Mira Okafor"), 0, "not YAML", "indentation"},
		{"not UTF-8", spoil(t, "The Lost Cat", "The L\xf6st Cat"), 5, "not UTF-8", "encoding UTF-8"},
		{"UTF-16", "\xff\xfef\x00o\x00", 1, "not UTF-8", "encoding UTF-8"},
		{"nested for ever", deep, 1, "nested more than 50 deep", "brackets"},
		{"far too much", strings.Repeat("# ", 5<<20), 0, "larger than 8 MB", "case file"},
		{"a control character", spoil(t, "The Lost Cat", "The Lost\x01 Cat"), 0, "not YAML", "look at this line"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, problems := authoring.Load("case.yaml", []byte(c.text))
			if got != nil || len(problems) == 0 {
				t.Fatalf("a case %v, problems %v", got != nil, problems)
			}
			for _, p := range problems {
				if strings.Contains(p.Message, c.message) && strings.Contains(p.Next, c.next) && (c.line == 0 || c.line == p.Line) {
					return
				}
			}
			t.Errorf("got %v\nwant %q → %q in line %d", problems, c.message, c.next, c.line)
		})
	}
}

func TestYAMLFeaturesThatACaseMayNotUse(t *testing.T) {
	cases := []struct{ name, old, new, at, message string }{
		{"an anchor", "title: The Lost Cat", "title: &name The Lost Cat", "&name", "anchor &name"},
		{"an alias", "title: The Lost Cat\n", "title: &name The Lost Cat\nsummary: *name\n", "*name", "alias *name"},
		{"a merge", "  - id: tom\n", "  - <<: {id: tim}\n    id: tom\n", "<<", `no key "<<"`},
		{"an alias of nothing", "title: The Lost Cat", "title: *name", "title: *name", "the alias *name stands for nothing"},
		{"an alias of nothing further down", "role: caretaker of Hillside School", "role: *caretaker", "role: *caretaker", "the alias *caretaker stands for nothing"},
		{"a bell in a text", "title: The Lost Cat", `title: "The Lost\u0007 Cat"`, "title:", "a character that nobody sees (U+0007)"},
		{"colours of a terminal", "role: caretaker of Hillside School", `role: "\e[31mcaretaker"`, "role:", "(U+001B)"},
		{"writing turned round", "title: The Lost Cat", `title: "The \u202etaC tsoL"`, "title:", "(U+202E)"},
		{"a space of no width", "title: The Lost Cat", "title: The\u200b Lost Cat", "title:", "(U+200B)"},
		{"a null", "title: The Lost Cat", `title: "The Lost Cat\0"`, "title:", "(U+0000)"},
		{"a tag", "title: The Lost Cat", "title: !cat The Lost Cat", "!cat", "tag !cat"},
		{"binary", "title: The Lost Cat", "title: !!binary aGVsbG8=", "!!binary", "tag !!binary"},
		{"a tag that changes nothing", "format: 1", "format: !!int 1", "!!int", "tag !!int"},
		{"a key that is a list", "language: en", "[a, b]: en", "[a", "a key has to be a word"},
		{"an anchor at a group", "minutes:\n", "minutes: &m\n", "&m", "anchor &m"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			text := spoil(t, c.old, c.new)
			got, problems := authoring.Load("case.yaml", []byte(text))
			if got != nil || len(problems) == 0 {
				t.Fatalf("a case %v, problems %v", got != nil, problems)
			}
			for _, p := range problems {
				line := strings.Split(text, "\n")[p.Line-1]
				if strings.Contains(p.Message, c.message) && p.Next != "" && strings.Contains(line, c.at) {
					return
				}
			}
			t.Errorf("no problem at %q that says %q in:\n%v", c.at, c.message, problems)
		})
	}
}

// What joins letters, or says in one place which way they run, belongs to some languages.
func TestTextsMayHaveWhatALanguageNeeds(t *testing.T) {
	text := spoil(t, "role: caretaker of Hillside School", `role: "می\u200cخواهم \u200fab\u200e, Haus\u00admeister"`)
	if _, problems := authoring.Load("case.yaml", []byte(text)); len(problems) > 0 {
		t.Error(problems)
	}
}

// TestAliasBombIsRefused: aliases of aliases would exceed any memory; they are
// refused without being followed.
func TestAliasBombIsRefused(t *testing.T) {
	bomb := "a: &a [x, x, x, x, x, x, x, x, x]\n"
	for last, next := 'a', 'b'; next <= 'z'; last, next = next, next+1 {
		bomb += string(next) + ": &" + string(next) + " [" + strings.Repeat("*"+string(last)+", ", 8) + "*" + string(last) + "]\n"
	}
	if got, problems := authoring.Load("case.yaml", []byte(bomb)); got != nil || len(problems) == 0 {
		t.Error("a bomb was taken for a case")
	}
}

func TestOneSlipGivesOneProblem(t *testing.T) {
	cases := []struct {
		name, old, new string
		at             string // begins where the problem points
		message, next  string
	}{
		{"a key misspelt", "content_note:", "contentnote:", "contentnote:", `no key "contentnote"`, `did you mean "content_note"?`},
		{"a key of nothing like it", "format: 1\n", "format: 1\nxyzzy: 1\n", "xyzzy", `no key "xyzzy"`, "choose one of format, id, title"},
		{"a key missing", "language: en\n", "", "format: 1", `the key "language" is missing`, "BCP 47"},
		{"a key twice", "language: en\n", "language: en\nlanguage: en\n", "language: en\nlicense", "stands here twice, first in line ", "keep one"},
		{"no value", "language: en", "language:", "\nlicense", "“language” has no value", "write one"},
		{"a number for a text", "name: Mira Okafor", "name: 7", "7\n", "should be text, but is the number 7", `quotes: "7"`},
		{"yes or no for a text", "name: Mira Okafor", "name: true", "true\n", "should be text, but is true", `quotes: "true"`},
		{"a text for a number", "quick: 3", "quick: three", "three", "should be a whole number, but is text", "such as 10"},
		{"a text for a list", "relies_on: [photo]", "relies_on: photo", "photo\n", "should be a list, but is text", "[photo]"},
		{"a list for a text", "name: Mira Okafor", "name: [Mira]", "[Mira]", "should be text, but is a list", "same line"},
		{"not a number", "weight: 2", "weight: .nan", ".nan", "should be a number", "such as 1.5"},
		{"an infinite number", "weight: 2", "weight: .inf", ".inf", "should be a number", "such as 1.5"},
		{"a date with its place", "published: 2021-03-01\n", "published: 2021-13-01\n", "13-01\n", "there is no month 13", "01 to 12"},
		{"a date in quotes", "published: 2021-03-01\n", "published: '2021-13-01'\n", "'2021-13-01'", "there is no month 13", "01 to 12"},
		{"a time in a date", "published: 2021-03-01\n", "published: 2021-03-01 10:00:00\n", " 10:00:00", "there is a space in it", "without spaces"},
		{"a word for a date", "published: 2021-03-01\n", "published: soon\n", "soon", "is not a date", "2015-09-14"},
		{"a list for a date", "published: 2021-03-01\n", "published: [2021]\n", "[2021]", "should be a date, but is a list", "2015-09-14"},
		{"a truth for a date", "published: 2021-03-01\n", "published: true\n", "true", "should be a date", "2015-09-14"},
		{"an empty date", "published: 2021-03-01\n", "published: ''\n", "''\n", "is empty", "2015-09-14"},
		{"a kind that is none", "kind: confession", "kind: confessoin", "confessoin", `no "confessoin"`, `did you mean "confession"?`},
		{"a kind far from any", "kind: confession", "kind: xyzzy", "xyzzy", `no "xyzzy"`, "choose one of article, agency, post"},
		{"a truth that is none", "tab: true", "tab: yes", "yes", "should be true or false, but is text", "without quotes"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			text := spoil(t, c.old, c.new)
			_, problems := authoring.Load("case.yaml", []byte(text))
			if len(problems) != 1 {
				t.Fatalf("%d problems:\n%v", len(problems), problems)
			}
			p := problems[0]
			lines := strings.SplitAfter(text, "\n")
			if rest := strings.Join(lines[p.Line-1:], "")[p.Column-1:]; !strings.HasPrefix(rest, c.at) {
				t.Errorf("at %d:%d, where %.20q stands, want %q", p.Line, p.Column, rest, c.at)
			}
			if !strings.Contains(p.Message, c.message) || !strings.Contains(p.Next, c.next) {
				t.Errorf("got %v\nwant %q → %q", p, c.message, c.next)
			}
		})
	}
}

// TestDatesAreReadAsText, although some are numbers or timestamps in YAML.
func TestDatesAreReadAsText(t *testing.T) {
	for _, date := range []string{"2020", `"2020"`, "2020-12", "2020-12-31", "'2020-12-31'", "2020-12-31T23:59:00Z", "202X", "2020-12/2021-01", `"2020~"`, "2020~", "2020?"} {
		text := spoil(t, "happened: 2021-02-28", "happened: "+date)
		c, problems := authoring.Load("case.yaml", []byte(text))
		want := strings.Trim(date, `"'`)
		if c == nil {
			t.Errorf("%s: %v", date, problems)
			continue
		}
		if got := c.Events[0].Happened.String(); got != want {
			t.Errorf("%s was read as %s", date, got)
		}
	}
}

func TestExcerptShowsThePlace(t *testing.T) {
	long := spoil(t, "role: caretaker of Hillside School", "role: {"+strings.Repeat("ä", 150)+": 1}")
	_, problems := authoring.Load("case.yaml", []byte(long))
	if len(problems) != 1 {
		t.Fatal(problems)
	}
	line, caret, _ := strings.Cut(problems[0].Excerpt, "\n")
	if n := len([]rune(line)); n > 100 || n < 50 {
		t.Errorf("the excerpt has %d characters", n)
	}
	if i := len([]rune(caret)) - 1; []rune(line)[i] != '{' {
		t.Errorf("the caret stands under %q", []rune(line)[i])
	}
	windows := strings.ReplaceAll(spoil(t, "language: en", "language: 7"), "\n", "\r\n")
	_, problems = authoring.Load("case.yaml", []byte(windows))
	if len(problems) != 1 || problems[0].Excerpt != "language: 7\n          ^" {
		t.Errorf("got %q", problems)
	}
}

func TestJSONIsDeterministic(t *testing.T) {
	var first []byte
	for range 5 {
		c, problems := authoring.Load(base, readBase(t))
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		data, err := authoring.JSON(c)
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = data
		}
		if string(data) != string(first) {
			t.Fatal("the same case made two different files")
		}
	}
	compiled := strings.TrimSuffix(base, ".yaml") + ".json"
	if kept, err := os.ReadFile(compiled); err != nil || string(kept) != string(first) {
		t.Errorf("%s is not what %s compiles to, %v; build it again with go run ./quiz/cmd/case build", compiled, base, err)
	}
	const arabic = "../testdata/lost-cat-ar"
	text, err := os.ReadFile(arabic + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	c, problems := authoring.Load(arabic+".yaml", text)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if data, err := authoring.JSON(c); err != nil {
		t.Error(err)
	} else if kept, err := os.ReadFile(arabic + ".json"); err != nil || string(kept) != string(data) {
		t.Errorf("%s.json is not what its case compiles to, %v; build it again with go run ./quiz/cmd/case build", arabic, err)
	}
	again, problems := authoring.Load("case.json", first)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if data, err := authoring.JSON(again); err != nil || string(data) != string(first) {
		t.Errorf("its own JSON makes another file, error %v", err)
	}
}

// FuzzYAML: nothing panics, every problem has a message and a next step, and
// what loads is a checked case.
func FuzzYAML(f *testing.F) {
	good := string(readBase(f))
	f.Add([]byte(good))
	for _, s := range []string{"", "a: &a [*a]", "? [a]\n: b", "<<: {a: b}", "format: 1\nrooms: [{kind: desk, beats: [{at: 2015}]}]", "\t", "%YAML 1.1\n---\n", "a: !!map x", "- - - -", "a: |\n  b\n c", "\"\\x00\": 1", "{a: b, c", "...\n---\n..."} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if c, problems := authoring.Load("case.json", data); (c == nil) == (len(problems) == 0) {
			t.Fatalf("as JSON a case %v and problems %v", c != nil, problems)
		}
		c, problems := authoring.Load("case.yaml", data)
		if (c == nil) == (len(problems) == 0) {
			t.Fatalf("a case %v and problems %v", c != nil, problems)
		}
		for _, p := range problems {
			if said := p.String(); len(said) > 3000 || strings.ContainsAny(said, "\x1b\r\u0085\u2028\u202e") {
				t.Fatalf("%d bytes are said: %.500q", len(said), said)
			}
			if p.Message == "" || p.Next == "" || p.File != "case.yaml" || p.Line < 0 {
				t.Fatalf("%+v", p)
			}
		}
		if c != nil {
			if problems := check.Case(c); len(problems) > 0 {
				t.Fatal(problems)
			}
		}
	})
}
