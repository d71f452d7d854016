package enlarge

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/internal/tree"
)

// Times returns the text of a case n times as large, from the YAML of a case that
// passes the check: it has everything n times, each time with other ids and other
// words, and passes the check as well. All copies happen on the same days. Their beats
// come in turn, so that the desk stays in time order, and their puzzles go into the
// rooms of the first.
//
// The words of a copy are made from those of the case and mean nothing. They have the
// same length, so that each text takes as long to read and to set.
func Times(text []byte, n int) ([]byte, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal(text, &doc); err != nil {
		return nil, fmt.Errorf("enlarge: %w", err)
	}
	if n < 1 || len(doc.Content) != 1 || doc.Content[0].Kind != yaml.MappingNode {
		return nil, errors.New("enlarge: this takes a case and a number from 1")
	}
	root := doc.Content[0]
	for _, key := range []string{"id", "title"} {
		if value := child(root, key); value != nil {
			value.Value += map[string]string{"id": "-", "title": " × "}[key] + strconv.Itoa(n)
		}
	}
	if minutes := child(root, "minutes"); minutes != nil {
		for i := 1; i < len(minutes.Content); i += 2 {
			if m, err := strconv.Atoi(minutes.Content[i].Value); err == nil {
				minutes.Content[i].Value = strconv.Itoa(m * n)
			}
		}
	}
	whole := reflect.TypeFor[casefile.Case]()
	for _, key := range []string{"people", "sources", "events", "claims", "points"} {
		if list := child(root, key); list != nil {
			list.Content = repeated(list, typeOf(whole, key), n, false)
		}
	}
	if rooms := child(root, "rooms"); rooms != nil {
		for _, room := range rooms.Content {
			for _, key := range []string{"beats", "puzzles"} {
				if list := child(room, key); list != nil {
					list.Content = repeated(list, typeOf(reflect.TypeFor[casefile.Room](), key), n, key == "beats")
				}
			}
		}
	}
	var b bytes.Buffer
	e := yaml.NewEncoder(&b)
	e.SetIndent(2)
	if err := errors.Join(e.Encode(&doc), e.Close()); err != nil {
		return nil, fmt.Errorf("enlarge: %w", err)
	}
	return b.Bytes(), nil
}

// child returns the value of a key, or nil.
func child(n *yaml.Node, key string) *yaml.Node {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}

// typeOf returns the type of a key's value in the format.
func typeOf(t reflect.Type, key string) reflect.Type {
	if f, ok := field(t, key); ok {
		return f.Type
	}
	panic("enlarge: the format has no key " + key)
}

func field(t reflect.Type, key string) (reflect.StructField, bool) {
	for i := range t.NumField() {
		if f := t.Field(i); f.IsExported() && tree.KeyOf(f) == key {
			return f, true
		}
	}
	return reflect.StructField{}, false
}

// repeated returns the items of a list n times: one copy after the other, or all copies
// of an item together.
func repeated(list *yaml.Node, t reflect.Type, n int, together bool) []*yaml.Node {
	out := make([]*yaml.Node, 0, n*len(list.Content))
	add := func(item *yaml.Node, number int) { out = append(out, copied(item, t.Elem(), "", number)) }
	if together {
		for _, item := range list.Content {
			for number := range n {
				add(item, number)
			}
		}
		return out
	}
	for number := range n {
		for _, item := range list.Content {
			add(item, number)
		}
	}
	return out
}

// copied returns a value as the copy with a number has it; copy 0 is the case itself.
// Ref is the tag of a value that names other parts of the case.
func copied(n *yaml.Node, t reflect.Type, ref string, number int) *yaml.Node {
	out := *n
	out.Content = nil
	switch {
	case number == 0:
		out.Content = n.Content
	case n.Kind == yaml.SequenceNode && t.Kind() == reflect.Slice:
		for _, item := range n.Content {
			out.Content = append(out.Content, copied(item, t.Elem(), ref, number))
		}
	case n.Kind == yaml.MappingNode && t.Kind() == reflect.Struct:
		for i := 0; i+1 < len(n.Content); i += 2 {
			key, value := n.Content[i], n.Content[i+1]
			switch f, ok := field(t, key.Value); {
			case !ok:
			case key.Value == "id" && t == reflect.TypeFor[casefile.Paragraph]():
				// unique in its source
			case key.Value == "id":
				value = copied(value, f.Type, "id", number)
			default:
				value = copied(value, f.Type, f.Tag.Get("ref"), number)
			}
			out.Content = append(out.Content, key, value)
		}
	case n.Kind == yaml.ScalarNode && ref != "":
		id, part, cited := casefile.SplitRef(n.Value)
		if id != "" {
			out.Value = fmt.Sprintf("%s-%d", id, number+1)
		}
		if cited {
			out.Value += "#" + part
		}
	case n.Kind == yaml.ScalarNode && t == reflect.TypeFor[string]():
		out.Value = strings.Map(func(r rune) rune { return turned(r, number) }, n.Value)
	default:
		out.Content = n.Content
	}
	return &out
}

const consonants = "bcdfghjklmnpqrstvwxz"

// turned returns the consonant so many places on, in the same case; every other
// character stays, so that words keep their syllables.
func turned(r rune, by int) rune {
	if i := strings.IndexRune(consonants, r); i >= 0 {
		return rune(consonants[(i+by)%len(consonants)])
	}
	const toLower = 'a' - 'A'
	if i := strings.IndexRune(consonants, r+toLower); i >= 0 {
		return rune(consonants[(i+by)%len(consonants)]) - toLower
	}
	return r
}
