package tree

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"holdtheline/quiz/internal/quote"
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
	Unusable // reported by the parser, and read as nothing
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

	places map[string]int // of a mapping, by key, once one is looked up
}

// A Document is a file and the tree read from it.
type Document struct {
	File string // for messages; may be empty
	Text []byte
	Root *Node

	starts []int // where each line begins in Text, in bytes
}

// NewDocument returns a document that has not been parsed yet. It removes a byte
// order mark.
func NewDocument(file string, text []byte) Document {
	text = bytes.TrimPrefix(text, []byte("\uFEFF"))
	d := Document{File: file, Text: text, starts: []int{0}}
	for i := 0; i < len(text); {
		size := lineBreak(text[i:])
		if size > 0 {
			d.starts = append(d.starts, i+size)
		}
		i += max(size, 1)
	}
	return d
}

// lineBreak returns the length of the line break that a text begins with, or 0.
// The line breaks are those of YAML 1.1, so that lines are counted as its parser
// counts them: a line feed, a carriage return or both, and the invisible
// characters U+0085, U+2028 and U+2029.
func lineBreak(text []byte) int {
	switch text[0] {
	case '\n':
		return 1
	case '\r':
		if len(text) > 1 && text[1] == '\n' {
			return 2
		}
		return 1
	case 0xC2:
		if bytes.HasPrefix(text, []byte("\u0085")) {
			return 2
		}
	case 0xE2:
		if bytes.HasPrefix(text, []byte("\u2028")) || bytes.HasPrefix(text, []byte("\u2029")) {
			return 3
		}
	}
	return 0
}

// Lines returns the number of lines; an empty one after the last break counts.
func (d Document) Lines() int { return len(d.starts) }

// Start returns where a line begins in Text, in bytes; for the line after the
// last it is the end of Text.
func (d Document) Start(line int) int {
	if line > len(d.starts) {
		return len(d.Text)
	}
	return d.starts[line-1]
}

// Line returns a line without its break. The line must exist.
func (d Document) Line(line int) []byte {
	text := d.Text[d.Start(line):d.Start(line+1)]
	for i := max(0, len(text)-len("\u2028")); i < len(text); i++ {
		if lineBreak(text[i:]) == len(text)-i {
			return text[:i]
		}
	}
	return text
}

// Unreadable returns what makes a text unusable before parsing: too large, not
// UTF-8, or empty.
func (d Document) Unreadable() *Fault {
	if len(d.Text) > MaxBytes {
		return &Fault{Message: fmt.Sprintf("the file is larger than %d MB", MaxBytes>>20), Next: "check that it is a case file"}
	}
	if len(bytes.TrimSpace(d.Text)) == 0 {
		return &Fault{Line: 1, Column: 1, Message: "the file is empty", Next: "start with the line “format: 1”, or with a copy of an existing case"}
	}
	if utf8.Valid(d.Text) {
		return nil
	}
	for line := 1; ; line++ {
		text := d.Line(line)
		if utf8.Valid(text) {
			continue
		}
		column := 1
		for r, size := utf8.DecodeRune(text); r != utf8.RuneError || size > 1; r, size = utf8.DecodeRune(text) {
			text, column = text[size:], column+1
		}
		return &Fault{Line: line, Column: column, Message: "the text is not UTF-8 from here on", Next: "save the file with the encoding UTF-8"}
	}
}

// TooDeep returns the fault of a document nested deeper than [MaxDepth].
func TooDeep(line, column int) *Fault {
	return &Fault{Line: line, Column: column, Message: fmt.Sprintf("values are nested more than %d deep", MaxDepth), Next: "check the brackets and the indentation: a case needs about eight levels"}
}

// A Fault is something wrong at one place of a document.
type Fault struct {
	Code          string // names the rule; empty for what makes a text no document
	Value         string // the text that is no date
	Path          string // such as events[3].known
	Meant         string // the path of the key that a misspelt one probably means
	Line, Column  int    // from 1; 0 when the place is not known
	Message, Next string
}

// Find returns the place of the value at path, or of the innermost enclosing
// value that exists. A value that spans several lines is found at its key.
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

// Has reports whether there is a value at path.
func (n *Node) Has(path string) bool {
	at := n
	for path != "" {
		if rest, ok := strings.CutPrefix(path, "["); ok {
			number, after, _ := strings.Cut(rest, "]")
			i, err := strconv.Atoi(number)
			if err != nil || at.Kind != Sequence || i < 0 || i >= len(at.Items) {
				return false
			}
			at, path = at.Items[i], after
			continue
		}
		path = strings.TrimPrefix(path, ".")
		end := strings.IndexAny(path, ".[")
		if end < 0 {
			end = len(path)
		}
		_, next := at.get(path[:end])
		if next == nil {
			return false
		}
		at, path = next, path[end:]
	}
	return true
}

// get looks a key up in a mapping. The first of several equal keys counts.
func (n *Node) get(name string) (key, value *Node) {
	if n.places == nil {
		n.places = make(map[string]int, len(n.Keys))
		for i, k := range n.Keys {
			if _, known := n.places[k.Value]; !known {
				n.places[k.Value] = i
			}
		}
	}
	if i, ok := n.places[name]; ok {
		return n.Keys[i], n.Items[i]
	}
	return nil, nil
}

// widestExcerpt is how many characters of a line an excerpt shows.
const widestExcerpt = 96

// Excerpt returns the line of the document with a caret under the column, or ""
// when there is no such line.
func (d Document) Excerpt(line, column int) string {
	if line < 1 || line > d.Lines() {
		return ""
	}
	text := d.Line(line)
	caret := column - 1
	for ; caret > widestExcerpt && len(text) > widestExcerpt*utf8.UTFMax; caret-- { // a line may be as long as the file
		_, size := utf8.DecodeRune(text)
		text = text[size:]
	}
	shown := []rune(string(text[:min(len(text), 3*widestExcerpt*utf8.UTFMax)]))
	caret = max(0, min(caret, len(shown)))
	if len(shown) > widestExcerpt {
		from := max(0, min(caret-widestExcerpt/2, len(shown)-widestExcerpt))
		shown, caret = shown[from:from+widestExcerpt], caret-from
	}
	under := make([]rune, 0, caret+1)
	for i, r := range shown {
		if shown[i] = quote.Rune(r); i < caret {
			if r != '\t' {
				r = ' '
			}
			under = append(under, r)
		}
	}
	return string(shown) + "\n" + string(under) + "^"
}
