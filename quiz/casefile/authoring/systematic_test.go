package authoring_test

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/authoring"
	"holdtheline/quiz/infer"
)

const base = "../testdata/lost-cat.yaml"

func readBase(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile(base)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// clone copies a tree, so that each test spoils its own.
func clone(n *yaml.Node) *yaml.Node {
	out := *n
	out.Content = make([]*yaml.Node, len(n.Content))
	for i, child := range n.Content {
		out.Content[i] = clone(child)
	}
	return &out
}

func parse(t testing.TB, data []byte) *yaml.Node {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	return doc.Content[0]
}

// A spot is the position of one key in any copy of the base case: the child to
// follow at each level from the root, and last the index of the key.
type spot struct {
	steps []int
	path  string
}

// spots lists every key of a document.
func spots(n *yaml.Node, steps []int, path string) []spot {
	var out []spot
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i < len(n.Content); i += 2 {
			name := strings.TrimPrefix(path+"."+n.Content[i].Value, ".")
			out = append(out, spot{append(slices.Clone(steps), i), name})
			out = append(out, spots(n.Content[i+1], append(slices.Clone(steps), i+1), name)...)
		}
	case yaml.SequenceNode:
		for i, item := range n.Content {
			out = append(out, spots(item, append(slices.Clone(steps), i), fmt.Sprintf("%s[%d]", path, i))...)
		}
	}
	return out
}

// find follows a spot to the mapping that holds it, and the index of its key.
func (s spot) find(root *yaml.Node) (mapping *yaml.Node, key int) {
	for _, step := range s.steps[:len(s.steps)-1] {
		root = root.Content[step]
	}
	return root, s.steps[len(s.steps)-1]
}

