package tree_test

import (
	"strings"
	"testing"

	"holdtheline/quiz/casefile/internal/tree"
)

const document = `{
  "list": [
    {"name": "one"},
    {"name": "zwei – drei", "more": [1, 2]}
  ],
  "empty": {},
	"tab": true
}`

// parsed returns the tree of the document, as a parser would make it.
func parsed() tree.Document {
	doc := tree.NewDocument("x.json", []byte(document))
	leaf := func(kind tree.Kind, value string, line, column int) *tree.Node {
		return &tree.Node{Kind: kind, Value: value, Line: line, Column: column}
	}
	key := func(value string, line, column int) *tree.Node { return leaf(tree.Text, value, line, column) }
	group := func(line, column int, pairs ...*tree.Node) *tree.Node {
		n := &tree.Node{Kind: tree.Mapping, Line: line, Column: column}
		for i := 0; i < len(pairs); i += 2 {
			n.Keys, n.Items = append(n.Keys, pairs[i]), append(n.Items, pairs[i+1])
		}
		return n
	}
	list := func(line, column int, items ...*tree.Node) *tree.Node {
		return &tree.Node{Kind: tree.Sequence, Line: line, Column: column, Items: items}
	}
	doc.Root = group(1, 1,
		key("list", 2, 3), list(2, 11,
			group(3, 5, key("name", 3, 6), leaf(tree.Text, "one", 3, 14)),
			group(4, 5, key("name", 4, 6), leaf(tree.Text, "zwei – drei", 4, 14),
				key("more", 4, 29), list(4, 37, leaf(tree.Number, "1", 4, 38), leaf(tree.Number, "2", 4, 41)))),
		key("empty", 6, 3), group(6, 12),
		key("tab", 7, 2), leaf(tree.Bool, "true", 7, 9))
	return doc
}

func TestFind(t *testing.T) {
	doc := parsed()
	cases := []struct {
		path         string
		line, column int
	}{
		{"", 1, 1},
		{"list", 2, 3}, // a value of several lines is found at its key
		{"list[0]", 3, 5},
		{"list[0].name", 3, 14},
		{"list[1].more", 4, 29},
		{"list[1].more[1]", 4, 41},
		{"empty", 6, 3},
		{"tab", 7, 9},
		// What does not exist is found at the innermost enclosing value.
		{"list[7]", 2, 3},
		{"list[0].nothing", 3, 5},
		{"list[0].name.deeper", 3, 14},
		{"nothing[3].at.all", 1, 1},
		{"list[x]", 2, 3},
		{"list[-1]", 2, 3},
		{"list[", 2, 3},
	}
	for _, c := range cases {
		if line, column := doc.Root.Find(c.path); line != c.line || column != c.column {
			t.Errorf("%q is found at %d:%d, want %d:%d", c.path, line, column, c.line, c.column)
		}
	}
}

func TestExcerpt(t *testing.T) {
	doc := parsed()
	cases := []struct {
		line, column int
		want         string
	}{
		{6, 3, "  \"empty\": {},\n  ^"},
		{7, 9, "\t\"tab\": true\n\t       ^"}, // a tab stays a tab, so that the caret is in the right column
		{4, 29, "    {\"name\": \"zwei – drei\", \"more\": [1, 2]}\n                            ^"},
		{8, 99, "}\n ^"},
		{8, 0, "}\n^"},
		{0, 1, ""},
		{99, 1, ""},
	}
	for _, c := range cases {
		if got := doc.Excerpt(c.line, c.column); got != c.want {
			t.Errorf("%d:%d:\n%s\nwant\n%s", c.line, c.column, got, c.want)
		}
	}
}

// TestLinesAreCountedAsTheParserDoes: every line break of YAML counts, so that line
// and excerpt agree.
func TestLinesAreCountedAsTheParserDoes(t *testing.T) {
	doc := tree.NewDocument("", []byte("\uFEFFa\nb\r\nc\rd\u0085e\u2028f\u2029\n\n\r\rg–ä"))
	want := []string{"a", "b", "c", "d", "e", "f", "", "", "", "", "g–ä"}
	if doc.Lines() != len(want) {
		t.Fatalf("%d lines, want %d", doc.Lines(), len(want))
	}
	for i, line := range want {
		if got := string(doc.Line(i + 1)); got != line {
			t.Errorf("line %d is %q, want %q", i+1, got, line)
		}
	}
	if got := doc.Excerpt(11, 3); got != "g–ä\n  ^" {
		t.Errorf("the excerpt is %q", got)
	}
}

func TestExcerptIsEscaped(t *testing.T) {
	doc := tree.NewDocument("", []byte("a: \x1b[31mred\u202e\n"+strings.Repeat("ä", 1<<20)+"!"))
	if got, want := doc.Excerpt(1, 4), "a: \uFFFD[31mred\uFFFD\n   ^"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	line, caret, _ := strings.Cut(doc.Excerpt(2, 1<<20+1), "\n")
	if n := len([]rune(line)); n > 100 || []rune(line)[len([]rune(caret))-1] != '!' {
		t.Errorf("%d characters, %q, %q", n, line, caret)
	}
}

func TestNearest(t *testing.T) {
	options := []string{"published", "people", "points", "id", "at"}
	cases := map[string]string{
		"publisehd": "published", // two letters changed places
		"publishd":  "published",
		"Published": "published",
		"pepole":    "people",
		"point":     "points",
		"idd":       "id",
		"att":       "at",
		"published": "published",
		"xyzzy":     "",
		"":          "",
		"q":         "",
	}
	for word, want := range cases {
		if got := tree.Nearest(word, options); got != want {
			t.Errorf("%q is taken for %q, want %q", word, got, want)
		}
	}
	if got := tree.Nearest(strings.Repeat("published", 100), options); got != "" {
		t.Errorf("a long word is taken for %q", got)
	}
}

func TestSuggest(t *testing.T) {
	many := strings.Split("abcdefghijklmnop", "")
	cases := []struct {
		word    string
		options []string
		want    string
	}{
		{"foto", []string{"photo", "phone"}, `did you mean "photo"?`},
		{"xyzzy", []string{"photo", "phone"}, "choose one of photo, phone"},
		{"xyzzy", nil, "there is nothing to choose from yet: define it first"},
		{"xyzzy", many, "choose one of a, b, c, d, e, f, g, h, i, j, k, l and others"},
	}
	for _, c := range cases {
		if got := tree.Suggest(c.word, c.options); got != c.want {
			t.Errorf("%q: %q, want %q", c.word, got, c.want)
		}
	}
}

// TestDecodePanicsOnAnUnsupportedType, since that is a bug and not bad input.
func TestDecodePanicsOnAnUnsupportedType(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a channel was read from a file")
		}
	}()
	var into struct {
		List chan int `json:"list"`
	}
	tree.Decode(parsed().Root, &into)
}
