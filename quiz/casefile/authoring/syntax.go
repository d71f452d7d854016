package authoring

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"holdtheline/quiz/casefile/internal/tree"
	"holdtheline/quiz/internal/quote"
)

// The YAML library stops at the first error and reports at best the line where
// the enclosing group began: the top of the file for a mistake in a key at the
// left margin. So the place is searched for here, by parsing prefixes of the
// file.

// lineOfError matches the start of the YAML library's messages.
var lineOfError = regexp.MustCompile(`^yaml: (?:line (\d+): )?`)

// unknownAnchor matches its message about an alias without an anchor.
var unknownAnchor = regexp.MustCompile(`^unknown anchor '(.*)' referenced$`)

// notYAML turns the library's error into a sentence with a place and a next
// step.
func notYAML(err error, doc tree.Document) tree.Fault {
	message := err.Error()
	line := 1
	if said := lineOfError.FindStringSubmatch(message); said != nil {
		message = strings.TrimPrefix(message, said[0])
		if n, err := strconv.Atoi(said[1]); err == nil {
			line = max(1, min(n, doc.Lines()))
		}
	}
	if errors.Is(err, io.EOF) {
		return tree.Fault{Line: 1, Column: 1, Message: "there is nothing in this file but comments", Next: "start with the line “format: 1”"}
	}
	if strings.Contains(message, "exceeded max depth") {
		return *tree.TooDeep(line, 1)
	}
	if line := indentedByTab(doc); line > 0 {
		return tree.Fault{Line: line, Column: 1, Message: "a tab indents this line", Next: "indent with spaces: YAML does not allow tabs there"}
	}
	at := breakingPoint(doc)
	if anchor := unknownAnchor.FindStringSubmatch(message); anchor != nil {
		line, column := at.find(doc, "*"+anchor[1])
		return tree.Fault{
			Line: line, Column: column, Message: fmt.Sprintf("the alias *%s stands for nothing, and aliases are not used in cases", quote.Short(anchor[1])),
			Next: "write out what it is to stand for, or put the text in quotes",
		}
	}
	if fault := unquoted(doc, at.from); fault != nil {
		return *fault
	}
	if slip, spaces := at.slip(doc); slip > 0 {
		return tree.Fault{
			Line: slip, Column: indentation(doc.Line(slip)) + 1,
			Message: fmt.Sprintf("this is not YAML: %d spaces before this line align with no line around it", indentation(doc.Line(slip))),
			Next:    fmt.Sprintf("correct the indentation to %d", spaces),
		}
	}
	if line < at.from || line >= at.to {
		line = at.from
	}
	return tree.Fault{
		Line: line, Column: indentation(doc.Line(line)) + 1, Message: "this is not YAML: " + message,
		Next: "look at this line and the one before: the indentation, or quotes round a text that has a colon, a # or a hyphen in it",
	}
}

// longestSearched is the largest text, in bytes, in which the place of an
// error is searched for: each step of the search parses half of it again.
const longestSearched = 1 << 20

// A stretch is the range of lines where the text stops being YAML: the text up
// to the line from is YAML, and the text up to the line to is not.
type stretch struct {
	from, to int
	starts   []int // every line that begins a key or an item, and the one after the last
	at       int   // the place in starts of to
}

// beginning matches a line that begins a key or an item of a list.
var beginning = regexp.MustCompile(`^ *(-( |$)|[\w-]+:( |$))`)

// breakingPoint finds where a text stops being YAML.
func breakingPoint(doc tree.Document) stretch {
	if len(doc.Text) > longestSearched {
		return stretch{from: 1, to: doc.Lines() + 1}
	}
	var s stretch
	for line := 1; line <= doc.Lines(); line++ {
		if beginning.Match(doc.Line(line)) {
			s.starts = append(s.starts, line)
		}
	}
	s.starts = append(s.starts, doc.Lines()+1)
	s.at = sort.Search(len(s.starts)-1, func(i int) bool { return !isYAML(doc.Text[:doc.Start(s.starts[i])]) })
	s.from, s.to = 1, s.starts[s.at]
	if s.at > 0 {
		s.from = s.starts[s.at-1]
	}
	return s
}

// isYAML reports whether a text is YAML. An empty one is.
func isYAML(text []byte) bool {
	dec := yaml.NewDecoder(bytes.NewReader(text))
	for {
		var n yaml.Node
		if err := dec.Decode(&n); err != nil {
			return errors.Is(err, io.EOF)
		}
	}
}

// find returns the place of a word in the stretch, or the start of the stretch.
func (s stretch) find(doc tree.Document, word string) (line, column int) {
	for line := s.from; line < s.to; line++ {
		if before, _, found := bytes.Cut(doc.Line(line), []byte(word)); found {
			return line, utf8.RuneCount(before) + 1
		}
	}
	return s.from, indentation(doc.Line(s.from)) + 1
}

// How far around the stretch to look for a line with wrong indentation, and how
// far the corrected text then has to be YAML, both in keys and items.
const (
	slipsBefore    = 4
	mostSuspected  = 16
	readAfterwards = 10
)

