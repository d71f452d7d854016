package complete_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/authoring"
	"holdtheline/quiz/casefile/authoring/complete"
)

func lostCat(t testing.TB) string {
	t.Helper()
	data, err := os.ReadFile("../../testdata/lost-cat.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// typed writes a piece into the text in the place of another and returns what is offered
// at its mark, |.
func typed(t *testing.T, text, old, piece string) complete.Options {
	t.Helper()
	if !strings.Contains(text, old) {
		t.Fatalf("the text has no %q", old)
	}
	before, after, _ := strings.Cut(strings.Replace(text, old, piece, 1), "|")
	line := strings.Count(before, "\n")
	return complete.At(before+after, line+1, before[strings.LastIndex(before, "\n")+1:])
}

func labels(o complete.Options) (all []string) {
	for _, one := range o.List {
		all = append(all, one.Label)
	}
	return all
}

func TestAt(t *testing.T) {
	text := lostCat(t)
	for _, test := range []struct {
		name       string
		old, piece string
		typed      string
		offered    []string // some of it
		not        []string // what isn't
	}{
		{"a key of the case", "minutes:\n", "te|\nminutes:\n", "te", []string{"teacher_note", "belief"}, []string{"title", "minutes", "role"}},
		{"a key of a source", "    kind: broadcast\n", "    ou|\n    kind: broadcast\n", "ou", []string{"author", "written"}, []string{"title", "reference", "questions"}},
		{"a key behind the dash", "  - id: tom\n", "  - |\n  - id: tom\n", "", []string{"id", "name", "role"}, nil},
		{"a new item", "  - id: tom\n", "  |\n  - id: tom\n", "", []string{"- id", "- name"}, []string{"id"}},
		{"a kind", "kind: broadcast", "kind: br|", "br", []string{"broadcast", "letter"}, []string{"real"}},
		{"a kind in quotes", "kind: broadcast", `kind: "br|`, "br", []string{"broadcast"}, nil},
		{"a verdict", "is: denied", "is: |", "", []string{"real", "prank", "denied", "unconfirmed"}, nil},
		{"a person", "speaker: tom", "speaker: |", "", []string{"mira", "tom", "school", "vet"}, []string{"notice"}},
		{"a source in brackets", "relies_on: [photo]", "relies_on: [photo, |]", "", []string{"notice", "paper", "radio"}, []string{"photo", "mira"}},
		{"a source that is half typed", "relies_on: [photo]", "relies_on: [pho|]", "pho", []string{"photo"}, nil},
		{"a paragraph in an item of its own", "because: [notice#gone]", "because:\n      - notice#|", "notice#", []string{"notice#gone", "paper#update"}, []string{"notice"}},
		{"a list that isn't begun", "relies_on: [photo]", "relies_on: |", "", []string{"photo"}, nil},
		{"a source or a paragraph", "arrivals:", "arrivals: [|]\nx:", "", []string{"notice", "notice#gone"}, []string{"mira"}},
		{"true or false", "    relies_on: [photo]\n", "    tab: |\n", "", []string{"true", "false"}, nil},
		{"a word of a map", "stamps:\n", "stamps:\n  re|\n", "re", []string{"real"}, []string{"prank", "title"}},
		{"in a comment", "format: 1\n", "format: 1 # ki|\n", "", nil, []string{"kind"}},
		{"in a text of several lines", "summary: A school", "summary: >-\n  |A school", "", nil, []string{"title"}},
		{"in a text without words of its own", "title: The Lost Cat", "title: |", "", nil, []string{"mira"}},
		{"behind a bracket that is closed", "relies_on: [photo]", "relies_on: [photo] |", "", nil, []string{"notice"}},
		{"in an unknown part", "minutes:\n", "unknown:\n  a|\nminutes:\n", "a", nil, []string{"title"}},
	} {
		got := typed(t, text, test.old, test.piece)
		all := labels(got)
		if len(test.offered) > 0 && got.Typed != test.typed {
			t.Errorf("%s: what is typed is %q, want %q", test.name, got.Typed, test.typed)
		}
		for _, want := range test.offered {
			if !slices.Contains(all, want) {
				t.Errorf("%s: no %q among %q", test.name, want, all)
			}
		}
		for _, wrong := range test.not {
			if slices.Contains(all, wrong) {
				t.Errorf("%s: %q is offered", test.name, wrong)
			}
		}
	}
}

func TestPuzzlesAndRoomsHaveTheirOwnKeys(t *testing.T) {
	text := lostCat(t)
	for kind, want := range map[string][2]string{"order": {"axis", "windows"}, "date": {"windows", "axis"}} {
		got := labels(complete.At("rooms:\n  - kind: lab\n    puzzles:\n      - kind: "+kind+"\n        \n", 5, "        "))
		if !slices.Contains(got, want[0]) || slices.Contains(got, want[1]) {
			t.Errorf("%s: %q", kind, got)
		}
	}
	if got := labels(typed(t, text, "rooms:\n", "rooms:\n  - kind: desk\n    |\n")); !slices.Contains(got, "beats") || slices.Contains(got, "puzzles") {
		t.Errorf("a desk: %q", got)
	}
}

func TestWhatIsWritten(t *testing.T) {
	text := lostCat(t)
	for _, test := range []struct{ old, piece, label, apply, after string }{
		{"    kind: broadcast\n", "    |\n    kind: broadcast\n", "lead", "lead: ", ""},
		{"    relies_on: [paper]\n", "    |\n", "relies_on", "relies_on: [", "]"},
		{"    relies_on: [paper]\n", "    relies_on: |\n", "photo", "[photo", "]"},
		{"minutes:\n", "  |\nminutes:\n", "minutes", "", ""}, // not indented so
		{"people:\n", "|\npeople:\n", "notes", "notes: ", ""},
		{"people:\n  - id: mira\n", "people:\n  - |\n", "id", "id: ", ""},
		{"    digest:\n", "    |\n", "digest", "digest:\n      - ", ""},
	} {
		got := typed(t, text, test.old, test.piece)
		i := slices.IndexFunc(got.List, func(o complete.Option) bool { return o.Label == test.label })
		if i < 0 {
			if test.apply != "" {
				t.Errorf("%s is not offered: %q", test.label, labels(got))
			}
			continue
		}
		if o := got.List[i]; o.Apply != test.apply || o.After != test.after {
			t.Errorf("%s writes %q and %q, want %q and %q", test.label, o.Apply, o.After, test.apply, test.after)
		}
	}
	got := typed(t, text, "speaker: tom", "speaker: |")
	if i := slices.IndexFunc(got.List, func(o complete.Option) bool { return o.Label == "mira" }); got.List[i].Detail != "Mira Okafor" || got.List[i].Is != complete.ID {
		t.Errorf("%+v", got.List[i])
	}
	got = typed(t, text, "    kind: broadcast\n", "    |\n    kind: broadcast\n")
	if i := slices.IndexFunc(got.List, func(o complete.Option) bool { return o.Label == "author" }); !strings.Contains(got.List[i].Info, "Who wrote") {
		t.Errorf("%+v", got.List[i])
	}
}

// TestWhateverIsWrittenIsOffered goes through whole cases: where a key stands it is
// offered, and so is every id and every word of a fixed list.
func TestWhateverIsWrittenIsOffered(t *testing.T) {
	for _, file := range []string{"../../testdata/lost-cat.yaml", "../../../../assets/cases/the-call/case.yaml"} {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		c, problems := authoring.Load(file, data)
		if c == nil {
			t.Fatal(problems)
		}
		references := 0
		for _, r := range casefile.References(c) {
			references += len(r.Names)
		}
		text := string(data)
		var doc yaml.Node
		if err := yaml.Unmarshal(data, &doc); err != nil {
			t.Fatal(err)
		}
		keys, values := 0, 0
		offered := func(n *yaml.Node) (all []string) {
			// Columns of the package count characters.
			line := []rune(strings.Split(text, "\n")[n.Line-1])
			return labels(complete.At(text, n.Line, string(line[:n.Column-1])))
		}
		var walk func(n *yaml.Node)
		walk = func(n *yaml.Node) {
			for i, inner := range n.Content {
				if n.Kind == yaml.MappingNode && i%2 == 0 {
					keys++
					if all := offered(inner); !slices.Contains(all, inner.Value) {
						t.Errorf("%s:%d: the key %s is not among %q", file, inner.Line, inner.Value, all)
					}
					continue
				}
				if inner.Kind == yaml.ScalarNode {
					if all := offered(inner); len(all) > 0 {
						values++
						if !slices.Contains(all, inner.Value) {
							t.Errorf("%s:%d: %s is not among %q", file, inner.Line, inner.Value, all)
						}
					}
				}
				walk(inner)
			}
		}
		walk(doc.Content[0])
		if values < references || keys < 200 {
			t.Errorf("%s: %d keys and %d values are offered; there are %d references", file, keys, values, references)
		}
	}
}

// FuzzAt offers something for any text, and never fails.
func FuzzAt(f *testing.F) {
	text := lostCat(f)
	f.Add(text, 10, "  - ")
	f.Add("sources:\n- a: [{b: ]}]\n  - -\n", 2, "- a: [{b: ]}]")
	f.Add("a: |\n b\n#\n", 2, " b")
	f.Add("relies_on: {[", 1, "relies_on: {[")
	f.Fuzz(func(_ *testing.T, text string, line int, before string) {
		complete.At(text, line, before)
	})
}
