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

func parse(t *testing.T, text string) tree.Document {
	t.Helper()
	doc, faults := tree.ParseJSON("x.json", []byte(text))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	return doc
}

func TestFind(t *testing.T) {
	doc := parse(t, document)
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
		// What does not exist is found at the nearest thing around it.
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
	doc := parse(t, document)
	cases := []struct {
		line, column int
		want         string
	}{
		{6, 3, "  \"empty\": {},\n  ^"},
		{7, 9, "\t\"tab\": true\n\t       ^"}, // a tab stays one, so that the caret stands right
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

// TestATypeWithoutARuleIsAMistakeOfTheProgram and not of a file.
func TestATypeWithoutARuleIsAMistakeOfTheProgram(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a channel was read from a file")
		}
	}()
	var into struct {
		List chan int `json:"list"`
	}
	tree.Decode(parse(t, document).Root, &into)
}
