// Package tree is a document that remembers where everything in it stands, and
// the reading of such a document into Go values.
//
// A case can come as JSON, which this package reads itself, or as YAML, which
// only the authoring package reads; both become the same tree, so both are
// held to the same rules and get the same sentences. Nothing here knows what a
// case is: the rules it enforces stand in the struct tags of the types it is
// given. It never stops at the first fault and never panics on bad input.
//
// Start reading at [Document] and [Decode].
package tree

import (
	"strconv"
	"strings"
)

// Kind is what a node is.
type Kind int

// The kinds of node.
const (
	Null Kind = iota
	Text
	Number
	Bool
	Sequence
	Mapping
	Unusable // something that the parser has reported, and that is read as nothing
)

// A Node is one value with the place where it begins. Line and Column count
// from 1, Column in characters.
type Node struct {
	Kind         Kind
	Value        string // of a scalar, as it was written, without quotes
	Indirect     bool   // quoted or in block style: columns within Value are not columns of the file
	Line, Column int
	Keys         []*Node // of a mapping, one for each value
	Items        []*Node // of a sequence its items, of a mapping its values
}

// MaxDepth is how deep values may be nested; a case needs about eight levels.
const MaxDepth = 50

// MaxBytes is the largest file that is read. The longest case written so far
// is a fiftieth of it.
const MaxBytes = 8 << 20

// A Document is a file and the tree read from it.
type Document struct {
	File string // for messages; may be empty
	Text []byte
	Root *Node
}

// A Fault is something wrong at one place of a document.
type Fault struct {
	Path          string // such as events[3].known
	Meant         string // the path that a misspelt key probably stands for
	Line, Column  int    // from 1; 0 when the place is not known
	Message, Next string
}

// Find gives the place of the value at path, or of the nearest thing around
// it that exists. A value that spreads over several lines is found at its key.
func (n *Node) Find(path string) (line, column int) {
	line, column = n.Line, n.Column
	at := n
	for path != "" {
		var key *Node
		var next *Node
		if rest, ok := strings.CutPrefix(path, "["); ok {
			number, after, _ := strings.Cut(rest, "]")
			i, err := strconv.Atoi(number)
			if err != nil || at.Kind != Sequence || i < 0 || i >= len(at.Items) {
				return line, column
			}
			next, path = at.Items[i], after
		} else {
			path = strings.TrimPrefix(path, ".")
			end := strings.IndexAny(path, ".[")
			if end < 0 {
				end = len(path)
			}
			key, next = at.get(path[:end])
			if next == nil {
				return line, column
			}
			path = path[end:]
		}
		line, column = next.Line, next.Column
		if key != nil && (next.Kind == Sequence || next.Kind == Mapping) {
			line, column = key.Line, key.Column
		}
		at = next
	}
	return line, column
}

// get looks a key up in a mapping.
func (n *Node) get(name string) (key, value *Node) {
	for i, k := range n.Keys {
		if k.Value == name {
			return k, n.Items[i]
		}
	}
	return nil, nil
}

// widestExcerpt is how many characters of a line an excerpt shows.
const widestExcerpt = 96

// Excerpt is the line of the document with a caret under the column, or empty
// when there is no such line.
func (d Document) Excerpt(line, column int) string {
	if line < 1 {
		return ""
	}
	text := string(d.Text)
	for range line - 1 {
		_, rest, found := strings.Cut(text, "\n")
		if !found {
			return ""
		}
		text = rest
	}
	text, _, _ = strings.Cut(text, "\n")
	shown := []rune(strings.TrimRight(strings.ToValidUTF8(text, "\uFFFD"), "\r"))
	caret := max(0, min(column-1, len(shown)))
	if len(shown) > widestExcerpt {
		from := max(0, min(caret-widestExcerpt/2, len(shown)-widestExcerpt))
		shown, caret = shown[from:from+widestExcerpt], caret-from
	}
	under := make([]rune, 0, caret+1)
	for _, r := range shown[:caret] {
		if r != '\t' {
			r = ' '
		}
		under = append(under, r)
	}
	return string(shown) + "\n" + string(under) + "^"
}