func write(t *testing.T, root *yaml.Node) []byte {
	t.Helper()
	data, err := yaml.Marshal(root)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// load reads a case and fails the test on a panic.
func load(t *testing.T, data []byte) casefile.Problems {
	t.Helper()
	defer func() {
		if r := recover(); r != nil {
			t.Fatalf("panic: %v\n%s", r, data)
		}
	}()
	_, problems := authoring.Load("case.yaml", data)
	for _, p := range problems {
		if p.Line < 1 || p.Column < 1 || p.Message == "" || p.Next == "" || p.Excerpt == "" || p.File != "case.yaml" {
			t.Errorf("a problem without a place or a next step: %+v", p)
		}
	}
	return problems
}

// needsOneAt fails unless one of the problems points at the line and contains one
// of the wanted texts.
func needsOneAt(t *testing.T, problems casefile.Problems, line int, wanted string) {
	t.Helper()
	for _, p := range problems {
		if p.Line == line && strings.Contains(p.Message, wanted) {
			return
		}
	}
	t.Errorf("no problem in line %d that says %q in:\n%v", line, wanted, problems)
}

// optional lists the keys that may be missing, at least somewhere.
var optional = map[string]bool{
	"outlet": true, "author": true, "relies_on": true, "tab": true, "at": true, "note": true, "after": true,
	"known_after": true, "asserted_by": true, "defensible": true, "lengths": true, "weight": true, "tabs": true,
	"points": true, "decoys": true, "beats": true, "puzzles": true, "real": true, "lead": true,
	"speaker": true, "speaks_for": true, "known_to": true, "could_be_fooled": true, "denied_by": true, "settled_by": true, "explained_by": true,
	"related": true, "hint": true, "judgement": true, "denied": true, "said_by": true, "stamps": true, "prank": true, "clocks": true, "picture": true, "open": true,
}

// thinned is every fourth spot in the short tests, and all of them otherwise.
func thinned(all []spot) []spot {
	if !testing.Short() {
		return all
	}
	var some []spot
	for i := 0; i < len(all); i += 4 {
		some = append(some, all[i])
	}
	return some
}

// inferred matches the keys that are filled in where they are missing. What named an id
// complains if it is made anew.
var inferred = regexp.MustCompile(`^(format|license|minutes)$|(^|\.)id$|\.(dated_by|directness|known|status|from|is|would_change|tab|axis|windows)$|` +
	`status\[\d+\]\.(because|why)$|^rooms\[\d+\]\.(title|intro|puzzles)$|beats\[\d+\]\.(title|short|arrivals|tabs)$|` +
	`puzzles\[\d+\]\.(title|prompt|why|events)$|puzzles\[[12]\]\.(claim|at|source|sources)$`)

func TestEveryKeyRemoved(t *testing.T) {
	whole := parse(t, readBase(t))
	for _, s := range thinned(spots(whole, nil, "")) {
		t.Run(s.path, func(t *testing.T) {
			root := clone(whole)
			mapping, i := s.find(root)
			name := mapping.Content[i].Value
			mapping.Content = slices.Delete(mapping.Content, i, i+2)
			text := write(t, root)
			problems := load(t, text)
			if optional[name] && !strings.HasPrefix(s.path, "rooms") {
				return // what rests on it, if anything, says so in its own words
			}
			if len(problems) == 0 && optional[name] {
				return
			}
			if inferred.MatchString(s.path) {
				r := authoring.Read("case.yaml", text)
				if slices.ContainsFunc(r.Inferred, func(one infer.Inferred) bool { return strings.HasPrefix(one.Path, s.path) }) {
					return
				}
			}
			at, _ := s.find(parse(t, text))
			needsOneAt(t, problems, at.Line, fmt.Sprintf("key %q", name))
		})
	}
}

func TestEveryKeyMisspelt(t *testing.T) {
	whole := parse(t, readBase(t))
	for _, s := range thinned(spots(whole, nil, "")) {
		t.Run(s.path, func(t *testing.T) {
			root := clone(whole)
			mapping, i := s.find(root)
			name := mapping.Content[i].Value
			wrong := name + "q"
			mapping.Content[i].Value = wrong
			text := write(t, root)
			problems := load(t, text)
			mapping, i = s.find(parse(t, text))
			needsOneAt(t, problems, mapping.Content[i].Line, fmt.Sprintf("%q", wrong))
			suggested := false
			for _, p := range problems {
				suggested = suggested || p.Path == strings.TrimSuffix(s.path, name)+wrong && p.Next == fmt.Sprintf("did you mean %q?", name)
			}
			if !suggested {
				t.Errorf("nobody suggests %q:\n%v", name, problems)
			}
		})
	}
}

// otherTypes are values that no key of the format takes, each unlike the
// others, so that every key gets all but those of its own type.
var otherTypes = []struct {
	yaml  string
	fits  func(was *yaml.Node) bool
	names string
}{
	{"{surprise: 1}", func(was *yaml.Node) bool { return was.Kind == yaml.MappingNode }, "group"},
	{"[[]]", func(was *yaml.Node) bool { return false }, "list of lists"},
	{"true", func(was *yaml.Node) bool { return was.Tag == "!!bool" }, "bool"},
	{"", func(was *yaml.Node) bool { return false }, "nothing"},
	{"-7.25", func(was *yaml.Node) bool { return false }, "number"},
	{"surprise", func(was *yaml.Node) bool { return was.Kind == yaml.ScalarNode && was.Tag == "!!str" }, "word"},
}

// indices matches the indices of a path, which do not affect what a key takes.
var indices = regexp.MustCompile(`\[\d+\]`)

// TestEveryValueOfAnotherType gives every key of the format all other types
// once, and every further occurrence of it one of them.
func TestEveryValueOfAnotherType(t *testing.T) {
	whole := parse(t, readBase(t))
	seen := map[string]int{}
	for _, s := range thinned(spots(whole, nil, "")) {
		key := indices.ReplaceAllString(s.path, "")
		n := seen[key]
		seen[key]++
		others := otherTypes
		if n > 0 {
			others = otherTypes[n%len(otherTypes):][:1]
		}
		for _, other := range others {
			root := clone(whole)
			mapping, i := s.find(root)
			if other.fits(mapping.Content[i+1]) {
				continue
			}
			t.Run(s.path+" as "+other.names, func(t *testing.T) {
				var value yaml.Node
				if err := yaml.Unmarshal([]byte("v: "+other.yaml), &value); err != nil {
					t.Fatal(err)
				}
				value.Content[0].Content[1].Style &^= yaml.FlowStyle
				mapping.Content[i+1] = value.Content[0].Content[1]
				text := write(t, root)
				problems := load(t, text)
				mapping, i = s.find(parse(t, text))
				at := mapping.Content[i+1]
				for _, p := range problems {
					if (p.Line == at.Line || p.Line == mapping.Content[i].Line) && strings.HasPrefix(p.Path, s.path) {
						return
					}
				}
				t.Errorf("no problem in line %d or %d at %s:\n%v\n%s", at.Line, mapping.Content[i].Line, s.path, problems, text)
			})
		}
	}
}

// TestEveryScalarGarbled: whatever the value, reading ends with a case or with
// problems.
func TestEveryScalarGarbled(t *testing.T) {
	whole := parse(t, readBase(t))
	garbage := []string{"#", "#x", "x#", "..", "2015-99", strings.Repeat("é", 300), "\x00", "{{", "-", "9999-12-31%"}
	for n, s := range thinned(spots(whole, nil, "")) {
		root := clone(whole)
		mapping, i := s.find(root)
		value := mapping.Content[i+1]
		for value.Kind == yaml.SequenceNode && len(value.Content) > 0 {
			value = value.Content[0]
		}
		if value.Kind != yaml.ScalarNode {
			continue
		}
		value.Value, value.Tag, value.Style = garbage[n%len(garbage)], "!!str", yaml.DoubleQuotedStyle
		load(t, write(t, root))
	}
}
