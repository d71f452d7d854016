package authoring

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"holdtheline/quiz/casefile/internal/tree"
)

// parseYAML reads one YAML document. When the text is no YAML at all the
// document has no root; other faults leave a root that can still be read.
func parseYAML(file string, data []byte) (tree.Document, []tree.Fault) {
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	doc := tree.Document{File: file, Text: data}
	if fault := tree.Unreadable(data); fault != nil {
		return doc, []tree.Fault{*fault}
	}
	dec := yaml.NewDecoder(bytes.NewReader(data))
	var first, second yaml.Node
	if err := dec.Decode(&first); err != nil {
		return doc, []tree.Fault{notYAML(err, data)}
	}
	r := reader{}
	if err := dec.Decode(&second); err == nil {
		r.fault(&second, "a second document begins here", "delete the line --- and what follows: a file holds one case")
	} else if !errors.Is(err, io.EOF) {
		return doc, []tree.Fault{notYAML(err, data)}
	}
	if len(first.Content) != 1 {
		return doc, []tree.Fault{{Line: 1, Column: 1, Message: "there is nothing in this file but comments", Next: "start with the line “format: 1”"}}
	}
	doc.Root = r.node(first.Content[0], 0)
	return doc, r.faults
}

// reader turns YAML nodes into the tree and collects what a case may not use.
type reader struct{ faults []tree.Fault }

func (r *reader) fault(n *yaml.Node, message, next string) {
	r.faults = append(r.faults, tree.Fault{Line: n.Line, Column: n.Column, Message: message, Next: next})
}

// plainTags are the YAML types that a case is written with, and what they are
// in the tree. A date without quotes has a type of its own in YAML; here it is
// the text it is written as.
var plainTags = map[string]tree.Kind{
	"!!str": tree.Text, "!!timestamp": tree.Text, "!!int": tree.Number, "!!float": tree.Number,
	"!!bool": tree.Bool, "!!null": tree.Null, "!!seq": tree.Sequence, "!!map": tree.Mapping,
}

func (r *reader) node(n *yaml.Node, depth int) *tree.Node {
	out := &tree.Node{Kind: tree.Unusable, Line: n.Line, Column: n.Column}
	if n.Anchor != "" && n.Kind != yaml.AliasNode {
		r.fault(n, fmt.Sprintf("the anchor &%s is not used in cases", n.Anchor), "delete it, and write things out where they are needed")
	}
	if depth == tree.MaxDepth {
		r.faults = append(r.faults, *tree.TooDeep(n.Line, n.Column))
		return out
	}
	if n.Kind == yaml.AliasNode {
		r.fault(n, fmt.Sprintf("the alias *%s is not used in cases", n.Value), "write out what it stands for, or put the text in quotes")
		return out
	}
	kind, plain := plainTags[n.ShortTag()]
	if !plain || n.Style&yaml.TaggedStyle != 0 {
		r.fault(n, fmt.Sprintf("the tag %s is not used in cases", n.ShortTag()), "delete it, or put the text in quotes")
		return out
	}
	out.Kind = kind
	switch n.Kind {
	case yaml.ScalarNode:
		out.Value = n.Value
		out.Indirect = n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0
		if kind == tree.Bool {
			out.Value = strings.ToLower(n.Value)
		}
	case yaml.SequenceNode:
		out.Kind = tree.Sequence
		for _, item := range n.Content {
			out.Items = append(out.Items, r.node(item, depth+1))
		}
	case yaml.MappingNode:
		out.Kind = tree.Mapping
		for i := 0; i+1 < len(n.Content); i += 2 {
			out.Keys = append(out.Keys, r.key(n.Content[i]))
			out.Items = append(out.Items, r.node(n.Content[i+1], depth+1))
		}
	}
	return out
}

// key reads a key, which has to be a word.
func (r *reader) key(n *yaml.Node) *tree.Node {
	switch {
	case n.Kind == yaml.AliasNode:
		r.fault(n, fmt.Sprintf("the alias *%s is not used in cases", n.Value), "write the key out")
	case n.Kind != yaml.ScalarNode:
		r.fault(n, "a key has to be a word", "write it as word: value")
	case n.Anchor != "":
		r.fault(n, fmt.Sprintf("the anchor &%s is not used in cases", n.Anchor), "delete it")
	}
	return &tree.Node{Kind: tree.Text, Value: n.Value, Line: n.Line, Column: n.Column}
}

// lineOfError is how the YAML library says where it gave up.
var lineOfError = regexp.MustCompile(`^yaml: (?:line (\d+): )?`)

// notYAML turns the library's error into a sentence with a next step. The
// library stops at the first error and names a line at most.
func notYAML(err error, data []byte) tree.Fault {
	message := err.Error()
	said := lineOfError.FindStringSubmatch(message)
	fault := tree.Fault{Line: 1, Column: 1}
	if said != nil {
		message = strings.TrimPrefix(message, said[0])
		if line, err := strconv.Atoi(said[1]); err == nil {
			fault.Line = line
		}
	}
	if line := indentedByTab(data); line > 0 {
		fault.Line = line
		fault.Message = "a tab indents this line"
		fault.Next = "indent with spaces: YAML does not allow tabs there"
		return fault
	}
	fault.Message = "this is not YAML: " + message
	fault.Next = "look at this line and the one before: the indentation, or quotes round a text that has a colon, a # or a hyphen in it"
	if errors.Is(err, io.EOF) {
		fault.Message = "there is nothing in this file but comments"
		fault.Next = "start with the line “format: 1”"
	}
	return fault
}

// indentedByTab is the first line that a tab indents, or 0.
func indentedByTab(data []byte) int {
	number := 0
	for line := range bytes.Lines(data) {
		number++
		text := bytes.TrimLeft(line, " ")
		if len(text) > 0 && text[0] == '\t' && len(bytes.TrimSpace(text)) > 0 {
			return number
		}
	}
	return 0
}
