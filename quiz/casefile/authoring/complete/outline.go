package complete

import (
	"cmp"
	"strings"

	"go.yaml.in/yaml/v3"
)

// A node is a key or a list's item, as indentation shows it.
type node struct {
	key      string // "" for an item
	value    string // what follows on its line; of a list in brackets, on all its lines
	text     string // the first line of a text that goes on below
	column   int    // of the key or the dash, from 0
	parent   *node
	children []*node
}

// A place is where somebody is typing.
type place struct {
	in      *node  // the key or the item that holds it, or the root
	column  int    // where a new key would begin
	typed   string // what is already written there
	isValue bool   // behind a colon or a dash, or within brackets
	behind  bool   // behind a dash, where either a value or a key may follow
}

// keyOf splits a line that begins with a key. The value is what follows the colon.
func keyOf(content string) (key, value string, ok bool) {
	name, rest, found := strings.Cut(content, ":")
	if !found || rest != "" && rest[0] != ' ' {
		return "", "", false
	}
	key = strings.Trim(strings.TrimRight(name, " "), `"'`)
	for _, r := range key {
		if !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_') {
			return "", "", false
		}
	}
	return key, strings.TrimLeft(rest, " "), key != ""
}

// An outliner reads lines one after the other.
type outliner struct {
	top   *node // what the next line may belong to
	block *node // whose text goes on over several lines, or nil
}

// outline reads a text. At the line with this number, from 0, somebody is typing behind
// before. The place is nil where nothing can be completed: in a comment, or within a text
// of several lines.
func outline(lines []string, number int, before string) (root *node, at *place) {
	root = &node{column: -1}
	o := outliner{top: root}
	for i, line := range lines {
		if i == number {
			at = o.typing(before)
			continue
		}
		o.read(line)
	}
	return root, at
}

// open makes a node a child of what it is indented under.
func (o *outliner) open(n *node) {
	isItem := n.key == ""
	for o.top.column > n.column || o.top.column == n.column && !(isItem && o.top.key != "") {
		o.top = o.top.parent
	}
	n.parent = o.top
	o.top.children = append(o.top.children, n)
	o.top = n
}

// dashes opens the items that begin on a line and returns what follows the last dash,
// with its column.
func (o *outliner) dashes(content string, column int) (rest string, at int) {
	for content == "-" || strings.HasPrefix(content, "- ") {
		o.open(&node{column: column})
		rest := strings.TrimLeft(content[1:], " ")
		column += len(content) - len(rest)
		content = rest
	}
	return content, column
}

func indented(line string) (content string, column int) {
	content = strings.TrimLeft(line, " ")
	return content, len(line) - len(content)
}

// read reads a line.
func (o *outliner) read(line string) {
	content, column := indented(line)
	content = strings.TrimRight(content, " \r")
	if content == "" {
		return
	}
	if o.block != nil {
		if column > o.block.column {
			o.block.text = cmp.Or(o.block.text, content)
			return
		}
		o.block = nil
	}
	if content[0] == '#' || content == "---" {
		return
	}
	first := o.top
	content, column = o.dashes(content, column)
	if key, value, ok := keyOf(content); ok {
		n := &node{key: key, value: withoutComment(value), column: column}
		o.open(n)
		o.begins(n)
		return
	}
	switch {
	case content == "":
	case o.top != first: // behind a dash
		o.top.value = withoutComment(content)
		o.begins(o.top)
	case open(o.top.value): // brackets that go on
		o.top.value += " " + withoutComment(content)
	}
}

// begins notes whether a text of several lines begins at a node.
func (o *outliner) begins(n *node) {
	if strings.HasPrefix(n.value, "|") || strings.HasPrefix(n.value, ">") {
		o.block = n
	}
}

// typing reads the line at which somebody is typing, up to there.
func (o *outliner) typing(before string) *place {
	content, column := indented(before)
	if o.block != nil && column > o.block.column {
		return nil
	}
	o.block = nil
	first := o.top
	content, column = o.dashes(content, column)
	behind := o.top != first
	if withoutComment(content) != strings.TrimRight(content, " ") {
		return nil
	}
	if key, value, ok := keyOf(content); ok && strings.Contains(content, ": ") {
		n := &node{key: key, value: value, column: column}
		o.open(n)
		return &place{in: n, column: column, typed: value, isValue: true}
	}
	if !behind && open(o.top.value) {
		return &place{in: o.top, column: column, typed: o.top.value + " " + content, isValue: true}
	}
	if !behind {
		// A key goes where a key in this column would.
		probe := &node{key: "?", column: column}
		o.open(probe)
		o.top = probe.parent
		o.top.children = o.top.children[:len(o.top.children)-1]
	}
	return &place{in: o.top, column: column, typed: content, behind: behind}
}

// open reports whether a value has a bracket that is not closed.
func open(value string) bool {
	if !strings.HasPrefix(value, "[") && !strings.HasPrefix(value, "{") {
		return false
	}
	depth, quote := 0, rune(0)
	for _, r := range value {
		switch {
		case quote != 0:
			if r == quote {
				quote = 0
			}
		case r == '"' || r == '\'':
			quote = r
		case r == '[' || r == '{':
			depth++
		case r == ']' || r == '}':
			depth--
		}
	}
	return depth > 0
}

// withoutComment cuts a comment off a value.
func withoutComment(value string) string {
	quote := rune(0)
	for i, r := range value {
		switch {
		case quote != 0:
			if r == quote {
				quote = 0
			}
		case (r == '"' || r == '\'') && strings.Trim(value[:i], " [{") == "" || (r == '"' || r == '\'') && strings.ContainsRune("[{, ", rune(value[i-1])):
			quote = r
		case r == '#' && (i == 0 || value[i-1] == ' '):
			return strings.TrimRight(value[:i], " ")
		}
	}
	return strings.TrimRight(value, " ")
}

// child returns the value of a key, "" if there is none. Keys in braces count.
func (n *node) child(key string) string {
	for _, c := range n.children {
		if c.key == key {
			return cmp.Or(c.text, plain(c.value))
		}
	}
	if strings.HasPrefix(n.value, "{") {
		var in map[string]any
		if yaml.Unmarshal([]byte(n.value), &in) == nil {
			text, _ := in[key].(string)
			return text
		}
	}
	return ""
}

// plain returns a value without its quotes.
func plain(value string) string {
	if strings.HasPrefix(value, `"`) || strings.HasPrefix(value, "'") {
		var text string
		if yaml.Unmarshal([]byte(value), &text) == nil {
			return text
		}
	}
	return value
}

// items returns the items of a key of the whole case.
func (n *node) items(key string) []*node {
	for _, c := range n.children {
		if c.key == key {
			return c.children
		}
	}
	return nil
}
