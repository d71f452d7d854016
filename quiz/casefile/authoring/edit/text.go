package edit

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// A text is YAML with its tree. Positions are offsets in bytes.
type text struct {
	data  []byte
	lines []int // where each line begins
	root  *yaml.Node
}

// errAsText says that a place has to be changed in the text itself.
var errAsText = errors.New("this can't be changed in a form; change it in the text")

// read parses YAML. Lines end in a line feed alone.
func read(data []byte) (*text, error) {
	if bytes.IndexByte(data, '\r') >= 0 {
		return nil, fmt.Errorf("a line ends in a carriage return: %w", errAsText)
	}
	dec := yaml.NewDecoder(bytes.NewReader(data))
	var doc, second yaml.Node
	if err := dec.Decode(&doc); err != nil {
		return nil, fmt.Errorf("the text is not YAML: %w", err)
	}
	if err := dec.Decode(&second); !errors.Is(err, io.EOF) {
		return nil, errors.New("the text holds more than one document: delete the line --- and what follows")
	}
	t := &text{data: data, root: doc.Content[0], lines: []int{0}}
	for i, c := range data {
		if c == '\n' {
			t.lines = append(t.lines, i+1)
		}
	}
	return t, plain(t.root)
}

// plain returns an error if the tree has anchors, aliases or tags: cases have none.
func plain(n *yaml.Node) error {
	if n.Kind == yaml.AliasNode || n.Anchor != "" || n.Style&yaml.TaggedStyle != 0 {
		return fmt.Errorf("line %d has an anchor, an alias or a tag, which cases don’t use: %w", n.Line, errAsText)
	}
	for _, c := range n.Content {
		if err := plain(c); err != nil {
			return err
		}
	}
	return nil
}

// find returns the node at a path, or nil if nothing is there.
func (t *text) find(path Path) *yaml.Node {
	n := t.root
	for _, step := range path {
		if n = child(n, step); n == nil {
			return nil
		}
	}
	return n
}

func child(n *yaml.Node, step any) *yaml.Node {
	switch step := step.(type) {
	case int:
		if n.Kind == yaml.SequenceNode && step >= 0 && step < len(n.Content) {
			return n.Content[step]
		}
	case string:
		if i := entry(n, step); i >= 0 {
			return n.Content[i+1]
		}
	}
	return nil
}

// entry returns where a key stands among a mapping's keys and values, or -1.
func entry(n *yaml.Node, key string) int {
	if n.Kind != yaml.MappingNode {
		return -1
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return i
		}
	}
	return -1
}

// start returns where a node begins. Columns count characters.
func (t *text) start(n *yaml.Node) int {
	at := t.lines[n.Line-1]
	for range n.Column - 1 {
		_, size := utf8.DecodeRune(t.data[at:])
		at += size
	}
	return min(at, len(t.data))
}

// lineOf returns where the line of a position begins.
func (t *text) lineOf(at int) int { return bytes.LastIndexByte(t.data[:at], '\n') + 1 }

// afterLine returns where the next line begins, or the end of the text.
func (t *text) afterLine(at int) int {
	if i := bytes.IndexByte(t.data[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(t.data)
}

// line returns the line that begins at a position, without its end.
func (t *text) line(begin int) string {
	return strings.TrimSuffix(string(t.data[begin:t.afterLine(begin)]), "\n")
}

// indentation counts the spaces that a line begins with.
func indentation(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

// end returns where a node ends: after its last character, without a comment behind
// it. owner is how far the line is indented to which it belongs, -1 for the whole
// case; inFlow tells whether it stands in brackets.
func (t *text) end(n *yaml.Node, owner int, inFlow bool) (int, error) {
	begin := t.start(n)
	switch {
	case n.Kind != yaml.ScalarNode && n.Style&yaml.FlowStyle != 0:
		return t.closing(begin)
	case n.Kind != yaml.ScalarNode:
		if len(n.Content) == 0 {
			return begin, nil
		}
		last := n.Content[len(n.Content)-1]
		if n.Kind == yaml.MappingNode && empty(last) {
			return t.afterColon(n.Content[len(n.Content)-2])
		}
		return t.end(last, n.Column-1, false)
	case n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
		return t.quoted(begin)
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return t.block(begin, owner), nil
	case empty(n):
		return begin, nil
	}
	return t.plain(begin, n.Value, inFlow)
}

// empty reports whether a key has no value, not even null.
func empty(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Value == "" && n.Style == 0 }

// afterColon returns the position after a key and its colon.
func (t *text) afterColon(key *yaml.Node) (int, error) {
	end, err := t.end(key, key.Column-1, true)
	if err != nil {
		return 0, err
	}
	for end < len(t.data) && t.data[end] == ' ' {
		end++
	}
	if end == len(t.data) || t.data[end] != ':' {
		return 0, errAsText
	}
	return end + 1, nil
}

// quoted returns where a text in quotes ends.
func (t *text) quoted(begin int) (int, error) {
	quote := t.data[begin]
	for i := begin + 1; i < len(t.data); i++ {
		switch c := t.data[i]; {
		case c == '\\' && quote == '"':
			i++
		case c == quote && quote == '\'' && i+1 < len(t.data) && t.data[i+1] == quote:
			i++
		case c == quote:
			return i + 1, nil
		}
	}
	return 0, errAsText
}

// block returns where a text of several lines ends that begins with | or >.
func (t *text) block(begin, owner int) int {
	end := begin + len(t.line(begin))
	for at := t.afterLine(begin); at < len(t.data); at = t.afterLine(at) {
		line := t.line(at)
		if strings.TrimSpace(line) == "" {
			continue
		}
		if indentation(line) <= owner {
			break
		}
		end = at + len(line)
	}
	return end
}

// plain returns where a text without quotes ends, which may go on in further lines:
// as soon as the lines make up its value.
func (t *text) plain(begin int, value string, inFlow bool) (int, error) {
	var folded strings.Builder
	at := begin
	for {
		line, _, _ := strings.Cut(t.line(at), " #")
		if !inFlow || at != begin {
			line = strings.TrimSpace(line)
		}
		if inFlow && at == begin {
			// In brackets and keys more may follow in the same line.
			if strings.HasPrefix(line, value) {
				return begin + len(value), nil
			}
			return 0, errAsText
		}
		if folded.Len() > 0 {
			folded.WriteByte(' ')
		}
		folded.WriteString(line)
		if folded.String() == value {
			skipped := len(t.line(at)) - len(strings.TrimLeft(t.line(at), " "))
			if at == begin {
				skipped = 0
			}
			return at + skipped + len(line), nil
		}
		if len(folded.String()) > len(value) || t.afterLine(at) >= len(t.data) {
			return 0, errAsText
		}
		at = t.afterLine(at)
	}
}

// closing returns the position after the bracket that closes the one at begin.
func (t *text) closing(begin int) (int, error) {
	depth := 0
	for i := begin; i < len(t.data); i++ {
		switch t.data[i] {
		case '[', '{':
			depth++
		case ']', '}':
			if depth--; depth == 0 {
				return i + 1, nil
			}
		case '"', '\'':
			// A quotation mark inside a word is part of it.
			if strings.IndexByte(" ,[{:\n", t.data[i-1]) < 0 {
				continue
			}
			end, err := t.quoted(i)
			if err != nil {
				return 0, err
			}
			i = end - 1
		case '#':
			if t.data[i-1] == ' ' || t.data[i-1] == '\n' {
				i = t.afterLine(i) - 1
			}
		}
	}
	return 0, errAsText
}
