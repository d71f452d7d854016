package edit

import (
	"strings"

	"go.yaml.in/yaml/v3"
)

// mostInLine is how many characters a list in brackets may have.
const mostInLine = 80

// after writes what follows a key's colon or a list's dash: a value in the same line,
// or lines indented by so many spaces.
func after(n *yaml.Node, indent int) string {
	if text, ok := inLine(n); ok {
		return " " + text
	}
	return "\n" + block(n, indent)
}

// block writes a list or a mapping on lines of its own, without the last line end.
func block(n *yaml.Node, indent int) string {
	margin := strings.Repeat(" ", indent)
	var lines []string
	if n.Kind == yaml.SequenceNode {
		for _, item := range n.Content {
			lines = append(lines, margin+"-"+item1(item, indent+2))
		}
		return strings.Join(lines, "\n")
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		lines = append(lines, margin+scalar(n.Content[i].Value, true)+":"+after(n.Content[i+1], indent+2))
	}
	return strings.Join(lines, "\n")
}

// item1 writes a list's item behind its dash.
func item1(n *yaml.Node, indent int) string {
	if text, ok := inLine(n); ok {
		return " " + text
	}
	return " " + strings.TrimLeft(block(n, indent), " ")
}

// inLine writes what fits into the line of its key: a value, a short list of short
// values, or nothing.
func inLine(n *yaml.Node) (string, bool) {
	switch {
	case n.Kind == yaml.ScalarNode:
		return written(n, false), true
	case len(n.Content) == 0 && n.Kind == yaml.MappingNode:
		return "{}", true
	case n.Kind == yaml.MappingNode:
		return "", false
	}
	var items []string
	length := 2
	for _, item := range n.Content {
		if item.Kind != yaml.ScalarNode {
			return "", false
		}
		text := written(item, true)
		length += len(text) + 2
		if length > mostInLine || strings.Contains(text, " ") {
			return "", false
		}
		items = append(items, text)
	}
	return "[" + strings.Join(items, ", ") + "]", true
}

// written writes a value: text so that it is read as text, anything else as it is.
func written(n *yaml.Node, inFlow bool) string {
	if isText(n) {
		return scalar(n.Value, inFlow)
	}
	return n.Value
}

func isText(n *yaml.Node) bool {
	return n.ShortTag() == "!!str" || n.ShortTag() == "!!timestamp"
}

// scalar writes text without quotes where it is read as the same text then.
func scalar(value string, inFlow bool) string {
	form := "k: " + value
	if inFlow {
		form = "k: [" + value + ", x]"
	}
	var doc yaml.Node
	if !strings.ContainsAny(value, "\n\r\t") && strings.TrimSpace(value) == value && yaml.Unmarshal([]byte(form), &doc) == nil && len(doc.Content) == 1 {
		if root := doc.Content[0]; root.Kind == yaml.MappingNode && len(root.Content) == 2 {
			read, items := root.Content[1], 1
			if inFlow && read.Kind == yaml.SequenceNode {
				items = len(read.Content) - 1
				read = read.Content[0]
			}
			if items == 1 && read.Kind == yaml.ScalarNode && read.Style == 0 && isText(read) && read.Value == value && read.Anchor == "" && comments(&doc) == 0 {
				return value
			}
		}
	}
	out, err := yaml.Marshal(&yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: value, Style: yaml.DoubleQuotedStyle})
	if err != nil {
		return `""` // can't be: every string can be quoted
	}
	return strings.TrimSuffix(string(out), "\n")
}

// comments counts the nodes of a tree that have comments.
func comments(n *yaml.Node) int {
	count := 0
	if n.HeadComment != "" || n.LineComment != "" || n.FootComment != "" {
		count++
	}
	for _, c := range n.Content {
		count += comments(c)
	}
	return count
}

// commentsIn counts the nodes inside a list or a mapping that have comments.
func commentsIn(n *yaml.Node) int {
	count := 0
	for _, c := range n.Content {
		count += comments(c)
	}
	return count
}
