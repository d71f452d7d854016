package authoring

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"go.yaml.in/yaml/v3"

	"holdtheline/quiz/casefile/internal/tree"
	"holdtheline/quiz/internal/quote"
)

// parseYAML reads one YAML document. If the text is not YAML the document has
// no root; other faults leave a root that can still be read. warned is what is YAML
// but probably not what was meant.
func parseYAML(doc tree.Document) (read tree.Document, faults, warned []tree.Fault) {
	if fault := doc.Unreadable(); fault != nil {
		return doc, []tree.Fault{*fault}, nil
	}
	return parse(doc, doc.Text)
}

// parse reads the YAML in text and reports positions in doc. text is the text of
// doc or a translation of it with the same lines.
func parse(doc tree.Document, text []byte) (read tree.Document, faults, warned []tree.Fault) {
	dec := yaml.NewDecoder(bytes.NewReader(text))
	var first, second yaml.Node
	if err := dec.Decode(&first); err != nil {
		return doc, []tree.Fault{notYAML(err, doc)}, nil
	}
	r := reader{}
	if err := dec.Decode(&second); err == nil {
		r.fault(&second, "a second document begins here", "delete the line --- and what follows: a file holds one case")
	} else if !errors.Is(err, io.EOF) {
		return doc, []tree.Fault{notYAML(err, doc)}, nil
	}
	if len(first.Content) != 1 {
		return doc, []tree.Fault{{Line: 1, Column: 1, Message: "there is nothing in this file but comments", Next: "start with the line “format: 1”"}}, nil
	}
	root := r.node(first.Content[0], 0, "")
	if r.values > tree.MaxValues {
		return doc, []tree.Fault{{Line: 1, Column: 1, Message: fmt.Sprintf("the file holds more than %d values", tree.MaxValues), Next: "check that it is a case file, and that no part of it is repeated many times"}}, nil
	}
	doc.Root = root
	return doc, r.faults, r.warned
}

// reader turns YAML nodes into the tree and reports what a case may not use. It
// follows no alias, so nothing can grow beyond the size of the file.
type reader struct {
	faults, warned []tree.Fault
	values         int
}

func (r *reader) fault(n *yaml.Node, message, next string) {
	r.faults = append(r.faults, tree.Fault{Line: n.Line, Column: n.Column, Message: message, Next: next})
}

// plainTags maps the YAML types that a case may use to kinds of the tree. A date
// without quotes has a type of its own in YAML; here it stays text.
var plainTags = map[string]tree.Kind{
	"!!str": tree.Text, "!!timestamp": tree.Text, "!!int": tree.Number, "!!float": tree.Number,
	"!!bool": tree.Bool, "!!null": tree.Null, "!!seq": tree.Sequence, "!!map": tree.Mapping,
}

// node reads a value. path is its place in the case.
func (r *reader) node(n *yaml.Node, depth int, path string) *tree.Node {
	out := &tree.Node{Kind: tree.Unusable, Line: n.Line, Column: n.Column}
	if r.values++; r.values > tree.MaxValues {
		return out
	}
	if n.Anchor != "" && n.Kind != yaml.AliasNode {
		r.fault(n, fmt.Sprintf("the anchor &%s is not used in cases", quote.Short(n.Anchor)), "delete it, and write things out where they are needed")
	}
	if depth == tree.MaxDepth {
		r.faults = append(r.faults, *tree.TooDeep(n.Line, n.Column))
		return out
	}
	if n.Kind == yaml.AliasNode {
		r.fault(n, fmt.Sprintf("the alias *%s is not used in cases", quote.Short(n.Value)), "write out what it stands for, or put the text in quotes")
		return out
	}
	kind, plain := plainTags[n.ShortTag()]
	if !plain || n.Style&yaml.TaggedStyle != 0 {
		r.fault(n, fmt.Sprintf("the tag %s is not used in cases", quote.Short(n.ShortTag())), "delete it, or put the text in quotes")
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
		for i, item := range n.Content {
			out.Items = append(out.Items, r.node(item, depth+1, fmt.Sprintf("%s[%d]", path, i)))
		}
	case yaml.MappingNode:
		out.Kind = tree.Mapping
		for i := 0; i+1 < len(n.Content); i += 2 {
			out.Keys = append(out.Keys, r.key(n.Content[i]))
			here := strings.TrimPrefix(path+"."+quote.Short(n.Content[i].Value), ".")
			out.Items = append(out.Items, r.node(n.Content[i+1], depth+1, here))
			r.lost(n.Content[i].Value, n.Content[i+1], here)
		}
	}
	return out
}

// prose lists the keys whose text players read, besides those in readable.
var prose = map[string]bool{
	"title": true, "short": true, "name": true, "role": true, "outlet": true, "author": true,
	"reference": true, "words": true, "phrase": true, "city": true,
}

// lost warns of a text without quotes that ends at a # although a reader may have meant
// it to go on.
func (r *reader) lost(key string, n *yaml.Node, path string) {
	const quoted = yaml.DoubleQuotedStyle | yaml.SingleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle
	if n.Kind != yaml.ScalarNode || n.LineComment == "" || n.Style&quoted != 0 || !readable[key] && !prose[key] {
		return
	}
	r.warned = append(r.warned, tree.Fault{
		Code: "text-lost", Path: path, Line: n.Line, Column: n.Column,
		Message: fmt.Sprintf("the text ends before %q: what follows a # is a comment that nobody reads", quote.Short(n.LineComment)),
		Next:    "put the text in quotes if that belongs to it, or the comment on a line of its own",
	})
}

// key reads a key, which has to be text.
func (r *reader) key(n *yaml.Node) *tree.Node {
	switch {
	case n.Kind == yaml.AliasNode:
		r.fault(n, fmt.Sprintf("the alias *%s is not used in cases", quote.Short(n.Value)), "write the key out")
	case n.Kind != yaml.ScalarNode:
		r.fault(n, "a key has to be a word", "write it as word: value")
	case n.Anchor != "":
		r.fault(n, fmt.Sprintf("the anchor &%s is not used in cases", quote.Short(n.Anchor)), "delete it")
	}
	return &tree.Node{Kind: tree.Text, Value: n.Value, Line: n.Line, Column: n.Column}
}
