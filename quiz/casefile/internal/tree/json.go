package tree

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sort"
	"unicode/utf8"
)

// ParseJSON reads a JSON text. Faults are about the text as such: not UTF-8,
// cut off, followed by something else. The document's Root is nil then.
func ParseJSON(file string, data []byte) (Document, []Fault) {
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	doc := Document{File: file, Text: data}
	if fault := Unreadable(data); fault != nil {
		return doc, []Fault{*fault}
	}
	p := newJSONParser(data)
	root, fault := p.document()
	if fault != nil {
		return doc, []Fault{*fault}
	}
	doc.Root = root
	return doc, nil
}

// Unreadable says what makes a text unusable before it is parsed at all: too
// large, not UTF-8, or nothing in it.
func Unreadable(data []byte) *Fault {
	if len(data) > MaxBytes {
		return &Fault{Message: fmt.Sprintf("the file is larger than %d MB", MaxBytes>>20), Next: "check that it is a case file"}
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return &Fault{Line: 1, Column: 1, Message: "the file is empty", Next: "start with the line “format: 1”, or with a copy of an existing case"}
	}
	line, column := 1, 1
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			return &Fault{Line: line, Column: column, Message: "the text is not UTF-8 from here on", Next: "save the file with the encoding UTF-8"}
		case r == '\n':
			line, column = line+1, 1
		default:
			column++
		}
		i += size
	}
	return nil
}

type jsonParser struct {
	data  []byte
	dec   *json.Decoder
	lines []int // where each line begins, in bytes
	ended int64 // where the token before the current one ended
}

func newJSONParser(data []byte) *jsonParser {
	p := &jsonParser{data: data, dec: json.NewDecoder(bytes.NewReader(data)), lines: []int{0}}
	p.dec.UseNumber()
	for i, b := range data {
		if b == '\n' {
			p.lines = append(p.lines, i+1)
		}
	}
	return p
}

// place is the line and column of a byte offset.
func (p *jsonParser) place(offset int) (line, column int) {
	offset = min(offset, len(p.data))
	line = sort.SearchInts(p.lines, offset+1)
	return line, utf8.RuneCount(p.data[p.lines[line-1]:offset]) + 1
}

// next is the next token and the node that it starts.
func (p *jsonParser) next() (json.Token, *Node, *Fault) {
	start := int(p.ended)
	for start < len(p.data) && bytes.IndexByte([]byte(" \t\r\n,:"), p.data[start]) >= 0 {
		start++
	}
	token, err := p.dec.Token()
	p.ended = p.dec.InputOffset()
	n := &Node{}
	n.Line, n.Column = p.place(start)
	if err == nil {
		return token, n, nil
	}
	fault := &Fault{Line: n.Line, Column: n.Column, Message: "this is not JSON", Next: "compare it with the line before: a comma, quote or bracket is missing or too many"}
	var syntax *json.SyntaxError
	switch {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		fault.Line, fault.Column = p.place(len(p.data))
		fault.Message, fault.Next = "the text ends in the middle", "check that the whole file was copied"
	case errors.As(err, &syntax):
		fault.Message = "this is not JSON: " + syntax.Error()
	}
	return nil, nil, fault
}

func (p *jsonParser) document() (*Node, *Fault) {
	root, fault := p.value(0)
	if fault != nil {
		return nil, fault
	}
	if rest := bytes.TrimSpace(p.data[p.ended:]); len(rest) > 0 {
		line, column := p.place(len(p.data) - len(bytes.TrimLeft(p.data[p.ended:], " \t\r\n")))
		return nil, &Fault{Line: line, Column: column, Message: "something follows after the end of the case", Next: "delete it: a file holds one case"}
	}
	return root, nil
}

func (p *jsonParser) value(depth int) (*Node, *Fault) {
	token, n, fault := p.next()
	if fault != nil {
		return nil, fault
	}
	switch t := token.(type) {
	case json.Delim:
		if depth == MaxDepth {
			return nil, TooDeep(n.Line, n.Column)
		}
		if t == '[' {
			n.Kind = Sequence
		} else {
			n.Kind = Mapping
		}
		return n, p.fill(n, depth)
	case string:
		n.Kind, n.Value, n.Indirect = Text, t, true
	case json.Number:
		n.Kind, n.Value = Number, t.String()
	case bool:
		n.Kind, n.Value = Bool, fmt.Sprint(t)
	}
	return n, nil
}

// fill reads what stands between the brackets of n.
func (p *jsonParser) fill(n *Node, depth int) *Fault {
	for p.dec.More() {
		if n.Kind == Mapping {
			token, key, fault := p.next()
			if fault != nil {
				return fault
			}
			key.Kind, key.Value, key.Indirect = Text, fmt.Sprint(token), true
			n.Keys = append(n.Keys, key)
		}
		item, fault := p.value(depth + 1)
		if fault != nil {
			return fault
		}
		n.Items = append(n.Items, item)
	}
	_, _, fault := p.next()
	return fault
}

// TooDeep is the fault of a document that is nested beyond [MaxDepth].
func TooDeep(line, column int) *Fault {
	return &Fault{Line: line, Column: column, Message: fmt.Sprintf("values are nested more than %d deep", MaxDepth), Next: "check the brackets and the indentation: a case needs about eight levels"}
}