// slip finds the line whose indentation breaks the text: with one space more
// or less the text is YAML there and for some way on. Of several such lines it
// returns the one that then aligns with most of its neighbours, and 0 for none.
func (s stretch) slip(doc tree.Document) (line, spaces int) {
	if len(s.starts) == 0 {
		return 0, 0
	}
	var suspects []int
	for line := s.from; line < s.to && len(suspects) < mostSuspected; line++ {
		suspects = append(suspects, line)
	}
	for i := s.at - 2; i >= 0 && i >= s.at-1-slipsBefore; i-- {
		suspects = append(suspects, s.starts[i])
	}
	// A key at the left margin starts afresh, so nothing before it is needed.
	begin := 1
	for _, start := range s.starts[:max(0, s.at-1-slipsBefore)] {
		if indentation(doc.Line(start)) == 0 {
			begin = start
		}
	}
	end := s.starts[min(s.at+readAfterwards, len(s.starts)-1)]
	best := 0
	for _, suspect := range suspects {
		text := doc.Line(suspect)
		if len(bytes.TrimSpace(text)) == 0 {
			continue
		}
		for _, changed := range [][]byte{append([]byte(" "), text...), bytes.TrimPrefix(text, []byte(" "))} {
			fits := 1 + neighbours(doc, suspect, margin(changed)) - neighbours(doc, suspect, margin(text))
			if fits <= best || len(changed) == len(text) {
				continue
			}
			repaired := slices.Concat(doc.Text[doc.Start(begin):doc.Start(suspect)], changed, []byte("\n"), doc.Text[doc.Start(suspect+1):doc.Start(end)])
			if isYAML(repaired) {
				best, line, spaces = fits, suspect, indentation(changed)
			}
		}
	}
	return line, spaces
}

// neighbours counts the lines near a line, two on each side, with the same
// margin.
func neighbours(doc tree.Document, line, at int) int {
	count := 0
	for _, step := range []int{-1, 1} {
		seen := 0
		for other := line + step; other >= 1 && other <= doc.Lines() && seen < 2; other += step {
			if text := bytes.TrimSpace(doc.Line(other)); len(text) == 0 || text[0] == '#' {
				continue
			}
			seen++
			if margin(doc.Line(other)) == at {
				count++
			}
		}
	}
	return count
}

// indentation returns the number of spaces at the start of a line.
func indentation(line []byte) int { return len(line) - len(bytes.TrimLeft(line, " ")) }

// margin returns where the content of a line begins, after the hyphens of a list.
func margin(line []byte) int { return len(line) - len(bytes.TrimLeft(line, " -")) }

// indentedByTab returns the first line that a tab indents, or 0.
func indentedByTab(doc tree.Document) int {
	for line := 1; line <= doc.Lines(); line++ {
		text := bytes.TrimLeft(doc.Line(line), " ")
		if len(text) > 0 && text[0] == '\t' && len(bytes.TrimSpace(text)) > 0 {
			return line
		}
	}
	return 0
}

// parseJSON reads one JSON text. It first checks that the text is JSON and then
// parses it as YAML, a superset of JSON except for two escapes.
func parseJSON(doc tree.Document) (read tree.Document, faults, warned []tree.Fault) {
	if fault := doc.Unreadable(); fault != nil {
		return doc, []tree.Fault{*fault}, nil
	}
	var whole json.RawMessage
	err := json.Unmarshal(doc.Text, &whole)
	if err == nil {
		return parse(doc, escapes.ReplaceAllFunc(doc.Text, inYAML))
	}
	var syntax *json.SyntaxError
	if !errors.As(err, &syntax) {
		return doc, []tree.Fault{{Line: 1, Column: 1, Message: err.Error(), Next: "check that it is a case file"}}, nil
	}
	offset := max(0, min(int(syntax.Offset), len(doc.Text))-1) // the decoder counts the byte that is wrong
	fault := tree.Fault{Message: "this is not JSON: " + syntax.Error(), Next: "compare it with the line before: a comma, quote or bracket is missing or too many"}
	for fault.Line = 1; doc.Start(fault.Line+1) <= offset; {
		fault.Line++
	}
	fault.Column = utf8.RuneCount(doc.Text[doc.Start(fault.Line):offset]) + 1
	switch message := syntax.Error(); {
	case strings.Contains(message, "exceeded max depth"):
		fault = *tree.TooDeep(fault.Line, fault.Column)
	case strings.Contains(message, "unexpected end"):
		fault.Message, fault.Next = "the text ends in the middle", "check that the whole file was copied"
	case strings.Contains(message, "after top-level value"):
		fault.Message, fault.Next = "something follows after the end of the case", "delete it: a file holds one case"
	}
	return doc, []tree.Fault{fault}, nil
}

// escapes matches the escapes of JSON, a surrogate pair as one.
var escapes = regexp.MustCompile(`\\(?:u[dD][89abAB][[:xdigit:]]{2}\\u[dD][c-fC-F][[:xdigit:]]{2}|.)`)

// inYAML writes an escape that YAML doesn't know as the character it means.
func inYAML(escape []byte) []byte {
	if len(escape) == 2 && escape[1] != '/' {
		return escape
	}
	var text string
	if json.Unmarshal([]byte(`"`+string(escape)+`"`), &text) != nil {
		return escape
	}
	return []byte(text)
}
