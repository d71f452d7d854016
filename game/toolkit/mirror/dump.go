package mirror

import (
	"cmp"
	"fmt"
	"strings"

	"holdtheline/game/toolkit/ui"
)

// Dump writes what a screen reader reads, one element a line: its role, its
// name or words in quotation marks, and its states, indented below its parent.
// What is inert or has no role is left out. Kept as golden files, dumps make
// changes to what is read visible.
func Dump(e *Element) string {
	var b strings.Builder
	dump(&b, e, nil, 0)
	return b.String()
}

func dump(b *strings.Builder, e, parent *Element, depth int) {
	if e == nil || has(e, "inert") || e.Attributes["aria-hidden"] == "true" {
		return
	}
	role := role(e)
	if role == "" {
		for _, child := range e.Children {
			if e.Tag != "label" || child.Tag == "input" { // its words are the input's name
				dump(b, child, e, depth)
			}
		}
		return
	}
	b.WriteString(strings.Repeat("  ", depth))
	b.WriteString(role)
	if name := name(e, parent); name != "" {
		fmt.Fprintf(b, " %q", name)
	}
	for _, state := range states(e) {
		b.WriteString(" [" + state + "]")
	}
	b.WriteByte('\n')
	if !namedByContent(e) {
		for _, child := range e.Children {
			dump(b, child, e, depth+1)
		}
	}
}

// role returns the element's ARIA role, or "" for a generic one.
func role(e *Element) string {
	if role := e.Attributes["role"]; role != "" {
		return role
	}
	switch e.Tag {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		return "heading " + e.Tag[1:]
	case "p":
		return "paragraph"
	case "ol":
		return "list"
	case "li":
		return "listitem"
	case "a":
		return "link"
	case "fieldset":
		return "group"
	case "section":
		if has(e, "aria-label") {
			return "region"
		}
		return ""
	case "input":
		return e.Attributes["type"]
	case "span":
		return "text"
	case "div", "label", "legend":
		return ""
	}
	return e.Tag
}

// namedByContent tells whether the element's content is its name.
func namedByContent(e *Element) bool {
	switch e.Tag {
	case "button", "a", "p", "span", "h1", "h2", "h3", "h4", "h5", "h6":
		return true
	}
	return false
}

func name(e, parent *Element) string {
	if label := cmp.Or(e.Attributes["aria-label"], e.Attributes["alt"]); label != "" {
		return label
	}
	switch {
	case e.Tag == "input" && parent != nil:
		return words(parent)
	case e.Tag == "fieldset" && len(e.Children) > 0 && e.Children[0].Tag == "legend":
		return words(e.Children[0])
	case namedByContent(e) || len(e.Text) > 0:
		return words(e)
	}
	return ""
}

// words returns all that is read of the element and its descendants.
func words(e *Element) string {
	if e.Attributes["aria-hidden"] == "true" {
		return ""
	}
	var all []string
	if len(e.Text) > 0 {
		all = append(all, spell(e.Text))
	}
	for _, child := range e.Children {
		if heard := words(child); heard != "" {
			all = append(all, heard)
		}
	}
	return strings.Join(all, " ")
}

// spell writes spans with their tags in the mirror.
func spell(spans []ui.Span) string {
	var b strings.Builder
	for _, s := range spans {
		text := s.Text
		if s.Marked {
			text = "<mark>" + text + "</mark>"
		}
		if s.Strong {
			text = "<b>" + text + "</b>"
		}
		if s.Lang != "" {
			text = "<span lang=" + s.Lang + ">" + text + "</span>"
		}
		b.WriteString(text)
	}
	return b.String()
}

func states(e *Element) []string {
	var states []string
	for _, s := range []struct{ attribute, value, state string }{
		{"checked", "", "checked"},
		{"disabled", "", "disabled"},
		{"aria-disabled", "true", "disabled"},
		{"aria-pressed", "true", "pressed"},
		{"aria-current", "step", "current step"},
		{"aria-expanded", "true", "expanded"},
		{"aria-expanded", "false", "collapsed"},
		{"class", "unseen", "unseen"},
	} {
		if value, ok := e.Attributes[s.attribute]; ok && value == s.value {
			states = append(states, s.state)
		}
	}
	if lang := e.Attributes["lang"]; lang != "" {
		states = append(states, "lang "+lang)
	}
	return states
}

func has(e *Element, attribute string) bool {
	_, ok := e.Attributes[attribute]
	return ok
}
